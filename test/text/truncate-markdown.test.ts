import { describe, expect, test } from '@jest/globals'
import { truncateMarkdown } from '../../src/text/truncate-markdown'

const section = (name: string, bytes: number): string => `## ${name}\n${'x'.repeat(bytes)}\n`

describe('a summary', () => {
  test('that fits is returned unchanged', () => {
    const text = 'a'.repeat(1000)
    expect(truncateMarkdown(text, 1000)).toBe(text)
  })

  test('that does not fit is truncated between sections, with the number of omitted ones', () => {
    const text = [section('one', 400), section('two', 400), section('three', 400), section('four', 400)].join(
      '',
    )
    const fitted = truncateMarkdown(text, 1100)
    expect(fitted).toContain('## two')
    expect(fitted).not.toContain('## three')
    expect(fitted).toMatch(/\n> ✂️ 2 sections are omitted: .* The step's log is complete\.\n$/)
    expect(Buffer.byteLength(fitted)).toBeLessThanOrEqual(1100)
  })

  test('is measured in bytes', () => {
    const text = [section('one', 10), `## two\n${'é'.repeat(600)}\n`].join('')
    expect(truncateMarkdown(text, 1000)).toContain('1 section is omitted')
  })

  test.each([
    ['a fence', '```text\n# not a heading\n````x\n```\n'],
    ['a longer fence', '````\n```\n# no\n```\n````\n'],
    ['a fence of tildes', '~~~\n```\n# no\n~~~\n'],
    ['a details block', '<details><summary>a</summary>\n\n# no\n\n<details>\n</details>\n# no\n</details>\n'],
    ['a details block with a fenced end tag', '<details>\n\n```\n</details>\n```\n# no\n</details>\n'],
    ['a fence in a details block', '<details>\n\n```\n# no\n```\n\n</details>\n'],
  ])('is never truncated inside %s', (_, block) => {
    const whole = `## one\n${block}${'x'.repeat(500)}\n`
    const text = `${whole}${section('two', 500)}`
    const size = Buffer.byteLength(whole)
    expect(truncateMarkdown(text, size + 200)).toBe(`${whole}${notice(1)}`)
    const start = block.startsWith('<details>') ? '## one\n' : ''
    expect(truncateMarkdown(text, size + 199)).toBe(`${start}${notice(2)}`)
  })

  test('may contain a code span that looks like a fence', () => {
    const text = `## one\n\`\`\`not a fence\`\`\`\n${section('two', 900)}`
    expect(truncateMarkdown(text, 800)).toContain('## one')
  })

  test('with one section that is too long contains only the notice', () => {
    expect(truncateMarkdown('x'.repeat(2000), 1000)).toBe(notice(1))
  })
})

const notice = (count: number): string =>
  `\n> ✂️ ${count === 1 ? '1 section is' : `${count} sections are`} omitted: ` +
  "a job summary is limited to 1 MiB. The step's log is complete.\n"
