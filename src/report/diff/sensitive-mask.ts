import { isRecord } from '../../text/json'
import { marksAny } from '../../plan/masks'
import { field, isList, sameJson } from '../../plan/json'
import { secretForms } from '../../text/redact'
import { SecretSearch } from '../../text/secret-matcher'

/** Which parts of a value are secret: all or nothing, by key, by index, or every element alike. */
export type Mask = boolean | { readonly [key: string]: unknown } | readonly unknown[] | EveryElement

class EveryElement {
  constructor(readonly mask: unknown) {}
}

/** Marks of `before_sensitive` and `after_sensitive` together: what one side hides, the other must not show. */
export function unite(before: unknown, after: unknown): unknown {
  if (before === true || after === true) return true
  if (sameJson(before, after)) return before
  if (isRecord(before) && isRecord(after)) {
    const keys = new Set([...Object.keys(before), ...Object.keys(after)])
    return Object.fromEntries([...keys].map((key) => [key, unite(field(before, key), field(after, key))]))
  }
  // A list on one side and a map on the other have no place in common.
  if ((isRecord(before) && isList(after)) || (isList(before) && isRecord(after))) {
    return marksAny(before) || marksAny(after)
  }
  // Elements may have other places on the two sides, so a mark on one is a mark on all.
  const elements = [before, after].flatMap((side) => (isList(side) ? side : []))
  if (elements.length > 0) return new EveryElement(elements.reduce(unite, false))
  return isRecord(before) ? before : after
}

export function maskAt(mask: unknown, key: string | number): unknown {
  if (mask === true) return true
  if (mask instanceof EveryElement) return mask.mask
  if (typeof key === 'number') return isList(mask) ? mask[key] : false
  return field(mask, key)
}

/** Keeps the secrets of a plan out of what is not marked as one. */
export interface Redactor {
  /** The text without any secret of eight characters or more. */
  readonly redact: (text: string) => string
  /** Whether the text is a secret, and nothing but. */
  readonly isSecret: (text: string) => boolean
}

const MASK = '***'
/** Shorter ones are words like `on`, which would hide half of the plan. */
const SHORTEST_WHOLE_SECRET = 4

export function redactorOf(secrets: readonly string[]): Redactor {
  const whole = new Set(secrets.filter(({ length }) => length >= SHORTEST_WHOLE_SECRET))
  const search = new SecretSearch(secrets.flatMap(secretForms))
  return { redact: (text) => search.replace(text, MASK), isSecret: (text) => whole.has(text) }
}
