import { afterEach, beforeEach, describe, expect, test } from '@jest/globals'
import { sendRequest, type SentRequest, type RequestOptions } from '../../../testkit/network/request'
import { bytesOf, sha256, virtual } from '../../../testkit/registry/content'
import { makeImage } from '../../../testkit/registry/image'
import { putImage } from '../../../testkit/registry/push'
import { FakeRegistry, type FaultAction, type PlacedFault } from '../../../testkit/registry/server'

const layer = virtual(3_000_000, 'faults')
const layerBytes = bytesOf(layer)
const image = makeImage()
let registry: FakeRegistry
beforeEach(async () => {
  registry = await FakeRegistry.start()
  registry.putBlob('a', layer)
  putImage(registry, 'a', 'v1', image)
})
afterEach(() => registry.stop())

const at = (path: string, method?: string, options?: RequestOptions): Promise<SentRequest> =>
  sendRequest(new URL(path, registry.origin).href, method, options)
const getBlob = (timeoutMs?: number): Promise<SentRequest> =>
  at(`/v2/a/blobs/${layer.digest}`, 'GET', timeoutMs === undefined ? {} : { timeoutMs: timeoutMs })
const getManifest = (): Promise<SentRequest> => at('/v2/a/manifests/v1')
const strike = (action: FaultAction, method = 'GET', times = 1): PlacedFault =>
  registry.fault({ match: { method }, times, action })
async function upload(timeoutMs = 20_000): Promise<SentRequest> {
  const { headers } = await at('/v2/b/blobs/uploads/', 'POST')
  return at(`${headers.location ?? ''}&digest=${layer.digest}`, 'PUT', {
    body: layerBytes,
    timeoutMs: timeoutMs,
  })
}

