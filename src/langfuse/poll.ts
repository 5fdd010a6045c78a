import { NoResponse } from './client'
import { VerificationCancelled, type Component } from './error'
import { causesOfNoResponse } from './likely-causes'

export interface PollOptions {
  readonly clock: { sleep(ms: number): Promise<void>; now(): number }
  readonly limitMs: number
  readonly interruption: AbortSignal
  readonly onWait: (reason: string) => void
}
export interface NotReady {
  readonly reason: string
  readonly likelyCauses: readonly Component[]
}

export type PollResult<T> = { readonly value: T } | NotReady

export interface PollSuccess<T> {
  readonly value: T
  readonly ms: number
}

const FIRST_PAUSE_MS = 500
const MAX_PAUSE_MS = 3000

/**
 * Repeats a check until it returns a value or the time limit is reached.
 *
 * @param timeoutCauses likely causes of a request that times out, most likely first
 * @returns the last result without a value at the time limit
 * @throws VerificationCancelled
 */
export async function poll<T>(
  check: () => Promise<PollResult<T>>,
  { clock, limitMs, interruption, onWait }: PollOptions,
  timeoutCauses: readonly Component[],
): Promise<PollSuccess<T> | NotReady> {
  const startMs = clock.now()
  let pauseMs = FIRST_PAUSE_MS
  let lastReason = ''
  for (;;) {
    if (interruption.aborted) throw new VerificationCancelled()
    const result = await check().catch((error: unknown) => toNotReady(error, timeoutCauses))
    const ms = clock.now() - startMs
    if ('value' in result) return { value: result.value, ms }
    if (ms >= limitMs) return result
    if (result.reason !== lastReason) onWait(result.reason)
    lastReason = result.reason
    await pause(Math.min(pauseMs, limitMs - ms), clock, interruption)
    pauseMs = Math.min(pauseMs * 2, MAX_PAUSE_MS)
  }
}

/** A task may be starting or stopping. */
function toNotReady(error: unknown, timeoutCauses: readonly Component[]): NotReady {
  if (!(error instanceof NoResponse)) throw error
  return { reason: error.message, likelyCauses: causesOfNoResponse(error, timeoutCauses) }
}

async function pause(ms: number, clock: PollOptions['clock'], interruption: AbortSignal): Promise<void> {
  let stop = (): void => undefined
  const aborted = new Promise<void>((resolve) => {
    stop = resolve
  })
  interruption.addEventListener('abort', stop, { once: true })
  try {
    await Promise.race([clock.sleep(ms), aborted])
  } finally {
    interruption.removeEventListener('abort', stop)
  }
}
