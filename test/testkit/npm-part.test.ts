import { mkdir, mkdtemp, readdir, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from '@jest/globals'
import { findPart, installPart, partIsMissing } from '../../testkit/npm-part'

let cache: string
beforeAll(async () => {
  cache = await mkdtemp(join(tmpdir(), 'parts-'))
})
afterAll(() => rm(cache, { recursive: true }))

const missing = partIsMissing('openpgp')

;(missing === undefined ? test : test.skip)(
  `a part of other versions is replaced (${missing ?? 'npm'})`,
  async () => {
    await mkdir(join(cache, 'openpgp/node_modules/old'), { recursive: true })
    await writeFile(join(cache, 'openpgp/package-lock.json'), '{}')
    expect(findPart('openpgp', cache)).toBeUndefined()
    const directory = installPart('openpgp', cache)
    expect(await readdir(join(directory, 'node_modules'))).toEqual(['.package-lock.json', 'openpgp'])
    expect(findPart('openpgp', cache)).toBe(directory)
    // Nothing else is left, such as the old versions.
    expect(await readdir(cache)).toEqual(['openpgp'])
  },
  120_000,
)
