import { NoAnswer } from './client'
import { VerificationCancelled, type Part } from './error'

/** How long to wait for something, and how. */
export interface PollOptions {
  readonly clock: { sleep(ms: number): Promise<void>; now(): number }
  readonly limitMs: number
  /** Aborted when the run is cancelled. */
  readonly interruption: AbortSignal
  /** Told when what is in the way has changed. */
  readonly onWait: (why: string) => void
}

/** What is in the way of something. */
export interface Obstacle {
  readonly why: string
  readonly suspects: readonly Part[]
}

/** What a look came to: a value, or why there is none yet. */
export type Look<T> = { readonly value: T } | Obstacle

export interface Waited<T> {
  readonly value: T
  readonly ms: number
}

const FIRST_PAUSE_MS = 500
const LONGEST_PAUSE_MS = 3000

/**
 * Looks again and again, until there is a value or the time is up.
 * @returns the last obstacle when the time is up
 * @throws VerificationCancelled
 */
export async function waitFor<T>(
  look: () => Promise<Look<T>>,
  patience: PollOptions,
): Promise<Waited<T> | Obstacle> {
  const { clock, limitMs, interruption, onWait } = patience
  const startMs = clock.now()
  let pauseMs = FIRST_PAUSE_MS
  let told = ''
  for (;;) {
    if (interruption.aborted) throw new VerificationCancelled()
    const seen = await look().catch(withoutAnswer)
    const ms = clock.now() - startMs
    if ('value' in seen) return { value: seen.value, ms }
    if (ms >= limitMs) return seen
    if (seen.why !== told) onWait(seen.why)
    told = seen.why
    await pause(Math.min(pauseMs, limitMs - ms), clock, interruption)
    pauseMs = Math.min(pauseMs * 2, LONGEST_PAUSE_MS)
  }
}

/** A connection that fails may be one to a task that starts or ends. */
function withoutAnswer(error: unknown): Obstacle {
  if (!(error instanceof NoAnswer)) throw error
  return { why: error.message, suspects: ['address', 'web'] }
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
