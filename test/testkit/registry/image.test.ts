import { afterEach, describe, expect, test } from '@jest/globals'
import { makeArtifact, makeCosign, makeSchema1 } from '../../../testkit/registry/artifact'
import { sha256, bytesOf, virtual } from '../../../testkit/registry/content'
import { blobBytes, makeImage, makeIndex, makeLayer } from '../../../testkit/registry/image'
import { mediaTypes } from '../../../testkit/registry/manifest'
import { putImage, putSelfListingIndex, pushImage } from '../../../testkit/registry/push'
import { FakeRegistry, type RegistryOptions } from '../../../testkit/registry/server'
import { skopeoCopy, testWithSkopeo } from '../../../testkit/registry/skopeo'

const started: FakeRegistry[] = []
async function start(options?: RegistryOptions): Promise<FakeRegistry> {
  const registry = await FakeRegistry.start(options)
  started.push(registry)
  return registry
}
afterEach(() => Promise.all(started.splice(0).map((registry) => registry.stop())))

const shared = makeLayer({ size: 700_000, seed: 'shared' })
const index = makeIndex(
  [
    makeImage({ layers: [shared, 300_000, 5] }),
    makeImage({ layers: [shared, 200_000], platform: { os: 'linux', architecture: 'arm64', variant: 'v8' } }),
  ],
  { attestations: true },
)
const dockerList = makeIndex(
  [
    makeImage({ mediaTypes: 'docker' }),
    makeImage({ mediaTypes: 'docker', platform: { os: 'linux', architecture: 'arm64' } }),
  ],
  { mediaTypes: 'docker' },
)

describe('images from a seed', () => {
  test('have stable digests', () => {
    expect(makeImage().descriptor.digest).toBe(makeImage().descriptor.digest)
    expect(makeImage({ seed: 'other' }).descriptor.digest).not.toBe(makeImage().descriptor.digest)
    expect(virtual(3_000_000, 'a seed').digest).toBe(
      'sha256:aca626a0fd349975374d53cf370566c9b3393c21faabb0cc112cc081c52a8d4d',
    )
  })

  test('generated content is the same from any offset', () => {
    const content = virtual(1_000_003, 'offsets')
    const all = bytesOf(content)
    expect(all.length).toBe(content.size)
    expect(sha256(all)).toBe(content.digest)
    for (const [start, end] of [
      [0, 1],
      [7, 30],
      [262_140, 262_170],
      [524_288, 1_000_003],
    ] as const) {
      expect(Buffer.concat([...content.read(start, end)]).equals(all.subarray(start, end))).toBe(true)
    }
  })

  test('attestations name their image as with buildx', () => {
    const [amd64, arm64, first, second] = index.children
    expect([first, second].map((child) => child?.descriptor.annotations)).toEqual(
      [amd64, arm64].map((image) => ({
        'vnd.docker.reference.digest': image?.descriptor.digest,
        'vnd.docker.reference.type': 'attestation-manifest',
      })),
    )
    expect(first?.descriptor.platform).toEqual({ os: 'unknown', architecture: 'unknown' })
  })

  test('a shared layer counts once', () => {
    expect(blobBytes(index)).toBeGreaterThan(1_200_005)
    expect(blobBytes(index)).toBeLessThan(1_205_000)
  })
})

test.each([
  ['an index with attestations', index],
  ['a Docker list', dockerList],
  ['a nested index', makeIndex([index, makeImage({ seed: 'nested' })])],
  [
    'zstd and foreign layers',
    makeImage({ layers: [makeLayer({ size: 99, kind: 'zstd' }), makeLayer({ size: 98, kind: 'foreign' })] }),
  ],
  ['a schema 1 manifest', makeSchema1()],
  ['a cosign signature', makeCosign(index).image],
])('%s can be pushed and is complete', async (_, image) => {
  const registry = await start()
  const digest = await pushImage({ origin: registry.origin, repository: 'a/b', tag: 'v1' }, image)
  expect(registry.tags('a/b')).toEqual({ v1: digest })
  expect(registry.manifest('a/b', 'v1')?.bytes.equals(image.bytes)).toBe(true)
  expect(registry.isComplete('a/b', 'v1')).toBe(true)
  expect(registry.openUploads).toBe(0)
})

