import { HttpError } from '../http/error'
import { pushScope, type Registry, UNKNOWN_STATUSES } from './client'
import { fetchManifest } from './fetch-manifest'
import type { Descriptor } from './manifest'
import { manifestsOf, type ManifestTree } from './manifest-tree'

export interface TargetReference {
  readonly repository: string
  readonly tag: string
  readonly fallbackTag: string
  readonly digest: string
}

export interface TargetState {
  readonly repositoryExists: boolean
  /** Digest. */
  readonly tag: string | undefined
  /** Digest. */
  readonly fallbackTag: string | undefined
  readonly hasDigest: boolean
}

export interface References {
  readonly tags: readonly string[]
  readonly digests: readonly string[]
}

export interface ExistenceCheck {
  findImage(image: TargetReference): Promise<TargetState>
  /** Returns digests by requested tag or digest. */
  findReferences(repository: string, references: References): Promise<ReadonlyMap<string, string>>
  /** Returns the digests that exist. */
  findBlobs(repository: string, digests: readonly string[]): Promise<ReadonlySet<string>>
}

export interface BlobSearch {
  readonly existence: ExistenceCheck
  readonly repository: string
  readonly repositoryExists: boolean
}

/** Returns the digests of the blobs that the target has. */
export async function findPresentBlobs(
  blobs: readonly Descriptor[],
  { existence, repository, repositoryExists }: BlobSearch,
): Promise<ReadonlySet<string>> {
  if (!repositoryExists || blobs.length === 0) return new Set()
  return existence.findBlobs(
    repository,
    blobs.map(({ digest }) => digest),
  )
}

/** Looks for all manifests of an image, which may have been lost one by one. */
export async function recheckImage(
  existence: ExistenceCheck,
  found: TargetState,
  { repository, tree }: { readonly repository: string; readonly tree: ManifestTree },
): Promise<TargetState> {
  if (!found.hasDigest) return found
  const digests = manifestsOf(tree).map(({ digest }) => digest)
  const present = await existence.findReferences(repository, { tags: [], digests })
  return { ...found, hasDigest: digests.every((digest) => present.has(digest)) }
}

function undefinedIfUnknown(error: unknown): undefined {
  if (!(error instanceof HttpError) || !UNKNOWN_STATUSES.includes(error.status ?? 0)) throw error
}

/** One HEAD request per item. A registry that refuses HEAD has, as far as is known, nothing. */
export function checkByHead(registry: Registry): ExistenceCheck {
  const digestAt = async (repository: string, reference: string): Promise<string | undefined> => {
    // The scope saves a second token for the writes.
    const options = { scope: pushScope(repository), unknown: UNKNOWN_STATUSES }
    const { exists, digest } = await registry.headManifest(repository, reference, options)
    if (exists !== true || digest !== undefined) return digest
    // The registry, or a proxy, confirms everything, or leaves the digest out.
    const manifest = await fetchManifest(registry, repository, reference).catch(undefinedIfUnknown)
    return manifest?.digest
  }
  return {
    async findImage({ repository, tag, fallbackTag, digest }) {
      const tagged = await digestAt(repository, tag)
      // Usually a new image; otherwise its blobs are found later.
      if (tagged === undefined || tagged === digest) {
        return { repositoryExists: true, tag: tagged, fallbackTag: undefined, hasDigest: tagged === digest }
      }
      const [fallback, itself] = await Promise.all([
        digestAt(repository, fallbackTag),
        digestAt(repository, digest),
      ])
      return { repositoryExists: true, tag: tagged, fallbackTag: fallback, hasDigest: itself !== undefined }
    },
    async findReferences(repository, { tags, digests }) {
      const references = [...tags, ...digests]
      const found = await Promise.all(references.map((reference) => digestAt(repository, reference)))
      return new Map(
        references.flatMap((reference, index) => {
          const digest = found[index]
          return digest === undefined ? [] : [[reference, digest] as const]
        }),
      )
    },
    async findBlobs(repository, digests) {
      const answers = await Promise.all(digests.map((digest) => registry.hasBlob(repository, digest)))
      return new Set(digests.filter((_, index) => answers[index]))
    },
  }
}
