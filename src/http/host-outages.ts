interface Outage {
  readonly sinceMs: number
  isAnnounced: boolean
}

/**
 * Hosts that have failed since their last answer. All requests of a run share one retry limit for each host: when it is
 * used up, the next failure of any request to the host is final.
 */
export class HostOutages {
  private readonly outages = new Map<string, Outage>()

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

  /** Returns true for the first call of an outage. */
  announce(host: string): boolean {
    const outage = this.outages.get(host)
    if (outage?.isAnnounced === true) return false
    if (outage !== undefined) outage.isAnnounced = true
    return true
  }
}
