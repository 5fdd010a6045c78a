import { afterEach, describe, expect, test } from '@jest/globals'
import { selfSigned } from '../../../testkit/network/certificate'
import { makeImage, makeIndex } from '../../../testkit/registry/image'
import { putSelfListingIndex } from '../../../testkit/registry/push'
import { FakeRegistry, type Fault } from '../../../testkit/registry/server'
import { MirrorDemo, type StageOptions } from '../../../testkit/runner/mirror-demo'

const stages: MirrorDemo[] = []
async function set(options?: StageOptions): Promise<MirrorDemo> {
  const stage = await MirrorDemo.create(options)
  stages.push(stage)
  return stage
}
// Whatever happened, no tag leads to something that is not all there.
afterEach(async () => {
  const incomplete = stages.flatMap((stage) => stage.incompleteTags())
  await Promise.all(stages.splice(0).map((stage) => stage.remove()))
  expect(incomplete).toEqual([])
})

const always = Infinity
const blob = /\/blobs\/sha256/
const uploadOf = /\/blobs\/uploads\/.*digest=/
const large = makeImage({ layers: [3_000_000], seed: 'large' })
const big = large.blobs[1]?.descriptor.digest ?? ''
const layer = new RegExp(`/blobs/${big}`)

describe('an image fails', () => {
  const file = (stage: MirrorDemo, source: string): string =>
    `images:\n  app:\n    source: ${stage.source.host}/${source}\n`
  const none = `sha256:${'0'.repeat(64)}`

  test('if its digest is wrong, and the error names the digest of its tag', async () => {
    const stage = await set()
    const { failure } = await stage.mirror({}, { images: file(stage, `upstream/app:1.0@${none}`) })
    expect(failure?.message).toContain(`${stage.source.host}/upstream/app@${none} does not exist`)
    expect(failure?.message).toContain(
      `the tag 1.0 refers to ${stage.digest('app')}; correct the source in images.yaml`,
    )
  })

  test('if the repository has no such image', async () => {
    const stage = await set()
    const { failure, outputs } = await stage.mirror({}, { images: file(stage, `upstream/apple:1.0@${none}`) })
    expect(failure?.message).toContain('the tag 1.0 does not exist either')
    expect(outputs['images']).toBe('{}')
  })

  test('if its registry is down, and the others are copied', async () => {
    const stage = await set()
    const down = await FakeRegistry.start()
    await down.stop().catch(() => undefined)
    const images = `${stage.file}  other:\n    source: 127.0.0.1:1/upstream/other:1@${none}\n`
    const { failure, outputs, runtime } = await stage.mirror({}, { images })
    expect(failure?.message).toContain('other: GET 127.0.0.1:1/v2/upstream/other/manifests/')
    expect(failure?.message).toContain('nothing listens at this address (after 11 attempts)')
    expect(outputs['copied']).toBe('1')
    expect(runtime.waits).toEqual([375, 750, 1500, 3000, 6000, 11250, 11250, 11250, 11250, 11250])
  })

  test('if it is private, and the error says how to log in', async () => {
    const stage = await set({ source: { auth: { kind: 'basic', user: 'u', password: 'p' } } })
    const { failure } = await stage.mirror()
    expect(failure?.message).toContain(
      `${stage.source.host} requires a login and no credentials were found. Log in to ${stage.source.host}`,
    )
  })

  test('if the registry does not answer within the idle timeout', async () => {
    const stage = await set()
    stage.source.fault({ match: { path: /manifests/ }, times: always, action: { kind: 'hang' } })
    const { failure } = await stage.mirror({}, { httpOptions: { idleTimeoutMs: 60 } })
    expect(failure?.message).toContain('no data for 0.06 s (after 11 attempts)')
  })

  test('if a proxy answers with an HTML page, and the error says so', async () => {
    const stage = await set()
    stage.source.fault({ match: { path: /manifests/ }, times: always, action: { kind: 'html' } })
    const { failure } = await stage.mirror()
    expect(failure?.message).toContain('the answer is an HTML page')
  })

  test('if the certificate is for another name, without another attempt', async () => {
    const tls = selfSigned('DNS:other.test')
    const stage = await set({ source: { tls } })
    const port = stage.source.host.split(':')[1] ?? ''
    const images = stage.file.replaceAll(stage.source.host, `registry.test:${port}`)
    const { failure, runtime } = await stage.mirror(
      {},
      {
        images,
        httpOptions: {
          ca: tls.cert,
          lookup: (_, options, callback) => {
            if (options.all) callback(null, [{ address: '127.0.0.1', family: 4 }])
            else callback(null, '127.0.0.1', 4)
          },
        },
      },
    )
    expect(failure?.message).toContain('its TLS certificate is for another name')
    expect(runtime.waits).toEqual([])
  })

  test('if the registry rejects every login', async () => {
    const stage = await set({ source: { auth: { kind: 'bearer', anonymous: true } } })
    stage.source.fault({ match: { path: /manifests/ }, times: always, action: { kind: 'unauthorized' } })
    const { failure } = await stage.mirror()
    expect(failure?.message).toContain('is private and no credentials were found. Check the name, or log in')
    expect(stage.source.requests.length).toBeLessThan(10)
  })

  test.each<[string, Fault['action'], string]>([
    ['a byte flipped', { kind: 'flip-byte' }, 'the registry or a proxy changed it'],
    ['its end missing', { kind: 'truncate', to: 0.5 }, 'the registry or a proxy changed it'],
    [
      '50 MB',
      { kind: 'huge-manifest' },
      'the response has 50000000 bytes or more; the limit is 4194304 bytes',
    ],
  ])('if its manifest has %s', async (_, action, words) => {
    const stage = await set()
    stage.source.fault({ match: { path: /manifests/ }, times: always, action })
    const { failure } = await stage.mirror()
    expect(failure?.message).toContain(words)
    expect(stage.target.repositories()).toEqual([])
  })

  test('if its index lists itself', async () => {
    const stage = await set()
    const digest = putSelfListingIndex(stage.source, 'upstream/app', '2.0')
    const { failure } = await stage.mirror({}, { images: file(stage, `upstream/app:2.0@${digest}`) })
    expect(failure?.message).toContain('a proxy changed it')
    expect(stage.target.repositories()).toEqual([])
  })
})

