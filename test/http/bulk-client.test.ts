import { once } from 'node:events'
import { type AddressInfo, createServer, type Socket } from 'node:net'
import { setTimeout as sleep } from 'node:timers/promises'
import { afterEach, describe, expect, test } from '@jest/globals'
import { readBody } from '../../src/http/body'
import { HttpClient } from '../../src/http/client'
import type { HttpRequest } from '../../src/http/request'
import { download, upload } from '../../src/registry/blobs'
import { HashThread } from '../../src/registry/hash-thread'
import { selfSigned } from '../../testkit/network/certificate'
import { ToxicProxy } from '../../testkit/network/toxic-proxy'
import { type Blob, makeLayer } from '../../testkit/registry/image'
import { FakeRegistry, type RegistryOptions } from '../../testkit/registry/server'
import { Closing, lookup, openClient } from '../registry/open'

const closing = new Closing()
afterEach(() => closing.all())

type Handler = (socket: Socket, request: number) => void

/** A server that answers each request with raw bytes. */
async function raw(handler: Handler): Promise<{ url: URL; sockets: Socket[]; heads: string[] }> {
  const sockets: Socket[] = []
  const heads: string[] = []
  const server = createServer((socket) => {
    sockets.push(socket.on('error', () => undefined))
    socket.on('data', (bytes) => {
      heads.push(bytes.toString('latin1'))
      handler(socket, heads.length)
    })
  }).listen(0, '127.0.0.1')
  await once(server, 'listening')
  closing.add({
    stop: async () => {
      for (const socket of sockets) socket.destroy()
      await once(server.close(), 'close')
    },
  })
  return { url: new URL(`http://127.0.0.1:${(server.address() as AddressInfo).port}/b?c=d`), sockets, heads }
}

const answer = (body: string, ...headers: string[]): string =>
  ['HTTP/1.1 200 OK', `Content-Length: ${body.length}`, ...headers, '', body].join('\r\n')

function client(idleTimeoutMs = 2_000): HttpClient {
  return closing.add(new HttpClient({ idleTimeoutMs }))
}

async function get(http: HttpClient, url: URL, headers = {}): Promise<string> {
  const request: HttpRequest = { method: 'GET', url, headers, bulk: 'blob' }
  const { response } = await http.send(request)
  return (await readBody(response, request, 10_000_000)).toString()
}

describe('a bulk request', () => {
  test('reuses the connection after a complete response', async () => {
    const { url, sockets, heads } = await raw((socket, request) => socket.write(answer(`body ${request}`)))
    const http = client()
    expect([await get(http, url, { range: 'bytes=1-' }), await get(http, url), await get(http, url)]).toEqual(
      ['body 1', 'body 2', 'body 3'],
    )
    expect(sockets).toHaveLength(1)
    expect(heads[0]?.split('\r\n')).toEqual([
      'GET /b?c=d HTTP/1.1',
      `host: ${url.host}`,
      'accept-encoding: identity',
      'range: bytes=1-',
      'connection: keep-alive',
      '',
      '',
    ])
  })

  test('reads a response that arrives byte by byte', async () => {
    const { url } = await raw((socket) => {
      const drip = async (): Promise<void> => {
        for (const byte of answer('slowly')) {
          socket.write(byte)
          await new Promise((resolve) => setImmediate(resolve))
        }
      }
      void drip()
    })
    expect(await get(client(), url)).toBe('slowly')
  })

  test.each<[string, string]>([
    ['Connection: close', answer('x', 'Connection: close')],
    ['more bytes than announced', `${answer('x')}surplus`],
  ])('opens another connection after %s', async (_, text) => {
    const { url, sockets } = await raw((socket) => socket.write(text))
    const http = client()
    expect([await get(http, url), await get(http, url)]).toEqual(['x', 'x'])
    expect(sockets).toHaveLength(2)
  })

  test('is repeated at once if the server has closed the idle connection', async () => {
    const { url, sockets } = await raw((socket, request) => {
      if (request === 2) socket.destroy()
      else socket.write(answer(`body ${request}`))
    })
    const http = client()
    expect([await get(http, url), await get(http, url)]).toEqual(['body 1', 'body 3'])
    expect(sockets).toHaveLength(2)
  })

  test.each<[string, string]>([
    ['chunked', 'HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n4\r\nbody\r\n0\r\n\r\n'],
    ['ended by the connection', 'HTTP/1.0 200 OK\r\n\r\nbody'],
  ])('with a response that is %s is sent by Node, and so are the next ones', async (_, text) => {
    const { url, heads } = await raw((socket) =>
      text.includes('chunked') ? socket.write(text) : socket.end(text),
    )
    const http = client()
    expect([await get(http, url), await get(http, url)]).toEqual(['body', 'body'])
    expect(heads).toHaveLength(3)
  })

  test.each<[string, string]>([
    ['before the response', ''],
    ['in the body', answer('half').slice(0, -2)],
  ])('fails without data %s', async (_, text) => {
    const { url } = await raw((socket) => socket.write(text))
    await expect(get(client(100), url)).rejects.toMatchObject({
      message: expect.stringContaining('no data for 0.1 s') as unknown,
      transient: true,
      details: { idleMs: 100 },
    })
  })

  test('fails if the connection is cut', async () => {
    const { url } = await raw((socket) => socket.end(answer('half').slice(0, -2)))
    await expect(get(client(), url)).rejects.toThrow('the connection was cut')
  })

  test('does not count the time in which the reader is busy', async () => {
    const body = 'x'.repeat(8_000_000)
    const { url } = await raw((socket) => socket.write(answer(body)))
    const request: HttpRequest = { method: 'GET', url, bulk: 'blob' }
    const { response } = await client(500).send(request)
    let length = 0
    for await (const chunk of response) {
      if (length === 0) await sleep(1_000)
      length += (chunk as Buffer).length
    }
    expect(length).toBe(body.length)
  })

  test('stops reading while the reader is busy', async () => {
    const body = Buffer.alloc(64_000_000)
    const { url, sockets } = await raw((socket) => {
      socket.write(answer('').replace(': 0', `: ${body.length}`))
      socket.write(body)
    })
    const { response } = await client().send({ method: 'GET', url, bulk: 'blob' })
    await sleep(300)
    expect(sockets[0]?.writableLength).toBeGreaterThan(32_000_000)
    response.destroy()
  })

  test('refuses a header that would end its line', async () => {
    const { url, heads } = await raw((socket) => socket.write(answer('x')))
    await expect(get(client(), url, { authorization: 'a\r\nb: c' })).rejects.toThrow('Invalid character')
    expect(heads).toEqual([])
  })
})

