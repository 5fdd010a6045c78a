import type { IncomingHttpHeaders } from 'node:http'

/** Longer heads are left to Node's parser, which has a limit of its own. */
export const MAX_HEAD_BYTES = 16 * 1024

/** Head of a response whose body has a known length. */
export interface ResponseHead {
  readonly statusCode: number
  readonly headers: IncomingHttpHeaders
  readonly bodyBytes: number
  readonly keepsAlive: boolean
  /** Length of the head itself. */
  readonly headBytes: number
}

/** Headers of which Node uses the first (`http.IncomingMessage`, "message.headers"); others are joined. */
const SINGLE_HEADERS: readonly string[] = ['content-type', 'location', 'retry-after']

/**
 * Parses the head of a response to GET.
 *
 * @returns 'incomplete' if more bytes are needed; 'unsupported' for what Node's parser must read: bodies without a
 *   Content-Length, HTTP/1.0, and everything that is unusual
 */
export function parseHead(bytes: Buffer): ResponseHead | 'incomplete' | 'unsupported' {
  const end = bytes.indexOf('\r\n\r\n')
  if (end < 0 || end > MAX_HEAD_BYTES) return bytes.length > MAX_HEAD_BYTES ? 'unsupported' : 'incomplete'
  const [status = '', ...lines] = bytes.toString('latin1', 0, end).split('\r\n')
  const statusCode = Number(/^HTTP\/1\.1 ([1-5]\d\d)(?: |$)/.exec(status)?.[1] ?? 0)
  const headers = parseHeaders(lines)
  if (statusCode === 0 || statusCode === 101 || headers === undefined) return 'unsupported'
  const headBytes = end + 4
  if (statusCode < 200) {
    // An interim response, such as 103 Early Hints.
    const next = parseHead(bytes.subarray(headBytes))
    return typeof next === 'string' ? next : { ...next, headBytes: headBytes + next.headBytes }
  }
  const bodyBytes = statusCode === 204 || statusCode === 304 ? 0 : contentLength(headers)
  if (bodyBytes === undefined) return 'unsupported'
  const keepsAlive = !/\bclose\b/i.test(headers.connection ?? '')
  return { statusCode, headers, bodyBytes, keepsAlive, headBytes }
}

function parseHeaders(lines: readonly string[]): IncomingHttpHeaders | undefined {
  const headers: Record<string, string> = {}
  for (const line of lines) {
    // Also refuses folded lines and white space before the colon (RFC 9112 §5.1, §5.2).
    const match = /^([!#$%&'*+.^_`|~0-9A-Za-z-]+):[ \t]*([^\r\n\0]*?)[ \t]*$/.exec(line)
    if (match === null) return undefined
    const [, field = '', value = ''] = match
    const name = field.toLowerCase()
    const earlier = headers[name]
    if (earlier === undefined) headers[name] = value
    else if (!SINGLE_HEADERS.includes(name)) headers[name] = `${earlier}, ${value}`
  }
  return headers
}

/** Two values are joined by a comma, and refused (RFC 9112 §6.3). */
function contentLength(headers: IncomingHttpHeaders): number | undefined {
  const value = headers['content-length']
  if (headers['transfer-encoding'] !== undefined || value === undefined || !/^\d{1,15}$/.test(value))
    return undefined
  return Number(value)
}
