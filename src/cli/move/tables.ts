import { textAt } from '../../text/json'

/** The part of a server that reads. */
interface Selects {
  select(sql: string): Promise<Record<string, unknown>[]>
}

/** Exists in the target while it is a copy, so that no other data is overwritten. */
export const MARKER = 'langfuse_move'
const MIGRATIONS = 'schema_migrations'

/** A table or view of the database `default`. */
export interface Table {
  readonly name: string
  readonly engine: string
  readonly sql: string
  readonly key: string
  readonly version: string
  readonly bytes: number
  readonly rows: number
  /** Column of the partition key, if it is a time. */
  readonly time: string
  readonly columns: string
}

/** Rows without outdated versions, and a hash of their keys and versions. */
export interface Partition {
  readonly rows: number
  readonly hash: string
}

/** By partition ID. */
export type Partitions = ReadonlyMap<string, Partition>
export const isView = ({ engine }: Table): boolean => engine.endsWith('View')
export const isStored = ({ engine, name }: Table): boolean => engine.endsWith('MergeTree') && name !== MARKER
export const final = ({ engine }: Table): string =>
  /(?:^|Replicated|Shared)MergeTree$/.test(engine) ? '' : ' FINAL'
export const rowsOf = (partitions: Partitions): number =>
  [...partitions.values()].reduce((sum, { rows }) => sum + rows, 0)

/** Returns the IDs of the partitions that differ, sorted. */
export function differences(own: Partitions, other: Partitions): string[] {
  const isEqual = (id: string): boolean =>
    own.get(id)?.hash === other.get(id)?.hash && own.get(id)?.rows === other.get(id)?.rows
  return [...new Set([...own.keys(), ...other.keys()])].filter((id) => !isEqual(id)).sort()
}

/** The table of the migrations is last, so that an unfinished copy has no schema version. */
export async function readTables(server: Selects): Promise<Table[]> {
  const rows = await server.select(
    `SELECT name, engine, create_table_query AS sql, sorting_key AS key, partition_key AS partition, extract(engine_full, 'ReplacingMergeTree\\((?:\\'[^\\']*\\', \\'[^\\']*\\'(?:, )?)?(\\w*)') AS version, toFloat64(ifNull(total_bytes, 0)) AS bytes, toFloat64(ifNull(total_rows, 0)) AS rows FROM system.tables WHERE database = 'default' AND NOT startsWith(name, '.inner') ORDER BY name = '${MIGRATIONS}', bytes`,
  )
  const columns = await server.select(
    `SELECT table, arrayStringConcat(groupArray(concat('\`', name, '\`')), ', ') AS columns, anyIf(name, is_in_partition_key AND startsWith(type, 'DateTime')) AS time FROM (SELECT * FROM system.columns WHERE database = 'default' AND default_kind NOT IN ('MATERIALIZED', 'ALIAS', 'EPHEMERAL') ORDER BY table, position) GROUP BY table`,
  )
  return rows.map((row) => {
    const own = columns.find(({ table }) => table === row['name'])
    const at = (key: string): string => textAt(row, key) ?? ''
    return {
      name: at('name'),
      engine: at('engine'),
      sql: at('sql'),
      key: at('key'),
      version: at('version'),
      bytes: Number(row['bytes']),
      rows: Number(row['rows']),
      time: textAt(own, 'time') ?? '',
      columns: textAt(own, 'columns') ?? '',
    }
  })
}
