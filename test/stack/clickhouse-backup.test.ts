import { afterEach, beforeEach, describe, expect, test } from '@jest/globals'
import { execFile } from 'node:child_process'
import { chmod, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

const TIME = /\d{4}-\d\d-\d\dT\d\d-\d\d-\d\dZ|\d{8}_\d{6}/g

/** Answers what it is told to, fails on the query it is told to fail on, and writes down every query on one line. */
const CLIENT = `#!/usr/bin/env bash
for query in "$@"; do :; done
echo $query >>"$WORLD/queries"
case "$query" in
  *"$FAILS_ON"*) [ -z "$FAILS_ON" ] || exit 1 ;;
esac
case "$query" in
  *'end_time >'*) echo "$BASE" ;;
  *MaterializedView*) echo events_core_mv ;;
esac
`

describe('the backup task', () => {
  let world: string

  beforeEach(async () => {
    world = await mkdtemp(join(tmpdir(), 'clickhouse-backup-'))
    await writeFile(join(world, 'queries'), '')
    await writeFile(join(world, 'clickhouse-client'), CLIENT)
    await chmod(join(world, 'clickhouse-client'), 0o755)
  })

  afterEach(() => rm(world, { recursive: true, force: true }))

  async function run(given: Readonly<Record<string, string>>) {
    const env = {
      PATH: `${world}:${process.env['PATH'] ?? ''}`,
      WORLD: world,
      CLICKHOUSE_HOST: 'clickhouse.langfuse.internal',
      BACKUP: '',
      BASE: '',
      FAILS_ON: '',
      ...given,
    }
    const { exitCode, stdout } = await new Promise<{ exitCode: number; stdout: string }>((done) => {
      execFile('bash', ['terraform/langfuse/clickhouse/backup.sh'], { env }, (error, out) => {
        done({
          exitCode: error === null ? 0 : typeof error.code === 'number' ? error.code : 1,
          stdout: out.replace(TIME, '<time>'),
        })
      })
    })
    const queries = (await readFile(join(world, 'queries'), 'utf8'))
      .replace(TIME, '<time>')
      .trim()
      .split('\n')
    return { exitCode, stdout, queries }
  }

  test('makes a full backup where there is none to build on', async () => {
    const { exitCode, stdout, queries } = await run({ COMMAND: 'backup' })
    expect(exitCode).toBe(0)
    expect(queries.slice(1)).toEqual([
      "BACKUP DATABASE default TO Disk('backups', 'full/<time>')",
      'SYSTEM FLUSH LOGS',
    ])
    expect(JSON.parse(stdout)).toEqual({ event: 'backup_created', name: 'full/<time>', base: '' })
  })

  test('makes an incremental one on the full one of the week', async () => {
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

  test('a backup that fails is not told as made', async () => {
    expect(await run({ COMMAND: 'backup', FAILS_ON: 'BACKUP DATABASE' })).toMatchObject({
      exitCode: 1,
      stdout: '',
    })
  })

  test('a restore keeps what was there, without the views that would write into what is restored', async () => {
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
      kept: 'default_before_<time>',
    })
  })

  test('a restore that fails puts back what was there', async () => {
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

  test('any other command is refused', async () => {
    expect(await run({ COMMAND: 'drop' })).toMatchObject({ exitCode: 2, queries: [''] })
  })
})

describe('the configuration of ClickHouse', () => {
  const read = (name: string) => readFile(`terraform/langfuse/clickhouse/${name}`, 'utf8')

  test('every system table that is on has a time to live', async () => {
    const config = await read('config.xml')
    const kept = [...config.matchAll(/<(\w+_log) replace="1">(.*?)<\/\1>/gs)].map(([, name, body]) => ({
      name,
      isBounded: /<ttl>event_date \+ INTERVAL \d+ DAY DELETE<\/ttl>/.test(body ?? ''),
    }))
    expect(kept).toEqual(
      ['query_log', 'part_log', 'error_log', 'backup_log'].map((name) => ({ name, isBounded: true })),
    )
  })

  test('those that fill disks are off', async () => {
    const config = await read('config.xml')
    const off = [...config.matchAll(/<(\w+) remove="1"\/>/g)].map(([, name]) => name)
    expect(off).toEqual(
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

  test('passwords come from the environment, and nobody gets in without one', async () => {
    const users = await read('users.xml')
    expect(users.match(/<password.*/g)).toEqual([
      '<password from_env="LANGFUSE_PASSWORD"/>',
      '<password from_env="GRAFANA_PASSWORD"/>',
    ])
    expect(users).toContain('<default remove="1"/>')
  })
})
