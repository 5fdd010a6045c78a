import { afterEach, describe, expect, test } from '@jest/globals'
import type { Registry } from '../../src/registry/client'
import { fetchManifest } from '../../src/registry/fetch-manifest'
import {
  blobsOf,
  checkPlatform,
  fetchManifestTree,
  manifestsOf,
  type ManifestTree,
  sizeOf,
  WrongPlatform,
} from '../../src/registry/manifest-tree'
import { type Image, makeImage, makeIndex, makeLayer } from '../../testkit/registry/image'
import { putImage } from '../../testkit/registry/push'
import { FakeRegistry } from '../../testkit/registry/server'
import { Closing, openClient } from './open'

const closing = new Closing()
afterEach(() => closing.all())

async function open(image: Image): Promise<{ registry: Registry; fake: FakeRegistry }> {
  const fake = closing.add(await FakeRegistry.start())
  putImage(fake, 'a', '1.0', image)
  return { ...closing.add(openClient(fake)), fake }
}

async function fetchTree(image: Image): Promise<ManifestTree> {
  const { registry } = await open(image)
  return fetchManifestTree(registry, 'a', await fetchManifest(registry, 'a', '1.0'))
}

const shared = makeLayer({ size: 500, seed: 'shared' })
const amd64 = makeImage({ layers: [shared, 10] })
const arm64 = makeImage({
  layers: [shared, 20, makeLayer({ size: 5, kind: 'foreign' })],
  platform: { os: 'linux', architecture: 'arm64', variant: 'v8' },
})
const index = makeIndex([amd64, arm64])

describe('a manifest tree', () => {
  test('lists children before parents, each once', async () => {
    const tree = await fetchTree(makeIndex([index, amd64]))
    const digests = manifestsOf(tree).map(({ digest }) => digest)
    expect(digests).toHaveLength(4)
    expect(digests.slice(0, 3)).toEqual([amd64, arm64, index].map(({ descriptor }) => descriptor.digest))
    expect(digests[3]).toBe(tree.manifest.digest)
  })

  test('lists shared blobs once, and no foreign layers', async () => {
    const blobs = blobsOf(await fetchTree(index))
    expect(blobs.map(({ size }) => size).filter((size) => size < 600)).toEqual(
      expect.arrayContaining([500, 10, 20]),
    )
    expect(blobs.filter(({ digest }) => digest === shared.descriptor.digest)).toHaveLength(1)
    expect(blobs.some(({ urls }) => urls !== undefined)).toBe(false)
  })

  test('has the size of its manifests and blobs', async () => {
    const tree = await fetchTree(index)
    const manifests = [index, amd64, arm64].reduce((sum, { bytes }) => sum + bytes.length, 0)
    const blobs = blobsOf(tree).reduce((sum, { size }) => sum + size, 0)
    expect(sizeOf(tree)).toBe(manifests + blobs)
  })

  test('whose indexes list the same indexes is small', async () => {
    let level = [amd64, arm64]
    for (let depth = 0; depth < 6; depth++)
      level = Array.from({ length: 12 }, (_, at) => makeIndex(level, { annotations: { at: String(at) } }))
    const tree = await fetchTree(makeIndex(level))
    // 12^6 paths lead to each image.
    expect(manifestsOf(tree)).toHaveLength(2 + 6 * 12 + 1)
  })

  test('of more than eight levels is rejected', async () => {
    let nested = amd64
    for (let level = 0; level < 8; level++) nested = makeIndex([nested])
    await expect(fetchTree(nested)).rejects.toThrow('indexes are nested more than 8 deep at sha256:')
  })
})

describe('the platform of a digest', () => {
  async function check(image: Image, platform: string): Promise<void> {
    const { registry } = await open(image)
    await checkPlatform({ registry, repository: 'a', platform }, await fetchManifest(registry, 'a', '1.0'))
  }

  test.each(['linux/arm64', 'linux/arm64/v8'])('may be given as %s', async (platform) => {
    await expect(check(arm64, platform)).resolves.toBeUndefined()
  })

  test('is wrong for another platform', async () => {
    const failure = check(amd64, 'linux/arm64')
    await expect(failure).rejects.toBeInstanceOf(WrongPlatform)
    await expect(failure).rejects.toThrow('is an image for linux/amd64, not for linux/arm64')
  })

  test('is wrong for an index, with the digest to pin', async () => {
    await expect(check(index, 'linux/arm64')).rejects.toThrow(
      `${index.descriptor.digest} is an index; for platform linux/arm64, pin its manifest ${arm64.descriptor.digest}`,
    )
  })

  test('is wrong for an index without it, with its platforms', async () => {
    await expect(check(index, 'linux/s390x')).rejects.toThrow(
      `the index ${index.descriptor.digest} has no linux/s390x; it has linux/amd64, linux/arm64/v8`,
    )
  })
})
