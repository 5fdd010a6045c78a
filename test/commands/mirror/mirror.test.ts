import { afterEach, describe, expect, test } from '@jest/globals'
import { makeArtifact, makeCosign, makeSchema1 } from '../../../testkit/registry/artifact'
import { makeImage, makeIndex, makeLayer } from '../../../testkit/registry/image'
import { putImage } from '../../../testkit/registry/push'
import { MirrorDemo, type StageOptions, twoPlatforms } from '../../../testkit/runner/mirror-demo'

const stages: MirrorDemo[] = []
async function set(options?: StageOptions): Promise<MirrorDemo> {
  const stage = await MirrorDemo.create(options)
  stages.push(stage)
  return stage
}
afterEach(() => Promise.all(stages.splice(0).map((stage) => stage.remove())))

const fail = (): never => {
  throw new Error('the stage is set otherwise')
}

async function until(condition: () => boolean): Promise<void> {
  while (!condition()) await new Promise((resolve) => setTimeout(resolve, 5))
}

const uploads = (stage: MirrorDemo): string[] =>
  stage.target.requests.filter(({ method }) => method === 'PUT').map(({ path }) => path)

describe('mirror', () => {
  test('copies an index with all platforms and attestations, and tags it last', async () => {
    const stage = await set()
    const { outputs, failure, summary } = await stage.mirror()
    expect(failure).toBeUndefined()
    expect(stage.target.tags('langfuse/app')).toEqual({ '1.0': stage.digest('app') })
    expect(stage.incompleteTags()).toEqual([])
    expect(JSON.parse(outputs['images'] ?? '')).toEqual({
      app: `${stage.target.host}/langfuse/app@${stage.digest('app')}`,
    })
    expect(outputs['copied']).toBe('1')
    expect(summary).toContain('1 image copied')
    const puts = uploads(stage)
    expect(puts.at(-1)).toBe('/v2/langfuse/app/manifests/1.0')
    expect(puts.at(-2)).toBe(`/v2/langfuse/app/manifests/${stage.digest('app')}`)
    const firstManifest = puts.findIndex((path) => path.includes('/manifests/'))
    expect(puts.slice(firstManifest).every((path) => path.includes('/manifests/'))).toBe(true)
  })

  test('sends no request to the source and two to the target if the image is present', async () => {
    const stage = await set({ images: { one: twoPlatforms('one'), two: twoPlatforms('two') } })
    await stage.mirror()
    stage.source.requests.length = 0
    stage.target.requests.length = 0
    const { outputs, summary } = await stage.mirror()
    expect(stage.source.requests).toHaveLength(0)
    expect(stage.target.requests.length).toBeLessThanOrEqual(2 * 2)
    expect(outputs).toMatchObject({ copied: '0', bytes: '0' })
    expect(summary).toContain('2 already present')
  })

  test('opens a connection to the source while the target answers', async () => {
    const stage = await set()
    const fault = stage.target.fault({ match: { path: /manifests/ }, action: { kind: 'hang' } })
    const run = stage.mirror({}, { httpOptions: { idleTimeoutMs: 1_000 } })
    await until(() => fault.hits > 0 && stage.source.connections > 0)
    expect(stage.source.requests).toHaveLength(0)
    expect((await run).failure).toBeUndefined()
  })

  test('opens connections for uploads while the source answers', async () => {
    const stage = await set()
    const fault = stage.source.fault({ match: { path: /manifests/ }, action: { kind: 'hang' } })
    const run = stage.mirror({}, { httpOptions: { idleTimeoutMs: 1_000 } })
    await until(() => fault.hits > 0 && stage.target.connections >= 16)
    expect(stage.target.requests.map(({ method }) => method)).toEqual(['GET', 'HEAD'])
    expect((await run).failure).toBeUndefined()
  })

  test('uploads a shared layer once and mounts it for the other images', async () => {
    const base = makeLayer({ size: 3_000_000, seed: 'base' })
    const image = (seed: string) => makeImage({ seed, layers: [base, 50_000] })
    const images = { a: image('a'), b: image('b'), c: image('c'), d: image('d') }
    const stage = await set({ images, target: { mount: 'referenced' } })
    const { failure } = await stage.mirror()
    expect(failure).toBeUndefined()
    expect(
      uploads(stage).filter((path) => path.includes(encodeURIComponent(base.descriptor.digest))),
    ).toHaveLength(1)
    expect(stage.target.requests.filter(({ path }) => path.includes('mount='))).toHaveLength(3)
    expect(stage.incompleteTags()).toEqual([])
    expect(Object.keys(images).every((name) => stage.target.isComplete(`langfuse/${name}`, '1.0'))).toBe(true)
  })

  test('continues the upload that a registry offers instead of a mount', async () => {
    const base = makeLayer({ size: 300_000, seed: 'base' })
    const images = {
      a: makeImage({ seed: 'a', layers: [base] }),
      b: makeImage({ seed: 'b', layers: [base] }),
    }
    const stage = await set({ images, target: { mount: 'never' } })
    const { failure } = await stage.mirror()
    expect(failure).toBeUndefined()
    const opened = stage.target.requests.filter(({ method }) => method === 'POST')
    expect(opened).toHaveLength(uploads(stage).filter((path) => path.includes('/blobs/')).length)
  })

  test('counts a blob that the target redirects as present', async () => {
    const stage = await set({ target: { redirectBlobs: true } })
    stage.target.putBlob('langfuse/app', stage.images['app']?.children[0]?.blobs[1]?.content ?? fail())
    const { failure } = await stage.mirror()
    expect(failure).toBeUndefined()
    expect(stage.target.storageRequests).toEqual([])
  })

  test('uploads a shared layer for another image if the first image fails', async () => {
    const base = makeLayer({ size: 300_000, seed: 'base' })
    const images = {
      a: makeImage({ seed: 'a', layers: [base, 999] }),
      b: makeImage({ seed: 'b', layers: [base] }),
    }
    const stage = await set({ images })
    stage.target.fault({
      match: { method: 'PUT', path: /langfuse\/a\/manifests/ },
      times: Infinity,
      action: { kind: 'answer', status: 400, body: 'no' },
    })
    const { failure, outputs, summary } = await stage.mirror()
    expect(failure?.reason).toBe('copy-failed')
    expect(failure?.message).toContain('a: ')
    expect(Object.keys(JSON.parse(outputs['images'] ?? '{}') as object)).toEqual(['b'])
    expect(summary).toContain('❌ 1 of 2 images not mirrored')
    expect(stage.target.isComplete('langfuse/b', '1.0')).toBe(true)
  })

  test.each([
    ['Docker manifest lists', makeIndex([makeImage({ mediaTypes: 'docker' })], { mediaTypes: 'docker' })],
    ['an image without an index', makeImage()],
    ['nested indexes', makeIndex([makeIndex([makeImage({ seed: 'x' })]), makeImage({ seed: 'y' })])],
    ['zstd layers', makeImage({ layers: [makeLayer({ size: 5000, kind: 'zstd' })] })],
    ['an artifact', makeArtifact(makeImage(), 'application/spdx+json')],
    ['an empty layer', makeImage({ layers: [0, 1] })],
    ['one layer twice', makeImage({ layers: [makeLayer({ size: 7 }), makeLayer({ size: 7 })] })],
  ])('copies %s unchanged', async (_, image) => {
    const stage = await set({ images: { app: image } })
    const { failure } = await stage.mirror()
    expect(failure).toBeUndefined()
    const there = stage.target.manifest('langfuse/app', '1.0')
    expect(there?.bytes.equals(image.bytes)).toBe(true)
    expect(there?.mediaType).toBe(image.descriptor.mediaType)
    expect(stage.incompleteTags()).toEqual([])
  })

  test('does not copy a foreign layer', async () => {
    const foreign = makeLayer({ size: 4000, kind: 'foreign' })
    const stage = await set({ images: { app: makeImage({ layers: [foreign, 500] }) } })
    const { failure } = await stage.mirror()
    expect(failure).toBeUndefined()
    expect(stage.source.requests.some(({ path }) => path.includes(foreign.descriptor.digest))).toBe(false)
  })

  test('rejects schema 1 with an explanation', async () => {
    const stage = await set({ images: { old: makeSchema1() } })
    const { failure } = await stage.mirror()
    expect(failure?.message).toContain("Docker's schema 1")
    expect(stage.target.tags('langfuse/old')).toEqual({})
  })

  test('writes nothing in a dry run and lists the images to copy', async () => {
    const stage = await set()
    const { outputs, summary } = await stage.mirror({ 'dry-run': 'true' })
    expect(stage.target.requests.filter(({ method }) => !['GET', 'HEAD'].includes(method))).toEqual([])
    expect(outputs).toMatchObject({ copied: '0', bytes: '0' })
    expect(summary).toMatch(/Would copy 1 image \(5\.\d+ MB\)/)
  })

  test('copies only the images that `only` names, and rejects unknown names', async () => {
    const stage = await set({ images: { a: makeImage({ seed: 'a' }), b: makeImage({ seed: 'b' }) } })
    await stage.mirror({ only: 'b' })
    expect(stage.target.repositories()).toEqual(['langfuse/b'])
    await expect(stage.mirror({ only: 'b\nbb' })).rejects.toThrow(
      "only: there is no image 'bb'; the file has a, b",
    )
  })

  test('sends the largest blobs first, at most `concurrency` at a time', async () => {
    const layers = [10_000, 400_000, 90_000, 800_000, 200_000]
    const stage = await set({ images: { app: makeImage({ layers }) } })
    stage.target.fault({
      match: { method: 'PUT', path: /blobs/ },
      times: Infinity,
      action: { kind: 'slow', firstByteMs: 50 },
    })
    await stage.mirror({ concurrency: '2' })
    const blobs = stage.target.requests.filter(
      ({ method, path }) => method === 'PUT' && path.includes('/blobs/'),
    )
    expect(
      blobs
        .slice(0, 2)
        .map(({ bodyBytes }) => bodyBytes)
        .sort(),
    ).toEqual([400_000, 800_000])
    const overlap = blobs.map(
      (one) => blobs.filter((two) => two.startMs <= one.startMs && two.endMs > one.startMs).length,
    )
    expect(Math.max(...overlap)).toBe(2)
  })
})

