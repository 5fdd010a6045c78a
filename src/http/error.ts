import { isRecord } from '../text/json'
import type { FailureReason } from '../text/failure-reason'

/** A failed HTTP request. */
export interface HttpErrorDetails {
  readonly method: string
  readonly url: URL
  /** Undefined without a response. */
  readonly status?: number | undefined
  /** OCI distribution specification, "Error Codes". */
  readonly codes?: readonly string[]
  /** One printable line. */
  readonly message: string
  readonly retryAfterMs?: number | undefined
  /** Set if the next attempt sends something new. */
  readonly retryImmediately?: boolean
  /** Where a write with a streamed body may be repeated. */
  readonly redirectedTo?: URL
  /** Time without data before the request was ended. */
  readonly idleMs?: number | undefined
  readonly transient: boolean
}

/** Thrown for an HTTP request that failed. */
export class HttpError extends Error {
  override readonly name: string = 'HttpError'
  readonly reason: FailureReason = 'copy-failed'
  readonly host: string
  readonly status: number | undefined
  readonly codes: readonly string[]
  readonly retryAfterMs: number | undefined
  readonly transient: boolean

  constructor(
    readonly details: HttpErrorDetails,
    options?: ErrorOptions,
  ) {
    const answer = details.status === undefined ? '' : ` answered ${details.status}`
    super(
      `${details.method} ${details.url.host}${details.url.pathname}${answer}: ${details.message}`,
      options,
    )
    this.host = details.url.host
    this.status = details.status
    this.codes = details.codes ?? []
    this.retryAfterMs = details.retryAfterMs
    this.transient = details.transient
  }

  /** Returns the error to throw after the last attempt. */
  final(attempts: number): HttpError {
    const message =
      attempts > 1 ? `${this.details.message} (after ${attempts} attempts)` : this.details.message
    return new HttpError({ ...this.details, message, transient: false }, { cause: this })
  }
}

/** Returns Node's error code, such as `ECONNREFUSED`, or an empty string. */
export function errorCode(error: unknown): string {
  return isRecord(error) && typeof error['code'] === 'string' ? error['code'] : ''
}
