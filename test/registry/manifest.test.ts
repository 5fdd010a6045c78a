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

/** Reads JSON as a registry would serve it, under its own digest unless another is given. */
function read(json: unknown, served = '', under?: string): Manifest {
  const bytes = Buffer.from(typeof json === 'string' ? json : JSON.stringify(json))
  return parseManifest(bytes, under ?? digestOf(bytes), served)
}

const readImage = ({ bytes, descriptor }: Image): Manifest =>
  parseManifest(bytes, descriptor.digest, descriptor.mediaType)

describe('a manifest', () => {
  test.each(['oci', 'docker'] as const)('of an image of %s names its config and layers', (family) => {
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
    'of an index of %s names its children with their platforms',
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

  test('of an artifact names what it is and what it is about', () => {
    const image = makeImage()
    const manifest = readImage(makeArtifact(image, 'application/spdx+json'))
    expect(manifest.artifactType).toBe('application/spdx+json')
    expect(manifest.subject?.digest).toBe(image.descriptor.digest)
  })

  test('of the artifact type that OCI gave up names its blobs', () => {
    const manifest = read({
      mediaType: 'application/vnd.oci.artifact.manifest.v1+json',
      artifactType: 'x',
      blobs: [layer],
    })
    expect(manifest.blobs).toEqual([layer])
  })

  test('under a sha512 digest is checked by that', () => {
    const bytes = Buffer.from(JSON.stringify({ schemaVersion: 2, config: layer, layers: [] }))
    const sha512 = digestOf(bytes, 'sha512')
    expect(sha512).toMatch(/^sha512:[0-9a-f]{128}$/)
    expect(parseManifest(bytes, sha512, mediaTypes.oci.manifest).digest).toBe(sha512)
    expect(() => parseManifest(bytes, `sha512:${'0'.repeat(128)}`, mediaTypes.oci.manifest)).toThrow(
      CorruptContent,
    )
  })

  test('that is not what its digest says is refused with both', () => {
    const bytes = Buffer.from('{}')
    expect(() => read('{}', mediaTypes.oci.manifest, digest)).toThrow(
      `the manifest ${digest} came as 2 bytes whose digest is ${digestOf(bytes)}; the registry or something on the way altered it`,
    )
  })
})

describe('the type of a manifest', () => {
  test.each<[string, Record<string, unknown>, string, string]>([
    [
      'is what it says',
      { mediaType: mediaTypes.docker.manifest, config: layer },
      mediaTypes.oci.manifest,
      mediaTypes.docker.manifest,
    ],
    [
      'is what it was served as, when it does not say',
      { config: layer },
      mediaTypes.docker.manifest,
      mediaTypes.docker.manifest,
    ],
    [
      'may be served with parameters',
      { config: layer },
      `${mediaTypes.oci.manifest}; charset=utf-8`,
      mediaTypes.oci.manifest,
    ],
    ['of a thing with children is an index', { manifests: [] }, 'application/json', mediaTypes.oci.index],
    ['of a thing with a config is a manifest', { config: layer }, '', mediaTypes.oci.manifest],
    [
      'that is empty counts for nothing',
      { mediaType: '', config: layer },
      mediaTypes.oci.manifest,
      mediaTypes.oci.manifest,
    ],
    [
      'that is no text counts for nothing',
      { mediaType: 7, config: layer },
      mediaTypes.oci.manifest,
      mediaTypes.oci.manifest,
    ],
  ])('%s', (_, json, served, mediaType) => {
    expect(read({ schemaVersion: 2, ...json }, served).mediaType).toBe(mediaType)
  })

  test('that nobody knows is refused by its name, in one line', () => {
    const reading = (): Manifest => read({ mediaType: 'application/x\n::error::' })
    expect(reading).toThrow(UnsupportedContent)
    expect(reading).toThrow("is of a type nobody knows, 'application/x ::error::'")
    expect(() => read({})).toThrow("is of a type nobody knows, ''")
  })

  test.each<[string, () => Manifest]>([
    ['by its media type', () => readImage(makeSchema1())],
    // Its digest is computed over the bytes without the signatures, so the bytes never match it.
    [
      'whatever its digest',
      () => read({}, 'application/vnd.docker.distribution.manifest.v1+prettyjws', digest),
    ],
    ['without signatures', () => read({}, 'application/vnd.docker.distribution.manifest.v1+json')],
    ['by its version', () => read({ schemaVersion: 1, fsLayers: [] }, 'application/json')],
  ])("that is Docker's schema 1 is refused with what to do: %s", (_, reading) => {
    expect(reading).toThrow(UnsupportedContent)
    expect(reading).toThrow(/of Docker's schema 1, .*; pull and push the image once with a current Docker/)
  })
})

describe('what is no manifest', () => {
  test.each<[string, unknown, string]>([
    ['no JSON', '{"schemaVersion": 2, ', 'is not a JSON object'],
    ['nothing', '', 'is not a JSON object'],
    ['a list', [], 'is not a JSON object'],
    ['null', 'null', 'is not a JSON object'],
    ['layers that are a map', { config: layer, layers: {} }, ': layers is not a list'],
    ['children that are text', { manifests: 'x', config: layer }, ': manifests is not a list'],
    ['a config that is text', { config: digest }, ': config is not a descriptor'],
    ['a subject that is a list', { config: layer, subject: [] }, ': subject is not a descriptor'],
    ['a layer that is null', { config: layer, layers: [layer, null] }, ': layers[1] is not a descriptor'],
    ['a layer without digest', { config: layer, layers: [{ size: 1 }] }, ': layers[0] has no valid digest'],
    ['a digest that is short', { config: { ...layer, digest: 'sha256:a1' } }, ': config has no valid digest'],
    [
      'a digest with a path in it',
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
    ['half a byte', { config: { ...layer, size: 0.5 } }, ': config has no valid size'],
    ['a size as text', { config: { ...layer, size: '7' } }, ': config has no valid size'],
    ['a size beyond counting', { config: { ...layer, size: 2 ** 60 } }, ': config has no valid size'],
  ])('%s is refused by the place of the fault', (_, json, words) => {
    expect(() => read(json, mediaTypes.oci.manifest)).toThrow(CorruptContent)
    expect(() => read(json, mediaTypes.oci.manifest)).toThrow(words)
  })

  test.each<[string, Record<string, unknown>]>([
    ['no layers', { config: layer }],
    ['null for layers, as Go writes none', { config: layer, layers: null }],
    ['annotations that are no texts', { config: layer, layers: [], annotations: { a: 1 } }],
  ])('%s is fine', (_, json) => {
    expect(read(json, mediaTypes.oci.manifest)).toMatchObject({ blobs: [layer], manifests: [] })
  })
})

describe('a descriptor', () => {
  const foreign = makeLayer({ size: 5, kind: 'foreign' }).descriptor
  test.each<[string, Descriptor, boolean]>([
    ["with an address and OCI's type", foreign, true],
    ["with an address and Docker's type", { ...foreign, mediaType: mediaTypes.docker.foreign }, true],
    ['of the type, without an address', { ...layer, mediaType: foreign.mediaType }, false],
    ['of the type, with no addresses', { ...layer, mediaType: foreign.mediaType, urls: [] }, false],
    ['with an address that is a mere hint', { ...layer, urls: ['https://example.com/x'] }, false],
  ])('%s is foreign: %s', (_, descriptor, is) => {
    expect(isForeign(descriptor)).toBe(is)
  })

  test('is of an image to run unless its platform is unknown, as an attestation has it', () => {
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
