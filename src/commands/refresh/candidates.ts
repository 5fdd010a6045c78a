import type { PinnedImage } from '../../images/images-yaml'
import { findNewerLines, type NewerLine } from '../../images/newer-lines'
import {
  candidateVersions,
  type Follow,
  InvalidFollow,
  isInRange,
  parseFollow,
  parseImageVersion,
} from '../../images/version'
import { listTags } from '../../registry/list-tags'
import type { ImageCheckRuntime } from './found-update'
import { findReleaseState } from './release-check'

/** Tags of an image, newest first. */
export interface CandidateTags {
  readonly newest: string | undefined
  readonly eligible: readonly string[]
  /** Of the eligible ones, those that are released to fix a security problem. */
  readonly security: ReadonlySet<string>
  /** By the date of their release, which costs no pull. */
  readonly tooNew: readonly { readonly tag: string; readonly ageMs: number }[]
  readonly notReleased: readonly { readonly tag: string; readonly problem: string }[]
  readonly ignored: readonly string[]
  readonly newerLines: readonly NewerLine[]
}

/**
 * Lists the tags within `follow`.
 *
 * @throws InvalidFollow, HttpError
 */
export async function listCandidates(
  image: PinnedImage,
  runtime: ImageCheckRuntime & { readonly follow: string },
): Promise<CandidateTags> {
  const follow = parseFollow(runtime.follow)
  const { tags, newerLines } = await listFollowed(image, follow, runtime)
  const [newest] = tags
  const ignored = tags.filter((tag) => tag !== image.tag && isIgnored(image, tag))
  const wanted = tags.filter((tag) => !ignored.includes(tag))
  return {
    newest: wanted[0] ?? newest,
    ignored,
    newerLines,
    ...(await splitByRelease(wanted, image, runtime)),
  }
}

async function listFollowed(
  image: PinnedImage,
  follow: Follow,
  { registry }: ImageCheckRuntime,
): Promise<{ readonly tags: readonly string[]; readonly newerLines: readonly NewerLine[] }> {
  if (follow.kind === 'tag') return { tags: [follow.tag], newerLines: [] }
  const all = await listTags(registry, image.repository)
  const tags = candidateVersions(all, { pinned: image.tag, range: follow.numbers })
  if (tags.length > 0) return { tags, newerLines: findNewerLines(all, { image, follow, candidates: tags }) }
  throw new InvalidFollow(
    `follow: ${image.registry}/${image.repository} has no version within '${image.follow ?? ''}'`,
  )
}

async function splitByRelease(
  tags: readonly string[],
  image: PinnedImage,
  { history, nowMs, minAgeMs }: ImageCheckRuntime,
): Promise<Pick<CandidateTags, 'eligible' | 'security' | 'tooNew' | 'notReleased'>> {
  const eligible: string[] = []
  const security = new Set<string>()
  const tooNew: { tag: string; ageMs: number }[] = []
  const notReleased: { tag: string; problem: string }[] = []
  // Without a newer tag, no release has to be read.
  if (tags.every((tag) => tag === image.tag)) return { eligible: tags, security, tooNew, notReleased }
  for (const tag of tags) {
    const state = await findReleaseState(image, tag, history)
    const ageMs =
      state.kind === 'released' && state.publishedMs !== undefined ? nowMs - state.publishedMs : undefined
    const isSecurity = state.kind === 'released' && state.isSecurity
    if (isSecurity) security.add(tag)
    if (tag !== image.tag && state.kind === 'not-released') notReleased.push({ tag, problem: state.problem })
    else if (tag !== image.tag && ageMs !== undefined && ageMs < minAgeMs && !isSecurity)
      tooNew.push({ tag, ageMs })
    else eligible.push(tag)
  }
  return { eligible, security, tooNew, notReleased }
}

/** `ignore` names tags, and versions as prefixes. */
function isIgnored({ ignore = [] }: PinnedImage, tag: string): boolean {
  const numbers = parseImageVersion(tag)?.numbers ?? []
  return ignore.some((entry) => {
    const version = parseImageVersion(entry)
    return (
      entry === tag || (version !== undefined && version.suffix === '' && isInRange(numbers, version.numbers))
    )
  })
}
