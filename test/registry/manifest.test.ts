import { describe, expect, test } from '@jest/globals'
import { CorruptContent, UnsupportedContent } from '../../src/registry/error'
import {
  type Descriptor,
  digestOf,
  formatPlatform,
  isForeign,
  isRunnable,
  type Manifest,
  parseManifest,
  parsePlatform,
} from '../../src/registry/manifest'
import { makeArtifact, makeSchema1 } from '../../testkit/registry/artifact'
import { type Image, makeImage, makeIndex, makeLayer } from '../../testkit/registry/image'
import { mediaTypes } from '../../testkit/registry/manifest'

const digest = `sha256:${'a1'.repeat(32)}`
const layer: Descriptor = { mediaType: mediaTypes.oci.layer, digest, size: 7 }

/** Parses JSON as served by a registry, by default under its own digest. */
function read(json: unknown, served = '', requestedDigest?: string): Manifest {
  const bytes = Buffer.from(typeof json === 'string' ? json : JSON.stringify(json))
  return parseManifest(bytes, requestedDigest ?? digestOf(bytes), served)
}

const readImage = ({ bytes, descriptor }: Image): Manifest =>
  parseManifest(bytes, descriptor.digest, descriptor.mediaType)

describe('a manifest', () => {
  test.each(['oci', 'docker'] as const)('of an image (%s) lists config and layers', (family) => {
    const image = makeImage({ mediaTypes: family, annotations: { a: 'b' } })
    const manifest = readImage(image)
    expect(manifest).toMatchObject({
      mediaType: mediaTypes[family].manifest,
      digest: image.descriptor.digest,
      manifests: [],
      blobs: image.blobs.map(({ descriptor }) => descriptor),
      config: image.blobs[0]?.descriptor,
      subject: undefined,
      annotations: { a: 'b' },
    })
    expect(manifest.bytes.equals(image.bytes)).toBe(true)
  })

  test.each(['oci', 'docker'] as const)(
    'of an index (%s) lists its children with their platforms',
    (family) => {
      const platform = { os: 'linux', architecture: 'arm', variant: 'v7' }
      const index = makeIndex(
        [makeImage({ mediaTypes: family }), makeImage({ mediaTypes: family, platform })],
        { mediaTypes: family },
      )
      const manifest = readImage(index)
      expect(manifest).toMatchObject({ mediaType: mediaTypes[family].index, blobs: [], config: undefined })
      expect(manifest.manifests).toEqual(index.children.map(({ descriptor }) => descriptor))
    },
  )

  test('of an artifact has type and subject', () => {
    const image = makeImage()
    const manifest = readImage(makeArtifact(image, 'application/spdx+json'))
    expect(manifest.artifactType).toBe('application/spdx+json')
    expect(manifest.subject?.digest).toBe(image.descriptor.digest)
  })

  test('of the deprecated OCI artifact type lists its blobs', () => {
    const manifest = read({
      mediaType: 'application/vnd.oci.artifact.manifest.v1+json',
      artifactType: 'x',
      blobs: [layer],
    })
    expect(manifest.blobs).toEqual([layer])
  })

  test('is verified with sha512 for a sha512 digest', () => {
    const bytes = Buffer.from(JSON.stringify({ schemaVersion: 2, config: layer, layers: [] }))
    const sha512 = digestOf(bytes, 'sha512')
    expect(sha512).toMatch(/^sha512:[0-9a-f]{128}$/)
    expect(parseManifest(bytes, sha512, mediaTypes.oci.manifest).digest).toBe(sha512)
    expect(() => parseManifest(bytes, `sha512:${'0'.repeat(128)}`, mediaTypes.oci.manifest)).toThrow(
      CorruptContent,
    )
  })

  test('with another digest is rejected with both digests', () => {
    const bytes = Buffer.from('{}')
    expect(() => read('{}', mediaTypes.oci.manifest, digest)).toThrow(
      `the manifest ${digest} arrived as 2 bytes with digest ${digestOf(bytes)}; the registry or a proxy changed it`,
    )
  })
})

