import { hasPullLimit, pullLimitErrors, type RateLimited } from './pull-limit'
import type { Registry } from './client'
import { fetchManifest, findDigest } from './fetch-manifest'
import type { Descriptor, Manifest } from './manifest'
import type { ExistenceCheck, References, TargetState } from './existence-check'
import { findReferrers, type FoundReferrers, type Referrer } from './referrers'
import { blobsOf, checkPlatform, fetchManifestTree, sizeOf, type ManifestTree } from './manifest-tree'
import { HttpError } from '../http/error'
import { startingTransfers } from './transfer-limit'

export interface ImageJob {
  readonly name: string
  readonly source: Registry
  readonly repository: string
  readonly tag: string
  readonly digest: string
  /** `os/architecture[/variant]` of a platform's manifest. */
  readonly platform: string | undefined
  readonly targetRepository: string
}

export type CopyPlan =
  | { readonly kind: 'present'; readonly job: ImageJob; readonly tag: string }
  | MissingImage
  | { readonly kind: 'failed'; readonly job: ImageJob; readonly error: unknown }

export interface MissingImage {
  readonly kind: 'missing'
  readonly job: ImageJob
  readonly found: TargetState
  readonly tree: ManifestTree
  readonly includesReferrers: boolean
  readonly missingReferrers: readonly Referrer[]
  readonly presentReferrers: readonly Referrer[]
  /** Referrers and lists that could not be read. */
  readonly referrerProblems: readonly string[]
  /** Bytes of the whole image. */
  readonly size: number
  readonly missingBlobs: readonly Descriptor[]
  readonly presentBlobs: readonly Descriptor[]
  readonly missingReferrerBlobs: readonly Descriptor[]
}

export interface CopyPlanOptions {
  readonly target: Registry
  readonly existence: ExistenceCheck
  readonly includeReferrers: boolean
  /** Of blobs; undefined for a limit by their sizes. */
  readonly concurrency: number | undefined
  /** Called for a missing repository after the source was found. */
  readonly prepareRepository: ((repository: string) => Promise<void>) | undefined
}

/** Connections for uploads before their number is known. */
const EARLY_UPLOADS = 16

/** Tag for an image whose own tag is immutable and taken. */
export const fallbackTag = ({ tag, digest }: ImageJob): string =>
  `${tag.slice(0, 115)}-${digest.slice(digest.indexOf(':') + 1).slice(0, 12)}`

/**
 * Determines which manifests and blobs the target lacks.
 *
 * @returns one plan per job; a failure is a plan of kind 'failed'
 */
export async function planCopies(jobs: readonly ImageJob[], options: CopyPlanOptions): Promise<CopyPlan[]> {
  const searched = await settleEach(jobs, (job) => findImage(job, options))
  const absent = searched.filter((image) => image.kind === 'absent')
  await readPullLimits(absent.map(({ job }) => job))
  const rootErrors = pullLimitErrors(absent.map(({ job }) => ({ ...job, pulls: 1 })))
  const resolving = await settleEach(absent, async ({ job, found }, index): Promise<ResolvedImage> => {
    throwIfLimited(rootErrors[index])
    return { kind: 'resolved', job, found, root: await fetchRoot(job) }
  })
  const resolved = resolving.filter((image) => image.kind === 'resolved')
  const childErrors = pullLimitErrors(
    resolved.map(({ job, root }) => ({ ...job, pulls: root.manifests.length })),
  )
  const missing = await settleEach(resolved, async (image, index) => {
    throwIfLimited(childErrors[index])
    return planMissingImage(image, options)
  })
  const plans = [...searched, ...resolving, ...missing].filter(isCopyPlan)
  return jobs.flatMap((job) => plans.filter((plan) => plan.job === job))
}

/** HEAD reports the remaining pulls of a repository without counting as one. */
async function readPullLimits(jobs: readonly ImageJob[]): Promise<void> {
  const limited = jobs.filter(({ source }) => hasPullLimit(source))
  const byRepository = new Map(limited.map((job) => [job.repository, job]))
  const read = ({ source, repository, digest }: ImageJob): Promise<unknown> =>
    source.headManifest(repository, digest).catch(() => undefined)
  await Promise.all([...byRepository.values()].map(read))
}

function throwIfLimited(error: RateLimited | undefined): void {
  if (error !== undefined) throw error
}

interface AbsentImage {
  readonly kind: 'absent'
  readonly job: ImageJob
  readonly found: TargetState
}

interface ResolvedImage {
  readonly kind: 'resolved'
  readonly job: ImageJob
  readonly found: TargetState
  readonly root: Manifest
}

function isCopyPlan(value: CopyPlan | AbsentImage | ResolvedImage): value is CopyPlan {
  return value.kind === 'present' || value.kind === 'missing' || value.kind === 'failed'
}

type FailedPlan = Extract<CopyPlan, { kind: 'failed' }>

async function settleEach<T extends ImageJob | { readonly job: ImageJob }, R>(
  items: readonly T[],
  step: (item: T, index: number) => Promise<R>,
): Promise<(R | FailedPlan)[]> {
  return Promise.all(
    items.map((item, index) =>
      step(item, index).catch((error: unknown): FailedPlan => ({
        kind: 'failed',
        job: 'job' in item ? item.job : item,
        error,
      })),
    ),
  )
}

