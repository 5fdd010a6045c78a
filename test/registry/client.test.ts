import { afterEach, describe, expect, test } from '@jest/globals'
import { makeImage } from '../../testkit/registry/image'
import { putImage } from '../../testkit/registry/push'
import { FakeRegistry, type RegistryOptions } from '../../testkit/registry/server'
import type { Clock } from '../../src/http/retry'
import { Closing, getManifest, openClient, type Opened, type OpenOptions, password } from './open'
import { findDigest } from '../../src/registry/fetch-manifest'

const closing = new Closing()
afterEach(() => closing.all())

const image = makeImage()
const blob = image.blobs[0]?.descriptor.digest ?? ''
const NO_SUCH_DIGEST = `sha256:${'0'.repeat(64)}`

async function open(
  options: RegistryOptions = {},
  client: OpenOptions = {},
): Promise<Opened & { fake: FakeRegistry }> {
  const fake = closing.add(await FakeRegistry.start(options))
  putImage(fake, 'a', '1', image)
  return { ...closing.add(openClient(fake, client)), fake }
}

describe('a date in Retry-After', () => {
  const waits: number[] = []
  let nowMs = 5
  const clock = {
    now: () => nowMs,
    wallClockMs: () => Date.UTC(2026, 0, 1),
    random: () => 0.5,
    sleep: (ms: number) => {
      waits.push(ms)
      nowMs += ms
      return Promise.resolve()
    },
  }
  const headers = { 'retry-after': 'Thu, 01 Jan 2026 00:00:09 GMT' }
  afterEach(() => {
    waits.length = 0
  })

  test('of a registry is compared with the wall clock', async () => {
    const { registry, fake } = await open({}, { changes: { clock } })
    fake.fault({ match: {}, action: { kind: 'answer', status: 503, headers } })
    await registry.call(getManifest(image))
    expect(waits).toEqual([9_000])
  })

  test('of a token service is compared with the wall clock', async () => {
    const { registry, fake } = await open(
      { auth: { kind: 'bearer', anonymous: true } },
      { changes: { clock } },
    )
    fake.fault({ match: { path: /^\/token/ }, action: { kind: 'answer', status: 429, headers } })
    await registry.call(getManifest(image))
    expect(waits).toContain(9_000)
  })
})

