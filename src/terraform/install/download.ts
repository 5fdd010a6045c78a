import { createHash } from 'node:crypto'
import { createWriteStream } from 'node:fs'
import { pipeline } from 'node:stream/promises'
import { retry } from '../../http/retry'
import { isTransientStatus, RETRY } from '../../http/retry-policies'
import { isRecord, textAt } from '../../text/json'
import type { FailureReason } from '../../text/failure-reason'

export interface DownloadResponse {
  readonly status: number
  /** `Content-Length`. */
  readonly lengthBytes: number | undefined
  readonly body: AsyncIterable<Uint8Array>
}

export interface DownloadRuntime {
  readonly fetch: (url: string) => Promise<DownloadResponse>
  readonly sleep: (ms: number) => Promise<void>
  /** Returns a uniform number in [0, 1). */
  readonly random: () => number
}

/** Names the URL of a release mirror. */
export const MIRROR_VARIABLE = 'TERRAFORM_RELEASES_URL'

/** A failed download. */
export class DownloadFailed extends Error {
  override readonly name = 'DownloadFailed'
  readonly reason: FailureReason = 'terraform-missing'

  constructor(
    readonly details: {
      readonly url: string
      readonly message: string
      readonly status?: number | undefined
      readonly transient: boolean
    },
    options?: ErrorOptions,
  ) {
    super(`GET ${details.url}: ${details.message}`, options)
  }
}

/**
 * Downloads a file into memory.
 *
 * @throws DownloadFailed
 */
export async function downloadBytes(
  url: string,
  maxBytes: number,
  runtime: DownloadRuntime,
): Promise<Buffer> {
  return retryDownload(runtime, async () => {
    const chunks: Uint8Array[] = []
    let bytes = 0
    for await (const chunk of readCompletely(url, await request(url, runtime))) {
      bytes += chunk.length
      if (bytes > maxBytes) {
        const message = `the file is longer than ${maxBytes} bytes. Check ${MIRROR_VARIABLE}`
        throw new DownloadFailed({ url, message, transient: false })
      }
      chunks.push(chunk)
    }
    return Buffer.concat(chunks)
  })
}

/**
 * Downloads a file to a path.
 *
 * @returns its SHA-256 in hexadecimal
 * @throws DownloadFailed
 */
export async function downloadFile(url: string, path: string, runtime: DownloadRuntime): Promise<string> {
  return retryDownload(runtime, async () => {
    const hash = createHash('sha256')
    const response = await request(url, runtime)
    await pipeline(
      readCompletely(url, response),
      async function* (chunks: AsyncIterable<Uint8Array>) {
        for await (const chunk of chunks) {
          hash.update(chunk)
          yield chunk
        }
      },
      createWriteStream(path),
    )
    return hash.digest('hex')
  })
}

async function request(url: string, runtime: DownloadRuntime): Promise<DownloadResponse> {
  const response = await runtime.fetch(url).catch((error: unknown) => {
    throw connectionFailure(url, error)
  })
  const { status } = response
  if (status === 200) return response
  // An unread body would keep the process alive.
  await response.body[Symbol.asyncIterator]().return?.()
  const message = `the server answered ${status}`
  throw new DownloadFailed({ url, message, status, transient: isTransientStatus(status) })
}

/** Yields the body, and throws if it is shorter than announced. */
async function* readCompletely(
  url: string,
  { body, lengthBytes }: DownloadResponse,
): AsyncGenerator<Uint8Array> {
  let bytes = 0
  try {
    for await (const chunk of body) {
      bytes += chunk.length
      yield chunk
    }
  } catch (error) {
    throw connectionFailure(url, error)
  }
  if (lengthBytes !== undefined && bytes !== lengthBytes) {
    const message = `the connection was closed after ${bytes} of ${lengthBytes} bytes`
    throw new DownloadFailed({ url, message, transient: true })
  }
}

function connectionFailure(url: string, error: unknown): DownloadFailed {
  const fields = isRecord(error) ? error : {}
  const message = textAt(fields, 'code') ?? (textAt(fields, 'message') || String(error))
  return new DownloadFailed({ url, message, transient: true }, { cause: error })
}

function retryDownload<T>(clock: DownloadRuntime, call: () => Promise<T>): Promise<T> {
  return retry(call, {
    backoff: RETRY.download,
    clock,
    classify: (error) => (error instanceof DownloadFailed && error.details.transient ? {} : undefined),
    final: (error, attempts) => {
      if (!(error instanceof DownloadFailed)) return error
      const message = `${error.details.message} (${attempts} attempts)`
      return new DownloadFailed({ ...error.details, message }, { cause: error })
    },
  })
}

const IDLE_TIMEOUT_MS = 30_000

/** Sends a GET through the configured proxies, without redirects from HTTPS to HTTP. */
export async function fetchByHttpClient(url: string): Promise<DownloadResponse> {
  const { HttpClient } = await import('@actions/http-client')
  const client = new HttpClient('langfuse-deploy', [], {
    socketTimeout: IDLE_TIMEOUT_MS,
    allowRetries: false,
  })
  const { message } = await client.get(url)
  const length = Number(message.headers['content-length'])
  return {
    status: message.statusCode ?? 0,
    lengthBytes: Number.isSafeInteger(length) && message.headers['content-length'] ? length : undefined,
    body: message,
  }
}
