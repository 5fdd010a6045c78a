import { describe, expect, test } from '@jest/globals'
import { NoResponse } from '../../src/langfuse/client'
import { type PollResult, type PollOptions, poll } from '../../src/langfuse/poll'

const NOT_YET: PollResult<never> = { reason: 'not yet', likelyCauses: ['web'] }

function observedOptions(
  limitMs: number,
): PollOptions & { readonly reasons: string[]; readonly pauses: number[] } {
  let nowMs = 0
  const reasons: string[] = []
  const pauses: number[] = []
  const sleep = (ms: number): Promise<void> => {
    pauses.push(ms)
    nowMs += ms
    return Promise.resolve()
  }
  return {
    clock: { now: () => nowMs, sleep },
    limitMs,
    interruption: new AbortController().signal,
    onWait: (reason) => reasons.push(reason),
    reasons,
    pauses,
  }
}

describe('polling', () => {
  test('reports each new reason once, and the duration', async () => {
    const results: PollResult<string>[] = [
      NOT_YET,
      NOT_YET,
      { reason: 'almost', likelyCauses: [] },
      { value: 'done' },
    ]
    const options = observedOptions(60_000)
    const result = await poll(() => Promise.resolve(results.shift() ?? NOT_YET), options, [])
    expect(result).toEqual({ value: 'done', ms: 3500 })
    expect(options.reasons).toEqual(['not yet', 'almost'])
    expect(options.pauses).toEqual([500, 1000, 2000])
  })

  test('ends with a check at the time limit', async () => {
    const options = observedOptions(5000)
    expect(await poll(() => Promise.resolve(NOT_YET), options, [])).toEqual(NOT_YET)
    expect(options.pauses).toEqual([500, 1000, 2000, 1500])
  })

  test('continues after a failed connection, but not after another error', async () => {
    const error = new NoResponse('the connection was cut (ECONNRESET)', 'connection')
    expect(await poll(() => Promise.reject(error), observedOptions(1000), [])).toMatchObject({
      reason: 'the connection was cut (ECONNRESET)',
    })
    const bug = (): Promise<never> => Promise.reject(new Error('bug'))
    await expect(poll(bug, observedOptions(1000), [])).rejects.toThrow('bug')
  })
})
