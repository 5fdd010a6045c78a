import type { IncomingHttpHeaders } from 'node:http'
import { pipeline } from 'node:stream'
import type { Descriptor } from './manifest'

// Registries and proxies compress although `identity` was requested, and some label content that is compressed by itself.

const isLabelled = (headers: IncomingHttpHeaders): boolean =>
  /^(?:x-)?gzip$/i.test(headers['content-encoding']?.trim() ?? '')

/**
 * Whether the body is the gzip form of a blob, and not the blob itself with the label.
 *
 * @param bytes of the blob that the body should have
 */
export function isCompressed(
  headers: IncomingHttpHeaders,
  { mediaType }: Pick<Descriptor, 'mediaType'>,
  bytes: number,
): boolean {
  if (!isLabelled(headers)) return false
  const length = headers['content-length']
  return length === undefined ? !/gzip$/.test(mediaType) : Number(length) !== bytes
}

/** Decompresses a body. @throws errors of zlib and of the source */
export async function* decompress(chunks: AsyncIterable<Buffer>): AsyncGenerator<Buffer> {
  const gunzip = process.getBuiltinModule('node:zlib').createGunzip()
  // The iteration throws the error.
  pipeline(chunks, gunzip, () => undefined)
  for await (const chunk of gunzip) if (Buffer.isBuffer(chunk)) yield chunk
}

/** Returns a body without its compression, or as it is if it has none. */
export function decompressed(body: Buffer, headers: IncomingHttpHeaders, maxBytes: number): Buffer {
  if (!isLabelled(headers)) return body
  try {
    return process.getBuiltinModule('node:zlib').gunzipSync(body, { maxOutputLength: maxBytes })
  } catch {
    return body
  }
}
