import { errorCode, HttpError } from './error'
import { errorMessage } from '../text/sanitize'
import { SlowBody } from './throughput'
import type { HttpRequest } from './request'
import { PERMANENT_NETWORK_ERRORS } from './retry-policies'
import type { FailureReason } from '../text/failure-reason'

const TRANSIENT_MESSAGES: Readonly<Record<string, string>> = {
  ECONNREFUSED: 'nothing listens at this address',
  ECONNRESET: 'the connection was cut',
  EPIPE: 'the connection was cut',
}

/** A request that was ended because no data arrived. */
export class IdleTimeout extends Error {
  override readonly name = 'IdleTimeout'
  readonly reason: FailureReason = 'copy-failed'

  constructor(readonly limitMs: number) {
    super(`no data for ${limitMs / 1000} s`)
  }
}

/** @param message of OpenSSL: `write EPROTO 40EDAB97:error:0A00042E:SSL routines:ssl3_read_bytes:tlsv1 alert protocol version:…` */
function handshakeFailure(message: string): string {
  const reason = /SSL routines:[^:]*:([^:]+)/.exec(message)?.[1]
  if (reason === undefined || /wrong version number|packet length too long|http request/.test(reason))
    return 'it does not speak TLS; plain HTTP is for loopback addresses only'
  return `the TLS handshake failed: ${reason}`
}

/** Returns the error of a failed connection, with its meaning by Node's error code. */
export function networkError(request: Pick<HttpRequest, 'method' | 'url'>, error: unknown): HttpError {
  if (error instanceof HttpError) return error
  const code = errorCode(error)
  const known = Object.hasOwn(PERMANENT_NETWORK_ERRORS, code) ? PERMANENT_NETWORK_ERRORS[code] : undefined
  const permanent = code === 'EPROTO' ? handshakeFailure(errorMessage(error)) : known
  const message = permanent ?? TRANSIENT_MESSAGES[code] ?? errorMessage(error)
  const idleMs =
    error instanceof IdleTimeout ? error.limitMs : error instanceof SlowBody ? error.waitedMs : undefined
  return new HttpError({ ...request, message, idleMs, transient: permanent === undefined }, { cause: error })
}
