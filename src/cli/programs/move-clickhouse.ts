import { text } from 'node:stream/consumers'
import { finished } from 'node:stream/promises'
import { setTimeout as sleep } from 'node:timers/promises'
import { textAt } from '../../text/json'
import { ClickHouseServer, COMPARE } from '../move/server'
import {
  differences,
  final,
  isStored,
  isView,
  MARKER,
  type Partitions,
  readTables,
  rowsOf,
  type Table,
} from '../move/tables'
import type { ProgramRuntime } from './start'

export interface MoveArguments {
  /** `check` changes nothing; `first` copies while Langfuse writes; `final` ends with equal data; `late` follows the switch. */
  readonly phase: 'check' | 'first' | 'final' | 'late'
  /** Owner of the copy, for example `langfuse in eu-central-1`. */
  readonly owner: string
  readonly pollMs: number
}

type Effects = Pick<ProgramRuntime, 'emit'> & Pick<MoveArguments, 'owner' | 'pollMs'>

const ATTEMPTS = 3
const POLLS = 6
const SAMPLE_ROWS = 50_000

/** Copies all tables from one ClickHouse to another over HTTP, partition by partition. Runs in a container of the stack. */
export async function run(
  { phase, owner, pollMs }: MoveArguments,
  { env, emit }: ProgramRuntime,
): Promise<void> {
  const [source, target] = [
    new ClickHouseServer('source', env, 'CLICKHOUSE'),
    new ClickHouseServer('target', env, 'TARGET'),
  ]
  const move = new Move(source, target, { emit, owner, pollMs })
  if (phase === 'late') return move.addLate()
  const tables = await readTables(source)
  await move.refuseOtherData(tables)
  if (phase === 'check') return move.measure(tables)
  await move.copy(tables, phase === 'final')
}

class Move {
  constructor(
    private readonly source: ClickHouseServer,
    private readonly target: ClickHouseServer,
    private readonly effects: Effects,
  ) {}

  /** @throws Error if the target has data that is no copy of this stack's, or that Langfuse has changed since */
  async refuseOtherData(tables: readonly Table[]): Promise<void> {
    const names = new Set(
      (await readTables(this.target)).filter(({ rows }) => rows > 0).map(({ name }) => name),
    )
    const [copy] = names.has(MARKER)
      ? await this.target.select(`SELECT owner, max(copied) AS copied FROM ${MARKER} GROUP BY owner`)
      : []
    const found = tables.filter(({ name }) => names.has(name))
    if (copy === undefined) {
      if (found.length === 0) return
      throw new Error(
        `The target has rows in ${found.map(({ name }) => name).join(', ')} that are no copy of this stack. Nothing was changed. Use an empty service, or drop these tables there.`,
      )
    }
    if (copy['owner'] !== this.effects.owner)
      throw new Error(
        `The target has a copy of ${String(copy['owner'])}. Nothing was changed. Use an empty service, or drop the tables of its database default.`,
      )
    if (copy['copied'] === '') return
    for (const { name, version } of found.filter((table) => table.version !== '')) {
      const newest = `SELECT toString(max(${version})) AS at FROM ${name}`
      const [[own], [other]] = await Promise.all([this.source.select(newest), this.target.select(newest)])
      if (String(other?.['at']) > String(own?.['at']))
        throw new Error(
          `The target's ${name} has newer rows than this stack's ClickHouse: Langfuse has used it since the copy. Nothing was changed. To discard them, drop the tables of the target's database default.`,
        )
    }
  }

  /** Reports the versions, the size of each table, and how long it takes to read a sample of the largest. */
  async measure(tables: readonly Table[]): Promise<void> {
    const version = 'SELECT version() AS version'
    const [[own], [other]] = await Promise.all([this.source.select(version), this.target.select(version)])
    this.effects.emit('versions', { source: own?.['version'], target: other?.['version'] })
    const stored = tables.filter(isStored)
    for (const { name, rows, bytes } of stored) this.effects.emit('table', { name, rows, bytes })
    const [largest] = [...stored].sort((a, b) => b.bytes - a.bytes)
    if (largest === undefined || largest.rows === 0) return
    const started = performance.now()
    const sample = await this.source.open(
      `SELECT ${largest.columns} FROM ${largest.name} LIMIT ${SAMPLE_ROWS} FORMAT Native`,
    )
    // Reads the answer to its end.
    sample.resume()
    await finished(sample)
    const bytes = (largest.bytes / largest.rows) * Math.min(SAMPLE_ROWS, largest.rows)
    this.effects.emit('sample', { bytes, ms: performance.now() - started })
  }

  /** Copies the partitions that differ. Views are created last: a materialized view would add rows that are copied anyway. */
  async copy(tables: readonly Table[], isFinal: boolean): Promise<void> {
    const [start] = await this.source.select(
      `SELECT formatDateTime(now('UTC') - INTERVAL 5 MINUTE, '%F %T') AS at`,
    )
    await this.prepare(tables)
    const stored = tables.filter(isStored)
    const total = stored.reduce((sum, { bytes }) => sum + bytes, 0)
    let done = 0
    for (const table of stored) {
      await this.copyTable(table, isFinal)
      done += table.bytes
      this.effects.emit('progress', { name: table.name, done, total })
    }
    if (!isFinal) return
    await this.createAll(tables.filter((table) => isView(table)))
    for (const table of stored.filter(({ time }) => time !== '')) await this.compareWeek(table)
    await this.target.execute(
      `INSERT INTO ${MARKER} VALUES ('${this.effects.owner}', '${String(start?.['at'])}')`,
    )
    this.effects.emit('copied', { at: start?.['at'] })
  }

