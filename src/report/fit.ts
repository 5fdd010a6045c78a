import type { ChangeKind } from '../plan/action'

/** One piece of a section, which is shown whole or not at all. */
export interface Item {
  /** What happens to the resource, when it is one. */
  readonly kind?: ChangeKind
  readonly text: () => string
}

/** A part of a comment that may be too long for it. */
export interface Section {
  readonly open: string
  readonly items: readonly Item[]
  readonly separator: '\n' | '\n\n'
  readonly close: string
  /** The share of the whole that it may take; 1 for the one that takes what the others leave. */
  readonly share: number
  /** What to say of the items for which there is no room. */
  readonly leftOut: (items: readonly Item[]) => string
}

/** Room for what sections say of the items that they left out. */
const LEFT_OUT_BYTES = 600
const SEPARATOR = 2
/** When so many in a row did not fit, the next will not either, and each costs time. */
const MOST_MISSES = 40

/** UTF-8 has at least as many bytes as JavaScript has characters, so this bounds both. */
const size = (text: string): number => Buffer.byteLength(text)

/** Sets text and sections below one another, in no more bytes than given, with whole items only. */
export function fit(parts: readonly (string | Section)[], limit: number): string {
  const sections = parts.filter((part) => typeof part !== 'string').filter(({ items }) => items.length > 0)
  const fixed = parts.map((part) => (typeof part === 'string' ? size(part) + SEPARATOR : 0))
  const reserved = sections.map(({ open, close }) => size(open) + size(close) + LEFT_OUT_BYTES)
  let room = limit - [...fixed, ...reserved].reduce((sum, bytes) => sum + bytes, 0)
  const filled = new Map<Section, Filled>()
  const refill = (section: Section, most: number): void => {
    const mine = room + (filled.get(section)?.bytes ?? 0)
    const now = fill(section, Math.min(mine, most))
    room = mine - now.bytes
    filled.set(section, now)
  }
  // The small ones first: else three hundred resources would leave no room for one output.
  const smallFirst = sections.toSorted((a, b) => a.share - b.share)
  for (const section of smallFirst) refill(section, section.share * limit)
  for (const section of smallFirst) if (filled.get(section)?.isCut === true) refill(section, limit)
  return parts
    .map((part) => (typeof part === 'string' ? part : (filled.get(part)?.text ?? '')))
    .filter((text) => text !== '')
    .join('\n\n')
}

interface Filled {
  readonly text: string
  /** Of the items that are shown. */
  readonly bytes: number
  readonly isCut: boolean
}

function fill(section: Section, room: number): Filled {
  const { open, close, separator, items } = section
  const [shown, left]: [string[], Item[]] = [[], []]
  let bytes = 0
  let misses = 0
  for (const item of items) {
    const text = misses < MOST_MISSES ? item.text() : ''
    const cost = size(text) + separator.length
    if (misses < MOST_MISSES && bytes + cost <= room) {
      misses = 0
      bytes += cost
      shown.push(text)
    } else {
      misses++
      left.push(item)
    }
  }
  const body = [open, ...shown, close].filter((text) => text !== '').join(separator)
  const pieces = [shown.length > 0 ? body : '', left.length > 0 ? section.leftOut(left) : '']
  return { text: pieces.filter((text) => text !== '').join('\n\n'), bytes, isCut: left.length > 0 }
}
