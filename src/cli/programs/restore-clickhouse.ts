import type { ProgramRuntime } from './start'

export interface RestoreArguments {
  /** Name of a backup, for example `incremental/2026-11-25T03-00-00Z`. */
  readonly backup: string
  readonly pollMs: number
}

/** The unfinished restore, as the comment of a database: it outlives this task and a restart of ClickHouse. */
interface Restore {
  readonly backup: string
  /** Database that keeps the previous data. */
  readonly previous: string
}

interface RunningRestore {
  readonly status: string
  readonly error: string
}

const MARKER = 'langfuse_restore'

/**
 * Runs in the worker's container. Each step looks at ClickHouse first, so that a second run continues an interrupted one:
 * renames the database `default`, restores the backup as `default`, and compares the two. Returns the previous data if the restore fails.
 */
export async function run(
  { backup, pollMs }: RestoreArguments,
  { env, emit }: ProgramRuntime,
): Promise<void> {
  const server = new Server(env)
  const restore = await findOrStart(server, backup)
  const result = await restoreOnce(server, restore, pollMs)
  if (result.status !== 'RESTORED') {
    await undo(server, restore)
    throw new Error(
      `ClickHouse could not restore ${backup}: ${result.error || result.status}. The previous data is in place again.`,
    )
  }
  // Materialized views of the kept database would write to the restored tables.
  const views = await server.select(
    `SELECT name FROM system.tables WHERE database = '${restore.previous}' AND engine = 'MaterializedView'`,
  )
  for (const { name } of views)
    await server.execute(`DROP VIEW IF EXISTS ${restore.previous}.\`${String(name)}\` SYNC`)
  for (const row of await server.select(comparison(restore.previous))) emit('table', row)
  await server.execute(`DROP DATABASE ${MARKER}`)
  emit('restored', restore)
}

async function findOrStart(server: Server, backup: string): Promise<Restore> {
  const [unfinished] = await server.select(`SELECT comment FROM system.databases WHERE name = '${MARKER}'`)
  if (unfinished !== undefined) {
    const { backup: other = '', previous = '' } = parseRecord(String(unfinished['comment']))
    if (other === backup) return { backup, previous: String(previous) }
    throw new Error(
      `The restore of ${String(other)} is unfinished. Finish it first: langfuse-deploy restore clickhouse ${String(other)}`,
    )
  }
  const restore = { backup, previous: await unusedName(server) }
  await server.execute(`CREATE DATABASE ${MARKER} ENGINE = Atomic COMMENT '${JSON.stringify(restore)}'`)
  return restore
}

/** Returns a name for the previous data. That of an earlier restore would mean that the database default is half restored. */
async function unusedName(server: Server): Promise<string> {
  const name = `default_before_${new Date().toISOString().replace(/\D/g, '').slice(0, 14)}`
  const databases = await databaseNames(server)
  let unused = name
  for (let count = 2; databases.includes(unused); count++) unused = `${name}_${count}`
  return unused
}

const databaseNames = async (server: Server): Promise<string[]> =>
  (await server.select('SELECT name FROM system.databases')).map(({ name }) => String(name))

async function restoreOnce(
  server: Server,
  { backup, previous }: Restore,
  pollMs: number,
): Promise<RunningRestore> {
  const databases = await databaseNames(server)
  const running = databases.includes(previous) ? await statusOf(server, previous) : undefined
  if (running?.status !== 'RESTORING' && running?.status !== 'RESTORED') {
    if (databases.includes(previous)) await server.execute('DROP DATABASE IF EXISTS default SYNC')
    else if (databases.includes('default')) await server.execute(`RENAME DATABASE default TO ${previous}`)
    // Asynchronous: it continues if this task stops, and takes longer than an HTTP request may.
    await server.execute(
      `RESTORE DATABASE default FROM Disk('backups', '${backup}') SETTINGS id = '${previous}' ASYNC`,
    )
  }
  for (;;) {
    const status = await statusOf(server, previous)
    if (status?.status !== 'RESTORING') return status ?? { status: 'ClickHouse was restarted', error: '' }
    await new Promise((resolve) => setTimeout(resolve, pollMs))
  }
}

/** Returns a restore by its ID, which is the name of the previous data's database. ClickHouse forgets it when it restarts. */
async function statusOf(server: Server, id: string): Promise<RunningRestore | undefined> {
  const [row] = await server.select(
    `SELECT toString(status) AS status, error FROM system.backups WHERE id = '${id}'`,
  )
  return row === undefined
    ? undefined
    : { status: String(row['status']), error: String(row['error']).split(', Stack trace')[0] ?? '' }
}

async function undo(server: Server, { previous }: Restore): Promise<void> {
  const databases = await databaseNames(server)
  if (databases.includes(previous)) {
    await server.execute('DROP DATABASE IF EXISTS default SYNC')
    await server.execute(`RENAME DATABASE ${previous} TO default`)
  }
  await server.execute(`DROP DATABASE ${MARKER}`)
}

const comparison = (previous: string): string =>
  `SELECT name, toString(sumIf(total_rows, database = 'default')) AS restored, toString(sumIf(total_rows, database = '${previous}')) AS before FROM system.tables WHERE database IN ('default', '${previous}') AND total_rows IS NOT NULL GROUP BY name ORDER BY name`

/** Parses a JSON object of ClickHouse. */
function parseRecord(text: string): Record<string, unknown> {
  const value: unknown = JSON.parse(text)
  return typeof value === 'object' && value !== null ? { ...value } : {}
}

/** ClickHouse's HTTP interface. Uses the database system, because a restore renames default. */
class Server {
  constructor(private readonly env: ProgramRuntime['env']) {}

  async select(sql: string): Promise<Record<string, unknown>[]> {
    const text = await this.execute(`${sql} FORMAT JSONEachRow`)
    return text
      .split('\n')
      .filter((line) => line !== '')
      .map(parseRecord)
  }

  async execute(sql: string): Promise<string> {
    const url = new URL(this.env['CLICKHOUSE_URL'] ?? '')
    url.search = new URLSearchParams({ database: 'system', wait_end_of_query: '1' }).toString()
    const response = await fetch(url, {
      method: 'POST',
      body: sql,
      headers: {
        'x-clickhouse-user': this.env['CLICKHOUSE_USER'] ?? '',
        'x-clickhouse-key': this.env['CLICKHOUSE_PASSWORD'] ?? '',
      },
    })
    const text = await response.text()
    if (!response.ok) throw new Error(text.trim().slice(0, 4000))
    return text
  }
}
