import { type Transport, NoResponse } from './client'
import { PERMANENT_NETWORK_ERRORS } from '../http/retry-policies'
import { readBody } from '../http/body'
import type { HttpClient } from '../http/client'
import { errorCode, HttpError } from '../http/error'
import type { HttpRequest } from '../http/request'

const IDLE_TIMEOUT_MS = 10_000
const MAX_RESPONSE_BYTES = 4 * 1024 * 1024

/** Returns a transport over the action's HTTP client, with its proxies and time limits. */
export function createTransport(
  { http }: { readonly http: HttpClient },
  idleTimeoutMs = IDLE_TIMEOUT_MS,
): Transport {
  return async ({ method, url, headers, body }) => {
    const request: HttpRequest = {
      ...{ method, url, headers, redirect: 'manual', idleTimeoutMs },
      ...(body !== undefined && { body: Buffer.from(body) }),
    }
    try {
      const { response } = await http.send(request)
      const bytes = await readBody(response, request, MAX_RESPONSE_BYTES)
      return {
        status: response.statusCode ?? 0,
        contentType: response.headers['content-type'] ?? '',
        location: response.headers.location,
        body: bytes.toString(),
      }
    } catch (error) {
      if (!(error instanceof HttpError)) throw error
      const code = errorCode(error.cause)
      const message = code === '' ? error.message : `${error.message} (${code})`
      throw new NoResponse(message, kindOf(error, code), { cause: error })
    }
  }
}

function kindOf({ details }: HttpError, code: string): NoResponse['kind'] {
  if (details.idleMs !== undefined) return 'timeout'
  return PERMANENT_NETWORK_ERRORS[code] === undefined ? 'connection' : 'address'
}
