import { isRecord } from '../text/json'

/** Describes a failed HTTP request. */
export interface HttpFailure {
  readonly method: string
  readonly url: URL
  /** HTTP status; undefined when no answer came. */
  readonly status?: number | undefined
  /** `errors[].code` of the answer (OCI distribution specification, "Error Codes"). */
  readonly codes?: readonly string[]
  /** The registry's own words, or what went wrong on the way; as one printable line. */
  readonly message: string
  /** The wait the registry asked for. */
  readonly retryAfterMs?: number | undefined
  /** Whether the same request may succeed later. */
  readonly transient: boolean
}

export class HttpError extends Error {
  override readonly name: string = 'HttpError'
  readonly host: string
  readonly status: number | undefined
  readonly codes: readonly string[]
  readonly retryAfterMs: number | undefined
  readonly transient: boolean

  constructor(
    readonly facts: HttpFailure,
    options?: ErrorOptions,
  ) {
    const answer = facts.status === undefined ? '' : ` answered ${facts.status}`
    super(`${facts.method} ${facts.url.host}${facts.url.pathname}${answer}: ${facts.message}`, options)
    this.host = facts.url.host
    this.status = facts.status
    this.codes = facts.codes ?? []
    this.retryAfterMs = facts.retryAfterMs
    this.transient = facts.transient
  }

  /** The same failure, after which nothing more is tried. */
  final(tries: number): HttpError {
    const message = tries > 1 ? `${this.facts.message} (after ${tries} tries)` : this.facts.message
    return new HttpError({ ...this.facts, message, transient: false }, { cause: this })
  }
}

/** Returns Node's error code, as in `ECONNREFUSED`, or an empty string. */
export function codeOf(error: unknown): string {
  return isRecord(error) && typeof error['code'] === 'string' ? error['code'] : ''
}
