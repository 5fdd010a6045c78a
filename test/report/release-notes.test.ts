import { describe, expect, test } from '@jest/globals'
import { marked } from 'marked'
import { renderReleaseNotes } from '../../src/report/release-notes'
import { fixture } from '../fixtures/fixture'

const NOTES = `<!-- Release notes generated using configuration in .github/release.yml at v3.226.0 -->

## What's Changed
### 🚀 Features
* feat(web): add **table** \`view\` presets by @someone in https://github.com/langfuse/langfuse/pull/9871
* fix: see [the docs](https://langfuse.com/docs) and <b>this</b>
    - nested @octocat

A paragraph
of two lines.

\`\`\`sql
ALTER TABLE traces ADD COLUMN x String;
\`\`\`

**Full Changelog**: https://github.com/langfuse/langfuse/compare/v3.225.11...v3.226.0
`

const HOSTILE = `@everyone fixes #1, langfuse/langfuse#2 and GH-3
</details></td></table><script>alert(1)</script>
![pixel](https://evil.test/p.png) [click](javascript:alert(1)) <img src=x onerror=alert(1)>
\`\`\`
@team ${'`'.repeat(2)} ::error::boo
# @heading <details>
| a | b |
> [!CAUTION] do this
[x]: https://evil.test
https://evil.test/auto www.evil.test
##[command]ls`

describe('release notes', () => {
  test('equal the fixture notes.md', () => {
    const rendered = renderReleaseNotes(NOTES)
    expect(rendered).toBe(fixture('refresh/notes', rendered))
  })

  test('of a hostile upstream are not interpreted', () => {
    const rendered = renderReleaseNotes(HOSTILE)
    expect(rendered).toBe(fixture('refresh/notes-hostile', rendered))
    const html = marked.parse(rendered, { async: false, gfm: true })
    expect(html).not.toMatch(/<(?:a|img|script|table|details|td)\b/)
    // Outside of code, GitHub links an @ that is directly followed by a name.
    expect(html.replace(/<code>[\s\S]*?<\/code>/g, '')).not.toMatch(/@\w/)
  })

  test.each([
    ['many lines', '- x\n'.repeat(10_000)],
    ['one long line', 'x'.repeat(1_000_000)],
    ['a heading of spaces', `# ${' '.repeat(100_000)}x`],
    ['a comment that does not end', `<!--${'<!--'.repeat(100_000)}`],
    ['brackets', '['.repeat(100_000)],
  ])('are processed up to 20,000 characters: %s', (_, text) => {
    const rendered = renderReleaseNotes(text)
    expect(rendered.length).toBeLessThan(20_000)
    expect(rendered).toBe(renderReleaseNotes(text.slice(0, 20_001)))
  })

  test('are processed up to 300 characters a line', () => {
    const start = `${'['.repeat(299)}x`
    expect(renderReleaseNotes(start + '['.repeat(10_000))).toBe(renderReleaseNotes(`${start}[`))
    expect(renderReleaseNotes(start + '['.repeat(10_000))).not.toBe(renderReleaseNotes(start))
  })

  test('may be empty', () => {
    expect(renderReleaseNotes('')).toBe('')
  })
})
