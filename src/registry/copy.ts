import type { Registry } from './client'
import type { Descriptor } from './manifest'
import type { Limiter } from '../http/limiter'
import { copyReferrers, type ReferrerCounts } from './copy-referrers'
import { withSource } from './fetch-manifest'
import { isUnknownContent } from './push-manifest'
import { ManifestPusher, type PushTarget } from './push-tree'
import { type MountSource, planMounts } from './blob-mounts'
import { fallbackTag, type MissingImage } from './copy-plan'
import { download, upload } from './blobs'
import { mount } from './upload-session'
import { HttpError } from '../http/error'
import { errorMessage } from '../text/sanitize'
import type { FailureReason } from '../text/failure-reason'

export interface CopyOptions {
  readonly target: Registry
  readonly limiter: Limiter
  readonly canMountBlobs: boolean
  /** Negative when a blob restarts. */
  readonly onBytes: (name: string, bytes: number) => void
}

export interface CopiedImage {
  readonly tag: string
  readonly sentBytes: number
  readonly mountedBytes: number
  /** Undefined if they were not requested. */
  readonly referrers: ReferrerCounts | undefined
  readonly warnings: readonly string[]
}

/** The tag was not written; the message is the first cause. */
export class CopyFailed extends Error {
  override readonly name = 'CopyFailed'
  readonly reason: FailureReason = 'copy-failed'
}

/**
 * Copies images concurrently.
 *
 * @returns one promise per image; one rejection does not stop the others
 */
export function copyImages(images: readonly MissingImage[], options: CopyOptions): Promise<CopiedImage>[] {
  const mountPlans = options.canMountBlobs ? planMounts(images) : []
  return images.map((image, index) => {
    const plan = mountPlans[index]
    return new ImageCopy(image, options).run(plan?.sources ?? new Map()).finally(plan?.done)
  })
}

/** Order: blobs, child manifests by digest, index by digest, tag. */
class ImageCopy {
  private sentBytes = 0
  private mountedBytes = 0
  private readonly warnings: string[] = []
  private failed = false
  private readonly pushTarget: PushTarget
  private readonly pusher: ManifestPusher

  constructor(
    private readonly image: MissingImage,
    private readonly options: CopyOptions,
  ) {
    this.pushTarget = {
      registry: options.target,
      repository: image.job.targetRepository,
      copyBlob: (blob) => options.limiter.run(blob.size, () => this.transfer(blob, undefined)),
    }
    this.pusher = new ManifestPusher(this.pushTarget)
  }

  async run(sources: ReadonlyMap<string, MountSource>): Promise<CopiedImage> {
    const { job, tree, found, missingBlobs } = this.image
    await this.copyBlobs(missingBlobs, sources)
    if (!found.hasDigest) await this.pusher.pushTree(tree)
    const tag = await this.writeTag()
    const { problems, ...referrers } = await copyReferrers(this.image, this.pusher, this.pushTarget)
    this.warnings.push(...problems.map((problem) => `${job.name}: signatures and attestations: ${problem}`))
    const { sentBytes, mountedBytes, warnings } = this
    const counts = this.image.includesReferrers ? referrers : undefined
    return { tag, sentBytes, mountedBytes, referrers: counts, warnings }
  }

  private async copyBlobs(
    blobs: readonly Descriptor[],
    sources: ReadonlyMap<string, MountSource>,
  ): Promise<void> {
    const results = await Promise.allSettled(
      blobs.map(async (blob) => {
        const source = sources.get(blob.digest)
        await source?.ready
        await this.options.limiter.run(blob.size, () => this.copyBlob(blob, source?.repository))
      }),
    )
    const failure = results.find((result) => result.status === 'rejected')
    if (failure === undefined) return
    const cause: unknown = failure.reason
    throw new CopyFailed(errorMessage(cause), { cause })
  }

  private async copyBlob(blob: Descriptor, from: string | undefined): Promise<void> {
    if (this.failed) return
    try {
      await this.transfer(blob, from)
    } catch (error) {
      this.failed = true
      throw error
    }
  }

  private async transfer(blob: Descriptor, from: string | undefined): Promise<void> {
    const { job } = this.image
    const target = { registry: this.options.target, repository: job.targetRepository, blob }
    // Without a mount the bytes are uploaded.
    const session = from === undefined ? undefined : await mount(target, from).catch(() => undefined)
    if (session === 'mounted') {
      this.mountedBytes += blob.size
      this.options.onBytes(job.name, blob.size)
      return
    }
    const source = `${job.source.name}/${job.repository}`
    await withSource(source, upload(target, this.countedDownload(blob), session))
    this.sentBytes += blob.size
  }

  /** Each call restarts download and progress. */
  private countedDownload(blob: Descriptor): () => AsyncGenerator<Buffer> {
    const { job } = this.image
    const { onBytes } = this.options
    const from = { registry: job.source, repository: job.repository, blob }
    let counted = 0
    return async function* () {
      onBytes(job.name, -counted)
      counted = 0
      for await (const chunk of download(from)) {
        counted += chunk.length
        onBytes(job.name, chunk.length)
        yield chunk
      }
    }
  }

  private async writeTag(): Promise<string> {
    const { job, tree, found } = this.image
    if (found.tag === job.digest) return job.tag
    try {
      await this.pusher.push(job.tag, tree)
      return job.tag
    } catch (error) {
      if (!isImmutable(error, found.tag)) throw error
    }
    const fallback = fallbackTag(job)
    if (found.fallbackTag !== job.digest) await this.pusher.push(fallback, tree)
    this.warnings.push(
      `${job.name}: tagged ${fallback} instead of ${job.tag}, because the tag ${job.tag} is immutable in ` +
        `${job.targetRepository} and refers to ${found.tag ?? 'another digest'}. Deployments by digest are not affected`,
    )
    return fallback
  }
}

/**
 * ECR rejects even the same digest (https://github.com/aws/containers-roadmap/issues/2179). Each registry has its own
 * words; the manifest was accepted by digest, so a refusal of a tag that exists is about the tag.
 */
function isImmutable(error: unknown, current: string | undefined): boolean {
  if (!(error instanceof HttpError)) return false
  const { status = 0, codes, details } = error
  if (codes.some((code) => IMMUTABLE_TAG.test(code)) || /immutab/i.test(details.message)) return true
  // IAM's words.
  if (/not authorized to perform/i.test(details.message)) return false
  return current !== undefined && REFUSED_TAG_STATUSES.includes(status) && !isUnknownContent(error)
}

const IMMUTABLE_TAG = /^(?:TAG_INVALID|IMAGE_?TAG_?ALREADY_?EXISTS(?:EXCEPTION)?)$/i

/** Artifactory 403, ACR 405, GitLab 403, Harbor 412, Nexus 400, zot and others 409. */
const REFUSED_TAG_STATUSES = [400, 403, 405, 409, 412, 422, 423]
