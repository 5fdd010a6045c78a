import { pullScope, type Registry, type RegistryCall } from './client'
import { type ImageConfig, readImageConfig } from './image-config'
import { fetchManifest } from './fetch-manifest'
import { REDIRECT_STATUSES } from '../http/client'
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

export interface ImageDetails extends Omit<ImageConfig, 'platform'> {
  /** Of the index, or of the requested platform's manifest. */
  readonly digest: string
  readonly platforms: readonly string[]
  /** Bytes of `measuredPlatform`. */
  readonly size: number
  readonly measuredPlatform: string | undefined
  readonly manifests: readonly Manifest[]
  /** Manifests without a platform, such as attestations. */
  readonly otherManifests: readonly Descriptor[]
}

/** The message is a predicate: "has no linux/arm64". */
export class UnusableImage extends Error {
  override readonly name = 'UnusableImage'
  readonly reason: FailureReason = 'copy-failed'
}

export interface ImageReference {
  readonly registry: Registry
  readonly repository: string
  /** Tag or digest. */
  readonly reference: string
  /** Set for an image of one platform. */
  readonly platform: string | undefined
}

/** The stack's platform. */
const PREFERRED_PLATFORM = 'linux/arm64'

/**
 * Reads digest, platforms, size and age of an image.
 *
 * @throws UnusableImage, HttpError
 */
export async function inspectImage(wanted: ImageReference): Promise<ImageDetails> {
  const { registry, repository, reference, platform } = wanted
  const root = await rejectMissing(fetchManifest(registry, repository, reference), 'no longer exists')
  if (root.manifests.length === 0) return inspectManifest(wanted, root)
  const runnable = root.manifests.filter(isRunnable)
  const names = runnable.map(platformOf)
  const child = (digest: string): Promise<Manifest> =>
    rejectMissing(fetchManifest(registry, repository, digest), `lacks its manifest ${digest}`)
  if (platform !== undefined) {
    const match = runnable.find((one) => matchesPlatform(platformOf(one), platform))
    if (match === undefined)
      throw new UnusableImage(`has no ${platform}, only ${names.join(', ') || 'no platform'}`)
    return inspectManifest(wanted, await child(match.digest))
  }
  const measured = names.find((name) => matchesPlatform(name, PREFERRED_PLATFORM)) ?? names[0]
  const children = await Promise.all(runnable.map(({ digest }) => child(digest)))
  const shown = children[measured === undefined ? -1 : names.indexOf(measured)]
  return {
    ...(await readDetails(wanted, shown)),
    digest: root.digest,
    platforms: names,
    measuredPlatform: measured,
    manifests: children,
    otherManifests: root.manifests.filter((one) => !isRunnable(one)),
  }
}

async function inspectManifest(wanted: ImageReference, manifest: Manifest): Promise<ImageDetails> {
  const { platform: actual, ...described } = await readDetails(wanted, manifest)
  const { platform } = wanted
  if (platform !== undefined && actual !== undefined && !matchesPlatform(actual, platform))
    throw new UnusableImage(`is for ${actual}, not for ${platform}`)
  const platforms = actual === undefined ? [] : [actual]
  return {
    ...described,
    digest: manifest.digest,
    platforms,
    measuredPlatform: actual,
    manifests: [manifest],
    otherManifests: [],
  }
}

const NO_CONFIG: ImageConfig = {
  platform: undefined,
  createdMs: undefined,
  source: undefined,
  version: undefined,
  revision: undefined,
}

async function readDetails(
  { registry, repository }: ImageReference,
  manifest: Manifest | undefined,
): Promise<ImageConfig & { readonly size: number }> {
  const size = manifest?.blobs.reduce((sum, blob) => sum + blob.size, 0) ?? 0
  if (manifest?.config === undefined) return { size, ...NO_CONFIG }
  const config = readImageConfig(registry, repository, manifest.config)
  return { size, ...(await rejectMissing(config, `lacks its config ${manifest.config.digest}`)) }
}

/** Checks that all manifests and blobs exist, also of attestations. @throws UnusableImage, HttpError */
export async function checkComplete(
  registry: Registry,
  repository: string,
  { manifests, otherManifests: others }: ImageDetails,
): Promise<void> {
  const fetched = await Promise.all(
    others.map(({ digest }) =>
      rejectMissing(
        fetchManifest(registry, repository, digest),
        `is incomplete: manifest ${digest} is missing`,
      ),
    ),
  )
  const blobs = [...manifests, ...fetched].flatMap((manifest) => manifest.blobs)
  const digests = new Set(blobs.filter((blob) => !isForeign(blob)).map(({ digest }) => digest))
  const missing = await Promise.all(
    [...digests].map(async (digest) => ((await hasBlob(registry, repository, digest)) ? undefined : digest)),
  )
  const first = missing.find((digest) => digest !== undefined)
  if (first !== undefined) throw new UnusableImage(`is incomplete: blob ${first} is missing`)
}

async function hasBlob(registry: Registry, repository: string, digest: string): Promise<boolean> {
  const call: RegistryCall = {
    method: 'HEAD',
    path: `${repository}/blobs/${digest}`,
    scopes: [pullScope(repository)],
    // See `Registry.hasBlob`.
    accept: [200, ...REDIRECT_STATUSES, 404],
    redirect: 'manual',
  }
  try {
    return (await registry.call(call)).status !== 404
  } catch (error) {
    if (!(error instanceof HttpError) || ![400, 401, 403, 405, 501].includes(error.status ?? 0)) throw error
  }
  // ECR Public rejects HEAD (https://github.com/aws/containers-roadmap/issues/2671).
  const accept = [200, 206, ...REDIRECT_STATUSES, 404, 416]
  const read = { ...call, method: 'GET', accept, headers: { range: 'bytes=0-0' }, maxBytes: 0 } as const
  return (await registry.call(read)).status !== 404
}

async function rejectMissing<T>(content: Promise<T>, problem: string): Promise<T> {
  try {
    return await content
  } catch (error) {
    throw isNotFound(error) ? new UnusableImage(problem) : error
  }
}

const isNotFound = (error: unknown): boolean => error instanceof HttpError && error.status === 404
