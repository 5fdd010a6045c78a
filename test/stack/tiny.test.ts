import { execFileSync, spawn, type ChildProcess } from 'node:child_process'
import { chmodSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { type AddressInfo, createServer } from 'node:net'
import { tmpdir, userInfo } from 'node:os'
import { join } from 'node:path'
import { gunzipSync } from 'node:zlib'
import { setTimeout as sleep } from 'node:timers/promises'
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import { postgresIsMissing } from '../cli/postgres'
import { redisIsMissing } from '../../testkit/redis'
import { runScript } from './shell-script'

const SCRIPTS = join(import.meta.dirname, '../../terraform/modules/langfuse/tiny')
const DEBIAN = '/usr/lib/postgresql'

/** Debian does not install the server programs on PATH. */
function serverPath(): string {
  const path = process.env['PATH'] ?? ''
  try {
    return [...readdirSync(DEBIAN).map((version) => join(DEBIAN, version, 'bin')), path].join(':')
  } catch {
    return path
  }
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

/** The image's entry point, as far as the script depends on it: it creates the database, runs the files, and starts the server. */
const ENTRY_POINT = `#!/usr/bin/env bash
set -eu
shift
if [ ! -s "$PGDATA/PG_VERSION" ]; then
  initdb -D "$PGDATA" -U postgres --pwfile=<(echo "$POSTGRES_PASSWORD") --no-sync >/dev/null
  pg_ctl -D "$PGDATA" -w -o "-c listen_addresses= -k $PGHOST -p $PGPORT $*" start >/dev/null
  createdb -U postgres "$POSTGRES_DB"
  for file in "$INIT_DIRECTORY"/*.sql; do psql -q -U postgres -v ON_ERROR_STOP=1 -f "$file" "$POSTGRES_DB"; done
  pg_ctl -D "$PGDATA" -w stop >/dev/null
fi
exec postgres -D "$PGDATA" -c listen_addresses=127.0.0.1 -c fsync=off -k "$PGHOST" -p "$PGPORT" "$@"
`

const missing = postgresIsMissing()

;(missing === undefined ? describe : describe.skip)(`PostgreSQL of size tiny (${missing ?? 'real'})`, () => {
  let directory: string
  let port: number
  let server: ChildProcess | undefined

  const asServer = (args: readonly string[]): [string, string[]] => {
    const [first = '', ...rest] = args
    return userInfo().uid === 0 ? ['runuser', ['-u', 'postgres', '--', ...args]] : [first, rest]
  }

  async function start(password: string, username = 'langfuse'): Promise<void> {
    const env = {
      PATH: serverPath(),
      LANGFUSE_USERNAME: username,
      LANGFUSE_PASSWORD: password,
      ROLE_SQL: readFileSync(join(SCRIPTS, '../migrations/role.sql'), 'utf8'),
      POSTGRES_DB: 'langfuse',
      PGDATA: join(directory, 'data'),
      PGHOST: directory,
      PGPORT: String(port),
      HBA_FILE: join(directory, 'hba.conf'),
      INIT_DIRECTORY: join(directory, 'init'),
      ENTRY_POINT: join(directory, 'entry-point.sh'),
    }
    const [program, args] = asServer(['bash', join(SCRIPTS, 'postgres.sh')])
    server = spawn(program, args, { env, stdio: 'ignore' })
    for (let attempt = 0; attempt < 600; attempt++) {
      if (query(password, 'SELECT 1', username) === '1') return
      await sleep(100)
    }
    throw new Error('PostgreSQL did not start')
  }

  async function stop(): Promise<void> {
    const ended = new Promise((resolve) => server?.once('exit', resolve))
    const [program, args] = asServer(['pg_ctl', '-D', join(directory, 'data'), '-m', 'fast', 'stop'])
    execFileSync(program, args, { env: { PATH: serverPath() }, stdio: 'ignore' })
    await ended
    server = undefined
  }

  /** Runs a statement over TCP, as the containers do. Returns the error's text after a failure. */
  function query(password: string, sql: string, user = 'langfuse', database = 'langfuse'): string {
    try {
      return execFileSync(
        'psql',
        ['-h', '127.0.0.1', '-p', String(port), '-U', user, '-v', 'ON_ERROR_STOP=1', '-Atqc', sql, database],
        { env: { PATH: serverPath(), PGPASSWORD: password }, encoding: 'utf8', stdio: 'pipe' },
      ).trim()
    } catch (error) {
      return String((error as { stderr?: string }).stderr)
    }
  }

  beforeAll(async () => {
    directory = mkdtempSync(join(tmpdir(), 'tiny-'))
    mkdirSync(join(directory, 'init'))
    writeFileSync(join(directory, 'entry-point.sh'), ENTRY_POINT)
    for (const path of ['', 'init', 'entry-point.sh']) chmodSync(join(directory, path), 0o777)
    port = await freePort()
    await start('first')
  }, 60_000)

  afterAll(async () => {
    if (server !== undefined) await stop()
    rmSync(directory, { recursive: true, force: true })
  }, 30_000)

  test("Langfuse's role owns its database and is no superuser", () => {
    const sql =
      "SELECT rolsuper, pg_get_userbyid(datdba) FROM pg_roles, pg_database WHERE rolname = 'langfuse' AND datname = 'langfuse'"
    expect(query('first', sql)).toBe('f|langfuse')
    expect(query('first', 'CREATE TABLE projects (id int PRIMARY KEY, name text)')).toBe('')
  })

  test('rejects the superuser, other databases and a wrong password', () => {
    expect(query('first', 'SELECT 1', 'postgres')).toContain('no pg_hba.conf entry')
    expect(query('first', 'SELECT 1', 'langfuse', 'postgres')).toContain('no pg_hba.conf entry')
    expect(query('wrong', 'SELECT 1')).toContain('password authentication failed')
  })

  test('a dump restores into another database', async () => {
    expect(
      query('first', "INSERT INTO projects SELECT id, 'project ' || id FROM generate_series(1, 1000) id"),
    ).toBe('')
    const dumps = join(directory, 'dumps')
    mkdirSync(dumps)
    writeFileSync(join(dumps, '2026-11-01T03-00-00Z.sql.gz.partial'), 'interrupted')
    const env = {
      PGHOST: '127.0.0.1',
      PGPORT: String(port),
      PGUSER: 'langfuse',
      PGDATABASE: 'langfuse',
      PGPASSWORD: 'first',
    }
    const { exitCode, stdout, stderr } = await runScript(
      ['bash', join(SCRIPTS, 'postgres-backup.sh')],
      {},
      { ...env, DUMPS: dumps },
    )
    expect({ exitCode, stderr }).toEqual({ exitCode: 0, stderr: '' })
    const [name = '', ...others] = readdirSync(dumps)
    expect(others).toEqual([])
    expect(JSON.parse(stdout)).toEqual({ event: 'postgres_dumped', name })

    // As in size small: another server's database, which Langfuse's role owns.
    const [program, args] = asServer([
      'createdb',
      '-h',
      directory,
      '-p',
      String(port),
      '-U',
      'postgres',
      '-O',
      'langfuse',
      'restored',
    ])
    // The connection by the socket is open to the superuser only.
    execFileSync(program, args, { env: { PATH: serverPath() } })
    const [restore, restoreArgs] = asServer([
      'psql',
      '-h',
      directory,
      '-p',
      String(port),
      '-U',
      'postgres',
      '-v',
      'ON_ERROR_STOP=1',
      '-qc',
      'SET ROLE langfuse',
      '-f',
      '-',
      'restored',
    ])
    execFileSync(restore, restoreArgs, {
      env: { PATH: serverPath() },
      input: gunzipSync(readFileSync(join(dumps, name))),
      stdio: ['pipe', 'ignore', 'pipe'],
    })
    const [count, countArgs] = asServer([
      'psql',
      '-h',
      directory,
      '-p',
      String(port),
      '-U',
      'postgres',
      '-Atqc',
      "SELECT count(*), max(name), pg_get_userbyid(relowner) FROM projects, pg_class WHERE relname = 'projects' GROUP BY relowner",
      'restored',
    ])
    expect(execFileSync(count, countArgs, { env: { PATH: serverPath() }, encoding: 'utf8' }).trim()).toBe(
      '1000|project 999|langfuse',
    )
  }, 30_000)

  test('a second dump waits for the first one, and does not remove its unfinished file', async () => {
    const dumps = join(directory, 'twice')
    mkdirSync(dumps)
    // Slow enough for the other one to start.
    const pg_dump =
      'for argument; do case $argument in --file=*) file=${argument#--file=};; esac; done\necho begin >"$file"\nsleep 0.5\necho end >>"$file"'
    const dump = () => runScript(['bash', join(SCRIPTS, 'postgres-backup.sh')], { pg_dump }, { DUMPS: dumps })
    const results = await Promise.all([dump(), dump()])
    expect(results.map(({ exitCode, stderr }) => ({ exitCode, stderr }))).toEqual([
      { exitCode: 0, stderr: '' },
      { exitCode: 0, stderr: '' },
    ])
    const names = readdirSync(dumps)
    expect(names.filter((name) => name.endsWith('.partial'))).toEqual([])
    for (const name of names) expect(readFileSync(join(dumps, name), 'utf8')).toBe('begin\nend\n')
  }, 30_000)

  test('a failed dump is not copied to S3', async () => {
    const dumps = join(directory, 'failed')
    const env = {
      PGHOST: '127.0.0.1',
      PGPORT: String(port),
      PGUSER: 'langfuse',
      PGDATABASE: 'langfuse',
      PGPASSWORD: 'wrong',
    }
    const { exitCode } = await runScript(
      ['bash', join(SCRIPTS, 'postgres-backup.sh')],
      {},
      { ...env, DUMPS: dumps },
    )
    expect(exitCode).not.toBe(0)
    expect(readdirSync(dumps).filter((name) => name.endsWith('.sql.gz'))).toEqual([])
  })

  test('both logins work during a rotation, also after a restart of PostgreSQL', async () => {
    expect(query('first', "SELECT rotation.set_login('langfuse_2', 'second')")).toBe('')
    const count = 'SELECT count(*), current_user FROM projects'
    expect(query('second', count, 'langfuse_2')).toBe('1000|langfuse')
    await stop()
    await start('second', 'langfuse_2')
    for (let attempt = 0; attempt < 100 && query('first', 'SELECT 1') !== '1'; attempt++) await sleep(100)
    expect(query('first', count)).toBe('1000|langfuse')
    expect(query('second', "SELECT rotation.set_login('langfuse', NULL)", 'langfuse_2')).toBe('')
    expect(query('first', 'SELECT 1')).toContain('password authentication failed')
  }, 60_000)

  test('keeps its data, and takes the password of its secret at its next start', async () => {
    await stop()
    await start('third')
    expect(query('third', 'SELECT count(*) FROM projects')).toBe('1000')
    expect(query('first', 'SELECT 1')).toContain('password authentication failed')
  }, 60_000)
})

const noRedis = redisIsMissing()

;(noRedis === undefined ? test : test.skip)(
  `Valkey of size tiny requires its password, evicts nothing and keeps its data (${noRedis ?? 'Redis as Valkey'})`,
  async () => {
    const directory = mkdtempSync(join(tmpdir(), 'tiny-valkey-'))
    const port = await freePort()
    const entryPoint = join(directory, 'entry-point.sh')
    writeFileSync(entryPoint, `#!/bin/sh\nexec "$@" --port ${port} --bind 127.0.0.1\n`, { mode: 0o755 })
    const env = {
      PATH: process.env['PATH'],
      VALKEY_PASSWORD: 'secret',
      MAX_MEMORY: '192mb',
      CONFIG_FILE: join(directory, 'valkey.conf'),
      ENTRY_POINT: entryPoint,
      SERVER: 'redis-server',
      DATA: directory,
    }
    const run = () => spawn('sh', [join(SCRIPTS, 'valkey.sh')], { env, stdio: 'ignore' })
    const cli = (password: string, ...args: string[]): string => {
      try {
        const options = {
          env: { PATH: process.env['PATH'], REDISCLI_AUTH: password },
          encoding: 'utf8',
        } as const
        return execFileSync('redis-cli', ['-p', String(port), ...args], { ...options, stdio: 'pipe' }).trim()
      } catch (error) {
        return String(error)
      }
    }
    const ready = async () => {
      for (let attempt = 0; attempt < 100 && cli('secret', 'ping') !== 'PONG'; attempt++) await sleep(50)
    }
    let server = run()
    try {
      await ready()
      expect(cli('wrong', 'get', 'job')).toMatch(/NOAUTH|WRONGPASS/)
      expect(cli('secret', 'config', 'get', 'maxmemory-policy')).toContain('noeviction')
      expect(cli('secret', 'config', 'get', 'maxmemory')).toContain(String(192 * 1024 * 1024))
      expect(cli('secret', 'set', 'job', '1')).toBe('OK')
      const ended = new Promise((resolve) => server.once('exit', resolve))
      server.kill('SIGTERM')
      await ended
      server = run()
      await ready()
      expect(cli('secret', 'get', 'job')).toBe('1')
    } finally {
      const ended = new Promise((resolve) => server.once('exit', resolve))
      server.kill('SIGTERM')
      await ended
      rmSync(directory, { recursive: true, force: true })
    }
  },
  30_000,
)

describe('upload.sh', () => {
  const upload = async (aws: string) => {
    const mount = mkdtempSync(join(tmpdir(), 'tiny-mount-'))
    mkdirSync(join(mount, 'dumps'))
    for (const name of ['a.sql.gz', 'b.sql.gz', 'c.sql.gz.partial'])
      writeFileSync(join(mount, 'dumps', name), name)
    try {
      const env = {
        MOUNT_POINT: mount,
        METRIC_NAMESPACE: 'langfuse/clickhouse',
        DUMP_URL: 's3://backups/postgres/',
      }
      const result = await runScript(['bash', join(SCRIPTS, 'upload.sh')], { mountpoint: 'true', aws }, env)
      return { ...result, left: readdirSync(join(mount, 'dumps')) }
    } finally {
      rmSync(mount, { recursive: true, force: true })
    }
  }

  test('copies complete dumps, counts them and removes them', async () => {
    const { exitCode, calls, left } = await upload('echo "$1 $2 ${@: -1}" >>"$FAKE_DIR/calls"')
    expect(exitCode).toBe(0)
    expect(calls).toEqual([
      's3 cp s3://backups/postgres/a.sql.gz',
      'cloudwatch put-metric-data 1',
      's3 cp s3://backups/postgres/b.sql.gz',
      'cloudwatch put-metric-data 1',
    ])
    expect(left).toEqual(['c.sql.gz.partial'])
  })

  test('keeps a dump that S3 does not accept', async () => {
    const { exitCode, left } = await upload('[ "$1" != s3 ]')
    expect(exitCode).not.toBe(0)
    expect(left).toEqual(['a.sql.gz', 'b.sql.gz', 'c.sql.gz.partial'])
  })
})

test('the images of images.tiny.yaml are those that the module requires', () => {
  const text = readFileSync(join(import.meta.dirname, '../../images.tiny.yaml'), 'utf8')
  expect([...text.matchAll(/^ {2}(\w+):$/gm)].map(([, name]) => name)).toEqual(['postgres', 'valkey'])
})
