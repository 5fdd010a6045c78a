import { afterEach, describe, expect, test } from '@jest/globals'
import { CorruptContent } from '../../src/registry/error'
import { download, mount, upload, verified } from '../../src/registry/blobs'
import { bytesOf, sha256 } from '../../testkit/registry/content'
import { type Blob, makeLayer } from '../../testkit/registry/image'
import { FakeRegistry, type FaultAction, type RegistryOptions } from '../../testkit/registry/server'
import { Closing, openClient, type Opened } from './open'

const closing = new Closing()
afterEach(() => closing.all())

const layer = makeLayer({ size: 400_000, seed: 'transfer' })
const blob = layer.descriptor
const BLOB = { method: 'GET', path: /\/blobs\// }

async function open(options: RegistryOptions = {}): Promise<Opened & { fake: FakeRegistry }> {
  const fake = closing.add(await FakeRegistry.start(options))
  if (layer.content) fake.putBlob('a', layer.content)
  return { ...closing.add(openClient(fake)), fake }
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

const part = (range: string): FaultAction => ({
  kind: 'answer',
  status: 206,
  body: 'other bytes',
  headers: { 'content-range': range },
})

describe('a download', () => {
  test.each([
    ['of another place', 'bytes 0-10/400000'],
    ['in other units', 'items 200000-200010/400000'],
    ['that cannot be read', 'x'],
  ])('that is answered by a part %s takes nothing of it and asks again', async (_, range) => {
    const { registry, fake } = await open()
    fake.fault({ match: BLOB, action: { kind: 'cut-response', after: 0.5 } })
    fake.fault({ match: BLOB, action: part(range) })
    const all = await collect(download({ registry, repository: 'a', blob }))
    expect(sha256(all)).toBe(blob.digest)
    expect(fake.requests.map(({ headers }) => headers.range)).toEqual([
      undefined,
      'bytes=200000-',
      'bytes=200000-',
    ])
  })

  test('that is always answered by another part is given up, by what was asked and what came', async () => {
    const { registry, fake } = await open()
    fake.fault({ match: BLOB, action: { kind: 'cut-response', after: 0.5 } })
    fake.fault({ match: BLOB, times: Infinity, action: part('bytes 0-10/400000') })
    await expect(collect(download({ registry, repository: 'a', blob }))).rejects.toThrow(
      "was asked for bytes from 200000 and sent 'bytes 0-10/400000'",
    )
  })

  test('that was not asked for a part and gets one does not take it for the whole', async () => {
    const { registry, fake } = await open()
    fake.fault({ match: BLOB, action: { kind: 'answer', status: 206, body: 'x' } })
    expect(sha256(await collect(download({ registry, repository: 'a', blob })))).toBe(blob.digest)
  })

  test('that ends early with an honest length goes on where it ended', async () => {
    const { registry, fake } = await open()
    fake.fault({ match: BLOB, action: { kind: 'truncate', to: 0.25 } })
    expect(sha256(await collect(download({ registry, repository: 'a', blob })))).toBe(blob.digest)
    expect(fake.requests.map(({ headers }) => headers.range)).toEqual([undefined, 'bytes=100000-'])
  })

  test('of which more than a megabyte came has not failed: its tries begin again', async () => {
    const large = makeLayer({ size: 24_000_000, seed: 'long' })
    const { registry, fake } = await open()
    if (large.content) fake.putBlob('a', large.content)
    fake.fault({ match: BLOB, times: 7, action: { kind: 'cut-response', after: 0.2 } })
    const all = await collect(download({ registry, repository: 'a', blob: large.descriptor }))
    expect(sha256(all)).toBe(large.descriptor.digest)
    expect(fake.requests).toHaveLength(8)
  })

  test('of a blob that is not there ends at once', async () => {
    const { registry, fake, runtime } = await open()
    const nowhere = { ...blob, digest: `sha256:${'0'.repeat(64)}` }
    await expect(collect(download({ registry, repository: 'a', blob: nowhere }))).rejects.toMatchObject({
      status: 404,
      codes: ['BLOB_UNKNOWN'],
    })
    expect(fake.requests).toHaveLength(1)
    expect(runtime.waits).toEqual([])
  })

  test('that nobody wants any more is closed', async () => {
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

describe('verified bytes', () => {
  const whole = bytes(layer)
  const halves = [whole.subarray(0, 200_000), whole.subarray(200_000)] as const

  test('come unchanged when they are right', async () => {
    expect((await collect(verified(pieces(...halves), blob))).equals(whole)).toBe(true)
  })

  test.each<[string, Buffer[], string]>([
    [
      'one byte flipped',
      [halves[0], flip(halves[1])],
      `(400000 bytes) came as 400000 bytes with digest ${sha256(Buffer.concat([halves[0], flip(halves[1])]))}; it was not stored`,
    ],
    ['the end missing', [halves[0], halves[1].subarray(1)], 'came as 399999 bytes'],
    ['nothing at all', [], 'came as 0 bytes'],
    [
      'one byte more',
      [...halves, Buffer.from('x')],
      'is longer than the 400000 bytes that its manifest gives it',
    ],
  ])('with %s never come to their end', async (_, given, words) => {
    const seen: Buffer[] = []
    const reading = (async () => {
      for await (const chunk of verified(pieces(...given), blob)) seen.push(chunk)
    })()
    await expect(reading).rejects.toThrow(CorruptContent)
    await expect(reading).rejects.toThrow(words)
    expect(Buffer.concat(seen).length).toBeLessThan(400_000)
  })

  test('of no bytes are nothing', async () => {
    const empty = { ...blob, size: 0, digest: sha256('') }
    expect((await collect(verified(pieces(), empty))).length).toBe(0)
  })

  test('are checked by sha512 where the digest says so', async () => {
    const { createHash } = await import('node:crypto')
    const digest = `sha512:${createHash('sha512').update(whole).digest('hex')}`
    expect((await collect(verified(pieces(...halves), { ...blob, digest }))).length).toBe(400_000)
    await expect(
      collect(verified(pieces(...halves), { ...blob, digest: `sha512:${'0'.repeat(128)}` })),
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
    'goes where an %s Location says, keeping its query',
    async (locations) => {
      const opened = await open({ locations })
      await upload(to(opened), () => pieces(bytes(layer)))
      expect(opened.fake.blob('b', blob.digest)?.equals(bytes(layer))).toBe(true)
      expect(opened.fake.requests.at(-1)?.path).toMatch(/\?_state=\w+&digest=sha256%3A\w{64}$/)
    },
  )

  test('whose bytes are too long for its manifest is never completed', async () => {
    const opened = await open()
    const long = [bytes(layer), Buffer.from('more')]
    await expect(upload(to(opened), () => pieces(...long))).rejects.toThrow('is longer than the 400000 bytes')
    expect(opened.fake.hasBlob('b', blob.digest)).toBe(false)
    expect(opened.fake.openUploads).toBe(0)
    expect(opened.runtime.waits).toEqual([])
  })

  test('whose source fails ends with the reason of the source', async () => {
    const opened = await open()
    const failing = async function* (): AsyncGenerator<Buffer> {
      yield await Promise.resolve(bytes(layer).subarray(0, 1000))
      throw new Error('the source is gone')
    }
    await expect(upload(to(opened), failing)).rejects.toThrow('the source is gone')
    expect(opened.fake.openUploads).toBe(0)
  })

  test('that opens without a Location is given up', async () => {
    const opened = await open()
    opened.fake.fault({ match: { method: 'POST' }, times: Infinity, action: { kind: 'answer', status: 202 } })
    await expect(upload(to(opened), () => pieces(bytes(layer)))).rejects.toThrow(
      'opened an upload and did not say where',
    )
  })

  test.each([
    ['BLOB_UPLOAD_UNKNOWN', 404],
    ['BLOB_UPLOAD_INVALID', 400],
    ['RANGE_INVALID', 416],
  ])('that ends with %s begins again in a session of its own', async (code, status) => {
    const opened = await open()
    const body = JSON.stringify({ errors: [{ code, message: 'x' }] })
    opened.fake.fault({ match: { method: 'PUT' }, action: { kind: 'answer', status, body } })
    await upload(to(opened), () => pieces(bytes(layer)))
    expect(opened.fake.hasBlob('b', blob.digest)).toBe(true)
    expect(opened.fake.requests.filter(({ method }) => method === 'POST')).toHaveLength(2)
  })

  test('that the registry says has another digest is believed, and not tried again', async () => {
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
  test('of a blob that the registry has is no upload', async () => {
    const { registry, fake } = await open()
    expect(await mount({ registry, repository: 'b', blob }, 'a')).toBe('mounted')
    expect(fake.hasBlob('b', blob.digest)).toBe(true)
    expect(fake.openUploads).toBe(0)
  })

  test('that is declined leaves an upload to go on with', async () => {
    const { registry, fake } = await open({ mount: 'never' })
    const session = await mount({ registry, repository: 'b', blob }, 'a')
    if (session === 'mounted') throw new Error('it was mounted')
    await upload({ registry, repository: 'b', blob }, () => pieces(bytes(layer)), session)
    expect(fake.requests.map(({ method, status }) => `${method} ${status}`)).toEqual(['POST 202', 'PUT 201'])
  })

  test('that leads to another host is not followed there', async () => {
    const { registry, fake } = await open({ mount: 'never' })
    const elsewhere = closing.add(await FakeRegistry.start())
    fake.fault({ match: { method: 'POST' }, action: { kind: 'relocate', origin: elsewhere.origin } })
    await expect(mount({ registry, repository: 'b', blob }, 'a')).rejects.toThrow('nothing was sent there')
    expect(elsewhere.requests).toEqual([])
  })
})
