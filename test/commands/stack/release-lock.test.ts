import { afterAll, beforeAll, beforeEach, expect, test } from '@jest/globals'
import { Bucket, S3Connection } from '../../../src/aws/bucket'
import { releasePlanLock } from '../../../src/commands/stack/release-lock'
import type { StateAccess } from '../../../src/commands/stack/state-access'
import { FakeS3 } from '../../../testkit/aws/s3'
import { observedRuntime } from '../../../testkit/runner/runtime'

const STARTED_MS = Date.parse('2026-01-02T03:04:05Z')

let s3: FakeS3
beforeAll(async () => {
  s3 = await FakeS3.start()
})
afterAll(() => s3.stop())
beforeEach(() => {
  s3.objects.clear()
})

function openAccess(): Promise<StateAccess> {
  const credentials = {
    accessKeyId: 'AKIATEST',
    secretAccessKey: 'seed',
    sessionToken: 'seed',
    expiration: new Date(Date.now() + 3_600_000),
  }
  const session = {
    region: 'eu-central-1',
    accountId: undefined,
    credentials: () => Promise.resolve(credentials),
  }
  const connection = new S3Connection(session, { env: { AWS_ENDPOINT_URL: s3.url }, mask: () => undefined })
  const backend = {
    bucket: 'b',
    key: 'langfuse.tfstate',
    region: 'eu-central-1',
    workspace: 'default',
    hasLockFile: true,
  }
  return Promise.resolve({ backend, bucket: new Bucket('b', connection), s3: connection })
}

let sentence = ''

/** Releases the lock of a killed plan on `runner-1`. @returns the ids that were unlocked */
async function unlocked(lock: Readonly<Record<string, string>> | undefined): Promise<string[]> {
  if (lock !== undefined) {
    const own = {
      ID: '5c1a0f4e-0000-4d5c-8f34-9a51a5c0f9a1',
      Operation: 'OperationTypePlan',
      Who: 'runner@runner-1',
      Created: '2026-01-02T03:04:06Z',
    }
    s3.objects.set('b/langfuse.tfstate.tflock', Buffer.from(JSON.stringify({ ...own, ...lock })))
  }
  const ids: string[] = []
  const forceUnlock = (id: string): Promise<void> => Promise.resolve(void ids.push(id))
  const clock = {
    sleep: () => new Promise<void>(() => undefined),
    random: () => 0,
    now: () => 0,
    wallClockMs: () => 0,
  }
  const runtime = observedRuntime({ hostname: 'runner-1', clock })
  sentence = await releasePlanLock(
    { openAccess, forceUnlock, startedMs: STARTED_MS, isCancelled: true },
    runtime,
  )
  await runtime.http.close()
  return ids
}

test('a killed plan releases its own lock', async () => {
  expect(await unlocked({})).toEqual(['5c1a0f4e-0000-4d5c-8f34-9a51a5c0f9a1'])
})

test.each([
  ['of another machine', { Who: 'runner@runner-2' }],
  ['of an earlier run', { Created: '2026-01-02T03:04:04Z' }],
  ['without a time', { Created: '' }],
  ['of an apply', { Operation: 'OperationTypeApply' }],
  ['with an ID that Terraform does not make', { ID: '-x' }],
])('a killed plan does not release a lock %s', async (_, lock) => {
  expect(await unlocked(lock)).toEqual([])
})

test('the result for the lock is reported', async () => {
  await unlocked({})
  expect(sentence).toBe("This run's state lock was released.")
  s3.objects.clear()
  await unlocked(undefined)
  expect(sentence).toBe('The state is not locked.')
})

test('a killed plan without a lock releases nothing', async () => {
  expect(await unlocked(undefined)).toEqual([])
})

test('the release of a lock is given up in time for the report of the step', async () => {
  const waits: number[] = []
  const clock = {
    sleep: (ms: number) => Promise.resolve(void waits.push(ms)),
    random: () => 0,
    now: () => 0,
    wallClockMs: () => 0,
  }
  const runtime = observedRuntime({ clock })
  const never = new Promise<never>(() => undefined)
  await releasePlanLock(
    { openAccess: () => never, forceUnlock: () => never, startedMs: STARTED_MS, isCancelled: true },
    runtime,
  )
  await runtime.http.close()
  expect(waits).toEqual([2_500])
})
