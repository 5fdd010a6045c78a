import { expect, test } from '@jest/globals'
import { code, prose } from '../../src/text/markdown'
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
]

test.each(INVISIBLE)('the invisible character %j passes none of the functions', (mark) => {
  const text = `a${mark}b`
  for (const clean of [
    toPrintableLine,
    removeInvisible,
    escapeInvisible,
    escapeToLine,
    escapeWorkflowCommands,
    code,
    prose,
  ]) {
    expect(clean(text)).not.toContain(mark)
  }
})

test('no line of a cleaned text is a workflow command', () => {
  expect(escapeWorkflowCommands('x\n  ::error::y\n##[group]z')).toBe('x\n  : :error::y\n## [group]z')
})
