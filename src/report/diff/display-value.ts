import { isRecord } from '../../text/json'
import { canonicalJson, field, isList, type JsonObject, parseJson, sameJson } from '../../plan/json'
import { maskAt, type Redactor } from './sensitive-mask'
import { escapeInvisible } from '../../text/sanitize'

/** A value as it may be shown. `raw` is for telling values apart only. */
export type Shown =
  | { readonly kind: 'absent' }
  | { readonly kind: 'unknown' }
  | { readonly kind: 'sensitive'; readonly raw: unknown }
  | { readonly kind: 'scalar'; readonly text: string; readonly raw: unknown }
  | { readonly kind: 'lines'; readonly lines: readonly string[]; readonly raw: string }
  | { readonly kind: 'object'; readonly entries: ReadonlyMap<string, Shown>; readonly isJson: boolean }
  | { readonly kind: 'list'; readonly items: readonly Shown[]; readonly isJson: boolean }

export const ABSENT: Shown = { kind: 'absent' }

/** A value with its marks, as the plan has them. */
export interface Marked {
  readonly value: unknown
  readonly unknown: unknown
  readonly mask: unknown
}

/** JSON in a string can be nested as deep as its author likes; a stack cannot. */
const DEEPEST = 24

/** Where a value stands. */
interface Place {
  /** Within how many others. */
  readonly depth: number
  /** Within JSON in a string, where null is a value as good as any. */
  readonly inJson: boolean
}

export class Display {
  readonly redact: (text: string) => string

  constructor(private readonly redactor: Redactor) {
    this.redact = redactor.redact
  }

  show(marked: Marked, place: Place = { depth: 0, inJson: false }): Shown {
    const { value, unknown, mask } = marked
    if (mask === true) return value === null && unknown !== true ? ABSENT : { kind: 'sensitive', raw: value }
    if (unknown === true) return { kind: 'unknown' }
    if (place.depth > DEEPEST) return { kind: 'scalar', text: '(nested too deep to show)', raw: value }
    const inner = { ...place, depth: place.depth + 1 }
    if (isList(value)) return this.list(value, marked, inner)
    if (isRecord(value)) return this.object(value, marked, inner)
    return this.leaf(value, inner)
  }

  /** The text of a key or another name, without secrets. */
  name(text: string): string {
    const clean = this.redact(text)
    return /^[a-z_][\w.:/-]*$/i.test(clean) ? clean : escapeInvisible(JSON.stringify(clean))
  }

  private list(list: readonly unknown[], { unknown, mask }: Marked, inner: Place): Shown {
    const items = list.map((value, index) =>
      this.show({ value, unknown: maskAt(unknown, index), mask: maskAt(mask, index) }, inner),
    )
    return { kind: 'list', items, isJson: false }
  }

  private object(fields: JsonObject, { unknown, mask }: Marked, inner: Place): Shown {
    // What is not known yet has no key among the values.
    const keys = new Set([...Object.keys(fields), ...(isRecord(unknown) ? Object.keys(unknown) : [])])
    const entries = [...keys].sort().map((key): [string, Shown] => {
      const value = field(fields, key) ?? null
      return [key, this.show({ value, unknown: maskAt(unknown, key), mask: maskAt(mask, key) }, inner)]
    })
    return { kind: 'object', entries: new Map(entries), isJson: false }
  }

  private leaf(value: unknown, inner: Place): Shown {
    if (typeof value === 'string') return this.text(value, inner)
    if ((value === null || value === undefined) && !inner.inJson) return ABSENT
    return { kind: 'scalar', text: this.redact(canonicalJson(value)), raw: value }
  }

  private text(value: string, inner: Place): Shown {
    if (this.redactor.isSecret(value)) return { kind: 'sensitive', raw: value }
    const json = parseContainer(value)
    if (json !== undefined) {
      const shown = this.show({ value: json, unknown: false, mask: false }, { ...inner, inJson: true })
      return shown.kind === 'object' || shown.kind === 'list' ? { ...shown, isJson: true } : shown
    }
    const clean = this.redact(value).replace(/\r\n/g, '\n')
    if (!clean.includes('\n'))
      return { kind: 'scalar', text: escapeInvisible(JSON.stringify(clean)), raw: value }
    // A heredoc ends its last line as well.
    return { kind: 'lines', lines: escapeInvisible(clean.replace(/\n$/, '')).split('\n'), raw: value }
  }
}

/** An object or a list in JSON, as policies and container definitions are; undefined for other text. */
function parseContainer(text: string): unknown {
  if (!/^\s*[[{]/.test(text)) return undefined
  try {
    const value = parseJson(text)
    return (isList(value) ? value.length : Object.keys(isRecord(value) ? value : {}).length) > 0
      ? value
      : undefined
  } catch {
    return undefined
  }
}

export function equalsDisplay(a: Shown, b: Shown): boolean {
  // Providers take null for an empty list, and the other way around, as they please.
  if (isEmpty(a) && isEmpty(b)) return true
  if (a.kind === 'unknown' || b.kind === 'unknown') return false
  if ('raw' in a && 'raw' in b) return sameJson(a.raw, b.raw)
  if (a.kind === 'list' && b.kind === 'list') {
    return (
      a.items.length === b.items.length &&
      a.items.every((item, index) => equalsDisplay(item, b.items[index] ?? ABSENT))
    )
  }
  if (a.kind !== 'object' || b.kind !== 'object') return false
  const keys = new Set([...a.entries.keys(), ...b.entries.keys()])
  return [...keys].every((key) => equalsDisplay(a.entries.get(key) ?? ABSENT, b.entries.get(key) ?? ABSENT))
}

/** Nothing to see: null, an empty list or an empty map. */
export const isEmpty = (shown: Shown): boolean =>
  shown.kind === 'absent' ||
  (shown.kind === 'list' && shown.items.length === 0) ||
  (shown.kind === 'object' && [...shown.entries.values()].every(isEmpty))
