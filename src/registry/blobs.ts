import { createHash } from 'node:crypto'
import { chunksOf } from '../http/body'
import { pull, push, type Registry } from './client'
import { CorruptContent } from './error'
import { networkError } from '../http/network-error'
import { algorithmOf, type Descriptor } from './manifest'
import { pauseBeforeNext, retry } from '../http/retry'
import { toPrintableLine } from '../text/sanitize'
import { HttpError } from '../http/error'

/** A connection that brought this much before it broke has not failed: the count of tries begins again. */
const PROGRESS = 1024 * 1024

/** A blob in one repository. */
export interface BlobAt {
  readonly registry: Registry
  readonly repository: string
  readonly blob: Descriptor
}

/**
 * The bytes of a blob; a connection that breaks is taken up again where it broke.
 *
 * @throws HttpError after the last try
 */
export async function* download({ registry, repository, blob }: BlobAt): AsyncGenerator<Buffer> {
  const { clock, retry: policy } = registry.runtime
  let received = 0
  for (let tryNumber = 1; ; tryNumber++) {
    const before = received
    try {
      for await (const chunk of downloadFrom({ registry, repository, blob }, received)) {
        received += chunk.length
        yield chunk
      }
      return
    } catch (error) {
      if (received - before > PROGRESS) tryNumber = 1
      await pauseBeforeNext(error, { tryNumber, clock, policy })
    }
  }
}

async function* downloadFrom({ registry, repository, blob }: BlobAt, offset: number): AsyncGenerator<Buffer> {
  const { response, request } = await registry.open({
    method: 'GET',
    path: `${repository}/blobs/${blob.digest}`,
    scopes: [pull(repository)],
    accept: [200, 206],
    ...(offset > 0 && { headers: { range: `bytes=${offset}-` } }),
  })
  const fault = (message: string): HttpError =>
    new HttpError({
      method: 'GET',
      url: request.url,
      status: response.statusCode,
      message,
      transient: true,
    })
  try {
    // A server that ignores Range begins at the beginning; what is known already is passed over.
    let skip = response.statusCode === 206 ? 0 : offset
    const range = response.headers['content-range']
    if (response.statusCode === 206 && range?.startsWith(`bytes ${offset}-`) !== true) {
      throw fault(`was asked for bytes from ${offset} and sent '${toPrintableLine(range ?? 'no range')}'`)
    }
    let position = offset
    for await (const chunk of chunksOf(response)) {
      const fresh = chunk.subarray(Math.min(skip, chunk.length))
      skip -= chunk.length - fresh.length
      position += fresh.length
      if (fresh.length > 0) yield fresh
    }
    if (position < blob.size) throw fault(`ended after ${position} of ${blob.size} bytes`)
  } catch (error) {
    throw networkError(request, error)
  } finally {
    response.destroy()
  }
}

/**
 * Passes bytes on as they come, the last piece only once size and digest are known to be right:
 * what is wrong stays unfinished, whatever the receiver checks.
 *
 * @throws CorruptContent that names both digests
 */
export async function* verified(chunks: AsyncIterable<Buffer>, blob: Descriptor): AsyncGenerator<Buffer> {
  const hash = createHash(algorithmOf(blob.digest))
  let size = 0
  let held: Buffer | undefined
  for await (const chunk of chunks) {
    hash.update(chunk)
    size += chunk.length
    if (size > blob.size) {
      throw new CorruptContent(
        `blob ${blob.digest} is longer than the ${blob.size} bytes that its manifest gives it`,
      )
    }
    if (held !== undefined) yield held
    held = chunk
  }
  const digest = `${algorithmOf(blob.digest)}:${hash.digest('hex')}`
  if (size !== blob.size || digest !== blob.digest) {
    throw new CorruptContent(
      `blob ${blob.digest} (${blob.size} bytes) came as ${size} bytes with digest ${digest}; it was not stored`,
    )
  }
  if (held !== undefined) yield held
}

/**
 * Uploads one blob as `POST`, then one `PUT` with all bytes (specification, "POST then PUT"): ECR takes that
 * at any size, while its chunked uploads do not follow the specification
 * (https://github.com/aws/containers-roadmap/issues/2831). Each try opens a session of its own.
 *
 * @param bytes gives the blob from its beginning, once a try
 * @param session an upload that is already open, as a mount that was declined leaves it
 */
