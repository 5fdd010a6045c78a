import { execFileSync } from 'node:child_process'
import { chmodSync, existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { createServer } from 'node:net'
import type { AddressInfo } from 'node:net'
import { tmpdir, userInfo } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import { programIsMissing } from '../fakes/program'

const SQL = readFileSync(join(import.meta.dirname, '../../terraform/langfuse/migrations/role.sql'), 'utf8')

/** Debian keeps the server's programs off PATH. */
const DEBIAN = '/usr/lib/postgresql'
const versions = existsSync(DEBIAN)
  ? readdirSync(DEBIAN).sort((one, other) => Number(other) - Number(one))
  : []
const directory = versions
  .map((version) => join(DEBIAN, version, 'bin'))
  .find((bin) => existsSync(join(bin, 'initdb')))

const missing = directory === undefined ? programIsMissing('initdb', 'apt-get install postgresql') : undefined
const program = (name: string): string => (directory === undefined ? name : join(directory, name))

/** A server refuses to run as root. */
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

;(missing === undefined ? describe : describe.skip)(
  `the SQL of the migration (${missing ?? 'PostgreSQL'})`,
  () => {
    let folder: string
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

    // Nothing is piped: the server would hold on to the pipe, and the call never end.
    const control = (...args: string[]): void => {
      execFileSync(...asServer([program('pg_ctl'), '-D', join(folder, 'data'), ...args]), { stdio: 'ignore' })
    }

    /** As the task does it. */
    const migrate = (password: string): string =>
      psql('master', 'master', SQL.replaceAll('@PASSWORD@', password))

    beforeAll(async () => {
      folder = mkdtempSync(join(tmpdir(), 'postgres-'))
      chmodSync(folder, 0o777)
      port = await freePort()
      const run = (args: readonly string[]): unknown => execFileSync(...asServer(args), { stdio: 'pipe' })
      run([
        program('initdb'),
        '-D',
        join(folder, 'data'),
        '-U',
        'root',
        '--auth=trust',
        '--encoding=UTF8',
        '--no-sync',
      ])
      const settings = `-c fsync=off -c listen_addresses=127.0.0.1 -k ${folder} -p ${port}`
      control('start', '-w', '-o', settings, '-l', join(folder, 'log'))
      // The master of RDS: no superuser, but it makes roles and owns the first database.
      psql('root', '', "CREATE ROLE master LOGIN PASSWORD 'master' CREATEROLE CREATEDB", 'postgres')
      psql('root', '', 'CREATE DATABASE langfuse OWNER master', 'postgres')
      const hba = join(folder, 'data/pg_hba.conf')
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
      rmSync(folder, { recursive: true, force: true })
    })

    test('makes a role that owns the database and may make what Langfuse keeps there', () => {
      migrate('first')
      const make =
        'CREATE TABLE traces (id text); CREATE EXTENSION IF NOT EXISTS pg_trgm; CREATE SCHEMA more;'
      psql('langfuse', 'first', make)
      const owner = 'SELECT pg_get_userbyid(datdba) FROM pg_database WHERE datname = current_database()'
      expect(psql('langfuse', 'first', owner)).toBe('langfuse')
      const powers =
        "SELECT rolsuper OR rolcreaterole OR rolcreatedb FROM pg_roles WHERE rolname = 'langfuse'"
      expect(psql('langfuse', 'first', powers)).toBe('f')
    })

    test('changes nothing the second time', () => {
      migrate('first')
      expect(psql('langfuse', 'first', 'SELECT count(*) FROM traces')).toBe('0')
    })

    test('makes a new value of the secret the password', () => {
      migrate('second')
      expect(psql('langfuse', 'second', 'SELECT current_user')).toBe('langfuse')
      expect(() => psql('langfuse', 'first', 'SELECT 1')).toThrow(/password authentication failed/)
    })
  },
)
