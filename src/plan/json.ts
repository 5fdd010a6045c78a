import { isRecord } from '../text/json'

/** A JSON object as it came, nothing in it looked at yet. */
export type JsonObject = Readonly<Record<string, unknown>>

export const isList = (value: unknown): value is readonly unknown[] => Array.isArray(value)

/** A field of whatever it is; undefined unless it is an object with that very key. */
export const field = (value: unknown, key: string): unknown =>
  isRecord(value) && Object.hasOwn(value, key) ? value[key] : undefined

export const textField = (value: unknown, key: string): string | undefined => {
  const found = field(value, key)
  return typeof found === 'string' && found !== '' ? found : undefined
}

export const listField = (value: unknown, key: string): readonly unknown[] => {
  const found = field(value, key)
  return isList(found) ? found : []
}

// Sixteen digits are where a double begins to lose some.
const LONG_NUMBER = /[:,[]\s*-?[\d.]{16}/
const STRING_OR_NUMBER = /"(?:[^"\\]|\\.)*"|-?\d[\d.eE+-]{15,}/g

/**
 * `JSON.parse` that keeps every digit: a number that a double cannot hold becomes a string of its digits,
 * since two plans that differ only there would otherwise be taken for the same.
 */
export function parseJson(text: string): unknown {
  if (!LONG_NUMBER.test(text)) return JSON.parse(text)
  const kept = text.replace(STRING_OR_NUMBER, (token) =>
    token.startsWith('"') || String(Number(token)) === token ? token : `"${token}"`,
  )
  return JSON.parse(kept)
}

/** The same text for the same value, whatever the order of its keys. */
export function canonicalJson(value: unknown): string {
  if (isList(value)) return `[${value.map(canonicalJson).join(',')}]`
  if (!isRecord(value)) return JSON.stringify(value ?? null)
  const keys = Object.keys(value).sort()
  return `{${keys.map((key) => `${JSON.stringify(key)}:${canonicalJson(value[key])}`).join(',')}}`
}

/** Equality of JSON values, in which a missing value is null. */
export function sameJson(a: unknown, b: unknown): boolean {
  if (Object.is(a, b)) return true
  if (isList(a)) {
    return isList(b) && a.length === b.length && a.every((item, index) => sameJson(item, b[index]))
  }
  if (!isRecord(a)) return (a ?? null) === (b ?? null)
  const keys = Object.keys(a)
  return (
    isRecord(b) &&
    keys.length === Object.keys(b).length &&
    keys.every((key) => Object.hasOwn(b, key) && sameJson(a[key], b[key]))
  )
}
