import { HttpError } from '../http/error'
import type { RetryOptions } from '../http/retry'
import { RETRY } from '../http/retry-policies'
import { pushScope, type Registry, UNKNOWN_STATUSES } from './client'
import { CorruptContent } from './error'
import { findDigest } from './fetch-manifest'
import { algorithmOf, digestOf, type Manifest } from './manifest'

/** Codes for a manifest whose blobs, children or repository the registry does not know. */
const UNKNOWN_CONTENT =
  /^(?:NAME_UNKNOWN|MANIFEST_BLOB_UNKNOWN|MANIFEST_UNKNOWN|BLOB_UNKNOWN|BLOB_UPLOAD_UNKNOWN)$/

interface Push {
  readonly repository: string
  readonly reference: string
  readonly manifest: Manifest
}

/**
 * Pushes a manifest. An error is ignored if the reference has the digest already.
 *
 * @throws HttpError; CorruptContent if the registry stored another digest
 */
export async function putManifest(registry: Registry, push: Push): Promise<void> {
  const { repository, reference, manifest } = push
  try {
    const { status, headers, url } = await registry.call({
      method: 'PUT',
      path: `${repository}/manifests/${reference}`,
      scopes: [pushScope(repository)],
      accept: [200, 201, 202],
      headers: { 'content-type': manifest.mediaType },
      body: manifest.bytes,
      rateLimitKey: 'PutImage',
    })
    const stored = headers['docker-content-digest']?.toString()
    // A page of a proxy may have status 200, too.
    if (status !== 201 || stored === undefined) {
      await confirmStored(registry, push, { url, status })
      return
    }
    // Registries may name the same bytes by another algorithm.
    if (stored === manifest.digest || stored === digestOf(manifest.bytes, algorithmOf(stored))) return
    throw new CorruptContent(`${registry.name} stored the manifest ${manifest.digest} as ${stored}`)
  } catch (error) {
    if (!(error instanceof HttpError)) throw error
    if (!(await isStored(registry, push))) throw withMediaType(error, manifest)
  }
}

/** Looks for a manifest whose push was answered without its digest. */
async function confirmStored(
  registry: Registry,
  { repository, reference, manifest }: Push,
  answer: { readonly url: URL; readonly status: number },
): Promise<void> {
  // With 201, only an answer that the manifest is not there counts: credentials may allow a push only.
  const unknown = UNKNOWN_STATUSES.filter((status) => status !== 404)
  const head = await registry.headManifest(repository, reference, { scope: pushScope(repository), unknown })
  const isUnknown = head.exists !== false && head.digest === undefined
  if (isUnknown && answer.status === 201) return
  const found = isUnknown ? await findDigest(registry, repository, reference) : head.digest
  if (found === manifest.digest) return
  const state = found === undefined ? 'does not have it' : `has ${found}`
  const message = `accepted the manifest ${manifest.digest}, but ${state}; check that no proxy answers in place of the registry`
  // Replicas may have it later.
  const codes = found === undefined && answer.status !== 200 ? ['MANIFEST_UNKNOWN'] : []
  throw new HttpError({ ...answer, method: 'PUT', codes, message, transient: false })
}

async function isStored(registry: Registry, { repository, reference, manifest }: Push): Promise<boolean> {
  const options = { scope: pushScope(repository), unknown: UNKNOWN_STATUSES }
  const found = await registry.headManifest(repository, reference, options).catch(() => undefined)
  return found?.digest === manifest.digest
}

function withMediaType(error: HttpError, { mediaType }: Manifest): HttpError {
  const isRefusal = error.status !== undefined && error.status !== 401 && error.status < 500
  if (!isRefusal) return error
  const message = `${error.details.message} (a manifest of type ${mediaType})`
  return new HttpError({ ...error.details, message }, { cause: error })
}

/**
 * Whether a push failed because the registry does not know what it has accepted before. Replicas and caches may know it
 * some seconds later.
 */
export function isUnknownContent(error: unknown): boolean {
  if (!(error instanceof HttpError) || !/^(?:PUT|POST)$/.test(error.details.method)) return false
  const { status, codes, details } = error
  if (codes.some((code) => UNKNOWN_CONTENT.test(code))) return true
  // The start of an upload answers so at an address that is not a registry's.
  return details.method === 'PUT' && status === 404 && codes.length === 0
}

/** Repeats a write for some seconds. @param isToRepeat other errors after which the write is repeated */
export const unknownContentRetry = (
  { runtime: { clock } }: Registry,
  isToRepeat: (error: unknown) => boolean = () => false,
): RetryOptions => ({
  backoff: RETRY.unknownContent,
  clock,
  classify: (error) => (isUnknownContent(error) || isToRepeat(error) ? {} : undefined),
})
