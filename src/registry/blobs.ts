import { readChunks } from '../http/body'
import { type OpenAnswer, pullScope, pushScope, type RegistryAnswer } from './client'
import { decompress, isCompressed } from './content-encoding'
import { corruptBlobRetry } from './fetch-manifest'
import { networkError } from '../http/network-error'
import { algorithmOf, type Descriptor } from './manifest'
import { unknownContentRetry } from './push-manifest'
import { httpRetry } from '../http/http-retry'
import { retry, RetryState } from '../http/retry'
import { toPrintableLine } from '../text/sanitize'
import { HttpError } from '../http/error'
import type { HttpResponse } from '../http/request'
import { type BlobLocation, openUpload } from './upload-session'
import { verifyChunks } from './verify-chunks'

/** This much progress resets the count of attempts. */
const MIN_PROGRESS_BYTES = 1024 * 1024

/**
 * Downloads a blob; broken connections are resumed.
 *
 * @throws HttpError after the last attempt
 */
export async function* download({ registry, repository, blob }: BlobLocation): AsyncGenerator<Buffer> {
  const { clock, retry: policy } = registry.runtime
  let received = 0
  let retrying = new RetryState(httpRetry(clock, policy))
  for (let attempt = 1; ; attempt++) {
    const before = received
    try {
      for await (const chunk of downloadFrom({ registry, repository, blob }, received)) {
        received += chunk.length
        yield chunk
      }
      return
    } catch (error) {
      if (received - before > MIN_PROGRESS_BYTES) {
        attempt = 1
        retrying = new RetryState(httpRetry(clock, policy))
      }
      await retrying.before(attempt + 1, error)
    }
  }
}

async function* downloadFrom(from: BlobLocation, offset: number): AsyncGenerator<Buffer> {
  const { blob } = from
  let asked = offset
  let { response, request } = await openDownload(from, asked)
  if (offset > 0 && !isContinuation(response, { blob, offset })) {
    response.destroy()
    const isEnd = response.headers['content-range']?.trim() === `bytes */${offset}`
    // The blob is shorter than its descriptor says; the digest check reports it.
    if (response.statusCode === 416 && isEnd) return
    // The server, or a proxy, cannot resume.
    asked = 0
    ;({ response, request } = await openDownload(from, asked))
  }
  const { url } = request
  const downloadError = (message: string): HttpError =>
    new HttpError({ method: 'GET', url, status: response.statusCode, message, transient: true })
  try {
    const isPart = response.statusCode === 206
    if (isPart && rangeStart(response) !== asked) {
      const range = response.headers['content-range'] ?? 'no range'
      throw downloadError(`was asked for bytes from ${asked} but sent '${toPrintableLine(range)}'`)
    }
    // The server may ignore Range.
    let skip = isPart ? offset - asked : offset
    let position = offset
    const chunks = readChunks(response)
    const isEncoded = isCompressed(response.headers, blob, blob.size - (isPart ? asked : 0))
    for await (const chunk of isEncoded ? decompress(chunks) : chunks) {
      const fresh = chunk.subarray(Math.min(skip, chunk.length))
      skip -= chunk.length - fresh.length
      position += fresh.length
      if (fresh.length > 0) yield fresh
    }
    if (position < blob.size) throw downloadError(`ended after ${position} of ${blob.size} bytes`)
  } catch (error) {
    throw networkError(request, error)
  } finally {
    response.destroy()
  }
}

/** First byte of a partial answer. */
const rangeStart = ({ headers }: HttpResponse): number | undefined => {
  const start = /^bytes[ =]\s*(\d+)-/i.exec(headers['content-range'] ?? '')?.[1]
  return start === undefined ? undefined : Number(start)
}

/** Whether an answer to a Range request has the remaining bytes, at the end of the blob or of the whole blob. */
function isContinuation(
  response: HttpResponse,
  { blob, offset }: { readonly blob: Descriptor; readonly offset: number },
): boolean {
  if (response.statusCode === 200) return true
  // Ranges of a compressed form count its own bytes.
  const isEncoded = isCompressed(response.headers, blob, blob.size - offset)
  return response.statusCode === 206 && rangeStart(response) === offset && !isEncoded
}

/** Answers of servers and proxies that support no ranges. */
const RANGE_REFUSALS = [400, 403, 405, 416, 501]