describe('a wait that a host asks for', () => {
  const headers = { 'retry-after': '9' }
  const repositories = ['a', 'b', 'c', 'd']

  /** A clock whose sleeps end together. */
  function heldClock(): { clock: Clock; waits: number[]; release: () => void } {
    const waits: number[] = []
    const sleepers: (() => void)[] = []
    let nowMs = 0
    const sleep = (ms: number): Promise<void> =>
      new Promise((resolve) => {
        waits.push(ms)
        sleepers.push(resolve)
      })
    const release = (): void => {
      nowMs += 9_000
      for (const wake of sleepers.splice(0)) wake()
    }
    return { clock: { now: () => nowMs, wallClockMs: () => nowMs, random: () => 0.5, sleep }, waits, release }
  }

  async function sleepersOf(waits: readonly number[], count: number): Promise<void> {
    while (waits.length < count) await new Promise((resolve) => setTimeout(resolve, 5))
  }

  test.each<[string, RegistryOptions, RegExp]>([
    ['a registry', {}, /^\/v2\//],
    ['a token service', { auth: { kind: 'bearer', anonymous: true } }, /^\/token/],
    ['the host of a redirect', { redirectBlobs: true }, /^\/storage/],
  ])('of %s delays all requests to it', async (_, options, path) => {
    const { clock, waits, release } = heldClock()
    const { registry, fake } = await open(options, { changes: { clock } })
    for (const repository of repositories) putImage(fake, repository, '1', image)
    const busy = fake.fault({ match: { path }, action: { kind: 'answer', status: 429, headers } })
    const read = (repository: string): Promise<unknown> =>
      registry.call({ ...getManifest(image, repository), path: `${repository}/blobs/${blob}` })
    const first = read('a')
    await sleepersOf(waits, 1)
    const others = repositories.slice(1).map(read)
    await sleepersOf(waits, repositories.length)
    const sent = [...fake.requests, ...fake.storageRequests].filter((request) => path.test(request.path))
    expect(sent).toHaveLength(busy.hits)
    expect(waits).toEqual(repositories.map(() => 9_000))
    release()
    await Promise.all([first, ...others])
  })

  test('longer than a job can take delays no other request', async () => {
    const { clock } = heldClock()
    const { registry, fake } = await open({}, { changes: { clock } })
    const long = { 'retry-after': '3600' }
    fake.fault({ match: {}, action: { kind: 'answer', status: 429, headers: long } })
    await expect(registry.call(getManifest(image))).rejects.toMatchObject({ status: 429 })
    expect((await registry.call(getManifest(image))).status).toBe(200)
  })
})

describe('ping', () => {
  const requestsOf = ({ requests }: FakeRegistry): string[] =>
    requests.map(({ path, status }) => `${path.replace(/\?.*|sha256.*/, '')} ${status}`)

  test('reads the challenge, so that the first call with credentials needs no rejected request', async () => {
    const credentials = password('user', 'secret')
    const { registry, fake } = await open(
      { auth: { kind: 'bearer', user: 'user', password: 'secret' } },
      { credentials },
    )
    fake.fault({ match: { path: /^\/v2\/$/ }, action: { kind: 'slow', firstByteMs: 50 } })
    registry.ping()
    await registry.call(getManifest(image))
    expect(requestsOf(fake)).toEqual(['/v2/ 401', '/token 200', '/v2/a/manifests/ 200'])
  })

  test('does not delay an anonymous call', async () => {
    const { registry, fake } = await open()
    fake.fault({ match: { path: /^\/v2\/$/ }, action: { kind: 'hang' } })
    registry.ping()
    await registry.call(getManifest(image))
    expect(requestsOf(fake)).toContain('/v2/a/manifests/ 200')
  })

  test.each([
    ['with', password('user', 'secret')],
    ['without', () => Promise.resolve(undefined)],
    ['with unreadable', () => Promise.reject(new Error('no such helper'))],
  ])('leaves the error of an unreachable registry to a call %s credentials', async (_, credentials) => {
    const { registry, fake } = await open({}, { credentials })
    await fake.stop()
    registry.ping()
    await expect(registry.attempt(getManifest(image))).rejects.toThrow('nothing listens at this address')
  })
})

describe('a manifest', () => {
  test.each([
    ['1', image.descriptor.digest],
    [image.descriptor.digest, image.descriptor.digest],
    ['2', undefined],
    [NO_SUCH_DIGEST, undefined],
  ])('%s has the digest %s', async (reference, digest) => {
    const { registry, fake } = await open()
    expect((await registry.headManifest('a', reference)).digest).toBe(digest)
    expect(fake.requests.map(({ method }) => method)).toEqual(['HEAD'])
  })
})

describe('a blob', () => {
  test('exists or not', async () => {
    const { registry } = await open()
    expect(await registry.hasBlob('a', blob)).toBe(true)
    expect(await registry.hasBlob('a', NO_SUCH_DIGEST)).toBe(false)
  })

  test('exists after a redirect, which is not followed', async () => {
    const { registry, fake } = await open()
    const elsewhere = closing.add(await FakeRegistry.start())
    const headers = { location: `${elsewhere.origin}/blob` }
    fake.fault({ match: { method: 'HEAD' }, action: { kind: 'answer', status: 307, headers } })
    expect(await registry.hasBlob('a', NO_SUCH_DIGEST)).toBe(true)
    expect(elsewhere.requests).toEqual([])
  })
})

test('the last reported number of pulls is kept for each repository', async () => {
  const { registry, fake } = await open({ rateLimit: { limit: 2 } })
  expect(registry.pullsLeft('a')).toBeUndefined()
  await registry.call(getManifest(image))
  const left = registry.pullsLeft('a')
  expect(left?.count).toBe(1)
  expect(registry.pullsLeft('b')).toBeUndefined()
  fake.fault({ match: {}, action: { kind: 'answer', status: 200, headers: { 'ratelimit-remaining': 'x' } } })
  await registry.call(getManifest(image))
  expect(registry.pullsLeft('a')).toEqual(left)
})

test('requests are sent in limited numbers at once', async () => {
  const fake = closing.add(await FakeRegistry.start())
  // A loaded machine pauses connections for longer than the limit of the other tests.
  const changes = { httpOptions: { idleTimeoutMs: 10_000 } }
  const { registry } = closing.add(openClient(fake, { changes }))
  fake.fault({ match: { method: 'HEAD' }, times: Infinity, action: { kind: 'slow', firstByteMs: 20 } })
  const asked = Array.from({ length: 100 }, () => registry.hasBlob('a', NO_SUCH_DIGEST))
  await Promise.all(asked)
  const heads = fake.requests.filter(({ method }) => method === 'HEAD')
  const most = Math.max(
    ...heads.map(
      ({ startMs }) => heads.filter((one) => one.startMs <= startMs && one.endMs > startMs).length,
    ),
  )
  expect(heads).toHaveLength(100)
  expect(most).toBeGreaterThan(8)
  expect(most).toBeLessThanOrEqual(33)
})

describe('a manifest whose HEAD', () => {
  test('lacks the digest header exists', async () => {
    const { registry, fake } = await open()
    fake.fault({ match: { method: 'HEAD' }, times: 2, action: { kind: 'answer', status: 200 } })
    expect(await registry.headManifest('a', image.descriptor.digest)).toEqual({
      exists: true,
      digest: image.descriptor.digest,
    })
    expect(await registry.headManifest('a', '1')).toEqual({ exists: true, digest: undefined })
  })

  test.each([400, 403, 405, 501])('is answered with %d is fetched to find its digest', async (status) => {
    const { registry, fake } = await open()
    fake.fault({ match: { method: 'HEAD' }, times: Infinity, action: { kind: 'answer', status } })
    expect(await findDigest(registry, 'a', '1')).toBe(image.descriptor.digest)
    expect(await findDigest(registry, 'a', '2')).toBeUndefined()
  })

  test('needs no digest header to have one', async () => {
    const { registry, fake } = await open()
    fake.fault({ match: { method: 'HEAD' }, action: { kind: 'answer', status: 200 } })
    expect(await findDigest(registry, 'a', '1')).toBe(image.descriptor.digest)
  })
})

describe('a failure', () => {
  test('behind a redirect names both hosts', async () => {
    const { registry, fake } = await open()
    const elsewhere = closing.add(await FakeRegistry.start())
    const headers = { location: `${elsewhere.origin}/gone` }
    fake.fault({ match: { method: 'GET' }, action: { kind: 'answer', status: 307, headers } })
    await expect(registry.call(getManifest(image))).rejects.toThrow(
      `GET ${elsewhere.host}/gone answered 404: NOT_FOUND: no route for GET /gone (${fake.host} redirected the request to this host)`,
    )
  })

  test.each([
    [{ code: 'MANIFEST_INVALID', message: 'manifest invalid' }, 1],
    [{ code: 'UNKNOWN', message: 'unknown error', detail: 'invalid URL on layer' }, 1],
    [{ code: 'UNKNOWN', message: 'unknown error', detail: { DriverName: 's3aws' } }, 3],
  ])('of status 500 with %j takes %d attempts', async (error, attempts) => {
    const { registry, fake } = await open()
    const body = JSON.stringify({ errors: [error] })
    const fault = fake.fault({ match: {}, times: 2, action: { kind: 'answer', status: 500, body } })
    await registry.call(getManifest(image)).catch(() => undefined)
    expect(fault.hits).toBe(Math.min(2, attempts))
  })

  test('may have headers of 100 KiB', async () => {
    const { registry, fake } = await open()
    const headers = { 'x-signed': 'x'.repeat(100 * 1024) }
    fake.fault({ match: {}, action: { kind: 'answer', status: 200, headers } })
    expect((await registry.call(getManifest(image))).status).toBe(200)
  })
})

describe('a write that is redirected', () => {
  const location = (origin: string) => ({ location: `${origin}/v2/a/blobs/uploads/` })
  const post = { method: 'POST', path: 'a/blobs/uploads/', scopes: [], accept: [202] } as const

  test.each([307, 308])('with %d is repeated there', async (status) => {
    const { registry, fake } = await open()
    const headers = location(fake.origin)
    fake.fault({ match: { method: 'POST' }, action: { kind: 'answer', status, headers } })
    expect((await registry.call(post)).status).toBe(202)
    expect(fake.requests.filter(({ method }) => method === 'POST')).toHaveLength(2)
  })

  test('with 303 is not followed', async () => {
    const { registry, fake } = await open()
    const headers = location(fake.origin)
    fake.fault({ match: { method: 'POST' }, action: { kind: 'answer', status: 303, headers } })
    await expect(registry.call(post)).rejects.toThrow('the redirect was not followed')
  })

  test('without end fails', async () => {
    const { registry, fake } = await open()
    const headers = location(fake.origin)
    fake.fault({
      match: { method: 'POST' },
      times: Infinity,
      action: { kind: 'answer', status: 307, headers },
    })
    await expect(registry.call(post)).rejects.toThrow('answered 307')
    expect(fake.requests.length).toBeLessThan(200)
  })
})
