import { HttpError } from '../http/error'
import { pushScope, type Registry, UNKNOWN_STATUSES } from './client'
import { CorruptContent } from './error'
import { algorithmOf, digestOf, type Manifest } from './manifest'

/** Codes and statuses for a manifest whose blobs or children the registry does not know. */
const UNKNOWN_CONTENT = /^(?:MANIFEST_BLOB_UNKNOWN|MANIFEST_UNKNOWN|BLOB_UNKNOWN|BLOB_UPLOAD_UNKNOWN)$/

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
    const { headers } = await registry.call({
      method: 'PUT',
      path: `${repository}/manifests/${reference}`,
      scopes: [pushScope(repository)],
      accept: [200, 201, 202],
      headers: { 'content-type': manifest.mediaType },
      body: manifest.bytes,
      rateLimitKey: 'PutImage',
    })
    const stored = headers['docker-content-digest']?.toString() ?? manifest.digest
    // Registries may name the same bytes by another algorithm.
    if (stored === manifest.digest || stored === digestOf(manifest.bytes, algorithmOf(stored))) return
    throw new CorruptContent(`${registry.name} stored the manifest ${manifest.digest} as ${stored}`)
  } catch (error) {
    if (!(error instanceof HttpError)) throw error
    if (!(await isStored(registry, push))) throw withMediaType(error, manifest)
  }
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
 * Whether a push failed because the registry does not know blobs or children. Replicas and caches may know them some
 * seconds later.
 */
export function isUnknownContent(error: unknown): boolean {
  return error instanceof HttpError && error.codes.some((code) => UNKNOWN_CONTENT.test(code))
}
