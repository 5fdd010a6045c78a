import { describe, expect, test } from '@jest/globals'
import { startingTransfers, transferLimiter } from '../../src/registry/transfer-limit'

const MiB = 1024 * 1024

/** Runs transfers that never end; returns the sizes of those that start. */
async function started(sizes: readonly number[], concurrency?: number): Promise<number[]> {
  const running: number[] = []
  const limiter = transferLimiter(concurrency)
  for (const size of sizes) {
    void limiter.run(size, () => {
      running.push(size)
      return new Promise(() => undefined)
    })
  }
  await new Promise((resolve) => setImmediate(resolve))
  return running
}

const many = (count: number, size: number): number[] => Array.from({ length: count }, () => size)

describe('transfers at once', () => {
  test.each<[string, number[], number | undefined, number]>([
    ['32 small blobs', many(100, 100_000), undefined, 32],
    ['32 blobs of 4 MiB', many(100, 4 * MiB), undefined, 32],
    ['16 blobs of 8 MiB', many(100, 8 * MiB), undefined, 16],
    ['8 large blobs', many(100, 128 * MiB), undefined, 8],
    ['8 huge blobs', many(100, 10_000 * MiB), undefined, 8],
    ['4 large blobs and 16 small ones', [...many(4, 128 * MiB), ...many(99, 1)], undefined, 20],
    ['all blobs, if they are few', many(5, 128 * MiB), undefined, 5],
    ['as many small blobs as the input permits', many(100, 1), 3, 3],
    ['as many large blobs as the input permits', many(100, 128 * MiB), 64, 64],
  ])('are %s', async (_, sizes, concurrency, expected) => {
    const running = await started(sizes, concurrency)
    expect(running).toHaveLength(expected)
    expect(running).toEqual([...sizes].sort((one, other) => other - one).slice(0, expected))
    expect(startingTransfers(sizes, concurrency)).toBe(expected)
  })
})
