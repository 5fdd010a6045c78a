import { describe, expect, test } from '@jest/globals'
import { fitSections, type Section } from '../../src/report/fit'

const section = (items: readonly (() => string)[], share: number): Section => ({
  open: '<',
  items: items.map((text) => ({ text })),
  separator: '\n',
  close: '>',
  share,
  describeOmitted: ({ length }) => `${length} omitted`,
})

const texts = (count: number, bytes: number): (() => string)[] =>
  Array.from({ length: count }, () => () => 'x'.repeat(bytes))

describe('sections that exceed the limit', () => {
  test('leave no space unused if a small section does not need its share', () => {
    const rendered = fitSections([section(texts(100, 99), 1), section(texts(1, 9), 0.5)], 5_000)
    expect(Buffer.byteLength(rendered)).toBeLessThanOrEqual(5_000)
    expect(rendered.match(/x{99}/g)).toHaveLength(37)
    expect(rendered).toContain('63 omitted')
  })

  test('are cut by bytes and not by characters', () => {
    const rendered = fitSections([section([() => '€'.repeat(200), () => '€'.repeat(200)], 1)], 1_400)
    expect(Buffer.byteLength(rendered)).toBeLessThanOrEqual(1_400)
    expect(rendered).toContain('1 omitted')
  })

  test('render no item after forty that do not fit', () => {
    let count = 0
    const items = Array.from({ length: 1_000 }, () => () => {
      count += 1
      return 'x'.repeat(10_000)
    })
    expect(fitSections([section(items, 1)], 5_000)).toBe('1000 omitted')
    expect(count).toBe(2 * 40)
  })
})
