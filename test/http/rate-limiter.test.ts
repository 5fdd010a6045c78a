import { describe, expect, test } from '@jest/globals'
import { ECR_RATES, RateLimiter, type RateLimits } from '../../src/http/rate-limiter'
import type { Clock } from '../../src/http/retry'

/** A clock that advances only in `run` and `advance`. */
class FakeClock implements Clock {
  private time = 5_000_000
  private readonly sleepers: { readonly at: number; readonly wake: () => void }[] = []

  /** @param lateMs delay of each timer */
  constructor(private readonly lateMs: (index: number) => number = () => 0) {}

  readonly now = (): number => this.time
  readonly wallClockMs = (): number => this.time
  readonly random = (): number => 0.5
  private asked = 0
  readonly sleep = (ms: number): Promise<void> =>
    new Promise((wake) => {
      this.sleepers.push({ at: this.time + ms + this.lateMs(this.asked++), wake })
    })

  /** Advances the time until nothing sleeps. */
  async run(): Promise<void> {
    for (;;) {
      await settled()
      this.sleepers.sort((a, b) => a.at - b.at)
      const next = this.sleepers.shift()
      if (next === undefined) return
      this.time = Math.max(this.time, next.at)
      next.wake()
    }
  }

  async advance(ms: number): Promise<void> {
    await settled()
    this.time += ms
  }
}

const settled = (): Promise<void> => new Promise((resolve) => setImmediate(resolve))

/** Makes `count` calls at once. Returns the time of each admission, in order. */
async function admitted(
  limiter: RateLimiter,
  clock: FakeClock,
  count: number,
): Promise<{ call: number; at: number }[]> {
  const passed: { call: number; at: number }[] = []
  const calls = Array.from({ length: count }, async (_, call) => {
    await limiter.acquire('PutImage')
    passed.push({ call, at: clock.now() })
  })
  await clock.run()
  await Promise.all(calls)
  return passed
}

/** Returns the highest number of calls within any second. */
function busiest(times: readonly number[]): number {
  return Math.max(...times.map((from) => times.filter((at) => at >= from && at < from + 1000).length))
}

const rates: RateLimits = { ...ECR_RATES, PutImage: 10 }

describe('the rate limiter', () => {
  test('admits exactly its rate in any second', async () => {
    const clock = new FakeClock()
    const passed = await admitted(new RateLimiter(rates, clock), clock, 45)
    const times = passed.map(({ at }) => at - (passed[0]?.at ?? 0))
    expect(busiest(times)).toBe(10)
    // Four seconds and the margin for jitter.
    expect(times.at(-1)).toBeGreaterThanOrEqual(4000)
    expect(times.at(-1)).toBeLessThan(4500)
  })

  test('keeps the order', async () => {
    const clock = new FakeClock()
    const passed = await admitted(new RateLimiter(rates, clock), clock, 45)
    expect(passed.map(({ call }) => call)).toEqual(Array.from({ length: 45 }, (_, index) => index))
  })

  test('also limits calls that are made one by one', async () => {
    const clock = new FakeClock()
    const limiter = new RateLimiter(rates, clock)
    const times: number[] = []
    for (let call = 0; call < 30; call++) {
      times.push(...(await admitted(limiter, clock, 1)).map(({ at }) => at))
      await clock.advance(33)
    }
    expect(busiest(times)).toBe(10)
  })

  test('ignores calls that are more than a second old', async () => {
    const clock = new FakeClock()
    const limiter = new RateLimiter(rates, clock)
    await admitted(limiter, clock, 10)
    await clock.advance(1200)
    const before = clock.now()
    const passed = await admitted(limiter, clock, 10)
    expect(passed.every(({ at }) => at === before)).toBe(true)
  })

  test('keeps its rate with late timers, as in a busy process', async () => {
    const clock = new FakeClock((index) => (index % 10 === 0 ? 900 : 450))
    const passed = await admitted(new RateLimiter(rates, clock), clock, 60)
    expect(busiest(passed.map(({ at }) => at))).toBeLessThanOrEqual(10)
  })

  test('does not delay calls of another kind', async () => {
    const clock = new FakeClock()
    const limiter = new RateLimiter(rates, clock)
    const puts = Promise.all(Array.from({ length: 30 }, () => limiter.acquire('PutImage')))
    const before = clock.now()
    await Promise.all(Array.from({ length: 100 }, () => limiter.acquire('InitiateLayerUpload')))
    expect(clock.now()).toBe(before)
    await clock.run()
    await puts
  })

  test('admits all calls without rates', async () => {
    const clock = new FakeClock()
    const passed = await admitted(new RateLimiter(undefined, clock), clock, 1000)
    expect(new Set(passed.map(({ at }) => at)).size).toBe(1)
  })
})

test('a clock that steps back prolongs no wait', async () => {
  let time = 10_000_000
  const waits: number[] = []
  const sleep = (ms: number): Promise<void> => (waits.push(ms), (time += ms), Promise.resolve())
  const clock: Clock = { now: () => time, wallClockMs: () => time, random: () => 0.5, sleep }
  const limiter = new RateLimiter({ ...ECR_RATES, PutImage: 1 }, clock)
  await limiter.acquire('PutImage')
  time -= 3_600_000
  await limiter.acquire('PutImage')
  expect(waits).toEqual([1_100])
})