describe('a source whose connection breaks during a blob', () => {
  test.each([0.1, 0.5, 0.99])(
    'at %d of it, is continued with a Range request into the same upload',
    async (after) => {
      const stage = await set({ images: { app: large } })
      stage.source.fault({ match: { method: 'GET', path: layer }, action: { kind: 'cut-response', after } })
      const { failure } = await stage.mirror()
      expect(failure).toBeUndefined()
      const ranges = stage.source.requests.flatMap(({ headers }) => headers.range ?? [])
      expect(ranges).toHaveLength(1)
      expect(stage.target.requests.filter(({ method }) => method === 'POST')).toHaveLength(2)
    },
  )

  test('and which ignores Range, is read from the beginning', async () => {
    const stage = await set({ images: { app: large }, source: { ranges: false } })
    stage.source.fault({
      match: { method: 'GET', path: layer },
      action: { kind: 'cut-response', after: 0.7 },
    })
    const { failure } = await stage.mirror()
    expect(failure).toBeUndefined()
  })

  test('by a stall, is read again after the idle timeout', async () => {
    const stage = await set({ images: { app: large } })
    stage.source.fault({
      match: { method: 'GET', path: layer },
      action: { kind: 'stall-response', after: 0.5 },
    })
    const { failure } = await stage.mirror({}, { httpOptions: { idleTimeoutMs: 400 } })
    expect(failure).toBeUndefined()
  })

  test('on every attempt, fails with the names of image, blob and host', async () => {
    const stage = await set({ images: { app: large } })
    stage.source.fault({
      match: { method: 'GET', path: blob },
      times: always,
      action: { kind: 'cut-response', after: 0 },
    })
    const { failure } = await stage.mirror()
    expect(failure?.message).toMatch(
      /app: GET 127\.0\.0\.1:\d+\/v2\/upstream\/app\/blobs\/sha256:\w{64}: the connection was cut \(after 11 attempts\)/,
    )
  })

  test.each([0, 0.5, 0.999])('or changes the byte at %d of it, does not complete the blob', async (at) => {
    const stage = await set({ images: { app: large } })
    stage.source.fault({
      match: { method: 'GET', path: new RegExp(big) },
      times: always,
      action: { kind: 'flip-byte', at },
    })
    const { failure } = await stage.mirror()
    expect(failure?.message).toMatch(
      /\(3000000 bytes\) arrived as 3000000 bytes with digest sha256:\w{64}; it was not stored/,
    )
    const puts = stage.target.requests.filter(
      ({ method, path }) => method === 'PUT' && path.includes(encodeURIComponent(big)),
    )
    expect(puts.every(({ bodyBytes, status }) => bodyBytes < 3_000_000 && status === 0)).toBe(true)
    expect(stage.target.openUploads).toBe(0)
  })
})