describe('fields that are null', () => {
  test('are like fields that are missing', () => {
    const json = {
      schemaVersion: 2,
      mediaType: null,
      config: layer,
      layers: null,
      manifests: null,
      subject: null,
      annotations: null,
      artifactType: null,
    }
    const found = read(json, mediaTypes.oci.manifest)
    expect(found).toMatchObject({
      blobs: [layer],
      manifests: [],
      subject: undefined,
      artifactType: undefined,
    })
  })

  test('of a descriptor are like fields that are missing', () => {
    const entry = {
      ...layer,
      mediaType: null,
      platform: null,
      urls: null,
      annotations: null,
      artifactType: null,
    }
    const found = read({ manifests: [entry] }, mediaTypes.oci.index)
    expect(found.manifests).toEqual([{ ...layer, mediaType: '' }])
  })
})

test("the entries of a BuildKit cache's index are blobs", () => {
  const config = { ...layer, mediaType: 'application/vnd.buildkit.cacheconfig.v0' }
  const found = read({ manifests: [layer, config] }, mediaTypes.oci.index)
  expect(found).toMatchObject({ manifests: [], blobs: [layer, config] })
})

describe('the type of a manifest', () => {
  test.each<[string, Record<string, unknown>, string, string]>([
    [
      'is its mediaType',
      { mediaType: mediaTypes.docker.manifest, config: layer },
      mediaTypes.oci.manifest,
      mediaTypes.docker.manifest,
    ],
    [
      'is the Content-Type without a mediaType',
      { config: layer },
      mediaTypes.docker.manifest,
      mediaTypes.docker.manifest,
    ],
    [
      'may have parameters in Content-Type',
      { config: layer },
      `${mediaTypes.oci.manifest}; charset=utf-8`,
      mediaTypes.oci.manifest,
    ],
    ['is an index with children', { manifests: [] }, 'application/json', mediaTypes.oci.index],
    ['is a manifest with a config', { config: layer }, '', mediaTypes.oci.manifest],
    [
      'ignores an empty mediaType',
      { mediaType: '', config: layer },
      mediaTypes.oci.manifest,
      mediaTypes.oci.manifest,
    ],
    [
      'ignores a mediaType that is not a string',
      { mediaType: 7, config: layer },
      mediaTypes.oci.manifest,
      mediaTypes.oci.manifest,
    ],
  ])('%s', (_, json, served, mediaType) => {
    expect(read({ schemaVersion: 2, ...json }, served).mediaType).toBe(mediaType)
  })

  test('is named in one line when it is unknown', () => {
    const reading = (): Manifest => read({ mediaType: 'application/x\n::error::' })
    expect(reading).toThrow(UnsupportedContent)
    expect(reading).toThrow("has the unknown media type 'application/x ::error::'")
    expect(() => read({})).toThrow("has the unknown media type ''")
  })

  test.each<[string, () => Manifest]>([
    ['by its media type', () => readImage(makeSchema1())],
    // The digest of schema 1 excludes the signatures, so the bytes never match it.
    ['with any digest', () => read({}, 'application/vnd.docker.distribution.manifest.v1+prettyjws', digest)],
    ['without signatures', () => read({}, 'application/vnd.docker.distribution.manifest.v1+json')],
    ['by its version', () => read({ schemaVersion: 1, fsLayers: [] }, 'application/json')],
  ])("of Docker's schema 1 (%s) is rejected with the next step", (_, reading) => {
    expect(reading).toThrow(UnsupportedContent)
    expect(reading).toThrow(
      /uses Docker's schema 1, .*; pull and push the image with a current version of Docker/,
    )
  })
})

