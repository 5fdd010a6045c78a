import { describe, expect, test } from '@jest/globals'
import fc from 'fast-check'
import { HttpError } from '../../src/http/error'
import { httpRetry, type RetryPolicy } from '../../src/http/http-retry'
import { HostOutages } from '../../src/http/host-outages'
import { type Clock, parseRetryAfter, retry, type RetryOptions } from '../../src/http/retry'
import { isTransientStatus, RETRY } from '../../src/http/retry-policies'

const url = new URL('https://registry.test/v2/')
const failure = (details: { transient: boolean; retryAfterMs?: number; status?: number }): HttpError =>
  new HttpError({ method: 'GET', url, message: 'out of order', ...details })

/** Clock that records the waits and does not wait. */
function recordingClock(random = 1): Clock & { waits: number[] } {
  const waits: number[] = []
  const sleep = (ms: number): Promise<void> => (waits.push(ms), Promise.resolve())
  return { waits, now: () => 0, wallClockMs: () => 0, random: () => random, sleep }
}

/** Fails with each of the errors, then succeeds. */
function failing(
  ...errors: readonly Error[]
): ((attempt: number) => Promise<string>) & { attempts: number[] } {
  const attempts: number[] = []
  const call = (attempt: number): Promise<string> => {
    attempts.push(attempt)
    const next = errors[attempts.length - 1]
    return next === undefined ? Promise.resolve('done') : Promise.reject(next)
  }
  return Object.assign(call, { attempts })
}

const always =
  (error: Error): (() => Promise<never>) =>
  () =>
    Promise.reject(error)
const transient = failure({ transient: true })
const options = (clock: Clock, policy: Partial<RetryPolicy> = {}): RetryOptions =>
  httpRetry(clock, { ...RETRY.registry, ...policy })

describe('retry', () => {
  test('returns the result of the first attempt without a wait', async () => {
    const clock = recordingClock()
    expect(await retry(failing(), options(clock))).toBe('done')
    expect(clock.waits).toEqual([])
  })

  test('repeats a transient failure and passes the attempt number', async () => {
    const clock = recordingClock()
    const call = failing(transient, transient)
    expect(await retry(call, options(clock))).toBe('done')
    expect(call.attempts).toEqual([1, 2, 3])
    expect(clock.waits).toHaveLength(2)
  })

  const fullJitter = { maxAttempts: 6, baseDelayMs: 300, maxDelayMs: 20_000, minShare: 0 }
  test.each<[string, number, Partial<RetryPolicy>, number[]]>([
    ['the full backoff at most', 1, fullJitter, [300, 600, 1200, 2400, 4800]],
    ['half of it for the middle of the jitter', 0.5, fullJitter, [150, 300, 600, 1200, 2400]],
    ['0 ms at least', 0, fullJitter, [0, 0, 0, 0, 0]],
    ['half of it at least for half jitter', 0, { ...fullJitter, minShare: 0.5 }, [150, 300, 600, 1200, 2400]],
    ['maxDelayMs at most', 1, { ...fullJitter, maxDelayMs: 1000 }, [300, 600, 1000, 1000, 1000]],
    ['never if there is only one attempt', 1, { maxAttempts: 1 }, []],
  ])('waits %s', async (_, random, policy, waits) => {
    const clock = recordingClock(random)
    await expect(retry(always(transient), options(clock, policy))).rejects.toThrow('out of order')
    expect(clock.waits).toEqual(waits)
  })

  test.each([0, 0.3, 0.99])(
    'of a registry waits at least a minute and at most two (random %d)',
    async (random) => {
      const clock = recordingClock(random)
      await expect(retry(always(transient), options(clock))).rejects.toThrow('attempts)')
      const waited = clock.waits.reduce((sum, ms) => sum + ms, 0)
      expect(waited).toBeGreaterThanOrEqual(60_000)
      expect(waited).toBeLessThan(90_000)
    },
  )

  test('counts the time of unanswered requests towards the retry limit', async () => {
    const clock = recordingClock()
    const idle = new HttpError({
      method: 'PUT',
      url,
      message: 'no data for 300 s',
      idleMs: 300_000,
      transient: true,
    })
    await expect(retry(always(idle), options(clock))).rejects.toThrow('after 2 attempts')
  })

  test('reports the number of attempts in the last error, which is final', async () => {
    const error = await retry(always(transient), options(recordingClock(), { maxAttempts: 6 })).catch(
      (thrown: unknown) => thrown,
    )
    expect(error).toMatchObject({
      message: 'GET registry.test/v2/: out of order (after 6 attempts)',
      transient: false,
    })
    expect((error as Error).cause).toBe(transient)
  })

  test('reports each wait above 0 ms', async () => {
    const reported: [string, number][] = []
    const onWait: RetryPolicy['onWait'] = (error, waitMs) => reported.push([error.details.message, waitMs])
    const renewed = { method: 'GET', url, message: 'expired', retryImmediately: true, transient: true }
    const call = failing(transient, new HttpError(renewed))
    await retry(call, options(recordingClock(), { onWait }))
    expect(reported).toEqual([['out of order', 500]])
  })

  test('waits as long as the server asks', async () => {
    const clock = recordingClock()
    const call = failing(failure({ transient: true, retryAfterMs: 7000 }))
    expect(await retry(call, options(clock))).toBe('done')
    expect(clock.waits).toEqual([7000])
  })

  test('waits by its own backoff when the server asks for less', async () => {
    const clock = recordingClock()
    const asked = failure({ transient: true, retryAfterMs: 0 })
    expect(await retry(failing(asked, asked, asked), options(clock))).toBe('done')
    expect(clock.waits).toEqual([500, 1000, 2000])
  })

  test('fails at once when the server asks for a wait above the limit', async () => {
    const clock = recordingClock()
    const busy = (retryAfterMs: number): HttpError => failure({ transient: true, retryAfterMs, status: 429 })
    await expect(retry(failing(busy(120_000), busy(120_001)), options(clock))).rejects.toMatchObject({
      message: expect.stringContaining(
        'out of order; it asks for a wait of 121 s, and at most 120 s are waited (after 2 attempts)',
      ) as unknown,
      status: 429,
      transient: false,
    })
    expect(clock.waits).toEqual([120_000])
  })

  test('fails when the waits together exceed their limit', async () => {
    const clock = recordingClock()
    const call = always(failure({ transient: true, retryAfterMs: 60_000 }))
    await expect(retry(call, { ...options(clock), maxTotalWaitMs: 150_000 })).rejects.toThrow(
      'after 3 attempts',
    )
    expect(clock.waits).toEqual([60_000, 60_000])
  })

  test.each<[string, Error]>([
    ['a refusal', failure({ transient: false })],
    ['a refusal with Retry-After', failure({ transient: false, retryAfterMs: 5 })],
    ['an error of another kind', new TypeError('a bug')],
  ])('does not repeat %s', async (_, thrown) => {
    const clock = recordingClock()
    const call = failing(thrown)
    await expect(retry(call, options(clock))).rejects.toBe(thrown)
    expect(call.attempts).toEqual([1])
    expect(clock.waits).toEqual([])
  })
})

