import { setTimeout as sleep } from 'node:timers/promises'
import type { Clock } from './retry'

/** The clock and the randomness of this machine. */
export const systemClock: Clock = {
  sleep: async (ms) => sleep(ms),
  random: Math.random,
  now: () => performance.now(),
  wallClockMs: Date.now,
}
