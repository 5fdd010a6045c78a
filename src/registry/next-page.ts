import { HttpError } from '../http/error'
import { toPrintableLine } from '../text/sanitize'

/**
 * Reads the query of the next page from a `Link` header (RFC 8288).
 *
 * @throws HttpError for a link that is not a URL
 */
export function nextQuery(link: string | readonly string[] | undefined, url: URL): string | undefined {
  const [, address] = /<([^>]*)>\s*;[^,]*\brel="?next"?/i.exec(String(link ?? '')) ?? []
  if (address === undefined) return undefined
  if (URL.canParse(address, url.href)) return new URL(address, url).search
  const message = `the Link header has an invalid URL: ${toPrintableLine(address)}`
  throw new HttpError({ method: 'GET', url, message, transient: false })
}
