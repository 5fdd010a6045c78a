import type { Clock } from './retry'

/** Calls that a registry limits by rate, under Amazon ECR's names for them. */
export type RateLimitedCall = 'PutImage' | 'InitiateLayerUpload' | 'CompleteLayerUpload'

export type RateLimits = Readonly<Record<RateLimitedCall, number>>

/** Default quotas per second, account and Region (https://docs.aws.amazon.com/AmazonECR/latest/userguide/service-quotas.html). */
export const ECR_RATES: RateLimits = {
  PutImage: 10,
  InitiateLayerUpload: 100,
  CompleteLayerUpload: 100,
}

/** A second, and what the line may add or take between two requests. */
const WINDOW_MS = 1_100

/** Lets no more than `rate` calls a second of each kind through, in order, in any second one looks at. */
export class RateLimiter {
  private readonly turns = new Map<RateLimitedCall, Promise<void>>()
  private readonly recent = new Map<RateLimitedCall, number[]>()

  constructor(
    private readonly rates: RateLimits | undefined,
    private readonly clock: Clock,
  ) {}

  async acquire(call: RateLimitedCall): Promise<void> {
    if (this.rates === undefined) return
    const rate = this.rates[call]
    const turn = (this.turns.get(call) ?? Promise.resolve()).then(() => this.pass(call, rate))
    this.turns.set(call, turn)
    await turn
  }

  /** One at a time, so that the time that is noted is the time it went, however late a sleep ends. */
  private async pass(call: RateLimitedCall, rate: number): Promise<void> {
    const recent = this.recent.get(call) ?? []
    const ahead = recent.at(-rate)
    const wait = ahead === undefined ? 0 : ahead + WINDOW_MS - this.clock.now()
    if (wait > 0) await this.clock.sleep(wait)
    this.recent.set(call, [...recent, this.clock.now()].slice(-rate))
  }
}
