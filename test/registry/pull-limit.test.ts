import { afterEach, describe, expect, test } from '@jest/globals'
import { parsePullsLeft, RateLimited, shortage } from '../../src/registry/pull-limit'
import { Limiter } from '../../src/http/limiter'
import { checkByHead } from '../../src/registry/presence'
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

describe('the budget', () => {
  const hub = (count: number, windowSeconds?: number) => ({
    name: 'docker.io',
    pullsLeft: { count, windowSeconds },
  })

  test('that is too small is told with what is needed, until when, and what to do', () => {
    expect(shortage(hub(3, 21_600), 8)).toBeInstanceOf(RateLimited)
    expect(shortage(hub(3, 21_600), 8)?.message).toBe(
      'docker.io allows 3 more pulls in 6 hours and 8 are needed; nothing was copied from it. ' +
        'Log in to Docker Hub before this step (docker/login-action), or wait',
    )
    expect(shortage(hub(3), 8)?.message).toContain('allows 3 more pulls and 8 are needed')
  })

  test('that suffices, to the last pull, or that nobody knows, is no reason to stop', () => {
    expect(shortage(hub(8), 8)).toBeUndefined()
    expect(shortage(hub(0), 0)).toBeUndefined()
    expect(shortage({ name: 'docker.io', pullsLeft: undefined }, 8)).toBeUndefined()
  })
})

interface Hub {
  readonly hub: FakeRegistry
  readonly other: FakeRegistry
  readonly target: FakeRegistry
  readonly survey: () => Promise<CopyPlan[]>
}

const two = (seed: string): Image =>
  makeIndex([makeImage({ seed }), makeImage({ seed, platform: { os: 'linux', architecture: 'arm64' } })])
const images = { a: two('a'), b: two('b'), elsewhere: two('elsewhere') }

/** Two images of Docker Hub, three manifests each, and one of another registry. */
async function open(limit: number | undefined): Promise<Hub> {
  const rateLimit = limit === undefined ? {} : { rateLimit: { limit } }
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
  const presence = checkByHead(client(target, target.host).registry, new Limiter(8))
  const options = { presence, includeReferrers: false, prepareRepository: undefined }
  return { hub, other, target, survey: () => planCopies(jobs, options) }
}

const kinds = (surveys: readonly CopyPlan[]): Record<string, string> =>
  Object.fromEntries(surveys.map(({ job, kind }) => [job.name, kind]))
const errors = (surveys: readonly CopyPlan[]): unknown[] =>
  surveys.flatMap((survey) => (survey.kind === 'failed' ? [survey.error] : []))
const pulls = ({ requests }: FakeRegistry): RecordedRequest[] =>
  requests.filter(
    ({ method, path, status }) => method === 'GET' && path.includes('/manifests/') && status !== 401,
  )

describe("Docker Hub's budget", () => {
  test('that does not even do for the images themselves stops them before anything is pulled; others go on', async () => {
    const { hub, other, survey } = await open(1)
    const surveys = await survey()
    expect(kinds(surveys)).toEqual({ a: 'failed', b: 'failed', elsewhere: 'missing' })
    for (const error of errors(surveys)) {
      expect(error).toBeInstanceOf(RateLimited)
      expect(error).toMatchObject({
        message: expect.stringContaining('allows 1 more pulls in 6 hours and 2 are needed') as unknown,
      })
    }
    expect(pulls(hub)).toEqual([])
    expect(hub.requests.every(({ path }) => !path.includes('/blobs/'))).toBe(true)
    expect(pulls(other)).toHaveLength(3)
  })

  test('is asked for by one HEAD, which costs nothing', async () => {
    const { hub, survey } = await open(6)
    await survey()
    const heads = hub.requests.filter(({ method, status }) => method === 'HEAD' && status === 200)
    expect(heads).toHaveLength(1)
    expect(hub.requests.indexOf(heads[0] as RecordedRequest)).toBeLessThan(
      hub.requests.indexOf(pulls(hub)[0] as RecordedRequest),
    )
  })

  test('that does for the images and not for their platforms stops them before a platform is pulled', async () => {
    const { hub, survey } = await open(5)
    const surveys = await survey()
    expect(kinds(surveys)).toEqual({ a: 'failed', b: 'failed', elsewhere: 'missing' })
    expect(errors(surveys).map(String)).toEqual(
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

  test('that is just enough is used to the last', async () => {
    const { hub, survey } = await open(6)
    expect(kinds(await survey())).toEqual({ a: 'missing', b: 'missing', elsewhere: 'missing' })
    expect(pulls(hub)).toHaveLength(6)
  })

  test('that is not told is not asked about again', async () => {
    const { survey } = await open(undefined)
    expect(kinds(await survey())).toEqual({ a: 'missing', b: 'missing', elsewhere: 'missing' })
  })

  test('is left alone by images that the target has', async () => {
    const { hub, target, survey } = await open(0)
    for (const [name, image] of Object.entries(images)) putImage(target, `langfuse/${name}`, '1.0', image)
    expect(kinds(await survey())).toEqual({ a: 'present', b: 'present', elsewhere: 'present' })
    expect(hub.requests).toEqual([])
  })

  test('is counted for the images that are still missing only', async () => {
    const { target, survey } = await open(3)
    putImage(target, 'langfuse/a', '1.0', images.a)
    expect(kinds(await survey())).toEqual({ a: 'present', b: 'missing', elsewhere: 'missing' })
  })
})
