import { existsSync, readFileSync } from 'node:fs'
import { join, posix } from 'node:path'
import { describe, expect, test } from '@jest/globals'
import { readModules } from './imports'
import testedBy from './tested-by.json'

const ROOT = join(import.meta.dirname, '..')
const ownTest = (path: string): string => `test/${path}.test.ts`
const hasOwnTest = (path: string): boolean => existsSync(join(ROOT, ownTest(path)))
// Entry files run as bundles: test/bundle.test.ts and test/e2e start them as the runner does.
const ENTRY_FILE = /^(main|post|cli\/main|cli\/programs\/.*)$/
const modules = readModules().filter(({ path }) => !ENTRY_FILE.test(path))
const entries = Object.entries(testedBy as Readonly<Record<string, string>>)

// A file of the same name is where a reader looks first; test/tested-by.json names the test of every other file.
test('every file of src has a test of the same name, or is listed with the test that covers it', () => {
  const listed = new Set(entries.map(([path]) => path))
  expect(modules.map(({ path }) => path).filter((path) => !hasOwnTest(path) && !listed.has(path))).toEqual([])
})

test('the list has no file that is gone or has a test of its own', () => {
  const known = new Set(modules.map(({ path }) => path))
  expect(entries.map(([path]) => path).filter((path) => !known.has(path) || hasOwnTest(path))).toEqual([])
})

describe('a listed test loads the file that it covers', () => {
  test.each(entries)('%s: %s', (path, file) => {
    expect(loadedBy(file.replace(/\.ts$/, ''))).toContain(`src/${path}`)
  })
})

const loaded = new Map<string, ReadonlySet<string>>()

/** Returns the TypeScript files that a file loads, directly or not; paths without `.ts`. */
function loadedBy(file: string): ReadonlySet<string> {
  const known = loaded.get(file)
  if (known !== undefined) return known
  const found = new Set<string>()
  const open = [file]
  for (let next = open.pop(); next !== undefined; next = open.pop()) {
    for (const path of importsOf(next)) {
      if (!found.has(path)) open.push(path)
      found.add(path)
    }
  }
  loaded.set(file, found)
  return found
}

function importsOf(file: string): string[] {
  const text = readFileSync(join(ROOT, `${file}.ts`), 'utf8')
  return [...text.matchAll(/(?:from|import\()\s*'(\.[^']+)'/g)]
    .map(([, specifier = '']) => posix.join(posix.dirname(file), specifier))
    .filter((path) => existsSync(join(ROOT, `${path}.ts`)))
}
