import type { Credentials } from './credentials'

export interface RenewingCredentials {
  /** Valid for five more minutes, if AWS is reachable. */
  readonly credentials: () => Promise<Credentials>
  /** Valid for half of their lifetime, if AWS is reachable. */
  readonly freshCredentials: () => Promise<Credentials>
}

const RENEWAL_THRESHOLD_MS = 5 * 60_000
/** A failed renewal takes half a minute. */
const RENEWAL_PAUSE_MS = 30_000
const MIN_LIFE_MS = 1

/**
 * Renews credentials before they expire; concurrent callers share one renewal.
 * Its failure is thrown only after the current credentials have expired.
 *
 * @param now wall clock, in milliseconds
 */
export function createRenewingCredentials(
  renew: () => Promise<Credentials>,
  first: Credentials,
  now: () => number,
): RenewingCredentials {
  let current = first
  let halfLifeMs = 0
  let failedAt = -Infinity
  let renewal: Promise<void> | undefined
  const leftMs = (): number => current.expiration.getTime() - now()
  const store = (renewed: Credentials): void => {
    current = renewed
    halfLifeMs = leftMs() / 2
  }
  store(first)

  const withAtLeast = async (ms: number): Promise<Credentials> => {
    if (leftMs() >= ms) return current
    renewal ??= renew()
      .then(store)
      .finally(() => {
        renewal = undefined
      })
    try {
      await renewal
    } catch (error) {
      failedAt = now()
      if (leftMs() <= 0) throw error
    }
    return current
  }
  return {
    credentials: () => withAtLeast(RENEWAL_THRESHOLD_MS),
    freshCredentials: () => withAtLeast(now() - failedAt < RENEWAL_PAUSE_MS ? MIN_LIFE_MS : halfLifeMs),
  }
}
