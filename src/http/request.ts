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
  /**
   * Set for GET over connections of their own; pieces of the response are slabs of the client, which are free again
   * after it has sent them. A host may answer one kind of content in a way that needs Node's client.
   */
  readonly bulk?: BulkContent
}

/** Content for which {@link HttpRequest.bulk} is used. */
export type BulkContent = 'blob' | 'manifest'

/** A response whose body was not read yet. */
export interface HttpResponse extends AsyncIterable<unknown> {
  readonly statusCode?: number | undefined
  readonly headers: IncomingHttpHeaders
  /** Discards the body. */
  resume(): unknown
  destroy(error?: Error): unknown
}
