/** Describes one HTTP request. */
export interface HttpRequest {
  readonly method: 'GET' | 'HEAD' | 'POST' | 'PUT' | 'PATCH' | 'DELETE'
  readonly url: URL
  readonly headers?: Readonly<Record<string, string>>
  readonly body?: Buffer | AsyncIterable<Buffer>
  /** What becomes of a redirect of GET or HEAD; a redirect may be answer enough. Default: follow. */
  readonly redirect?: 'follow' | 'manual'
  /** How long nothing may move; a commit of gigabytes takes its time. */
  readonly idleTimeoutMs?: number
}
