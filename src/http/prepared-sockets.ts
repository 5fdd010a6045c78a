import type { Socket } from 'node:net'

/** The options of a connection that tell its server. */
export interface ServerOptions {
  readonly host?: string | null | undefined
  readonly port?: number | string | null | undefined
}

/** Sockets that were opened before a request needs them. Unused ones do not keep the process alive. */
export class PreparedSockets {
  private readonly sockets = new Map<string, Socket[]>()

  /** Opens sockets until `count` of a server are unused. */
  open(server: ServerOptions, count: number, connect: () => Socket): void {
    const sockets = (this.sockets.get(nameOf(server)) ?? []).filter(({ destroyed }) => !destroyed)
    this.sockets.set(nameOf(server), sockets)
    // An error is left to the request that needs a connection.
    while (sockets.length < count)
      sockets.push(
        connect()
          .on('error', () => undefined)
          .unref(),
      )
  }

  /** Returns the socket that was opened first, and may still be connecting. */
  take(server: ServerOptions): Socket | undefined {
    const sockets = this.sockets.get(nameOf(server)) ?? []
    for (let socket = sockets.shift(); socket !== undefined; socket = sockets.shift())
      if (!socket.destroyed) return socket.ref()
    return undefined
  }

  destroy(): void {
    for (const socket of [...this.sockets.values()].flat()) socket.destroy()
    this.sockets.clear()
  }
}

/** Returns a key for the server. */
export const nameOf = ({ host, port }: ServerOptions): string => `${host ?? ''}:${port ?? ''}`
