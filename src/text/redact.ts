import { isRecord } from './json'
import { secretForms } from './secret-forms'
import { SecretMatcher } from './secret-matcher'

/** Replaces a secret. */
export const MASK = '***'

/** Shorter secrets are words such as `on`, and shorter numbers are ports. */
const MIN_WHOLE_LENGTH = 4
const MIN_WHOLE_DIGITS = 6

/** Hides known secrets. */
export interface Redactor {
  /** Masks secrets of at least eight characters in a text, in every {@link secretForms form}. */
  readonly redact: (text: string) => string
  /** Whether a whole value is a secret: a text of at least four characters, or a number of six digits. */
  readonly isSecret: (value: unknown) => boolean
}

export function createRedactor(secrets: readonly string[]): Redactor {
  const whole = new Set(secrets.filter(({ length }) => length >= MIN_WHOLE_LENGTH))
  const matcher = new SecretMatcher(secrets.flatMap(secretForms))
  const isSecret = (value: unknown): boolean => {
    if (typeof value === 'string') return whole.has(value)
    return typeof value === 'number' && String(value).length >= MIN_WHOLE_DIGITS && whole.has(String(value))
  }
  return { redact: (text) => matcher.replace(text, MASK), isSecret }
}

/**
 * Masks secrets in all strings and keys of a JSON value.
 *
 * @param redact also gets the key of the object that has the string
 */
export function redactDeep(
  value: unknown,
  redact: (text: string, at?: string) => string,
  at?: string,
): unknown {
  if (typeof value === 'string') return redact(value, at)
  if (Array.isArray(value)) return value.map((item: unknown) => redactDeep(item, redact))
  if (!isRecord(value)) return value
  return Object.fromEntries(
    Object.entries(value).map(([key, item]) => [redact(key), redactDeep(item, redact, key)]),
  )
}

/** Masks secrets in all strings, numbers and keys of a JSON value, short secrets too if they are a whole value. */
export function redactValues(value: unknown, redactor: Redactor): unknown {
  if (redactor.isSecret(value)) return MASK
  if (typeof value === 'string') return redactor.redact(value)
  if (typeof value === 'number') return redactor.redact(String(value)) === String(value) ? value : MASK
  if (Array.isArray(value)) return value.map((item: unknown) => redactValues(item, redactor))
  if (!isRecord(value)) return value
  return Object.fromEntries(
    Object.entries(value).map(([key, item]) => [redactor.redact(key), redactValues(item, redactor)]),
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
