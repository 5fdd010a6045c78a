import type { Clock } from './retry'

/** Calls that a registry limits by rate, under Amazon ECR's names for them. */
export type RatedCall = 'PutImage' | 'InitiateLayerUpload' | 'UploadLayerPart' | 'CompleteLayerUpload'

export type Rates = Readonly<Record<RatedCall, number>>

/** Default quotas per second, account and Region (https://docs.aws.amazon.com/AmazonECR/latest/userguide/service-quotas.html). */
export const ECR_RATES: Rates = {
  PutImage: 10,
  InitiateLayerUpload: 100,
  UploadLayerPart: 500,
  CompleteLayerUpload: 100,
}

/** A second, and what the line may add or take between two requests. */
const WINDOW_MS = 1_100

/** Lets no more than `rate` calls a second of each kind through, in order, in any second one looks at. */
export class Governor {
  private readonly recent = new Map<RatedCall, number[]>()

  constructor(
    private readonly rates: Rates | undefined,
    private readonly clock: Clock,
  ) {}

  async admit(call: RatedCall): Promise<void> {
    if (this.rates === undefined) return
    const now = this.clock.now()
    const admitted = (this.recent.get(call) ?? []).filter((at) => at > now - WINDOW_MS)
    // The call that is `rate` places ahead must be a window old when this one goes.
    const ahead = admitted.at(-this.rates[call])
    const at = ahead === undefined ? now : Math.max(now, ahead + WINDOW_MS)
    this.recent.set(call, [...admitted, at])
    if (at > now) await this.clock.sleep(at - now)
  }
}
