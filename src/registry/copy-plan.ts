import { shortage } from './pull-limit'
import type { Registry } from './client'
import { fetchManifest } from './fetch-manifest'
import type { Descriptor, Manifest } from './manifest'
import type { Found, ExistenceCheck } from './presence'
import { findReferrers, type Referrer } from './referrers'
import { blobsOf, checkPlatform, fetchManifestTree, sizeOf, type ManifestTree } from './manifest-tree'
import { HttpError } from '../http/error'
import { errorMessage } from '../text/sanitize'

/** One image on its way: from where, by which digest, to which repository and tag. */
export interface ImageJob {
  /** Its key in images.yaml. */
  readonly name: string
  readonly source: Registry
  readonly repository: string
  readonly tag: string
  readonly digest: string
  /** `os/architecture[/variant]` when the digest is to be one platform's manifest. */
  readonly platform: string | undefined
  readonly targetRepository: string
}

/** What is to be done for an image. */
export type CopyPlan =
  | { readonly kind: 'present'; readonly job: ImageJob; readonly tag: string }
  | MissingImage
  | { readonly kind: 'failed'; readonly job: ImageJob; readonly error: unknown }

export interface MissingImage {
  readonly kind: 'missing'
  readonly job: ImageJob
  readonly found: Found
  readonly tree: ManifestTree
  readonly referrers: readonly Referrer[]
  /** Bytes of the image, whatever the target has of them. */
  readonly size: number
  readonly missingBlobs: readonly Descriptor[]
  /** Blobs of the image that the target's repository has. */
  readonly presentBlobs: readonly Descriptor[]
  /** Blobs of signatures and the like that it lacks. */
  readonly missingReferrerBlobs: readonly Descriptor[]
  readonly warnings: readonly string[]
}

export interface SurveyOptions {
  readonly presence: ExistenceCheck
  readonly includeReferrers: boolean
  /** Called for a repository that does not exist, once there is something to put into it. */
  readonly prepareRepository: ((repository: string) => Promise<void>) | undefined
}

/** The tag that an image gets when an immutable repository holds its own tag for another digest. */
export const fallbackTag = ({ tag, digest }: ImageJob): string =>
  `${tag.slice(0, 115)}-${digest.slice(digest.indexOf(':') + 1).slice(0, 12)}`

/** Asks target and sources what there is to do; an image whose survey fails does not stop the others. */
export async function planCopies(jobs: readonly ImageJob[], options: SurveyOptions): Promise<CopyPlan[]> {
  const asked = await settleEach(jobs, (job) => findImage(job, options))
  const absent = asked.filter((survey) => survey.kind === 'absent')
  const hub = absent.find(({ job }) => job.source.name === 'docker.io')?.job
  // A HEAD costs nothing of Docker Hub's budget and tells what is left of it, before the first manifest is pulled.
  await hub?.source.headManifest(hub.repository, hub.digest).catch(() => undefined)
  const tooFewForRoots = hub && shortage(hub.source, ofSource(absent, hub.source).length)
  const rooted = await settleEach(absent, async ({ job, found }): Promise<Rooted> => {
    if (tooFewForRoots && job.source === hub.source) throw tooFewForRoots
    return { kind: 'rooted', job, found, root: await fetchRoot(job) }
  })
  const roots = rooted.filter((survey) => survey.kind === 'rooted')
  const children = hub && ofSource(roots, hub.source).flatMap(({ root }) => root.manifests).length
  const tooFewForChildren = hub && shortage(hub.source, children ?? 0)
  const grown = await settleEach(roots, async (image) => {
    if (tooFewForChildren && image.job.source === hub.source) throw tooFewForChildren
    return surveyMissing(image, options)
  })
  const known = [...asked, ...rooted, ...grown].filter(isSurvey)
  return jobs.flatMap((job) => known.filter((survey) => survey.job === job))
}

interface Absent {
  readonly kind: 'absent'
  readonly job: ImageJob
  readonly found: Found
}

interface Rooted {
  readonly kind: 'rooted'
  readonly job: ImageJob
  readonly found: Found
  readonly root: Manifest
}

