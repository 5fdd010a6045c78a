import { execFileSync } from 'node:child_process'
import { chmodSync, existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { createServer } from 'node:net'
import type { AddressInfo } from 'node:net'
import { tmpdir, userInfo } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import { programIsMissing } from '../../testkit/runner/program'

const SQL = readFileSync(
  join(import.meta.dirname, '../../terraform/modules/langfuse/migrations/role.sql'),
  'utf8',
)

/** Debian does not install the server programs on PATH. */
const DEBIAN = '/usr/lib/postgresql'
const versions = existsSync(DEBIAN) ? readdirSync(DEBIAN).sort((a, b) => Number(b) - Number(a)) : []
const binDirectory = versions
  .map((version) => join(DEBIAN, version, 'bin'))
  .find((bin) => existsSync(join(bin, 'initdb')))

const missing =
  binDirectory === undefined ? programIsMissing('initdb', 'apt-get install postgresql') : undefined
const program = (name: string): string => (binDirectory === undefined ? name : join(binDirectory, name))

/** PostgreSQL refuses to run as root. */
const asServer = (args: readonly string[]): [string, string[]] => {
  const [first = '', ...rest] = args
  return userInfo().uid === 0 ? ['runuser', ['-u', 'postgres', '--', ...args]] : [first, rest]
}

const freePort = (): Promise<number> =>
  new Promise((resolve) => {
    const server = createServer().listen(0, '127.0.0.1', () => {
      const { port } = server.address() as AddressInfo
      server.close(() => {
        resolve(port)
      })
    })
  })

;(missing === undefined ? describe : describe.skip)(`role.sql (${missing ?? 'PostgreSQL'})`, () => {
  let directory: string
  let port: number

  const psql = (user: string, password: string, sql: string, database = 'langfuse'): string =>
    execFileSync(
      program('psql'),
      ['-h', '127.0.0.1', '-p', String(port), '-U', user, '-v', 'ON_ERROR_STOP=1', '-Atq', database],
      {
        input: sql,
        env: { PATH: process.env['PATH'], PGPASSWORD: password },
        encoding: 'utf8',
        stdio: ['pipe', 'pipe', 'pipe'],
      },
    ).trim()

  // The server would keep a pipe open, and the call would never return.
  const control = (...args: string[]): void => {
    execFileSync(...asServer([program('pg_ctl'), '-D', join(directory, 'data'), ...args]), {
      stdio: 'ignore',
    })
  }

  /** Replaces the password as migrate.sh does. */
  const migrate = (password: string): string =>
    psql('master', 'master', SQL.replaceAll('@PASSWORD@', password))

  beforeAll(async () => {
    directory = mkdtempSync(join(tmpdir(), 'postgres-'))
    chmodSync(directory, 0o777)
    port = await freePort()
    const run = (args: readonly string[]): unknown => execFileSync(...asServer(args), { stdio: 'pipe' })
    run([
      program('initdb'),
      '-D',
      join(directory, 'data'),
      '-U',
      'root',
      '--auth=trust',
      '--encoding=UTF8',
      '--no-sync',
    ])
    const settings = `-c fsync=off -c listen_addresses=127.0.0.1 -k ${directory} -p ${port}`
    control('start', '-w', '-o', settings, '-l', join(directory, 'log'))
    // Like the RDS master user: not a superuser, but can create roles and owns the first database.
    psql('root', '', "CREATE ROLE master LOGIN PASSWORD 'master' CREATEROLE CREATEDB", 'postgres')
    psql('root', '', 'CREATE DATABASE langfuse OWNER master', 'postgres')
    const hba = join(directory, 'data/pg_hba.conf')
    run([
      'sh',
      '-c',
      `echo 'host all root 127.0.0.1/32 trust\\nhost all all 127.0.0.1/32 scram-sha-256' > ${hba}`,
    ])
    psql('root', '', 'SELECT pg_reload_conf()', 'postgres')
    await sleep(200)
  }, 60_000)

  afterAll(() => {
    control('stop', '-m', 'immediate')
    rmSync(directory, { recursive: true, force: true })
  })

  test('creates a role that owns the database and can create tables, extensions and schemas', () => {
    migrate('first')
    const create =
      'CREATE TABLE traces (id text); CREATE EXTENSION IF NOT EXISTS pg_trgm; CREATE SCHEMA more;'
    psql('langfuse', 'first', create)
    const owner = 'SELECT pg_get_userbyid(datdba) FROM pg_database WHERE datname = current_database()'
    expect(psql('langfuse', 'first', owner)).toBe('langfuse')
    const isPrivileged =
      "SELECT rolsuper OR rolcreaterole OR rolcreatedb FROM pg_roles WHERE rolname = 'langfuse'"
    expect(psql('langfuse', 'first', isPrivileged)).toBe('f')
  })

  test('is idempotent', () => {
    migrate('first')
    expect(psql('langfuse', 'first', 'SELECT count(*) FROM traces')).toBe('0')
  })

  test('sets a changed password', () => {
    migrate('second')
    expect(psql('langfuse', 'second', 'SELECT current_user')).toBe('langfuse')
    expect(() => psql('langfuse', 'first', 'SELECT 1')).toThrow(/password authentication failed/)
  })
})
