import { afterEach, describe, expect, test } from '@jest/globals'
import {
  checkComplete,
  type ImageReference,
  inspectImage,
  UnusableImage,
} from '../../src/registry/inspect-image'
import { type Image, makeImage, makeIndex, makeLayer } from '../../testkit/registry/image'
import { putImage } from '../../testkit/registry/push'
import { FakeRegistry } from '../../testkit/registry/server'
import { Closing, openClient } from './open'

const closing = new Closing()
afterEach(() => closing.all())

const arm64 = { os: 'linux', architecture: 'arm64', variant: 'v8' }
const labels = { 'org.opencontainers.image.source': 'https://github.com/acme/app' }
const small = makeImage({ layers: [10], created: '2026-01-02T03:04:05Z' })
const large = makeImage({ layers: [1000], platform: arm64, created: '2026-02-02T00:00:00Z', labels })
const index = makeIndex([small, large], { attestations: true })

const sizeOf = ({ blobs }: Image): number => blobs.reduce((sum, { descriptor }) => sum + descriptor.size, 0)

async function open(...images: readonly Image[]): Promise<{ fake: FakeRegistry; wanted: ImageReference }> {
  const fake = closing.add(await FakeRegistry.start())
  for (const image of images) putImage(fake, 'a', '1.0', image)
  const { registry } = closing.add(openClient(fake))
  return { fake, wanted: { registry, repository: 'a', reference: '1.0', platform: undefined } }
}

describe('an index', () => {
  test('has its own digest and all platforms, and the size of linux/arm64', async () => {
    const { wanted } = await open(index)
    const details = await inspectImage(wanted)
    expect(details).toMatchObject({
      digest: index.descriptor.digest,
      platforms: ['linux/amd64', 'linux/arm64/v8'],
      measuredPlatform: 'linux/arm64/v8',
      size: sizeOf(large),
      createdMs: Date.UTC(2026, 1, 2),
      source: 'https://github.com/acme/app',
    })
    expect(details.manifests.map(({ digest }) => digest)).toEqual([
      small.descriptor.digest,
      large.descriptor.digest,
    ])
    expect(details.otherManifests).toHaveLength(2)
  })

  test('with a requested platform is the manifest of that platform', async () => {
    const { wanted } = await open(index)
    expect(await inspectImage({ ...wanted, platform: 'linux/amd64' })).toMatchObject({
      digest: small.descriptor.digest,
      platforms: ['linux/amd64'],
      size: sizeOf(small),
      otherManifests: [],
    })
    expect((await inspectImage({ ...wanted, platform: 'linux/arm64' })).digest).toBe(large.descriptor.digest)
  })

  test('without the requested platform cannot be used', async () => {
    const { wanted } = await open(index)
    const inspection = inspectImage({ ...wanted, platform: 'linux/s390x' })
    await expect(inspection).rejects.toBeInstanceOf(UnusableImage)
    await expect(inspection).rejects.toThrow('has no linux/s390x, only linux/amd64, linux/arm64/v8')
  })
})

describe('an image of one platform', () => {
  test('has the platform of its config', async () => {
    const { wanted } = await open(small)
    expect(await inspectImage(wanted)).toMatchObject({
      digest: small.descriptor.digest,
      platforms: ['linux/amd64'],
      measuredPlatform: 'linux/amd64',
    })
  })

  test('of another platform cannot be used', async () => {
    const { wanted } = await open(small)
    await expect(inspectImage({ ...wanted, platform: 'linux/arm64' })).rejects.toThrow(
      'is for linux/amd64, not for linux/arm64',
    )
  })

  test.each(['1970-01-01T00:00:00Z', 'yesterday'])('has no creation time with %s', async (created) => {
    const { wanted } = await open(makeImage({ created }))
    expect((await inspectImage(wanted)).createdMs).toBeUndefined()
  })
})

test('a missing image no longer exists', async () => {
  const { wanted } = await open()
  await expect(inspectImage(wanted)).rejects.toThrow(new UnusableImage('no longer exists'))
})

test('another error of the registry is not an unusable image', async () => {
  const { fake, wanted } = await open(small)
  fake.fault({ match: {}, times: Infinity, action: { kind: 'answer', status: 403 } })
  await expect(inspectImage(wanted)).rejects.toMatchObject({ name: 'HttpError', status: 403 })
})

describe('completeness', () => {
  const check = async ({ wanted }: { wanted: ImageReference }): Promise<void> =>
    checkComplete(wanted.registry, 'a', await inspectImage(wanted))

  test('holds for an image with all manifests and blobs', async () => {
    await expect(check(await open(index))).resolves.toBeUndefined()
  })

  test('does not need foreign layers', async () => {
    const foreign = makeLayer({ size: 5, kind: 'foreign' })
    await expect(check(await open(makeImage({ layers: [10, foreign] })))).resolves.toBeUndefined()
  })

  test('is broken by a missing layer', async () => {
    const [, layer] = small.blobs
    const digest = layer?.descriptor.digest ?? ''
    const opened = await open(small)
    opened.fake.fault({
      match: { method: 'HEAD', path: new RegExp(digest) },
      times: Infinity,
      action: { kind: 'answer', status: 404 },
    })
    await expect(check(opened)).rejects.toThrow(new UnusableImage(`is incomplete: blob ${digest} is missing`))
  })

  test('is broken by a missing blob of an attestation', async () => {
    const attested = makeIndex([small], { attestations: true })
    const digest = attested.children[1]?.blobs[1]?.descriptor.digest ?? ''
    const opened = await open(attested)
    opened.fake.fault({
      match: { method: 'HEAD', path: new RegExp(digest) },
      times: Infinity,
      action: { kind: 'answer', status: 404 },
    })
    await expect(check(opened)).rejects.toThrow(new UnusableImage(`is incomplete: blob ${digest} is missing`))
  })

  test.each([401, 403, 405])(
    'holds if the registry answers HEAD of blobs with %d, as ECR Public does',
    async (status) => {
      const opened = await open(index)
      opened.fake.fault({ match: { method: 'HEAD' }, times: Infinity, action: { kind: 'answer', status } })
      await expect(check(opened)).resolves.toBeUndefined()
      const ranges = opened.fake.requests.flatMap(({ headers }) => headers.range ?? [])
      expect(new Set(ranges)).toEqual(new Set(['bytes=0-0']))
    },
  )

  test('needs no luck with a GET that replaces HEAD', async () => {
    const opened = await open(index)
    opened.fake.fault({ match: { method: 'HEAD' }, times: Infinity, action: { kind: 'answer', status: 401 } })
    const busy = { match: { method: 'GET', path: /blobs/ }, times: 3 }
    opened.fake.fault({ ...busy, action: { kind: 'answer', status: 503 } })
    await expect(check(opened)).resolves.toBeUndefined()
  })
})