test('an artifact is found as a referrer of its subject', async () => {
  const registry = await start()
  const artifact = makeArtifact(index, 'application/spdx+json')
  putImage(registry, 'a', 'v1', index)
  putImage(registry, 'a', undefined, artifact)
  const url = `${registry.origin}/v2/a/referrers/${index.descriptor.digest}`
  const found = await (await fetch(`${url}?artifactType=application/spdx%2Bjson`)).json()
  expect(found).toMatchObject({
    mediaType: mediaTypes.oci.index,
    manifests: [{ digest: artifact.descriptor.digest, artifactType: 'application/spdx+json' }],
  })
  expect(await (await fetch(`${url}?artifactType=other`)).json()).toMatchObject({ manifests: [] })
})

test('an index that lists itself is served and never complete', async () => {
  const registry = await start()
  const digest = putSelfListingIndex(registry, 'a', 'loop')
  const response = await fetch(`${registry.origin}/v2/a/manifests/loop`)
  const body = Buffer.from(await response.arrayBuffer())
  expect(JSON.parse(body.toString())).toMatchObject({ manifests: [{ digest, size: body.length }] })
  expect(registry.isComplete('a', 'loop')).toBe(false)
})

describe('skopeo copies', () => {
  testWithSkopeo('everything between two registries with unchanged digests', async () => {
    const [source, target] = [await start(), await start()]
    for (const [name, image] of [
      ['index', index],
      ['docker', dockerList],
    ] as const) {
      const digest = putImage(source, name, 'v1', image)
      await skopeoCopy(`${source.host}/${name}:v1`, `${target.host}/copy/${name}:v2`)
      expect(target.tags(`copy/${name}`)).toEqual({ v2: digest })
      expect(target.isComplete(`copy/${name}`, 'v2')).toBe(true)
    }
  })

  testWithSkopeo('between registries with basic and bearer authentication', async () => {
    const source = await start({ auth: { kind: 'bearer', user: 'u', password: 'p' } })
    const target = await start({ auth: { kind: 'basic', user: 'v', password: 'q' } })
    const digest = putImage(source, 'index', 'v1', index)
    const login = ['--src-creds=u:p', '--dest-creds=v:q']
    const [from, to] = [`${source.host}/index:v1`, `${target.host}/index:v1`]
    await skopeoCopy(from, to, login)
    expect(target.tags('index')).toEqual({ v1: digest })
    await expect(skopeoCopy(from, to, ['--src-creds=u:wrong', '--dest-creds=v:q'])).rejects.toThrow(
      /incorrect|unauthorized/,
    )
    await expect(skopeoCopy(from, to, ['--src-creds=u:p', '--dest-creds=v:wrong'])).rejects.toThrow(
      /unauthorized|authentication/,
    )
  })

  testWithSkopeo(
    'from anonymous bearer authentication with redirected blobs to bearer authentication',
    async () => {
      const source = await start({ auth: { kind: 'bearer', anonymous: true }, redirectBlobs: true })
      const target = await start({ auth: { kind: 'bearer', user: 'u', password: 'p' } })
      const digest = putImage(source, 'index', 'v1', index)
      await skopeoCopy(`${source.host}/index:v1`, `${target.host}/index:v1`, ['--dest-creds=u:p'])
      expect(target.tags('index')).toEqual({ v1: digest })
      expect(source.storageRequests.length).toBeGreaterThan(0)
      expect(
        source.storageRequests.every(({ status, headers }) => status === 200 && !headers.authorization),
      ).toBe(true)
    },
  )

  testWithSkopeo('to ECR, but not to its immutable tags', async () => {
    const source = await start()
    const target = await start({
      flavour: 'ecr',
      auth: { kind: 'ecr' },
      autoCreate: false,
      immutableTags: true,
    })
    putImage(source, 'index', 'v1', index)
    const copy = (): Promise<void> =>
      skopeoCopy(`${source.host}/index:v1`, `${target.host}/index:v1`, ['--dest-creds=AWS:x'])
    await expect(copy()).rejects.toThrow(/does not exist in the registry with id/)
    target.createRepository('index')
    await copy()
    expect(target.isComplete('index', 'v1')).toBe(true)
    await expect(copy()).rejects.toThrow(/cannot be overwritten because the repository is immutable/)
  })
})
