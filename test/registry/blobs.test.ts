import { randomBytes } from 'node:crypto'
import { gzipSync } from 'node:zlib'
import { afterEach, describe, expect, test } from '@jest/globals'
import { CorruptContent } from '../../src/registry/error'
import { download, upload } from '../../src/registry/blobs'
import { mount } from '../../src/registry/upload-session'
import { verifyChunks } from '../../src/registry/verify-chunks'
import { buffered, bytesOf, sha256 } from '../../testkit/registry/content'
import { type Blob, makeLayer } from '../../testkit/registry/image'
import { FakeRegistry, type FaultAction, type RegistryOptions } from '../../testkit/registry/server'
import type { RuntimeChanges } from '../../testkit/runner/runtime'
import { Closing, openClient, type Opened } from './open'

const closing = new Closing()
afterEach(() => closing.all())

const layer = makeLayer({ size: 400_000, seed: 'transfer' })
const blob = layer.descriptor
const BLOB = { method: 'GET', path: /\/blobs\// }

async function open(
  options: RegistryOptions = {},
  changes: RuntimeChanges = {},
): Promise<Opened & { fake: FakeRegistry }> {
  const fake = closing.add(await FakeRegistry.start(options))
  if (layer.content) fake.putBlob('a', layer.content)
  return { ...closing.add(openClient(fake, { changes })), fake }
}

async function collect(chunks: AsyncIterable<Buffer>): Promise<Buffer> {
  const all: Buffer[] = []
  for await (const chunk of chunks) all.push(Buffer.from(chunk))
  return Buffer.concat(all)
}

const bytes = ({ content }: Blob): Buffer => (content ? bytesOf(content) : Buffer.alloc(0))

async function* pieces(...all: Buffer[]): AsyncGenerator<Buffer> {
  for (const piece of all) yield await Promise.resolve(piece)
}

const part = (range: string | undefined): FaultAction => ({
  kind: 'answer',
  status: 206,
  body: 'other bytes',
  headers: range === undefined ? {} : { 'content-range': range },
})

describe('a download', () => {
  test.each([
    ['with another offset', 'bytes 0-10/400000'],
    ['with another unit', 'items 200000-200010/400000'],
    ['with an invalid range', 'x'],
    ['without a range', undefined],
  ])('of a source that answers a Range request with a part %s starts at the first byte', async (_, range) => {
    const { registry, fake } = await open()
    fake.fault({ match: BLOB, action: { kind: 'cut-response', after: 0.5 } })
    fake.fault({ match: BLOB, action: part(range) })
    const all = await collect(download({ registry, repository: 'a', blob }))
    expect(sha256(all)).toBe(blob.digest)
    expect(fake.requests.map(({ headers }) => headers.range)).toEqual([undefined, 'bytes=200000-', undefined])
  })

  test('fails with the requested and the received range when all answers are partial', async () => {
    const { registry, fake } = await open()
    fake.fault({ match: BLOB, action: { kind: 'cut-response', after: 0.5 } })
    fake.fault({ match: BLOB, times: Infinity, action: part('bytes 7-17/400000') })
    await expect(collect(download({ registry, repository: 'a', blob }))).rejects.toThrow(
      "was asked for bytes from 0 but sent 'bytes 7-17/400000'",
    )
  })

  test.each([
    ['text', 'application/vnd.oci.image.config.v1+json', Buffer.from('{"os": "linux"}'.repeat(10_000))],
    ['a compressed layer', 'application/vnd.oci.image.layer.v1.tar+gzip', gzipSync(randomBytes(50_000))],
  ])('of %s that the registry or a proxy compresses is decompressed', async (_, mediaType, content) => {
    const { registry, fake } = await open()
    fake.putBlob('a', buffered(content))
    fake.fault({ match: BLOB, action: { kind: 'gzip' } })
    const one = { mediaType, digest: sha256(content), size: content.length }
    expect(await collect(download({ registry, repository: 'a', blob: one }))).toEqual(content)
    expect(fake.requests).toHaveLength(1)
  })

  test('does not accept a partial answer to a full request', async () => {
    const { registry, fake } = await open()
    fake.fault({ match: BLOB, action: { kind: 'answer', status: 206, body: 'x' } })
    expect(sha256(await collect(download({ registry, repository: 'a', blob })))).toBe(blob.digest)
  })

  test('resumes after an answer that is short but consistent with its Content-Length', async () => {
    const { registry, fake } = await open()
    fake.fault({ match: BLOB, action: { kind: 'truncate', to: 0.25 } })
    expect(sha256(await collect(download({ registry, repository: 'a', blob })))).toBe(blob.digest)
    expect(fake.requests.map(({ headers }) => headers.range)).toEqual([undefined, 'bytes=100000-'])
  })

  test('counts its attempts again after more than a megabyte of progress', async () => {
    const large = makeLayer({ size: 24_000_000, seed: 'long' })
    const { registry, fake } = await open()
    if (large.content) fake.putBlob('a', large.content)
    fake.fault({ match: BLOB, times: 7, action: { kind: 'cut-response', after: 0.2 } })
    const all = await collect(download({ registry, repository: 'a', blob: large.descriptor }))
    expect(sha256(all)).toBe(large.descriptor.digest)
    expect(fake.requests).toHaveLength(8)
  })

  test('of a missing blob fails without a retry', async () => {
    const { registry, fake, runtime } = await open()
    const nowhere = { ...blob, digest: `sha256:${'0'.repeat(64)}` }
    await expect(collect(download({ registry, repository: 'a', blob: nowhere }))).rejects.toMatchObject({
      status: 404,
      codes: ['BLOB_UNKNOWN'],
    })
    expect(fake.requests).toHaveLength(1)
    expect(runtime.waits).toEqual([])
  })

  test('of a blob that is shorter than its descriptor ends without further requests', async () => {
    const { registry, fake, runtime } = await open()
    const longer = { ...blob, size: blob.size + 1 }
    const received = await collect(download({ registry, repository: 'a', blob: longer }))
    expect(received).toHaveLength(blob.size)
    expect(fake.requests).toHaveLength(2)
    await expect(upload({ registry, repository: 'b', blob: longer }, () => pieces(received))).rejects.toThrow(
      'arrived as 400000 bytes, and its digest is right: the size in the manifest is wrong',
    )
    expect(runtime.waits).toHaveLength(1)
  })

  test.each<[string, FaultAction]>([
    ['answers 416', { kind: 'answer', status: 416 }],
    [
      'answers 416 with another range',
      { kind: 'answer', status: 416, headers: { 'content-range': 'bytes */1' } },
    ],
    ['answers 400', { kind: 'answer', status: 400 }],
    ['answers 403', { kind: 'answer', status: 403 }],
    ['answers 501', { kind: 'answer', status: 501 }],
    ['compresses the answer', { kind: 'gzip' }],
    ['answers 503', { kind: 'answer', status: 503 }],
    [
      'sends another range',
      { kind: 'answer', status: 206, headers: { 'content-range': 'bytes 0-1/400000' } },
    ],
    ['cuts the connection', { kind: 'cut-response', after: 0 }],
    ['sends nothing', { kind: 'hang' }],
  ])('continues when the source %s to the request for the remaining bytes', async (_, action) => {
    const changes = action.kind === 'hang' ? { httpOptions: { idleTimeoutMs: 400 } } : {}
    const { registry, fake } = await open({}, changes)
    fake.fault({ match: BLOB, action: { kind: 'cut-response', after: 0.5 } })
    fake.fault({ match: BLOB, action })
    expect(sha256(await collect(download({ registry, repository: 'a', blob })))).toBe(blob.digest)
  })

  test('closes the connection when the reader stops', async () => {
    const { registry, fake } = await open()
    const large = makeLayer({ size: 64_000_000, seed: 'unwanted' })
    if (large.content) fake.putBlob('a', large.content)
    for await (const chunk of download({ registry, repository: 'a', blob: large.descriptor })) {
      expect(chunk.length).toBeGreaterThan(0)
      break
    }
    while (fake.requests[0]?.endMs === 0) await new Promise((resolve) => setImmediate(resolve))
    expect(fake.requests[0]?.sentBytes).toBeLessThan(64_000_000)
  })
})

describe('verified chunks', () => {
  const whole = bytes(layer)
  const halves = [whole.subarray(0, 200_000), whole.subarray(200_000)] as const

  test('pass unchanged when the digest matches', async () => {
    expect((await collect(verifyChunks(pieces(...halves), blob))).equals(whole)).toBe(true)
  })

  test.each<[string, Buffer[], string]>([
    [
      'one changed byte',
      [halves[0], flip(halves[1])],
      `(400000 bytes) arrived as 400000 bytes with digest ${sha256(Buffer.concat([halves[0], flip(halves[1])]))}; it was not stored`,
    ],
    ['a missing end', [halves[0], halves[1].subarray(1)], 'arrived as 399999 bytes'],
    ['no bytes', [], 'arrived as 0 bytes'],
    [
      'an extra byte',
      [...halves, Buffer.from('x')],
      'is longer than the 400000 bytes in its manifest; it was not stored',
    ],
  ])('with %s are never complete', async (_, given, words) => {
    const seen: Buffer[] = []
    const reading = (async () => {
      for await (const chunk of verifyChunks(pieces(...given), blob)) seen.push(chunk)
    })()
    await expect(reading).rejects.toThrow(CorruptContent)
    await expect(reading).rejects.toThrow(words)
    expect(Buffer.concat(seen).length).toBeLessThan(400_000)
  })

  test('of an empty blob are empty', async () => {
    const empty = { ...blob, size: 0, digest: sha256('') }
    expect((await collect(verifyChunks(pieces(), empty))).length).toBe(0)
  })

  test('are checked with sha512 for a sha512 digest', async () => {
    const { createHash } = await import('node:crypto')
    const digest = `sha512:${createHash('sha512').update(whole).digest('hex')}`
    expect((await collect(verifyChunks(pieces(...halves), { ...blob, digest }))).length).toBe(400_000)
    await expect(
      collect(verifyChunks(pieces(...halves), { ...blob, digest: `sha512:${'0'.repeat(128)}` })),
    ).rejects.toThrow(CorruptContent)
  })
})

function flip(piece: Buffer): Buffer {
  const copy = Buffer.from(piece)
  copy.writeUInt8(copy.readUInt8(0) ^ 1, 0)
  return copy
}

describe('an upload', () => {
  const to = ({ registry }: Opened) => ({ registry, repository: 'b', blob })

  test.each(['absolute', 'relative'] as const)(
    'follows an %s Location and keeps its query',
    async (locations) => {
      const opened = await open({ locations })
      await upload(to(opened), () => pieces(bytes(layer)))
      expect(opened.fake.blob('b', blob.digest)?.equals(bytes(layer))).toBe(true)
      expect(opened.fake.requests.at(-1)?.path).toMatch(/\?_state=\w+&digest=sha256%3A\w{64}$/)
    },
  )

  test('of more bytes than in the manifest is never completed', async () => {
    const opened = await open()
    const long = [bytes(layer), Buffer.from('more')]
    await expect(upload(to(opened), () => pieces(...long))).rejects.toThrow('is longer than the 400000 bytes')
    expect(opened.fake.hasBlob('b', blob.digest)).toBe(false)
    expect(opened.fake.openUploads).toBe(0)
    expect(opened.runtime.waits).toHaveLength(1)
  })

  test('that arrives corrupt is transferred once more', async () => {
    const opened = await open()
    const transfers = [bytes(layer).map((byte) => byte ^ 1), bytes(layer)].map((chunk) => Buffer.from(chunk))
    await upload(to(opened), () => pieces(transfers.shift() ?? Buffer.alloc(0)))
    expect(opened.fake.blob('b', blob.digest)?.equals(bytes(layer))).toBe(true)
    expect(opened.fake.openUploads).toBe(0)
  })

  test.each(['1234', 'uploads/1234'])(
    'resolves the Location %s relative to the request',
    async (location) => {
      const opened = await open()
      const headers = { location }
      opened.fake.fault({ match: { method: 'POST' }, action: { kind: 'answer', status: 202, headers } })
      await upload(to(opened), () => pieces(bytes(layer))).catch(() => undefined)
      const put = opened.fake.requests.find(({ method }) => method === 'PUT')
      expect(put?.path).toMatch(new RegExp(`^/v2/b/blobs/uploads/${location}\\?digest=`))
    },
  )

  test.each([307, 308])('follows a redirect of its PUT with %d', async (status) => {
    const opened = await open()
    const { registry, fake } = opened
    const { url, headers } = await registry.call({
      method: 'POST',
      path: 'b/blobs/uploads/',
      scopes: [],
      accept: [202],
    })
    const location = new URL(headers.location ?? '', url).href
    fake.fault({
      match: { method: 'PUT' },
      action: { kind: 'answer', status, headers: { location } },
    })
    await upload(to(opened), () => pieces(bytes(layer)))
    expect(fake.blob('b', blob.digest)?.equals(bytes(layer))).toBe(true)
    expect(fake.requests.filter(({ method }) => method === 'POST')).toHaveLength(2)
  })

  test('fails with the error of its source', async () => {
    const opened = await open()
    const failing = async function* (): AsyncGenerator<Buffer> {
      yield await Promise.resolve(bytes(layer).subarray(0, 1000))
      throw new Error('the source failed')
    }
    await expect(upload(to(opened), failing)).rejects.toThrow('the source failed')
    expect(opened.fake.openUploads).toBe(0)
  })

  test('without a Location fails', async () => {
    const opened = await open()
    opened.fake.fault({ match: { method: 'POST' }, times: Infinity, action: { kind: 'answer', status: 202 } })
    await expect(upload(to(opened), () => pieces(bytes(layer)))).rejects.toThrow(
      'opened an upload without a usable Location header',
    )
  })

  test.each([
    ['BLOB_UPLOAD_UNKNOWN', 404],
    ['BLOB_UPLOAD_INVALID', 400],
    ['RANGE_INVALID', 416],
  ])('starts a new session after %s', async (code, status) => {
    const opened = await open()
    const body = JSON.stringify({ errors: [{ code, message: 'x' }] })
    opened.fake.fault({ match: { method: 'PUT' }, action: { kind: 'answer', status, body } })
    await upload(to(opened), () => pieces(bytes(layer)))
    expect(opened.fake.hasBlob('b', blob.digest)).toBe(true)
    expect(opened.fake.requests.filter(({ method }) => method === 'POST')).toHaveLength(2)
  })

  test('is not repeated when the registry reports another digest', async () => {
    const opened = await open()
    const body = JSON.stringify({ errors: [{ code: 'DIGEST_INVALID', message: 'x' }] })
    opened.fake.fault({
      match: { method: 'PUT' },
      times: Infinity,
      action: { kind: 'answer', status: 400, body },
    })
    await expect(upload(to(opened), () => pieces(bytes(layer)))).rejects.toMatchObject({
      codes: ['DIGEST_INVALID'],
    })
    expect(opened.runtime.waits).toEqual([])
  })
})

describe('a mount', () => {
  test('of a present blob sends no bytes', async () => {
    const { registry, fake } = await open()
    expect(await mount({ registry, repository: 'b', blob }, 'a')).toBe('mounted')
    expect(fake.hasBlob('b', blob.digest)).toBe(true)
    expect(fake.openUploads).toBe(0)
  })

  test('that is declined returns an open upload', async () => {
    const { registry, fake } = await open({ mount: 'never' })
    const session = await mount({ registry, repository: 'b', blob }, 'a')
    if (session === 'mounted') throw new Error('it was mounted')
    await upload({ registry, repository: 'b', blob }, () => pieces(bytes(layer)), session)
    expect(fake.requests.map(({ method, status }) => `${method} ${status}`)).toEqual(['POST 202', 'PUT 201'])
  })

  test('does not follow a Location on another host', async () => {
    const { registry, fake } = await open({ mount: 'never' })
    const elsewhere = closing.add(await FakeRegistry.start())
    fake.fault({ match: { method: 'POST' }, action: { kind: 'relocate', origin: elsewhere.origin } })
    await expect(mount({ registry, repository: 'b', blob }, 'a')).rejects.toThrow('nothing was sent there')
    expect(elsewhere.requests).toEqual([])
  })
})