describe('an invalid manifest', () => {
  test.each<[string, unknown, string]>([
    ['no JSON', '{"schemaVersion": 2, ', 'is not a JSON object'],
    ['nothing', '', 'is not a JSON object'],
    ['a list', [], 'is not a JSON object'],
    ['null', 'null', 'is not a JSON object'],
    ['layers that are an object', { config: layer, layers: {} }, ': layers is not a list'],
    ['children that are a string', { manifests: 'x', config: layer }, ': manifests is not a list'],
    ['a config that is a string', { config: digest }, ': config is not a descriptor'],
    ['a subject that is a list', { config: layer, subject: [] }, ': subject is not a descriptor'],
    ['a layer that is null', { config: layer, layers: [layer, null] }, ': layers[1] is not a descriptor'],
    ['a layer without digest', { config: layer, layers: [{ size: 1 }] }, ': layers[0] has no valid digest'],
    ['a short digest', { config: { ...layer, digest: 'sha256:a1' } }, ': config has no valid digest'],
    [
      'a digest with a path',
      { config: { ...layer, digest: `../${digest}` } },
      ': config has no valid digest',
    ],
    [
      'a digest of another algorithm',
      { config: { ...layer, digest: 'md5:a1' } },
      ': config has no valid digest',
    ],
    ['a child without size', { manifests: [{ digest }] }, ': manifests[0] has no valid size'],
    ['a negative size', { config: { ...layer, size: -1 } }, ': config has no valid size'],
    ['a fractional size', { config: { ...layer, size: 0.5 } }, ': config has no valid size'],
    ['a size as string', { config: { ...layer, size: '7' } }, ': config has no valid size'],
    ['an unsafe integer as size', { config: { ...layer, size: 2 ** 60 } }, ': config has no valid size'],
  ])('with %s is rejected with the position of the error', (_, json, words) => {
    expect(() => read(json, mediaTypes.oci.manifest)).toThrow(CorruptContent)
    expect(() => read(json, mediaTypes.oci.manifest)).toThrow(words)
  })

  test.each<[string, Record<string, unknown>]>([
    ['no layers', { config: layer }],
    ['null as layers, as Go encodes an empty list', { config: layer, layers: null }],
    ['annotations that are not strings', { config: layer, layers: [], annotations: { a: 1 } }],
  ])('may have %s', (_, json) => {
    expect(read(json, mediaTypes.oci.manifest)).toMatchObject({ blobs: [layer], manifests: [] })
  })
})

describe('a descriptor', () => {
  const foreign = makeLayer({ size: 5, kind: 'foreign' }).descriptor
  test.each<[string, Descriptor, boolean]>([
    ["with a URL and OCI's type", foreign, true],
    ["with a URL and Docker's type", { ...foreign, mediaType: mediaTypes.docker.foreign }, true],
    ['with the type and no URLs', { ...layer, mediaType: foreign.mediaType }, false],
    ['with the type and an empty list of URLs', { ...layer, mediaType: foreign.mediaType, urls: [] }, false],
    ['with a URL and a distributable type', { ...layer, urls: ['https://example.com/x'] }, false],
  ])('%s is foreign: %s', (_, descriptor, is) => {
    expect(isForeign(descriptor)).toBe(is)
  })

  test('is runnable unless its platform is unknown, as of an attestation', () => {
    const index = makeIndex([makeImage()], { attestations: true })
    expect(readImage(index).manifests.map(isRunnable)).toEqual([true, false])
    expect(isRunnable(layer)).toBe(false)
  })

  test.each<[unknown, string | undefined]>([
    [{ os: 'linux', architecture: 'amd64' }, 'linux/amd64'],
    [{ os: 'linux', architecture: 'arm', variant: 'v7' }, 'linux/arm/v7'],
    [{ os: 'linux', architecture: 'arm64', variant: '' }, 'linux/arm64'],
    [{ os: 'linux' }, undefined],
    [{ os: 1, architecture: 2 }, undefined],
    ['linux/amd64', undefined],
    [undefined, undefined],
  ])('platform %j is %s', (json, text) => {
    const platform = parsePlatform(json)
    expect(platform && formatPlatform(platform)).toBe(text)
  })
})