describe('a fault affects', () => {
  test('a number of requests by method and path', async () => {
    const fault = registry.fault({
      match: { method: 'GET', path: /\/manifests\// },
      times: 2,
      skip: 1,
      action: { kind: 'answer', status: 503, headers: { 'retry-after': '7' }, body: 'busy' },
    })
    expect((await getBlob()).status).toBe(200)
    const answers = [await getManifest(), await getManifest(), await getManifest(), await getManifest()]
    expect(answers.map(({ status }) => status)).toEqual([200, 503, 503, 200])
    expect(answers[1]).toMatchObject({ headers: { 'retry-after': '7' }, bytes: Buffer.from('busy') })
    expect(fault.hits).toBe(2)
  })

  test('all requests until it is removed', async () => {
    const fault = strike({ kind: 'unauthorized' }, 'GET', Infinity)
    expect([(await getManifest()).status, (await getManifest()).status]).toEqual([401, 401])
    fault.remove()
    expect((await getManifest()).status).toBe(200)
  })

  test('no request with wrong credentials', async () => {
    const locked = await FakeRegistry.start({ auth: { kind: 'basic', user: 'u', password: 'p' } })
    const fault = locked.fault({ match: {}, action: { kind: 'answer', status: 500 } })
    expect((await sendRequest(`${locked.origin}/v2/`)).status).toBe(401)
    expect(fault.hits).toBe(0)
    await locked.stop()
  })
})

describe('downloads', () => {
  test.each([0, 0.1, 0.5, 0.99])('cut after %d of the body', async (after) => {
    strike({ kind: 'cut-response', after })
    const { bytes, isComplete: isComplete, status } = await getBlob()
    expect([status, isComplete, bytes.length]).toEqual([200, false, Math.floor(after * layer.size)])
    expect(bytes.equals(layerBytes.subarray(0, bytes.length))).toBe(true)
    expect((await getBlob()).isComplete).toBe(true)
  })

  test('a resumed download is cut by its own length', async () => {
    strike({ kind: 'cut-response', after: 0.5 })
    const rest = await at(`/v2/a/blobs/${layer.digest}`, 'GET', { headers: { range: 'bytes=1000000-' } })
    expect([rest.status, rest.bytes.length]).toEqual([206, 1_000_000])
  })

  test('one byte changed, the same length', async () => {
    strike({ kind: 'flip-byte', at: 0.7 })
    const { bytes, isComplete: isComplete } = await getBlob()
    const wrong = [...bytes.keys()].filter((index) => bytes[index] !== layerBytes[index])
    expect([isComplete, bytes.length, wrong]).toEqual([true, layer.size, [2_100_000]])
  })

  test('truncated with a matching length', async () => {
    strike({ kind: 'truncate', to: 0.5 })
    const { bytes, isComplete: isComplete, headers } = await getManifest()
    expect([isComplete, headers['content-length']]).toEqual([true, String(bytes.length)])
    expect(bytes.equals(image.bytes.subarray(0, image.bytes.length / 2))).toBe(true)
  })

  test('stalled within the body', async () => {
    strike({ kind: 'stall-response', after: 0.5 })
    const { bytes, isComplete: isComplete } = await getBlob(700)
    expect([isComplete, bytes.length]).toEqual([false, 1_500_000])
  })

  test('never answered', async () => {
    strike({ kind: 'hang' })
    expect((await getBlob(200)).status).toBe(0)
    expect(registry.requests.at(-1)).toMatchObject({ method: 'GET', status: 0 })
  })

  test('slow to start', async () => {
    strike({ kind: 'slow', firstByteMs: 200 })
    const before = performance.now()
    expect((await getManifest()).isComplete).toBe(true)
    expect(performance.now() - before).toBeGreaterThan(190)
  })

  test('HTML, an oversized manifest, a wrong digest header', async () => {
    strike({ kind: 'html' })
    strike({ kind: 'huge-manifest' })
    strike({ kind: 'wrong-digest-header' })
    const html = await getManifest()
    expect([html.status, html.headers['content-type'], html.bytes.subarray(0, 15).toString()]).toEqual([
      200,
      'text/html',
      '<!DOCTYPE html>',
    ])
    const huge = await getManifest()
    expect(huge.bytes.length).toBe(50_000_000)
    expect(JSON.parse(huge.bytes.toString())).toMatchObject({ manifests: [] })
    expect((await getManifest()).headers['docker-content-digest']).toBe(`sha256:${'0'.repeat(64)}`)
  })

  test('faults of the second host', async () => {
    const source = await FakeRegistry.start({ redirectBlobs: true })
    source.putBlob('a', layer)
    source.fault({ match: { path: /^\/storage\// }, action: { kind: 'cut-response', after: 0.5 } })
    const { headers } = await sendRequest(`${source.origin}/v2/a/blobs/${layer.digest}`)
    expect((await sendRequest(headers.location ?? '')).bytes.length).toBe(1_500_000)
    await source.stop()
  })
})

describe('uploads', () => {
  test.each([0, 0.1, 0.5, 0.99])('cut after %d of the request body', async (after) => {
    strike({ kind: 'cut-request', after }, 'PUT')
    expect((await upload()).status).toBe(0)
    expect(registry.requests.at(-1)).toMatchObject({ bodyBytes: Math.floor(after * layer.size), status: 0 })
    expect(registry.hasBlob('b', layer.digest)).toBe(false)
    expect((await upload()).status).toBe(201)
  })

  test('stalled within the request body', async () => {
    strike({ kind: 'stall-request', after: 0.5 }, 'PUT')
    expect((await upload(300)).status).toBe(0)
    expect(registry.hasBlob('b', layer.digest)).toBe(false)
  })

  test('stored without an answer', async () => {
    strike({ kind: 'commit-then-cut' }, 'PUT', 2)
    expect((await upload()).status).toBe(0)
    expect(registry.hasBlob('b', layer.digest)).toBe(true)
    const headers = { 'content-type': image.descriptor.mediaType }
    expect((await at('/v2/a/manifests/v2', 'PUT', { body: image.bytes, headers })).status).toBe(0)
    expect(registry.tags('a')).toEqual({ v1: image.descriptor.digest, v2: image.descriptor.digest })
  })

  test('a session that no longer exists', async () => {
    strike({ kind: 'expire-session' }, 'PUT')
    const gone = await upload()
    expect([gone.status, gone.bytes.toString()]).toEqual([
      404,
      expect.stringContaining('BLOB_UPLOAD_UNKNOWN'),
    ])
    expect(registry.openUploads).toBe(0)
    expect((await upload()).status).toBe(201)
  })

  test('a Location on another host', async () => {
    strike({ kind: 'relocate', origin: 'http://127.0.0.1:9' }, 'POST')
    const { headers } = await at('/v2/b/blobs/uploads/', 'POST')
    expect(headers.location).toMatch(/^http:\/\/127\.0\.0\.1:9\/v2\/b\/blobs\/uploads\/.+_state=1$/)
  })

  test('an early answer leaves a large body unread and the connection open', async () => {
    strike({ kind: 'answer', status: 429 }, 'PUT')
    expect((await upload()).status).toBe(429)
    expect(sha256(layerBytes)).toBe(layer.digest)
  })
})
