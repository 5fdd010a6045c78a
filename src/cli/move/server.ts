import type { ClientRequest, IncomingMessage } from 'node:http'
import { text } from 'node:stream/consumers'
import { pipeline } from 'node:stream/promises'
import { parseObject } from '../../text/json'
import { openRequest } from '../programs/clickhouse'
import type { ProgramRuntime } from '../programs/start'
import { final, type Partitions, type Table } from './tables'

// For as long as the slower server needs. An insert that is the same as an earlier one must not be skipped.
const STREAM = { http_send_timeout: '3600', http_receive_timeout: '3600' }
const INSERT = { ...STREAM, async_insert: '0', insert_deduplicate: '0' }
/** Settings of a query that compares partitions. */
export const COMPARE = { do_not_merge_across_partitions_select_final: '1' }

/** ClickHouse's HTTP interface. */
export class ClickHouseServer {
  private readonly url: string
  private readonly headers: Record<string, string>
  private readonly cluster: string

  constructor(
    private readonly name: string,
    env: ProgramRuntime['env'],
    prefix: string,
  ) {
    this.url = env[`${prefix}_URL`] ?? ''
    this.cluster = env[`${prefix}_CLUSTER`] ?? ''
    this.headers = {
      'x-clickhouse-user': env[`${prefix}_USER`] ?? '',
      'x-clickhouse-key': env[`${prefix}_PASSWORD`] ?? '',
    }
  }

  async select(sql: string, settings = {}): Promise<Record<string, unknown>[]> {
    const lines = (await this.execute(`${sql} FORMAT JSONEachRow`, settings)).split('\n')
    return lines.filter((line) => line !== '').map((line) => parseObject(line) ?? {})
  }

  async execute(sql: string, settings = {}): Promise<string> {
    return text(await this.open(sql, undefined, { wait_end_of_query: '1', ...settings }))
  }

  /** Takes a statement of the source over: as Langfuse's own migrations, ON CLUSTER with replicated engines. */
  async create(sql: string): Promise<void> {
    const own = sql.replace(/ DEFINER = \S+ SQL SECURITY \w+/, '').replace(/ SQL SECURITY \w+/, '')
    await this.execute(
      this.cluster === ''
        ? own
        : own
            .replace(/^CREATE (?:TABLE|VIEW|MATERIALIZED VIEW) \S+/, `$&${this.onCluster}`)
            .replace(/ ENGINE = (?!Replicated)(\w*MergeTree)/, ' ENGINE = Replicated$1'),
    )
  }

  async drop(name: string): Promise<void> {
    await this.execute(`DROP TABLE IF EXISTS default.${name}${this.onCluster} SYNC`)
  }

  private get onCluster(): string {
    return this.cluster === '' ? '' : ` ON CLUSTER \`${this.cluster}\``
  }

  /** Counts rows without outdated versions, whose number depends on merges, and hashes their keys and versions. */
  async partitions(table: Table): Promise<Partitions> {
    const key = [table.key, table.version].filter((part) => part !== '').join(', ')
    const rows = await this.select(
      `SELECT _partition_id AS id, toFloat64(count()) AS rows, toString(sum(cityHash64(tuple(${key})))) AS hash FROM ${table.name}${final(table)} GROUP BY id`,
      COMPARE,
    )
    return new Map(
      rows.map(({ id, rows: count, hash }) => [String(id), { rows: Number(count), hash: String(hash) }]),
    )
  }

  /** Sends a statement, with rows as its body if it inserts. @throws Error that names the server */
  open(sql: string, rows?: IncomingMessage, settings = {}): Promise<IncomingMessage> {
    const url = new URL(this.url)
    url.search = new URLSearchParams({
      database: 'default',
      ...(rows === undefined ? { ...STREAM, enable_http_compression: '1' } : { ...INSERT, query: sql }),
      ...settings,
    }).toString()
    // The target gets the compressed bytes of the source.
    const encoding = rows?.headers['content-encoding']
    const headers = {
      ...this.headers,
      ...(rows === undefined && sql.endsWith('FORMAT Native') && { 'accept-encoding': 'lz4' }),
      ...(encoding !== undefined && { 'content-encoding': encoding }),
    }
    const request = openRequest(url, headers)
    if (rows === undefined) request.end(sql)
    else
      pipeline(rows, request).catch((error: unknown) => {
        request.destroy(error instanceof Error ? error : undefined)
      })
    return this.answer(request, url.origin)
  }

  private answer(request: ClientRequest, origin: string): Promise<IncomingMessage> {
    return new Promise((resolve, reject) => {
      const fail = (cause: string): void => {
        reject(new Error(`The ${this.name} ${origin} ${cause}`))
      }
      request.once('error', ({ message }) => {
        fail(`does not answer: ${message}. Check its address, allow list and password.`)
      })
      request.once('response', (answer) => {
        if (answer.statusCode === 200) resolve(answer)
        else
          void readError(answer).then((cause) => {
            fail(`rejected a statement: ${cause}`)
          }, reject)
      })
    })
  }
}

const readError = async (answer: IncomingMessage): Promise<string> =>
  (await text(answer)).split(', Stack trace')[0]?.trim().slice(0, 2000) ?? ''
