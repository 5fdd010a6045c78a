import { expect, test } from '@jest/globals'
import type { ContentHash } from '../../src/registry/content-hash'
import { digestOf } from '../../src/registry/manifest'
import { verifyChunks } from '../../src/registry/verify-chunks'

const pieces = ['a', 'b', 'c', 'd'].map((text) => Buffer.from(text))
const blob = { mediaType: 'text/plain', digest: digestOf(Buffer.from('abcd')), size: 4 }

async function* source(): AsyncGenerator<Buffer> {
  yield* await Promise.resolve(pieces)
}

/** A hash in which the test ends each update. */
function heldHash(): { hash: ContentHash; finish: (() => void)[]; isClosed: () => boolean } {
  const finish: (() => void)[] = []
  let isClosed = false
  const hash: ContentHash = {
    maxPending: 2,
    update: () => new Promise((resolve) => finish.push(resolve)),
    digest: () => Promise.resolve(blob.digest.slice('sha256:'.length)),
    close: () => {
      isClosed = true
    },
  }
  return { hash, finish, isClosed: () => isClosed }
}

const turn = (): Promise<void> => new Promise((resolve) => setImmediate(resolve))

test('a chunk is not passed on, and so never overwritten, before it is hashed', async () => {
  const { hash, finish } = heldHash()
  const passed: string[] = []
  const reading = (async () => {
    for await (const chunk of verifyChunks(source(), blob, hash)) passed.push(chunk.toString())
  })()
  await turn()
  expect([finish.length, passed]).toEqual([3, []])
  finish[0]?.()
  await turn()
  expect([finish.length, passed]).toEqual([4, ['a']])
  finish[1]?.()
  await reading
  expect(passed).toEqual(['a', 'b', 'c', 'd'])
})

test('the hash is closed when the reader ends early', async () => {
  const { hash, finish, isClosed } = heldHash()
  const reading = verifyChunks(source(), blob, hash)
  const first = reading.next()
  await turn()
  finish[0]?.()
  await first
  await reading.return(undefined)
  expect(isClosed()).toBe(true)
})
