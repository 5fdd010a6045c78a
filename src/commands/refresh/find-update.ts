import { formatAge } from '../../text/format'
import type { Registry } from '../../registry/client'
import { checkComplete, inspectImage, type ImageDetails, UnusableImage } from '../../registry/inspect-image'
import type { PinnedImage } from '../../images/images-yaml'
import { listTags } from '../../registry/list-tags'
import { InvalidFollow, isDowngrade, parseFollow, parseVersion, versionsToTry } from '../../images/version'
import { code } from '../../text/markdown'

/** The version that an image is to move to. */
export interface NewerImage extends Pick<ImageDetails, 'digest' | 'size' | 'source'> {
  readonly image: PinnedImage
  readonly tag: string
  readonly kind: 'newer' | 'older' | 'retagged' | 'moved'
  /** Undefined when neither image nor release says. */
  readonly ageMs: number | undefined
  /** Undefined when the registry has the old one no more. */
  readonly oldSize: number | undefined
}

export interface ImageCheck {
  readonly image: PinnedImage
  readonly newer: NewerImage | undefined
  /** What was passed over and why: Markdown, a sentence each. */
  readonly remarks: readonly string[]
}

export interface ImageCheckRuntime {
  readonly registry: Registry
  readonly nowMs: number
  readonly minAgeMs: number
  /** When a version was released, where its image does not say. @param source as the image names it */
  readonly releasedMs: (
    image: PinnedImage,
    tag: string,
    source: string | undefined,
  ) => Promise<number | undefined>
}

/** Each costs pulls, of which Docker Hub gives few; what is newer by more has had its chance. */
const MOST_TRIED = 12

/** Finds the newest version that an image may move to: within `follow`, old enough, complete, for the same platforms. */
export async function findUpdate(image: PinnedImage, runtime: ImageCheckRuntime): Promise<ImageCheck> {
  const { name, follow } = image
  if (follow === undefined) {
    const remark = `**${name}** stays at ${code(image.tag)}: it has no ${code('follow')}.`
    return { image, newer: undefined, remarks: [remark] }
  }
  const tags = await tagsToTry(image, follow, runtime.registry)
  if (await isPinned(image, tags[0], runtime.registry)) return { image, newer: undefined, remarks: [] }
  const old = await examineOld(image, runtime.registry)
  const passed = new Passed(image, runtime.minAgeMs)
  for (const tag of tags.slice(0, MOST_TRIED)) {
    const found = await tryTag(tag, { image, old, passed, runtime })
    if (found === 'pinned') break
    if (found !== undefined) return { image, newer: found, remarks: passed.remarks }
  }
  return { image, newer: undefined, remarks: passed.remarks }
}

async function tagsToTry(image: PinnedImage, text: string, registry: Registry): Promise<string[]> {
  const follow = parseFollow(text)
  if (follow.kind === 'tag') return [follow.tag]
  const { repository, tag: pinned } = image
  const tags = versionsToTry(await listTags(registry, repository), { pinned, range: follow.numbers })
  if (tags.length > 0) return tags
  throw new InvalidFollow(`follow: ${image.registry}/${repository} has no version within '${text}'`)
}

/** The usual case, at no cost to Docker Hub's budget. */
async function isPinned(image: PinnedImage, tag: string | undefined, registry: Registry): Promise<boolean> {
  if (tag !== image.tag || image.platform !== undefined) return false
  return (await registry.headManifest(image.repository, tag)).digest === image.digest
}

async function examineOld(image: PinnedImage, registry: Registry): Promise<ImageDetails | undefined> {
  const { repository, digest: reference, platform } = image
  try {
    return await inspectImage({ registry, repository, reference, platform })
  } catch (error) {
    if (error instanceof UnusableImage) return undefined
    throw error
  }
}

interface Trial {
  readonly image: PinnedImage
  readonly old: ImageDetails | undefined
  readonly passed: Passed
  readonly runtime: ImageCheckRuntime
}

async function tryTag(tag: string, trial: Trial): Promise<NewerImage | 'pinned' | undefined> {
  const { image, old, passed, runtime } = trial
  const { registry, nowMs, minAgeMs } = runtime
  const { repository, platform } = image
  try {
    const found = await inspectImage({ registry, repository, reference: tag, platform })
    if (tag === image.tag && found.digest === image.digest) return 'pinned'
    const lost = (old?.platforms ?? []).filter((one) => !found.platforms.includes(one))
    if (lost.length > 0) throw new UnusableImage(`has no ${lost.join(' and no ')}`)
    const createdMs = found.createdMs ?? (await runtime.releasedMs(image, tag, found.source))
    const ageMs = createdMs === undefined ? undefined : nowMs - createdMs
    if (ageMs !== undefined && ageMs < minAgeMs) {
      passed.wait(tag, ageMs)
      return undefined
    }
    await checkComplete(registry, repository, found)
    const { digest, size, source } = found
    const isBack = olderThan(found, old)
    return { image, tag, digest, kind: kindOf(image, tag, isBack), ageMs, size, source, oldSize: old?.size }
  } catch (error) {
    if (!(error instanceof UnusableImage)) throw error
    passed.refuse(tag, error.message)
    return undefined
  }
}

/** @param isBuiltBefore whether the image is older than the pinned one, as far as both say */
function kindOf({ tag: from, follow }: PinnedImage, to: string, isBuiltBefore: boolean): NewerImage['kind'] {
  const isMoving = (follow !== undefined && parseFollow(follow).kind === 'tag') || from === follow
  if (from === to && !isMoving) return 'retagged'
  const areVersions = parseVersion(from) !== undefined && parseVersion(to) !== undefined
  if (areVersions ? isDowngrade(from, to) : isBuiltBefore) return 'older'
  return isMoving ? 'moved' : 'newer'
}

const olderThan = (found: ImageDetails, old: ImageDetails | undefined): boolean =>
  found.createdMs !== undefined && old?.createdMs !== undefined && found.createdMs < old.createdMs

/** What was not taken, in few sentences. */
class Passed {
  private readonly waiting: string[] = []
  private readonly refused: string[] = []

  constructor(
    private readonly image: PinnedImage,
    private readonly minAgeMs: number,
  ) {}

  wait(tag: string, ageMs: number): void {
    this.waiting.push(`${code(tag)} (${formatAge(ageMs)})`)
  }

  refuse(tag: string, why: string): void {
    this.refused.push(`**${this.image.name}** ${code(tag)} is passed over: ${code(why)}.`)
  }

  get remarks(): string[] {
    const { name } = this.image
    const waits = `**${name}** waits for ${this.waiting.join(', ')} to be ${formatAge(this.minAgeMs)} old.`
    return [...(this.waiting.length > 0 ? [waits] : []), ...this.refused]
  }
}
