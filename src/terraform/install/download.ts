import { createHash } from 'node:crypto'
import { createWriteStream } from 'node:fs'
import { pipeline } from 'node:stream/promises'
import { isRecord, textAt } from '../../text/json'

/** What a server answered to a GET. */
export interface Answer {
  readonly status: number
  /** As announced; undefined when it was not. */
  readonly lengthBytes: number | undefined
  readonly body: AsyncIterable<Uint8Array>
}

export interface DownloadRuntime {
  readonly fetch: (url: string) => Promise<Answer>
  readonly sleep: (ms: number) => Promise<unknown>
  /** Uniform in [0, 1). */
  readonly random: () => number
}

/** A file that could not be had. */
export class DownloadFailed extends Error {
  override readonly name = 'DownloadFailed'

  constructor(
    readonly facts: {
      readonly url: string
      readonly reason: string
      readonly status?: number | undefined
      /** Whether another try may help. */
      readonly transient: boolean
    },
    options?: ErrorOptions,
  ) {
    super(`GET ${facts.url}: ${facts.reason}`, options)
  }
}

const TRIES = 5
const FIRST_WAIT_MS = 1_000
const LONGEST_WAIT_MS = 15_000

/** A file into memory. */
export async function downloadBytes(
  url: string,
  mostBytes: number,
  runtime: DownloadRuntime,
): Promise<Buffer> {
  return retry(runtime, async () => {
    const chunks: Uint8Array[] = []
    let bytes = 0
    for await (const chunk of whole(url, await answered(url, runtime))) {
      bytes += chunk.length
      if (bytes > mostBytes)
        throw failed(url, `it is longer than ${mostBytes} bytes; is this the right server?`)
      chunks.push(chunk)
    }
    return Buffer.concat(chunks)
  })
}

/** A file onto the disk. @returns its SHA-256 in hexadecimal */
export async function downloadFile(url: string, path: string, runtime: DownloadRuntime): Promise<string> {
  return retry(runtime, async () => {
    const hash = createHash('sha256')
    const answer = await answered(url, runtime)
    await pipeline(
      whole(url, answer),
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

async function answered(url: string, runtime: DownloadRuntime): Promise<Answer> {
  const answer = await runtime.fetch(url).catch((error: unknown) => {
    throw broken(url, error)
  })
  if (answer.status === 200) return answer
  // The rest of it is of no use, and an open answer would keep the process alive.
  await answer.body[Symbol.asyncIterator]().return?.()
  const transient = answer.status >= 500 || answer.status === 429 || answer.status === 408
  throw new DownloadFailed({
    url,
    reason: `the server answered ${answer.status}`,
    status: answer.status,
    transient,
  })
}

/** The bytes of an answer; an end before the announced one is a fault of the connection. */
async function* whole(url: string, { body, lengthBytes }: Answer): AsyncGenerator<Uint8Array> {
  let bytes = 0
  try {
    for await (const chunk of body) {
      bytes += chunk.length
      yield chunk
    }
  } catch (error) {
    throw broken(url, error)
  }
  if (lengthBytes !== undefined && bytes !== lengthBytes) {
    throw new DownloadFailed({
      url,
      reason: `it ended after ${bytes} of ${lengthBytes} bytes`,
      transient: true,
    })
  }
}

const failed = (url: string, reason: string): DownloadFailed =>
  new DownloadFailed({ url, reason, transient: false })

function broken(url: string, error: unknown): DownloadFailed {
  const fields = isRecord(error) ? error : {}
  const reason = textAt(fields, 'code') ?? (textAt(fields, 'message') || String(error))
  return new DownloadFailed({ url, reason, transient: true }, { cause: error })
}

async function retry<T>({ sleep, random }: DownloadRuntime, attempt: () => Promise<T>): Promise<T> {
  for (let tries = 1; ; tries++) {
    try {
      return await attempt()
    } catch (error) {
      if (!(error instanceof DownloadFailed) || !error.facts.transient) throw error
      if (tries === TRIES) {
        const reason = `${error.facts.reason} (${tries} tries)`
        throw new DownloadFailed({ ...error.facts, reason }, { cause: error })
      }
      await sleep(random() * Math.min(LONGEST_WAIT_MS, FIRST_WAIT_MS * 2 ** (tries - 1)))
    }
  }
}

const IDLE_MS = 30_000

/** GET through the proxies that the environment names; redirects never lead from HTTPS to HTTP. */
export async function fetchByHttpClient(url: string): Promise<Answer> {
  const { HttpClient } = await import('@actions/http-client')
  const client = new HttpClient('langfuse-deploy', [], { socketTimeout: IDLE_MS, allowRetries: false })
  const { message } = await client.get(url)
  const length = Number(message.headers['content-length'])
  return {
    status: message.statusCode ?? 0,
    lengthBytes: Number.isSafeInteger(length) && message.headers['content-length'] ? length : undefined,
    body: message,
  }
}
