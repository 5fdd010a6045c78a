import { readFileSync } from 'node:fs'
import { expect, test } from '@jest/globals'
import { parseImages } from '../src/images/images-yaml'

const ROW = /^\| `([^`:]+):([^`]+)`\s*\| `(sha256:[0-9a-f]{64})`/gm
const confirmed = [...readFileSync('docs/security.md', 'utf8').matchAll(ROW)].map(
  ([, repository = '', tag = '', digest = '']) => ({ repository, tag, digest }),
)

test('the table of pinned digests has each image once', () => {
  const names = confirmed.map(({ repository, tag }) => `${repository}:${tag}`)
  expect(names.length).toBeGreaterThan(7)
  expect(new Set(names).size).toBe(names.length)
})

// A later version, as `refresh` proposes it, need not be in the table.
test.each(['images.yaml', 'images.v4.yaml', 'images.tiny.yaml'])('%s agrees with the table', (file) => {
  for (const { repository, tag, digest } of parseImages(readFileSync(file, 'utf8'), file)) {
    const row = confirmed.find((one) => one.repository === repository && one.tag === tag)
    expect({ repository, tag, digest: row?.digest ?? digest }).toEqual({ repository, tag, digest })
  }
})
