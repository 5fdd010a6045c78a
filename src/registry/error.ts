import { isRecord, parseObject } from '../text/json'
import { toPrintableLine } from '../text/sanitize'

/** Bytes that are not what their digest or size says. Trying again would be trusting the same liar. */
export class CorruptContent extends Error {
  override readonly name = 'CorruptContent'
}

/** Something that a registry serves which this program does not copy, in a sentence that says so. */
export class UnsupportedContent extends Error {
  override readonly name = 'UnsupportedContent'
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
    return { codes: entries.flatMap(({ code }) => code ?? []), message: toPrintableLine(words.join('; ')) }
  }
  if (/html/i.test(contentType) || /^\s*<(?:!doctype|html)/i.test(body)) {
    return {
      codes: [],
      message: HTML_PAGE,
    }
  }
  return { codes: [], message: toPrintableLine(body) || 'no reason given' }
}

function errorEntries(body: string): ErrorEntry[] {
  const parsed = parseObject(body)
  if (!Array.isArray(parsed?.['errors'])) return []
  return parsed['errors'].filter(isRecord).map((entry) => ({
    ...(typeof entry['code'] === 'string' && { code: toPrintableLine(entry['code']) }),
    ...(typeof entry['message'] === 'string' && { message: entry['message'] }),
  }))
}
