import type { OpenPull } from '../../github/update-pull-request'
import { sourceRepository } from '../../github/releases'
import type { PinnedImage } from '../../images/images-yaml'
import type { ImageCheck, NewerImage } from './find-update'
import { code } from '../../text/markdown'

/** What is taken, and of what is not, why: Markdown, a sentence each. */
export interface Choice {
  readonly taken: readonly NewerImage[]
  readonly remarks: readonly string[]
}

/** An image that was looked at, or could not be. */
export type Look = Pick<ImageCheck, 'image'> & { readonly newer?: NewerImage | undefined }

/** Names a version of an image, whatever it replaces. */
export const versionName = ({ image, tag, digest }: NewerImage): string => `${image.name}:${tag}@${digest}`

/** Images of one upstream that are at one version stay at one: web and worker of two versions do not fit. */
export function holdBackPartialGroups(looks: readonly Look[]): Choice {
  const found = looks.flatMap(({ newer }) => newer ?? [])
  return choose(found, (newer) => {
    const behind = looks.filter((other) => areTogether(other.image, newer) && other.newer?.tag !== newer.tag)
    if (behind.length === 0) return undefined
    const names = behind.map(({ image }) => `**${image.name}**`).join(', ')
    return `**${newer.image.name}** waits: ${names}, made together with it, cannot go to ${code(newer.tag)} yet.`
  })
}

function areTogether(other: PinnedImage, { image, source: label }: NewerImage): boolean {
  const [ours, theirs] = [
    sourceRepository(image.repository, label),
    sourceRepository(other.repository, label),
  ]
  const isOfOne =
    other.registry === image.registry && other.repository.split('/')[0] === image.repository.split('/')[0]
  return (
    isOfOne &&
    other.tag === image.tag &&
    ours !== undefined &&
    `${ours.owner}/${ours.repo}` === `${theirs?.owner ?? ''}/${theirs?.repo ?? ''}`
  )
}

/** @param declined by {@link versionName} */
export function dropDeclined(found: readonly NewerImage[], declined: ReadonlyMap<string, OpenPull>): Choice {
  return choose(found, (newer) => {
    const pull = declined.get(versionName(newer))
    return (
      pull &&
      `**${newer.image.name}** ${code(newer.tag)} was proposed in [#${pull.number}](${pull.url}), which was closed without being merged, so it is not proposed again. If it is wanted after all, write it into the file by hand, or reopen that one.`
    )
  })
}

function choose(found: readonly NewerImage[], objection: (newer: NewerImage) => string | undefined): Choice {
  const judged = found.map((newer) => ({ newer, remark: objection(newer) }))
  return {
    taken: judged.filter(({ remark }) => remark === undefined).map(({ newer }) => newer),
    remarks: judged.flatMap(({ remark }) => remark ?? []),
  }
}

/**
 * Whether nobody has to look first: it goes forward, stands for what it always stood for, is known to be old enough,
 * and was not taken in and back before.
 *
 * @param before versions that were committed, by {@link versionName}
 */
export function isSafeToCommit(
  newer: NewerImage,
  { minAgeMs, before }: { readonly minAgeMs: number; readonly before: ReadonlySet<string> },
): boolean {
  const goesOn = newer.kind === 'newer' || newer.kind === 'moved'
  return goesOn && (newer.ageMs !== undefined || minAgeMs === 0) && !before.has(versionName(newer))
}
