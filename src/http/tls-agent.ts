import type http from 'node:http'
import https from 'node:https'
import { isIP } from 'node:net'
import type { Duplex } from 'node:stream'
import tls, { type ConnectionOptions, type TLSSocket } from 'node:tls'
import { type AgentSettings, hostOf, type PreparingAgent, readIntoSharedBuffer } from './agent'
import { nameOf, PreparedSockets } from './prepared-sockets'

/** HTTPS agent with one read buffer for each socket. Loaded only when needed, since TLS is slow to load. */
export class FastTlsAgent extends https.Agent implements PreparingAgent {
  private readonly prepared = new PreparedSockets()
  /** By server. A resumed handshake needs no certificates. */
  private readonly sessions = new Map<string, Buffer>()

  constructor(private readonly settings: AgentSettings) {
    super(settings)
  }

  override createConnection(options: http.ClientRequestArgs & ConnectionOptions): Duplex {
    return this.prepared.take(options) ?? this.connect(options)
  }

  prepare(url: URL, count: number): void {
    const host = hostOf(url)
    const server = { host, port: Number(url.port || 443), servername: isIP(host) === 0 ? host : '' }
    this.prepared.open(server, count, () => this.connect({ ...this.settings, ...server }))
  }

  override destroy(): void {
    this.prepared.destroy()
    super.destroy()
  }

  private connect(options: ConnectionOptions): TLSSocket {
    const name = nameOf(options)
    const session = this.sessions.get(name)
    const socket: TLSSocket = tls.connect({
      ALPNProtocols: ['http/1.1'],
      ...options,
      ...(session && { session }),
      ...readIntoSharedBuffer(() => socket),
    })
    socket.on('session', (ticket) => this.sessions.set(name, ticket))
    socket.once('close', (hadError) => {
      if (hadError) this.sessions.delete(name)
    })
    return socket
  }
}
