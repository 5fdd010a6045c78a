import type { IncomingHttpHeaders } from 'node:http'

/** An HTTP request. */
export interface HttpRequest {
  readonly method: 'GET' | 'HEAD' | 'POST' | 'PUT' | 'PATCH' | 'DELETE'
  readonly url: URL
  readonly headers?: Readonly<Record<string, string>>
  readonly body?: Buffer | AsyncIterable<Buffer>
  /** For GET and HEAD. Default: follow. */
  readonly redirect?: 'follow' | 'manual'
  readonly idleTimeoutMs?: number
  /** Set for a large response: its pieces are slabs of the client, and free again after they were sent by it. */
  readonly isBulk?: boolean
}

/** A response whose body was not read yet. */
export interface HttpResponse extends AsyncIterable<unknown> {
  readonly statusCode?: number | undefined
  readonly headers: IncomingHttpHeaders
  /** Discards the body. */
  resume(): unknown
  destroy(error?: Error): unknown
}
