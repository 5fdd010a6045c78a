import { afterEach, describe, expect, test } from '@jest/globals'
// Loaded now: `startMirror` loads it while its first request waits, which takes long without a cache.
import '../../../src/commands/mirror/mirror'
import { FakeEcr } from '../../../testkit/aws/ecr'
import { RoundTrips } from '../../../testkit/network/round-trips'
import { makeImage, makeIndex } from '../../../testkit/registry/image'
import { MirrorDemo, type StageOptions, twoPlatforms } from '../../../testkit/runner/mirror-demo'
import type { RuntimeChanges } from '../../../testkit/runner/runtime'

const running: { stop(): Promise<void> }[] = []
afterEach(() => Promise.all(running.splice(0).map((one) => one.stop())))

/** Runs `mirror` and returns the requests of each round trip. */
type Mirror = (inputs?: Record<string, string>, changes?: RuntimeChanges) => Promise<string[]>

const KINDS = ['uploads', 'blobs', 'manifests', 'referrers', 'token']

class Observer {
  private trips = new RoundTrips()

  registry(name: string) {
    return {
      beforeAnswer: ({ method, path }: { readonly method: string; readonly path: string }) =>
        this.trips.hold(`${name} ${method} ${KINDS.find((kind) => path.includes(`/${kind}`)) ?? path}`),
    }
  }

  aws = { beforeAnswer: (operation: string) => this.trips.hold(operation) }

  async mirror(stage: MirrorDemo, ...[inputs, changes]: Parameters<Mirror>): Promise<string[]> {
    this.trips = new RoundTrips()
    const limits = { httpOptions: { idleTimeoutMs: 30_000 }, uploadIdleTimeoutMs: 30_000 }
    const { failure } = await stage.mirror(inputs, { ...limits, ...changes })
    expect(failure).toBeUndefined()
    return this.trips.trips.map((requests) => requests.join(', '))
  }
}

type Options = StageOptions & { readonly platform?: string }

async function openRegistries({ source, target, images, platform }: Options): Promise<Mirror> {
  const observer = new Observer()
  const stage = await MirrorDemo.create({
    ...(images && { images }),
    source: { ...source, ...observer.registry('source') },
    target: { ...target, ...observer.registry('target') },
  })
  running.push({ stop: () => stage.remove() })
  const file = stage.file + (platform === undefined ? '' : `    platform: ${platform}\n`)
  return (inputs) => observer.mirror(stage, inputs, { images: file })
}

const ROLE = { 'aws-region': 'eu-central-1', 'role-to-assume': 'arn:aws:iam::123456789012:role/deploy' }

async function openEcr(images: MirrorDemo['images'], repositories: readonly string[]): Promise<Mirror> {
  const observer = new Observer()
  const registry = { ...observer.registry('target'), throttle: { manifestPutsPerSecond: 1000 } }
  const ecr = await FakeEcr.start({ ...observer.aws, registry, repositories })
  const stage = await MirrorDemo.create({ images, source: observer.registry('source') })
  running.push(ecr, { stop: () => stage.remove() })
  const env = { ...ecr.aws.env, GITHUB_REPOSITORY: 'acme/langfuse', GITHUB_RUN_ID: '42' }
  const idToken = async (audience: string): Promise<string> => {
    const headers = { authorization: `Bearer ${ecr.aws.idTokenRequestToken}` }
    const response = await fetch(`${ecr.aws.idTokenUrl}&audience=${audience}`, { headers })
    return ((await response.json()) as { value: string }).value
  }
  return (inputs) => observer.mirror(stage, { registry: '', ...ROLE, ...inputs }, { env, idToken })
}

const namesOf = (count: number): string[] => Array.from({ length: count }, (_, index) => `app${index}`)
const imagesBy = (count: number, make: (seed: string) => MirrorDemo['images'][string]) =>
  Object.fromEntries(namesOf(count).map((name) => [name, make(name)]))

const layers = Array.from({ length: 25 }, (_, index) => 1_000 + index)
const flat = { app: makeImage({ layers }) }
const index = { app: makeIndex([flat.app, makeImage({ platform: { os: 'linux', architecture: 'arm64' } })]) }

const LOOK = 'target GET /v2/, target HEAD manifests'
const COPY = ['source GET blobs, target POST uploads', 'target PUT uploads']
const PUT = 'target PUT manifests'

describe('the round trips of a copy', () => {
  test.each<[string, Options, Record<string, string>, string[]]>([
    [
      'an image of 25 layers',
      { images: flat },
      {},
      [LOOK, 'source GET manifests', 'target HEAD blobs', ...COPY, PUT, PUT],
    ],
    [
      'an index',
      { images: index },
      {},
      // The manifests below the index, the index, the tag.
      [LOOK, 'source GET manifests', 'source GET manifests', 'target HEAD blobs', ...COPY, PUT, PUT, PUT],
    ],
    [
      'an image whose platform is checked',
      { images: flat, platform: 'linux/amd64' },
      {},
      [LOOK, 'source GET manifests', 'source GET blobs, target HEAD blobs', ...COPY, PUT, PUT],
    ],
    [
      'an image from a registry with tokens',
      { images: flat, source: { auth: { kind: 'bearer', anonymous: true } } },
      {},
      [
        LOOK,
        'source GET manifests',
        'source GET token',
        'source GET manifests',
        'target HEAD blobs',
        ...COPY,
        PUT,
        PUT,
      ],
    ],
    [
      'an image and the search for its signatures',
      { images: flat },
      { 'include-referrers': 'true' },
      [
        LOOK,
        'source GET manifests',
        'source GET referrers, source HEAD manifests, target HEAD blobs',
        'source HEAD manifests',
        ...COPY,
        PUT,
        PUT,
      ],
    ],
  ])('of %s', async (_, options, inputs, expected) => {
    const mirror = await openRegistries(options)
    expect(await mirror(inputs)).toEqual(expected)
  })

  test('of four images that are there is one', async () => {
    const mirror = await openRegistries({ images: imagesBy(4, twoPlatforms) })
    await mirror()
    expect(await mirror()).toEqual([LOOK])
  })

  test('of an image whose content is looked at is three', async () => {
    const mirror = await openRegistries({ images: flat })
    await mirror()
    expect(await mirror({ force: 'true' })).toEqual([
      LOOK,
      'source GET manifests',
      'target HEAD blobs, target HEAD manifests',
    ])
  })
})

const LOGIN = ['GetIdToken', 'AssumeRoleWithWebIdentity', 'GetAuthorizationToken', 'BatchGetImage']

describe('the round trips of a copy to ECR', () => {
  test('of new versions, and of images that are there', async () => {
    const images = imagesBy(2, (seed) => makeImage({ seed }))
    const mirror = await openEcr(
      images,
      namesOf(2).map((name) => `langfuse/${name}`),
    )
    expect(await mirror()).toEqual([
      ...LOGIN,
      'GetAccountSetting, source GET manifests',
      'BatchCheckLayerAvailability',
      ...COPY,
      PUT,
      PUT,
      'BatchGetImage',
      'DescribeImageScanFindings',
    ])
    expect(await mirror()).toEqual([...LOGIN, 'DescribeImageScanFindings'])
  })
})
