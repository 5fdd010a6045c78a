import { expect, test } from '@jest/globals'
import { codeSpan, escapeMarkdown } from '../../src/text/markdown'
import {
  escapeInvisible,
  escapeToLine,
  escapeWorkflowCommands,
  removeInvisible,
  toPrintableLine,
} from '../../src/text/sanitize'

const INVISIBLE = [
  '\u061c',
  '\u202e',
  '\u00ad',
  '\u180e',
  '\u206a',
  '\ufff9',
  '\u{e0041}',
  '\u200b',
  '\u0007',
  // Other characters without a glyph: joiner, Hangul fillers, Khmer vowels, selectors, musical and shorthand controls.
  ...['\u034f', '\u115f', '\u3164', '\uffa0', '\u17b4', '\u180b', '\ufe00', '\ufe0f', '\ufff0'],
  ...['\u{1bca0}', '\u{1d173}', '\u{e0fff}'],
]

test.each(INVISIBLE)('no function keeps the invisible character %j', (mark) => {
  const text = `a${mark}b`
  for (const clean of [
    toPrintableLine,
    removeInvisible,
    escapeInvisible,
    escapeToLine,
    escapeWorkflowCommands,
    codeSpan,
    escapeMarkdown,
  ]) {
    expect(clean(text)).not.toContain(mark)
  }
})

test('no line of a sanitized text is a workflow command', () => {
  expect(escapeWorkflowCommands('x\n  ::error::y\n##[group]z')).toBe('x\n  : :error::y\n## [group]z')
})

test.each([
  ['  a \t b\n\n', 'a b'],
  ['\u0000\u0007', ''],
  ['Ä € 👍🏽', 'Ä € 👍🏽'],
  ['⚠\ufe0f done', '⚠\ufe0f done'],
  ['x'.repeat(300), 'x'.repeat(300)],
])('%j becomes the printable line %j', (text, line) => {
  expect(toPrintableLine(text)).toBe(line)
})
