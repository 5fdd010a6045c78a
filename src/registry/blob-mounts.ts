import type { MissingImage } from './copy-plan'

export interface MountSource {
  readonly repository: string
  /** Settles after the copy; ECR mounts only blobs that a manifest references. */
  readonly ready: Promise<unknown>
}

export interface MountPlan {
  /** By blob digest. */
  readonly sources: ReadonlyMap<string, MountSource>
  readonly done: () => void
}

/**
 * The first image that needs a blob uploads it; later images mount it from there.
 * Images wait only for earlier ones, so there is no deadlock.
 *
 * @returns one plan per image
 */
export function planMounts(images: readonly MissingImage[]): MountPlan[] {
  const known = presentBlobSources(images)
  return images.map(({ job, missingBlobs }) => {
    let done = (): void => undefined
    const ready = new Promise<void>((resolve) => (done = resolve))
    const digests = missingBlobs.map(({ digest }) => digest)
    const sources = new Map([...known].filter(([digest]) => digests.includes(digest)))
    for (const digest of digests) {
      if (!known.has(digest)) known.set(digest, { repository: job.targetRepository, ready })
    }
    return { sources, done }
  })
}

function presentBlobSources(images: readonly MissingImage[]): Map<string, MountSource> {
  const ready = Promise.resolve()
  const sources = images.flatMap(({ job, presentBlobs }) =>
    presentBlobs.map(({ digest }) => [digest, { repository: job.targetRepository, ready }] as const),
  )
  return new Map(sources)
}
