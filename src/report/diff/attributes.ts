import { formatPath } from '../../plan/attribute-path'
import { isRecord } from '../../text/json'
import { hasMark } from '../../plan/masks'
import type { AttributePath, Change } from '../../plan/plan'
import { field, isEqualJson } from '../../plan/json'
import { Differ, type ValuePair } from './diff'
import { commentLine, type DiffLine, diffLine, type Label, NO_LABEL } from './line'
import { maskAt, mergeMasks } from './sensitive-mask'
import { ABSENT, type DisplayValue, equalsDisplay, isEmpty, type ValueFormatter } from './display-value'
import { plural } from '../../text/markdown'
import { ValueWriter } from './value-writer'

const MAX_LINE_WIDTH = 96
/** From this number on, unknown attributes share one statement. */
const MIN_FOLDED_UNKNOWNS = 4

interface Attribute extends ValuePair {
  readonly name: string
  /** Paths that force a replacement. */
  readonly forces: readonly string[]
}

/** Writes a change attribute by attribute. */
export class AttributeWriter {
  private readonly writer: ValueWriter
  private readonly differ: Differ
  readonly redact: (text: string) => string

  constructor(private readonly formatter: ValueFormatter) {
    this.writer = new ValueWriter(formatter)
    this.differ = new Differ(this.writer)
    this.redact = formatter.redact
  }

  write(change: Change, replacePaths: readonly AttributePath[] = []): DiffLine[] {
    const names = attributeNames(change)
    const changed = names.flatMap((name) => this.attribute(change, name, replacePaths))
    const isForcing = ({ forces }: Attribute): boolean => forces.length > 0
    const unknown = changed.filter((one) => one.after.kind === 'unknown' && !isForcing(one))
    const folded = new Set(unknown.length >= MIN_FOLDED_UNKNOWNS ? unknown : [])
    const single = changed.filter((one) => !folded.has(one))
    const labels = this.writer.labels(single.map(({ name }) => name))
    const inOrder = [...single.filter(isForcing), ...single.filter((one) => !isForcing(one))]
    const unchanged = names.filter((name) => isUnchanged(change, name)).length
    return [
      ...inOrder.flatMap((one) => this.lines(one, labels.get(one.name) ?? NO_LABEL)),
      ...this.unknownLines([...folded]),
      ...(unchanged > 0 ? [commentLine(0, plural(unchanged, 'unchanged attribute'))] : []),
    ]
  }

  writeOutputs(changes: readonly (Change & { readonly name: string })[]): DiffLine[] {
    const labels = this.writer.labels(changes.map(({ name }) => name))
    return changes.flatMap((change) => {
      const pair = this.pair(change, (value) => value)
      return this.differ.diff(pair, 0, labels.get(change.name) ?? NO_LABEL)
    })
  }

  hasChanges(change: Change): boolean {
    return attributeNames(change).some((name) => this.attribute(change, name, []).length > 0)
  }

  private attribute(change: Change, name: string, replacePaths: readonly AttributePath[]): Attribute[] {
    if (isEqualJson(field(change.before, name), field(change.after, name)) && !isUnknown(change, name))
      return []
    const pair = this.pair(change, (value) => maskAt(value, name))
    if (isBlank(pair.before) && isBlank(pair.after)) return []
    const isReformatted =
      equalsDisplay(pair.before, pair.after) && typeof field(change.after, name) === 'string'
    if (equalsDisplay(pair.before, pair.after) && !isReformatted) return []
    if (name === 'tags_all' && this.equalsTags(change, pair)) return []
    const forces = replacePaths.filter(([first]) => first === name).map(formatPath)
    return [{ name, ...pair, forces }]
  }

  /** The AWS provider repeats `tags` and adds default tags. */
  private equalsTags(change: Change, tagsAll: ValuePair): boolean {
    const tags = this.pair(change, (value) => maskAt(value, 'tags'))
    return equalsDisplay(tags.before, tagsAll.before) && equalsDisplay(tags.after, tagsAll.after)
  }

  private pair(change: Change, select: (value: unknown) => unknown): ValuePair {
    const [before, after, unknown] = [
      select(change.before),
      select(change.after),
      select(change.afterUnknown),
    ]
    const hasBefore = before !== null && before !== undefined
    const hasAfter = change.after !== null || hasMark(unknown)
    const [maskBefore, maskAfter] = [select(change.beforeSensitive), select(change.afterSensitive)]
    const mask = !hasBefore ? maskAfter : !hasAfter ? maskBefore : mergeMasks(maskBefore, maskAfter)
    return {
      before: hasBefore ? this.formatter.toDisplay({ value: before, unknown: false, mask }) : ABSENT,
      after: hasAfter ? this.formatter.toDisplay({ value: after ?? null, unknown, mask }) : ABSENT,
    }
  }

  private lines({ name, before, after, forces }: Attribute, label: Label): DiffLine[] {
    // The same JSON in a different format.
    if (equalsDisplay(before, after))
      return [commentLine(0, `${this.formatter.formatName(name)}: only formatting differs`)]
    const [first, ...others] = this.differ.diff({ before, after }, 0, label)
    if (first === undefined) return []
    if (forces.length === 0) return [first, ...others]
    const inside = forces.filter((path) => path !== name).map((path) => this.formatter.formatName(path))
    const paths = inside.length === 0 ? '' : ` (${inside.join(', ')})`
    return [{ ...first, text: `${first.text}  # forces replacement${paths}` }, ...others]
  }

  private unknownLines(attributes: readonly Attribute[]): DiffLine[] {
    const isNew = ({ before }: Attribute): boolean => before.kind === 'absent'
    const write = (prefix: '+' | '!', some: readonly Attribute[]): DiffLine[] =>
      wrapUnknownNames(some.map(({ name }) => this.formatter.formatName(name))).map((text) =>
        diffLine(prefix, 0, text),
      )
    const changed = attributes.filter((one) => !isNew(one))
    return [...write('!', changed), ...write('+', attributes.filter(isNew))]
  }
}

/** The AWS provider treats empty text as null. */
const isBlank = (value: DisplayValue): boolean =>
  isEmpty(value) || (value.kind === 'scalar' && value.raw === '')

function attributeNames({ before, after, afterUnknown }: Change): string[] {
  const names = [before, after, afterUnknown].flatMap((value) => (isRecord(value) ? Object.keys(value) : []))
  return [...new Set(names)].sort()
}

const isUnknown = (change: Change, name: string): boolean => hasMark(maskAt(change.afterUnknown, name))

function isUnchanged(change: Change, name: string): boolean {
  const after = field(change.after, name) ?? null
  return after !== null && isEqualJson(field(change.before, name), after) && !isUnknown(change, name)
}

/** Wraps `a, b, c = (known after apply)`. */
function wrapUnknownNames(names: readonly string[]): string[] {
  if (names.length === 0) return []
  const lines: string[] = []
  let current = ''
  for (const [index, name] of names.entries()) {
    const piece = index === names.length - 1 ? `${name} = (known after apply)` : `${name},`
    if (current !== '' && current.length + piece.length + 1 > MAX_LINE_WIDTH) {
      lines.push(current)
      current = piece
    } else current = current === '' ? piece : `${current} ${piece}`
  }
  return [...lines, current]
}
