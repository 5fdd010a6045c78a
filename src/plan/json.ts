import { isRecord } from '../text/json'

/** A JSON object with unchecked values. */
export type JsonObject = Readonly<Record<string, unknown>>

/** Reports whether a value is an array. */
export const isList = (value: unknown): value is readonly unknown[] => Array.isArray(value)

/** Returns an object's own field. Attribute names in a plan include `constructor` and `toString`. */
export const field = (value: unknown, key: string): unknown =>
  isRecord(value) && Object.hasOwn(value, key) ? value[key] : undefined

/** Returns a field that is a non-empty string. */
export const textField = (value: unknown, key: string): string | undefined => {
  const found = field(value, key)
  return typeof found === 'string' && found !== '' ? found : undefined
}

/** Returns a field that is an array, or an empty array. */
export const listField = (value: unknown, key: string): readonly unknown[] => {
  const found = field(value, key)
  return isList(found) ? found : []
}

// A double represents every integer of up to fifteen digits exactly.
const LONG_NUMBER = /[:,[]\s*-?[\d.]{16}/
const STRING_OR_NUMBER = /"(?:[^"\\]|\\.)*"|-?\d[\d.eE+-]{15,}/g

/**
 * Parses JSON. A number that a double cannot represent becomes a string, so that two different plans never compare
 * as equal.
 *
 * @throws SyntaxError
 */
export function parseJsonExactly(text: string): unknown {
  if (!LONG_NUMBER.test(text)) return JSON.parse(text)
  const quoted = text.replace(STRING_OR_NUMBER, (token) =>
    token.startsWith('"') || String(Number(token)) === token ? token : `"${token}"`,
  )
  return JSON.parse(quoted)
}

/** Serializes a value with sorted keys. */
export function canonicalJson(value: unknown): string {
  if (isList(value)) return `[${value.map(canonicalJson).join(',')}]`
  if (!isRecord(value)) return JSON.stringify(value ?? null)
  const keys = Object.keys(value).sort()
  return `{${keys.map((key) => `${JSON.stringify(key)}:${canonicalJson(value[key])}`).join(',')}}`
}

/** Reports whether two JSON values are equal. A missing value equals null. */
export function isEqualJson(a: unknown, b: unknown): boolean {
  if (Object.is(a, b)) return true
  if (isList(a)) {
    return isList(b) && a.length === b.length && a.every((item, index) => isEqualJson(item, b[index]))
  }
  if (!isRecord(a)) return (a ?? null) === (b ?? null)
  const keys = Object.keys(a)
  return (
    isRecord(b) &&
    keys.length === Object.keys(b).length &&
    keys.every((key) => Object.hasOwn(b, key) && isEqualJson(a[key], b[key]))
  )
}
