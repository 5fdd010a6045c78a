import { describe, expect, test } from '@jest/globals'
import { type Clock, DEFAULT_RETRY, parseRetryAfter, retry, type RetryPolicy } from '../../src/http/retry'
import { HttpError } from '../../src/http/error'

const url = new URL('https://registry.test/v2/')
const failure = (facts: { transient: boolean; retryAfterMs?: number; status?: number }): HttpError =>
  new HttpError({ method: 'GET', url, message: 'out of order', ...facts })

/** A clock that keeps what it was asked to wait. */
function patient(random = 1): Clock & { waits: number[] } {
  const waits: number[] = []
  return { waits, now: () => 0, random: () => random, sleep: (ms) => (waits.push(ms), Promise.resolve()) }
}

/** Fails with each of the errors, then succeeds. */
function failing(
  ...errors: readonly Error[]
): ((tryNumber: number) => Promise<string>) & { tries: number[] } {
  const tries: number[] = []
  const attempt = (tryNumber: number): Promise<string> => {
    tries.push(tryNumber)
    const next = errors[tries.length - 1]
    return next === undefined ? Promise.resolve('done') : Promise.reject(next)
  }
  return Object.assign(attempt, { tries })
}

const always =
  (error: Error): (() => Promise<never>) =>
  () =>
    Promise.reject(error)
const passing = failure({ transient: true })

describe('retry', () => {
  test('gives what the first try gives, without a wait', async () => {
    const clock = patient()
    expect(await retry(failing(), clock, DEFAULT_RETRY)).toBe('done')
    expect(clock.waits).toEqual([])
  })

  test('tries what failed in passing again, and counts the tries', async () => {
    const clock = patient()
    const attempt = failing(passing, passing)
    expect(await retry(attempt, clock, DEFAULT_RETRY)).toBe('done')
    expect(attempt.tries).toEqual([1, 2, 3])
    expect(clock.waits).toHaveLength(2)
  })

  test.each<[string, number, Partial<RetryPolicy>, number[]]>([
    ['the whole ceiling when chance has it so', 1, {}, [300, 600, 1200, 2400, 4800]],
    ['half of it', 0.5, {}, [150, 300, 600, 1200, 2400]],
    ['nothing at all', 0, {}, [0, 0, 0, 0, 0]],
    ['no more than the longest wait', 1, { maxDelayMs: 1000 }, [300, 600, 1000, 1000, 1000]],
    ['not at all after the only try', 1, { tries: 1 }, []],
  ])('waits %s', async (_, random, policy, waits) => {
    const clock = patient(random)
    await expect(retry(always(passing), clock, { ...DEFAULT_RETRY, ...policy })).rejects.toThrow(
      'out of order',
    )
    expect(clock.waits).toEqual(waits)
  })

  test('after the last try says how many there were, and that the failure is final', async () => {
    const error = await retry(always(passing), patient(), DEFAULT_RETRY).catch((thrown: unknown) => thrown)
    expect(error).toMatchObject({
      message: 'GET registry.test/v2/: out of order (after 6 tries)',
      transient: false,
    })
    expect((error as Error).cause).toBe(passing)
  })

  test('tells whoever watches what it waits for, unless it does not wait', async () => {
    const told: [string, number][] = []
    const onWait: RetryPolicy['onWait'] = (error, waitMs) => told.push([error.facts.message, waitMs])
    const attempt = failing(passing, failure({ transient: true, retryAfterMs: 0 }))
    await retry(attempt, patient(), { ...DEFAULT_RETRY, onWait })
    expect(told).toEqual([['out of order', 300]])
  })

  test('waits as long as the registry asks', async () => {
    const clock = patient()
    const attempt = failing(
      failure({ transient: true, retryAfterMs: 7000 }),
      failure({ transient: true, retryAfterMs: 0 }),
    )
    expect(await retry(attempt, clock, DEFAULT_RETRY)).toBe('done')
    expect(clock.waits).toEqual([7000, 0])
  })

  test('waits as long as it may, and no longer', async () => {
    const clock = patient()
    const busy = (retryAfterMs: number): HttpError => failure({ transient: true, retryAfterMs, status: 429 })
    await expect(retry(failing(busy(120_000), busy(120_001)), clock, DEFAULT_RETRY)).rejects.toMatchObject({
      message: expect.stringContaining('(after 2 tries)') as unknown,
      status: 429,
      transient: false,
    })
    expect(clock.waits).toEqual([120_000])
  })

  test.each<[string, Error]>([
    ['a refusal', failure({ transient: false })],
    ['a refusal that names a time', failure({ transient: false, retryAfterMs: 5 })],
    ['an error of another kind', new TypeError('a bug')],
  ])('does not try %s again', async (_, thrown) => {
    const clock = patient()
    const attempt = failing(thrown)
    await expect(retry(attempt, clock, DEFAULT_RETRY)).rejects.toBe(thrown)
    expect(attempt.tries).toEqual([1])
    expect(clock.waits).toEqual([])
  })
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
})
