/** What one request to a registry came to when it did not come to what was asked. */
export interface RegistryFacts {
  readonly method: string
  readonly url: URL
  /** HTTP status; undefined when no answer came. */
  readonly status?: number | undefined
  /** `errors[].code` of the answer (OCI distribution specification, "Error Codes"). */
  readonly codes?: readonly string[]
  /** The registry's own words, or what went wrong on the way; cleaned by {@link oneLine}. */
  readonly message: string
  /** The wait the registry asked for. */
  readonly retryAfterMs?: number | undefined
  /** Whether the same request may succeed later. */
  readonly transient: boolean
}

export class RegistryError extends Error {
  override readonly name: string = 'RegistryError'
  readonly host: string
  readonly status: number | undefined
  readonly codes: readonly string[]
  readonly retryAfterMs: number | undefined
  readonly transient: boolean

  constructor(
    readonly facts: RegistryFacts,
    options?: ErrorOptions,
  ) {
    const answer = facts.status === undefined ? '' : ` answered ${facts.status}`
    super(`${facts.method} ${facts.url.host}${facts.url.pathname}${answer}: ${facts.message}`, options)
    this.host = facts.url.host
    this.status = facts.status
    this.codes = facts.codes ?? []
    this.retryAfterMs = facts.retryAfterMs
    this.transient = facts.transient
  }

  /** The same failure, after which nothing more is tried. */
  final(tries: number): RegistryError {
    const message = tries > 1 ? `${this.facts.message} (after ${tries} tries)` : this.facts.message
    return new RegistryError({ ...this.facts, message, transient: false }, { cause: this })
  }
}

/** Bytes that are not what their digest or size says. Trying again would be trusting the same liar. */
export class CorruptContent extends Error {
  override readonly name = 'CorruptContent'
}

/** Something that a registry serves which this program does not copy, in a sentence that says so. */
export class UnsupportedContent extends Error {
  override readonly name = 'UnsupportedContent'
}

const LONGEST_MESSAGE = 300
// Controls (ANSI's escape among them), line ends, and marks that reorder or hide text.
const UNPRINTABLE = /[\u0000-\u001f\u007f-\u009f\u2028\u2029\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff]+/g

/** Text from outside as one printable line of bounded length. */
export function oneLine(text: string): string {
  const line = text.replace(UNPRINTABLE, ' ').replace(/ {2,}/g, ' ').trim()
  return line.length > LONGEST_MESSAGE ? `${line.slice(0, LONGEST_MESSAGE)}…` : line
}

/** A proxy, a captive portal or a mistyped host. */
export const HTML_PAGE = 'an HTML page came instead of an answer; is this the address of a registry?'

interface ErrorEntry {
  readonly code?: string
  readonly message?: string
}

/** Reads `{"errors":[{"code","message"}]}`, and whatever else registries and proxies answer instead. */
export function parseErrorBody(body: string, contentType: string): { codes: string[]; message: string } {
  const entries = errorEntries(body)
  if (entries.length > 0) {
    const words = entries.map(({ code, message }) => [code, message].filter((word) => word).join(': '))
    return { codes: entries.flatMap(({ code }) => code ?? []), message: oneLine(words.join('; ')) }
  }
  if (/html/i.test(contentType) || /^\s*<(?:!doctype|html)/i.test(body)) {
    return {
      codes: [],
      message: HTML_PAGE,
    }
  }
  return { codes: [], message: oneLine(body) || 'no reason given' }
}

function errorEntries(body: string): ErrorEntry[] {
  const parsed = parseJsonObject(body)
  if (!Array.isArray(parsed?.['errors'])) return []
  return parsed['errors'].filter(isRecord).map((entry) => ({
    ...(typeof entry['code'] === 'string' && { code: oneLine(entry['code']) }),
    ...(typeof entry['message'] === 'string' && { message: entry['message'] }),
  }))
}

/** Node's code of a call that failed, as in `ECONNREFUSED`; empty when there is none. */
export function codeOf(error: unknown): string {
  return isRecord(error) && typeof error['code'] === 'string' ? error['code'] : ''
}

/** What an error says, whatever was thrown. */
export function wordsOf(error: unknown): string {
  const message = isRecord(error) ? error['message'] : error
  return oneLine(typeof message === 'string' && message !== '' ? message : String(error))
}

/** @returns undefined for anything but a JSON object */
export function parseJsonObject(text: string): Record<string, unknown> | undefined {
  try {
    const value: unknown = JSON.parse(text)
    return isRecord(value) ? value : undefined
  } catch {
    return undefined
  }
}

export function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
