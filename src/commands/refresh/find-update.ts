import type { PinnedImage } from '../../images/images-yaml'
import { isDowngrade, parseFollow, parseImageVersion } from '../../images/version'
import type { Registry } from '../../registry/client'
import { type ImageDetails, UnusableImage } from '../../registry/inspect-image'
import { codeSpan } from '../../text/markdown'
import { type CandidateTags, listCandidates } from './candidates'
import type { FoundUpdate, ImageCheck, ImageCheckRuntime } from './found-update'
import { dropTooNew, ImageReader } from './image-reader'
import { lineNotes } from './line-notes'
import { SkippedVersions } from './note'
import { checkVersion } from './version-check'

/** Each costs pulls, which Docker Hub limits. */
const MAX_UNUSABLE_VERSIONS = 12

/**
 * Finds the newest version within `follow` that its publisher released, that is old enough and complete, and that has the
 * stack's platforms. A version without a release is returned if there is no other.
 *
 * @throws InvalidFollow, HttpError, RateLimited, DockerConfigError
 */
export async function findUpdate(image: PinnedImage, given: ImageCheckRuntime): Promise<ImageCheck> {
  const runtime = { ...given, minAgeMs: image.minAgeMs ?? given.minAgeMs }
  const { name, follow } = image
  if (follow === undefined) {
    const text = `**${name}** stays at ${codeSpan(image.tag)}: it has no ${codeSpan('follow')}.`
    return { image, update: undefined, notes: [{ severity: 'info', text }, ...lineNotes(image, [], runtime)] }
  }
  const tags = await listCandidates(image, { follow, ...runtime })
  const skipped = new SkippedVersions(name)
  for (const ignored of tags.ignored)
    skipped.add('info', `**${name}** ${codeSpan(ignored)} is in ${codeSpan('ignore')}.`)
  const update = (await isPinned(image, tags.newest, runtime.registry))
    ? undefined
    : await findAmong(tags, { image, skipped, runtime })
  const notes = [...skipped.notes(runtime.minAgeMs), ...lineNotes(image, tags.newerLines, runtime)]
  return { image, update, notes }
}

/** A HEAD request does not count as a pull. */
async function isPinned(image: PinnedImage, tag: string | undefined, registry: Registry): Promise<boolean> {
  if (tag !== image.tag || image.platform !== undefined) return false
  return (await registry.headManifest(image.repository, tag)).digest === image.digest
}

interface Search {
  readonly image: PinnedImage
  readonly skipped: SkippedVersions
  readonly runtime: ImageCheckRuntime
}

async function findAmong(tags: CandidateTags, search: Search): Promise<FoundUpdate | undefined> {
  const { image, skipped, runtime } = search
  const reader = new ImageReader(image, runtime.registry)
  const pinned = await reader.readPinned()
  for (const { tag, ageMs } of tags.tooNew) skipped.addTooNew(tag, ageMs)
  const eligible = await dropTooNew(tags.eligible, { reader, skipped, runtime, security: tags.security })
  const confirmed = await firstUsable(eligible, { ...search, reader, pinned })
  if (confirmed === undefined)
    return firstUsable(
      tags.notReleased.map(({ tag }) => tag),
      { ...search, reader, pinned },
    )
  for (const { tag, problem } of tags.notReleased)
    if (isDowngrade(tag, confirmed.tag)) skipped.addUnconfirmed(tag, problem)
  return confirmed
}

interface UsableSearch extends Search {
  readonly reader: ImageReader
  readonly pinned: ImageDetails | undefined
}

async function firstUsable(
  tags: readonly string[],
  { image, skipped, runtime, reader, pinned }: UsableSearch,
): Promise<FoundUpdate | undefined> {
  let unusable = 0
  for (const tag of tags) {
    if (unusable >= MAX_UNUSABLE_VERSIONS || !reader.mayRead(tag)) {
      const text = `**${image.name}** ${codeSpan(tag)} and older versions were not checked, because ${reader.limitReason(unusable)}.`
      skipped.add('warning', text)
      return undefined
    }
    try {
      const found = await reader.read(tag)
      if (tag === image.tag && found.digest === image.digest) return undefined
      const checked = await checkVersion(tag, { image, found, pinned, runtime })
      if (checked.kind === 'too-new') {
        skipped.addTooNew(tag, checked.ageMs)
        continue
      }
      const { update } = checked
      if (update.signature.kind === 'unknown') skipped.addUnknownSignature(tag, update.signature.reason)
      if (checked.hasSkippedAge)
        skipped.add(
          'notice',
          `**${image.name}** ${codeSpan(tag)} is a security release, so ${codeSpan('min-age')} does not apply.`,
        )
      return { ...update, kind: updateKind(image, tag, wasCreatedBefore(found, pinned)) }
    } catch (error) {
      if (!(error instanceof UnusableImage)) throw error
      unusable += 1
      skipped.addUnusable(tag, error.message)
    }
  }
  return undefined
}

function updateKind(
  { tag: from, follow }: PinnedImage,
  to: string,
  isOlderBuild: boolean,
): FoundUpdate['kind'] {
  const isFloating = (follow !== undefined && parseFollow(follow).kind === 'tag') || from === follow
  if (from === to && !isFloating) return 'retagged'
  const areVersions = parseImageVersion(from) !== undefined && parseImageVersion(to) !== undefined
  if (areVersions ? isDowngrade(from, to) : isOlderBuild) return 'older'
  return isFloating ? 'moved' : 'newer'
}

const wasCreatedBefore = (found: ImageDetails, pinned: ImageDetails | undefined): boolean =>
  found.createdMs !== undefined && pinned?.createdMs !== undefined && found.createdMs < pinned.createdMs
