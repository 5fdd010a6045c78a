import { type Label, type Line, line, NO_LABEL, remark } from './line'
import { type Changed, matchItems, type Pairing } from './match-items'
import { align, type Step } from './lcs'
import { ABSENT, isEmpty, equalsDisplay, type Shown } from './display-value'
import { plural, shorten } from '../../text/markdown'
import { brackets, summarize, type Writer } from './value-writer'

const WIDEST_CHANGE = 100
/** Unchanged lines of a text, or items of a list, that are shown rather than counted. */
const CONTEXT = 2

/** Two values of one attribute. */
export interface Pair {
  readonly before: Shown
  readonly after: Shown
}

type Entries = ReadonlyMap<string, Shown>

interface Within {
  readonly depth: number
  /** The entry to show even if it is the same. */
  readonly always: string | undefined
}

/** Writes what differs between two values, and only that. */
export class Differ {
  constructor(private readonly writer: Writer) {}

  /** @returns nothing for values that are the same */
  diff(pair: Pair, depth: number, label: Label): Line[] {
    const { before, after } = pair
    if (equalsDisplay(before, after)) return []
    if (before.kind === 'absent') return this.writer.write(after, { mark: '+', depth, label })
    if (after.kind === 'absent') return this.writer.write(before, { mark: '-', depth, label })
    const inside = this.inside(pair, depth + 1)
    if (inside === undefined) return this.replaced(pair, depth, label)
    const { open, close } = brackets(after)
    return [
      line(' ', depth, `${label.text}${open}${label.after.replace(/^,/, '')}`),
      ...inside,
      line(' ', depth, `${close}${label.after.startsWith(',') ? ',' : ''}`),
    ]
  }

  /** The entries of two objects that differ, and how many do not. */
  private entries(before: Entries, after: Entries, { depth, always }: Within): Line[] {
    const names = [...new Set([...before.keys(), ...after.keys()])].sort()
    const pairs = names.map((name) => ({
      name,
      before: before.get(name) ?? ABSENT,
      after: after.get(name) ?? ABSENT,
    }))
    const isSame = (pair: Pair): boolean => equalsDisplay(pair.before, pair.after)
    // The name first, like a heading.
    const shown = [
      ...pairs.filter(({ name }) => name === always),
      ...pairs.filter((pair) => pair.name !== always && !isSame(pair)),
    ]
    const labels = this.writer.labels(shown.map(({ name }) => name))
    const lines = shown.flatMap((pair) => {
      const label = labels.get(pair.name) ?? NO_LABEL
      return isSame(pair)
        ? this.writer.write(pair.after, { mark: ' ', depth, label })
        : this.diff(pair, depth, label)
    })
    const unchanged = pairs.filter(
      (pair) => isSame(pair) && pair.name !== always && !isEmpty(pair.after),
    ).length
    return unchanged === 0 ? lines : [...lines, remark(depth, plural(unchanged, 'unchanged attribute'))]
  }

  /** What differs within two values of one shape; undefined when they have none in common. */
  private inside({ before, after }: Pair, depth: number): Line[] | undefined {
    if (before.kind === 'object' && after.kind === 'object') {
      return before.isJson === after.isJson
        ? this.entries(before.entries, after.entries, { depth, always: undefined })
        : undefined
    }
    if (before.kind === 'list' && after.kind === 'list') {
      return before.isJson === after.isJson ? this.items(before.items, after.items, depth) : undefined
    }
    if (before.kind !== 'lines' || after.kind !== 'lines') return undefined
    const steps = align(before.lines, after.lines, (a, b) => a === b)
    if (steps.every(({ kind }) => kind === 'keep')) return [remark(depth, 'it differs in what is not shown')]
    return textLines(steps, depth)
  }

  private replaced({ before, after }: Pair, depth: number, label: Label): Line[] {
    if (before.kind === 'sensitive' && after.kind === 'sensitive') {
      return [line('!', depth, `${label.text}(sensitive)${label.after}`)]
    }
    const from = after.kind === 'unknown' ? summarize(before, this.writer) : this.writer.inline(before)
    const to = this.writer.inline(after)
    if (from !== undefined && to !== undefined && from.length + to.length <= WIDEST_CHANGE) {
      const text = from === to ? `${to}  # it differs in what is not shown` : `${from} -> ${to}`
      return [line('!', depth, `${label.text}${text}${label.after}`)]
    }
    if (before.kind === 'scalar' && after.kind === 'scalar') {
      const at = firstDifference(before.text, after.text)
      return [
        line('-', depth, `${label.text}${shorten(before.text, at)}`),
        line('+', depth, `${label.text}${shorten(after.text, at)}${label.after}`),
      ]
    }
    const bare = { text: label.text, after: '' }
    return [
      ...this.writer.write(before, { mark: '-', depth, label: bare }),
      ...this.writer.write(after, { mark: '+', depth, label }),
    ]
  }

  private items(before: readonly Shown[], after: readonly Shown[], depth: number): Line[] {
    const label = { text: '', after: ',' }
    return matchItems(align(before, after, equalsDisplay)).flatMap((one: Pairing) => {
      switch (one.kind) {
        case 'kept':
          return this.keptItems(one.items, depth)
        case 'removed':
          return this.writer.write(one.before, { mark: '-', depth, label })
        case 'added':
          return this.writer.write(one.after, { mark: '+', depth, label })
        case 'changed':
          return this.changedItem(one, depth)
      }
    })
  }

  private keptItems(items: readonly Shown[], depth: number): Line[] {
    const isShort = items.length <= CONTEXT && items.every(({ kind }) => kind === 'scalar')
    if (!isShort) return [remark(depth, plural(items.length, 'unchanged item'))]
    return items.flatMap((item) =>
      this.writer.write(item, { mark: ' ', depth, label: { text: '', after: ',' } }),
    )
  }

  /** An element that is the same thing with other attributes; by its name people know which one. */
  private changedItem({ before, after, identity }: Changed, depth: number): Line[] {
    if (before.kind !== 'object' || after.kind !== 'object') return []
    const inside = this.entries(before.entries, after.entries, { depth: depth + 1, always: identity })
    return [line(' ', depth, '{'), ...inside, line(' ', depth, '},')]
  }
}

function firstDifference(a: string, b: string): number {
  for (let at = 0; at < a.length; at++) if (a[at] !== b[at]) return at
  return a.length
}

/** The lines of a text that differ, each with its neighbours. */
function textLines(steps: readonly Step<string>[], depth: number): Line[] {
  const isNear = steps.map((_, index) =>
    steps.slice(Math.max(0, index - CONTEXT), index + CONTEXT + 1).some(({ kind }) => kind !== 'keep'),
  )
  const lines: Line[] = []
  let hidden: Step<string>[] = []
  const close = (): void => {
    // A count takes as much room as a line.
    if (hidden.length === 1) lines.push(...hidden.map((step) => textLine(step, depth)))
    else if (hidden.length > 1) lines.push(line(' ', depth, `⋮ ${plural(hidden.length, 'unchanged line')}`))
    hidden = []
  }
  for (const [index, step] of steps.entries()) {
    if (isNear[index] === true) {
      close()
      lines.push(textLine(step, depth))
    } else hidden.push(step)
  }
  close()
  return lines
}

function textLine(step: Step<string>, depth: number): Line {
  switch (step.kind) {
    case 'keep':
      return line(' ', depth, shorten(step.after))
    case 'remove':
      return line('-', depth, shorten(step.before))
    case 'add':
      return line('+', depth, shorten(step.after))
  }
}
