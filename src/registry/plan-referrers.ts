import { type BlobSearch, findPresentBlobs } from './existence-check'
import type { Registry } from './client'
import type { Descriptor } from './manifest'
import { blobsOf, type ManifestTree } from './manifest-tree'
import { findReferrers, type Referrer, splitReferrers } from './referrers'

/** Which referrers of an image the target lacks. */
export interface ReferrerPlan {
  readonly missingReferrers: readonly Referrer[]
  readonly presentReferrers: readonly Referrer[]
  /** Referrers and lists that could not be read. */
  readonly referrerProblems: readonly string[]
  /** Without blobs of the image. */
  readonly missingReferrerBlobs: readonly Descriptor[]
}

export const NO_REFERRERS: ReferrerPlan = {
  missingReferrers: [],
  presentReferrers: [],
  referrerProblems: [],
  missingReferrerBlobs: [],
}

interface SourceImage {
  readonly source: Registry
  readonly repository: string
  readonly tree: ManifestTree
}

/** Finds the referrers of an image and which of them, and of their blobs, the target lacks. */
export async function planReferrers(
  { source, repository, tree }: SourceImage,
  target: BlobSearch,
): Promise<ReferrerPlan> {
  const { referrers, problems } = await findReferrers(source, repository, tree)
  const { missing, present } = await splitReferrers(
    referrers,
    target.repositoryExists
      ? (references) => target.existence.findReferences(target.repository, references)
      : undefined,
  )
  const imageBlobs = new Set(blobsOf(tree).map(({ digest }) => digest))
  const blobs = uniqueBlobs(missing).filter(({ digest }) => !imageBlobs.has(digest))
  const presentBlobs = await findPresentBlobs(blobs, target)
  return {
    missingReferrers: missing,
    presentReferrers: present,
    referrerProblems: problems,
    missingReferrerBlobs: blobs.filter(({ digest }) => !presentBlobs.has(digest)),
  }
}

function uniqueBlobs(referrers: readonly Referrer[]): Descriptor[] {
  const blobs = referrers.flatMap(({ tree }) => blobsOf(tree))
  return [...new Map(blobs.map((blob) => [blob.digest, blob])).values()]
}
