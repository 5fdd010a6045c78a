import { afterEach, beforeEach, describe, expect, test } from '@jest/globals'
import { execFile } from 'node:child_process'
import { chmod, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

const TIME = /\d{4}-\d\d-\d\dT\d\d-\d\d-\d\dZ|\d{8}_\d{6}/g

/** A clickhouse-client that logs each query on one line, fails on queries that match $FAILS_ON, and returns $BASE as base backup. */
const CLIENT = `#!/usr/bin/env bash
for query in "$@"; do :; done
echo $query >>"$FAKE_DIR/queries"
case "$query" in
  *"$FAILS_ON"*) [ -z "$FAILS_ON" ] || exit 1 ;;
esac
case "$query" in
  *'end_time >'*) echo "$BASE" ;;
  *MaterializedView*) echo events_core_mv ;;
esac
`

describe('backup task', () => {
  let directory: string

  beforeEach(async () => {
    directory = await mkdtemp(join(tmpdir(), 'clickhouse-backup-'))
    await writeFile(join(directory, 'queries'), '')
    await writeFile(join(directory, 'clickhouse-client'), CLIENT)
    await chmod(join(directory, 'clickhouse-client'), 0o755)
  })

  afterEach(() => rm(directory, { recursive: true, force: true }))

  async function run(environment: Readonly<Record<string, string>>) {
    const env = {
      PATH: `${directory}:${process.env['PATH'] ?? ''}`,
      FAKE_DIR: directory,
      CLICKHOUSE_HOST: 'clickhouse.langfuse.internal',
      BACKUP: '',
      BASE: '',
      FAILS_ON: '',
      ...environment,
    }
    const { exitCode, stdout } = await new Promise<{ exitCode: number; stdout: string }>((done) => {
      execFile('bash', ['terraform/modules/langfuse/clickhouse/backup.sh'], { env }, (error, out) => {
        done({
          exitCode: error === null ? 0 : typeof error.code === 'number' ? error.code : 1,
          stdout: out.replace(TIME, '<time>'),
        })
      })
    })
    const queries = (await readFile(join(directory, 'queries'), 'utf8'))
      .replace(TIME, '<time>')
      .trim()
      .split('\n')
    return { exitCode, stdout, queries }
  }

  test('creates a full backup if there is no base backup', async () => {
    const { exitCode, stdout, queries } = await run({ COMMAND: 'backup' })
    expect(exitCode).toBe(0)
    expect(queries.slice(1)).toEqual([
      "BACKUP DATABASE default TO Disk('backups', 'full/<time>')",
      'SYSTEM FLUSH LOGS',
    ])
    expect(JSON.parse(stdout)).toEqual({ event: 'backup_created', name: 'full/<time>', base: '' })
  })

  test('creates an incremental backup on a recent full backup', async () => {
    const { stdout, queries } = await run({ COMMAND: 'backup', BASE: 'full/2026-11-23T03-00-00Z' })
    expect(queries[1]).toBe(
      "BACKUP DATABASE default TO Disk('backups', 'incremental/<time>') SETTINGS base_backup = Disk('backups', 'full/<time>')",
    )
    expect(JSON.parse(stdout)).toEqual({
      event: 'backup_created',
      name: 'incremental/<time>',
      base: 'full/<time>',
    })
  })

  test('does not report a failed backup as created', async () => {
    expect(await run({ COMMAND: 'backup', FAILS_ON: 'BACKUP DATABASE' })).toMatchObject({
      exitCode: 1,
      stdout: '',
    })
  })

  test('a restore keeps the previous database without its materialized views', async () => {
    const { exitCode, stdout, queries } = await run({
      COMMAND: 'restore',
      BACKUP: 'full/2026-11-23T03-00-00Z',
    })
    expect(exitCode).toBe(0)
    expect(queries).toEqual([
      'RENAME DATABASE default TO default_before_<time>',
      "RESTORE DATABASE default FROM Disk('backups', 'full/<time>')",
      "SELECT name FROM system.tables WHERE database = 'default_before_<time>' AND engine = 'MaterializedView'",
      'DROP VIEW default_before_<time>.`events_core_mv` SYNC',
    ])
    expect(JSON.parse(stdout)).toEqual({
      event: 'restored',
      name: 'full/<time>',
      previous: 'default_before_<time>',
    })
  })

  test('a failed restore puts the previous database back', async () => {
    const { exitCode, stdout, queries } = await run({
      COMMAND: 'restore',
      BACKUP: 'full/2026-11-23T03-00-00Z',
      FAILS_ON: 'RESTORE DATABASE',
    })
    expect(exitCode).toBe(1)
    expect(queries.slice(2)).toEqual([
      'DROP DATABASE IF EXISTS default SYNC',
      'RENAME DATABASE default_before_<time> TO default',
    ])
    expect(JSON.parse(stdout)).toEqual({ event: 'restore_failed', name: 'full/<time>' })
  })

  test('rejects an unknown command', async () => {
    expect(await run({ COMMAND: 'drop' })).toMatchObject({ exitCode: 2, queries: [''] })
  })
})

describe('ClickHouse configuration', () => {
  const read = (name: string) => readFile(`terraform/modules/langfuse/clickhouse/${name}`, 'utf8')

  test('every enabled system table has a TTL', async () => {
    const config = await read('config.xml')
    const enabled = [...config.matchAll(/<(\w+_log) replace="1">(.*?)<\/\1>/gs)].map(([, name, body]) => ({
      name,
      hasTtl: /<ttl>event_date \+ INTERVAL \d+ DAY DELETE<\/ttl>/.test(body ?? ''),
    }))
    expect(enabled).toEqual(
      ['query_log', 'part_log', 'error_log', 'backup_log'].map((name) => ({ name, hasTtl: true })),
    )
  })

  test('large system tables are disabled', async () => {
    const config = await read('config.xml')
    const disabled = [...config.matchAll(/<(\w+) remove="1"\/>/g)].map(([, name]) => name)
    expect(disabled).toEqual(
      expect.arrayContaining([
        'trace_log',
        'text_log',
        'metric_log',
        'asynchronous_metric_log',
        'processors_profile_log',
        'opentelemetry_span_log',
      ]),
    )
  })

  test('passwords come from the environment, and the default user without a password is removed', async () => {
    const users = await read('users.xml')
    expect(users.match(/<password.*/g)).toEqual([
      '<password from_env="LANGFUSE_PASSWORD"/>',
      '<password from_env="GRAFANA_PASSWORD"/>',
    ])
    expect(users).toContain('<default remove="1"/>')
  })
})