describe('the outage of a host', () => {
  /** Clock whose waits take time. */
  function runningClock(): Clock {
    let nowMs = 0
    const sleep = (ms: number): Promise<void> => ((nowMs += ms), Promise.resolve())
    return { now: () => nowMs, wallClockMs: () => nowMs, random: () => 0.5, sleep }
  }

  test('has one retry limit for all calls', async () => {
    const clock = runningClock()
    const shared = options(clock, { outages: new HostOutages(60_000) })
    await expect(retry(always(transient), shared)).rejects.toThrow('attempts)')
    const second = failing(transient, transient)
    await expect(retry(second, shared)).rejects.toThrow('out of order')
    expect(second.attempts).toEqual([1])
  })

  test('ends with an answer', async () => {
    const clock = runningClock()
    const outages = new HostOutages(60_000)
    const shared = options(clock, { outages })
    await expect(retry(always(transient), shared)).rejects.toThrow('attempts)')
    outages.recordAnswer(url.host)
    expect(await retry(failing(transient, transient), shared)).toBe('done')
  })

  test('begins after the wait that the host asks for', async () => {
    const clock = runningClock()
    const shared = options(clock, { outages: new HostOutages(60_000) })
    const busy = failure({ transient: true, retryAfterMs: 100_000 })
    expect(await retry(failing(busy, busy), shared)).toBe('done')
  })

  test('does not concern other hosts', async () => {
    const clock = runningClock()
    const shared = options(clock, { outages: new HostOutages(60_000) })
    await expect(retry(always(transient), shared)).rejects.toThrow('attempts)')
    const other = new HttpError({
      method: 'GET',
      url: new URL('https://other.test'),
      message: 'x',
      transient: true,
    })
    expect(await retry(failing(other), shared)).toBe('done')
  })

  test('is reported once', async () => {
    const reported: string[] = []
    const outages = new HostOutages(60_000)
    const shared = options(runningClock(), { outages, onWait: (error) => reported.push(error.host) })
    await Promise.all([retry(failing(transient, transient), shared), retry(failing(transient), shared)])
    expect(reported).toEqual(['registry.test'])
  })
})

test.each([
  [200, false],
  [404, false],
  [408, true],
  [429, true],
  [500, true],
  [501, false],
  [503, true],
  [522, true],
  [529, true],
  [530, true],
  [507, false],
])('status %d: transient %s', (status, expected) => {
  expect(isTransientStatus(status)).toBe(expected)
})

describe('Retry-After', () => {
  const now = Date.parse('Mon, 01 Jan 2026 00:00:00 GMT')
  test.each<[string | undefined, number | undefined]>([
    ['0', 0],
    ['7', 7000],
    [' 7 ', 7000],
    ['0.25', 250],
    ['-3', 0],
    ['Thu, 01 Jan 2026 00:02:00 GMT', 120_000],
    ['Thu, 01 Jan 1970 00:00:00 GMT', 0],
    ['soon', undefined],
    ['', undefined],
    ['  ', undefined],
    ['Infinity', undefined],
    ['NaN', undefined],
    [undefined, undefined],
  ])('%j is %s ms', (value, ms) => {
    expect(parseRetryAfter(value, now)).toBe(ms)
  })

  test('is a number of milliseconds that is not negative, or undefined', () => {
    fc.assert(
      fc.property(
        fc.oneof(fc.string(), fc.double().map(String), fc.stringMatching(/^[\d .eE+-]{1,12}$/)),
        (value) => {
          const ms = parseRetryAfter(value, now)
          expect(ms === undefined || ms >= 0).toBe(true)
        },
      ),
      { numRuns: 500 },
    )
  })

  test('is the given number of seconds, or the time until the given date', () => {
    fc.assert(
      fc.property(fc.nat({ max: 1_000_000 }), (seconds) => {
        expect(parseRetryAfter(String(seconds), now)).toBe(seconds * 1000)
        expect(parseRetryAfter(new Date(now + seconds * 1000).toUTCString(), now)).toBe(seconds * 1000)
      }),
    )
  })
})
