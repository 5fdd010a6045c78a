/** Time and randomness as arguments, so that tests control both. */
export interface Clock {
  sleep(ms: number): Promise<void>
  /** Returns a uniform number in [0, 1). */
  random(): number
  /** Returns monotonic milliseconds; only differences have a meaning. */
  now(): number
  /** Returns milliseconds since 1970-01-01 UTC; may jump when the machine's time is set. */
  wallClockMs(): number
}

export interface Backoff {
  /** Attempts in total, including the first. */
  readonly maxAttempts: number
  /** Upper limit of the first wait. It doubles with each attempt, up to `maxDelayMs`. */
  readonly baseDelayMs: number
  readonly maxDelayMs: number
  /** Share of the upper limit that is always waited, from 0 (default, full jitter) to 1. */
  readonly minShare?: number
}

/** Marks a failure as transient. */
export interface Transient {
  /** Wait that the server asked for: a lower limit, so that 0 or a date in the past never replaces the backoff. */
  readonly waitMs?: number | undefined
  /** Set if the next attempt sends something new, such as renewed credentials. */
  readonly isImmediate?: boolean | undefined
  /** Time that the attempt spent without data before it was ended. */
  readonly idleMs?: number | undefined
}

export interface RetryOptions {
  readonly backoff: Backoff
  readonly clock: Pick<Clock, 'sleep' | 'random'>
  /** Returns undefined for a failure that another attempt cannot help. */
  readonly classify: (error: unknown, attempt: number) => Transient | undefined
  /** A failure that asks for a longer wait is final. Default: unlimited. */
  readonly maxWaitMs?: number
  /** The same for the sum of all waits. */
  readonly maxTotalWaitMs?: number
  /** Backoff and idle time after which no third attempt follows. Default: unlimited. */
  readonly retryLimitMs?: number
  /** Reports a failure to a state that several calls share; true ends the call. */
  readonly isGivenUp?: (error: unknown) => boolean
  /** Is called before each wait above 0 ms. */
  readonly onWait?: (error: unknown, waitMs: number) => void
  /** Returns the error to throw after the last attempt. Default: the failure itself. */
  readonly final?: (error: unknown, attempts: number) => unknown
}

/**
 * Repeats a call that failed for a transient reason.
 *
 * @throws the first failure that is not transient; `final(failure, attempts)` when attempts or waiting time are used up
 */
export async function retry<T>(call: (attempt: number) => Promise<T>, options: RetryOptions): Promise<T> {
  const waiting = new RetryState(options)
  for (let attempt = 1; ; attempt++) {
    try {
      return await call(attempt)
    } catch (error) {
      await waiting.before(attempt + 1, error)
    }
  }
}

/** Counts attempts and waiting time of one call, for loops that change the call between attempts. */
export class RetryState {
  private waitedMs = 0
  private spentMs = 0

  constructor(private readonly options: RetryOptions) {}

  /** Waits before an attempt. @throws the failure when there must be none */
  async before(attempt: number, error: unknown): Promise<void> {
    const { backoff, clock, classify } = this.options
    const failed = attempt - 1
    const transient = classify(error, failed)
    if (transient === undefined) throw error
    const isGivenUp = this.options.isGivenUp?.(error) === true
    const delayMs = transient.isImmediate === true ? 0 : backoffMs(backoff, failed, clock)
    const waitMs = Math.max(transient.waitMs ?? 0, delayMs)
    this.waitedMs += waitMs
    this.spentMs += transient.idleMs ?? 0
    if (isGivenUp || this.isUsedUp(failed, waitMs)) throw this.options.final?.(error, failed) ?? error
    this.spentMs += delayMs
    if (waitMs > 0) this.options.onWait?.(error, waitMs)
    await clock.sleep(waitMs)
  }

  private isUsedUp(failed: number, waitMs: number): boolean {
    const { backoff, maxWaitMs = Infinity, maxTotalWaitMs = Infinity, retryLimitMs = Infinity } = this.options
    if (failed >= backoff.maxAttempts || waitMs > maxWaitMs || this.waitedMs > maxTotalWaitMs) return true
    return failed > 1 && this.spentMs >= retryLimitMs
  }
}

/**
 * Returns the wait after a failed attempt, with full jitter above the share that is always waited
 * (https://aws.amazon.com/blogs/architecture/exponential-backoff-and-jitter/).
 */
export function backoffMs(
  { baseDelayMs, maxDelayMs, minShare = 0 }: Backoff,
  attempt: number,
  clock: Pick<Clock, 'random'>,
): number {
  const share = minShare + (1 - minShare) * clock.random()
  return share * Math.min(maxDelayMs, baseDelayMs * 2 ** (attempt - 1))
}

/** Parses `Retry-After`: seconds (fractions too, as GHCR sends) or an HTTP date (RFC 9110 §10.2.3). */
export function parseRetryAfter(value: string | undefined, nowMs: number): number | undefined {
  if (value === undefined || value.trim() === '') return undefined
  const seconds = Number(value)
  if (Number.isFinite(seconds * 1000)) return Math.max(0, seconds * 1000)
  const date = Date.parse(value)
  return Number.isNaN(date) ? undefined : Math.max(0, date - nowMs)
}
