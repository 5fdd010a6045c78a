import { afterEach, describe, expect, test } from '@jest/globals'
import { sendRequest, jsonOf, type SentRequest, type RequestOptions } from '../../../testkit/network/request'
import { buffered, sha256, virtual } from '../../../testkit/registry/content'
import { makeImage, makeIndex } from '../../../testkit/registry/image'
import { mediaTypes } from '../../../testkit/registry/manifest'
import { putImage } from '../../../testkit/registry/push'
import { FakeRegistry, type RegistryOptions } from '../../../testkit/registry/server'

let registry: FakeRegistry
afterEach(() => registry.stop())

const bytes = Buffer.from('some bytes of a layer')
const digest = sha256(bytes)
const image = makeImage({ layers: [10] })
const at = (path: string, method?: string, options?: RequestOptions): Promise<SentRequest> =>
  sendRequest(new URL(path, registry.origin).href, method, options)
const start = async (options?: RegistryOptions): Promise<void> => {
  registry = await FakeRegistry.start(options)
}
const open = async (repository = 'a'): Promise<string> => {
  const { headers } = await at(`/v2/${repository}/blobs/uploads/`, 'POST')
  return headers.location ?? ''
}
const code = (asked: SentRequest): unknown => {
  const body = jsonOf(asked) as { errors: { code: string }[] }
  return [asked.status, ...new Set(body.errors.map((error) => error.code))]
}

