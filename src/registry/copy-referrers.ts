import { errorMessage } from '../text/sanitize'
import type { MissingImage } from './copy-plan'
import type { Descriptor, Manifest } from './manifest'
import { blobsOf } from './manifest-tree'
import { putManifest } from './push-manifest'
import type { ManifestPusher, PushTarget } from './push-tree'
import { describeReferrer, extendReferrersIndex, type Referrer } from './referrers'

/** Numbers of signatures, attestations and SBOMs. */
export interface ReferrerCounts {
  readonly copied: number
  readonly present: number
  /** Not readable at the source, or refused by the target. */
  readonly failed: number
}

interface CopiedReferrers extends ReferrerCounts {
  /** One sentence for each failure. */
  readonly problems: readonly string[]
}

/** Copies each referrer on its own: a refusal of one does not stop the others. */
export async function copyReferrers(
  { missingReferrers, presentReferrers, missingReferrerBlobs, referrerProblems }: MissingImage,
  pusher: ManifestPusher,
  target: PushTarget,
): Promise<CopiedReferrers> {
  const missing = new Set(missingReferrerBlobs.map(({ digest }) => digest))
  const copies = new Map<string, Promise<void>>()
  const copyBlob = (blob: Descriptor): Promise<void> => {
    const copy = copies.get(blob.digest) ?? target.copyBlob(blob)
    copies.set(blob.digest, copy)
    return copy
  }
  const problems = [...referrerProblems]
  const copied: Referrer[] = []
  const copy = async (referrer: Referrer): Promise<void> => {
    const { tree, tag } = referrer
    try {
      const blobs = blobsOf(tree).filter(({ digest }) => missing.has(digest))
      await Promise.all(blobs.map(copyBlob))
      await pusher.pushTree(tree)
      if (tag !== undefined) await pusher.push(tag, tree)
      copied.push(referrer)
    } catch (error) {
      problems.push(`${describeReferrer(referrer)} was not copied: ${errorMessage(error)}`)
    }
  }
  await Promise.all(missingReferrers.map(copy))
  problems.push(...(await extendIndexes([...presentReferrers, ...copied], target)))
  return { copied: copied.length, present: presentReferrers.length, failed: problems.length, problems }
}

/** Lists the referrers in the referrers tags of a target without the referrers API. */
async function extendIndexes(referrers: readonly Referrer[], target: PushTarget): Promise<string[]> {
  const bySubject = new Map<string, Manifest[]>()
  for (const { tree } of referrers) {
    const subject = tree.manifest.subject?.digest
    if (subject !== undefined) bySubject.set(subject, [...(bySubject.get(subject) ?? []), tree.manifest])
  }
  const { registry, repository } = target
  const extend = async ([subject, manifests]: [string, Manifest[]]): Promise<string[]> => {
    try {
      const extended = await extendReferrersIndex(registry, repository, { subject, referrers: manifests })
      if (extended === undefined) return []
      await putManifest(registry, { repository, reference: extended.tag, manifest: extended.index })
      return []
    } catch (error) {
      return [`the referrers tag of ${subject} was not updated: ${errorMessage(error)}`]
    }
  }
  return (await Promise.all([...bySubject].map(extend))).flat()
}
