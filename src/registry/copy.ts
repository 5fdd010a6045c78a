import type { Registry } from './client'
import type { Descriptor, Manifest } from './manifest'
import type { Limiter } from '../http/limiter'
import { putManifest } from './push-manifest'
import { listAtTarget } from './referrers'
import { type MountSource, planMounts } from './blob-mounts'
import { fallbackTag, type MissingImage } from './copy-plan'
import { download, mount, upload } from './blobs'
import type { ManifestTree } from './manifest-tree'
import { HttpError } from '../http/error'
import { errorMessage } from '../text/sanitize'

export interface CopyOptions {
  readonly target: Registry
  readonly pool: Limiter
  /** Whether the target mounts blobs across repositories; one that does not is sent each layer at once. */
  readonly mounts: boolean
  /** Bytes of an image that arrived, as they do. */
  readonly onBytes: (name: string, bytes: number) => void
}

/** What became of one image. */
export interface Copied {
  /** The tag it has in the target, its own or the fallback. */
  readonly tag: string
  readonly sentBytes: number
  readonly mountedBytes: number
  readonly warnings: readonly string[]
}

/** An image that did not land, with the first reason; the tag was not written. */
export class CopyFailed extends Error {
  override readonly name = 'CopyFailed'
}

/** Copies images at the same time through one pool of blobs. @returns a promise an image; one that fails does not stop the others */
export function copyImages(images: readonly MissingImage[], options: CopyOptions): Promise<Copied>[] {
  const shares = options.mounts ? planMounts(images) : []
  return images.map((image, index) => {
    const share = shares[index]
    return new ImageCopy(image, options).run(share?.holders ?? new Map()).finally(share?.settle)
  })
}

/** Blobs, then child manifests by digest, then the index by digest, the tag last. */
class ImageCopy {
  private sentBytes = 0
  private mountedBytes = 0
  private readonly warnings: string[]
  private failed = false

  constructor(
    private readonly image: MissingImage,
    private readonly options: CopyOptions,
  ) {
    this.warnings = [...image.warnings]
  }

  async run(holders: ReadonlyMap<string, MountSource>): Promise<Copied> {
    const { job, tree, found, missingBlobs } = this.image
    await this.bringAll(missingBlobs, holders)
    if (!found.hasDigest) await this.putTree(tree)
    const tag = await this.writeTag()
    await this.bringReferrers().catch((error: unknown) => {
      this.warnings.push(
        `${job.name}: its signatures and attestations could not all be copied: ${errorMessage(error)}`,
      )
    })
    return { tag, sentBytes: this.sentBytes, mountedBytes: this.mountedBytes, warnings: this.warnings }
  }

  private async bringAll(
    blobs: readonly Descriptor[],
    holders: ReadonlyMap<string, MountSource>,
  ): Promise<void> {
    const brought = await Promise.allSettled(
      blobs.map(async (blob) => {
        const holder = holders.get(blob.digest)
        await holder?.settled
        await this.options.pool.run(blob.size, () => this.bring(blob, holder?.repository))
      }),
    )
    const failure = brought.find((result) => result.status === 'rejected')
    if (failure === undefined) return
    const reason: unknown = failure.reason
    throw new CopyFailed(errorMessage(reason), { cause: reason })
  }

  private async bring(blob: Descriptor, from: string | undefined): Promise<void> {
    // The image cannot land any more: what has not begun need not.
    if (this.failed) return
    const { job } = this.image
    const target = { registry: this.options.target, repository: job.targetRepository, blob }
    try {
      // A registry that will not mount is simply sent the bytes.
      const session = from === undefined ? undefined : await mount(target, from).catch(() => undefined)
      if (session === 'mounted') {
        this.mountedBytes += blob.size
        this.options.onBytes(job.name, blob.size)
        return
      }
      await upload(target, this.countedDownload(blob), session)
      this.sentBytes += blob.size
    } catch (error) {
      this.failed = true
      throw error
    }
  }

  /** A download that tells how far it is, and takes that back when it begins again. */
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

  /** Children first: a registry refuses an index whose manifests it does not hold yet. */
  private async putTree({ manifest, children }: ManifestTree): Promise<void> {
    await Promise.all(children.map((child) => this.putTree(child)))
    await this.put(manifest.digest, manifest)
  }

  private put(reference: string, manifest: Manifest): Promise<void> {
    return putManifest(this.options.target, {
      repository: this.image.job.targetRepository,
      reference,
      manifest,
    })
  }

  private async writeTag(): Promise<string> {
    const { job, tree, found } = this.image
    if (found.tag === job.digest) return job.tag
    try {
      await this.put(job.tag, tree.manifest)
      return job.tag
    } catch (error) {
      if (!isImmutable(error)) throw error
    }
    const other = fallbackTag(job)
    if (found.fallbackTag !== job.digest) await this.put(other, tree.manifest)
    this.warnings.push(
      `${job.name}: the tag ${job.tag} is immutable in ${job.targetRepository} and stands for ${found.tag ?? 'another digest'}; ` +
        `it was left alone and the image got the tag ${other} as well. Deploy by digest and nothing is wrong`,
    )
    return other
  }

  private async bringReferrers(): Promise<void> {
    const { job, referrers, missingReferrerBlobs } = this.image
    await this.bringAll(missingReferrerBlobs, new Map())
    for (const { tree, tag } of referrers) {
      await this.putTree(tree)
      if (tag !== undefined) await this.put(tag, tree.manifest)
    }
    const speaking = referrers.map(({ tree }) => tree.manifest).filter(({ subject }) => subject !== undefined)
    const subjects = new Set(speaking.map(({ subject }) => subject?.digest ?? ''))
    for (const subject of subjects) {
      const about = speaking.filter((manifest) => manifest.subject?.digest === subject)
      const list = await listAtTarget(this.options.target, job.targetRepository, {
        subject,
        referrers: about,
      })
      if (list !== undefined) await this.put(list.tag, list.index)
    }
  }
}

/** ECR refuses a tag that exists, even for the same digest (https://github.com/aws/containers-roadmap/issues/2179). */
function isImmutable(error: unknown): boolean {
  if (!(error instanceof HttpError)) return false
  return error.codes.includes('TAG_INVALID') || /immutable/i.test(error.facts.message)
}
