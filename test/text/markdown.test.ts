import { describe, expect, test } from '@jest/globals'
import { codeSpan, escapeMarkdown, table } from '../../src/text/markdown'

/** Returns the content of a code span (CommonMark 0.31, "Code spans"). */
function read(span: string): string {
  const [, fence = '', inner = ''] = /^(`+)([\s\S]*?[^`])\1$/.exec(span) ?? []
  expect(fence).not.toBe('')
  expect([...inner.matchAll(/`+/g)].some(([run]) => run.length === fence.length)).toBe(false)
  return inner.startsWith(' ') && inner.endsWith(' ') && inner.trim() !== '' ? inner.slice(1, -1) : inner
}

describe('code', () => {
  test.each([
    ['plain', '`plain`'],
    ['a`b', '``a`b``'],
    ['a``b`c', '```a``b`c```'],
    ['`a', '`` `a ``'],
    ['a`', '`` a` ``'],
    ['`', '`` ` ``'],
    ['<b>@all</b> #1 [x](y) **z**', '`<b>@all</b> #1 [x](y) **z**`'],
    ['  spaces  ', '`spaces`'],
    ['two\n\nlines\r\n# title', '`two lines # title`'],
    ['', ''],
    [' \n ', ''],
  ])('%j becomes %j', (text, span) => {
    expect(codeSpan(text)).toBe(span)
  })

  test.each(['`', '``', '` `', 'a`', '`a`', '```\nfence\n```', "it's `code` in ``code``"])(
    '%j is the content of its code span',
    (text) => {
      expect(read(codeSpan(text))).toBe(text.replace(/\s+/g, ' '))
    },
  )
})

describe('prose', () => {
  test.each([
    ['plain words, and äöü', 'plain words\\, and äöü'],
    ['two\n\nlines\r\n# title', 'two lines #<!-- --> title'],
    ['**b** _i_ `c` ~s~', '\\*\\*b\\*\\* \\_i\\_ \\`c\\` \\~s\\~'],
    ['<b>x</b> &amp;', '\\<b\\>x\\<\\/b\\> \\&amp\\;'],
    ['[l](https://x.test) ![i](x)', '\\[l\\]\\(https\\:\\/\\/x\\.test\\) \\!\\[i\\]\\(x\\)'],
    ['@everyone and #12', '@<!-- -->everyone and #<!-- -->12'],
    ['a \\ b', 'a \\\\ b'],
  ])('escapes %j as %j', (text, escaped) => {
    expect(escapeMarkdown(text)).toBe(escaped)
  })

  test('keeps the text without its escapes', () => {
    const text = String.raw`all !"#$%&'()*+,-./:;<=>?@[\]^_{|}~ and \\ of it`
    expect(
      escapeMarkdown(text)
        .replaceAll('<!-- -->', '')
        .replace(/\\([!-/:-@[-`{-~])/g, '$1'),
    ).toBe(text)
  })
})

describe('a table', () => {
  const columns = [
    { title: 'Name', align: 'left' },
    { title: 'Size', align: 'right' },
  ] as const

  test('has a title and an alignment for each column, and a line for each row', () => {
    expect(
      table(columns, [
        ['a', '1'],
        ['b', ''],
      ]),
    ).toBe('| Name | Size |\n| :-- | --: |\n| a | 1 |\n| b |  |')
  })

  test('keeps a number and its unit on one line', () => {
    expect(table(columns, [['two words', '3 min 5 s']])).toContain('| two words | 3\u00a0min\u00a05\u00a0s |')
  })

  test('without rows consists of its header', () => {
    expect(table(columns, [])).toBe('| Name | Size |\n| :-- | --: |')
  })

  // GFM parses `\|` in a cell before it parses code spans.
  test('escapes bars in cells, also in code spans', () => {
    expect(
      table(columns, [['a|b', codeSpan('c||d')]])
        .split('\n')
        .at(-1),
    ).toBe('| a\\|b | `c\\|\\|d` |')
  })
})
