import { mkdir, mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, test } from '@jest/globals'
import {
  readBackend,
  readStateLocation,
  type StateLocation,
  type StateBackend,
} from '../../src/aws/state-backend'

const backend = (config: Readonly<Record<string, unknown>>): string =>
  JSON.stringify({ version: 3, backend: { type: 's3', config } })

/** Reads the backend from a data directory with these files. */
function readFrom(
  files: Readonly<Record<string, string>>,
  env: NodeJS.ProcessEnv = {},
): Promise<StateBackend | undefined> {
  return readBackend('/root', {
    env,
    readFile: (path) => {
      const content = files[path]
      return content === undefined
        ? Promise.reject(Object.assign(new Error('no such file'), { code: 'ENOENT' }))
        : Promise.resolve(content)
    },
  })
}

const STATE = '/root/.terraform/terraform.tfstate'
const WORKSPACE = '/root/.terraform/environment'

test.each<[string, Record<string, string>, NodeJS.ProcessEnv, Partial<StateBackend>]>([
  ['the default workspace', {}, {}, { workspace: 'default', key: 'a/b' }],
  ['the selected workspace', { [WORKSPACE]: 'blue\n' }, {}, { workspace: 'blue', key: 'env:/blue/a/b' }],
  ['TF_WORKSPACE', { [WORKSPACE]: 'blue' }, { TF_WORKSPACE: 'green' }, { key: 'env:/green/a/b' }],
])('the state key is that of %s', async (_, files, env, expected) => {
  const config = backend({ bucket: 'b', key: 'a/b', region: 'eu-central-1' })
  expect(await readFrom({ [STATE]: config, ...files }, env)).toMatchObject(expected)
})

test('all settings of the backend are read', async () => {
  const config = { bucket: 'b', key: 'k', region: '', workspace_key_prefix: 'teams', use_lockfile: true }
  expect(await readFrom({ [STATE]: backend(config), [WORKSPACE]: 'blue' })).toEqual({
    bucket: 'b',
    key: 'teams/blue/k',
    region: undefined,
    workspace: 'blue',
    hasLockFile: true,
  })
})

test('TF_DATA_DIR replaces the data directory', async () => {
  const files = { '/root/data/terraform.tfstate': backend({ bucket: 'b', key: 'k' }) }
  expect(await readFrom(files, { TF_DATA_DIR: 'data' })).toMatchObject({ bucket: 'b' })
  expect(await readFrom(files)).toBeUndefined()
})

test.each([
  ['no JSON', 'x'],
  ['a list', '[]'],
  ['no backend', '{"version":3}'],
  ['another backend', '{"backend":{"type":"gcs","config":{"bucket":"b","key":"k"}}}'],
  ['a backend without settings', '{"backend":{"type":"s3"}}'],
  ['a key that is a number', '{"backend":{"type":"s3","config":{"bucket":"b","key":7}}}'],
])('%s in the data directory is no S3 backend', async (_, body) => {
  expect(await readFrom({ [STATE]: body })).toBeUndefined()
})

test('a data directory that cannot be read is an error', async () => {
  const root = await mkdtemp(join(tmpdir(), 'state-backend-'))
  await mkdir(join(root, '.terraform', 'terraform.tfstate'), { recursive: true })
  const found = readBackend(root, { env: {}, readFile: (path) => readFile(path, 'utf8') })
  await expect(found.finally(() => rm(root, { recursive: true }))).rejects.toThrow('EISDIR')
})

describe('the location of a state', () => {
  const read = (backend: unknown, env: NodeJS.ProcessEnv = {}): Promise<StateLocation> =>
    readStateLocation('infra', {
      env,
      readFile: (path) =>
        path.endsWith('terraform.tfstate') && backend !== undefined
          ? Promise.resolve(JSON.stringify({ backend }))
          : Promise.reject(Object.assign(new Error('no such file'), { code: 'ENOENT' })),
    })

  test.each<[type: string, config: Record<string, unknown>, address: string]>([
    ['s3', { bucket: 'b', key: 'k', endpoint: 'https://minio.test' }, 's3://b/k endpoint=https://minio.test'],
    ['gcs', { bucket: 'b', prefix: 'p', credentials: 'SECRET' }, 'gcs bucket=b prefix=p'],
    [
      'http',
      { address: 'https://user:SECRET@x.test/state?token=SECRET', password: 'SECRET' },
      'http address=https://x.test/state',
    ],
    [
      'pg',
      { conn_str: 'postgres://user:SECRET@db.test/x', schema_name: '' },
      'pg conn_str=postgres://db.test/x',
    ],
    [
      'cloud',
      { organization: 'acme', workspaces: { name: 'prod', tags: null }, token: 'SECRET' },
      'cloud organization=acme workspaces={"name":"prod","tags":null}',
    ],
    ['local', { path: 'prod.tfstate' }, 'local path=prod.tfstate'],
  ])('has no credentials: %s', async (type, config, address) => {
    expect(await read({ type, config })).toEqual({ workspace: 'default', address })
  })

  test('without a backend is local, in the selected workspace', async () => {
    expect(await read(undefined, { TF_WORKSPACE: 'blue' })).toEqual({ workspace: 'blue', address: 'local' })
  })
})
