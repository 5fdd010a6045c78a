import type { Credentials } from './credentials'

export interface RenewingCredentials {
  /** With at least five minutes left, if AWS can be reached. */
  readonly credentials: () => Promise<Credentials>
  /** With at least half of their life left, if AWS can be reached. */
  readonly freshCredentials: () => Promise<Credentials>
}

const RENEW_BELOW_MS = 5 * 60_000
// A renewal may take half a minute to fail: not everyone whose credentials are still good should wait for another.
const PAUSE_MS = 30_000
const ALIVE_MS = 1

/**
 * Hands out one set of credentials until it runs low; whoever asks during a renewal waits for that one.
 * A set that cannot be renewed is handed out until it ends; only then is the reason thrown.
 */
export function renewing(
  renew: () => Promise<Credentials>,
  first: Credentials,
  now: () => number,
): RenewingCredentials {
  let current = first
  let halfLifeMs = 0
  let failedAt = -Infinity
  let renewal: Promise<void> | undefined
  const leftMs = (): number => current.expiration.getTime() - now()
  const take = (given: Credentials): void => {
    current = given
    halfLifeMs = leftMs() / 2
  }
  take(first)

  const withAtLeast = async (ms: number): Promise<Credentials> => {
    if (leftMs() >= ms) return current
    renewal ??= renew()
      .then(take)
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
    credentials: () => withAtLeast(RENEW_BELOW_MS),
    freshCredentials: () => withAtLeast(now() - failedAt < PAUSE_MS ? ALIVE_MS : halfLifeMs),
  }
}
