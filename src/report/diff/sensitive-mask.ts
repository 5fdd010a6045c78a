import { isRecord } from '../../text/json'
import { hasMark } from '../../plan/masks'
import { field, isList, isEqualJson } from '../../plan/json'
import { secretForms } from '../../text/redact'
import { SecretMatcher } from '../../text/secret-matcher'

class ElementMask {
  constructor(readonly mask: unknown) {}
}

/** Combines `before_sensitive` and `after_sensitive`: one mark hides both values. */
export function mergeMasks(before: unknown, after: unknown): unknown {
  if (before === true || after === true) return true
  if (isEqualJson(before, after)) return before
  if (isRecord(before) && isRecord(after)) {
    const keys = new Set([...Object.keys(before), ...Object.keys(after)])
    return Object.fromEntries(
      [...keys].map((key) => [key, mergeMasks(field(before, key), field(after, key))]),
    )
  }
  // Keys do not correspond to indexes, so one mark hides the whole value.
  if ((isRecord(before) && isList(after)) || (isList(before) && isRecord(after))) {
    return hasMark(before) || hasMark(after)
  }
  // Indexes may differ on the two sides, so one mark hides all elements.
  const elements = [before, after].flatMap((side) => (isList(side) ? side : []))
  if (elements.length > 0) return new ElementMask(elements.reduce(mergeMasks, false))
  return isRecord(before) ? before : after
}

export function maskAt(mask: unknown, key: string | number): unknown {
  if (mask === true) return true
  if (mask instanceof ElementMask) return mask.mask
  if (typeof key === 'number') return isList(mask) ? mask[key] : false
  return field(mask, key)
}

/** Hides a plan's secrets in unmarked text. */
export interface Redactor {
  /** Replaces each secret of eight or more characters. */
  readonly redact: (text: string) => string
  readonly isSecret: (text: string) => boolean
}

const REDACTED = '***'
/** Shorter secrets are words such as `on`. */
const MIN_WHOLE_SECRET_LENGTH = 4

export function createRedactor(secrets: readonly string[]): Redactor {
  const whole = new Set(secrets.filter(({ length }) => length >= MIN_WHOLE_SECRET_LENGTH))
  const matcher = new SecretMatcher(secrets.flatMap(secretForms))
  return { redact: (text) => matcher.replace(text, REDACTED), isSecret: (text) => whole.has(text) }
}
