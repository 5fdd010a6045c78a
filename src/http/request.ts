/** An HTTP request. */
export interface HttpRequest {
  readonly method: 'GET' | 'HEAD' | 'POST' | 'PUT' | 'PATCH' | 'DELETE'
  readonly url: URL
  readonly headers?: Readonly<Record<string, string>>
  readonly body?: Buffer | AsyncIterable<Buffer>
  /** For GET and HEAD. Default: follow. */
  readonly redirect?: 'follow' | 'manual'
  readonly idleTimeoutMs?: number
}
