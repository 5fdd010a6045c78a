import { formatPath } from '../../plan/attribute-path'
import { isRecord } from '../../text/json'
import { marksAny } from '../../plan/masks'
import type { AttributePath, Change } from '../../plan/plan'
import { field, sameJson } from '../../plan/json'
import { Differ, type Pair } from './diff'
import { type Label, type Line, line, NO_LABEL, remark } from './line'
import { maskAt, unite } from './sensitive-mask'
import { ABSENT, type Display, isEmpty, equalsDisplay, type Shown } from './display-value'
import { plural } from '../../text/markdown'
import { Writer } from './value-writer'

const WIDEST_LINE = 96
/** Attributes that will only be known later are written one by one while they are fewer. */
const MANY_UNKNOWN = 4

interface Attribute extends Pair {
  readonly name: string
  /** The paths within it that force a replacement. */
  readonly forces: readonly string[]
}

/** Writes what a change does, attribute by attribute. */
export class AttributeWriter {
  private readonly writer: Writer
  private readonly differ: Differ
  readonly redact: (text: string) => string

  constructor(private readonly display: Display) {
    this.writer = new Writer(display)
    this.differ = new Differ(this.writer)
    this.redact = display.redact
  }

  /** @param paths those that force a replacement, as the plan has them */
  write(change: Change, paths: readonly AttributePath[] = []): Line[] {
    const names = namesIn(change)
    const changed = names.flatMap((name) => this.attribute(change, name, paths))
    const isForcing = ({ forces }: Attribute): boolean => forces.length > 0
    const computed = changed.filter((one) => one.after.kind === 'unknown' && !isForcing(one))
    const folded = new Set(computed.length >= MANY_UNKNOWN ? computed : [])
    const single = changed.filter((one) => !folded.has(one))
    const labels = this.writer.labels(single.map(({ name }) => name))
    // What forces a replacement is what a reader looks for, so it comes first.
    const inOrder = [...single.filter(isForcing), ...single.filter((one) => !isForcing(one))]
    const unchanged = names.filter((name) => isUnchanged(change, name)).length
    return [
      ...inOrder.flatMap((one) => this.lines(one, labels.get(one.name) ?? NO_LABEL)),
      ...this.unknownLines([...folded]),
      ...(unchanged > 0 ? [remark(0, plural(unchanged, 'unchanged attribute'))] : []),
    ]
  }

  /** The values of outputs, which have no attributes. */
  writeOutputs(changes: readonly (Change & { readonly name: string })[]): Line[] {
    const labels = this.writer.labels(changes.map(({ name }) => name))
    return changes.flatMap((change) => {
      const pair = this.pair(change, (value) => value)
      return this.differ.diff(pair, 0, labels.get(change.name) ?? NO_LABEL)
    })
  }

  /** Whether there is anything to show. */
  changes(change: Change): boolean {
    return namesIn(change).some((name) => this.attribute(change, name, []).length > 0)
  }

  private attribute(change: Change, name: string, paths: readonly AttributePath[]): Attribute[] {
    if (sameJson(field(change.before, name), field(change.after, name)) && !isUnknown(change, name)) return []
    const pair = this.pair(change, (value) => maskAt(value, name))
    if (isBlank(pair.before) && isBlank(pair.after)) return []
    const isReformatted =
      equalsDisplay(pair.before, pair.after) && typeof field(change.after, name) === 'string'
    if (equalsDisplay(pair.before, pair.after) && !isReformatted) return []
    if (name === 'tags_all' && this.isLikeTags(change, pair)) return []
    const forces = paths.filter(([first]) => first === name).map(formatPath)
    return [{ name, ...pair, forces }]
  }

  /** The AWS provider has every change of `tags` a second time, with the tags of the provider added. */
  private isLikeTags(change: Change, all: Pair): boolean {
    const tags = this.pair(change, (value) => maskAt(value, 'tags'))
    return equalsDisplay(tags.before, all.before) && equalsDisplay(tags.after, all.after)
  }

  private pair(change: Change, at: (value: unknown) => unknown): Pair {
    const [before, after, unknown] = [at(change.before), at(change.after), at(change.afterUnknown)]
    const hasBefore = before !== null && before !== undefined
    const hasAfter = change.after !== null || marksAny(unknown)
    const [maskBefore, maskAfter] = [at(change.beforeSensitive), at(change.afterSensitive)]
    const mask = !hasBefore ? maskAfter : !hasAfter ? maskBefore : unite(maskBefore, maskAfter)
    return {
      before: hasBefore ? this.display.show({ value: before, unknown: false, mask }) : ABSENT,
      after: hasAfter ? this.display.show({ value: after ?? null, unknown, mask }) : ABSENT,
    }
  }

  private lines({ name, before, after, forces }: Attribute, label: Label): Line[] {
    // The same JSON, written in another way.
    if (equalsDisplay(before, after))
      return [remark(0, `${this.display.name(name)}: only its formatting differs`)]
    const [first, ...rest] = this.differ.diff({ before, after }, 0, label)
    if (first === undefined) return []
    if (forces.length === 0) return [first, ...rest]
    const inside = forces.filter((path) => path !== name)
    const where = inside.length === 0 ? '' : ` (${inside.map((path) => this.display.name(path)).join(', ')})`
    return [{ ...first, text: `${first.text}  # forces replacement${where}` }, ...rest]
  }

  private unknownLines(attributes: readonly Attribute[]): Line[] {
    const isNew = ({ before }: Attribute): boolean => before.kind === 'absent'
    const written = (mark: '+' | '!', some: readonly Attribute[]): Line[] =>
      wrap(some.map(({ name }) => this.display.name(name))).map((text) => line(mark, 0, text))
    return [
      ...written(
        '!',
        attributes.filter((one) => !isNew(one)),
      ),
      ...written('+', attributes.filter(isNew)),
    ]
  }
}

/** Like {@link isEmpty}, and an empty text, which the AWS provider takes for null. */
const isBlank = (shown: Shown): boolean => isEmpty(shown) || (shown.kind === 'scalar' && shown.raw === '')

function namesIn({ before, after, afterUnknown }: Change): string[] {
  const names = [before, after, afterUnknown].flatMap((value) => (isRecord(value) ? Object.keys(value) : []))
  return [...new Set(names)].sort()
}

const isUnknown = (change: Change, name: string): boolean => marksAny(maskAt(change.afterUnknown, name))

/** Whether there is a value, and the same before and after. */
function isUnchanged(change: Change, name: string): boolean {
  const after = field(change.after, name) ?? null
  return after !== null && sameJson(field(change.before, name), after) && !isUnknown(change, name)
}

/** `a, b, c = (known after apply)`, over as many lines as it takes. */
function wrap(names: readonly string[]): string[] {
  if (names.length === 0) return []
  const lines: string[] = []
  let current = ''
  for (const [index, name] of names.entries()) {
    const piece = index === names.length - 1 ? `${name} = (known after apply)` : `${name},`
    if (current !== '' && current.length + piece.length + 1 > WIDEST_LINE) {
      lines.push(current)
      current = piece
    } else current = current === '' ? piece : `${current} ${piece}`
  }
  return [...lines, current]
}
