import { type ContentHash, openHash } from './content-hash'
import { CorruptContent } from './error'
import { algorithmOf, type Descriptor } from './manifest'

interface HeldChunk {
  readonly chunk: Buffer
  readonly hashed: Promise<void>
}

/**
 * Passes chunks through once they are hashed, the last one only after verification: a corrupt blob is never complete.
 *
 * @param hash is closed at the end
 * @throws CorruptContent
 */
export async function* verifyChunks(
  chunks: AsyncIterable<Buffer>,
  blob: Descriptor,
  hash: ContentHash = openHash(algorithmOf(blob.digest)),
): AsyncGenerator<Buffer> {
  const held: HeldChunk[] = []
  let size = 0
  try {
    for await (const chunk of chunks) {
      size += chunk.length
      if (size > blob.size) throw tooLong(blob)
      held.push({ chunk, hashed: hash.update(chunk) })
      const [first] = held
      if (first === undefined || held.length <= hash.maxPending) continue
      await first.hashed
      held.shift()
      yield first.chunk
    }
    checkContent(blob, { size, digest: `${algorithmOf(blob.digest)}:${await hash.digest()}` })
    for (const { chunk } of held) yield chunk
  } finally {
    hash.close()
  }
}

function tooLong(blob: Descriptor): CorruptContent {
  return new CorruptContent(
    `blob ${blob.digest} is longer than the ${blob.size} bytes in its manifest; it was not stored`,
    { mayBeTransient: true },
  )
}

function checkContent(blob: Descriptor, { size, digest }: { size: number; digest: string }): void {
  if (size === blob.size && digest === blob.digest) return
  const cause =
    digest === blob.digest
      ? ', and its digest is right: the size in the manifest is wrong'
      : ` with digest ${digest}`
  throw new CorruptContent(
    `blob ${blob.digest} (${blob.size} bytes) arrived as ${size} bytes${cause}; it was not stored`,
    { mayBeTransient: digest !== blob.digest },
  )
}
