import { isIP, type LookupFunction, type OnReadOpts, type Socket } from 'node:net'
import { BulkConnection } from './bulk-connection'
import { IdleTimeout } from './network-error'
import type { BulkContent, HttpResponse } from './request'
import type { ResponseHead } from './response-head'
import type { SlabPool } from './slabs'

interface BulkOptions {
  readonly slabs: SlabPool
  readonly lookup?: LookupFunction | undefined
  readonly ca?: string | undefined
}

interface BulkRequest {
  readonly url: URL
  readonly headers: Readonly<Record<string, string>>
  readonly idleTimeoutMs: number
  readonly content: BulkContent
}

type Open = (onread: OnReadOpts) => Socket

/** A rest of a response that is cheaper to read than a new connection. */
const MAX_DRAINED_BYTES = 64 * 1024
const MAX_IDLE_CONNECTIONS = 64

/** Sends GET requests with large responses over keep-alive connections of its own. */
export class BulkClient {
  /** By origin. */
  private readonly idle = new Map<string, BulkConnection[]>()
  private readonly connections = new Set<BulkConnection>()
  private isClosed = false
  private readonly sessions = new Map<string, Buffer>()
  /** Origins and kinds of content whose responses need Node's parser. */
  private readonly unsupported = new Set<string>()

  constructor(private readonly options: BulkOptions) {}

  /**
   * Sends a GET request.
   *
   * @returns undefined if Node's client must send it
   * @throws IdleTimeout, errors of Node
   */
  async get(request: BulkRequest): Promise<HttpResponse | undefined> {
    const { origin } = request.url
    if (this.unsupported.has(`${request.content} ${origin}`)) return undefined
    const open = await this.opener(request.url)
    const reused = this.takeIdle(origin)
    if (reused !== undefined) {
      // The server may have closed it at the same time; nothing was answered then.
      const head = await this.send(reused, request).catch((error: unknown) => {
        if (error instanceof IdleTimeout) throw error
        return 'closed' as const
      })
      if (head !== 'closed') return this.respond(reused, head, request)
    }
    const connection = this.connect(open)
    return this.respond(connection, await this.send(connection, request), request)
  }

  /** Opens connections for later requests. */
  async prepare(url: URL, count: number): Promise<void> {
    const open = await this.opener(url)
    if (this.isClosed) return
    const idle = this.idleOf(url.origin)
    while (idle.length < Math.min(count, MAX_IDLE_CONNECTIONS)) idle.push(this.connect(open))
  }

  close(): void {
    this.isClosed = true
    for (const connection of this.connections) connection.destroy()
    this.connections.clear()
    this.idle.clear()
  }

  private respond(
    connection: BulkConnection,
    head: ResponseHead | undefined,
    { url, content }: BulkRequest,
  ): HttpResponse | undefined {
    if (head !== undefined) return new BulkResponse(connection, head)
    this.connections.delete(connection)
    this.unsupported.add(`${content} ${url.origin}`)
    return undefined
  }

  private async send(
    connection: BulkConnection,
    { url, headers, idleTimeoutMs }: BulkRequest,
  ): Promise<ResponseHead | undefined> {
    const lines = Object.entries({ host: url.host, ...headers, connection: 'keep-alive' }).map(
      ([name, value]) => `${name}: ${checkedValue(name, value)}\r\n`,
    )
    const onIdle = (): void => {
      const idle = this.idleOf(url.origin)
      if (idle.length < MAX_IDLE_CONNECTIONS) idle.push(connection)
      else connection.destroy()
    }
    const head = `GET ${url.pathname}${url.search} HTTP/1.1\r\n${lines.join('')}\r\n`
    try {
      return await connection.send(head, { idleTimeoutMs, onIdle })
    } catch (error) {
      this.connections.delete(connection)
      throw error
    }
  }

  private idleOf(origin: string): BulkConnection[] {
    const idle = this.idle.get(origin) ?? []
    this.idle.set(origin, idle)
    return idle
  }

  private takeIdle(origin: string): BulkConnection | undefined {
    const idle = this.idleOf(origin)
    for (let one = idle.pop(); one !== undefined; one = idle.pop()) {
      if (one.isUsable) return one
      this.connections.delete(one)
    }
    return undefined
  }

  private connect(open: Open): BulkConnection {
    const connection = new BulkConnection(this.options.slabs, open)
    this.connections.add(connection)
    return connection
  }

  /** Loads TLS only when needed. */
  private async opener({ protocol, hostname, port, origin }: URL): Promise<Open> {
    const { lookup, ca } = this.options
    const host = hostname.replace(/^\[|\]$/g, '')
    const to = { host, noDelay: true, keepAlive: true, ...(lookup && { lookup }) }
    if (protocol === 'http:') {
      const { connect } = await import('node:net')
      return (onread) => connect({ ...to, port: Number(port || 80), onread })
    }
    const { connect } = await import('node:tls')
    return (onread) => {
      const session = this.sessions.get(origin)
      const options = {
        ...to,
        port: Number(port || 443),
        onread,
        ALPNProtocols: ['http/1.1'],
        ...(isIP(host) === 0 && { servername: host }),
        ...(ca !== undefined && { ca }),
        // A resumed handshake needs no certificates.
        ...(session && { session }),
      }
      return connect(options).on('session', (ticket) => this.sessions.set(origin, ticket))
    }
  }
}

/** Refuses what would end the line, as Node does. */
function checkedValue(name: string, value: string): string {
  if (/[^\t\x20-\x7e\x80-\xff]/.test(value)) throw new TypeError(`Invalid character in header ${name}`)
  return value
}

/** Response whose pieces belong to the pool of slabs. */
class BulkResponse implements HttpResponse {
  private leftBytes: number

  constructor(
    private readonly connection: BulkConnection,
    private readonly head: ResponseHead,
  ) {
    this.leftBytes = head.bodyBytes
  }

  get statusCode(): number {
    return this.head.statusCode
  }

  get headers(): ResponseHead['headers'] {
    return this.head.headers
  }

  resume(): void {
    if (this.leftBytes > MAX_DRAINED_BYTES) this.destroy()
    else this.drain().catch(() => undefined)
  }

  /** The connection is used again if the response was read to its end. */
  destroy(error?: Error): void {
    if (this.leftBytes === 0) return
    this.leftBytes = 0
    this.connection.destroy(error)
  }

  async *[Symbol.asyncIterator](): AsyncGenerator<Buffer> {
    try {
      while (this.leftBytes > 0) {
        const piece = await this.connection.read()
        this.leftBytes -= piece.length
        yield piece
      }
    } finally {
      this.destroy()
    }
  }

  private async drain(): Promise<void> {
    const pieces = this[Symbol.asyncIterator]()
    while ((await pieces.next()).done !== true);
  }
}
