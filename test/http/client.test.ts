import { createHash } from 'node:crypto'
import { once } from 'node:events'
import { createServer as createHttpServer } from 'node:http'
import { createServer, type AddressInfo, type Socket } from 'node:net'
import { afterEach, describe, expect, test } from '@jest/globals'
import { pullScope, pushScope } from '../../src/registry/client'
import type { HttpOptions } from '../../src/http/client'
import { download, upload } from '../../src/registry/blobs'
import { selfSigned } from '../../testkit/network/certificate'
import { ConnectProxy } from '../../testkit/network/connect-proxy'
import { type Blob, makeImage, makeLayer } from '../../testkit/registry/image'
import { putImage } from '../../testkit/registry/push'
import { FakeRegistry, type FaultAction, type RegistryOptions } from '../../testkit/registry/server'
import { basic } from '../../testkit/registry/auth'
import {
  Closing,
  getManifest,
  lookup,
  openClient,
  type Opened,
  type OpenOptions,
  password,
} from '../registry/open'

const closing = new Closing()
afterEach(() => closing.all())

const image = makeImage()
const get = getManifest(image)
const MB = 1_000_000

async function start(options: RegistryOptions = {}): Promise<FakeRegistry> {
  const fake = closing.add(await FakeRegistry.start(options))
  putImage(fake, 'a', '1', image)
  return fake
}

const connect = (fake: FakeRegistry, options: OpenOptions = {}): Opened =>
  closing.add(openClient(fake, options))
const portOf = ({ host }: FakeRegistry): string => host.split(':')[1] ?? ''

/** Opens a client that resolves registry.test to the registry. */
function connectByName(
  fake: FakeRegistry,
  httpOptions: Partial<HttpOptions>,
  options: OpenOptions = {},
): Opened {
  const host = `registry.test:${portOf(fake)}`
  const changes = { httpOptions: { lookup, ...httpOptions } }
  return closing.add(openClient({ host, origin: `https://${host}` }, { changes, ...options }))
}

function put(fake: FakeRegistry, layer: Blob): Blob {
  if (layer.content) fake.putBlob('a', layer.content)
  return layer
}

async function readAll(client: Opened, { descriptor: blob }: Blob): Promise<Buffer[]> {
  const chunks: Buffer[] = []
  for await (const chunk of download({ registry: client.registry, repository: 'a', blob })) chunks.push(chunk)
  return chunks
}

function digestOf(chunks: readonly Buffer[]): string {
  const hash = createHash('sha256')
  for (const chunk of chunks) hash.update(chunk)
  return `sha256:${hash.digest('hex')}`
}

const redirect = (location: string, status = 307): FaultAction => ({
  kind: 'answer',
  status,
  headers: { location },
})

