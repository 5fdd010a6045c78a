import type { Registry } from './client'
import { readImageConfig } from './image-config'
import { CorruptContent } from './error'
import { fetchManifest } from './fetch-manifest'
import {
  type Descriptor,
  isForeign,
  isRunnable,
  type Manifest,
  matchesPlatform,
  platformOf,
} from './manifest'
import { HttpError } from '../http/error'
import type { FailureReason } from '../text/failure-reason'

export interface ManifestTree {
  readonly manifest: Manifest
  readonly children: readonly ManifestTree[]
}

const MAX_DEPTH = 8

/**
 * Fetches and verifies all manifests below the root. A manifest that several indexes list is one object. There are no
 * cycles, because the digest of a manifest covers those of its children.
 *
 * @throws HttpError, UnsupportedContent, CorruptContent
 */
export async function fetchManifestTree(
  registry: Registry,
  repository: string,
  root: Manifest,
): Promise<ManifestTree> {
  const trees = new Map<string, Promise<ManifestTree>>()
  const growChild = async (digest: string, parent: Manifest, depth: number): Promise<ManifestTree> => {
    if (depth > MAX_DEPTH)
      throw new CorruptContent(`indexes are nested more than ${MAX_DEPTH} deep at ${digest}`)
    return grow(await fetchListed({ registry, repository, digest }, parent), depth)
  }
  const grow = async (manifest: Manifest, depth: number): Promise<ManifestTree> => {
    const digests = [...new Set(manifest.manifests.map(({ digest }) => digest))]
    const children = digests.map((digest) => {
      const child = trees.get(digest) ?? growChild(digest, manifest, depth + 1)
      trees.set(digest, child)
      return child
    })
    return { manifest, children: await Promise.all(children) }
  }
  return grow(root, 1)
}

interface ListedManifest {
  readonly registry: Registry
  readonly repository: string
  readonly digest: string
}

async function fetchListed(
  { registry, repository, digest }: ListedManifest,
  parent: Manifest,
): Promise<Manifest> {
  try {
    return await fetchManifest(registry, repository, digest)
  } catch (error) {
    if (!(error instanceof HttpError) || error.status !== 404) throw error
    const message =
      `the index ${parent.digest} lists the manifest ${digest}, which ${registry.name}/${repository} no longer has; ` +
      'pin another version in images.yaml'
    throw new HttpError({ ...error.details, message }, { cause: error })
  }
}

/** Unique manifests, children before parents. */
export function manifestsOf(tree: ManifestTree): Manifest[] {
  const found = new Map<string, Manifest>()
  const seen = new Set<string>()
  const visit = ({ manifest, children }: ManifestTree): void => {
    if (seen.has(manifest.digest)) return
    seen.add(manifest.digest)
    children.forEach(visit)
    found.set(manifest.digest, manifest)
  }
  visit(tree)
  return [...found.values()]
}

/** Unique blobs without foreign layers. */
export function blobsOf(tree: ManifestTree): Descriptor[] {
  const blobs = manifestsOf(tree).flatMap((manifest) => manifest.blobs)
  return [...new Map(blobs.filter((blob) => !isForeign(blob)).map((blob) => [blob.digest, blob])).values()]
}

/** Bytes of unique manifests and blobs. */
export function sizeOf(tree: ManifestTree): number {
  const manifests = manifestsOf(tree).reduce((sum, { bytes }) => sum + bytes.length, 0)
  return blobsOf(tree).reduce((sum, { size }) => sum + size, manifests)
}

/** Digest and platform in images.yaml do not match. */
export class WrongPlatform extends Error {
  override readonly name = 'WrongPlatform'
  readonly reason: FailureReason = 'invalid-images'
}

/** Checks the platform of a manifest. @throws WrongPlatform, HttpError, CorruptContent, UnsupportedContent */
export async function checkPlatform(
  { registry, repository, platform }: { registry: Registry; repository: string; platform: string },
  manifest: Manifest,
): Promise<void> {
  if (manifest.manifests.length > 0) throw new WrongPlatform(platformAdvice(manifest, platform))
  if (manifest.config === undefined) return
  const { platform: actual } = await readImageConfig(registry, repository, manifest.config)
  if (actual === undefined || matchesPlatform(actual, platform)) return
  throw new WrongPlatform(`${manifest.digest} is an image for ${actual}, not for ${platform}`)
}

function platformAdvice(index: Manifest, platform: string): string {
  const runnable = index.manifests.filter(isRunnable)
  const match = runnable.find((entry) => matchesPlatform(platformOf(entry), platform))
  if (match !== undefined) {
    return `${index.digest} is an index; for platform ${platform}, pin its manifest ${match.digest}`
  }
  const platforms = runnable.map(platformOf).join(', ') || 'no platforms'
  return `the index ${index.digest} has no ${platform}; it has ${platforms}`
}
