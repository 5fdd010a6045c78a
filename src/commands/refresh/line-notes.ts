import type { PinnedImage } from '../../images/images-yaml'
import type { NewerLine } from '../../images/newer-lines'
import { describeEnd, findSupport, SUPPORT_TABLE_DATE } from '../../images/support'
import type { Note } from '../../report/refresh'
import { codeSpan } from '../../text/markdown'

/** Returns notes on newer lines and on the end of support of the pinned line. */
export function lineNotes(
  image: PinnedImage,
  newerLines: readonly NewerLine[],
  { nowMs }: { readonly nowMs: number },
): Note[] {
  return [...supportNotes(image, nowMs), ...newerLines.map((line) => newerLineNote(image, line))]
}

function supportNotes(image: PinnedImage, nowMs: number): Note[] {
  const support = findSupport(image)
  const state = describeEnd(support, nowMs)
  if (support === undefined || state === undefined) return []
  const next = `Choose a newer line: set ${codeSpan('follow')} in images.yaml`
  const text = `**${image.name} ${codeSpan(support.line)} ${state}** (as of ${SUPPORT_TABLE_DATE}). ${next}.`
  return [{ severity: 'warning', text }]
}

function newerLineNote({ name, tag, follow = '' }: PinnedImage, { tag: newer, reason }: NewerLine): Note {
  const text =
    reason === 'outside-follow'
      ? `**${name}** ${codeSpan(newer)} is outside of ${codeSpan(`follow: '${follow}'`)}.`
      : `**${name}** ${codeSpan(newer)} is newer than ${codeSpan(tag)}, but its name differs in more than the version, so it is not proposed.`
  return { severity: 'notice', text }
}
