import { text } from 'node:stream/consumers'
import { sendStatement } from './clickhouse'
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
  /** Whether the database `default` is complete, and only the mark and the views of the previous one are left. */
  readonly isRestored: boolean
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
  const restore = await findOrStart(server, backup, emit)
  if (!restore.isRestored) {
    const result = await restoreOnce(server, restore, pollMs)
    if (result.status !== 'RESTORED') {
      await undo(server, restore)
      emit('database', { state: 'previous' })
      throw new Error(
        `ClickHouse could not restore ${backup}: ${result.error || result.status}. The previous data is in place again.`,
      )
    }
    // From here, the previous data cannot return, because it lacks its views.
    await mark(server, 'ALTER DATABASE', { ...restore, isRestored: true })
  }
  await finish(server, restore)
  for (const row of await server.select(comparison(restore.previous))) emit('table', row)
  emit('restored', { backup, previous: restore.previous })
}

/** Removes the materialized views of the kept database, which would write to the restored tables, and the mark. */
async function finish(server: Server, { previous }: Restore): Promise<void> {
  const views = await server.select(
    `SELECT name FROM system.tables WHERE database = '${previous}' AND engine = 'MaterializedView'`,
  )
  for (const { name } of views)
    await server.execute(`DROP VIEW IF EXISTS ${previous}.\`${String(name)}\` SYNC`)
  await server.execute(`DROP DATABASE IF EXISTS ${MARKER}`)
}

/** Continues an unfinished restore. One of another backup that ClickHouse no longer carries out is ended first. */
async function findOrStart(server: Server, backup: string, emit: ProgramRuntime['emit']): Promise<Restore> {
  const unfinished = await findUnfinished(server)
  if (unfinished !== undefined) emit('database', { state: 'incomplete' })
  if (unfinished?.backup === backup) return unfinished
  if (unfinished !== undefined) await end(server, unfinished)
  emit('database', { state: 'previous' })
  const restore = { backup, previous: await unusedName(server), isRestored: false }
  await mark(server, 'CREATE DATABASE', restore)
  emit('database', { state: 'incomplete' })
  return restore
}

async function findUnfinished(server: Server): Promise<Restore | undefined> {
  const [database] = await server.select(`SELECT comment FROM system.databases WHERE name = '${MARKER}'`)
  if (database === undefined) return undefined
  const { backup = '', previous = '', isRestored } = parseRecord(String(database['comment']))
  return { backup: String(backup), previous: String(previous), isRestored: isRestored === true }
}

async function mark(
  server: Server,
  change: 'CREATE DATABASE' | 'ALTER DATABASE',
  restore: Restore,
): Promise<void> {
  const comment = `COMMENT '${JSON.stringify(restore)}'`
  await server.execute(
    change === 'CREATE DATABASE'
      ? `CREATE DATABASE ${MARKER} ENGINE = Atomic ${comment}`
      : `ALTER DATABASE ${MARKER} MODIFY ${comment}`,
  )
}

/** Ends an unfinished restore, for example of a backup that has expired since. */
async function end(server: Server, restore: Restore): Promise<void> {
  if (restore.isRestored) return finish(server, restore)
  if ((await statusOf(server, restore.previous))?.status === 'RESTORING')
    throw new Error(
      `ClickHouse still restores ${restore.backup}. Wait for its end: langfuse-deploy restore clickhouse ${restore.backup}`,
    )
  await undo(server, restore)
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
  await server.execute(`DROP DATABASE IF EXISTS ${MARKER}`)
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
    const lines = (await this.execute(`${sql} FORMAT JSONEachRow`)).split('\n')
    return lines.filter((line) => line !== '').map(parseRecord)
  }

  async execute(sql: string): Promise<string> {
    return text(await sendStatement(sql, { database: 'system', wait_end_of_query: '1' }, this.env))
  }
}
