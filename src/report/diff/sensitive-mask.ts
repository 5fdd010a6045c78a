import { isRecord } from '../../text/json'
import { hasMark } from '../../plan/masks'
import { field, isList, isEqualJson } from '../../plan/json'

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