function openDownload({ registry, repository, blob }: BlobLocation, offset: number): Promise<OpenAnswer> {
  return registry.open({
    method: 'GET',
    path: `${repository}/blobs/${blob.digest}`,
    scopes: [pullScope(repository)],
    accept: offset > 0 ? [200, 206, ...RANGE_REFUSALS] : [200, 206],
    bulk: 'blob',
    ...(offset > 0 && { headers: { range: `bytes=${offset}-` } }),
  })
}

/**
 * Uploads a blob (specification, "POST then PUT"). ECR's chunked uploads deviate from the specification
 * (https://github.com/aws/containers-roadmap/issues/2831).
 *
 * @param bytes is called once per attempt
 * @param session open upload of a declined mount, for the first attempt
 * @throws HttpError, CorruptContent
 */
export async function upload(
  to: BlobLocation,
  bytes: () => AsyncIterable<Buffer>,
  session?: URL,
): Promise<void> {
  const { registry, repository, blob } = to
  let location = session
  await retry(async (attempt) => {
    // Only the answer may have been lost.
    if (attempt > 1 && (await registry.hasBlob(repository, blob.digest))) return
    const chunks = verifyChunks(
      bytes(),
      blob,
      registry.runtime.hashes?.open(algorithmOf(blob.digest), blob.size),
    )
    // Download and upload open in parallel.
    const first = chunks.next()
    // Prevents an unhandled rejection before `prepend` awaits it.
    first.catch(() => undefined)
    try {
      const opened = location ?? (await openUpload(registry, repository))
      location = undefined
      await commit(to, opened, prepend(first, chunks))
    } catch (error) {
      if (error instanceof HttpError) location = error.details.redirectedTo
      throw error
    } finally {
      // Not awaited: the source may hang.
      chunks.return(undefined).catch(() => undefined)
    }
  }, corruptBlobRetry(registry))
}

async function commit(to: BlobLocation, location: URL, body: AsyncIterable<Buffer>): Promise<void> {
  const { registry, repository, blob } = to
  const url = new URL(location)
  url.searchParams.set('digest', blob.digest)
  const scopes = [pushScope(repository)]
  let answer: RegistryAnswer
  try {
    answer = await registry.attempt({
      method: 'PUT',
      path: url,
      scopes,
      accept: [200, 201, 202, 204],
      headers: { 'content-type': 'application/octet-stream', 'content-length': String(blob.size) },
      body,
      idleTimeoutMs: registry.runtime.uploadIdleTimeoutMs,
      rateLimitKey: 'CompleteLayerUpload',
    })
  } catch (error) {
    // Frees the session before it expires.
    await registry
      .attempt({ method: 'DELETE', path: location, scopes, accept: [204, 404] })
      .catch(() => undefined)
    throw asRestartable(error)
  }
  // A proxy answers 200, too, and a registry that accepts with 202 stores later.
  if (answer.status === 200 || answer.status === 202) await confirmStored(to, answer)
}

/** Looks for a blob for some seconds. A registry that refuses HEAD decides when the manifest is pushed. */
async function confirmStored(
  { registry, repository, blob: { digest } }: BlobLocation,
  { status, url }: RegistryAnswer,
): Promise<void> {
  const message = `accepted the blob ${digest}, but does not have it; check that no proxy answers in place of the registry`
  const missing = { method: 'PUT', url, status, codes: ['BLOB_UNKNOWN'], message, transient: false }
  await retry(async () => {
    if (!(await registry.hasBlob(repository, digest, { ifRefused: true }))) throw new HttpError(missing)
  }, unknownContentRetry(registry))
}

const RESTARTABLE = /^(?:BLOB_UPLOAD_INVALID|BLOB_UPLOAD_UNKNOWN|BLOB_UNKNOWN|NAME_UNKNOWN)$/

/** A new session fixes these errors. */
function asRestartable(error: unknown): unknown {
  if (!(error instanceof HttpError)) return error
  if (error.details.redirectedTo !== undefined) {
    return new HttpError({ ...error.details, retryImmediately: true, transient: true }, { cause: error })
  }
  const isRestartable = error.status === 416 || error.codes.some((code) => RESTARTABLE.test(code))
  return isRestartable ? new HttpError({ ...error.details, transient: true }, { cause: error }) : error
}

async function* prepend(
  first: Promise<IteratorResult<Buffer>>,
  remaining: AsyncGenerator<Buffer>,
): AsyncGenerator<Buffer> {
  const result = await first
  if (result.done === true) return
  yield result.value
  yield* remaining
}
