import type http from 'node:http'
import https from 'node:https'
import type net from 'node:net'
import type { Duplex } from 'node:stream'
import { reusedBuffer } from './agent'

/** A file of its own, since TLS takes its time to load and loopback does without. */
export class FastTlsAgent extends https.Agent {
  override createConnection(
    options: http.ClientRequestArgs & net.NetConnectOpts,
    callback?: (error: Error | null, stream: Duplex) => void,
  ): Duplex | null | undefined {
    const socket = super.createConnection({ ...options, ...reusedBuffer(() => sink) }, callback)
    const sink = { emit: (event: 'data', chunk: Buffer) => socket?.emit(event, chunk) ?? false }
    return socket
  }
}
