import type { Registry } from './client'
import { readConfig } from './image-config'
import { CorruptContent } from './error'
import { fetchManifest } from './fetch-manifest'
import { type Descriptor, formatPlatform, isForeign, isRunnable, type Manifest } from './manifest'

/** A manifest with all that hangs below it. */
export interface ManifestTree {
  readonly manifest: Manifest
  readonly children: readonly ManifestTree[]
}

/** Deeper than any index that someone built on purpose. */
const DEEPEST = 8

/**
 * All manifests below one, each fetched once and checked against the digest that names it.
 *
 * @throws CorruptContent for one that names itself or is nested beyond reason
 */
export async function fetchManifestTree(
  registry: Registry,
  repository: string,
  root: Manifest,
): Promise<ManifestTree> {
  const grow = async (manifest: Manifest, ancestors: readonly string[]): Promise<ManifestTree> => {
    const path = [...ancestors, manifest.digest]
    const children = manifest.manifests.map(async ({ digest }) => {
      if (path.includes(digest)) throw new CorruptContent(`the index ${digest} lists itself`)
      if (path.length >= DEEPEST)
        throw new CorruptContent(`indexes are nested more than ${DEEPEST} deep at ${digest}`)
      return grow(await fetchManifest(registry, repository, digest), path)
    })
    return { manifest, children: await Promise.all(children) }
  }
  return grow(root, [])
}

/** The manifests of a tree, children before what names them, each once. */
export function manifestsOf({ manifest, children }: ManifestTree): Manifest[] {
  const all = [...children.flatMap(manifestsOf), manifest]
  return [...new Map(all.map((one) => [one.digest, one])).values()]
}

/** The blobs that a registry must hold for this tree, each once; foreign layers stay where they are. */
export function blobsOf(tree: ManifestTree): Descriptor[] {
  const blobs = manifestsOf(tree).flatMap((manifest) => manifest.blobs)
  return [...new Map(blobs.filter((blob) => !isForeign(blob)).map((blob) => [blob.digest, blob])).values()]
}

/** Bytes of manifests and blobs, each counted once. */
export function sizeOf(tree: ManifestTree): number {
  const manifests = manifestsOf(tree).reduce((sum, { bytes }) => sum + bytes.length, 0)
  return blobsOf(tree).reduce((sum, { size }) => sum + size, manifests)
}

/** What the file asks for and the registry does not have under this digest. */
export class WrongPlatform extends Error {
  override readonly name = 'WrongPlatform'
}

/**
 * Holds an image to the one platform that the file gives it.
 *
 * @throws WrongPlatform that names the digest to write instead, where there is one
 */
export async function checkPlatform(
  { registry, repository, platform }: { registry: Registry; repository: string; platform: string },
  manifest: Manifest,
): Promise<void> {
  if (manifest.manifests.length > 0) throw new WrongPlatform(instead(manifest, platform))
  if (manifest.config === undefined) return
  const { platform: actual } = await readConfig(registry, repository, manifest.config)
  if (actual === platform || actual === undefined || actual.startsWith(`${platform}/`)) return
  throw new WrongPlatform(`${manifest.digest} is an image for ${actual}, not for ${platform}`)
}

function instead(index: Manifest, platform: string): string {
  const runnable = index.manifests.filter(isRunnable)
  const named = (entry: Descriptor): string => (entry.platform ? formatPlatform(entry.platform) : '')
  const match = runnable.find((entry) => named(entry) === platform || named(entry).startsWith(`${platform}/`))
  if (match !== undefined) {
    return `${index.digest} is an index; with platform ${platform}, pin that platform's own manifest: ${match.digest}`
  }
  return `the index ${index.digest} has no ${platform}; it has ${runnable.map(named).join(', ') || 'no platforms'}`
}
