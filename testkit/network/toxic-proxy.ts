import { connect, createServer, type AddressInfo, type Server, type Socket } from 'node:net'

export interface ToxicOptions {
  readonly target: { readonly host?: string; readonly port: number }
  /** Added time between a sent byte and the first byte of the answer. */
  readonly roundTripMs?: number
  /** Per connection and direction. */
  readonly bytesPerSecondPerConnection?: number
  /** Maximum bytes in transit per connection and direction; default: Linux's largest receive window. */
  readonly windowBytes?: number
}

/** A TCP proxy that adds latency and limits bandwidth. */
export class ToxicProxy {
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
    // Half-open, so that the end of a stream has the same delay as its bytes. No Nagle delay.
    const server = createServer({ allowHalfOpen: true, noDelay: true })
    const toxic = new ToxicProxy(server, options)
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
    return toxic
  }

  get port(): number {
    return (this.server.address() as AddressInfo).port
  }

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
    // A loopback connection is immediate; over a network the first byte leaves one round trip later.
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

/** Bytes in transit, or the end of a stream. */
interface Parcel {
  readonly chunk: Buffer | undefined
  readonly dueAt: number
}

/**
 * Forwards one direction. A chunk is due after its transmission time at the given rate, plus half a round trip. Due times
 * are computed from the clock, so that a late timer does not delay later chunks.
 */
function pipe(from: Socket, to: Socket, options: ToxicOptions, connectedAt: number): void {
  const { roundTripMs = 0, bytesPerSecondPerConnection: rate = Infinity } = options
  // The window is used until the acknowledgement arrives, half a round trip after the data.
  const capacity = Math.max((options.windowBytes ?? 6 * 1024 * 1024) / 2, 64 * 1024)
  // Bytes of two milliseconds, so that a slow stream flows evenly.
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
    // Timers have a resolution of 1 ms; rounding is correct on average.
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
