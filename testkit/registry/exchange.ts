import type { IncomingHttpHeaders, IncomingMessage, ServerResponse } from 'node:http'
import type { Socket } from 'node:net'
import { setTimeout as sleep } from 'node:timers/promises'
import type { Answer, Call } from './answer'
import type { Delivery, Intake } from './faults'

export interface RecordedRequest {
  readonly method: string
  readonly path: string
  readonly headers: IncomingHttpHeaders
  /** 0 until the answer starts. */
  status: number
  bodyBytes: number
  sentBytes: number
  /** Times of performance.now(); `endMs` is 0 until the request ends. */
  readonly startMs: number
  endMs: number
}

export class Broken extends Error {
  override readonly name = 'Broken'
}

const never = new Promise<never>(() => undefined)

export class Exchange {
  readonly record: RecordedRequest
  readonly url: URL
  intake: Intake = {}
  // Stored, because Node removes it from a destroyed request.
  private readonly socket: Socket

  constructor(
    private readonly request: IncomingMessage,
    private readonly response: ServerResponse,
    readonly origin: string,
  ) {
    const { method = '', url = '/', headers, socket } = request
    this.socket = socket
    this.url = new URL(url, origin)
    this.record = {
      method,
      path: url,
      headers,
      status: 0,
      bodyBytes: 0,
      sentBytes: 0,
      startMs: now(),
      endMs: 0,
    }
    response.once('close', () => (this.record.endMs = now()))
  }

  get call(): Call {
    const { method, headers } = this.record
    const header = (name: string): string | undefined => headers[name]?.toString()
    const { pathname, searchParams: query } = this.url
    return { method, pathname, query, header, origin: this.origin, body: () => this.body() }
  }

  cut(): void {
    this.socket.destroy()
  }

  async send(answer: Answer, { cutAfter, stallAfter, delayMs }: Delivery): Promise<void> {
    if (delayMs !== undefined) await sleep(delayMs, undefined, { ref: false })
    if (cutAfter !== undefined && (cutAfter < 0 || answer.body === undefined)) {
      this.cut()
      return
    }
    const size = answer.body?.size ?? 0
    this.record.status = answer.status
    // A 204 has no length; HEAD has the length of GET (RFC 9110, section 8.6).
    const length = answer.status === 204 ? {} : { 'content-length': String(size) }
    this.response.writeHead(answer.status, { ...length, ...answer.headers, ...API_VERSION })
    if (this.record.method !== 'HEAD') {
      const stop = cutAfter ?? stallAfter
      await this.write(answer, stop === undefined ? size : Math.floor(stop * size))
    }
    if (stallAfter !== undefined) await never
    // Written bytes are still sent, so that the cut is at the requested offset.
    if (cutAfter === undefined) this.response.end()
    else this.socket.destroySoon()
  }

  private async write({ body }: Answer, end: number): Promise<void> {
    this.response.flushHeaders()
    for (const chunk of body?.read(0, end) ?? []) {
      if (this.response.destroyed) throw new Broken('the client went away')
      this.record.sentBytes += chunk.length
      if (this.response.write(chunk)) continue
      await drained(this.response)
    }
  }

  private async *body(): AsyncGenerator<Buffer> {
    const { cutAfter, stallAfter } = this.intake
    const length = Number(this.record.headers['content-length'] ?? 0)
    const share = cutAfter ?? stallAfter
    const stop = share === undefined ? Infinity : Math.floor(share * length)
    for await (const chunk of this.request) {
      if (!Buffer.isBuffer(chunk)) throw new TypeError('a request body is made of buffers')
      const left = stop - this.record.bodyBytes
      this.record.bodyBytes += Math.min(left, chunk.length)
      yield left < chunk.length ? chunk.subarray(0, left) : chunk
      if (this.record.bodyBytes < stop) continue
      if (stallAfter !== undefined) await never
      this.cut()
      throw new Broken('cut within the request')
    }
  }
}

const API_VERSION = { 'docker-distribution-api-version': 'registry/2.0' }
const now = (): number => performance.now()

const drained = (response: ServerResponse): Promise<void> =>
  new Promise((resolve) => {
    const done = (): void => {
      response.off('drain', done).off('close', done)
      resolve()
    }
    response.on('drain', done).on('close', done)
  })
