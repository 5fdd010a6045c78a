/** Hash of content that arrives in chunks. */
export interface ContentHash {
  /** Number of chunks that may wait for their hash. */
  readonly maxPending: number
  /** Takes a chunk, which must not change until the promise resolves. */
  update(chunk: Buffer): Promise<void>
  /** @returns hexadecimal digits */
  digest(): Promise<string>
  /** Ends the hash, also without a digest. */
  close(): void
}

const DONE = Promise.resolve()

/** Returns a hash that is computed in this thread. */
export function openHash(algorithm: string): ContentHash {
  const hash = process.getBuiltinModule('node:crypto').createHash(algorithm)
  return {
    maxPending: 1,
    update: (chunk) => {
      hash.update(chunk)
      return DONE
    },
    digest: () => Promise.resolve(hash.digest('hex')),
    close: () => undefined,
  }
}
