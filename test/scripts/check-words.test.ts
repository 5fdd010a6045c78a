import { expect, test } from '@jest/globals'
import { findWords } from '../../scripts/check-words'

test.each([
  ['src/x.ts', '// Mend the cause.', ["src/x.ts:1: 'Mend': use fix"]],
  ['docs/x.md', 'one\nWhat is there already is kept.', [/^docs\/x\.md:2: 'What': use a noun/]],
  ['src/x.ts', '/** Whoever reads it, nobody is told. */', [/'Whoever'/, /'nobody'/, /'told'/]],
  ['src/x.ts', 'const faults = 1', [/'faults'/]],
])('%s: %j has forbidden words', (path, text, expected) => {
  expect(findWords(path, text)).toEqual(
    expected.map((one) => (typeof one === 'string' ? one : (expect.stringMatching(one) as unknown))),
  )
})

test.each([
  ['docs/x.md', 'What does it cost?'],
  ['docs/x.md', 'A template and its amendment, told apart by nothing.'.replace('told', 'set')],
  ['testkit/x.ts', 'const faults = 1'],
])('%s: %j has none', (path, text) => {
  expect(findWords(path, text)).toEqual([])
})
