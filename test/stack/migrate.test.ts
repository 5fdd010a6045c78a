import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, test } from '@jest/globals'
import { runScript, type ScriptRun } from './shell-script'

const PROGRAMS = {
  // golang-migrate prints the version to stderr.
  migrate: `
    echo "migrate $*" >>"$FAKE_DIR/calls"
    [ -z "$VERSION" ] || { echo "$VERSION" >&2; exit "\${STATUS:-0}"; }`,
  prisma: 'echo "prisma $(tr "\\n" " ") $*" >>"$FAKE_DIR/calls"',
  'dumb-init':
    'echo "entry point with ${LANGFUSE_AUTO_CLICKHOUSE_MIGRATION_DISABLED:-migrations} $*" >>"$FAKE_DIR/calls"',
}

/** @param version what `migrate version` prints; the image has the migrations 1 to 36 */
async function migrate(version: string, env: Readonly<Record<string, string>> = {}): Promise<ScriptRun> {
  const migrations = await mkdtemp(join(tmpdir(), 'migrations-'))
  try {
    await mkdir(migrations, { recursive: true })
    for (const name of ['0001_traces', '0008_scores', '0009_b', '0036_events'])
      for (const direction of ['up', 'down'])
        await writeFile(join(migrations, `${name}.${direction}.sql`), '')
    return await runScript(['sh', 'terraform/modules/langfuse/migrations/migrate.sh'], PROGRAMS, {
      MIGRATIONS: migrations,
      VERSION: version,
      MASTER_USERNAME: 'postgres',
      MASTER_PASSWORD: 'p@ss',
      ROLE_SQL: "ALTER ROLE @USERNAME@\nPASSWORD '@PASSWORD@'",
      DATABASE_HOST: 'db',
      DATABASE_NAME: 'langfuse',
      DATABASE_ARGS: 'sslmode=require',
      DATABASE_USERNAME: 'langfuse_2',
      DATABASE_PASSWORD: 'secret',
      CLICKHOUSE_MIGRATION_URL: 'clickhouse://clickhouse:9000',
      CLICKHOUSE_USER: 'langfuse',
      CLICKHOUSE_PASSWORD: 'abc',
      ...env,
    })
  } finally {
    await rm(migrations, { recursive: true })
  }
}

const entryPoint = ({ calls }: ScriptRun): string | undefined =>
  calls.find((call) => call.startsWith('entry'))

describe('migrate.sh', () => {
  test('skips the ClickHouse migrations of an image that is older than the schema', async () => {
    const result = await migrate('46')
    expect(result).toMatchObject({ exitCode: 0, stderr: '' })
    expect(result.stdout).toContain(
      'The ClickHouse schema has version 46. The newest migration of this image is 36. The schema is not changed.',
    )
    expect(entryPoint(result)).toBe('entry point with true -- ./web/entrypoint.sh /bin/true')
  })

  test.each([
    ['an older schema', '35'],
    ['the same schema', '36'],
    ['a new database', 'error: no migration'],
    ['a migration that was interrupted', '46 (dirty)'],
    ['a database that does not answer', 'error: dial tcp: connection refused'],
    ['no output', ''],
  ])('leaves %s to the entry point', async (_, version) => {
    const result = await migrate(version, { STATUS: /error/.test(version) ? '1' : '0' })
    expect(result).toMatchObject({ exitCode: 0, stderr: '' })
    expect(entryPoint(result)).toBe('entry point with migrations -- ./web/entrypoint.sh /bin/true')
  })

  test('gives the login of the secret its password', async () => {
    expect((await migrate('36')).calls[0]).toBe(
      "prisma ALTER ROLE langfuse_2 PASSWORD 'secret' db execute --stdin --url postgresql://postgres:p%40ss@db/langfuse?sslmode=require",
    )
  })

  test('connects to ClickHouse as the entry point does', async () => {
    const result = await migrate('36', { CLICKHOUSE_MIGRATION_SSL: 'true' })
    expect(result.calls.find((call) => call.startsWith('migrate'))).toMatch(
      /^migrate -source file:\S+ -database clickhouse:\/\/clickhouse:9000\?username=langfuse&password=abc&database=default&x-multi-statement=true&secure=true&skip_verify=true&x-migrations-table-engine=MergeTree version$/,
    )
  })

  test('reads the version of a cluster from its replicated table', async () => {
    const env = { CLICKHOUSE_CLUSTER_ENABLED: 'true', CLICKHOUSE_CLUSTER_NAME: 'production' }
    const result = await migrate('46', env)
    expect(result.calls.find((call) => call.startsWith('migrate'))).toMatch(
      /&x-multi-statement=true&x-cluster-name=production&x-migrations-table-engine=ReplicatedMergeTree version$/,
    )
    expect(entryPoint(result)).toBe('entry point with true -- ./web/entrypoint.sh /bin/true')
  })
})