  private async prepare(tables: readonly Table[]): Promise<void> {
    const existing = new Map((await readTables(this.target)).map((table) => [table.name, table]))
    if (!existing.has(MARKER)) {
      await this.target.create(
        `CREATE TABLE default.${MARKER} (owner String, copied String) ENGINE = MergeTree ORDER BY owner`,
      )
      await this.target.execute(`INSERT INTO ${MARKER} VALUES ('${this.effects.owner}', '')`)
    }
    for (const table of tables) {
      const other = existing.get(table.name)
      // Views return at the end. Langfuse's migrations may have changed a table since the last run.
      const isOutdated = other !== undefined && (isView(table) || other.columns !== table.columns)
      if (isOutdated) await this.target.drop(table.name)
      if (isOutdated || other === undefined) existing.delete(table.name)
    }
    await this.createAll(tables.filter((table) => !isView(table) && !existing.has(table.name)))
  }

  /** Creates tables of which some may need others. */
  private async createAll(tables: readonly Table[]): Promise<void> {
    let left = [...tables]
    for (let count = left.length + 1; left.length > 0 && left.length < count;) {
      count = left.length
      const failed: Table[] = []
      let cause: unknown
      for (const table of left)
        await this.target.create(table.sql).catch((error: unknown) => {
          failed.push(table)
          cause = error
        })
      if (failed.length === count) throw cause
      left = failed
    }
  }

  private async copyTable(table: Table, isFinal: boolean): Promise<void> {
    for (let attempt = 1; ; attempt += 1) {
      const [own, other] = await this.partitions(table)
      const different = differences(own, other)
      if (different.length === 0) {
        if (isFinal)
          this.effects.emit('table', { name: table.name, source: rowsOf(own), target: rowsOf(other) })
        return
      }
      if (attempt > ATTEMPTS)
        throw new Error(
          `${table.name} still differs after ${ATTEMPTS} copies: ${rowsOf(own)} rows in the source, ${rowsOf(other)} in the target. Something writes to one of them. Stop it and run the command again.`,
        )
      for (const id of different)
        await this.copyPartition(table, id, { isOwn: own.has(id), isOther: other.has(id) })
      if (!isFinal) return
    }
  }

  /** Reads both sides until they are equal: a replica of the target may lag behind the one that took the insert. */
  private async partitions(table: Table): Promise<[Partitions, Partitions]> {
    for (let poll = 1; ; poll += 1) {
      const [own, other] = await Promise.all([this.source.partitions(table), this.target.partitions(table)])
      if (poll === POLLS || other.size === 0 || differences(own, other).length === 0) return [own, other]
      await sleep(this.effects.pollMs)
    }
  }

  private async copyPartition(
    { name, columns }: Table,
    id: string,
    { isOwn, isOther }: { readonly isOwn: boolean; readonly isOther: boolean },
  ): Promise<void> {
    if (isOther) await this.target.execute(`ALTER TABLE ${name} DROP PARTITION ID '${id}'`)
    if (!isOwn) return
    await this.stream({ name, columns }, `_partition_id = '${id}'`)
  }

  private async stream(table: Pick<Table, 'name' | 'columns'>, condition: string): Promise<void> {
    const rows = await this.source.open(
      `SELECT ${table.columns} FROM ${table.name} WHERE ${condition} FORMAT Native`,
    )
    try {
      await text(await this.target.open(`INSERT INTO ${table.name} (${table.columns}) FORMAT Native`, rows))
    } finally {
      rows.destroy()
    }
  }

  /** Compares all columns of the last seven days, from a time that is the same on both servers. */
  private async compareWeek(table: Table): Promise<void> {
    const [start] = await this.source.select(`SELECT toUInt32(now() - INTERVAL 7 DAY) AS at`)
    const sql = `SELECT toUInt32(count()) AS rows, toString(sum(cityHash64(formatRowNoNewline('JSONEachRow', ${table.columns})))) AS hash FROM ${table.name}${final(table)} WHERE ${table.time} >= toDateTime(${String(start?.['at'])})`
    const [[own], [other]] = await Promise.all([
      this.source.select(sql, COMPARE),
      this.target.select(sql, COMPARE),
    ])
    this.effects.emit('week', { name: table.name, source: own?.['rows'], target: other?.['rows'] })
    if (own?.['hash'] !== other?.['hash'])
      throw new Error(
        `${table.name} has other values in the target for the last seven days, in ${String(own?.['rows'])} and ${String(other?.['rows'])} rows. Drop the table there and run the command again.`,
      )
  }

  /** Adds rows that the source got after the copy. The engine keeps the newest version of each row. */
  async addLate(): Promise<void> {
    const tables = await readTables(this.source)
    const isCopy = (await readTables(this.target)).some(({ name }) => name === MARKER)
    const [copy] = isCopy ? await this.target.select(`SELECT max(copied) AS at FROM ${MARKER}`) : []
    const since = textAt(copy, 'at') ?? ''
    if (isCopy && since === '')
      throw new Error('The copy is unfinished, but Langfuse uses it. Set own_server = "active" again.')
    for (const table of since === '' ? [] : tables.filter(({ version }) => version !== '')) {
      const condition = `${table.version} >= toDateTime64('${since}', 6, 'UTC')`
      const [late] = await this.source.select(
        `SELECT toUInt32(count()) AS rows FROM ${table.name} WHERE ${condition}`,
      )
      if (late?.['rows'] === 0) continue
      await this.stream(table, condition)
      this.effects.emit('late', { name: table.name, rows: late?.['rows'] })
    }
    if (isCopy) await this.target.drop(MARKER)
  }
}
