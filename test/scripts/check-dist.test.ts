import { appendFile, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join, resolve, sep } from 'node:path'
import { afterAll, beforeAll, expect, test } from '@jest/globals'
import { runScript } from './run'

const BUILDS_MS = 120_000

let folder: string

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'dist-'))
  expect(await runScript('build.js', folder)).toMatchObject({ exitCode: 0 })
}, BUILDS_MS)
afterAll(() => rm(folder, { recursive: true }))

test(
  'a bundle that is what the sources build to passes, and any other file by file',
  async () => {
    expect(await runScript('check-dist.js', folder)).toMatchObject({ exitCode: 0, stderr: '' })

    const root = resolve(import.meta.dirname, '../..') + sep
    await appendFile(join(folder, 'index.js'), `// ${root}src/main.ts`)
    await rm(join(folder, 'licenses.txt'))
    await rm(join(folder, 'post/index.js'))
    await writeFile(join(folder, 'old.js'), '')
    expect(await runScript('check-dist.js', folder)).toEqual({
      exitCode: 1,
      stdout: '',
      stderr: [
        'index.js differs',
        `index.js contains the machine path ${root}`,
        'licenses.txt is missing',
        'old.js is surplus',
        'post/index.js is missing',
        'run npm run build and commit dist/\n',
      ].join('\n'),
    })
  },
  BUILDS_MS,
)
