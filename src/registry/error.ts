import { isHtml } from '../http/html'
import { isRecord, parseObject } from '../text/json'
import { toPrintableLine } from '../text/sanitize'
import type { FailureReason } from '../text/failure-reason'

/** Wrong digest or size. */
export class CorruptContent extends Error {
  override readonly name = 'CorruptContent'
  readonly reason: FailureReason = 'copy-failed'
  /** Set if the bytes may have been altered on their way; another transfer is hashed again. */
  readonly mayBeTransient: boolean

  constructor(message: string, { mayBeTransient = false, ...options }: CorruptContentOptions = {}) {
    super(message, options)
    this.mayBeTransient = mayBeTransient
  }
}

interface CorruptContentOptions extends ErrorOptions {
  readonly mayBeTransient?: boolean
}

/** Valid content that this action does not copy. */
export class UnsupportedContent extends Error {
  override readonly name = 'UnsupportedContent'
  readonly reason: FailureReason = 'copy-failed'
}

const HTML_PAGE =
  'the answer is an HTML page; check that the host is a registry and that no proxy intercepts the request'
const BODY_LIMIT =
  'the request is larger than the server, or a proxy in front of it, accepts. ' +
  "Raise its limit of the request body (nginx: client_max_body_size) or use the registry's own address"
const MAX_DETAIL_LENGTH = 300

interface ErrorEntry {
  readonly code?: string
  readonly message?: string
  readonly detail?: string
}

interface ErrorBody {
  readonly status: number
  readonly body: string
  readonly contentType: string
}

/**
 * Parses `{"errors":[{"code","message","detail"}]}` (distribution specification, "Error Codes").
 * Any other body becomes the message.
 */
export function parseErrorBody({ status, body, contentType }: ErrorBody): {
  codes: string[]
  message: string
} {
  const entries = errorEntries(body)
  const codes = entries.flatMap(({ code }) => code ?? [])
  if (status === 413) return { codes, message: [...entries.map(describe), BODY_LIMIT].join('; ') }
  if (entries.length > 0) return { codes, message: [...new Set(entries.map(describe))].join('; ') }
  return { codes, message: isHtml(contentType, body) ? htmlMessage(status) : reasonIn(body) }
}

/** Returns the message for a page that came instead of a registry's answer. */
export function htmlMessage(status: number): string {
  return status >= 500 || status === 429
    ? 'a gateway or proxy in front of the registry answered with an HTML page'
    : HTML_PAGE
}

function reasonIn(body: string): string {
  const json = parseObject(body)
  // Artifactory, Nexus and API gateways have their own formats.
  const texts = ['message', 'error', 'detail', 'details'].map((key) => json?.[key])
  return toPrintableLine(texts.find(isText) ?? body) || 'no reason given'
}

const isText = (value: unknown): value is string => typeof value === 'string' && value !== ''

function describe({ code, message, detail }: ErrorEntry): string {
  const text = [code, message].filter((part) => part).join(': ')
  return toPrintableLine(detail === undefined || message?.includes(detail) ? text : `${text} (${detail})`)
}

function errorEntries(body: string): ErrorEntry[] {
  const parsed = parseObject(body)
  if (typeof parsed?.['__type'] === 'string') return [awsEntry(parsed)]
  if (!Array.isArray(parsed?.['errors'])) return []
  return parsed['errors'].filter(isRecord).map((entry) => {
    const code = typeof entry['code'] === 'string' ? toPrintableLine(entry['code']) : undefined
    // For UNAUTHORIZED, the detail only repeats the requested access.
    const detail = code === 'UNAUTHORIZED' ? undefined : detailText(entry['detail'])
    return {
      ...(code !== undefined && { code }),
      ...(typeof entry['message'] === 'string' && { message: entry['message'] }),
      ...(detail !== undefined && { detail }),
    }
  })
}

/** AWS's own form: `{"__type":"com.amazonaws…#LimitExceededException","message":"…"}`. */
function awsEntry({ __type: type, message, Message = message }: Record<string, unknown>): ErrorEntry {
  const code = toPrintableLine(String(type).replace(/^.*#/, ''))
  return { code, ...(typeof Message === 'string' && { message: Message }) }
}

function detailText(detail: unknown): string | undefined {
  if (detail === undefined || detail === null) return undefined
  const text = toPrintableLine(typeof detail === 'string' ? detail : JSON.stringify(detail))
  if (text === '' || text === '{}' || text === '[]') return undefined
  return text.length > MAX_DETAIL_LENGTH ? `${text.slice(0, MAX_DETAIL_LENGTH)}…` : text
}
