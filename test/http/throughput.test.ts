import { describe, expect, test } from '@jest/globals'
import { readChunks } from '../../src/http/body'
import { networkError } from '../../src/http/network-error'
import { SlowBody } from '../../src/http/throughput'

/** Reads chunks of a size; the sender takes `sendMs` for each, the reader `readMs`. */
async function read(size: number, { sendMs, readMs }: { sendMs: number; readMs: number }): Promise<number> {
  let nowMs = 0
  async function* body(): AsyncGenerator<Buffer> {
    for (let sent = 0; sent < 100; sent++) {
      nowMs += sendMs
      yield await Promise.resolve(Buffer.alloc(size))
    }
  }
  let received = 0
  for await (const chunk of readChunks(body(), () => nowMs)) {
    received += chunk.length
    nowMs += readMs
  }
  return received
}

describe('a body', () => {
  test('of one byte in 20 s ends after a minute', async () => {
    const reading = read(1, { sendMs: 20_000, readMs: 0 })
    await expect(reading).rejects.toThrow(SlowBody)
    await expect(reading).rejects.toThrow('only 3 bytes arrived in 60 s')
  })

  test('above the lowest throughput is complete', async () => {
    expect(await read(21_000, { sendMs: 20_000, readMs: 0 })).toBe(2_100_000)
  })

  test('may be read as slowly as its reader needs', async () => {
    expect(await read(1, { sendMs: 0, readMs: 3_600_000 })).toBe(100)
  })

  test('that is too slow is requested again, and its time counts towards the retry limit', () => {
    const url = new URL('https://registry.test/v2/')
    expect(networkError({ method: 'GET', url }, new SlowBody(3, 60_000)).details).toMatchObject({
      transient: true,
      idleMs: 60_000,
    })
  })
})
