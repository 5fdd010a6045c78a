import { Limiter } from '../http/limiter'

/** Without the input `concurrency`: up to 32 small blobs, or 8 large ones, whose bytes need the bandwidth. */
const SLOTS = 32
const SLOT_BYTES = 4 * 1024 * 1024
const MAX_SLOTS_OF_BLOB = 4

const slotsOf = (size: number): number => Math.min(MAX_SLOTS_OF_BLOB, Math.max(1, size / SLOT_BYTES))

/** Limits the transfers that run at once, to a number or by their sizes. */
export function transferLimiter(concurrency: number | undefined): Limiter {
  return concurrency === undefined ? new Limiter(SLOTS, slotsOf) : new Limiter(concurrency)
}

/** Returns how many transfers start at once. */
export function startingTransfers(sizes: readonly number[], concurrency: number | undefined): number {
  if (concurrency !== undefined) return Math.min(sizes.length, concurrency)
  let free = SLOTS
  const largestFirst = [...sizes].sort((one, other) => other - one)
  const waiting = largestFirst.findIndex((size) => (free -= slotsOf(size)) < 0)
  return waiting < 0 ? sizes.length : waiting
}