export async function upload(to: BlobAt, bytes: () => AsyncIterable<Buffer>, session?: URL): Promise<void> {
  const { registry, repository, blob } = to
  const { clock, retry: policy } = registry.runtime
  await retry(
    async (tryNumber) => {
      // The answer to a commit may be lost on its way, the blob is not.
      if (tryNumber > 1 && (await registry.hasBlob(repository, blob.digest))) return
      const chunks = verified(bytes(), blob)
      // The first piece is asked for while the upload opens: one round trip for both.
      const first = chunks.next()
      // Whoever reads it is told of a failure; until then nobody is listening.
      first.catch(() => undefined)
      try {
        const location = (tryNumber === 1 ? session : undefined) ?? (await openUpload(registry, repository))
        await commit(to, location, continued(first, chunks))
      } finally {
        // Not awaited: a source that hangs would hold up the next try.
        chunks.return(undefined).catch(() => undefined)
      }
    },
    clock,
    policy,
  )
}

/** @returns where to send the bytes @throws HttpError */
async function openUpload(registry: Registry, repository: string): Promise<URL> {
  const path = `${repository}/blobs/uploads/`
  const rated = 'InitiateLayerUpload'
  const { headers } = await registry.call({
    method: 'POST',
    path,
    scopes: [push(repository)],
    accept: [202],
    rated,
  })
  return uploadLocation(registry, headers.location)
}

/**
 * Asks for a blob that another repository of the same registry holds (specification, "Mounting a blob").
 *
 * @returns 'mounted', or the upload to go on with when the registry would rather have the bytes
 */
export async function mount({ registry, repository, blob }: BlobAt, from: string): Promise<'mounted' | URL> {
  const query = new URLSearchParams({ mount: blob.digest, from })
  const { status, headers } = await registry.call({
    method: 'POST',
    path: `${repository}/blobs/uploads/?${query.toString()}`,
    scopes: [push(repository), pull(from)],
    accept: [201, 202],
    rated: 'InitiateLayerUpload',
  })
  return status === 201 ? 'mounted' : uploadLocation(registry, headers.location)
}

async function commit(
  { registry, repository, blob }: BlobAt,
  location: URL,
  body: AsyncIterable<Buffer>,
): Promise<void> {
  const url = new URL(location)
  url.searchParams.set('digest', blob.digest)
  const scopes = [push(repository)]
  try {
    await registry.attempt({
      method: 'PUT',
      path: url,
      scopes,
      accept: [201, 204],
      headers: { 'content-type': 'application/octet-stream', 'content-length': String(blob.size) },
      body,
      idleTimeoutMs: registry.runtime.uploadIdleTimeoutMs,
      rated: 'CompleteLayerUpload',
    })
  } catch (error) {
    // A courtesy: a session that nobody will finish need not wait for its own expiry.
    await registry
      .attempt({ method: 'DELETE', path: location, scopes, accept: [204, 404] })
      .catch(() => undefined)
    throw restartable(error)
  }
}

/** A session that is gone, or bytes that the registry counted otherwise, need a new session and nothing else. */
function restartable(error: unknown): unknown {
  if (!(error instanceof HttpError)) return error
  const again =
    error.status === 416 || error.codes.some((code) => /^BLOB_UPLOAD_(?:UNKNOWN|INVALID)$/.test(code))
  return again ? new HttpError({ ...error.facts, transient: true }, { cause: error }) : error
}

/** Bytes and credentials stay with the registry they are for: another host's address is not followed. */
function uploadLocation(registry: Registry, location: string | undefined): URL {
  const { origin } = registry
  const url =
    location !== undefined && URL.canParse(location, origin.href) ? new URL(location, origin) : undefined
  if (url !== undefined && url.hostname === origin.hostname && url.protocol === 'http:')
    url.protocol = origin.protocol
  if (url?.host === origin.host) return url
  const message =
    url === undefined
      ? 'opened an upload and did not say where'
      : `wants the upload sent to another host, ${toPrintableLine(url.host)}; nothing was sent there`
  throw new HttpError({ method: 'POST', url: origin, message, transient: false })
}

async function* continued(
  first: Promise<IteratorResult<Buffer>>,
  rest: AsyncGenerator<Buffer>,
): AsyncGenerator<Buffer> {
  const result = await first
  if (result.done === true) return
  yield result.value
  yield* rest
}
