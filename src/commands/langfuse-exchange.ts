import { type Exchange, NoAnswer } from '../langfuse/exchange'
import { readBody } from '../registry/body'
import { codeOf, RegistryError, wordsOf } from '../registry/error'
import type { HttpRequest } from '../registry/http'
import type { World } from './world'

const IDLE_MS = 10_000
const LONGEST_ANSWER = 4 * 1024 * 1024

/** Requests to Langfuse over the HTTP of all other requests, with its proxies and time limits. */
export function exchangeOver({ http }: Pick<World, 'http'>, idleTimeoutMs = IDLE_MS): Exchange {
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
      if (!(error instanceof RegistryError)) throw error
      // Its own words are about registries; what Node said is beneath.
      const code = codeOf(error.cause)
      const words = code === '' ? error.facts.message : `${wordsOf(error.cause)} (${code})`
      throw new NoAnswer(code, `${method} ${url.host}${url.pathname}: ${words}`, { cause: error })
    }
  }
}
