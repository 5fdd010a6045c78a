import { isRecord } from '../../text/json'
import { canonicalJson, field, isList, type JsonObject, parseJsonExactly, isEqualJson } from '../../plan/json'
import { maskAt } from './sensitive-mask'
import type { Redactor } from '../../text/redact'
import { escapeInvisible } from '../../text/sanitize'

/** A value without secrets; `raw` is for comparison only. */
export type DisplayValue =
  | { readonly kind: 'absent' }
  | { readonly kind: 'unknown' }
  | { readonly kind: 'sensitive'; readonly raw: unknown }
  | { readonly kind: 'scalar'; readonly text: string; readonly raw: unknown }
  | { readonly kind: 'lines'; readonly lines: readonly string[]; readonly raw: string }
  | { readonly kind: 'object'; readonly entries: DisplayEntries; readonly isJson: boolean }
  | { readonly kind: 'list'; readonly items: readonly DisplayValue[]; readonly isJson: boolean }

export type DisplayEntries = ReadonlyMap<string, DisplayValue>

export const ABSENT: DisplayValue = { kind: 'absent' }

/** A value with its marks of `after_unknown` and sensitivity. */
export interface PlannedValue {
  readonly value: unknown
  readonly unknown: unknown
  readonly mask: unknown
}

/** Limits recursion into JSON. */
const MAX_VALUE_DEPTH = 24

interface Nesting {
  readonly depth: number
  /** In a JSON string, null is a value. */
  readonly inJson: boolean
}

/** Converts planned values and hides secrets. */
export class ValueFormatter {
  readonly redact: (text: string) => string

  constructor(private readonly redactor: Redactor) {
    this.redact = redactor.redact
  }

  toDisplay(planned: PlannedValue, nesting: Nesting = { depth: 0, inJson: false }): DisplayValue {
    const { value, unknown, mask } = planned
    if (mask === true) return value === null && unknown !== true ? ABSENT : { kind: 'sensitive', raw: value }
    if (unknown === true) return { kind: 'unknown' }
    if (nesting.depth > MAX_VALUE_DEPTH)
      return { kind: 'scalar', text: '(nested too deeply to show)', raw: value }
    const inner = { ...nesting, depth: nesting.depth + 1 }
    if (isList(value)) return this.list(value, planned, inner)
    if (isRecord(value)) return this.object(value, planned, inner)
    return this.leaf(value, inner)
  }

  formatName(text: string): string {
    const clean = this.redact(text)
    return /^[a-z_][\w.:/-]*$/i.test(clean) ? clean : escapeInvisible(JSON.stringify(clean))
  }

  private list(list: readonly unknown[], { unknown, mask }: PlannedValue, inner: Nesting): DisplayValue {
    const items = list.map((value, index) =>
      this.toDisplay({ value, unknown: maskAt(unknown, index), mask: maskAt(mask, index) }, inner),
    )
    return { kind: 'list', items, isJson: false }
  }

  private object(fields: JsonObject, { unknown, mask }: PlannedValue, inner: Nesting): DisplayValue {
    // Unknown values have no key in `after`.
    const keys = new Set([...Object.keys(fields), ...(isRecord(unknown) ? Object.keys(unknown) : [])])
    const entries = [...keys].sort().map((key): [string, DisplayValue] => {
      const value = field(fields, key) ?? null
      return [key, this.toDisplay({ value, unknown: maskAt(unknown, key), mask: maskAt(mask, key) }, inner)]
    })
    return { kind: 'object', entries: new Map(entries), isJson: false }
  }

  private leaf(value: unknown, inner: Nesting): DisplayValue {
    if (typeof value === 'string') return this.text(value, inner)
    if ((value === null || value === undefined) && !inner.inJson) return ABSENT
    if (this.redactor.isSecret(value)) return { kind: 'sensitive', raw: value }
    return { kind: 'scalar', text: this.redact(canonicalJson(value)), raw: value }
  }

  private text(value: string, inner: Nesting): DisplayValue {
    if (this.redactor.isSecret(value)) return { kind: 'sensitive', raw: value }
    const json = parseContainer(value)
    if (json !== undefined) {
      const parsed = { value: json, unknown: false, mask: false }
      const shown = this.toDisplay(parsed, { ...inner, inJson: true })
      return shown.kind === 'object' || shown.kind === 'list' ? { ...shown, isJson: true } : shown
    }
    const clean = this.redact(value).replace(/\r\n/g, '\n')
    if (!clean.includes('\n'))
      return { kind: 'scalar', text: escapeInvisible(JSON.stringify(clean)), raw: value }
    // A heredoc ends with a line feed.
    return { kind: 'lines', lines: escapeInvisible(clean.replace(/\n$/, '')).split('\n'), raw: value }
  }
}

/** @returns undefined unless the text is a non-empty JSON object or list */
function parseContainer(text: string): unknown {
  if (!/^\s*[[{]/.test(text)) return undefined
  try {
    const value = parseJsonExactly(text)
    return (isList(value) ? value.length : Object.keys(isRecord(value) ? value : {}).length) > 0
      ? value
      : undefined
  } catch {
    return undefined
  }
}

export function equalsDisplay(a: DisplayValue, b: DisplayValue): boolean {
  // Providers treat null and an empty list alike.
  if (isEmpty(a) && isEmpty(b)) return true
  if (a.kind === 'unknown' || b.kind === 'unknown') return false
  if ('raw' in a && 'raw' in b) return isEqualJson(a.raw, b.raw)
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

/** Whether the value is null, or contains only such values. */
export const isEmpty = (value: DisplayValue): boolean =>
  value.kind === 'absent' ||
  (value.kind === 'list' && value.items.length === 0) ||
  (value.kind === 'object' && [...value.entries.values()].every(isEmpty))
