import type { FailureReason } from '../text/failure-reason'

/** Time in which a minimum of bytes must arrive. */
const WINDOW_MS = 60_000
const MIN_BYTES_PER_SECOND = 1_024

/** A body that arrives too slowly; a new connection may be faster. */
export class SlowBody extends Error {
  override readonly name = 'SlowBody'
  readonly reason: FailureReason = 'copy-failed'

  constructor(
    bytes: number,
    readonly waitedMs: number,
  ) {
    super(`only ${bytes} bytes arrived in ${Math.round(waitedMs / 1000)} s`)
  }
}

/** Measures the time spent waiting for a sender. Time in which the receiver is busy does not count. */
export class ThroughputGuard {
  private waitedMs = 0
  private bytes = 0

  /** @throws SlowBody below the lowest throughput */
  add(waitedMs: number, bytes: number): void {
    this.waitedMs += waitedMs
    this.bytes += bytes
    if (this.waitedMs < WINDOW_MS) return
    if (this.bytes < (MIN_BYTES_PER_SECOND * this.waitedMs) / 1000)
      throw new SlowBody(this.bytes, this.waitedMs)
    this.waitedMs = 0
    this.bytes = 0
  }
}