async function findImage(job: ImageJob, options: CopyPlanOptions): Promise<CopyPlan | AbsentImage> {
  const { tag, digest, targetRepository: repository } = job
  const fallback = fallbackTag(job)
  const found = await options.existence.findImage({ repository, tag, fallbackTag: fallback, digest })
  const present = found.tag === digest ? tag : found.fallbackTag === digest ? fallback : undefined
  // Signatures may be newer than the copy.
  if (present !== undefined && !options.includeReferrers) return { kind: 'present', job, tag: present }
  // Opened while the source answers.
  const { target, concurrency = EARLY_UPLOADS } = options
  if (!found.hasDigest) target.prepare({ other: Math.min(EARLY_UPLOADS, concurrency) })
  return { kind: 'absent', job, found }
}

async function fetchRoot({ source, repository, tag, digest }: ImageJob): Promise<Manifest> {
  try {
    return await fetchManifest(source, repository, digest)
  } catch (error) {
    if (!(error instanceof HttpError) || error.status !== 404) throw error
    const tagged = await findDigest(source, repository, tag).catch(() => undefined)
    const current =
      tagged === undefined ? `the tag ${tag} does not exist either` : `the tag ${tag} refers to ${tagged}`
    const message = `${source.name}/${repository}@${digest} does not exist, and ${current}; correct the source in images.yaml`
    throw new HttpError({ ...error.details, message }, { cause: error })
  }
}

async function planMissingImage(
  { job, found, root }: ResolvedImage,
  options: CopyPlanOptions,
): Promise<MissingImage> {
  const { source, repository, platform, targetRepository } = job
  if (platform !== undefined) await checkPlatform({ registry: source, repository, platform }, root)
  const tree = await fetchManifestTree(source, repository, root)
  if (!found.hasDigest) prepareTransfers(source, tree, options)
  if (!found.repositoryExists) await options.prepareRepository?.(targetRepository)
  const search = options.includeReferrers ? await findReferrers(source, repository, tree) : NO_REFERRERS
  const { missing: missingReferrers, present: presentReferrers } = await splitReferrers(
    search.referrers,
    found.repositoryExists
      ? (references) => options.existence.findReferences(targetRepository, references)
      : undefined,
  )
  const blobs = blobsOf(tree)
  const referrerBlobs = uniqueBlobs(missingReferrers).filter(({ digest }) =>
    blobs.every((blob) => blob.digest !== digest),
  )
  // Registries reject manifests whose blobs are missing.
  const known = found.hasDigest ? blobs.map(({ digest }) => digest) : []
  const unknown = [...(found.hasDigest ? [] : blobs), ...referrerBlobs].map(({ digest }) => digest)
  const isSearched = found.repositoryExists && unknown.length > 0
  const foundBlobs = isSearched ? await options.existence.findBlobs(targetRepository, unknown) : []
  const present = new Set([...known, ...foundBlobs])
  return {
    kind: 'missing',
    job,
    found,
    tree,
    includesReferrers: options.includeReferrers,
    missingReferrers,
    presentReferrers,
    referrerProblems: search.problems,
    size: sizeOf(tree),
    missingBlobs: blobs.filter(({ digest }) => !present.has(digest)),
    presentBlobs: blobs.filter(({ digest }) => present.has(digest)),
    missingReferrerBlobs: referrerBlobs.filter(({ digest }) => !present.has(digest)),
  }
}

/** Opens connections while the target is asked for the blobs. */
function prepareTransfers(
  source: Registry,
  tree: ManifestTree,
  { target, concurrency }: CopyPlanOptions,
): void {
  const count = startingTransfers(
    blobsOf(tree).map(({ size }) => size),
    concurrency,
  )
  source.prepare({ bulk: count })
  target.prepare({ other: count })
}

const NO_REFERRERS: FoundReferrers = { referrers: [], problems: [] }

async function splitReferrers(
  referrers: readonly Referrer[],
  find: ((references: References) => Promise<ReadonlyMap<string, string>>) | undefined,
): Promise<{ missing: Referrer[]; present: Referrer[] }> {
  if (find === undefined || referrers.length === 0) return { missing: [...referrers], present: [] }
  const tags = referrers.flatMap(({ tag }) => tag ?? [])
  const digests = referrers.flatMap(({ tag, tree }) => (tag === undefined ? [tree.manifest.digest] : []))
  const found = await find({ tags, digests })
  const isPresent = ({ tag, tree: { manifest } }: Referrer): boolean =>
    found.get(tag ?? manifest.digest) === manifest.digest
  return {
    missing: referrers.filter((referrer) => !isPresent(referrer)),
    present: referrers.filter(isPresent),
  }
}

function uniqueBlobs(referrers: readonly Referrer[]): Descriptor[] {
  const blobs = referrers.flatMap(({ tree }) => blobsOf(tree))
  return [...new Map(blobs.map((blob) => [blob.digest, blob])).values()]
}
