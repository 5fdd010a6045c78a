import { describe, expect, test } from '@jest/globals'
import { NoAnswer } from '../../src/langfuse/client'
import { type Look, type PollOptions, waitFor } from '../../src/langfuse/poll'

const LATER: Look<never> = { why: 'not yet', suspects: ['web'] }

function patience(limitMs: number): PollOptions & { readonly told: string[]; readonly pauses: number[] } {
  let nowMs = 0
  const told: string[] = []
  const pauses: number[] = []
  const sleep = (ms: number): Promise<void> => {
    pauses.push(ms)
    nowMs += ms
    return Promise.resolve()
  }
  const clock = { now: () => nowMs, sleep }
  return {
    clock,
    limitMs,
    interruption: new AbortController().signal,
    onWait: (why) => told.push(why),
    told,
    pauses,
  }
}

describe('waiting', () => {
  test('tells what is in the way once, and how long it took', async () => {
    const looks: Look<string>[] = [LATER, LATER, { why: 'almost', suspects: [] }, { value: 'here' }]
    const given = patience(60_000)
    const waited = await waitFor(() => Promise.resolve(looks.shift() ?? LATER), given)
    expect(waited).toEqual({ value: 'here', ms: 3500 })
    expect(given.told).toEqual(['not yet', 'almost'])
    expect(given.pauses).toEqual([500, 1000, 2000])
  })

  test('looks a last time when the time is up, and never waits beyond', async () => {
    const given = patience(5000)
    expect(await waitFor(() => Promise.resolve(LATER), given)).toEqual(LATER)
    expect(given.pauses).toEqual([500, 1000, 2000, 1500])
  })

  test('goes on after a connection that failed, and not after a fault of its own', async () => {
    const failed = new NoAnswer('ECONNRESET', 'read ECONNRESET')
    expect(await waitFor(() => Promise.reject(failed), patience(1000))).toMatchObject({
      why: 'the connection was cut (ECONNRESET)',
    })
    await expect(waitFor(() => Promise.reject(new Error('bug')), patience(1000))).rejects.toThrow('bug')
  })
})
