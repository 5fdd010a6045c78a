import type { IncomingMessage } from 'node:http'
import { networkError } from './network-error'
import { toPrintableLine } from '../text/sanitize'
import { HttpError } from './error'
import type { HttpRequest } from './request'

/**
 * Reads an answer whole.
 *
 * @param limit bytes; what goes beyond is refused, announced or not
 * @throws HttpError when it is cut off or too long
 */
export async function readBody(
  response: IncomingMessage,
  request: HttpRequest,
  limit: number,
): Promise<Buffer> {
  const chunks: Buffer[] = []
  let length = 0
  const announced = Number(response.headers['content-length'] ?? 0)
  try {
    for await (const chunk of chunksOf(response)) {
      length += chunk.length
      if (Math.max(length, announced) > limit) throw tooLong(request, Math.max(length, announced), limit)
      chunks.push(chunk)
    }
  } catch (error) {
    response.destroy()
    throw networkError(request, error)
  }
  return Buffer.concat(chunks)
}

/** The same stream, with each piece seen to be bytes. */
export async function* chunksOf(response: IncomingMessage): AsyncGenerator<Buffer> {
  for await (const chunk of response) {
    if (Buffer.isBuffer(chunk)) yield chunk
  }
}

function tooLong({ method, url }: HttpRequest, length: number, limit: number): HttpError {
  const message = `the answer is ${length} bytes long or longer; at most ${limit} make sense here`
  return new HttpError({ method, url, message: toPrintableLine(message), transient: false })
}