describe('many large blobs at once', () => {
  const tls = selfSigned('DNS:registry.test')
  const layers = Array.from({ length: 8 }, (_, index) =>
    makeLayer({ size: 12_000_000, seed: `bulk ${index}` }),
  )

  // Both registries keep and verify what they receive: a buffer that is reused before its write has ended, changes it.
  test.each<[string, RegistryOptions, number]>([
    ['over TLS', { tls }, 1],
    ['over TLS, hashed in a second thread,', { tls }, 2],
    ['over HTTP with redirects', { redirectBlobs: true }, 1],
    ['over HTTP, hashed in a second thread,', {}, 2],
  ])('%s arrive without corruption', async (_, options, cores) => {
    const hashes = closing.add(new HashThread(cores, 1))
    const source = closing.add(await FakeRegistry.start(options))
    const target = closing.add(await FakeRegistry.start(options))
    for (const { content } of layers) if (content) source.putBlob('a', content)
    // A slow target, so that writes wait in the socket while the next bytes arrive.
    const port = Number(target.host.split(':')[1])
    const network = { bytesPerSecondPerConnection: 60e6, windowBytes: 64 * 1024 }
    const slow = closing.add(await ToxicProxy.start({ target: { port }, ...network }))
    const open = ({ host }: { readonly host: string }) => {
      const name = options.tls ? host.replace('127.0.0.1', 'registry.test') : host
      const changes = { httpOptions: { lookup, ca: tls.cert, idleTimeoutMs: 20_000 } }
      return { host: name, origin: `${options.tls ? 'https' : 'http'}://${name}`, changes }
    }
    const [from, to] = [open(source), open(slow)]
    // One client for both, as in the action: its slabs pass from the downloads to the uploads.
    const reader = closing.add(openClient(from, { changes: from.changes }))
    const writer = closing.add(openClient(to, { changes: { http: reader.runtime.http, hashes } }))
    await Promise.all(
      layers.map(async ({ descriptor: blob }: Blob) => {
        const bytes = () => download({ registry: reader.registry, repository: 'a', blob })
        await upload({ registry: writer.registry, repository: 'b', blob }, bytes)
      }),
    )
    expect(layers.map(({ descriptor: { digest } }) => target.hasBlob('b', digest))).toEqual(
      layers.map(() => true),
    )
    expect(target.requests.filter(({ method, status }) => method === 'PUT' && status !== 201)).toEqual([])
    expect([...source.requests, ...source.storageRequests].filter(({ headers }) => headers.range)).toEqual([])
  })
})
