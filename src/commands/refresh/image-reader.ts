import type { PinnedImage } from '../../images/images-yaml'
import type { Registry } from '../../registry/client'
import { type ImageDetails, inspectImage, UnusableImage } from '../../registry/inspect-image'
import type { SkippedVersions } from './note'
import { createdAgeMs } from './version-check'

/** Left for the mirror that follows. */
const MIN_PULLS_LEFT = 20

/** Reads each version of an image once, because Docker Hub limits pulls. */
export class ImageReader {
  private readonly details = new Map<string, Promise<ImageDetails>>()

  constructor(
    readonly image: PinnedImage,
    private readonly registry: Registry,
  ) {}

  /** @returns undefined if the registry no longer has it */
  async readPinned(): Promise<ImageDetails | undefined> {
    try {
      return await this.read(this.image.digest)
    } catch (error) {
      if (error instanceof UnusableImage) return undefined
      throw error
    }
  }

  /** @throws UnusableImage, HttpError */
  async read(reference: string): Promise<ImageDetails> {
    const { repository, platform } = this.image
    const reading =
      this.details.get(reference) ??
      inspectImage({ registry: this.registry, repository, reference, platform })
    this.details.set(reference, reading)
    return reading
  }

  /** Reports whether a version can be read without using up the remaining pulls. The first one always can. */
  mayRead(tag: string): boolean {
    const left = this.registry.pullsLeft(this.image.repository)?.count
    const isFirst = [...this.details.keys()].every((reference) => reference === this.image.digest)
    return isFirst || this.details.has(tag) || left === undefined || left >= MIN_PULLS_LEFT
  }

  /** @param unusable versions that cannot be used */
  limitReason(unusable: number): string {
    const left = this.registry.pullsLeft(this.image.repository)?.count
    return left !== undefined && left < MIN_PULLS_LEFT
      ? `${this.registry.name} allows ${left} more pulls`
      : `${unusable} newer versions cannot be used`
  }
}

interface AgeSearch {
  readonly reader: ImageReader
  readonly skipped: SkippedVersions
  readonly runtime: { readonly nowMs: number; readonly minAgeMs: number }
  /** Tags without a minimum age. */
  readonly security: ReadonlySet<string>
}

/**
 * Drops the newest tags that are too new. Newer versions are younger, so a few reads are enough.
 *
 * @param tags newest first
 */
export async function dropTooNew(tags: readonly string[], search: AgeSearch): Promise<readonly string[]> {
  let last = -1
  let next = 0
  while (next < tags.length && (await isTooNew(tags[next], search))) {
    last = next
    next = next * 2 + 1
  }
  let first = Math.min(next, tags.length)
  while (first - last > 1) {
    const middle = Math.floor((first + last) / 2)
    if (await isTooNew(tags[middle], search)) last = middle
    else first = middle
  }
  return tags.slice(first)
}

async function isTooNew(tag: string | undefined, search: AgeSearch): Promise<boolean> {
  const { reader, skipped, runtime, security } = search
  const { minAgeMs } = runtime
  if (tag === undefined || tag === reader.image.tag || security.has(tag)) return false
  if (minAgeMs === 0 || !reader.mayRead(tag)) return false
  try {
    const ageMs = createdAgeMs(await reader.read(tag), runtime.nowMs)
    if (ageMs === undefined || ageMs >= minAgeMs) return false
    skipped.addTooNew(tag, ageMs)
    return true
  } catch (error) {
    if (error instanceof UnusableImage) return false
    throw error
  }
}
