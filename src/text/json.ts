/** Reports whether a value is an object, not null or an array. */
export function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

/** Parses JSON. Returns undefined if it is invalid. */
export function parseJson(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}

/** Parses a JSON object. Returns undefined for anything else. */
export function parseObject(text: string): Record<string, unknown> | undefined {
  const value = parseJson(text)
  return isRecord(value) ? value : undefined
}

/** Returns the value at a path of keys. */
export function valueAt(value: unknown, ...path: readonly string[]): unknown {
  return path.reduce((inner, key) => (isRecord(inner) ? inner[key] : undefined), value)
}

/** Returns the string at a path of keys. */
export function textAt(value: unknown, ...path: readonly string[]): string | undefined {
  const found = valueAt(value, ...path)
  return typeof found === 'string' ? found : undefined
}

/** Returns the non-empty string at a key. */
export const nonEmptyTextAt = (value: unknown, key: string): string | undefined =>
  textAt(value, key) || undefined

/** Returns the number at a path of keys. */
export function numberAt(value: unknown, ...path: readonly string[]): number | undefined {
  const found = valueAt(value, ...path)
  return typeof found === 'number' ? found : undefined
}

/** Returns the object at a key, or an empty object. */
export function recordAt(value: unknown, key: string): Record<string, unknown> {
  const found = valueAt(value, key)
  return isRecord(found) ? found : {}
}

/** Returns an array's items, or an empty array. */
export function itemsOf(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : []
}

/** Returns the objects in an array. */
export const recordsIn = (value: unknown): Record<string, unknown>[] => itemsOf(value).filter(isRecord)
