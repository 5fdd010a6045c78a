import { cp, mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join, resolve, sep } from 'node:path'
import { afterEach, beforeEach, expect, test } from '@jest/globals'
import { runScript } from './run'

const root = resolve(import.meta.dirname, '../..') + sep

let work: string
let folder: string
let built: string

// Two small folders: .ci/run compares dist/ with a real build.
beforeEach(async () => {
  work = await mkdtemp(join(tmpdir(), 'dist-'))
  ;[folder, built] = [join(work, 'dist'), join(work, 'built')]
  await mkdir(join(built, 'post'), { recursive: true })
  for (const name of ['index.js', 'licenses.txt', 'post/index.js'])
    await writeFile(join(built, name), `contents of ${name}`)
  await cp(built, folder, { recursive: true })
})
afterEach(() => rm(work, { recursive: true }))

const checkDist = () => runScript('check-dist.js', folder, built)

test('a bundle that equals the build passes', async () => {
  expect(await checkDist()).toMatchObject({ exitCode: 0, stderr: '' })
})

test('every difference is reported, file by file', async () => {
  await writeFile(join(folder, 'index.js'), 'changed')
  await rm(join(folder, 'licenses.txt'))
  await rm(join(folder, 'post'), { recursive: true })
  await writeFile(join(folder, 'old.js'), '')
  expect(await checkDist()).toEqual({
    exitCode: 1,
    stdout: '',
    stderr: [
      'index.js differs',
      'licenses.txt is missing',
      'old.js is not part of the build',
      'post/index.js is missing',
      'Run `npm run build` and commit dist/.\n',
    ].join('\n'),
  })
})

test('a missing folder lacks every file', async () => {
  await rm(folder, { recursive: true })
  const { exitCode, stderr } = await checkDist()
  expect(exitCode).toBe(1)
  expect(stderr.match(/ is missing$/gm)).toHaveLength(3)
})

test.each([root, join(tmpdir(), 'check-dist-')])(
  'a path of the build machine is reported even if the build also contains it: %s',
  async (path) => {
    for (const directory of [folder, built])
      await writeFile(join(directory, 'index.js'), `// ${path}src/main.ts`)
    expect(await checkDist()).toMatchObject({
      exitCode: 1,
      stderr: `index.js contains the path ${path}\nRun \`npm run build\` and commit dist/.\n`,
    })
  },
)
