import { once } from 'node:events'
import { createServer, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterEach, describe, expect, test } from '@jest/globals'
import { readBody } from '../../src/http/body'
import { HttpClient } from '../../src/http/client'
import { Closing } from '../registry/open'
import type { HttpRequest } from '../../src/http/request'

const closing = new Closing()
afterEach(() => closing.all())

/** Returns the body that `readBody` reads from a server. */
async function read(
  serve: (response: ServerResponse) => void,
  limit: number,
  method: 'GET' | 'HEAD' = 'GET',
): Promise<Buffer> {
  const server = createServer((_, response) => {
    serve(response.on('error', () => undefined))
  }).listen(0, '127.0.0.1')
  await once(server, 'listening')
  const http = closing.add(new HttpClient({ idleTimeoutMs: 5000 }))
  closing.add({
    stop: async () => {
      server.closeAllConnections()
      await once(server.close(), 'close')
    },
  })
  const url = new URL(`http://127.0.0.1:${(server.address() as AddressInfo).port}/x`)
  const request: HttpRequest = { method, url }
  const { response } = await http.send(request)
  return readBody(response, request, limit)
}

describe('a response body', () => {
  test.each<[string, (response: ServerResponse) => void]>([
    [
      'of a known length',
      (response) => response.writeHead(200, { 'content-length': '8' }).end('all of it'.slice(1)),
    ],
    [
      'in pieces',
      (response) => {
        for (const piece of ['ll', ' o', 'f ', 'it']) response.write(piece)
        response.end()
      },
    ],
  ])('%s is read completely, up to the limit', async (_, serve) => {
    expect((await read(serve, 8)).toString()).toBe('ll of it')
    await expect(read(serve, 7)).rejects.toThrow('the response has 8 bytes or more; the limit is 7 bytes')
  })

  test('without an end is not read beyond the limit', async () => {
    let sent = 0
    const reading = read((response) => {
      const more = (): void => {
        sent += 100_000
        if (!response.destroyed) response.write(Buffer.alloc(100_000), more)
      }
      more()
    }, 1_000_000)
    await expect(reading).rejects.toMatchObject({ transient: false })
    expect(sent).toBeLessThan(50_000_000)
  })

  test('with a content length above the limit is not read', async () => {
    const reading = read(
      (response) => response.writeHead(200, { 'content-length': '5000000' }).write('x'),
      1000,
    )
    await expect(reading).rejects.toThrow('the response has 5000000 bytes or more')
  })

  test('to HEAD is empty, whatever its content length', async () => {
    const head = await read(
      (response) => response.writeHead(200, { 'content-length': '5000000' }).end(),
      10,
      'HEAD',
    )
    expect(head).toHaveLength(0)
  })

  test('that is truncated is a transient error', async () => {
    const reading = read((response) => {
      response.writeHead(200, { 'content-length': '100' }).write('half', () => response.destroy())
    }, 1000)
    await expect(reading).rejects.toMatchObject({
      message: expect.stringContaining('the connection was cut') as unknown,
      transient: true,
    })
  })
})
