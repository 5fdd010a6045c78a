import type { Log } from '../../github/log'
import { isRecord, parseJson } from '../../text/json'
import { compileRedactor } from '../../text/redact'

/** The runner would mask a shorter value inside unrelated words. */
const MIN_MASKED_LENGTH = 8

/** Sensitive values of a Terraform root, masked in the log. */
export class Secrets {
  private readonly known = new Set<string>()
  private redactKnown = compileRedactor([])

  constructor(private readonly log: Pick<Log, 'mask'>) {}

  readonly redact = (text: string): string => this.redactKnown(text)

  readonly add = (values: readonly string[]): void => {
    const added = [...new Set(values.flatMap((value) => [value, ...partsOf(value)]))].filter(
      (value) => value !== '' && !this.known.has(value),
    )
    if (added.length === 0) return
    for (const value of added) {
      this.known.add(value)
      if (value.length >= MIN_MASKED_LENGTH) this.log.mask(value)
    }
    this.redactKnown = compileRedactor(this.values)
  }

  get values(): readonly string[] {
    return [...this.known]
  }
}

/** Longer texts are documents, not secrets. */
const MAX_STRUCTURED_LENGTH = 64 * 1024
const MAX_DEPTH = 20

/** Returns the secrets inside a secret: the strings of a JSON document, the password of a URL. */
function partsOf(secret: string): string[] {
  if (secret.length > MAX_STRUCTURED_LENGTH) return []
  if (/^\s*[{[]/.test(secret)) return stringsOf(parseJson(secret), 0)
  const [, password] = /^[a-z][a-z\d+.-]{0,30}:\/\/[^\s/?#@:]*:([^\s/?#@]+)@/i.exec(secret) ?? []
  return password === undefined ? [] : [password, decoded(password)]
}

function stringsOf(value: unknown, depth: number): string[] {
  if (typeof value === 'string') return [value]
  if (depth > MAX_DEPTH) return []
  if (Array.isArray(value)) return value.flatMap((item: unknown) => stringsOf(item, depth + 1))
  return isRecord(value) ? Object.values(value).flatMap((item) => stringsOf(item, depth + 1)) : []
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text)
  } catch {
    return text
  }
}
