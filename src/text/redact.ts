import { isRecord } from './json'
import { MIN_SECRET_LENGTH, SecretMatcher } from './secret-matcher'

const MASK = '***'

/**
 * Returns a function that masks secrets in a text, in every {@link secretForms form}. Those shorter than
 * {@link MIN_SECRET_LENGTH} are ignored.
 */
export function compileRedactor(secrets: readonly string[]): (text: string) => string {
  const matcher = new SecretMatcher(secrets.flatMap(secretForms))
  return (text) => matcher.replace(text, MASK)
}

/** Masks secrets in all strings and keys of a JSON value. */
export function redactDeep(value: unknown, redact: (text: string) => string): unknown {
  if (typeof value === 'string') return redact(value)
  if (Array.isArray(value)) return value.map((item: unknown) => redactDeep(item, redact))
  if (!isRecord(value)) return value
  return Object.fromEntries(
    Object.entries(value).map(([key, item]) => [redact(key), redactDeep(item, redact)]),
  )
}

const CREDENTIALS: readonly (readonly [pattern: RegExp, replacement: string])[] = [
  // The user and password of a URL; the password may contain / and @.
  [/(\b[a-z][a-z0-9+.-]*:\/\/)[^\s:"'<>/]*:[^\s"'<>]+@/gi, `$1${MASK}@`],
  [/\b((?:bearer|basic)\s+)[\w.~+/=-]{8,}/gi, `$1${MASK}`],
  [/\b(?:sk-lf-|pk-lf-|sk-|gh[opsu]_|xox[abp]-)[\w-]{8,}/g, MASK],
  [/\b(?:AKIA|ASIA)[A-Z0-9]{16}\b/g, MASK],
  [
    /((?:password|passwd|secret|token|api[_-]?key|salt|encryption[_-]?key)["']?\s*[:=]\s*["']?)[^\s"',;&}]{4,}/gi,
    `$1${MASK}`,
  ],
]

/** Masks what looks like a credential in the output of a program whose secrets are not known. */
export const redactCredentials = (text: string): string =>
  CREDENTIALS.reduce((line, [pattern, replacement]) => line.replace(pattern, replacement), text)

/** Returns the forms in which programs print a secret: whole, by lines, in JSON, URLs and Base64. */
export function secretForms(secret: string): string[] {
  // Terraform quotes single lines of a PEM key.
  const lines = secret.split(/\r?\n/).map((line) => line.trim())
  const plain = [secret, secret.trim(), ...lines]
  return plain
    .filter((form) => form.length >= MIN_SECRET_LENGTH)
    .flatMap((form) => [form, ...quotedForms(form), urlEncodedForm(form), ...base64Forms(form)])
    .filter((form) => form.length >= MIN_SECRET_LENGTH)
}

// Also JSON inside JSON. Go's encoder also escapes `<`, `>` and `&`.
function quotedForms(text: string): string[] {
  const once = JSON.stringify(text).slice(1, -1)
  const go = once.replaceAll('<', '\\u003c').replaceAll('>', '\\u003e').replaceAll('&', '\\u0026')
  return [once, go, ...[once, go].map((form) => JSON.stringify(form).slice(1, -1))]
}

// One form for each offset in a group of three bytes, as in `user:password`.
function base64Forms(text: string): string[] {
  const bytes = Buffer.from(text)
  return [0, 1, 2].flatMap((offset) => {
    const encoded = Buffer.concat([Buffer.alloc(offset), bytes])
      .toString('base64')
      .replace(/=+$/, '')
    // Omits characters that share bits with neighboring text.
    const start = offset === 0 ? 0 : offset + 1
    const end = (offset + bytes.length) % 3 === 0 ? encoded.length : encoded.length - 1
    const form = encoded.slice(start, end)
    return [form, form.replaceAll('+', '-').replaceAll('/', '_')]
  })
}

function urlEncodedForm(text: string): string {
  // A lone surrogate has no UTF-8 form; encodeURIComponent would throw.
  return encodeURIComponent(Buffer.from(text).toString())
}
