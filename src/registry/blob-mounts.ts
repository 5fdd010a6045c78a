import type { MissingImage } from './copy-plan'

/** A repository of the target that has a blob, or will have it. */
export interface MountSource {
  readonly repository: string
  /** Settles once a manifest there names the blob, before which ECR will not mount it, or never will. */
  readonly settled: Promise<unknown>
}

/** Where an image finds its missing blobs, by digest, and how it tells the others that it is done. */
export interface MountPlan {
  readonly holders: ReadonlyMap<string, MountSource>
  readonly settle: () => void
}

/**
 * Decides which image sends a blob that several need: the first of them; the others mount it from there.
 * Nobody waits for a later one, so nobody waits for ever.
 *
 * @returns one share an image, in the order of the images
 */
export function planMounts(images: readonly MissingImage[]): MountPlan[] {
  const known = heldAlready(images)
  return images.map(({ job, missingBlobs }) => {
    let settle = (): void => undefined
    const settled = new Promise<void>((resolve) => (settle = resolve))
    const digests = missingBlobs.map(({ digest }) => digest)
    const holders = new Map([...known].filter(([digest]) => digests.includes(digest)))
    for (const digest of digests) {
      if (!known.has(digest)) known.set(digest, { repository: job.targetRepository, settled })
    }
    return { holders, settle }
  })
}

function heldAlready(images: readonly MissingImage[]): Map<string, MountSource> {
  const settled = Promise.resolve()
  const held = images.flatMap(({ job, presentBlobs }) =>
    presentBlobs.map(({ digest }) => [digest, { repository: job.targetRepository, settled }] as const),
  )
  return new Map(held)
}
