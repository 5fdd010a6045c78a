import type { ChangeKind } from '../plan/action'

/** Shown whole or omitted. */
export interface Item {
  readonly kind?: ChangeKind
  /** Without secrets. */
  readonly address?: string
  readonly text: () => string
}

/** A part of a report that may be cut. */
export interface Section {
  readonly open: string
  readonly items: readonly Item[]
  readonly separator: '\n' | '\n\n'
  readonly close: string
  /** Maximum share of the text, from 0 to 1. */
  readonly share: number
  /** Share of the section's bytes that `describeOmitted` may use in addition to the reserved ones. */
  readonly noticeShare?: number
  readonly describeOmitted: (items: readonly Item[], maxBytes: number) => string
}

/** Reserved for the result of `describeOmitted`. */
const OMITTED_NOTICE_BYTES = 600
const SEPARATOR_BYTES = 2
/** Items after this many misses in a row are not rendered, to save time. */
const MAX_CONSECUTIVE_MISSES = 40

const byteLength = (text: string): number => Buffer.byteLength(text)

/**
 * Joins texts and sections with blank lines, and omits items beyond the limit.
 *
 * @param maxBytes of UTF-8
 */
export function fitSections(parts: readonly (string | Section)[], maxBytes: number): string {
  const sections = parts.filter((part) => typeof part !== 'string').filter(({ items }) => items.length > 0)
  const fixed = parts.map((part) => (typeof part === 'string' ? byteLength(part) + SEPARATOR_BYTES : 0))
  const reserved = sections.map(
    ({ open, close }) => byteLength(open) + byteLength(close) + OMITTED_NOTICE_BYTES,
  )
  let free = maxBytes - [...fixed, ...reserved].reduce((sum, bytes) => sum + bytes, 0)
  const filled = new Map<Section, FilledSection>()
  const refill = (section: Section, maxSectionBytes: number): void => {
    const available = free + (filled.get(section)?.bytes ?? 0)
    const result = fillSection(section, Math.min(available, maxSectionBytes))
    free = available - result.bytes
    filled.set(section, result)
  }
  // Otherwise hundreds of resources would leave no space for one output.
  const smallFirst = sections.toSorted((a, b) => a.share - b.share)
  for (const section of smallFirst) refill(section, section.share * maxBytes)
  for (const section of smallFirst) if (filled.get(section)?.isCut === true) refill(section, maxBytes)
  return parts
    .map((part) => (typeof part === 'string' ? part : (filled.get(part)?.text ?? '')))
    .filter((text) => text !== '')
    .join('\n\n')
}

interface FilledSection {
  readonly text: string
  /** Size of the shown items. */
  readonly bytes: number
  readonly isCut: boolean
}

function fillSection(section: Section, maxBytes: number): FilledSection {
  const whole = fillWithin(section, maxBytes, 0)
  const { noticeShare = 0, items } = section
  if (!whole.isCut || noticeShare === 0) return whole
  // The rest is for the texts around the list.
  const needed = byteLength(section.describeOmitted(items, Infinity)) - OMITTED_NOTICE_BYTES / 3
  const noticeBytes = Math.min(needed, Math.floor(noticeShare * maxBytes))
  return noticeBytes > 0 ? fillWithin(section, maxBytes - noticeBytes, noticeBytes) : whole
}

function fillWithin(section: Section, maxBytes: number, noticeBytes: number): FilledSection {
  const { open, close, separator, items } = section
  const [shown, omitted]: [string[], Item[]] = [[], []]
  let bytes = 0
  let misses = 0
  for (const item of items) {
    const text = misses < MAX_CONSECUTIVE_MISSES ? item.text() : ''
    const cost = byteLength(text) + separator.length
    if (misses < MAX_CONSECUTIVE_MISSES && bytes + cost <= maxBytes) {
      misses = 0
      bytes += cost
      shown.push(text)
    } else {
      misses++
      omitted.push(item)
    }
  }
  const body = [open, ...shown, close].filter((text) => text !== '').join(separator)
  const notice =
    omitted.length > 0 ? section.describeOmitted(omitted, OMITTED_NOTICE_BYTES + noticeBytes) : ''
  const text = [shown.length > 0 ? body : '', notice].filter((piece) => piece !== '').join('\n\n')
  return { text, bytes: bytes + noticeBytes, isCut: omitted.length > 0 }
}
