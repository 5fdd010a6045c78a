import type { OnReadOpts, Socket } from 'node:net'
import { IdleTimeout } from './network-error'
import { MAX_HEAD_BYTES, parseHead, type ResponseHead } from './response-head'
import { Inbox, SLAB_BYTES, type SlabPool } from './slabs'

/** Unread bytes with which a connection stops reading. */
const MAX_UNREAD_BYTES = SLAB_BYTES

/** Opens a socket that reads into the given buffers. */
export type OpenSocket = (onread: OnReadOpts) => Socket

interface Waiting<T> {
  readonly resolve: (value: T) => void
  readonly reject: (error: Error) => void
}

/** A connection was closed by the other side, or a response was not read to its end. */
const closedError = (): Error => Object.assign(new Error('socket hang up'), { code: 'ECONNRESET' })

/**
 * HTTP/1.1 connection for GET requests with large responses, one at a time. Reads into slabs without Node's HTTP parser
 * and streams, which cost more CPU time than decryption and hash.
 */
export class BulkConnection {
  private readonly inbox: Inbox
  private readonly socket: Socket
  private state: 'opening' | 'idle' | 'head' | 'body' | 'closed' = 'opening'
  private head: Waiting<ResponseHead | undefined> | undefined
  private piece: Waiting<Buffer> | undefined
  private error: Error | undefined
  private leftBytes = 0
  private keepsAlive = true
  private isFlushing = false
  private isTimerStale = false
  private idleTimeoutMs = 0
  private onIdle: () => void = () => undefined

  constructor(slabs: SlabPool, open: OpenSocket) {
    this.inbox = new Inbox(slabs)
    this.socket = open({
      buffer: () => this.inbox.space(),
      callback: (length) => this.receive(length),
    })
    this.socket.on('error', (error) => {
      this.close(error)
    })
    this.socket.on('close', () => {
      this.close(closedError())
    })
    this.socket.on('timeout', () => {
      this.onTimeout()
    })
    this.socket.resume()
  }

  get isUsable(): boolean {
    return this.state === 'idle' || this.state === 'opening'
  }

  /**
   * Sends a request.
   *
   * @param head all lines, with the empty line
   * @param onIdle called when the connection can take the next request
   * @returns undefined for a response that needs Node's parser; the connection is closed then
   * @throws IdleTimeout, errors of Node
   */
  send(
    head: string,
    { idleTimeoutMs, onIdle }: { idleTimeoutMs: number; onIdle: () => void },
  ): Promise<ResponseHead | undefined> {
    if (!this.isUsable) return Promise.reject(this.error ?? closedError())
    this.state = 'head'
    this.idleTimeoutMs = idleTimeoutMs
    this.onIdle = onIdle
    this.startTimer()
    this.socket.ref()
    this.socket.write(head)
    return new Promise((resolve, reject) => (this.head = { resolve, reject }))
  }

  /** Returns the bytes of the body that have arrived, or the next ones. Not to be called after the last one. */
  read(): Promise<Buffer> {
    if (this.inbox.unreadBytes > 0) return Promise.resolve(this.takePiece())
    if (this.state !== 'body') return Promise.reject(this.error ?? closedError())
    if (this.isTimerStale) this.startTimer()
    return new Promise((resolve, reject) => (this.piece = { resolve, reject }))
  }

  destroy(error: Error = closedError()): void {
    this.close(error)
  }

  /** @returns whether to read more */
  private receive(length: number): boolean {
    this.inbox.add(length)
    if (this.state === 'head') this.receiveHead()
    else if (this.state !== 'body') this.close(closedError())
    if (this.piece !== undefined) this.flushLater()
    return this.inbox.unreadBytes < MAX_UNREAD_BYTES
  }

  private receiveHead(): void {
    const parsed = parseHead(this.inbox.peek().subarray(0, MAX_HEAD_BYTES + 4))
    if (parsed === 'incomplete') return
    const { head } = this
    this.head = undefined
    if (parsed === 'unsupported') {
      this.close(closedError())
      head?.resolve(undefined)
      return
    }
    this.inbox.skip(parsed.headBytes)
    this.leftBytes = parsed.bodyBytes
    this.keepsAlive = parsed.keepsAlive
    this.state = 'body'
    head?.resolve(parsed)
    if (this.leftBytes === 0) this.finish()
  }

  /** At the end of the turn, so that all bytes that arrive in it are one piece. */
  private flushLater(): void {
    if (this.isFlushing) return
    this.isFlushing = true
    setImmediate(() => {
      this.isFlushing = false
      const { piece } = this
      if (piece === undefined || this.inbox.unreadBytes === 0) return
      this.piece = undefined
      piece.resolve(this.takePiece())
    })
  }

  private takePiece(): Buffer {
    const wasFull = this.inbox.unreadBytes >= MAX_UNREAD_BYTES
    const piece = this.inbox.take(this.leftBytes)
    this.leftBytes -= piece.length
    if (this.leftBytes === 0) this.finish()
    else if (wasFull && this.inbox.unreadBytes < MAX_UNREAD_BYTES) this.socket.resume()
    return piece
  }

  private finish(): void {
    if (this.state !== 'body') return
    // More bytes than announced belong to no request.
    if (!this.keepsAlive || this.inbox.unreadBytes > 0) {
      this.close(closedError())
      return
    }
    this.state = 'idle'
    this.socket.setTimeout(0)
    this.socket.unref()
    this.socket.resume()
    this.onIdle()
  }

  private startTimer(): void {
    this.isTimerStale = false
    this.socket.setTimeout(this.idleTimeoutMs)
  }

  /** Time in which the reader is busy does not count. */
  private onTimeout(): void {
    if (this.head !== undefined || this.piece !== undefined) this.close(new IdleTimeout(this.idleTimeoutMs))
    else this.isTimerStale = true
  }

  private close(error: Error): void {
    if (this.state === 'closed') return
    this.state = 'closed'
    this.error = error
    this.socket.destroy()
    const { head, piece } = this
    this.head = undefined
    this.piece = undefined
    head?.reject(error)
    // Bytes before a cut are still good: the download continues after them.
    if (piece !== undefined && this.inbox.unreadBytes > 0 && this.leftBytes > 0)
      piece.resolve(this.takePiece())
    else piece?.reject(error)
  }
}
