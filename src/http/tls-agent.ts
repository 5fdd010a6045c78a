import type http from 'node:http'
import https from 'node:https'
import type net from 'node:net'
import type { Duplex } from 'node:stream'
import { readIntoSharedBuffer } from './agent'

/** HTTPS agent with one read buffer for each socket. Loaded only when needed, since TLS is slow to load. */
export class FastTlsAgent extends https.Agent {
  override createConnection(
    options: http.ClientRequestArgs & net.NetConnectOpts,
    callback?: (error: Error | null, stream: Duplex) => void,
  ): Duplex | null | undefined {
    const socket = super.createConnection({ ...options, ...readIntoSharedBuffer(() => sink) }, callback)
    const sink = { emit: (event: 'data', chunk: Buffer) => socket?.emit(event, chunk) ?? false }
    return socket
  }
}
