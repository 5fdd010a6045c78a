import { afterEach, describe, expect, test } from '@jest/globals'
import { hasPullLimit, parsePullsLeft, pullLimitErrors, RateLimited } from '../../src/registry/pull-limit'
import { checkByHead } from '../../src/registry/existence-check'
import { type ImageJob, type CopyPlan, planCopies } from '../../src/registry/copy-plan'
import { type Image, makeImage, makeIndex } from '../../testkit/registry/image'
import { putImage } from '../../testkit/registry/push'
import { FakeRegistry, type RecordedRequest } from '../../testkit/registry/server'
import { Closing, openClient, type Opened } from './open'

const closing = new Closing()
afterEach(() => closing.all())

describe('ratelimit-remaining', () => {
  test.each<[string | undefined, ReturnType<typeof parsePullsLeft>]>([
    ['76;w=21600', { count: 76, windowSeconds: 21_600 }],
    ['0;w=21600', { count: 0, windowSeconds: 21_600 }],
    ['100', { count: 100, windowSeconds: undefined }],
    ['unlimited', undefined],
    ['', undefined],
    [undefined, undefined],
  ])('%j', (header, left) => {
    expect(parsePullsLeft(header)).toEqual(left)
  })
})

describe('the pull limit', () => {
  const source = (count: number, windowSeconds?: number, name = 'docker.io') => ({
    name,
    pullsLeft: (repository: string) => (repository === 'free' ? undefined : { count, windowSeconds }),
  })

  test('that is too low leads to an error with both numbers, the time window and the next step', () => {
    const hub = source(3, 21_600)
    const needed = [5, 3].map((pulls, index) => ({ source: hub, repository: `up/${index}`, pulls }))
    const [error] = pullLimitErrors(needed)
    expect(error).toBeInstanceOf(RateLimited)
    expect(error?.message).toBe(
      'Nothing was copied from docker.io/up/0, docker.io/up/1: docker.io allows 3 more pulls in 6 hours and 8 are needed. ' +
        'Log in to Docker Hub before this step (docker/login-action), or wait until the limit resets',
    )
  })

  test('may have no time window', () => {
    const hub = source(3)
    const [error] = pullLimitErrors([{ source: hub, repository: 'up/a', pulls: 8 }])
    expect(error?.message).toContain('allows 3 more pulls and 8 are needed')
  })

  test.each([
    ['exactly high enough', source(8), 8],
    ['zero without pulls', source(0), 0],
    ['unknown', { name: 'docker.io', pullsLeft: () => undefined }, 8],
    ['reported by a registry without a pull limit', source(3, 21_600, 'ghcr.io'), 8],
  ])('that is %s stops nothing', (_, limited, pulls) => {
    expect(pullLimitErrors([{ source: limited, repository: 'up/a', pulls }])).toEqual([undefined])
  })

  test('does not count repositories without a limit', () => {
    const hub = source(3)
    const needed = [
      { source: hub, repository: 'free', pulls: 50 },
      { source: hub, repository: 'up/a', pulls: 3 },
    ]
    expect(pullLimitErrors(needed)).toEqual([undefined, undefined])
    const more = [...needed, { source: hub, repository: 'up/b', pulls: 1 }]
    expect(pullLimitErrors(more).map((error) => error?.name)).toEqual([
      undefined,
      'RateLimited',
      'RateLimited',
    ])
  })

  test('is known for Docker Hub only', () => {
    expect(['docker.io', 'ghcr.io', 'registry-1.docker.io'].map((name) => hasPullLimit({ name }))).toEqual([
      true,
      false,
      false,
    ])
  })
})

interface Hub {
  readonly hub: FakeRegistry
  readonly other: FakeRegistry
  readonly target: FakeRegistry
  readonly plan: () => Promise<CopyPlan[]>
}

const two = (seed: string): Image =>
  makeIndex([makeImage({ seed }), makeImage({ seed, platform: { os: 'linux', architecture: 'arm64' } })])
const images = { a: two('a'), b: two('b'), elsewhere: two('elsewhere') }