describe('one platform', () => {
  const image = twoPlatforms()
  const arm64 = image.children[1]?.descriptor.digest ?? ''
  const file = (stage: MirrorDemo, digest: string, platform: string): string =>
    `images:\n  app:\n    source: ${stage.source.host}/upstream/app:1.0@${digest}\n    platform: ${platform}\n`

  test("is copied alone, with that platform's digest", async () => {
    const stage = await set({ images: { app: image } })
    const { failure } = await stage.mirror({}, { images: file(stage, arm64, 'linux/arm64') })
    expect(failure).toBeUndefined()
    expect(stage.target.tags('langfuse/app')).toEqual({ '1.0': arm64 })
    expect(stage.target.manifest('langfuse/app', stage.digest('app'))).toBeUndefined()
  })

  test.each([
    ['an index, which names the digest to write', 'index', 'linux/arm64', arm64],
    ['an index that lacks it', 'index', 'linux/s390x', 'has no linux/s390x; it has linux/amd64, linux/arm64'],
    ['the image of another', 'arm64', 'linux/amd64', 'is an image for linux/arm64, not for linux/amd64'],
  ])('is rejected for %s, with an annotation in the file', async (_, which, platform, words) => {
    const stage = await set({ images: { app: image } })
    const digest = which === 'index' ? stage.digest('app') : arm64
    const { failure, annotations } = await stage.mirror({}, { images: file(stage, digest, platform) })
    expect(failure).toMatchObject({
      reason: 'invalid-images',
      message: expect.stringContaining(words) as unknown,
    })
    expect(annotations).toEqual([
      {
        severity: 'error',
        file: 'images.yaml',
        startLine: 3,
        startColumn: 13,
        message: expect.stringContaining(words) as unknown,
      },
    ])
    expect(stage.target.repositories()).toEqual([])
  })
})

