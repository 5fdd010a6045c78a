import { createCipheriv, createHash } from 'node:crypto'

/** Bytes with random access, in memory or generated on the fly. */
export interface Body {
  readonly size: number
  /** Returns the bytes from `start` to `end` (exclusive). */
  readonly read: (start?: number, end?: number) => Iterable<Buffer>
}

export interface Content extends Body {
  readonly digest: string
}

export const sha256 = (bytes: Buffer | string): string =>
  `sha256:${createHash('sha256').update(bytes).digest('hex')}`

export function buffered(chunks: Buffer | readonly Buffer[], digest?: string): Content {
  const list = Buffer.isBuffer(chunks) ? [chunks] : chunks
  return { ...bodyOf(list), digest: digest ?? digestOf(list) }
}

export function bodyOf(chunks: readonly Buffer[]): Body {
  const size = chunks.reduce((sum, chunk) => sum + chunk.length, 0)
  return { size, read: (start = 0, end = size) => cut(chunks, start, end) }
}

export function part(body: Body, start: number, end: number): Body {
  return { size: end - start, read: (from = 0, to = end - start) => body.read(start + from, start + to) }
}

export function discarded(digest: string, size: number): Content {
  return {
    digest,
    size,
    read() {
      throw new Error(`${digest} was uploaded with discard: true, so its bytes are gone`)
    },
  }
}

/** First bytes of a layer. skopeo compresses layers without the magic bytes of a compressed format. */
export const magics = { gzip: '1f8b0800', zstd: '28b52ffd', none: '00000000' } as const
export type Magic = keyof typeof magics

const BLOCK = 256 * 1024
const STAMP = 16
const known = new Map<string, string>()

/**
 * Generates pseudo-random bytes from a seed: one repeated block, each time with its number, so that access by offset is
 * cheap, memory use is small, and blocks in the wrong order change the digest.
 */
export function virtual(
  size: number,
  seed: string,
  { magic = 'gzip', digest }: { magic?: Magic; digest?: string } = {},
): Content {
  const key = createHash('sha256').update(seed).digest()
  const cipher = createCipheriv('aes-128-ctr', key.subarray(0, 16), Buffer.alloc(16))
  const block = cipher.update(Buffer.alloc(Math.min(BLOCK, size)))

  function* read(start = 0, end = size): Generator<Buffer> {
    for (let position = start; position < end;) {
      const offset = position % BLOCK
      const length = Math.min((offset < STAMP ? STAMP : BLOCK) - offset, end - position)
      const source = offset < STAMP ? stamp((position - offset) / BLOCK) : block
      yield source.subarray(offset, offset + length)
      position += length
    }
  }
  const stamp = (index: number): Buffer => {
    const bytes = Buffer.from(`${magics[magic]}${key.toString('hex', 16, 20)}0000000000000000`, 'hex')
    bytes.writeUInt32BE(index, STAMP - 4)
    return bytes
  }
  const name = `${magic} ${size} ${seed}`
  const found = digest ?? known.get(name) ?? digestOf(read())
  known.set(name, found)
  return { size, digest: found, read }
}

export function flipped(body: Body, at: number): Body {
  function* read(start = 0, end = body.size): Generator<Buffer> {
    let position = start
    for (const chunk of body.read(start, end)) {
      yield at >= position && at < position + chunk.length ? flip(chunk, at - position) : chunk
      position += chunk.length
    }
  }
  return { size: body.size, read }
}

function flip(chunk: Buffer, at: number): Buffer {
  const copy = Buffer.from(chunk)
  copy.writeUInt8(copy.readUInt8(at) ^ 1, at)
  return copy
}

export const bytesOf = (body: Body): Buffer => Buffer.concat([...body.read()])

function* cut(chunks: Iterable<Buffer>, start: number, end: number): Generator<Buffer> {
  let position = 0
  for (const chunk of chunks) {
    if (position >= end) return
    const piece = chunk.subarray(Math.max(0, start - position), Math.max(0, end - position))
    if (piece.length > 0) yield piece
    position += chunk.length
  }
}

function digestOf(chunks: Iterable<Buffer>): string {
  const hash = createHash('sha256')
  for (const chunk of chunks) hash.update(chunk)
  return `sha256:${hash.digest('hex')}`
}
