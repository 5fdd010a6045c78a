import { encodeBasicCredentials } from '../http/basic-authorization'
import { isHtml } from '../http/html'
import { isRecord, nonEmptyTextAt, parseObject } from '../text/json'
import { toPrintableLine } from '../text/sanitize'
import type { FailureReason } from '../text/failure-reason'

export interface ApiRequest {
  readonly method: 'GET' | 'POST' | 'DELETE'
  readonly url: URL
  readonly headers: Readonly<Record<string, string>>
  readonly body?: string
}

export interface ApiResponse {
  readonly status: number
  readonly contentType: string
  /** Target of a redirect, which is never followed. */
  readonly location: string | undefined
  readonly body: string
}

/**
 * Sends one HTTP request.
 *
 * @throws NoResponse
 */
export type Transport = (request: ApiRequest) => Promise<ApiResponse>

/** A request without a complete response. */
export class NoResponse extends Error {
  override readonly name = 'NoResponse'
  readonly reason: FailureReason = 'unhealthy'

  /** @param kind `timeout`: the server took the request; `address`: wrong host or certificate */
  constructor(
    message: string,
    readonly kind: 'timeout' | 'connection' | 'address',
    options?: ErrorOptions,
  ) {
    super(message, options)
  }
}

/** Langfuse's public API at one address. */
export class Langfuse {
  /** Without a trailing slash. */
  readonly address: string

  constructor(
    url: URL,
    private readonly transport: Transport,
    private readonly authorization?: string,
  ) {
    this.address = url.href.replace(/\/+$/, '')
  }

  /** Returns a client that authenticates with a project's API keys. */
  withKeys(keys: { readonly publicKey: string; readonly secretKey: string }): Langfuse {
    const credentials = encodeBasicCredentials(keys.publicKey, keys.secretKey)
    return new Langfuse(new URL(this.address), this.transport, `Basic ${credentials}`)
  }

  /** @throws NoResponse */
  request(method: ApiRequest['method'], path: string, content?: RequestContent): Promise<ApiResponse> {
    return this.transport({
      method,
      url: new URL(`${this.address}${path}`),
      headers: {
        accept: 'application/json',
        ...(this.authorization && { authorization: this.authorization }),
        ...(content && { 'content-type': 'application/json', ...content.headers }),
      },
      ...(content && { body: content.body }),
    })
  }
}

export interface RequestContent {
  readonly body: string
  readonly headers: Readonly<Record<string, string>>
}

/** Describes a response as in `answered 503: Database not available`. */
export function describeResponse(response: ApiResponse): string {
  if (response.location !== undefined && response.status >= 300 && response.status < 400)
    return `answered ${response.status}, a redirect to ${toPrintableLine(response.location)}`
  return `answered ${response.status}: ${responseMessage(response)}`
}

/** Returns the message of an error response. */
export function responseMessage({ body, contentType }: ApiResponse): string {
  if (isHtml(contentType, body)) return "an HTML page instead of the API's JSON (load balancer or proxy)"
  const fields = parseObject(body)
  const error = fields?.['error']
  const messages = [
    nonEmptyTextAt(fields, 'message'),
    typeof error === 'string' || error === undefined ? error : JSON.stringify(error),
    nonEmptyTextAt(fields, 'status'),
  ].filter((text) => text !== undefined && text !== '')
  if (messages.length > 0) return toPrintableLine([...new Set(messages)].join(', '))
  return toPrintableLine(isRecord(fields) ? JSON.stringify(fields) : body) || 'an empty response'
}
