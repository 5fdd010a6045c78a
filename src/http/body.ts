import { networkError } from './network-error'
import { toPrintableLine } from '../text/sanitize'
import { HttpError } from './error'
import { ThroughputGuard } from './throughput'
import type { HttpRequest, HttpResponse } from './request'

/**
 * Reads a whole response body.
 *
 * @param limit in bytes
 * @throws HttpError
 */
export async function readBody(response: HttpResponse, request: HttpRequest, limit: number): Promise<Buffer> {
  const chunks: Buffer[] = []
  let length = 0
  const announced = Number(response.headers['content-length'] ?? 0)
  try {
    for await (const chunk of readChunks(response)) {
      length += chunk.length
      if (Math.max(length, announced) > limit) throw bodyTooLong(request, Math.max(length, announced), limit)
      chunks.push(chunk)
    }
  } catch (error) {
    response.destroy()
    throw networkError(request, error)
  }
  return Buffer.concat(chunks)
}

/**
 * Yields the chunks of a response.
 *
 * @throws SlowBody below the lowest throughput
 */
export async function* readChunks(
  response: AsyncIterable<unknown>,
  now: () => number = () => performance.now(),
): AsyncGenerator<Buffer> {
  const guard = new ThroughputGuard()
  let waitingSinceMs = now()
  for await (const chunk of response) {
    if (!Buffer.isBuffer(chunk)) continue
    guard.add(now() - waitingSinceMs, chunk.length)
    yield chunk
    waitingSinceMs = now()
  }
}

function bodyTooLong({ method, url }: HttpRequest, length: number, limit: number): HttpError {
  const message = `the response has ${length} bytes or more; the limit is ${limit} bytes`
  return new HttpError({ method, url, message: toPrintableLine(message), transient: false })
}
