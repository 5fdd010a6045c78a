import { plural } from '../text/markdown'
import type { Section } from './fit'

export interface ListOptions {
  /** Markdown around the list. */
  readonly before?: string
  readonly after?: string
  readonly share: number
  /** Singular. */
  readonly noun: string
}

/** Returns a section that counts omitted lines. */
export function listSection(lines: readonly string[], options: ListOptions): Section {
  const { before = '', after = '', share, noun } = options
  return {
    open: before,
    items: lines.map((line) => ({ text: () => line })),
    separator: '\n',
    close: after,
    share,
    describeOmitted: ({ length }) => `… and ${plural(length, `more ${noun}`)}.`,
  }
}

/** Joins names: `a, b and c`. */
export function joinNames(names: readonly string[]): string {
  const last = names.at(-1) ?? ''
  return names.length < 2 ? last : `${names.slice(0, -1).join(', ')} and ${last}`
}
