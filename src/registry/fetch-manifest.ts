import { HttpError } from '../http/error'
import { httpRetry } from '../http/http-retry'
import { retry, type RetryOptions } from '../http/retry'
import { pullScope, type Registry, type RegistryAnswer, type RegistryCall, UNKNOWN_STATUSES } from './client'
import { decompressed } from './content-encoding'
import { hasPullLimit } from './pull-limit'
import { CorruptContent, htmlMessage } from './error'
import { isHtml } from '../http/html'
import { digestOf, type Manifest, parseManifest, verifyDigest } from './manifest'
import { MANIFEST_TYPES, READABLE_TYPES } from './media-types'

/** Specification, "Pushing Manifests". */
const MAX_MANIFEST_BYTES = 4 * 1024 * 1024
/** Transfers of bytes with a wrong digest. */
const MAX_CORRUPT_MANIFESTS = 3
const MAX_CORRUPT_BLOBS = 2

/**
 * Fetches a manifest by tag or digest and verifies its digest.
 *
 * @throws HttpError, CorruptContent, UnsupportedContent
 */
export function fetchManifest(registry: Registry, repository: string, reference: string): Promise<Manifest> {
  return readManifest({ registry, repository, reference }, parseManifest)
}

/**
 * Fetches a manifest and verifies its digest, without parsing it.
 *
 * @throws HttpError, CorruptContent
 */
export function fetchManifestBytes(registry: Registry, repository: string, digest: string): Promise<Buffer> {
  return readManifest({ registry, repository, reference: digest }, (bytes) => {
    verifyDigest(bytes, digest)
    return bytes
  })
}

interface ManifestAddress {
  readonly registry: Registry
  readonly repository: string
  readonly reference: string
}

/** @param parse throws CorruptContent for another digest */
async function readManifest<T>(
  { registry, repository, reference }: ManifestAddress,
  parse: (bytes: Buffer, digest: string, contentType: string) => T,
): Promise<T> {
  const isDigest = reference.includes(':')
  const call: RegistryCall = {
    method: 'GET',
    path: `${repository}/manifests/${reference}`,
    scopes: [pullScope(repository)],
    headers: { accept: (isDigest ? READABLE_TYPES : MANIFEST_TYPES).join(', ') },
    maxBytes: MAX_MANIFEST_BYTES,
    // A response that needs Node's client is requested twice, which would count as two pulls.
    ...(!hasPullLimit(registry) && { bulk: 'manifest' as const }),
  }
  const read = async (): Promise<T> => {
    const answer = await registry.attempt(call)
    if (isHtml(answer.headers['content-type'] ?? '')) throw htmlPageError(answer)
    const bytes = decompressed(answer.body, answer.headers, MAX_MANIFEST_BYTES)
    const named = answer.headers['docker-content-digest']?.toString()
    return parse(bytes, isDigest ? reference : (named ?? digestOf(bytes)), contentType(answer))
  }
  return withSource(
    `${registry.name}/${repository}`,
    retry(read, corruptRetry(registry, MAX_CORRUPT_MANIFESTS)),
  )
}

const contentType = ({ headers }: RegistryAnswer): string => headers['content-type'] ?? ''

function htmlPageError({ status, url }: RegistryAnswer): HttpError {
  return new HttpError({ method: 'GET', url, status, message: htmlMessage(status), transient: false })
}

/**
 * Returns the digest of a tag, or undefined if the tag does not exist. A GET replaces a HEAD that is refused or names
 * no digest.
 *
 * @throws HttpError, CorruptContent, UnsupportedContent
 */
export async function findDigest(
  registry: Registry,
  repository: string,
  reference: string,
): Promise<string | undefined> {
  const refused = UNKNOWN_STATUSES.filter((status) => status !== 404)
  const { exists, digest } = await registry.headManifest(repository, reference, { unknown: refused })
  if (exists === false || digest !== undefined) return digest
  try {
    return (await fetchManifest(registry, repository, reference)).digest
  } catch (error) {
    if (error instanceof HttpError && UNKNOWN_STATUSES.includes(error.status ?? 0)) return undefined
    throw error
  }
}

/** Like {@link httpRetry}; bytes with a wrong digest are requested again, too. */
function corruptRetry(registry: Registry, maxTransfers: number): RetryOptions {
  const { clock, retry: policy } = registry.runtime
  const options = httpRetry(clock, policy)
  let transfers = 0
  return {
    ...options,
    classify: (error, attempt) => {
      if (!(error instanceof CorruptContent)) return options.classify(error, attempt)
      transfers += 1
      return error.mayBeTransient && transfers < maxTransfers ? {} : undefined
    },
  }
}

/** Options for one more transfer of a blob that arrives corrupt. */
export const corruptBlobRetry = (registry: Registry): RetryOptions =>
  corruptRetry(registry, MAX_CORRUPT_BLOBS)

/** Adds the source to the message about corrupt content. */
export async function withSource<T>(source: string, content: Promise<T>): Promise<T> {
  try {
    return await content
  } catch (error) {
    if (!(error instanceof CorruptContent)) throw error
    const { mayBeTransient } = error
    throw new CorruptContent(`${source}: ${error.message}`, { cause: error, mayBeTransient })
  }
}
