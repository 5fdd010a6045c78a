import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import { runScript } from './run'

const fixture = (name: string): string => join(import.meta.dirname, '../fixtures', name)

let folder: string

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'github-'))
})
afterAll(() => rm(folder, { recursive: true }))

describe("GitHub's description of its API", () => {
  // The fixture must stay the same when it is reduced again.
  test("is reduced to the server's routes, reproducibly", async () => {
    const output = join(folder, 'openapi.json')
    const cut = await runScript('github-openapi.js', fixture('github-openapi.json'), output)
    expect(cut).toEqual({ exitCode: 0, stdout: '', stderr: '' })
    expect(await readFile(output, 'utf8')).toBe(await readFile(fixture('github-openapi.json'), 'utf8'))
  })

  test('names a missing route', async () => {
    const empty = join(folder, 'empty.json')
    await writeFile(empty, JSON.stringify({ openapi: '3.0.3', info: {}, paths: {}, components: {} }))
    expect(await runScript('github-openapi.js', empty, join(folder, 'none.json'))).toEqual({
      exitCode: 1,
      stdout: '',
      stderr: 'GET /user is not in the description\n',
    })
  })

  test('names its source and license', async () => {
    const { info } = JSON.parse(await readFile(fixture('github-openapi.json'), 'utf8')) as { info: unknown }
    expect(info).toMatchObject({
      title: expect.stringContaining('@octokit/openapi'),
      version: expect.stringMatching(/^\d+\.\d+\.\d+$/),
      license: { name: 'MIT', copyright: expect.stringContaining('Octokit contributors') },
    })
  })
})

describe("GitHub's GraphQL schema", () => {
  test("is reduced to the action's queries, reproducibly", async () => {
    const schema = await readFile(fixture('github-schema.graphql'), 'utf8')
    const [, version = ''] = /@octokit\/graphql-schema (\d+\.\d+\.\d+)\.$/m.exec(schema) ?? []
    const output = join(folder, 'schema.graphql')
    const cut = await runScript('github-graphql.js', fixture('github-schema.graphql'), version, output)
    expect(cut).toEqual({ exitCode: 0, stdout: '', stderr: '' })
    expect(await readFile(output, 'utf8')).toBe(schema)
  })

  test('names a missing type and a missing field', async () => {
    const schema = await readFile(fixture('github-schema.graphql'), 'utf8')
    const output = join(folder, 'none.graphql')
    const cases: readonly (readonly [string, string])[] = [
      [schema.replace('type User {', 'type Person {'), 'the schema has no User\n'],
      [schema.replace('  login: String!\n', ''), 'User has no login\n'],
    ]
    for (const [text, stderr] of cases) {
      await writeFile(join(folder, 'poor.graphql'), text)
      const cut = await runScript('github-graphql.js', join(folder, 'poor.graphql'), '1.0.0', output)
      expect(cut).toEqual({ exitCode: 1, stdout: '', stderr })
    }
  })
})
