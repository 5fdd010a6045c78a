import { createHash } from 'node:crypto'
import { once } from 'node:events'
import { createServer as createHttpServer } from 'node:http'
import { createServer, type AddressInfo, type Socket } from 'node:net'
import { afterEach, describe, expect, test } from '@jest/globals'
import { pull, push } from '../../src/registry/client'
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

/** A client that knows a registry over TLS by the name registry.test. */
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

  test('to another host leaves the credentials behind', async () => {
    const fake = await start({ auth: { kind: 'basic', user: 'u', password: 'p' }, redirectBlobs: true })
    put(fake, layer)
    const chunks = await readAll(connect(fake, { credentials: password('u', 'p') }), layer)
    expect(digestOf(chunks)).toBe(layer.descriptor.digest)
    expect(fake.requests.at(-1)).toMatchObject({ status: 307, headers: { authorization: basic('u', 'p') } })
    expect(fake.storageRequests.map(({ status, headers }) => [status, headers.authorization])).toEqual([
      [200, undefined],
    ])
  })

  test('keeps Range, so that a download goes on where it broke', async () => {
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

  test.each([301, 302, 303, 307, 308])('with %d on the same origin keeps the credentials', async (status) => {
    const fake = await start({ auth: { kind: 'basic', user: 'u', password: 'p' } })
    fake.fault({
      match: { path: /\/moved\// },
      action: redirect(`/v2/a/manifests/${image.descriptor.digest}`, status),
    })
    const { registry } = connect(fake, { credentials: password('u', 'p') })
    const { body } = await registry.call({ ...get, path: 'moved/manifests/1' })
    expect(body.equals(image.bytes)).toBe(true)
    expect(fake.requests.at(-1)?.headers.authorization).toBe(basic('u', 'p'))
  })

  test('that comes back from another host comes without credentials', async () => {
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

  test('without end is given up', async () => {
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
      'redirects to http://registry.example, which is not safe to follow (only HTTPS is)',
    ],
    ['http://[', "redirects to 'http://[', which is no address"],
    ['ftp://127.0.0.1/x', 'redirects to ftp://127.0.0.1, which is not safe to follow'],
    ['file:///etc/passwd', 'which is not safe to follow'],
  ])('to %s is not followed', async (location, words) => {
    const fake = await start()
    fake.fault({ match: {}, times: Infinity, action: redirect(location) })
    const { registry, runtime } = connect(fake)
    await expect(registry.call(get)).rejects.toThrow(words)
    expect(runtime.waits).toEqual([])
  })

  test.each([
    ['in the clear', (other: FakeRegistry) => `http://registry.test:${portOf(other)}/v2/`],
    ['to this machine', (other: FakeRegistry) => `${other.origin}/v2/`],
    ['to this machine over TLS', (other: FakeRegistry) => `https://${other.host}/v2/`],
  ])('of a registry elsewhere, %s, is not followed', async (_, locationAt) => {
    const tls = selfSigned('DNS:registry.test', 'IP:127.0.0.1')
    const fake = await start({ tls })
    const other = await start()
    fake.fault({ match: {}, times: Infinity, action: redirect(locationAt(other)) })
    const { registry } = connectByName(fake, { ca: tls.cert })
    await expect(registry.call(get)).rejects.toThrow('which is not safe to follow (only HTTPS is)')
    expect(other.requests).toEqual([])
  })

  test('of a write is not followed, and said to be one', async () => {
    const fake = await start()
    const other = await start()
    fake.fault({ match: { method: 'POST' }, action: redirect(`${other.origin}/v2/x`) })
    const { registry } = connect(fake)
    const call = { method: 'POST', path: 'a/blobs/uploads/', scopes: [push('a')], accept: [202] } as const
    await expect(registry.call(call)).rejects.toThrow(
      'answered 307: no reason given (a redirect that is not followed)',
    )
    expect(other.requests).toEqual([])
  })
})

describe('a proxy', () => {
  const tls = selfSigned('DNS:registry.test')

  test('is asked for a tunnel with its own credentials, which the registry never sees', async () => {
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

  test('keeps its tunnels for later requests', async () => {
    const fake = await start({ tls })
    const proxy = closing.add(await ConnectProxy.start(Number(portOf(fake))))
    const { registry } = connectByName(fake, {
      ca: tls.cert,
      proxyUrl: () => `http://127.0.0.1:${proxy.port}`,
    })
    for (let call = 1; call <= 4; call++) await registry.call(get)
    expect(proxy.tunnels).toHaveLength(1)
  })

  test('is left out where the environment says so', async () => {
    const fake = await start({ tls })
    const proxy = closing.add(await ConnectProxy.start(Number(portOf(fake))))
    const { registry } = connectByName(fake, { ca: tls.cert, proxyUrl: () => undefined })
    expect((await registry.call(get)).status).toBe(200)
    expect(proxy.tunnels).toEqual([])
  })

  test.each(['127.0.0.1', 'localhost'])('is not asked for %s', async (name) => {
    const fake = await start()
    const proxy = closing.add(await ConnectProxy.start(Number(portOf(fake))))
    const host = `${name}:${portOf(fake)}`
    const changes = { httpOptions: { lookup, proxyUrl: () => `http://127.0.0.1:${proxy.port}` } }
    const { registry } = closing.add(openClient({ host, origin: `http://${host}` }, { changes }))
    expect((await registry.call(get)).status).toBe(200)
    expect(proxy.tunnels).toEqual([])
  })

  test.each<[string, string | undefined, RegExp]>([
    ['refuses the tunnel', 'HTTP/1.1 407 Proxy Authentication Required\r\ncontent-length: 0\r\n\r\n', /407/],
    ['never answers', undefined, /nothing moved for 0\.1 s/],
  ])('that %s is given up with the reason', async (_, answer, words) => {
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
    await expect(within(5000, registry.call(get))).rejects.toThrow(words)
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

/** Turns a wait without end into a failure of one test. */
async function within<T>(ms: number, promise: Promise<T>): Promise<T> {
  let timer: NodeJS.Timeout | undefined
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => {
      reject(new Error('it hangs'))
    }, ms)
  })
  return Promise.race([promise, late]).finally(() => {
    clearTimeout(timer)
  })
}

describe('a large blob', () => {
  const layer = makeLayer({ size: 48 * MB, seed: 'large' })
  const tls = selfSigned('DNS:registry.test')

  // The sockets read into one buffer over and over; what was handed on must not change under its holder.
  test.each<[string, () => Promise<Opened>]>([
    ['in the clear', async () => connect(put48(await start()))],
    ['over TLS', async () => connectByName(put48(await start({ tls })), { ca: tls.cert })],
    [
      'over TLS through a proxy',
      async () => {
        const fake = put48(await start({ tls }))
        const proxy = closing.add(await ConnectProxy.start(Number(portOf(fake))))
        return connectByName(fake, { ca: tls.cert, proxyUrl: () => `http://127.0.0.1:${proxy.port}` })
      },
    ],
  ])('%s keeps its bytes while later ones arrive', async (_, open) => {
    const client = await open()
    const [first, second] = await Promise.all([readAll(client, layer), readAll(client, layer)])
    expect([digestOf(first), digestOf(second)]).toEqual([layer.descriptor.digest, layer.descriptor.digest])
  })

  const put48 = (fake: FakeRegistry): FakeRegistry => {
    put(fake, layer)
    return fake
  }

  test.each<[string, { tls: typeof tls } | undefined]>([
    ['in the clear', undefined],
    ['over TLS', { tls }],
  ])('%s arrives whole at the other side', async (_, options) => {
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
    // As a download gives them: not all in one turn of the event loop.
    await new Promise((resolve) => setImmediate(resolve))
    onBytes(chunk.length)
    yield chunk
  }
}

describe('an answer that comes before the end of an upload', () => {
  const layer = makeLayer({ size: 64 * MB, seed: 'refused' })
  const PUT = { method: 'PUT', path: /\/blobs\/uploads\// }

  test('and refuses it ends it: the rest is not sent', async () => {
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

  test('is the last on its connection, whose other end would wait for the rest for ever', async () => {
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
    await within(5000, Promise.all(ends))
    expect(sockets).toHaveLength(1)
  })

  test('and asks for a log-in begins it again with a new token, in a new session', async () => {
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

describe('nothing that moves', () => {
  const idle = { changes: { httpOptions: { idleTimeoutMs: 100 }, uploadIdleTimeoutMs: 150 } }
  const words = /nothing moved for 0\.1 s \(after 6 tries\)$/

  test('before an answer', async () => {
    const fake = await start()
    fake.fault({ match: {}, times: Infinity, action: { kind: 'hang' } })
    const { registry } = connect(fake, idle)
    await expect(registry.call(get)).rejects.toThrow(words)
    expect(fake.requests).toHaveLength(6)
  })

  test('within an answer', async () => {
    const fake = await start()
    fake.fault({ match: {}, times: Infinity, action: { kind: 'stall-response', after: 0.5 } })
    const { registry } = connect(fake, idle)
    await expect(registry.call(get)).rejects.toThrow(words)
    expect(fake.requests).toHaveLength(6)
  })

  test('within an upload, after the longer time that uploads have', async () => {
    const fake = await start()
    const layer = makeLayer({ size: 64 * MB, seed: 'stalled' })
    fake.fault({ match: { method: 'PUT' }, times: Infinity, action: { kind: 'stall-request', after: 0.1 } })
    const { registry } = connect(fake, idle)
    const uploaded = upload({ registry, repository: 'b', blob: layer.descriptor }, () => chunksOf(layer))
    await expect(uploaded).rejects.toThrow('nothing moved for 0.15 s (after 6 tries)')
    expect(fake.hasBlob('b', layer.descriptor.digest)).toBe(false)
  })

  test('while the connection is not there yet, as where a firewall drops what comes', async () => {
    const never: HttpOptions['lookup'] = () => undefined
    const changes = { httpOptions: { lookup: never, idleTimeoutMs: 100 } }
    const { registry } = closing.add(
      openClient({ host: 'registry.test', origin: 'https://registry.test' }, { changes }),
    )
    await expect(within(5000, registry.call(get))).rejects.toThrow(words)
  })
})

describe('a connection that cannot be', () => {
  const failing =
    (code: string): NonNullable<HttpOptions['lookup']> =>
    (_, __, callback) => {
      callback(Object.assign(new Error(`getaddrinfo ${code}`), { code }), '', 4)
    }

  test.each<[string, () => Promise<Opened>, string, number]>([
    [
      'a name that nobody knows',
      () => Promise.resolve(elsewhere({ lookup: failing('ENOTFOUND') })),
      'no such host; is the name of the registry spelt right?',
      0,
    ],
    [
      'a resolver that is busy',
      () => Promise.resolve(elsewhere({ lookup: failing('EAI_AGAIN') })),
      'EAI_AGAIN (after 6 tries)',
      5,
    ],
    [
      'a registry that speaks no TLS',
      async () => connectByName(await start(), {}),
      'it does not speak TLS; plain HTTP is for loopback addresses only',
      0,
    ],
    [
      'a certificate that nobody vouches for',
      async () => connectByName(await start({ tls: selfSigned('DNS:registry.test') }), {}),
      'its TLS certificate is self-signed; give its authority in NODE_EXTRA_CA_CERTS',
      0,
    ],
    [
      'a port where nothing listens',
      () => Promise.resolve(closing.add(openClient({ host: '127.0.0.1:1', origin: 'http://127.0.0.1:1' }))),
      'nothing listens at this address (after 6 tries)',
      5,
    ],
  ])('%s', async (_, open, words, waits) => {
    const { registry, runtime } = await open()
    await expect(registry.call({ ...get, scopes: [pull('a')] })).rejects.toThrow(words)
    expect(runtime.waits).toHaveLength(waits)
  })

  const elsewhere = (httpOptions: Partial<HttpOptions>): Opened =>
    closing.add(
      openClient({ host: 'registry.test', origin: 'https://registry.test' }, { changes: { httpOptions } }),
    )
})
