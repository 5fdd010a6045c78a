import { commentLine, type DiffLine, diffLine, type Label, LIST_ITEM_LABEL, NO_LABEL } from './line'
import { type ChangedItem, identifyingAttributes, type ItemChange, matchItems } from './match-items'
import { align, type Step } from './lcs'
import { ABSENT, type DisplayEntries, type DisplayValue, equalsDisplay, isEmpty } from './display-value'
import { plural, excerpt } from '../../text/markdown'
import { brackets, summarize, type ValueWriter } from './value-writer'

const MAX_CHANGE_WIDTH = 100
const CONTEXT_SIZE = 2
const HIDDEN_DIFFERENCE = 'only hidden parts differ'

export interface ValuePair {
  readonly before: DisplayValue
  readonly after: DisplayValue
}

interface EntryOptions {
  readonly depth: number
  /** Attributes that tell which element of a list changes, shown first. */
  readonly identity: readonly string[]
}

/** Writes the difference of two values. */
export class Differ {
  constructor(private readonly writer: ValueWriter) {}

  diff(pair: ValuePair, depth: number, label: Label): DiffLine[] {
    const { before, after } = pair
    if (equalsDisplay(before, after)) return []
    if (before.kind === 'absent') return this.writer.write(after, { prefix: '+', depth, label })
    if (after.kind === 'absent') return this.writer.write(before, { prefix: '-', depth, label })
    const inside = this.inside(pair, depth + 1)
    if (inside === undefined) return this.replaced(pair, depth, label)
    const { open, close } = brackets(after)
    return [
      diffLine(' ', depth, `${label.text}${open}${label.suffix.replace(/^,/, '')}`),
      ...inside,
      diffLine(' ', depth, `${close}${label.suffix.startsWith(',') ? ',' : ''}`),
    ]
  }

  private entries(
    before: DisplayEntries,
    after: DisplayEntries,
    { depth, identity }: EntryOptions,
  ): DiffLine[] {
    const names = [...new Set([...before.keys(), ...after.keys()])].sort()
    const pairs = names.map((name) => ({
      name,
      before: before.get(name) ?? ABSENT,
      after: after.get(name) ?? ABSENT,
    }))
    const isSame = (pair: ValuePair): boolean => equalsDisplay(pair.before, pair.after)
    const shown = [
      ...pairs.filter(({ name }) => identity.includes(name)),
      ...pairs.filter((pair) => !identity.includes(pair.name) && !isSame(pair)),
    ]
    const labels = this.writer.labels(shown.map(({ name }) => name))
    const lines = shown.flatMap((pair) => {
      const label = labels.get(pair.name) ?? NO_LABEL
      return isSame(pair)
        ? this.writer.write(pair.after, { prefix: ' ', depth, label })
        : this.diff(pair, depth, label)
    })
    const unchanged = pairs.filter(
      (pair) => isSame(pair) && !identity.includes(pair.name) && !isEmpty(pair.after),
    ).length
    return unchanged === 0 ? lines : [...lines, commentLine(depth, plural(unchanged, 'unchanged attribute'))]
  }

  /** @returns undefined for values of different kinds */
  private inside({ before, after }: ValuePair, depth: number): DiffLine[] | undefined {
    if (before.kind === 'object' && after.kind === 'object') {
      return before.isJson === after.isJson
        ? this.entries(before.entries, after.entries, { depth, identity: [] })
        : undefined
    }
    if (before.kind === 'list' && after.kind === 'list') {
      return before.isJson === after.isJson ? this.items(before.items, after.items, depth) : undefined
    }
    if (before.kind !== 'lines' || after.kind !== 'lines') return undefined
    const steps = align(before.lines, after.lines, (a, b) => a === b)
    if (steps.every(({ kind }) => kind === 'keep')) return [commentLine(depth, HIDDEN_DIFFERENCE)]
    return textLines(steps, depth)
  }

