import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from '@jest/globals'
import { runScript } from './run'

const CHANGELOG = `# Changelog

## [Unreleased]

### Added

- What is to come.

## [1.1.0] - 2026-11-23

### Added

- A second thing.

## [1.0.0] - 2026-11-01

- The first thing.

[1.0.0]: https://example.com/v1.0.0
`

let root: string

beforeAll(async () => {
  root = await mkdtemp(join(tmpdir(), 'release-'))
  await writeFile(join(root, 'CHANGELOG.md'), CHANGELOG)
})
afterAll(() => rm(root, { recursive: true }))

test.each([
  ['v1.1.0', '1.1.0', { exitCode: 0, stdout: '### Added\n\n- A second thing.\n', stderr: '' }],
  ['v1.0.0', '1.0.0', { exitCode: 0, stdout: '- The first thing.\n', stderr: '' }],
  [
    'v1.1.0',
    '1.2.0',
    {
      exitCode: 1,
      stdout: '',
      stderr: 'The tag is v1.1.0, but package.json has version 1.2.0. Set the version and tag that commit.\n',
    },
  ],
  [
    'v1.2.0',
    '1.2.0',
    {
      exitCode: 1,
      stdout: '',
      stderr: "CHANGELOG.md has no text under '## [1.2.0]'. Move the unreleased changes there.\n",
    },
  ],
])('the notes of %s with version %s', async (tag, version, result) => {
  await writeFile(join(root, 'package.json'), JSON.stringify({ version }))
  expect(await runScript('release-notes.js', tag, root)).toEqual(result)
})
