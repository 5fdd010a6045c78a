import { findDeclined } from '../../github/update-pull-request'
import type { Note } from '../../report/refresh'
import { codeSpan } from '../../text/markdown'
import type { Destination } from './destination'
import type { FoundUpdate, ImageCheck } from './found-update'
import { isSameRelease } from './upstream'

/** Notes are about the other updates. */
export interface Selection {
  readonly selected: readonly FoundUpdate[]
  readonly notes: readonly Note[]
}

export type CheckedImage = Pick<ImageCheck, 'image'> & { readonly update?: FoundUpdate | undefined }

export const versionKey = ({ image, tag, digest }: FoundUpdate): string => `${image.name}:${tag}@${digest}`

/**
 * Holds back an update until all images of its source repository have it: web and worker of different versions are
 * incompatible.
 */
export function holdBackPartialGroups(checks: readonly CheckedImage[]): Selection {
  const found = checks.flatMap(({ update }) => update ?? [])
  return selectUnless(found, (update) => {
    const behind = checks.filter(
      (other) => isSameRelease(other.image, update) && other.update?.tag !== update.tag,
    )
    if (behind.length === 0) return undefined
    const names = behind.map(({ image }) => `**${image.name}**`).join(', ')
    return `**${update.image.name}** waits for ${names}: images of one release are updated together, and ${names} cannot be updated to ${codeSpan(update.tag)} yet.`
  })
}

/**
 * Drops the versions of pull requests that were closed without a merge.
 *
 * @throws GitHubError
 */
export async function dropDeclined(
  { selected: found, notes }: Selection,
  { github, base }: Pick<Destination, 'github' | 'base'>,
  branches: readonly string[],
): Promise<Selection> {
  if (found.length === 0) return { selected: found, notes }
  const declined = await findDeclined(github, { base, branches })
  const remaining = selectUnless(found, (update) => {
    const pull = declined.get(versionKey(update))
    return (
      pull &&
      `**${update.image.name}** ${codeSpan(update.tag)} was proposed in [#${pull.number}](${pull.url}), which was closed without a merge, so it is not proposed again. To update anyway, reopen that pull request or edit the file by hand.`
    )
  })
  return { selected: remaining.selected, notes: [...notes, ...remaining.notes] }
}

function selectUnless(
  found: readonly FoundUpdate[],
  objectionTo: (update: FoundUpdate) => string | undefined,
): Selection {
  const judged = found.map((update) => ({ update, objection: objectionTo(update) }))
  return {
    selected: judged.filter(({ objection }) => objection === undefined).map(({ update }) => update),
    notes: judged.flatMap(({ objection: text }) => (text === undefined ? [] : [{ severity: 'info', text }])),
  }
}

/**
 * Returns whether an update needs no review: an upgrade of proven age that its publisher did not withhold, that has all
 * platforms, and that was not reverted before.
 *
 * @param committed keys of earlier commits
 */
export function isSafeToCommit(update: FoundUpdate, committed: ReadonlySet<string>): boolean {
  const isUpgrade = update.kind === 'newer' || update.kind === 'moved'
  const isWhole = update.missingPlatforms.length === 0
  const isConfirmed = update.evidence.kind !== 'unconfirmed'
  return isUpgrade && isWhole && isConfirmed && hasProvenAge(update) && !committed.has(versionKey(update))
}

/**
 * An image chooses its own date. Proof is the release of a known publisher, whose age was checked, or an earlier proposal
 * of the same digest.
 */
function hasProvenAge({ evidence, ageMs, minAgeMs, seenForMs, isReplaced }: FoundUpdate): boolean {
  if (minAgeMs === 0) return true
  const hasReleaseDate = evidence.kind === 'confirmed' && evidence.publishedMs !== undefined
  if (hasReleaseDate && isReplaced !== true) return ageMs !== undefined
  return seenForMs !== undefined && seenForMs >= minAgeMs
}
