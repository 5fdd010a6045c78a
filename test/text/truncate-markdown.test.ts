import { describe, expect, test } from '@jest/globals'
import { fitSummary } from '../../src/text/truncate-markdown'

const section = (name: string, bytes: number): string => `## ${name}\n${'x'.repeat(bytes)}\n`

describe('a summary', () => {
  test('that fits is left as it is', () => {
    const text = 'a'.repeat(1024 * 1024)
    expect(fitSummary(text)).toBe(text)
  })

  test('that does not is cut between sections, with a count of those left out', () => {
    const text = [section('one', 400), section('two', 400), section('three', 400), section('four', 400)].join(
      '',
    )
    const fitted = fitSummary(text, 1100)
    expect(fitted).toContain('## two')
    expect(fitted).not.toContain('## three')
    expect(fitted).toMatch(/\n> ✂️ 2 sections are left out here: .* The log of this step has all of it\.\n$/)
    expect(Buffer.byteLength(fitted)).toBeLessThanOrEqual(1100)
  })

  test('is measured in bytes', () => {
    const text = [section('one', 10), `## two\n${'é'.repeat(600)}\n`].join('')
    expect(fitSummary(text, 1000)).toContain('1 section is left out')
  })

  test.each([
    ['a fence', '```text\n# not a heading\n````x\n```\n'],
    ['a longer fence', '````\n```\n# no\n```\n````\n'],
    ['a fence of tildes', '~~~\n```\n# no\n~~~\n'],
    ['a fold', '<details><summary>a</summary>\n\n# no\n\n<details>\n</details>\n# no\n</details>\n'],
    ['a fold that a fence names', '<details>\n\n```\n</details>\n```\n# no\n</details>\n'],
    ['a fence within a fold', '<details>\n\n```\n# no\n```\n\n</details>\n'],
  ])('is never cut within %s', (_, block) => {
    const whole = `## one\n${block}${'x'.repeat(500)}\n`
    const text = `${whole}${section('two', 500)}`
    const size = Buffer.byteLength(whole)
    expect(fitSummary(text, size + 200)).toBe(`${whole}${notice(1)}`)
    const start = block.startsWith('<details>') ? '## one\n' : ''
    expect(fitSummary(text, size + 199)).toBe(`${start}${notice(2)}`)
  })

  test('is not confused by code that looks like a fence', () => {
    const text = `## one\n\`\`\`not a fence\`\`\`\n${section('two', 900)}`
    expect(fitSummary(text, 800)).toContain('## one')
  })

  test('of a single section that is too long says where it is instead', () => {
    expect(fitSummary('x'.repeat(2000), 1000)).toBe(notice(1))
  })
})

const notice = (count: number): string =>
  `\n> ✂️ ${count === 1 ? '1 section is' : `${count} sections are`} left out here: ` +
  'a job summary takes 1 MiB. The log of this step has all of it.\n'
