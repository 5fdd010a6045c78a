import { once } from 'node:events'
import { createServer as createHttpServer, type Server } from 'node:http'
import { createServer as createHttpsServer } from 'node:https'
import type { AddressInfo, Socket } from 'node:net'
import { afterEach, describe, expect, test } from '@jest/globals'
import { readBody } from '../../src/http/body'
import { HttpClient } from '../../src/http/client'
import type { HttpRequest } from '../../src/http/request'
import { selfSigned } from '../../testkit/network/certificate'
import { Closing, lookup } from '../registry/open'

const closing = new Closing()
afterEach(() => closing.all())

const tls = selfSigned('DNS:server.test')

/** A server that answers with the number of the connection, and the sockets that it accepted. */
async function serve(scheme: string): Promise<{ url: URL; sockets: Socket[]; server: Server }> {
  const sockets: Socket[] = []
  const server = scheme === 'https' ? createHttpsServer({ key: tls.key, cert: tls.cert }) : createHttpServer()
  server.on('request', (request, response) => response.end(String(sockets.indexOf(request.socket))))
  server.on(scheme === 'https' ? 'secureConnection' : 'connection', (socket: Socket) => {
    sockets.push(socket.on('error', () => undefined))
  })
  await once(server.listen(0, '127.0.0.1'), 'listening')
  closing.add({
    stop: () => {
      server.closeAllConnections()
      for (const socket of sockets) socket.destroy()
      return once(server.close(), 'close')
    },
  })
  const { port } = server.address() as AddressInfo
  return { url: new URL(`${scheme}://server.test:${port}/`), sockets, server }
}

const client = (): HttpClient => closing.add(new HttpClient({ idleTimeoutMs: 5_000, lookup, ca: tls.cert }))

/** A connection that ends without TLS's closing message may be an error for the server. */
const closeOf = (socket: Socket): Promise<unknown> => new Promise((resolve) => socket.once('close', resolve))

async function get(http: HttpClient, url: URL): Promise<string> {
  const request: HttpRequest = { method: 'GET', url }
  const { response } = await http.send(request)
  return (await readBody(response, request, 100)).toString()
}

async function until(condition: () => boolean): Promise<void> {
  while (!condition()) await new Promise((resolve) => setTimeout(resolve, 5))
}

describe.each(['http', 'https'])('prepared connections over %s', (scheme) => {
  test('are used by the next requests, before new ones are opened', async () => {
    const { url, sockets } = await serve(scheme)
    const http = client()
    http.prepare(url, { other: 3 })
    await until(() => sockets.length === 3)
    const answers = await Promise.all([1, 2, 3, 4].map(() => get(http, url)))
    expect(answers.sort()).toEqual(['0', '1', '2', '3'])
    expect(sockets).toHaveLength(4)
  })

  test('are used while they open', async () => {
    const { url, sockets } = await serve(scheme)
    const http = client()
    http.prepare(url, { other: 2 })
    await Promise.all([get(http, url), get(http, url)])
    expect(sockets).toHaveLength(2)
  })

  test('are opened only until their number is there', async () => {
    const { url, sockets } = await serve(scheme)
    const http = client()
    http.prepare(url, { other: 2 })
    http.prepare(url, { other: 3 })
    http.prepare(url, { other: 1 })
    await until(() => sockets.length === 3)
    await get(http, url)
    expect(sockets).toHaveLength(3)
  })

  test('that the server has closed are not used', async () => {
    const { url, sockets } = await serve(scheme)
    const http = client()
    http.prepare(url, { other: 2 })
    await until(() => sockets.length === 2)
    const closed = sockets.map(closeOf)
    for (const socket of sockets) socket.end()
    await Promise.all(closed)
    expect(await get(http, url)).toBe('2')
  })

  test('that fail are left to the request', async () => {
    const { url, server } = await serve(scheme)
    server.close()
    const http = client()
    http.prepare(url, { other: 2 })
    await expect(get(http, url)).rejects.toThrow('nothing listens at this address')
  })

  test('end with the client', async () => {
    const { url, sockets } = await serve(scheme)
    const http = client()
    http.prepare(url, { other: 2 })
    await until(() => sockets.length === 2)
    const closed = sockets.map(closeOf)
    await http.close()
    await Promise.all(closed)
  })

  test('are not opened after the client was closed', async () => {
    const { url, sockets } = await serve(scheme)
    const http = client()
    await http.close()
    http.prepare(url, { other: 2 })
    await get(client(), url)
    expect(sockets).toHaveLength(1)
  })
})

test('a later TLS connection resumes the session of an earlier one', async () => {
  const { url, sockets } = await serve('https')
  const http = client()
  await get(http, url)
  http.prepare(url, { other: 1 })
  await Promise.all([get(http, url), get(http, url)])
  expect(
    sockets.map((socket) => (socket as Socket & { isSessionReused(): boolean }).isSessionReused()),
  ).toEqual([false, true])
})