describe('tags', () => {
  test('that are right are not written again, because an immutable repository rejects even the same digest', async () => {
    const stage = await set({ target: { immutableTags: true } })
    await stage.mirror()
    const { failure } = await stage.mirror()
    expect(failure).toBeUndefined()
  })

  test('that are immutable and have another digest stay; the image gets a second tag, with a warning', async () => {
    const stage = await set({ target: { immutableTags: true } })
    const old = putImage(stage.target, 'langfuse/app', '1.0', makeImage({ seed: 'old' }))
    const fallback = `1.0-${stage.digest('app').slice(7, 19)}`
    const { failure, warnings, outputs } = await stage.mirror()
    expect(failure).toBeUndefined()
    expect(stage.target.tags('langfuse/app')).toEqual({ '1.0': old, [fallback]: stage.digest('app') })
    expect(warnings.join()).toContain(`the tag 1.0 is immutable in langfuse/app and refers to ${old}`)
    expect(outputs['images']).toContain(stage.digest('app'))
    stage.target.requests.length = 0
    const again = await stage.mirror()
    expect(again.outputs['copied']).toBe('0')
    expect(stage.target.requests.filter(({ method }) => !['GET', 'HEAD'].includes(method))).toEqual([])
  })

  test('that are mutable are moved', async () => {
    const stage = await set()
    putImage(stage.target, 'langfuse/app', '1.0', makeImage({ seed: 'old' }))
    await stage.mirror()
    expect(stage.target.tags('langfuse/app')).toEqual({ '1.0': stage.digest('app') })
  })
})