describe('uploads', () => {
  test('POST and one PUT store a blob', async () => {
    await start()
    const put = await at(`${await open()}&digest=${digest}`, 'PUT', { body: bytes })
    expect(put).toMatchObject({ status: 201, headers: { 'docker-content-digest': digest } })
    expect((await at(put.headers.location ?? '')).bytes).toEqual(bytes)
    expect(registry.requests.map(({ method, status, bodyBytes }) => [method, status, bodyBytes])).toEqual([
      ['POST', 202, 0],
      ['PUT', 201, bytes.length],
      ['GET', 200, 0],
    ])
  })

  test('PATCHes append, each at the Location of the last answer and in order', async () => {
    await start()
    const first = await at(await open(), 'PATCH', { body: bytes.subarray(0, 4) })
    expect(first).toMatchObject({ status: 202, headers: { range: '0-3' } })
    const next = first.headers.location ?? ''
    expect(code(await at(next, 'PATCH', { body: bytes, headers: { 'content-range': '0-20' } }))).toEqual([
      416,
      'BLOB_UPLOAD_INVALID',
    ])
    expect(code(await at(next.replace(/_state=.*/, '_state=1'), 'PATCH', { body: bytes }))).toEqual([
      400,
      'BLOB_UPLOAD_INVALID',
    ])
    const rest = { body: bytes.subarray(4), headers: { 'content-range': '4-20' } }
    const second = await at(next, 'PATCH', rest)
    expect(await at(second.headers.location ?? '')).toMatchObject({ status: 204, headers: { range: '0-20' } })
    expect(await at(`${registry.origin}/v2/a/blobs/${digest}`, 'HEAD')).toMatchObject({ status: 404 })
  })

  test('a wrong digest is rejected and ends the session', async () => {
    await start()
    const location = `${await open()}&digest=${digest}`
    expect(code(await at(location, 'PUT', { body: Buffer.from('other') }))).toEqual([400, 'DIGEST_INVALID'])
    expect(code(await at(location, 'PUT', { body: bytes }))).toEqual([404, 'BLOB_UPLOAD_UNKNOWN'])
    expect(registry.hasBlob('a', digest)).toBe(false)
  })

  test('a session can be cancelled', async () => {
    await start()
    const location = await open()
    expect(registry.openUploads).toBe(1)
    expect((await at(location, 'DELETE')).status).toBe(204)
    expect(registry.openUploads).toBe(0)
  })

  test('discard stores only digest and size', async () => {
    await start({ discard: true })
    await at(`${await open()}&digest=${digest}`, 'PUT', { body: bytes })
    expect(await at(`/v2/a/blobs/${digest}`, 'HEAD')).toMatchObject({
      status: 200,
      headers: { 'content-length': String(bytes.length) },
    })
  })

  test('Location can be a path', async () => {
    await start({ locations: 'relative' })
    expect(await open()).toMatch(/^\/v2\/a\/blobs\/uploads\//)
  })

  test('a repository must exist without autoCreate', async () => {
    await start({ autoCreate: false })
    expect(code(await at('/v2/a/blobs/uploads/', 'POST'))).toEqual([404, 'NAME_UNKNOWN'])
    registry.createRepository('a')
    expect((await at('/v2/a/blobs/uploads/', 'POST')).status).toBe(202)
  })

  test.each([
    ['any', 201],
    ['referenced', 202],
    ['never', 202],
  ] as const)('mount: %s answers %d for a blob that no manifest names', async (mount, status) => {
    await start({ mount })
    registry.putBlob('a', buffered(bytes))
    expect((await at(`/v2/b/blobs/uploads/?mount=${digest}&from=a`, 'POST')).status).toBe(status)
    expect((await at(`/v2/b/blobs/uploads/?mount=${digest}&from=c`, 'POST')).status).toBe(202)
    expect(registry.hasBlob('b', digest)).toBe(status === 201)
  })

  test('ECR mounts only blobs that a manifest names', async () => {
    await start({ mount: 'referenced' })
    putImage(registry, 'a', 'v1', image)
    const [config] = image.blobs
    const answer = await at(`/v2/b/blobs/uploads/?mount=${config?.descriptor.digest ?? ''}&from=a`, 'POST')
    expect(answer.status).toBe(201)
  })
})

describe('ECR', () => {
  test('answers PATCH with 201 and the Range of the first part', async () => {
    await start({ flavour: 'ecr' })
    const first = await at(await open(), 'PATCH', { body: Buffer.alloc(100) })
    const second = await at(first.headers.location ?? '', 'PATCH', { body: Buffer.alloc(100) })
    expect([first, second]).toMatchObject([
      { status: 201, headers: { range: '0-99' } },
      { status: 201, headers: { range: '0-99' } },
    ])
  })

  test('rejects short parts only at the end', async () => {
    await start({ flavour: 'ecr' })
    const first = await at(await open(), 'PATCH', { body: bytes.subarray(0, 4) })
    const rest = { body: bytes.subarray(4) }
    const put = await at(`${first.headers.location ?? ''}&digest=${digest}`, 'PUT', rest)
    expect(code(put)).toEqual([400, 'BLOB_UPLOAD_INVALID'])
  })

  test('rejects a second first part in a session', async () => {
    await start({ flavour: 'ecr' })
    registry.fault({ match: { method: 'PUT' }, action: { kind: 'cut-request', after: 0.5 } })
    const location = `${await open()}&digest=${digest}`
    expect((await at(location, 'PUT', { body: bytes })).status).toBe(0)
    const again = await at(location, 'PUT', { body: bytes })
    expect(code(again)).toEqual([416, 'BLOB_UPLOAD_INVALID'])
    expect(again.bytes.toString()).toContain('First byte of the layer part is 0 instead of 10')
  })

  test('converts to the Docker format when a tag is asked for with a narrow Accept', async () => {
    await start({ flavour: 'ecr' })
    putImage(registry, 'a', 'v1', image)
    const headers = { accept: mediaTypes.docker.manifest }
    const converted = await at('/v2/a/manifests/v1', 'GET', { headers })
    expect(converted.headers['content-type']).toBe(mediaTypes.docker.manifest)
    expect(converted.headers['docker-content-digest']).not.toBe(image.descriptor.digest)
    expect((await at(`/v2/a/manifests/${image.descriptor.digest}`, 'GET', { headers })).status).toBe(404)
  })

  test('throttles manifest uploads', async () => {
    await start({ throttle: { manifestPutsPerSecond: 2, retryAfter: '1' } })
    const puts = await Promise.all(
      [1, 2, 3].map(() => at('/v2/a/manifests/v1', 'PUT', { body: Buffer.from('x') })),
    )
    expect(puts.map(({ status }) => status).sort()).toEqual([400, 400, 429])
    expect(puts.find(({ status }) => status === 429)?.headers['retry-after']).toBe('1')
  })
})

describe('manifests', () => {
  const put = (
    reference: string,
    body = image.bytes,
    type = image.descriptor.mediaType,
  ): Promise<SentRequest> =>
    at(`/v2/a/manifests/${reference}`, 'PUT', { body, headers: { 'content-type': type } })

  test.each([
    ['distribution', 'MANIFEST_BLOB_UNKNOWN', 'MANIFEST_BLOB_UNKNOWN'],
    ['ecr', 'BLOB_UPLOAD_UNKNOWN', 'MANIFEST_BLOB_UNKNOWN'],
  ] as const)('%s refuses what lacks blobs or children', async (flavour, forBlobs, forChildren) => {
    await start({ flavour })
    expect(code(await put('v1'))).toEqual([400, forBlobs])
    const index = makeIndex([image])
    expect(code(await put('v1', index.bytes, index.descriptor.mediaType))).toEqual([400, forChildren])
    expect(registry.tags('a')).toEqual({})
  })

  test.each([
    ['no JSON', Buffer.from('{'), image.descriptor.mediaType, 'v1', 'MANIFEST_INVALID'],
    ['another media type', image.bytes, mediaTypes.docker.manifest, 'v1', 'MANIFEST_INVALID'],
    ['another digest', image.bytes, image.descriptor.mediaType, digest, 'DIGEST_INVALID'],
  ])('refuse %s', async (_, body, type, reference, expected) => {
    await start()
    putImage(registry, 'a', undefined, image)
    expect(code(await put(reference, body, type))).toEqual([400, expected])
  })

  test('an immutable tag is rejected also for the same digest', async () => {
    await start({ immutableTags: /^v/ })
    putImage(registry, 'a', undefined, image)
    expect((await put('v1')).status).toBe(201)
    expect(code(await put('v1'))).toEqual([400, 'TAG_INVALID'])
    expect((await put('latest')).status).toBe(201)
    expect((await put('latest')).status).toBe(201)
    expect((await put(image.descriptor.digest)).status).toBe(201)
  })

  test('HEAD and GET agree, by tag and by digest', async () => {
    await start()
    putImage(registry, 'a', 'v1', image)
    for (const reference of ['v1', image.descriptor.digest]) {
      const [head, get] = [
        await at(`/v2/a/manifests/${reference}`, 'HEAD'),
        await at(`/v2/a/manifests/${reference}`),
      ]
      expect(get.bytes.equals(image.bytes)).toBe(true)
      expect(get.headers['docker-content-digest']).toBe(image.descriptor.digest)
      expect({ ...head.headers, date: '' }).toEqual({ ...get.headers, date: '' })
    }
    expect(code(await at('/v2/a/manifests/v2'))).toEqual([404, 'MANIFEST_UNKNOWN'])
  })

  test.each([
    ['on', 201, image.descriptor.digest, 200],
    ['off', 201, undefined, 404],
    ['refused', 405, undefined, 405],
  ] as const)('with referrers %s a subject is answered %d', async (referrers, status, subject, listed) => {
    await start({ referrers })
    const referrer = makeImage({ subject: image, layers: [11] })
    putImage(registry, 'a', undefined, referrer)
    const answer = await put('sbom', referrer.bytes)
    expect([answer.status, answer.headers['oci-subject']]).toEqual([status, subject])
    expect((await at(`/v2/a/referrers/${image.descriptor.digest}`)).status).toBe(listed)
  })

  test('Docker Hub counts GET and not HEAD', async () => {
    await start({ rateLimit: { limit: 2, retryAfter: '60' } })
    putImage(registry, 'a', 'v1', image)
    const asked: SentRequest[] = []
    for (const method of ['HEAD', 'GET', 'GET', 'HEAD', 'GET'])
      asked.push(await at('/v2/a/manifests/v1', method))
    expect(asked.map(({ status, headers }) => [status, headers['ratelimit-remaining']])).toEqual([
      [200, '2;w=21600'],
      [200, '1;w=21600'],
      [200, '0;w=21600'],
      [200, '0;w=21600'],
      [429, '0;w=21600'],
    ])
  })

  test('tags are paginated', async () => {
    await start({ pageSize: 2 })
    for (const tag of ['c', 'a', 'b']) putImage(registry, 'a', tag, image)
    const first = await at('/v2/a/tags/list?n=10')
    expect([jsonOf(first), first.headers.link]).toEqual([
      { name: 'a', tags: ['a', 'b'] },
      '</v2/a/tags/list?n=2&last=b>; rel="next"',
    ])
    const second = await at('/v2/a/tags/list?n=2&last=b')
    expect([jsonOf(second), second.headers.link]).toEqual([{ name: 'a', tags: ['c'] }, undefined])
  })

  test('a manifest is complete with all blobs of its children', async () => {
    await start()
    const index = makeIndex([image])
    for (const { descriptor, bytes: manifest } of [image, index]) {
      registry.putManifest('a', descriptor.digest, { bytes: manifest, mediaType: descriptor.mediaType })
    }
    expect(registry.isComplete('a', index.descriptor.digest)).toBe(false)
    putImage(registry, 'a', undefined, image)
    expect(registry.isComplete('a', index.descriptor.digest)).toBe(true)
  })
})

describe('downloads', () => {
  const layer = virtual(1_000_000, 'downloads')
  const path = `/v2/a/blobs/${layer.digest}`

  test('Range returns the remaining bytes', async () => {
    await start()
    registry.putBlob('a', layer)
    const whole = await at(path)
    expect(sha256(whole.bytes)).toBe(layer.digest)
    const rest = await at(path, 'GET', { headers: { range: 'bytes=300000-' } })
    expect(rest).toMatchObject({ status: 206, headers: { 'content-range': 'bytes 300000-999999/1000000' } })
    expect(rest.bytes.equals(whole.bytes.subarray(300_000))).toBe(true)
    expect((await at(path, 'GET', { headers: { range: 'bytes=1000000-' } })).status).toBe(416)
  })

  test('Range can be ignored', async () => {
    await start({ ranges: false })
    registry.putBlob('a', layer)
    expect(await at(path, 'GET', { headers: { range: 'bytes=300000-' } })).toMatchObject({
      status: 200,
      headers: { 'content-length': '1000000' },
    })
  })

  test('a redirect leads to a host that rejects credentials', async () => {
    await start({ redirectBlobs: true })
    registry.putBlob('a', layer)
    const { status, headers } = await at(path)
    const location = headers.location ?? ''
    expect([status, new URL(location).host]).toEqual([307, registry.storageHost])
    const rest = await sendRequest(location, 'GET', { headers: { range: 'bytes=999998-' } })
    expect([rest.status, rest.bytes.length]).toEqual([206, 2])
    expect((await sendRequest(location, 'GET', { headers: { authorization: 'Basic eA==' } })).status).toBe(
      400,
    )
    expect(registry.storageRequests.map((request) => request.headers.authorization)).toEqual([
      undefined,
      'Basic eA==',
    ])
  })
})
