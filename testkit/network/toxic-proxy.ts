import { connect, createServer, type AddressInfo, type Server, type Socket } from 'node:net'

export interface ToxicOptions {
  readonly target: { readonly host?: string; readonly port: number }
  /** Time from a byte sent to the answer's first byte, beyond what loopback takes. */
  readonly roundTripMs?: number
  /** For each connection and each direction. */
  readonly bytesPerSecondPerConnection?: number
  /** Bytes under way on one connection in one direction; the default is Linux's largest receive window. */
  readonly windowBytes?: number
}

/** A TCP proxy on loopback that makes a near server far away. */
export class ToxicProxy {
  /** Connections taken so far. */
  connections = 0
  private readonly sockets = new Set<Socket>()

  private constructor(
    private readonly server: Server,
    private readonly options: ToxicOptions,
  ) {
    server.on('connection', (client) => {
      this.join(client)
    })
  }

  static async start(options: ToxicOptions): Promise<ToxicProxy> {
    // Half-open, so that an end arrives as late as the bytes before it; the kernel's own delays stay out.
    const server = createServer({ allowHalfOpen: true, noDelay: true })
    const toxic = new ToxicProxy(server, options)
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
    return toxic
  }

  get port(): number {
    return (this.server.address() as AddressInfo).port
  }

  /** `127.0.0.1:PORT` */
  get host(): string {
    return `127.0.0.1:${this.port}`
  }

  get origin(): string {
    return `http://${this.host}`
  }

  async stop(): Promise<void> {
    const closed = new Promise((resolve) => this.server.close(resolve))
    for (const socket of this.sockets) socket.destroy()
    await closed
  }

  private join(client: Socket): void {
    const { target, roundTripMs = 0 } = this.options
    const { host = '127.0.0.1', port } = target
    const upstream = connect({ host, port, allowHalfOpen: true, noDelay: true })
    this.connections += 1
    // Loopback connects at once; far away the first byte would have left one round trip later.
    const connectedAt = performance.now() + roundTripMs
    pipe(client, upstream, this.options, connectedAt)
    pipe(upstream, client, this.options, connectedAt)
    for (const [socket, other] of [
      [client, upstream],
      [upstream, client],
    ] as const) {
      this.sockets.add(socket)
      socket.on('error', () => other.resetAndDestroy())
      socket.on('close', (hadError) => {
        this.sockets.delete(socket)
        if (hadError || !socket.readableEnded) other.destroy()
      })
    }
  }
}

/** Bytes on their way, or the end of them. */
interface Parcel {
  readonly chunk: Buffer | undefined
  readonly dueAt: number
}

/**
 * One direction. A parcel is due when the line has carried it (the bytes of one connection follow each other
 * at the given rate) and half a round trip later. Due times come from the clock and not from the timers, so a
 * late timer delays no later parcel.
 */
function pipe(from: Socket, to: Socket, options: ToxicOptions, connectedAt: number): void {
  const { roundTripMs = 0, bytesPerSecondPerConnection: rate = Infinity } = options
  // The window counts until the acknowledgement is back, which is half a round trip after the arrival.
  const capacity = Math.max((options.windowBytes ?? 6 * 1024 * 1024) / 2, 64 * 1024)
  // What a slow line carries within two milliseconds, so that bytes come evenly and not in chunks.
  const sliceBytes = Math.max(4096, Math.floor(Math.min(rate / 500, 64 * 1024)))
  const queue: Parcel[] = []
  let queued = 0
  let lineFreeAt = connectedAt
  let timer: NodeJS.Timeout | undefined
  let isBlocked = false

  const deliver = (until = performance.now()): void => {
    clearTimeout(timer)
    timer = undefined
    for (let parcel = queue[0]; parcel && !isBlocked && parcel.dueAt <= until; parcel = queue[0]) {
      queue.shift()
      queued -= parcel.chunk?.length ?? 0
      if (parcel.chunk === undefined) to.end()
      else isBlocked = !to.write(parcel.chunk)
    }
    if (from.isPaused() && queued < capacity) from.resume()
    schedule()
  }
  const schedule = (): void => {
    const [next] = queue
    if (next === undefined || isBlocked) return
    // Timers tick in milliseconds: half of one too early and half too late are the same on average.
    const ring = (): void => {
      deliver(performance.now() + TIMER_MS / 2)
    }
    timer = setTimeout(ring, Math.max(TIMER_MS, next.dueAt - performance.now()))
  }
  const enqueue = (chunk: Buffer | undefined): void => {
    const length = chunk?.length ?? 0
    lineFreeAt = Math.max(lineFreeAt, performance.now()) + (length / rate) * 1000
    queue.push({ chunk, dueAt: lineFreeAt + roundTripMs / 2 })
    queued += length
  }

  from.on('data', (chunk: Buffer) => {
    for (let start = 0; start < chunk.length; start += sliceBytes) {
      enqueue(chunk.subarray(start, start + sliceBytes))
    }
    if (queued >= capacity) from.pause()
    deliver()
  })
  from.on('end', () => {
    enqueue(undefined)
    deliver()
  })
  to.on('drain', () => {
    isBlocked = false
    deliver()
  })
  to.on('close', () => {
    clearTimeout(timer)
    queue.length = 0
  })
}

const TIMER_MS = 1
