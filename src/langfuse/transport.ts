import { type Exchange, NoAnswer } from './client'
import { readBody } from '../http/body'
import type { Http } from '../http/client'
import { codeOf, HttpError } from '../http/error'
import { errorMessage } from '../text/sanitize'
import type { HttpRequest } from '../http/request'

const IDLE_MS = 10_000
const LONGEST_ANSWER = 4 * 1024 * 1024

/** Requests to Langfuse over the HTTP of all other requests, with its proxies and time limits. */
export function exchangeOver({ http }: { readonly http: Http }, idleTimeoutMs = IDLE_MS): Exchange {
  return async ({ method, url, headers, body }) => {
    const request: HttpRequest = {
      ...{ method, url, headers, redirect: 'manual', idleTimeoutMs },
      ...(body !== undefined && { body: Buffer.from(body) }),
    }
    try {
      const { response } = await http.send(request)
      const bytes = await readBody(response, request, LONGEST_ANSWER)
      return {
        status: response.statusCode ?? 0,
        contentType: response.headers['content-type'] ?? '',
        location: response.headers.location,
        body: bytes.toString(),
      }
    } catch (error) {
      if (!(error instanceof HttpError)) throw error
      // Its own words are about registries; what Node said is beneath.
      const code = codeOf(error.cause)
      const words = code === '' ? error.facts.message : `${errorMessage(error.cause)} (${code})`
      throw new NoAnswer(code, `${method} ${url.host}${url.pathname}: ${words}`, { cause: error })
    }
  }
}
