import { isRecord } from '../text/json'
import { isList } from './json'

/** Reports whether a mask (`after_unknown`, `after_sensitive`) marks any value. */
export function hasMark(mark: unknown): boolean {
  if (isList(mark)) return mark.some(hasMark)
  if (isRecord(mark)) return Object.values(mark).some(hasMark)
  return mark === true
}
