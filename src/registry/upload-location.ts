import { HttpError } from '../http/error'
import { toPrintableLine } from '../text/sanitize'
import type { Registry } from './client'

/** Rejects other hosts: credentials stay with the registry. A relative Location is relative to the request (RFC 9110 §10.2.2). */
export function uploadLocation(registry: Registry, location: string | undefined, requested: URL): URL {
  const { origin } = registry
  const url =
    location !== undefined && location !== '' && URL.canParse(location, requested.href)
      ? new URL(location, requested)
      : undefined
  if (url !== undefined && url.hostname === origin.hostname && url.protocol === 'http:')
    url.protocol = origin.protocol
  if (url?.host === origin.host) return url
  const message =
    url === undefined
      ? 'opened an upload without a usable Location header'
      : `redirected the upload to another host, ${toPrintableLine(url.host)}; nothing was sent there`
  throw new HttpError({ method: 'POST', url: origin, message, transient: false })
}
