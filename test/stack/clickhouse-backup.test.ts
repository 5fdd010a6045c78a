import { afterEach, beforeEach, describe, expect, test } from '@jest/globals'
import { execFile } from 'node:child_process'
import { chmod, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

const TIME = /\d{4}-\d\d-\d\dT\d\d-\d\d-\d\dZ/g

/** A clickhouse-client that logs each query on one line, fails on queries that match $FAILS_ON, and returns $BASE as base backup. */
const CLIENT = `#!/usr/bin/env bash
for query in "$@"; do :; done
echo $query >>"$FAKE_DIR/queries"
case "$query" in
  *"$FAILS_ON"*) [ -z "$FAILS_ON" ] || exit 1 ;;
esac
case "$query" in
  *'end_time >'*) echo "$BASE" ;;
  *langfuse_restore*) echo "$RESTORE" ;;
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
      RESTORE: '',
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
    expect(queries.slice(2)).toEqual([
      "BACKUP DATABASE default TO Disk('backups', 'full/<time>')",
      'SYSTEM FLUSH LOGS',
    ])
    expect(JSON.parse(stdout)).toEqual({ event: 'backup_created', name: 'full/<time>', base: '' })
  })

  test('creates an incremental backup on a recent full backup', async () => {
    const { stdout, queries } = await run({ COMMAND: 'backup', BASE: 'full/2026-11-23T03-00-00Z' })
    expect(queries[2]).toBe(
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

  test('creates no backup of a half restored database', async () => {
    const { exitCode, stdout, queries } = await run({ COMMAND: 'backup', RESTORE: 'langfuse_restore' })
    expect({ exitCode, stdout }).toEqual({ exitCode: 1, stdout: '' })
    expect(queries).toEqual(["SELECT name FROM system.databases WHERE name = 'langfuse_restore'"])
  })

  test('rejects an unknown command', async () => {
    expect(await run({ COMMAND: 'restore' })).toMatchObject({ exitCode: 2, queries: [''] })
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
