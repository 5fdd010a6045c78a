import { HttpError } from './error'
import type { HostOutages } from './host-outages'
import type { Backoff, Clock, RetryOptions } from './retry'

/** Attempts and waits of requests that fail with an {@link HttpError}. */
export interface RetryPolicy extends Backoff {
  /** A server that asks for a longer wait is not asked again. */
  readonly maxRetryAfterMs: number
  /** Limit for the sum of all waits of a call. */
  readonly maxTotalWaitMs: number
  /** Time for which a host may fail. */
  readonly retryLimitMs: number
  /** Shared by all calls of a run; without it each call has its own limit. */
  readonly outages?: HostOutages
  /** Is called once per outage of a host. */
  readonly onWait?: (error: HttpError, waitMs: number) => void
}

/** Builds the options for calls that fail with an {@link HttpError}, which knows whether it is transient. */
export function httpRetry(clock: Clock, policy: RetryPolicy): RetryOptions {
  const { onWait, maxRetryAfterMs, maxTotalWaitMs, retryLimitMs, outages } = policy
  return {
    backoff: policy,
    clock,
    maxWaitMs: maxRetryAfterMs,
    maxTotalWaitMs,
    retryLimitMs,
    classify: (error) => {
      if (!(error instanceof HttpError) || !error.transient) return undefined
      const { retryAfterMs: waitMs, retryImmediately: isImmediate, idleMs } = error.details
      return { waitMs, isImmediate, idleMs }
    },
    isGivenUp: (error) => {
      if (!(error instanceof HttpError) || error.details.retryImmediately === true) return false
      const { host, retryAfterMs = 0 } = error
      const nowMs = clock.now()
      // A longer wait is refused, so the other requests find out by themselves.
      if (retryAfterMs > 0 && retryAfterMs <= maxRetryAfterMs) outages?.pause(host, nowMs + retryAfterMs)
      return outages?.recordFailure(host, nowMs, retryAfterMs) === 'given-up'
    },
    final: (error, attempts) =>
      error instanceof HttpError ? withRefusedWait(error, maxRetryAfterMs).final(attempts) : error,
    ...(onWait && {
      onWait: (error, waitMs) => {
        if (error instanceof HttpError && (outages?.announce(error.host) ?? true)) onWait(error, waitMs)
      },
    }),
  }
}

function withRefusedWait(error: HttpError, maxRetryAfterMs: number): HttpError {
  const { retryAfterMs = 0 } = error
  if (retryAfterMs <= maxRetryAfterMs) return error
  const wait = `it asks for a wait of ${Math.ceil(retryAfterMs / 1000)} s, and at most ${maxRetryAfterMs / 1000} s are waited`
  return new HttpError({ ...error.details, message: `${error.details.message}; ${wait}` }, { cause: error })
}
