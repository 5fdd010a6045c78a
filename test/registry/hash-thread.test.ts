import { createHash, randomBytes } from 'node:crypto'
import { afterEach, describe, expect, test } from '@jest/globals'
import type { ContentHash } from '../../src/registry/content-hash'
import { HashThread } from '../../src/registry/hash-thread'
import { Closing } from './open'

const closing = new Closing()
afterEach(() => closing.all())

const MiB = 1024 * 1024
const open = (cores = 2, minBytes = 1): HashThread => closing.add(new HashThread(cores, minBytes))

/** Chunks in memory that threads share, as a slab has it. */
function shared(bytes: Buffer): Buffer {
  const copy = Buffer.from(new SharedArrayBuffer(bytes.length + 100), 50, bytes.length)
  bytes.copy(copy)
  return copy
}

async function digestOf(hash: ContentHash, chunks: readonly Buffer[]): Promise<string> {
  await Promise.all(chunks.map((chunk) => hash.update(chunk)))
  const digest = await hash.digest()
  hash.close()
  return digest
}

const expected = (chunks: readonly Buffer[], algorithm = 'sha256'): string =>
  createHash(algorithm).update(Buffer.concat(chunks)).digest('hex')

const chunks = (): Buffer[] => [200_000, 1, 65_536, 3].map((size) => randomBytes(size))

describe('the hash of large content', () => {
  test.each([
    ['shared memory', shared],
    ['other memory', (bytes: Buffer) => bytes],
    ['a part of other memory', (bytes: Buffer) => Buffer.concat([bytes, bytes]).subarray(0, bytes.length)],
  ])('is computed from %s', async (_, store) => {
    const given = chunks()
    const hash = open().open('sha256', MiB)
    expect(hash.maxPending).toBeGreaterThan(1)
    expect(await digestOf(hash, given.map(store))).toBe(expected(given))
  })

  test('is not mixed with others that are computed at once', async () => {
    const thread = open()
    const all = Array.from({ length: 20 }, chunks)
    const digests = await Promise.all(
      all.map((given, index) => digestOf(thread.open(index % 2 === 0 ? 'sha256' : 'sha512', MiB), given)),
    )
    expect(digests).toEqual(all.map((given, index) => expected(given, index % 2 === 0 ? 'sha256' : 'sha512')))
  })

  test('of no bytes is that of nothing', async () => {
    expect(await digestOf(open().open('sha256', MiB), [])).toBe(expected([]))
  })

  test('can be ended without a digest', async () => {
    const thread = open()
    const abandoned = thread.open('sha256', MiB)
    void abandoned.update(randomBytes(10))
    abandoned.close()
    const given = chunks()
    expect(await digestOf(thread.open('sha256', MiB), given)).toBe(expected(given))
  })

  test('fails when the thread is closed', async () => {
    const thread = open()
    const hash = thread.open('sha256', MiB)
    const update = hash.update(randomBytes(10))
    await thread.close()
    await expect(update).rejects.toThrow('the hash thread was closed')
    await expect(hash.digest()).rejects.toThrow('the hash thread was closed')
  })

  test('needs no thread once it cannot run, and fails with its error', async () => {
    const thread = open()
    const broken = thread.open('no-such-algorithm', MiB)
    await expect(broken.digest()).rejects.toThrow('Digest method not supported')
    const given = chunks()
    const hash = thread.open('sha256', MiB)
    expect(hash.maxPending).toBe(1)
    expect(await digestOf(hash, given)).toBe(expected(given))
  })
})

test.each([
  ['of small content', 2, MiB + 1],
  ['with a single core', 1, 1],
])('the hash %s is computed in the same thread', async (_, cores, minBytes) => {
  const given = chunks()
  const hash = open(cores, minBytes).open('sha256', MiB)
  expect(hash.maxPending).toBe(1)
  expect(await digestOf(hash, given)).toBe(expected(given))
})
