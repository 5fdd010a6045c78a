import { HttpError } from '../http/error'
import { retry } from '../http/retry'
import { isDigest } from '../text/image-reference'
import { pushScope, type Registry, UNKNOWN_STATUSES } from './client'
import { type Descriptor, isForeign } from './manifest'
import type { ManifestTree } from './manifest-tree'
import { putManifest, unknownContentRetry } from './push-manifest'

export interface PushTarget {
  readonly registry: Registry
  readonly repository: string
  readonly copyBlob: (blob: Descriptor) => Promise<void>
}

/** Another push of the same content at the same time; of a tag, an immutable tag. */
const isConflict = (error: unknown, reference: string): boolean =>
  error instanceof HttpError && error.status === 409 && isDigest(reference)

/** Pushes the manifests of an image, each digest once. */
export class ManifestPusher {
  private readonly pushed = new Map<string, Promise<void>>()

  constructor(private readonly target: PushTarget) {}

  /** Children first: registries reject an index whose manifests are missing. */
  pushTree(tree: ManifestTree): Promise<void> {
    const { digest } = tree.manifest
    const pushing = this.pushed.get(digest) ?? this.pushChildrenFirst(tree)
    this.pushed.set(digest, pushing)
    return pushing
  }

  /**
   * Pushes a manifest. If the registry does not know its blobs or children, they are looked up, uploaded again where
   * they are missing, and the push is repeated for some seconds.
   *
   * @throws HttpError, CorruptContent
   */
  async push(reference: string, tree: ManifestTree): Promise<void> {
    const { registry, repository } = this.target
    await retry(
      async (attempt) => {
        if (attempt > 1) await this.restoreContent(tree)
        await putManifest(registry, { repository, reference, manifest: tree.manifest })
      },
      unknownContentRetry(registry, (error) => isConflict(error, reference)),
    )
  }

  private async pushChildrenFirst(tree: ManifestTree): Promise<void> {
    await Promise.all(tree.children.map((child) => this.pushTree(child)))
    await this.push(tree.manifest.digest, tree)
  }

  private async restoreContent({ manifest, children }: ManifestTree): Promise<void> {
    const { registry, repository, copyBlob } = this.target
    const blobs = manifest.blobs.filter((blob) => !isForeign(blob))
    const restoreBlob = async (blob: Descriptor): Promise<void> => {
      if (!(await registry.hasBlob(repository, blob.digest))) await copyBlob(blob)
    }
    const restoreChild = async (child: ManifestTree): Promise<void> => {
      const { digest } = child.manifest
      const options = { scope: pushScope(repository), unknown: UNKNOWN_STATUSES }
      if ((await registry.headManifest(repository, digest, options)).exists === true) return
      await this.restoreContent(child)
      await putManifest(registry, { repository, reference: digest, manifest: child.manifest })
    }
    await Promise.all([...blobs.map(restoreBlob), ...children.map(restoreChild)])
  }
}
