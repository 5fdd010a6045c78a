import http from 'node:http'
import net from 'node:net'
import type { Duplex } from 'node:stream'
import { PreparedSockets } from './prepared-sockets'

// A larger buffer saves no CPU time.
const READ_BUFFER_BYTES = 64 * 1024

interface DataSink {
  emit(event: 'data', chunk: Buffer): boolean
}

/** Returns socket options to read into one buffer instead of one for each read. The HTTP parser copies the data. */
export function readIntoSharedBuffer(sink: () => DataSink): { onread: net.OnReadOpts } {
  return {
    onread: {
      buffer: Buffer.allocUnsafeSlow(READ_BUFFER_BYTES),
      callback: (bytesRead, buffer) => {
        sink().emit('data', Buffer.from(buffer.buffer, buffer.byteOffset, bytesRead))
        return true
      },
    },
  }
}

export interface AgentSettings {
  readonly keepAlive: true
  readonly lookup?: net.LookupFunction
  readonly ca?: string
}

/** An agent that can open connections before a request needs them. */
export interface PreparingAgent extends http.Agent {
  /** Opens connections until `count` are unused. */
  prepare(url: URL, count: number): void
}

export const hostOf = ({ hostname }: URL): string => hostname.replace(/^\[|\]$/g, '')

/** HTTP agent with one read buffer for each socket. */
export class FastAgent extends http.Agent implements PreparingAgent {
  private readonly prepared = new PreparedSockets()

  constructor(private readonly settings: AgentSettings) {
    super(settings)
  }

  override createConnection(options: http.ClientRequestArgs & net.NetConnectOpts): Duplex {
    return this.prepared.take(options) ?? connect(options)
  }

  prepare(url: URL, count: number): void {
    const options = { ...this.settings, host: hostOf(url), port: Number(url.port || 80) }
    this.prepared.open(options, count, () => connect(options))
  }

  override destroy(): void {
    this.prepared.destroy()
    super.destroy()
  }
}

function connect(options: net.NetConnectOpts): net.Socket {
  const socket: net.Socket = net.connect({ ...options, ...readIntoSharedBuffer(() => socket) })
  return socket
}