/** Two images of Docker Hub with three manifests each, and one of another registry. */
async function open(limit: number | undefined, free?: RegExp): Promise<Hub> {
  const exempt = free === undefined ? {} : { exempt: free }
  const rateLimit = limit === undefined ? {} : { rateLimit: { limit, ...exempt } }
  const hub = closing.add(
    await FakeRegistry.start({ auth: { kind: 'bearer', anonymous: true }, ...rateLimit }),
  )
  const other = closing.add(await FakeRegistry.start())
  const target = closing.add(await FakeRegistry.start())
  const client = (fake: FakeRegistry, name: string): Opened => closing.add(openClient(fake, { name }))
  const dockerHub = client(hub, 'docker.io').registry
  const elsewhere = client(other, 'ghcr.io').registry
  const jobs = Object.entries(images).map(([name, image]): ImageJob => {
    const source = name === 'elsewhere' ? elsewhere : dockerHub
    putImage(name === 'elsewhere' ? other : hub, `up/${name}`, '1.0', image)
    const { digest } = image.descriptor
    return {
      name,
      source,
      repository: `up/${name}`,
      tag: '1.0',
      digest,
      platform: undefined,
      targetRepository: `langfuse/${name}`,
    }
  })
  const { registry } = client(target, target.host)
  const options = {
    existence: checkByHead(registry),
    includeReferrers: false,
    isForced: false,
    canMountBlobs: () => Promise.resolve(true),
    concurrency: undefined,
  }
  const plan = () => planCopies(jobs, { ...options, target: registry, prepareRepository: undefined })
  return { hub, other, target, plan }
}

const kinds = (plans: readonly CopyPlan[]): Record<string, string> =>
  Object.fromEntries(plans.map(({ job, kind }) => [job.name, kind]))
const errors = (plans: readonly CopyPlan[]): unknown[] =>
  plans.flatMap((plan) => (plan.kind === 'failed' ? [plan.error] : []))
const pulls = ({ requests }: FakeRegistry): RecordedRequest[] =>
  requests.filter(
    ({ method, path, status }) => method === 'GET' && path.includes('/manifests/') && status !== 401,
  )

describe("Docker Hub's pull limit", () => {
  test('stops its images before the first pull when it is too low for their indexes; other images are copied', async () => {
    const { hub, other, plan } = await open(1)
    const plans = await plan()
    expect(kinds(plans)).toEqual({ a: 'failed', b: 'failed', elsewhere: 'missing' })
    for (const error of errors(plans)) {
      expect(error).toBeInstanceOf(RateLimited)
      expect(error).toMatchObject({
        message: expect.stringContaining('allows 1 more pulls in 6 hours and 2 are needed') as unknown,
      })
    }
    expect(pulls(hub)).toEqual([])
    expect(hub.requests.every(({ path }) => !path.includes('/blobs/'))).toBe(true)
    expect(pulls(other)).toHaveLength(3)
  })

  test('is read with one HEAD request for each repository, which does not count', async () => {
    const { hub, plan } = await open(6)
    await plan()
    const heads = hub.requests.filter(({ method, status }) => method === 'HEAD' && status === 200)
    expect(heads).toHaveLength(2)
    expect(hub.requests.indexOf(heads[1] as RecordedRequest)).toBeLessThan(
      hub.requests.indexOf(pulls(hub)[0] as RecordedRequest),
    )
  })

  test('stops its images before their platforms are pulled when it is only high enough for the indexes', async () => {
    const { hub, plan } = await open(5)
    const plans = await plan()
    expect(kinds(plans)).toEqual({ a: 'failed', b: 'failed', elsewhere: 'missing' })
    expect(errors(plans).map(String)).toEqual(
      Array(2).fill(expect.stringContaining('allows 3 more pulls in 6 hours and 4 are needed')),
    )
    expect(
      pulls(hub)
        .map(({ path }) => path)
        .sort(),
    ).toEqual(
      [images.a, images.b]
        .map(({ descriptor }, index) => `/v2/up/${'ab'[index] ?? ''}/manifests/${descriptor.digest}`)
        .sort(),
    )
  })

  test('is not held against publishers whose pulls are free', async () => {
    const { plan } = await open(3, /^up\/b$/)
    expect(kinds(await plan())).toEqual({ a: 'missing', b: 'missing', elsewhere: 'missing' })
  })

  test('may be used up completely', async () => {
    const { hub, plan } = await open(6)
    expect(kinds(await plan())).toEqual({ a: 'missing', b: 'missing', elsewhere: 'missing' })
    expect(pulls(hub)).toHaveLength(6)
  })

  test('is not enforced when the registry does not report it', async () => {
    const { plan } = await open(undefined)
    expect(kinds(await plan())).toEqual({ a: 'missing', b: 'missing', elsewhere: 'missing' })
  })

  test('does not apply to images that the target has', async () => {
    const { hub, target, plan } = await open(0)
    for (const [name, image] of Object.entries(images)) putImage(target, `langfuse/${name}`, '1.0', image)
    expect(kinds(await plan())).toEqual({ a: 'present', b: 'present', elsewhere: 'present' })
    expect(hub.requests).toEqual([])
  })

  test('counts only missing images', async () => {
    const { target, plan } = await open(3)
    putImage(target, 'langfuse/a', '1.0', images.a)
    expect(kinds(await plan())).toEqual({ a: 'present', b: 'missing', elsewhere: 'missing' })
  })
})
