import { isRecord } from './json'

/** Shorter values stand in too much innocent text: `true`, `eu-west`, a port. */
const SHORTEST_SECRET = 8
const MASK = '***'

/** The same text without the secrets, in any of the forms in which programs print them. */
export const redact = (text: string, secrets: readonly string[]): string => redactor(secrets)(text)

/**
 * Compiled once for many lines.
 * @param secrets values; those of fewer than eight characters are left out
 */
export function redactor(secrets: readonly string[]): (text: string) => string {
  const forms = new Set(secrets.flatMap(secretForms))
  // Longest first, else a secret within another would leave the rest of the longer one.
  const patterns = [...forms].sort((a, b) => b.length - a.length)
  if (patterns.length === 0) return (text) => text
  const search = new RegExp(patterns.map((form) => escapeRegExp(form)).join('|'), 'g')
  return (text) => text.replace(search, MASK)
}

/** Every text in a value of JSON through `redact`, keys of maps too. */
export function redactDeep(value: unknown, redact: (text: string) => string): unknown {
  if (typeof value === 'string') return redact(value)
  if (Array.isArray(value)) return value.map((item: unknown) => redactDeep(item, redact))
  if (!isRecord(value)) return value
  return Object.fromEntries(
    Object.entries(value).map(([key, item]) => [redact(key), redactDeep(item, redact)]),
  )
}

/** A secret as it is, by lines, and as JSON, Go, URLs and Base64 write it. */
export function secretForms(secret: string): string[] {
  // A key in PEM is printed line by line.
  const lines = secret.split(/\r?\n/).map((line) => line.trim())
  const plain = [secret, secret.trim(), ...lines]
  return plain
    .filter((form) => form.length >= SHORTEST_SECRET)
    .flatMap((form) => [form, ...quoted(form), encoded(form), ...base64Forms(form)])
    .filter((form) => form.length >= SHORTEST_SECRET)
}

/** Within a JSON string; Go's encoder also escapes what HTML would read, and one document may hold another. */
function quoted(text: string): string[] {
  const once = JSON.stringify(text).slice(1, -1)
  const go = once.replaceAll('<', '\\u003c').replaceAll('>', '\\u003e').replaceAll('&', '\\u0026')
  return [once, go, ...[once, go].map((form) => JSON.stringify(form).slice(1, -1))]
}

/** In Base64, at each of the three places in a group of three bytes where it may begin (`user:password`). */
function base64Forms(text: string): string[] {
  const bytes = Buffer.from(text)
  return [0, 1, 2].flatMap((offset) => {
    const encoded = Buffer.concat([Buffer.alloc(offset), bytes])
      .toString('base64')
      .replace(/=+$/, '')
    // Characters that hold bits of a neighbour differ from case to case.
    const start = offset === 0 ? 0 : offset + 1
    const end = (offset + bytes.length) % 3 === 0 ? encoded.length : encoded.length - 1
    const form = encoded.slice(start, end)
    return [form, form.replaceAll('+', '-').replaceAll('/', '_')]
  })
}

function encoded(text: string): string {
  // Half of a surrogate pair has no form in a URL, and none in UTF-8 either.
  return encodeURIComponent(Buffer.from(text).toString())
}

const escapeRegExp = (text: string): string => text.replace(/[\\^$.*+?()[\]{}|/-]/g, '\\$&')
