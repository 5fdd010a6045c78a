import { describe, expect, test } from '@jest/globals'
import { Inbox, SLAB_BYTES, SlabPool } from '../../src/http/slabs'

/** Receives bytes as a socket does: at most as many as fit. */
function receive(inbox: Inbox, bytes: Buffer): void {
  for (let at = 0; at < bytes.length;) {
    const copied = bytes.copy(inbox.space(), 0, at)
    inbox.add(copied)
    at += copied
  }
}

const numbered = (length: number, first: number): Buffer =>
  Buffer.from(Uint8Array.from({ length }, (_, index) => (first + index) % 251))

function takeAll(inbox: Inbox): Buffer[] {
  const pieces: Buffer[] = []
  while (inbox.unreadBytes > 0) pieces.push(inbox.take(Infinity))
  return pieces
}

describe('an inbox', () => {
  test('returns the bytes in order, over several slabs', () => {
    const inbox = new Inbox(new SlabPool())
    const sent = numbered(3 * SLAB_BYTES, 0)
    receive(inbox, sent)
    expect(Buffer.concat(takeAll(inbox)).equals(sent)).toBe(true)
  })

  test('always has space for a TLS record', () => {
    const inbox = new Inbox(new SlabPool())
    for (let round = 0; round < 1000; round++) {
      expect(inbox.space().length).toBeGreaterThanOrEqual(16 * 1024)
      receive(inbox, numbered(7_001, round))
      inbox.take(Infinity)
    }
  })

  test('takes and skips no more than requested', () => {
    const inbox = new Inbox(new SlabPool())
    receive(inbox, Buffer.from('head body next'))
    inbox.skip(5)
    expect(inbox.take(4).toString()).toBe('body')
    expect(inbox.unreadBytes).toBe(5)
    expect(inbox.peek().toString()).toBe(' next')
  })

  test('takes parts of an earlier slab', () => {
    const inbox = new Inbox(new SlabPool())
    const sent = numbered(2 * SLAB_BYTES, 3)
    receive(inbox, sent)
    const parts: Buffer[] = []
    while (inbox.unreadBytes > 0) parts.push(inbox.take(100_000))
    expect(parts.every(({ length }) => length <= 100_000)).toBe(true)
    expect(Buffer.concat(parts).equals(sent)).toBe(true)
  })
})

describe('a slab', () => {
  test('is not reused while one of its pieces is in use', () => {
    const pool = new SlabPool()
    const inbox = new Inbox(pool)
    receive(inbox, numbered(100, 0))
    const first = inbox.take(40)
    const second = inbox.take(60)
    receive(inbox, numbered(SLAB_BYTES, 0))
    pool.release(second)
    expect(pool.take().bytes.buffer).not.toBe(first.buffer)
    const others = takeAll(inbox).filter(({ buffer }) => buffer === first.buffer)
    for (const other of others) pool.release(other)
    expect(pool.take().bytes.buffer).not.toBe(first.buffer)
    pool.release(first)
    expect(pool.take().bytes.buffer).toBe(first.buffer)
  })

  test('into which a socket still reads is not reused', () => {
    const pool = new SlabPool()
    const inbox = new Inbox(pool)
    receive(inbox, numbered(100, 0))
    const piece = inbox.take(100)
    pool.release(piece)
    expect(pool.take().bytes.buffer).not.toBe(piece.buffer)
  })

  test('with bytes that were dropped is never reused', () => {
    const pool = new SlabPool()
    const inbox = new Inbox(pool)
    receive(inbox, numbered(SLAB_BYTES, 0))
    const piece = inbox.take(Infinity)
    pool.release(piece.subarray(10))
    receive(inbox, numbered(SLAB_BYTES, 0))
    expect(pool.take().bytes.buffer).not.toBe(piece.buffer)
  })

  test('is not shared with a buffer of another origin', () => {
    const pool = new SlabPool()
    pool.release(Buffer.alloc(SLAB_BYTES))
    expect(pool.take()).not.toBe(pool.take())
  })
})
