import { hasPullLimit, pullLimitErrors, type RateLimited } from './pull-limit'
import type { Registry } from './client'
import { fetchManifest, findDigest } from './fetch-manifest'
import type { Descriptor, Manifest } from './manifest'
import { type ExistenceCheck, findPresentBlobs, recheckImage, type TargetState } from './existence-check'
import { blobsOf, checkPlatform, fetchManifestTree, sizeOf, type ManifestTree } from './manifest-tree'
import { NO_REFERRERS, planReferrers, type ReferrerPlan } from './plan-referrers'
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

export interface MissingImage extends ReferrerPlan {
  readonly kind: 'missing'
  readonly job: ImageJob
  readonly found: TargetState
  readonly tree: ManifestTree
  readonly includesReferrers: boolean
  /** Bytes of the whole image. */
  readonly size: number
  readonly missingBlobs: readonly Descriptor[]
  readonly presentBlobs: readonly Descriptor[]
}

export interface CopyPlanOptions {
  readonly target: Registry
  readonly existence: ExistenceCheck
  readonly includeReferrers: boolean
  /** Whether an image that the target has is looked at completely. */
  readonly isForced: boolean
  /** Of blobs; undefined for a limit by their sizes. */
  readonly concurrency: number | undefined
  /** Called for a missing repository after the source was found. */
  readonly prepareRepository: ((repository: string) => Promise<void>) | undefined
  /** Called if several images are absent, because the copies will need the answer. */
  readonly canMountBlobs: () => Promise<boolean>
}

/** Connections for uploads before their number is known. */
const EARLY_UPLOADS = 32

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
  // An error is left to the copies.
  if (absent.length > 1) options.canMountBlobs().catch(() => undefined)
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
  const isTrusted = !options.includeReferrers && !options.isForced
  if (present !== undefined && isTrusted) return { kind: 'present', job, tag: present }
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
  { job, found: reported, root }: ResolvedImage,
  options: CopyPlanOptions,
): Promise<MissingImage> {
  const { source, repository, platform, targetRepository } = job
  const { existence, isForced, includeReferrers } = options
  const checking =
    platform === undefined ? undefined : checkPlatform({ registry: source, repository, platform }, root)
  // Refused before its manifests are pulled.
  if (root.manifests.length > 0) await checking
  const tree = await fetchManifestTree(source, repository, root)
  if (!reported.hasDigest) prepareTransfers(source, tree, options)
  const prepareTarget = async (): Promise<void> => {
    await checking
    if (!reported.repositoryExists) await options.prepareRepository?.(targetRepository)
  }
  const blobs = blobsOf(tree)
  const blobSearch = { existence, repository: targetRepository, repositoryExists: reported.repositoryExists }
  // All at once: none needs the answers of another one.
  const [found, present, referrers] = await Promise.all([
    isForced ? recheckImage(existence, reported, { repository: targetRepository, tree }) : reported,
    // Registries reject manifests whose blobs are missing, so those of an image that exists are there.
    reported.hasDigest && !isForced ? digestsOf(blobs) : findPresentBlobs(blobs, blobSearch),
    includeReferrers ? planReferrers({ source, repository, tree }, blobSearch) : NO_REFERRERS,
    prepareTarget(),
  ])
  return {
    kind: 'missing',
    job,
    found,
    tree,
    includesReferrers: includeReferrers,
    ...referrers,
    size: sizeOf(tree),
    missingBlobs: blobs.filter(({ digest }) => !present.has(digest)),
    presentBlobs: blobs.filter(({ digest }) => present.has(digest)),
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

const digestsOf = (blobs: readonly Descriptor[]): ReadonlySet<string> =>
  new Set(blobs.map(({ digest }) => digest))
