import type { Clock } from './retry'

interface Outage {
  readonly sinceMs: number
  isAnnounced: boolean
}

/**
 * Hosts that have failed since their last answer. All requests of a run share one retry limit for each host: when it is
 * used up, the next failure of any request to the host is final. They also share the wait that the host asks for.
 */
export class HostOutages {
  private readonly outages = new Map<string, Outage>()
  /** Ends of the waits that hosts asked for. */
  private readonly pauses = new Map<string, number>()

  constructor(private readonly retryLimitMs: number) {}

  /** Ends the host's outage. */
  recordAnswer(host: string): void {
    this.outages.delete(host)
  }

  /**
   * Counts the time since the first failure, or since the end of a wait that the host asked for.
   *
   * @param nowMs monotonic
   */
  recordFailure(host: string, nowMs: number, askedMs = 0): 'waiting' | 'given-up' {
    const known = this.outages.get(host)
    const sinceMs = Math.max(known?.sinceMs ?? nowMs, askedMs > 0 ? nowMs + askedMs : 0)
    this.outages.set(host, { sinceMs, isAnnounced: known?.isAnnounced ?? false })
    return nowMs - sinceMs >= this.retryLimitMs ? 'given-up' : 'waiting'
  }

  /** Delays all requests to a host, as `Retry-After` of one of them asks. */
  pause(host: string, untilMs: number): void {
    this.pauses.set(host, Math.max(untilMs, this.pauses.get(host) ?? 0))
  }

  /** Waits until a request may be sent to the host. */
  async waitForTurn(host: string, clock: Pick<Clock, 'sleep' | 'now'>): Promise<void> {
    let waitedUntilMs = 0
    for (;;) {
      const untilMs = this.pauses.get(host) ?? 0
      const waitMs = untilMs - clock.now()
      // Another request may have extended the wait.
      if (waitMs <= 0 || untilMs <= waitedUntilMs) return
      await clock.sleep(waitMs)
      waitedUntilMs = untilMs
    }
  }

  /** Returns true for the first call of an outage. */
  announce(host: string): boolean {
    const outage = this.outages.get(host)
    if (outage?.isAnnounced === true) return false
    if (outage !== undefined) outage.isAnnounced = true
    return true
  }
}