describe('a redirect', () => {
  const layer = makeLayer({ size: 300_000, seed: 'redirected' })

  test('to another host is followed without credentials', async () => {
    const fake = await start({ auth: { kind: 'basic', user: 'u', password: 'p' }, redirectBlobs: true })
    put(fake, layer)
    const chunks = await readAll(connect(fake, { credentials: password('u', 'p') }), layer)
    expect(digestOf(chunks)).toBe(layer.descriptor.digest)
    expect(fake.requests.at(-1)).toMatchObject({ status: 307, headers: { authorization: basic('u', 'p') } })
    expect(fake.storageRequests.map(({ status, headers }) => [status, headers.authorization])).toEqual([
      [200, undefined],
    ])
  })

  test('keeps the Range header of a resumed download', async () => {
    const fake = await start({ redirectBlobs: true })
    put(fake, layer)
    fake.fault({ match: { path: /^\/storage/ }, action: { kind: 'cut-response', after: 0.5 } })
    const chunks = await readAll(connect(fake), layer)
    expect(digestOf(chunks)).toBe(layer.descriptor.digest)
    expect(fake.storageRequests.map(({ status, headers }) => [status, headers.range])).toEqual([
      [200, undefined],
      [206, 'bytes=150000-'],
    ])
  })

  test.each([301, 302, 303, 307, 308])(
    'with %d on the same origin is followed with credentials',
    async (status) => {
      const fake = await start({ auth: { kind: 'basic', user: 'u', password: 'p' } })
      fake.fault({
        match: { path: /\/moved\// },
        action: redirect(`/v2/a/manifests/${image.descriptor.digest}`, status),
      })
      const { registry } = connect(fake, { credentials: password('u', 'p') })
      const { body } = await registry.call({ ...get, path: 'moved/manifests/1' })
      expect(body.equals(image.bytes)).toBe(true)
      expect(fake.requests.at(-1)?.headers.authorization).toBe(basic('u', 'p'))
    },
  )

  test('back from another host is followed without credentials', async () => {
    const fake = await start({ auth: { kind: 'basic', user: 'u', password: 'p' } })
    const other = await start()
    const back = `${fake.origin}/v2/a/manifests/1`
    other.fault({ match: {}, times: Infinity, action: redirect(back) })
    fake.fault({ match: { path: /\/away\// }, times: Infinity, action: redirect(`${other.origin}/v2/x`) })
    const { registry } = connect(fake, { credentials: password('u', 'p') })
    await expect(registry.call({ ...get, path: 'away/manifests/1' })).rejects.toMatchObject({ status: 401 })
    expect(other.requests.every(({ headers }) => headers.authorization === undefined)).toBe(true)
    expect(
      fake.requests
        .filter(({ path }) => path === '/v2/a/manifests/1')
        .map(({ headers }) => headers.authorization),
    ).toEqual(expect.not.arrayContaining([basic('u', 'p')]))
  })

  test('loop fails after five redirects', async () => {
    const fake = await start()
    fake.fault({ match: {}, times: Infinity, action: redirect(`/v2/a/manifests/1`) })
    const { registry, runtime } = connect(fake)
    await expect(registry.call(get)).rejects.toThrow('more than 5 redirects')
    expect(fake.requests).toHaveLength(6)
    expect(runtime.waits).toEqual([])
  })

  test.each([
    [
      'http://registry.example/x',
      'redirects to http://registry.example, which is not followed: it is not HTTPS',
    ],
    ['http://[', "redirects to 'http://[', which is not a URL"],
    ['ftp://127.0.0.1/x', 'redirects to ftp://127.0.0.1, which is not followed'],
    ['file:///etc/passwd', 'which is not followed'],
  ])('to %s is not followed', async (location, message) => {
    const fake = await start()
    fake.fault({ match: {}, times: Infinity, action: redirect(location) })
    const { registry, runtime } = connect(fake)
    await expect(registry.call(get)).rejects.toThrow(message)
    expect(runtime.waits).toEqual([])
  })

  test.each([
    ['over HTTP', (other: FakeRegistry) => `http://registry.test:${portOf(other)}/v2/`],
    ['to loopback', (other: FakeRegistry) => `${other.origin}/v2/`],
    ['to loopback over TLS', (other: FakeRegistry) => `https://${other.host}/v2/`],
  ])('of a remote registry, %s, is not followed', async (_, locationAt) => {
    const tls = selfSigned('DNS:registry.test', 'IP:127.0.0.1')
    const fake = await start({ tls })
    const other = await start()
    fake.fault({ match: {}, times: Infinity, action: redirect(locationAt(other)) })
    const { registry } = connectByName(fake, { ca: tls.cert })
    await expect(registry.call(get)).rejects.toThrow('which is not followed: it is not HTTPS')
    expect(other.requests).toEqual([])
  })

  test('of a write is reported and not followed', async () => {
    const fake = await start()
    const other = await start()
    fake.fault({ match: { method: 'POST' }, action: redirect(`${other.origin}/v2/x`) })
    const { registry } = connect(fake)
    const call = {
      method: 'POST',
      path: 'a/blobs/uploads/',
      scopes: [pushScope('a')],
      accept: [202],
    } as const
    await expect(registry.call(call)).rejects.toThrow(
      'answered 307: no reason given (the redirect was not followed)',
    )
    expect(other.requests).toEqual([])
  })
})

describe('a proxy', () => {
  const tls = selfSigned('DNS:registry.test')

  test('gets its own credentials, which the registry never receives', async () => {
    const fake = await start({ tls, auth: { kind: 'basic', user: 'u', password: 'p' } })
    const proxy = closing.add(await ConnectProxy.start(Number(portOf(fake))))
    const asked: string[] = []
    const proxyUrl = (url: URL): string => {
      asked.push(url.hostname)
      return `http://me:s%40crt@127.0.0.1:${proxy.port}`
    }
    const { registry } = connectByName(
      fake,
      { ca: tls.cert, proxyUrl },
      {
        credentials: password('u', 'p'),
        changes: { httpOptions: { ca: tls.cert, proxyUrl } },
      },
    )
    await registry.call(get)
    await registry.call(get)
    expect(asked).toContain('registry.test')
    expect(new Set(proxy.tunnels)).toEqual(new Set([`registry.test:${portOf(fake)}`]))
    expect(new Set(proxy.authorizations)).toEqual(new Set([basic('me', 's@crt')]))
    expect(fake.requests.map(({ status }) => status)).toEqual([401, 200, 200])
    expect(fake.requests.every(({ headers }) => headers['proxy-authorization'] === undefined)).toBe(true)
  })

  test('tunnel is reused for later requests', async () => {
    const fake = await start({ tls })
    const proxy = closing.add(await ConnectProxy.start(Number(portOf(fake))))
    const { registry } = connectByName(fake, {
      ca: tls.cert,
      proxyUrl: () => `http://127.0.0.1:${proxy.port}`,
    })
    for (let call = 1; call <= 4; call++) await registry.call(get)
    expect(proxy.tunnels).toHaveLength(1)
  })

  test('is not used if the environment excludes the host', async () => {
    const fake = await start({ tls })
    const proxy = closing.add(await ConnectProxy.start(Number(portOf(fake))))
    const { registry } = connectByName(fake, { ca: tls.cert, proxyUrl: () => undefined })
    expect((await registry.call(get)).status).toBe(200)
    expect(proxy.tunnels).toEqual([])
  })

  test.each(['127.0.0.1', 'localhost'])('is not used for %s', async (name) => {
    const fake = await start()
    const proxy = closing.add(await ConnectProxy.start(Number(portOf(fake))))
    const host = `${name}:${portOf(fake)}`
    const changes = { httpOptions: { lookup, proxyUrl: () => `http://127.0.0.1:${proxy.port}` } }
    const { registry } = closing.add(openClient({ host, origin: `http://${host}` }, { changes }))
    expect((await registry.call(get)).status).toBe(200)
    expect(proxy.tunnels).toEqual([])
  })

  test.each<[string, string | undefined, RegExp]>([
    [
      'rejects the tunnel',
      'HTTP/1.1 407 Proxy Authentication Required\r\ncontent-length: 0\r\n\r\n',
      /the proxy requires a login \(HTTPS_PROXY/,
    ],
    ['never responds', undefined, /no data for 0\.1 s/],
  ])('that %s fails the request with the reason', async (_, answer, message) => {
    const fake = await start({ tls })
    const sockets: Socket[] = []
    const proxy = createServer((socket) => {
      sockets.push(socket.on('error', () => undefined))
      socket.once('data', () => answer !== undefined && socket.write(answer))
    }).listen(0, '127.0.0.1')
    closing.add({
      stop: async () => {
        for (const socket of sockets) socket.destroy()
        await once(proxy.close(), 'close')
      },
    })
    await once(proxy, 'listening')
    const proxyUrl = (): string => `http://127.0.0.1:${(proxy.address() as AddressInfo).port}`
    const { registry } = connectByName(fake, { ca: tls.cert, proxyUrl, idleTimeoutMs: 100 })
    await expect(within(20_000, registry.call(get))).rejects.toThrow(message)
    expect(fake.requests).toEqual([])
  })
})

const closed = (socket: Socket): Promise<void> =>
  new Promise((resolve) => {
    if (socket.destroyed) resolve()
    else
      socket.once('close', () => {
        resolve()
      })
  })

/** Rejects if a promise does not settle in time. */
async function within<T>(ms: number, promise: Promise<T>): Promise<T> {
  let timer: NodeJS.Timeout | undefined
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => {
      reject(new Error(`not settled within ${ms} ms`))
    }, ms)
  })
  return Promise.race([promise, late]).finally(() => {
    clearTimeout(timer)
  })
}

describe('a large blob', () => {
  const layer = makeLayer({ size: 48 * MB, seed: 'large' })
  const tls = selfSigned('DNS:registry.test')

  // Sockets reuse their read buffer, so emitted chunks must be copies.
  test.each<[string, () => Promise<Opened>]>([
    ['over HTTP', async () => connect(put48(await start()))],
    ['over TLS', async () => connectByName(put48(await start({ tls })), { ca: tls.cert })],
    [
      'over TLS through a proxy',
      async () => {
        const fake = put48(await start({ tls }))
        const proxy = closing.add(await ConnectProxy.start(Number(portOf(fake))))
        return connectByName(fake, { ca: tls.cert, proxyUrl: () => `http://127.0.0.1:${proxy.port}` })
      },
    ],
  ])('%s is read without corruption by a second download', async (_, open) => {
    const client = await open()
    const [first, second] = await Promise.all([readAll(client, layer), readAll(client, layer)])
    expect([digestOf(first), digestOf(second)]).toEqual([layer.descriptor.digest, layer.descriptor.digest])
  })

  const put48 = (fake: FakeRegistry): FakeRegistry => {
    put(fake, layer)
    return fake
  }

  test.each<[string, { tls: typeof tls } | undefined]>([
    ['over HTTP', undefined],
    ['over TLS', { tls }],
  ])('%s is uploaded completely', async (_, options) => {
    const fake = await start(options)
    const client = options ? connectByName(fake, { ca: tls.cert }) : connect(fake)
    await upload({ registry: client.registry, repository: 'b', blob: layer.descriptor }, () =>
      chunksOf(layer),
    )
    expect(fake.hasBlob('b', layer.descriptor.digest)).toBe(true)
    expect(fake.requests.map(({ method, status }) => `${method} ${status}`)).toEqual(['POST 202', 'PUT 201'])
    expect(fake.requests[1]).toMatchObject({
      bodyBytes: 48 * MB,
      headers: { 'content-length': String(48 * MB) },
    })
  })
})

async function* chunksOf(
  { content }: Blob,
  onBytes: (bytes: number) => void = () => undefined,
): AsyncGenerator<Buffer> {
  for (const chunk of content?.read() ?? []) {
    // Like a download: not all in one turn of the event loop.
    await new Promise((resolve) => setImmediate(resolve))
    onBytes(chunk.length)
    yield chunk
  }
}

describe('a response before the end of an upload', () => {
  const layer = makeLayer({ size: 64 * MB, seed: 'refused' })
  const PUT = { method: 'PUT', path: /\/blobs\/uploads\// }

  test('that rejects it stops the upload', async () => {
    const fake = await start()
    const body = '{"errors":[{"code":"SIZE_INVALID","message":"too large"}]}'
    fake.fault({ match: PUT, times: Infinity, action: { kind: 'answer', status: 413, body } })
    const { registry, runtime } = connect(fake)
    let sent = 0
    const uploaded = upload({ registry, repository: 'b', blob: layer.descriptor }, () =>
      chunksOf(layer, (bytes) => (sent += bytes)),
    )
    await expect(uploaded).rejects.toThrow('answered 413: SIZE_INVALID: too large')
    expect(sent).toBeLessThan(32 * MB)
    expect(runtime.waits).toEqual([])
    expect(fake.requests.map(({ method, status }) => `${method} ${status}`)).toEqual([
      'POST 202',
      'PUT 413',
      'DELETE 204',
    ])
    expect(fake.openUploads).toBe(0)
  })

  test('closes the connection, whose server would wait for the remaining bytes', async () => {
    const sockets: Socket[] = []
    const server = createHttpServer((request, response) => {
      sockets.push(request.socket)
      response.writeHead(413).end('too large')
    }).listen(0, '127.0.0.1')
    await once(server, 'listening')
    closing.add({ stop: () => once(server.close(), 'close') })
    const host = `127.0.0.1:${(server.address() as AddressInfo).port}`
    const { registry } = closing.add(openClient({ host, origin: `http://${host}` }))
    const { digest, size } = layer.descriptor
    const path = `b/blobs/uploads/1?digest=${digest}`
    const headers = { 'content-length': String(size) }
    const refused = registry.attempt({ method: 'PUT', path, scopes: [], headers, body: chunksOf(layer) })
    await expect(refused).rejects.toMatchObject({ status: 413 })
    const ends = sockets.map((socket) => socket.on('error', () => undefined)).map(closed)
    await within(20_000, Promise.all(ends))
    expect(sockets).toHaveLength(1)
  })

  test('that requires authentication restarts it with a new token, in a new session', async () => {
    const fake = await start({ auth: { kind: 'bearer', user: 'u', password: 'p' } })
    fake.fault({ match: PUT, action: { kind: 'unauthorized' } })
    const { registry } = connect(fake, { credentials: password('u', 'p') })
    await upload({ registry, repository: 'b', blob: layer.descriptor }, () => chunksOf(layer))
    expect(fake.hasBlob('b', layer.descriptor.digest)).toBe(true)
    const puts = fake.requests.filter(({ method }) => method === 'PUT')
    expect(puts.map(({ status }) => status)).toEqual([401, 201])
    expect(new Set(puts.map(({ path }) => path.replace(/\?.*/, ''))).size).toBe(2)
    expect(new Set(puts.map(({ headers }) => headers.authorization)).size).toBe(2)
    expect(fake.openUploads).toBe(0)
  })
})

describe('a request without data for the idle timeout fails', () => {
  const idle = { changes: { httpOptions: { idleTimeoutMs: 100 }, uploadIdleTimeoutMs: 150 } }
  const message = /no data for 0\.1 s \(after 11 attempts\)$/

  test('before the response', async () => {
    const fake = await start()
    fake.fault({ match: {}, times: Infinity, action: { kind: 'hang' } })
    const { registry, runtime } = connect(fake, idle)
    await expect(registry.call(get)).rejects.toThrow(message)
    // On a loaded machine, an attempt may end before the server sees its request.
    expect(runtime.waits).toHaveLength(10)
  })

  test('during the response', async () => {
    const fake = await start()
    fake.fault({ match: {}, times: Infinity, action: { kind: 'stall-response', after: 0.5 } })
    const { registry, runtime } = connect(fake, idle)
    await expect(registry.call(get)).rejects.toThrow(message)
    // On a loaded machine, an attempt may end before the server sees its request.
    expect(runtime.waits).toHaveLength(10)
  })

  test('during an upload, after the longer upload timeout', async () => {
    const fake = await start()
    const layer = makeLayer({ size: 64 * MB, seed: 'stalled' })
    fake.fault({ match: { method: 'PUT' }, times: Infinity, action: { kind: 'stall-request', after: 0.1 } })
    const { registry } = connect(fake, idle)
    const uploaded = upload({ registry, repository: 'b', blob: layer.descriptor }, () => chunksOf(layer))
    await expect(uploaded).rejects.toThrow('no data for 0.15 s (after 11 attempts)')
    expect(fake.hasBlob('b', layer.descriptor.digest)).toBe(false)
  })

  test('before the connection, as when a firewall drops packets', async () => {
    const never: HttpOptions['lookup'] = () => undefined
    const changes = { httpOptions: { lookup: never, idleTimeoutMs: 100 } }
    const { registry } = closing.add(
      openClient({ host: 'registry.test', origin: 'https://registry.test' }, { changes }),
    )
    await expect(within(20_000, registry.call(get))).rejects.toThrow(message)
  })
})

describe('a connection fails with a reason for', () => {
  const failing =
    (code: string): NonNullable<HttpOptions['lookup']> =>
    (_, __, callback) => {
      callback(Object.assign(new Error(`getaddrinfo ${code}`), { code }), '', 4)
    }

  test.each<[string, () => Promise<Opened>, string, number]>([
    [
      'an unknown host name',
      () => Promise.resolve(elsewhere({ lookup: failing('ENOTFOUND') })),
      'no such host; check the spelling of its name',
      0,
    ],
    [
      'a temporary resolver failure',
      () => Promise.resolve(elsewhere({ lookup: failing('EAI_AGAIN') })),
      'EAI_AGAIN (after 11 attempts)',
      10,
    ],
    [
      'a server without TLS',
      async () => connectByName(await start(), {}),
      'it does not speak TLS; plain HTTP is for loopback addresses only',
      0,
    ],
    [
      'a self-signed certificate',
      async () => connectByName(await start({ tls: selfSigned('DNS:registry.test') }), {}),
      'its TLS certificate is self-signed; give its authority in NODE_EXTRA_CA_CERTS',
      0,
    ],
    [
      'a closed port',
      () => Promise.resolve(closing.add(openClient({ host: '127.0.0.1:1', origin: 'http://127.0.0.1:1' }))),
      'nothing listens at this address (after 11 attempts)',
      10,
    ],
  ])('%s', async (_, open, message, waits) => {
    const { registry, runtime } = await open()
    await expect(registry.call({ ...get, scopes: [pullScope('a')] })).rejects.toThrow(message)
    expect(runtime.waits).toHaveLength(waits)
  })

  const elsewhere = (httpOptions: Partial<HttpOptions>): Opened =>
    closing.add(
      openClient({ host: 'registry.test', origin: 'https://registry.test' }, { changes: { httpOptions } }),
    )
})