  private replaced({ before, after }: ValuePair, depth: number, label: Label): DiffLine[] {
    if (before.kind === 'sensitive' && after.kind === 'sensitive') {
      return [diffLine('!', depth, `${label.text}(sensitive)${label.suffix}`)]
    }
    const from = after.kind === 'unknown' ? summarize(before, this.writer) : this.writer.inline(before)
    const to = this.writer.inline(after)
    if (from !== undefined && to !== undefined && from.length + to.length <= MAX_CHANGE_WIDTH) {
      const text = from === to ? `${to}  # ${HIDDEN_DIFFERENCE}` : `${from} -> ${to}`
      return [diffLine('!', depth, `${label.text}${text}${label.suffix}`)]
    }
    if (before.kind === 'scalar' && after.kind === 'scalar') {
      const at = firstDifference(before.text, after.text)
      return [
        diffLine('-', depth, `${label.text}${excerpt(before.text, at)}`),
        diffLine('+', depth, `${label.text}${excerpt(after.text, at)}${label.suffix}`),
      ]
    }
    const withoutSuffix = { text: label.text, suffix: '' }
    return [
      ...this.writer.write(before, { prefix: '-', depth, label: withoutSuffix }),
      ...this.writer.write(after, { prefix: '+', depth, label }),
    ]
  }

  private items(before: readonly DisplayValue[], after: readonly DisplayValue[], depth: number): DiffLine[] {
    const label = LIST_ITEM_LABEL
    return matchItems(align(before, after, equalsDisplay)).flatMap((change: ItemChange) => {
      switch (change.kind) {
        case 'unchanged':
          return this.unchangedItems(change.items, depth)
        case 'removed':
          return this.writer.write(change.before, { prefix: '-', depth, label })
        case 'added':
          return this.writer.write(change.after, { prefix: '+', depth, label })
        case 'changed':
          return this.changedItem(change, after, depth)
      }
    })
  }

  private unchangedItems(items: readonly DisplayValue[], depth: number): DiffLine[] {
    const isShort = items.length <= CONTEXT_SIZE && items.every(({ kind }) => kind === 'scalar')
    if (!isShort) return [commentLine(depth, plural(items.length, 'unchanged item'))]
    return items.flatMap((item) => this.writer.write(item, { prefix: ' ', depth, label: LIST_ITEM_LABEL }))
  }

  private changedItem(change: ChangedItem, all: readonly DisplayValue[], depth: number): DiffLine[] {
    const { before, after } = change
    if (before.kind !== 'object' || after.kind !== 'object') return []
    const inside = this.entries(before.entries, after.entries, {
      depth: depth + 1,
      identity: identifyingAttributes(change, all),
    })
    return [diffLine(' ', depth, '{'), ...inside, diffLine(' ', depth, '},')]
  }
}

function firstDifference(a: string, b: string): number {
  for (let at = 0; at < a.length; at++) if (a[at] !== b[at]) return at
  return a.length
}

function textLines(steps: readonly Step<string>[], depth: number): DiffLine[] {
  const isNear = steps.map((_, index) =>
    steps
      .slice(Math.max(0, index - CONTEXT_SIZE), index + CONTEXT_SIZE + 1)
      .some(({ kind }) => kind !== 'keep'),
  )
  const lines: DiffLine[] = []
  let hidden: Step<string>[] = []
  const writeHidden = (): void => {
    // A count takes as much space as one line.
    if (hidden.length === 1) lines.push(...hidden.map((step) => textLine(step, depth)))
    else if (hidden.length > 1)
      lines.push(diffLine(' ', depth, `⋮ ${plural(hidden.length, 'unchanged line')}`))
    hidden = []
  }
  for (const [index, step] of steps.entries()) {
    if (isNear[index] === true) {
      writeHidden()
      lines.push(textLine(step, depth))
    } else hidden.push(step)
  }
  writeHidden()
  return lines
}

function textLine(step: Step<string>, depth: number): DiffLine {
  switch (step.kind) {
    case 'keep':
      return diffLine(' ', depth, excerpt(step.after))
    case 'remove':
      return diffLine('-', depth, excerpt(step.before))
    case 'add':
      return diffLine('+', depth, excerpt(step.after))
  }
}
