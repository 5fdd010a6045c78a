import type { InputReader } from './reader'

/** Whether `apply` rejects changes without an approved plan. `auto`: as soon as the state has a resource. */
export type RequireReview = 'auto' | 'always' | 'never'

const SETTINGS: ReadonlyMap<string, RequireReview> = new Map([
  ['auto', 'auto'],
  ['true', 'always'],
  ['false', 'never'],
])

/** Reads `require-review`. YAML writes `true` in several ways. */
export function readRequireReview(reader: InputReader): RequireReview {
  const isValid = (text: string): boolean => SETTINGS.has(text.toLowerCase())
  const value = reader.match('require-review', isValid, 'auto, true or false')
  return SETTINGS.get(value?.toLowerCase() ?? '') ?? 'auto'
}
