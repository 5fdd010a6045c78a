import { isSafeRedirect } from '../text/url'
import type { HttpClient, HttpResult } from './client'
import type { HttpRequest } from './request'

const MAX_REDIRECTS = 5
/** The method and the body stay (RFC 9110 §15.4.8, §15.4.9). */
const REPEATING_STATUSES: readonly number[] = [307, 308]

/** Returns where a write may be repeated: on the same host, or with HTTPS instead of HTTP. */
export function redirectOfWrite(request: HttpRequest, { response }: HttpResult): URL | undefined {
  const { location } = response.headers
  const isRead = request.method === 'GET' || request.method === 'HEAD'
  if (isRead || location === undefined || !REPEATING_STATUSES.includes(response.statusCode ?? 0))
    return undefined
  const url = URL.canParse(location, request.url.href) ? new URL(location, request.url) : undefined
  if (url === undefined || !isSafeRedirect(request.url, url)) return undefined
  const isUpgrade = request.url.protocol === 'http:' && url.protocol === 'https:'
  const isSameHost = url.host === request.url.host || (isUpgrade && url.hostname === request.url.hostname)
  return isSameHost ? url : undefined
}

/**
 * Sends a request. Writes with a body in memory are repeated where a redirect on the same host leads.
 *
 * @throws HttpError without a response
 */
export async function sendFollowing(
  http: HttpClient,
  request: HttpRequest,
  redirects = 0,
): Promise<HttpResult> {
  const result = await http.send(request)
  const url = redirectOfWrite(request, result)
  const canRepeat = request.body === undefined || Buffer.isBuffer(request.body)
  if (url === undefined || !canRepeat || redirects >= MAX_REDIRECTS) return result
  result.response.resume()
  return sendFollowing(http, { ...request, url }, redirects + 1)
}
