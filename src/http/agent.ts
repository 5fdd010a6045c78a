import http from 'node:http'
import net from 'node:net'
import type { Duplex } from 'node:stream'

/** Bytes that one read takes from the kernel at most; more costs memory and saves no processor time. */
const READ_SIZE = 64 * 1024

interface DataSink {
  emit(event: 'data', chunk: Buffer): boolean
}

/**
 * Options for a socket that reads into one buffer of its own (`onread` of net.Socket), where Node would take a new one
 * for each read, and hands what came to whoever listens for data: the HTTP parser, which copies what it keeps.
 */
export function reusedBuffer(sink: () => DataSink): { onread: net.OnReadOpts } {
  return {
    onread: {
      buffer: Buffer.allocUnsafeSlow(READ_SIZE),
      callback: (bytesRead, buffer) => {
        sink().emit('data', Buffer.from(buffer.buffer, buffer.byteOffset, bytesRead))
        return true
      },
    },
  }
}

export class FastAgent extends http.Agent {
  override createConnection(options: http.ClientRequestArgs & net.NetConnectOpts): Duplex {
    const socket: net.Socket = net.connect({ ...options, ...reusedBuffer(() => socket) })
    return socket
  }
}