describe('a target whose connection breaks during a blob', () => {
  test.each([0.1, 0.5, 0.99])('at %d of it, gets a new session, never the old one', async (after) => {
    const stage = await set({ images: { app: large } })
    stage.target.fault({ match: { method: 'PUT', path: uploadOf }, action: { kind: 'cut-request', after } })
    const { failure } = await stage.mirror()
    expect(failure).toBeUndefined()
    const sessions = stage.target.requests.flatMap(({ method, path }) =>
      method === 'PUT' && path.includes('uploads') ? path.split('?') : [],
    )
    const used = sessions.filter((part) => part.includes('/uploads/'))
    expect(new Set(used).size).toBe(used.length)
  })

  test('after it stored the blob and before its answer, is found to have the blob', async () => {
    const stage = await set({ images: { app: large } })
    stage.target.fault({ match: { method: 'PUT', path: uploadOf }, action: { kind: 'commit-then-cut' } })
    const { failure } = await stage.mirror()
    expect(failure).toBeUndefined()
    expect(
      stage.target.requests.filter(({ method, path }) => method === 'PUT' && path.includes('/blobs/')),
    ).toHaveLength(2)
  })

  test('after it stored a tag, is found to have the tag even if tags are immutable', async () => {
    const stage = await set({ images: { app: large }, target: { immutableTags: true } })
    stage.target.fault({
      match: { method: 'PUT', path: /manifests\/1\.0/ },
      action: { kind: 'commit-then-cut' },
    })
    const { failure, warnings } = await stage.mirror()
    expect(failure).toBeUndefined()
    expect(warnings).toEqual([])
  })

  test.each<[string, Fault['action']]>([
    ['lost the session', { kind: 'expire-session' }],
    ['is out of order for a moment', { kind: 'answer', status: 503 }],
    ['never reads on', { kind: 'stall-request', after: 0.3 }],
  ])('because it %s, is tried again', async (_, action) => {
    const stage = await set({ images: { app: large } })
    stage.target.fault({ match: { method: 'PUT', path: uploadOf }, action })
    const { failure } = await stage.mirror({}, { uploadIdleTimeoutMs: 300 })
    expect(failure).toBeUndefined()
  })

  test('on every attempt, fails with its own message', async () => {
    const stage = await set({ images: { app: large } })
    const body = '{"errors":[{"code":"DENIED","message":"quota exceeded"}]}'
    stage.target.fault({
      match: { method: 'PUT', path: uploadOf },
      times: always,
      action: { kind: 'answer', status: 507, body },
    })
    const { failure } = await stage.mirror()
    expect(failure?.message).toContain('answered 507: DENIED: quota exceeded')
  })

  test('or which redirects the upload to another host, is not followed', async () => {
    const stage = await set({ images: { app: large } })
    const elsewhere = await FakeRegistry.start()
    stage.target.fault({
      match: { method: 'POST' },
      times: always,
      action: { kind: 'relocate', origin: elsewhere.origin },
    })
    const { failure } = await stage.mirror()
    expect(failure?.message).toContain(
      `redirected the upload to another host, ${elsewhere.host}; nothing was sent there`,
    )
    expect(elsewhere.requests).toEqual([])
    await elsewhere.stop()
  })

  test('or which stores a manifest under another digest, fails', async () => {
    const stage = await set({ images: { app: large } })
    stage.target.fault({
      match: { method: 'PUT', path: /manifests/ },
      times: always,
      action: { kind: 'wrong-digest-header' },
    })
    const { failure } = await stage.mirror()
    expect(failure?.message).toMatch(/stored the manifest sha256:\w+ as sha256:0+/)
    expect(stage.target.tags('langfuse/app')).toEqual({})
  })
})

describe('a busy registry', () => {
  test('gets the wait that it asks for', async () => {
    const stage = await set()
    const headers = { 'retry-after': '7' }
    stage.source.fault({ match: { path: /manifests/ }, action: { kind: 'answer', status: 429, headers } })
    const { failure, runtime } = await stage.mirror()
    expect(failure).toBeUndefined()
    expect(runtime.waits).toEqual([7000])
  })

  test('is tried again after a random wait if it asks for none', async () => {
    const stage = await set()
    stage.source.fault({ match: { path: /manifests/ }, times: 2, action: { kind: 'answer', status: 429 } })
    const { failure, runtime } = await stage.mirror()
    expect(failure).toBeUndefined()
    expect(runtime.waits).toEqual([375, 750])
  })

  test('that asks for a wait longer than a job can take fails immediately', async () => {
    const stage = await set()
    const headers = { 'retry-after': '3600' }
    stage.source.fault({
      match: { path: /manifests/ },
      times: always,
      action: { kind: 'answer', status: 429, headers },
    })
    const { failure, runtime } = await stage.mirror()
    expect(failure?.message).toContain('answered 429')
    expect(failure?.message).toContain('it asks for a wait of 3600 s, and at most 120 s are waited')
    expect(runtime.waits).toEqual([])
  })
})

describe('messages of a registry', () => {
  test('cannot start a workflow command or break out of the summary', async () => {
    const stage = await set()
    const message =
      'x\n::set-output name=a::b\n##[error]boo\u001b[31m `code` | </details> <script>alert(1)</script> @everyone #1'
    const body = JSON.stringify({ errors: [{ code: 'DENIED', message }] })
    stage.source.fault({
      match: { path: /manifests/ },
      times: always,
      action: { kind: 'answer', status: 403, body },
    })
    const { failure, summary, runtime } = await stage.mirror()
    expect(runtime.lines.join('\n')).not.toMatch(/^\s*::|##\[/m)
    expect(failure?.message).not.toMatch(/\n::|\u001b/)
    const outside = summary.replace(/(`+)(?!`)[\s\S]*?[^`]\1(?!`)/g, '')
    expect(outside).not.toMatch(/<script|@everyone|#1\b/)
  })

  test('are completed with the index of a broken manifest', async () => {
    const stage = await set({ images: { app: makeIndex([makeImage()]) } })
    const child = makeImage().descriptor.digest
    stage.source.fault({
      match: { path: new RegExp(child) },
      times: always,
      action: { kind: 'answer', status: 404 },
    })
    const { failure } = await stage.mirror()
    expect(failure?.message).toContain(child)
  })
})
