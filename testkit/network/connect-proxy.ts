import { type IncomingMessage, createServer } from 'node:http'
import { type AddressInfo, type Socket, connect } from 'node:net'

/** A proxy for `CONNECT` (RFC 9110, section 9.3.6) that forwards every tunnel to one port and records the requested hosts. */
export class ConnectProxy {
  /** `host:port` of each tunnel. */
  readonly tunnels: string[] = []
  readonly authorizations: (string | undefined)[] = []
  private readonly server = createServer((_, response) => response.writeHead(405).end())
  private readonly sockets = new Set<Socket>()

  private constructor(private readonly targetPort: number) {
    this.server.on('connect', (request: IncomingMessage, client: Socket) => {
      this.tunnel(request, client)
    })
  }

  static async start(targetPort: number): Promise<ConnectProxy> {
    const proxy = new ConnectProxy(targetPort)
    await new Promise<void>((resolve) => proxy.server.listen(0, '127.0.0.1', resolve))
    return proxy
  }

  get port(): number {
    return (this.server.address() as AddressInfo).port
  }

  async stop(): Promise<void> {
    for (const socket of this.sockets) socket.destroy()
    this.server.closeAllConnections()
    await new Promise((resolve) => this.server.close(resolve))
  }

  private tunnel(request: IncomingMessage, client: Socket): void {
    this.tunnels.push(request.url ?? '')
    this.authorizations.push(request.headers['proxy-authorization'])
    const target = connect(this.targetPort, '127.0.0.1', () => {
      client.write('HTTP/1.1 200 Connection established\r\n\r\n')
      client.pipe(target).pipe(client)
    })
    for (const socket of [client, target]) {
      this.sockets.add(socket)
      socket.on('error', () => socket.destroy())
    }
  }
}
