import { describe, expect, test } from '@jest/globals'
import { fitSections } from '../../src/report/fit'
import { joinNames, listSection } from '../../src/report/list-section'

describe('a list section', () => {
  test('has its lines between the texts before and after', () => {
    const section = listSection(['- a', '- b'], {
      before: '#### Names',
      after: 'end',
      share: 1,
      noun: 'name',
    })
    expect(fitSections(['start', section], 2_000)).toBe('start\n\n#### Names\n- a\n- b\nend')
  })

  test('without lines is omitted', () => {
    const section = listSection([], { before: '#### Names', share: 1, noun: 'name' })
    expect(fitSections(['start', section], 2_000)).toBe('start')
  })

  test.each([
    [1, '… and 1 more name.'],
    [2, '… and 2 more names.'],
  ])('counts %d omitted lines', (omitted, notice) => {
    const lines = ['- a', ...Array.from({ length: omitted }, () => `- ${'x'.repeat(2_000)}`)]
    expect(fitSections([listSection(lines, { share: 1, noun: 'name' })], 1_000)).toBe(`- a\n\n${notice}`)
  })
})

test.each([
  [[], ''],
  [['a'], 'a'],
  [['a', 'b'], 'a and b'],
  [['a', 'b', 'c'], 'a, b and c'],
])('the names %j are joined', (names, text) => {
  expect(joinNames(names)).toBe(text)
})
