import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { text } from 'node:stream/consumers'

/**
 * The databases of a ClickHouse and its restores, as its HTTP interface shows them. The statements were run by hand against
 * ClickHouse's engine (chdb 26.7), which cannot make backups itself: it has no setting for the disk.
 */
export class ClickHouse {
  /** Comment by database. */
  databases = new Map<string, string>()
  restores: { id: string; status: string; error: string }[] = []
  readonly statements: string[] = []
  /** Status and number of polls until a restore ends. */
  outcome = { status: 'RESTORED', polls: 2 }
  hasViews = true
  /** The statement that kills the connection, once. */
  diesAt: RegExp | undefined

  private constructor(private readonly server: Server) {}

  static async start(): Promise<ClickHouse> {
    const server = createServer()
    const clickhouse = new ClickHouse(server)
    server.on('request', (from, to) => {
      void text(from).then((sql) => {
        clickhouse.statements.push(sql)
        if (clickhouse.diesAt?.test(sql) === true) {
          clickhouse.diesAt = undefined
          clickhouse.execute(sql)
          from.socket.destroy()
          return
        }
        const rows = clickhouse.execute(sql)
        to.end(rows.map((row) => `${JSON.stringify(row)}\n`).join(''))
      })
    })
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
    return clickhouse
  }

  get environment(): Record<string, string> {
    return {
      CLICKHOUSE_URL: `http://127.0.0.1:${(this.server.address() as AddressInfo).port}`,
      CLICKHOUSE_USER: 'langfuse',
      CLICKHOUSE_PASSWORD: 'x',
    }
  }

  reset(): void {
    this.databases = new Map([
      ['system', ''],
      ['default', 'old data'],
    ])
    this.restores = []
    this.statements.length = 0
    this.outcome = { status: 'RESTORED', polls: 2 }
    this.diesAt = undefined
    this.hasViews = true
  }

  async stop(): Promise<void> {
    this.server.closeAllConnections()
    await new Promise((resolve) => this.server.close(resolve))
  }

  private execute(sql: string): object[] {
    if (sql.startsWith('DROP VIEW')) this.hasViews = false
    const [, name = '', to = ''] =
      /(?:RENAME DATABASE|DROP DATABASE(?: IF EXISTS)?|(?:CREATE|ALTER) DATABASE|RESTORE DATABASE) (\w+)(?: TO (\w+))?/.exec(
        sql,
      ) ?? []
    if (/^(?:CREATE|ALTER) DATABASE/.test(sql))
      this.databases.set(name, /COMMENT '(.*)'$/.exec(sql)?.[1] ?? '')
    if (sql.startsWith('DROP DATABASE')) this.databases.delete(name)
    if (sql.startsWith('RENAME DATABASE')) {
      this.databases.set(to, this.databases.get(name) ?? '')
      this.databases.delete(name)
    }
    if (sql.startsWith('RESTORE DATABASE')) {
      this.databases.set(name, 'restored data')
      const id = /SETTINGS id = '(\w+)' ASYNC$/.exec(sql)?.[1] ?? ''
      this.restores.push({ id, status: 'RESTORING', error: '' })
    }
    return sql.startsWith('SELECT') ? this.select(sql) : []
  }

  private select(sql: string): object[] {
    if (sql.startsWith('SELECT comment'))
      return [...this.databases]
        .filter(([name]) => sql.includes(`'${name}'`))
        .map(([, comment]) => ({ comment }))
    if (sql.startsWith('SELECT name FROM system.databases'))
      return [...this.databases.keys()].map((name) => ({ name }))
    if (sql.includes('MaterializedView')) return this.hasViews ? [{ name: 'events_mv' }] : []
    if (sql.includes('system.backups')) return this.poll(sql)
    return [{ name: 'events_full', restored: '40', before: '58' }]
  }

  private poll(sql: string): object[] {
    const id = /id = '(\w+)'/.exec(sql)?.[1]
    const restore = this.restores.findLast((one) => one.id === id)
    if (restore === undefined) return []
    const { status, error } = restore
    this.outcome.polls -= 1
    if (this.outcome.polls <= 0 && restore.status === 'RESTORING')
      Object.assign(restore, {
        status: this.outcome.status,
        error:
          this.outcome.status === 'RESTORED'
            ? ''
            : 'Code: 599. DB::Exception: Backup not found. (BACKUP_NOT_FOUND), Stack trace (when copying)',
      })
    return [{ status, error }]
  }
}