function isSurvey(value: CopyPlan | Absent | Rooted): value is CopyPlan {
  return value.kind === 'present' || value.kind === 'missing' || value.kind === 'failed'
}

function ofSource<T extends { readonly job: ImageJob }>(items: readonly T[], source: Registry): T[] {
  return items.filter(({ job }) => job.source === source)
}

type Failed = Extract<CopyPlan, { kind: 'failed' }>

async function settleEach<T extends ImageJob | { readonly job: ImageJob }, R>(
  items: readonly T[],
  step: (item: T) => Promise<R>,
): Promise<(R | Failed)[]> {
  return Promise.all(
    items.map((item) =>
      step(item).catch((error: unknown): Failed => ({
        kind: 'failed',
        job: 'job' in item ? item.job : item,
        error,
      })),
    ),
  )
}

async function findImage(job: ImageJob, options: SurveyOptions): Promise<CopyPlan | Absent> {
  const { tag, digest, targetRepository: repository } = job
  const fallback = fallbackTag(job)
  const found = await options.presence.image({ repository, tag, fallbackTag: fallback, digest })
  const at = found.tag === digest ? tag : found.fallbackTag === digest ? fallback : undefined
  // Signatures may be younger than the image: only the source knows of them.
  if (at !== undefined && !options.includeReferrers) return { kind: 'present', job, tag: at }
  return { kind: 'absent', job, found }
}

/** @throws HttpError; an image that is not there is said to be so, with what its tag stands for now */
async function fetchRoot({ source, repository, tag, digest }: ImageJob): Promise<Manifest> {
  try {
    return await fetchManifest(source, repository, digest)
  } catch (error) {
    if (!(error instanceof HttpError) || error.status !== 404) throw error
    const now = await source.headManifest(repository, tag).catch(() => undefined)
    const instead =
      now?.digest === undefined ? `no tag ${tag} either` : `the tag ${tag} stands for ${now.digest}`
    const message = `there is no ${source.name}/${repository}@${digest}, and ${instead}; correct the source in images.yaml`
    throw new HttpError({ ...error.facts, message }, { cause: error })
  }
}

async function surveyMissing({ job, found, root }: Rooted, options: SurveyOptions): Promise<MissingImage> {
  const { source, repository, platform, targetRepository } = job
  if (platform !== undefined) await checkPlatform({ registry: source, repository, platform }, root)
  const tree = await fetchManifestTree(source, repository, root)
  if (!found.repositoryExists) await options.prepareRepository?.(targetRepository)
  const warnings: string[] = []
  const referrers = options.includeReferrers ? await findReferrers(source, repository, tree).catch(warn) : []
  const blobs = blobsOf(tree)
  const referrerBlobs = uniqueBlobs(referrers).filter(({ digest }) =>
    blobs.every((blob) => blob.digest !== digest),
  )
  // No registry takes a manifest before all that it names is there.
  const unknown = found.hasDigest ? referrerBlobs : [...blobs, ...referrerBlobs]
  const known = found.hasDigest ? blobs.map(({ digest }) => digest) : []
  const asked = found.repositoryExists && unknown.length > 0
  const answered = asked
    ? await options.presence.blobs(
        targetRepository,
        unknown.map(({ digest }) => digest),
      )
    : []
  const held = new Set([...known, ...answered])
  return {
    kind: 'missing',
    job,
    found,
    tree,
    referrers,
    size: sizeOf(tree),
    missingBlobs: blobs.filter(({ digest }) => !held.has(digest)),
    presentBlobs: blobs.filter(({ digest }) => held.has(digest)),
    missingReferrerBlobs: referrerBlobs.filter(({ digest }) => !held.has(digest)),
    warnings,
  }

  function warn(error: unknown): Referrer[] {
    warnings.push(`${job.name}: its signatures and attestations could not be listed: ${errorMessage(error)}`)
    return []
  }
}

function uniqueBlobs(referrers: readonly Referrer[]): Descriptor[] {
  const blobs = referrers.flatMap(({ tree }) => blobsOf(tree))
  return [...new Map(blobs.map((blob) => [blob.digest, blob])).values()]
}
