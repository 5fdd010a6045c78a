import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from '@jest/globals'
import TestSequencer, { LONG_FILES } from '../../scripts/test-sequencer.js'

const ROOT = join(import.meta.dirname, '../..')

test('every long file exists', () => {
  expect(LONG_FILES.filter((file) => !existsSync(join(ROOT, file)))).toEqual([])
})

test('long files start first, before files that are larger', () => {
  const [longest = '', second = ''] = LONG_FILES
  const sizes = new Map([
    ['test/large.test.ts', 100_000],
    [second, 10],
    ['test/larger.test.ts', 200_000],
    [longest, 1],
  ])
  const context = {
    config: { rootDir: ROOT, cache: false },
    hasteFS: { getSize: (path: string) => sizes.get(path.slice(ROOT.length + 1)) },
  }
  const sorted = new TestSequencer().sort(
    [...sizes.keys()].map((file) => ({ path: join(ROOT, file), context })),
  )
  expect(sorted.map(({ path }) => path.slice(ROOT.length + 1))).toEqual([
    longest,
    second,
    'test/larger.test.ts',
    'test/large.test.ts',
  ])
})
