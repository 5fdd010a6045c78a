import { pull, type Registry } from './client'
import { type ImageConfig, readConfig } from './image-config'
import { fetchManifest } from './fetch-manifest'
import { REDIRECTS } from '../http/client'
import { type Descriptor, formatPlatform, isForeign, isRunnable, type Manifest } from './manifest'
import { Limiter } from '../http/limiter'
import { HttpError } from '../http/error'

/** An image as its registry has it. */
export interface ImageDetails extends Pick<ImageConfig, 'createdMs' | 'source'> {
  /** What to pin: of the index, or of the one platform that is wanted. */
  readonly digest: string
  /** That it can run on. */
  readonly platforms: readonly string[]
  /** Bytes of config and layers, for the platform that is measured. */
  readonly size: number
  readonly measured: string | undefined
  /** All that a pull of it needs, but for the manifests that are not of a platform. */
  readonly manifests: readonly Manifest[]
  /** Manifests below it that run nowhere, such as attestations; they are copied too. */
  readonly others: readonly Descriptor[]
}

/** The image is not one that can be used; a sentence says why. */
export class UnusableImage extends Error {
  override readonly name = 'UnusableImage'
}

export interface Wanted {
  readonly registry: Registry
  readonly repository: string
  /** Tag or digest. */
  readonly reference: string
  /** The one that is pinned, if it is one. */
  readonly platform: string | undefined
}

const AT_ONCE = 8
/** What the stack runs on; another one tells sizes as well. */
const PREFERRED = 'linux/arm64'

const platformOf = ({ platform }: Descriptor): string => (platform ? formatPlatform(platform) : '')
const serves = (actual: string, wanted: string): boolean =>
  actual === wanted || actual.startsWith(`${wanted}/`)

/**
 * Reads an image: what to pin, where it runs, how large and how old it is.
 *
 * @throws Unusable when it is gone, lacks the platform or a manifest
 */
export async function inspectImage(wanted: Wanted): Promise<ImageDetails> {
  const { registry, repository, reference, platform } = wanted
  const root = await orUnusable(fetchManifest(registry, repository, reference), 'is gone')
  if (root.manifests.length === 0) return examineOne(wanted, root)
  const runnable = root.manifests.filter(isRunnable)
  const names = runnable.map(platformOf)
  const child = (digest: string): Promise<Manifest> =>
    orUnusable(fetchManifest(registry, repository, digest), `lacks its manifest ${digest}`)
  if (platform !== undefined) {
    const match = runnable.find((one) => serves(platformOf(one), platform))
    if (match === undefined)
      throw new UnusableImage(`has no ${platform}, only ${names.join(', ') || 'no platform'}`)
    return examineOne(wanted, await child(match.digest))
  }
  const measured = names.find((name) => serves(name, PREFERRED)) ?? names[0]
  const children = await Promise.all(runnable.map(({ digest }) => child(digest)))
  const shown = children[measured === undefined ? -1 : names.indexOf(measured)]
  return {
    ...(await describe(wanted, shown)),
    digest: root.digest,
    platforms: names,
    measured,
    manifests: children,
    others: root.manifests.filter((one) => !isRunnable(one)),
  }
}

/** An image for one platform, which its config names. */
async function examineOne(wanted: Wanted, manifest: Manifest): Promise<ImageDetails> {
  const { platform: actual, ...described } = await describe(wanted, manifest)
  const { platform } = wanted
  if (platform !== undefined && actual !== undefined && !serves(actual, platform))
    throw new UnusableImage(`is for ${actual}, not for ${platform}`)
  const platforms = actual === undefined ? [] : [actual]
  return {
    ...described,
    digest: manifest.digest,
    platforms,
    measured: actual,
    manifests: [manifest],
    others: [],
  }
}

async function describe(
  { registry, repository }: Wanted,
  manifest: Manifest | undefined,
): Promise<ImageConfig & { readonly size: number }> {
  const size = manifest?.blobs.reduce((sum, blob) => sum + blob.size, 0) ?? 0
  if (manifest?.config === undefined)
    return { size, platform: undefined, createdMs: undefined, source: undefined }
  const config = readConfig(registry, repository, manifest.config)
  return { size, ...(await orUnusable(config, `lacks its config ${manifest.config.digest}`)) }
}

/** @throws Unusable that names the first thing that a pull would not find */
export async function checkComplete(
  registry: Registry,
  repository: string,
  { manifests, others }: ImageDetails,
): Promise<void> {
  const pool = new Limiter(AT_ONCE)
  const blobs = manifests.flatMap((manifest) => manifest.blobs).filter((blob) => !isForeign(blob))
  const paths = [
    ...others.map(({ digest }) => `manifests/${digest}`),
    ...new Set(blobs.map(({ digest }) => `blobs/${digest}`)),
  ]
  const missing = await Promise.all(
    paths.map((path) =>
      pool.run(0, async () => ((await isThere(registry, repository, path)) ? undefined : path)),
    ),
  )
  const first = missing.find((path) => path !== undefined)
  if (first !== undefined) throw new UnusableImage(`is not complete: ${first.replace('s/', ' ')} is missing`)
}

async function isThere(registry: Registry, repository: string, path: string): Promise<boolean> {
  const isManifest = path.startsWith('manifests/')
  if (isManifest) {
    const { digest } = await registry.headManifest(repository, path.slice('manifests/'.length))
    return digest !== undefined
  }
  const { status } = await registry.call({
    method: 'HEAD',
    path: `${repository}/${path}`,
    scopes: [pull(repository)],
    // A registry that says where the blob lies has it; an address signed for GET would refuse the HEAD.
    accept: [200, ...REDIRECTS, 404],
    redirect: 'manual',
  })
  return status !== 404
}

/** What a registry does not have makes the image unusable; what else it says is its own failure. */
async function orUnusable<T>(found: Promise<T>, words: string): Promise<T> {
  try {
    return await found
  } catch (error) {
    throw isMissing(error) ? new UnusableImage(words) : error
  }
}

const isMissing = (error: unknown): boolean => error instanceof HttpError && error.status === 404
