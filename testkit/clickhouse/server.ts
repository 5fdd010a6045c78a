import { type ChildProcess, fork } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { buffer } from 'node:stream/consumers'
import { gunzipSync, gzipSync } from 'node:zlib'
import { installPart, partIsMissing } from '../npm-part'
import type { Answer, Statement } from './engine'

/** Returns the reason to skip a test without ClickHouse's engine. @throws Error in CI */
export const engineIsMissing = (): string | undefined => partIsMissing('clickhouse')

/** Parameters of a request that are no settings of the engine. */
const NO_SETTINGS = ['database', 'query', 'default_format', 'wait_end_of_query', 'enable_http_compression']

/** ClickHouse's engine (chdb) behind its HTTP interface, with one user. It has no replication and no ON CLUSTER. */
export class ClickHouse {
  /** All statements, in order. */
  readonly statements: string[] = []
  /** Acts on a statement before the engine runs it: `reset` closes the connection, `cut` sends half of the answer. */
  fault: (sql: string) => 'reset' | 'cut' | undefined = () => undefined
  /** Called after the engine ran a statement. May replace its answer. */
  after: (sql: string, answer: string) => Promise<string | undefined> = () => Promise.resolve(undefined)
  /** Replaces parts of a statement that the engine does not know, such as a disk of the server's configuration. */
  rewrite: (sql: string) => string = (sql) => sql
  /** Compresses answers for clients that accept any compression. */
  isCompressed = false
  private readonly server = createServer((from, to) => void this.serve(from, to))
  private readonly waiting = new Map<number, (answer: Answer) => void>()
  private next = 1

  private constructor(
    private readonly directory: string,
    private readonly engine: ChildProcess,
    private readonly password: string,
  ) {
    engine.on('message', (answer: Answer) => this.waiting.get(answer.id)?.(answer))
  }

  static async start(password = 'secret'): Promise<ClickHouse> {
    const directory = mkdtempSync(join(tmpdir(), 'clickhouse-'))
    const engine = fork(join(import.meta.dirname, 'engine.ts'), [directory, installPart('clickhouse')], {
      execArgv: ['--import', 'tsx'],
      env: { ...process.env, NODE_OPTIONS: '' },
      serialization: 'advanced',
    })
    const clickhouse = new ClickHouse(directory, engine, password)
    await new Promise<void>((resolve, reject) => {
      clickhouse.waiting.set(0, () => {
        resolve()
      })
      engine.once('exit', (code) => {
        reject(new Error(`The engine ended with ${String(code)}`))
      })
    })
    await new Promise<void>((resolve) => clickhouse.server.listen(0, '127.0.0.1', resolve))
    return clickhouse
  }

  get url(): string {
    return `http://127.0.0.1:${(this.server.address() as AddressInfo).port}`
  }

  /** Environment of a container, with the prefix of its variables. */
  environment(prefix: string): Record<string, string> {
    return {
      [`${prefix}_URL`]: this.url,
      [`${prefix}_USER`]: 'langfuse',
      [`${prefix}_PASSWORD`]: this.password,
    }
  }

  async stop(): Promise<void> {
    this.server.closeAllConnections()
    await new Promise((resolve) => this.server.close(resolve))
    const exited = new Promise((resolve) => this.engine.once('exit', resolve))
    this.engine.disconnect()
    await exited
    rmSync(this.directory, { recursive: true, force: true })
  }

  /** Runs a statement without HTTP. @returns its rows */
  async query(sql: string): Promise<Record<string, unknown>[]> {
    const bytes = await this.execute(
      sql.startsWith('SELECT') ? `${sql} FORMAT JSONEachRow` : sql,
      {},
      undefined,
    )
    const lines = Buffer.from(bytes).toString().split('\n')
    return lines.filter((line) => line !== '').map((line) => JSON.parse(line) as Record<string, unknown>)
  }

  private execute(
    sql: string,
    settings: Statement['settings'],
    rows: Statement['rows'],
  ): Promise<Uint8Array> {
    const id = this.next++
    return new Promise((resolve, reject) => {
      this.waiting.set(id, ({ bytes, error }) => {
        this.waiting.delete(id)
        if (error === undefined) resolve(bytes ?? new Uint8Array())
        else reject(new Error(error))
      })
      const statement: Statement = { id, sql, settings, rows }
      this.engine.send(statement)
    })
  }

  private async serve(from: IncomingMessage, to: ServerResponse): Promise<void> {
    const parameters = new URL(from.url ?? '', this.url).searchParams
    const body = await buffer(from).catch(() => undefined)
    // A client that breaks off its request has sent only a part of its rows.
    if (body === undefined) return
    const query = parameters.get('query')
    const sql = query ?? body.toString()
    this.statements.push(sql)
    const { 'x-clickhouse-user': user, 'x-clickhouse-key': key, 'accept-encoding': accepted } = from.headers
    if (user !== 'langfuse' || key !== this.password) {
      to.writeHead(403).end(
        `Code: 516. DB::Exception: ${String(user)}: Authentication failed. (AUTHENTICATION_FAILED)`,
      )
      return
    }
    const fault = this.fault(sql)
    if (fault === 'reset') {
      from.socket.destroy()
      return
    }
    const settings = Object.fromEntries([...parameters].filter(([name]) => !NO_SETTINGS.includes(name)))
    const rows = from.headers['content-encoding'] === 'gzip' ? gunzipSync(body) : body
    try {
      const bytes = await this.execute(this.rewrite(sql), settings, query === null ? undefined : rows)
      const replaced = await this.after(sql, Buffer.from(bytes).toString())
      this.answer(from, to, {
        bytes: replaced === undefined ? bytes : Buffer.from(replaced),
        fault,
        isCompressed: this.isCompressed && accepted !== undefined,
      })
    } catch (error) {
      to.writeHead(500).end(
        `${error instanceof Error ? error.message : String(error)}, Stack trace (when copying)`,
      )
    }
  }

  private answer(
    from: IncomingMessage,
    to: ServerResponse,
    { bytes, fault, isCompressed }: { bytes: Uint8Array; fault: 'cut' | undefined; isCompressed: boolean },
  ): void {
    const content = isCompressed ? gzipSync(bytes) : bytes
    to.writeHead(200, isCompressed ? { 'content-encoding': 'gzip' } : {})
    if (fault === undefined) {
      to.end(content)
      return
    }
    to.write(content.subarray(0, content.length / 2), () => {
      from.socket.destroy()
    })
  }
}