describe('referrers', () => {
  const image = makeImage({ seed: 'signed' })
  const sbom = makeArtifact(image, 'application/spdx+json')
  const signatureOfSbom = makeArtifact(sbom, 'application/vnd.dev.sigstore.bundle.v0.3+json', 'signature')
  const cosign = makeCosign(image)

  async function signed(options: StageOptions = {}): Promise<MirrorDemo> {
    const stage = await set({ images: { app: image }, ...options })
    putImage(stage.source, 'upstream/app', undefined, sbom)
    putImage(stage.source, 'upstream/app', undefined, signatureOfSbom)
    putImage(stage.source, 'upstream/app', cosign.tag, cosign.image)
    return stage
  }

  test('are not copied by default', async () => {
    const stage = await signed()
    await stage.mirror()
    expect(stage.target.manifest('langfuse/app', sbom.descriptor.digest)).toBeUndefined()
  })

  test('are copied with include-referrers, also signatures of signatures and cosign tags', async () => {
    const stage = await signed()
    const { failure, warnings } = await stage.mirror({ 'include-referrers': 'true' })
    expect(failure).toBeUndefined()
    expect(warnings).toEqual([])
    for (const { descriptor } of [sbom, signatureOfSbom, cosign.image]) {
      expect(stage.target.isComplete('langfuse/app', descriptor.digest)).toBe(true)
    }
    expect(stage.target.tags('langfuse/app')).toEqual({
      '1.0': stage.digest('app'),
      [cosign.tag]: cosign.image.descriptor.digest,
    })
  })

  test('are listed under the fallback tag if the target has no referrers API', async () => {
    const stage = await signed({ target: { referrers: 'off' } })
    await stage.mirror({ 'include-referrers': 'true' })
    const tag = image.descriptor.digest.replace(':', '-')
    const index = stage.target.manifest('langfuse/app', tag)
    const listed = JSON.parse(index?.bytes.toString() ?? '{}') as { manifests: { digest: string }[] }
    expect(listed.manifests.map(({ digest }) => digest)).toEqual([sbom.descriptor.digest])
  })

  test('that were added after the image are copied by a later run', async () => {
    const stage = await set({ images: { app: image } })
    await stage.mirror()
    putImage(stage.source, 'upstream/app', undefined, sbom)
    const { outputs } = await stage.mirror({ 'include-referrers': 'true' })
    expect(stage.target.isComplete('langfuse/app', sbom.descriptor.digest)).toBe(true)
    expect(outputs['copied']).toBe('0')
  })

  test('that the target rejects are a warning, and the image is copied', async () => {
    const stage = await signed({ target: { referrers: 'refused' } })
    const { failure, warnings } = await stage.mirror({ 'include-referrers': 'true' })
    expect(failure).toBeUndefined()
    expect(warnings.join()).toContain(
      `app: signatures and attestations: ${sbom.descriptor.digest} (application/spdx+json) was not copied: PUT`,
    )
    expect(stage.target.tags('langfuse/app')).toHaveProperty([cosign.tag])
    expect(stage.target.isComplete('langfuse/app', '1.0')).toBe(true)
  })
})
