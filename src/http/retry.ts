import { HttpError } from './error'

/** Time and chance, so that a test can hold both. */
export interface Clock {
  sleep(ms: number): Promise<void>
  /** Uniform in [0, 1). */
  random(): number
  /** Milliseconds from any fixed point. */
  now(): number
}

export interface RetryPolicy {
  /** Attempts in all, the first included. */
  readonly tries: number
  /** Ceiling of the first wait; it doubles with each try up to `maxDelayMs`. */
  readonly baseDelayMs: number
  readonly maxDelayMs: number
  /** A registry that asks for more patience than this is told no. */
  readonly maxRetryAfterMs: number
  /** Told of each wait, so that a person who watches knows what is waited for. */
  readonly onWait?: (error: HttpError, waitMs: number) => void
}

export const DEFAULT_RETRY: RetryPolicy = {
  tries: 6,
  baseDelayMs: 300,
  maxDelayMs: 20_000,
  maxRetryAfterMs: 120_000,
}

/**
 * Repeats what failed in passing, with full jitter
 * (https://aws.amazon.com/blogs/architecture/exponential-backoff-and-jitter/) or after the time the registry asked for.
 */
export async function retry<T>(
  attempt: (tryNumber: number) => Promise<T>,
  clock: Clock,
  policy: RetryPolicy,
): Promise<T> {
  for (let tryNumber = 1; ; tryNumber++) {
    try {
      return await attempt(tryNumber)
    } catch (error) {
      await pauseBeforeNext(error, { tryNumber, clock, policy })
    }
  }
}

/** Waits as long as the failure asks for. @throws the failure itself when another try is of no use */
export async function pauseBeforeNext(
  error: unknown,
  { tryNumber, clock, policy }: { tryNumber: number; clock: Clock; policy: RetryPolicy },
): Promise<void> {
  if (!(error instanceof HttpError) || !error.transient) throw error
  const wait = error.retryAfterMs ?? jitter(tryNumber, clock, policy)
  if (tryNumber >= policy.tries || wait > policy.maxRetryAfterMs) throw error.final(tryNumber)
  if (wait > 0) policy.onWait?.(error, wait)
  await clock.sleep(wait)
}

function jitter(tryNumber: number, clock: Clock, policy: RetryPolicy): number {
  return clock.random() * Math.min(policy.maxDelayMs, policy.baseDelayMs * 2 ** (tryNumber - 1))
}

/** `Retry-After` in seconds (fractions too, as GHCR sends) or as an HTTP date (RFC 9110 §10.2.3). */
export function parseRetryAfter(value: string | undefined, nowMs: number): number | undefined {
  if (value === undefined || value.trim() === '') return undefined
  const seconds = Number(value)
  if (Number.isFinite(seconds)) return Math.max(0, seconds * 1000)
  const date = Date.parse(value)
  return Number.isNaN(date) ? undefined : Math.max(0, date - nowMs)
}
