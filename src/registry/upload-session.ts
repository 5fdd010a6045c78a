import { HttpError } from '../http/error'
import { retry } from '../http/retry'
import { toPrintableLine } from '../text/sanitize'
import type { Descriptor } from './manifest'
import { pullScope, pushScope, type Registry, type RegistryAnswer } from './client'
import { unknownContentRetry } from './push-manifest'

export interface BlobLocation {
  readonly registry: Registry
  readonly repository: string
  readonly blob: Descriptor
}

/**
 * Opens an upload. If the registry does not know the repository, which may be new, the request is repeated for some
 * seconds.
 *
 * @throws HttpError
 */
export async function openUpload(registry: Registry, repository: string): Promise<URL> {
  const open = (): Promise<RegistryAnswer> =>
    registry.call({
      method: 'POST',
      path: `${repository}/blobs/uploads/`,
      scopes: [pushScope(repository)],
      accept: [202],
      rateLimitKey: 'InitiateLayerUpload',
    })
  const { headers, url } = await retry(open, unknownContentRetry(registry))
  return uploadLocation(registry, headers.location, url)
}

/**
 * Mounts a blob of another repository (specification, "Mounting a blob").
 *
 * @returns 'mounted', or an open upload if the registry declines
 * @throws HttpError
 */
export async function mount(
  { registry, repository, blob }: BlobLocation,
  from: string,
): Promise<'mounted' | URL> {
  const query = new URLSearchParams({ mount: blob.digest, from })
  const { status, headers, url } = await registry.call({
    method: 'POST',
    path: `${repository}/blobs/uploads/?${query.toString()}`,
    scopes: [pushScope(repository), pullScope(from)],
    accept: [201, 202],
    rateLimitKey: 'InitiateLayerUpload',
  })
  return status === 201 ? 'mounted' : uploadLocation(registry, headers.location, url)
}

/** Rejects other hosts: credentials stay with the registry. A relative Location is relative to the request (RFC 9110 §10.2.2). */
function uploadLocation(registry: Registry, location: string | undefined, requested: URL): URL {
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
