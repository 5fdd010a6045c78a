import { push, type Registry } from './client'
import { MANIFEST_TYPES } from './media-types'
import type { Limiter } from '../http/limiter'

/** Where an image is to be found, were it there. */
export interface Wanted {
  readonly repository: string
  readonly tag: string
  /** The tag it got when an immutable repository held `tag` for something else. */
  readonly fallbackTag: string
  readonly digest: string
}

/** What the target has of it. */
export interface Found {
  readonly repositoryExists: boolean
  /** Digests that the two tags stand for. */
  readonly tag: string | undefined
  readonly fallbackTag: string | undefined
  readonly hasDigest: boolean
}

/** The cheapest way that a target offers to ask what it has. */
export interface ExistenceCheck {
  image(wanted: Wanted): Promise<Found>
  /** Those of the digests that the repository holds as blobs. */
  blobs(repository: string, digests: readonly string[]): Promise<ReadonlySet<string>>
}

/** One HEAD a question, as every registry takes it. */
export function checkByHead(registry: Registry, requests: Limiter): ExistenceCheck {
  const digestAt = async (repository: string, reference: string): Promise<string | undefined> => {
    const { status, headers } = await registry.call({
      method: 'HEAD',
      path: `${repository}/manifests/${reference}`,
      // The scope of the writes to come, so that one token does for all.
      scopes: [push(repository)],
      accept: [200, 404],
      headers: { accept: MANIFEST_TYPES.join(', ') },
    })
    return status === 200 ? headers['docker-content-digest']?.toString() : undefined
  }
  return {
    async image({ repository, tag, fallbackTag, digest }) {
      const tagged = await digestAt(repository, tag)
      // Without the tag the image is new, as a rule; if it lacks only the tag, its blobs will be found.
      if (tagged === undefined || tagged === digest) {
        return { repositoryExists: true, tag: tagged, fallbackTag: undefined, hasDigest: tagged === digest }
      }
      const [fallback, itself] = await Promise.all([
        digestAt(repository, fallbackTag),
        digestAt(repository, digest),
      ])
      return { repositoryExists: true, tag: tagged, fallbackTag: fallback, hasDigest: itself !== undefined }
    },
    async blobs(repository, digests) {
      const asked = digests.map((digest) => requests.run(0, () => registry.hasBlob(repository, digest)))
      const answers = await Promise.all(asked)
      return new Set(digests.filter((_, index) => answers[index]))
    },
  }
}
