import { describe, expect, test } from '@jest/globals'
import { ECR_RATES, RateLimiter, type RateLimits } from '../../src/http/rate-limiter'
import type { Clock } from '../../src/http/retry'

/** Time that passes only when someone waits, and then for all that wait, in order. */
class FakeClock implements Clock {
  private time = 5_000_000
  private readonly sleepers: { readonly at: number; readonly wake: () => void }[] = []

  /** @param lateMs how much longer each wait takes than was asked for */
  constructor(private readonly lateMs: (index: number) => number = () => 0) {}

  readonly now = (): number => this.time
  readonly random = (): number => 0.5
  private asked = 0
  readonly sleep = (ms: number): Promise<void> =>
    new Promise((wake) => {
      this.sleepers.push({ at: this.time + ms + this.lateMs(this.asked++), wake })
    })

  /** Lets time pass until nobody waits any more. */
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

/** Sends `count` calls at once; when each was let through, in the order of their passing. */
async function admitted(
  governor: RateLimiter,
  clock: FakeClock,
  count: number,
): Promise<{ call: number; at: number }[]> {
  const passed: { call: number; at: number }[] = []
  const calls = Array.from({ length: count }, async (_, call) => {
    await governor.acquire('PutImage')
    passed.push({ call, at: clock.now() })
  })
  await clock.run()
  await Promise.all(calls)
  return passed
}

/** The most that passed within any second. */
function busiest(times: readonly number[]): number {
  return Math.max(...times.map((from) => times.filter((at) => at >= from && at < from + 1000).length))
}

const rates: RateLimits = { ...ECR_RATES, PutImage: 10 }

describe('the governor', () => {
  test('lets the rate through in any second, and no more', async () => {
    const clock = new FakeClock()
    const passed = await admitted(new RateLimiter(rates, clock), clock, 45)
    const times = passed.map(({ at }) => at - (passed[0]?.at ?? 0))
    expect(busiest(times)).toBe(10)
    // Four seconds and a little, which the line may take or add.
    expect(times.at(-1)).toBeGreaterThanOrEqual(4000)
    expect(times.at(-1)).toBeLessThan(4500)
  })

  test('keeps the order', async () => {
    const clock = new FakeClock()
    const passed = await admitted(new RateLimiter(rates, clock), clock, 45)
    expect(passed.map(({ call }) => call)).toEqual(Array.from({ length: 45 }, (_, index) => index))
  })

  test('counts calls that come one by one as well', async () => {
    const clock = new FakeClock()
    const governor = new RateLimiter(rates, clock)
    const times: number[] = []
    for (let call = 0; call < 30; call++) {
      times.push(...(await admitted(governor, clock, 1)).map(({ at }) => at))
      await clock.advance(33)
    }
    expect(busiest(times)).toBe(10)
  })

  test('forgets what is more than a second old', async () => {
    const clock = new FakeClock()
    const governor = new RateLimiter(rates, clock)
    await admitted(governor, clock, 10)
    await clock.advance(1200)
    const before = clock.now()
    const passed = await admitted(governor, clock, 10)
    expect(passed.every(({ at }) => at === before)).toBe(true)
  })

  test('holds when those who wait wake late, as in a busy process', async () => {
    const clock = new FakeClock((index) => (index % 10 === 0 ? 900 : 450))
    const passed = await admitted(new RateLimiter(rates, clock), clock, 60)
    expect(busiest(passed.map(({ at }) => at))).toBeLessThanOrEqual(10)
  })

  test('does not hold up calls of another kind', async () => {
    const clock = new FakeClock()
    const governor = new RateLimiter(rates, clock)
    const puts = Promise.all(Array.from({ length: 30 }, () => governor.acquire('PutImage')))
    const before = clock.now()
    await Promise.all(Array.from({ length: 100 }, () => governor.acquire('InitiateLayerUpload')))
    expect(clock.now()).toBe(before)
    await clock.run()
    await puts
  })

  test('lets everything through where no rates are known', async () => {
    const clock = new FakeClock()
    const passed = await admitted(new RateLimiter(undefined, clock), clock, 1000)
    expect(new Set(passed.map(({ at }) => at)).size).toBe(1)
  })
})
