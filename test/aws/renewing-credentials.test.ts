import { beforeEach, describe, expect, test } from '@jest/globals'
import type { Credentials } from '../../src/aws/credentials'
import { createRenewingCredentials } from '../../src/aws/renewing-credentials'

const MINUTE_MS = 60_000
const LIFETIME_MS = 60 * MINUTE_MS

let nowMs: number
let renewals: number
let error: Error | undefined

beforeEach(() => {
  nowMs = Date.UTC(2026, 0, 1)
  renewals = 0
  error = undefined
})

const issue = (name: string): Credentials => ({
  accessKeyId: name,
  secretAccessKey: 'secret',
  sessionToken: 'token',
  expiration: new Date(nowMs + LIFETIME_MS),
})

function renew(): Promise<Credentials> {
  renewals += 1
  return error === undefined ? Promise.resolve(issue(`key-${renewals}`)) : Promise.reject(error)
}

const open = () => createRenewingCredentials(renew, issue('first'), () => nowMs)

describe('credentials', () => {
  test.each([
    [54, 'first'],
    [56, 'key-1'],
  ])('after %i of 60 minutes are %s', async (minutes, expected) => {
    const { credentials } = open()
    nowMs += minutes * MINUTE_MS
    expect((await credentials()).accessKeyId).toBe(expected)
  })

  test('for programs that cache them are renewed after half of their lifetime', async () => {
    const { freshCredentials } = open()
    nowMs += 29 * MINUTE_MS
    expect((await freshCredentials()).accessKeyId).toBe('first')
    nowMs += 2 * MINUTE_MS
    expect((await freshCredentials()).accessKeyId).toBe('key-1')
  })

  test('are renewed once for concurrent callers of both kinds', async () => {
    const { credentials, freshCredentials } = open()
    nowMs += 58 * MINUTE_MS
    const found = await Promise.all([credentials(), freshCredentials(), credentials()])
    expect(found.map(({ accessKeyId }) => accessKeyId)).toEqual(['key-1', 'key-1', 'key-1'])
    expect(renewals).toBe(1)
  })

  test('are returned after a failed renewal until they expire', async () => {
    const { credentials } = open()
    error = new Error('denied')
    nowMs += 58 * MINUTE_MS
    expect((await credentials()).accessKeyId).toBe('first')
    nowMs += 2 * MINUTE_MS
    await expect(credentials()).rejects.toThrow('denied')
  })

  test('for programs that cache them are not renewed again within half a minute of a failure', async () => {
    const { freshCredentials } = open()
    error = new Error('denied')
    nowMs += 40 * MINUTE_MS
    await freshCredentials()
    nowMs += 29_000
    await freshCredentials()
    expect(renewals).toBe(1)
    nowMs += 2_000
    await freshCredentials()
    expect(renewals).toBe(2)
  })
})
