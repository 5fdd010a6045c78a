import { isRecord } from '../text/json'
import { isList } from './json'

/** Whether a structure of marks (`after_unknown`, `after_sensitive`) marks anything. */
export function marksAny(mark: unknown): boolean {
  if (isList(mark)) return mark.some(marksAny)
  if (isRecord(mark)) return Object.values(mark).some(marksAny)
  return mark === true
}
