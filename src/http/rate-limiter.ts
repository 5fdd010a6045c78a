import type { Clock } from './retry'

/** Rate-limited registry calls, by the names of the Amazon ECR API. */
export type RateLimitedCall = 'PutImage' | 'InitiateLayerUpload' | 'CompleteLayerUpload'

/** Allowed calls per second. */
export type RateLimits = Readonly<Record<RateLimitedCall, number>>

/** Default quotas per second, account and Region (https://docs.aws.amazon.com/AmazonECR/latest/userguide/service-quotas.html). */
export const ECR_RATES: RateLimits = {
  PutImage: 10,
  InitiateLayerUpload: 100,
  CompleteLayerUpload: 100,
}

/** One second and a margin for network jitter. */
const WINDOW_MS = 1_100

/** Delays calls so that no second exceeds the limit of their kind. */
export class RateLimiter {
  private readonly turns = new Map<RateLimitedCall, Promise<void>>()
  private readonly recent = new Map<RateLimitedCall, number[]>()

  constructor(
    private readonly rates: RateLimits | undefined,
    private readonly clock: Clock,
  ) {}

  /** Waits until the call may be sent. */
  async acquire(call: RateLimitedCall): Promise<void> {
    if (this.rates === undefined) return
    const rate = this.rates[call]
    const turn = (this.turns.get(call) ?? Promise.resolve()).then(() => this.waitForTurn(call, rate))
    this.turns.set(call, turn)
    await turn
  }

  // One call at a time, so that late timers admit no two calls at once.
  private async waitForTurn(call: RateLimitedCall, rate: number): Promise<void> {
    const recent = this.recent.get(call) ?? []
    const ahead = recent.at(-rate)
    // A clock that steps back must not prolong the wait.
    const wait = ahead === undefined ? 0 : Math.min(WINDOW_MS, ahead + WINDOW_MS - this.clock.now())
    if (wait > 0) await this.clock.sleep(wait)
    this.recent.set(call, [...recent, this.clock.now()].slice(-rate))
  }
}
