import { afterEach, describe, expect, test } from '@jest/globals'
import { selfSigned } from '../../../testkit/network/certificate'
import { makeImage, makeIndex } from '../../../testkit/registry/image'
import { putSelfListingIndex } from '../../../testkit/registry/push'
import { FakeRegistry, type Fault } from '../../../testkit/registry/server'
import { MirrorDemo, type StageOptions } from '../../../testkit/runner/mirror-demo'

const stages: MirrorDemo[] = []
async function set(options?: StageOptions): Promise<MirrorDemo> {
  const stage = await MirrorDemo.set(options)
  stages.push(stage)
  return stage
}
// Whatever happened, no tag leads to something that is not all there.
afterEach(async () => {
  const incomplete = stages.flatMap((stage) => stage.incompleteTags())
  await Promise.all(stages.splice(0).map((stage) => stage.clear()))
  expect(incomplete).toEqual([])
})

const always = Infinity
const blob = /\/blobs\/sha256/
const uploadOf = /\/blobs\/uploads\/.*digest=/
const large = makeImage({ layers: [3_000_000], seed: 'large' })
const big = large.blobs[1]?.descriptor.digest ?? ''
const layer = new RegExp(`/blobs/${big}`)

describe('an image that cannot be had', () => {
  const file = (stage: MirrorDemo, source: string): string =>
    `images:\n  app:\n    source: ${stage.source.host}/${source}\n`
  const none = `sha256:${'0'.repeat(64)}`

  test('because its digest is wrong, is named with what the tag stands for', async () => {
    const stage = await set()
    const { failure } = await stage.mirror({}, { images: file(stage, `upstream/app:1.0@${none}`) })
    expect(failure?.message).toContain(`there is no ${stage.source.host}/upstream/app@${none}`)
    expect(failure?.message).toContain(
      `the tag 1.0 stands for ${stage.digest('app')}; correct the source in images.yaml`,
    )
  })

  test('because nothing of that name exists, is named as well', async () => {
    const stage = await set()
    const { failure, outputs } = await stage.mirror({}, { images: file(stage, `upstream/apple:1.0@${none}`) })
    expect(failure?.message).toContain('no tag 1.0 either')
    expect(outputs['images']).toBe('{}')
  })

  test('because its registry is down, does not stop the others', async () => {
    const stage = await set()
    const down = await FakeRegistry.start()
    await down.stop().catch(() => undefined)
    const images = `${stage.file}  other:\n    source: 127.0.0.1:1/upstream/other:1@${none}\n`
    const { failure, outputs, runtime } = await stage.mirror({}, { images })
    expect(failure?.message).toContain('other: GET 127.0.0.1:1/v2/upstream/other/manifests/')
    expect(failure?.message).toContain('nothing listens at this address (after 6 tries)')
    expect(outputs['copied']).toBe('1')
    expect(runtime.waits).toEqual([150, 300, 600, 1200, 2400])
  })

  test('because it is private, says how to log in', async () => {
    const stage = await set({ source: { auth: { kind: 'basic', user: 'u', password: 'p' } } })
    const { failure } = await stage.mirror()
    expect(failure?.message).toContain(
      `it wants credentials and there are none: log in to ${stage.source.host}`,
    )
  })

  test('because the registry never answers, is given up after the idle time', async () => {
    const stage = await set()
    stage.source.fault({ match: { path: /manifests/ }, times: always, action: { kind: 'hang' } })
    const { failure } = await stage.mirror({}, { httpOptions: { idleTimeoutMs: 60 } })
    expect(failure?.message).toContain('nothing moved for 0.06 s (after 6 tries)')
  })

  test('because a page of a proxy answers, says what came', async () => {
    const stage = await set()
    stage.source.fault({ match: { path: /manifests/ }, times: always, action: { kind: 'html' } })
    const { failure } = await stage.mirror()
    expect(failure?.message).toContain('an HTML page came instead of an answer')
  })

  test('because the certificate is for another name, says so at once', async () => {
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

  test('because the registry asks for a log-in again and again, ends', async () => {
    const stage = await set({ source: { auth: { kind: 'bearer', anonymous: true } } })
    stage.source.fault({ match: { path: /manifests/ }, times: always, action: { kind: 'unauthorized' } })
    const { failure } = await stage.mirror()
    expect(failure?.message).toContain('it refuses the credentials that were given')
    expect(stage.source.requests.length).toBeLessThan(10)
  })

  test.each<[string, Fault['action'], string]>([
    ['a byte flipped', { kind: 'flip-byte' }, 'the registry or something on the way altered it'],
    ['its end missing', { kind: 'truncate', to: 0.5 }, 'the registry or something on the way altered it'],
    [
      '50 MB',
      { kind: 'huge-manifest' },
      'the answer is 50000000 bytes long or longer; at most 4194304 make sense here',
    ],
  ])('because its manifest has %s, is refused', async (_, action, words) => {
    const stage = await set()
    stage.source.fault({ match: { path: /manifests/ }, times: always, action })
    const { failure } = await stage.mirror()
    expect(failure?.message).toContain(words)
    expect(stage.target.repositories()).toEqual([])
  })

  test('because its index lists itself, is refused', async () => {
    const stage = await set()
    const digest = putSelfListingIndex(stage.source, 'upstream/app', '2.0')
    const { failure } = await stage.mirror({}, { images: file(stage, `upstream/app:2.0@${digest}`) })
    expect(failure?.message).toContain('altered it')
    expect(stage.target.repositories()).toEqual([])
  })
})

describe('a source that breaks in mid-blob', () => {
  test.each([0.1, 0.5, 0.99])(
    'at %d of it, is taken up again by Range into the same upload',
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

  test('and ignores Range, is read again from its beginning', async () => {
    const stage = await set({ images: { app: large }, source: { ranges: false } })
    stage.source.fault({
      match: { method: 'GET', path: layer },
      action: { kind: 'cut-response', after: 0.7 },
    })
    const { failure } = await stage.mirror()
    expect(failure).toBeUndefined()
  })

  test('and stalls, is taken up again after the idle time', async () => {
    const stage = await set({ images: { app: large } })
    stage.source.fault({
      match: { method: 'GET', path: layer },
      action: { kind: 'stall-response', after: 0.5 },
    })
    const { failure } = await stage.mirror()
    expect(failure).toBeUndefined()
  })

  test('for good, is named with image, blob and host', async () => {
    const stage = await set({ images: { app: large } })
    stage.source.fault({
      match: { method: 'GET', path: blob },
      times: always,
      action: { kind: 'cut-response', after: 0 },
    })
    const { failure } = await stage.mirror()
    expect(failure?.message).toMatch(
      /app: GET 127\.0\.0\.1:\d+\/v2\/upstream\/app\/blobs\/sha256:\w{64}: the connection was cut \(after 6 tries\)/,
    )
  })

  test.each([0, 0.5, 0.999])('or flips the byte at %d of it, never completes the blob', async (at) => {
    const stage = await set({ images: { app: large } })
    stage.source.fault({
      match: { method: 'GET', path: new RegExp(big) },
      times: always,
      action: { kind: 'flip-byte', at },
    })
    const { failure } = await stage.mirror()
    expect(failure?.message).toMatch(
      /\(3000000 bytes\) came as 3000000 bytes with digest sha256:\w{64}; it was not stored/,
    )
    const puts = stage.target.requests.filter(
      ({ method, path }) => method === 'PUT' && path.includes(encodeURIComponent(big)),
    )
    expect(puts.every(({ bodyBytes, status }) => bodyBytes < 3_000_000 && status === 0)).toBe(true)
    expect(stage.target.openUploads).toBe(0)
  })
})

describe('a target that breaks in mid-blob', () => {
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

  test('after it stored the blob and before it said so, is found to have it', async () => {
    const stage = await set({ images: { app: large } })
    stage.target.fault({ match: { method: 'PUT', path: uploadOf }, action: { kind: 'commit-then-cut' } })
    const { failure } = await stage.mirror()
    expect(failure).toBeUndefined()
    expect(
      stage.target.requests.filter(({ method, path }) => method === 'PUT' && path.includes('/blobs/')),
    ).toHaveLength(2)
  })

  test('after it stored a tag, is found to have it even where tags are immutable', async () => {
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
  ])('since it %s, is tried again', async (_, action) => {
    const stage = await set({ images: { app: large } })
    stage.target.fault({ match: { method: 'PUT', path: uploadOf }, action })
    const { failure } = await stage.mirror({}, { uploadIdleTimeoutMs: 300 })
    expect(failure).toBeUndefined()
  })

  test('for good, is named with its own words', async () => {
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

  test('or sends the upload to another host, is not followed there', async () => {
    const stage = await set({ images: { app: large } })
    const elsewhere = await FakeRegistry.start()
    stage.target.fault({
      match: { method: 'POST' },
      times: always,
      action: { kind: 'relocate', origin: elsewhere.origin },
    })
    const { failure } = await stage.mirror()
    expect(failure?.message).toContain(
      `wants the upload sent to another host, ${elsewhere.host}; nothing was sent there`,
    )
    expect(elsewhere.requests).toEqual([])
    await elsewhere.stop()
  })

  test('or stores a manifest under another digest, is not believed', async () => {
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

describe('a registry that is busy', () => {
  test('is given the time it asks for', async () => {
    const stage = await set()
    const headers = { 'retry-after': '7' }
    stage.source.fault({ match: { path: /manifests/ }, action: { kind: 'answer', status: 429, headers } })
    const { failure, runtime } = await stage.mirror()
    expect(failure).toBeUndefined()
    expect(runtime.waits).toEqual([7000])
  })

  test('and does not say for how long, is tried again after a random while', async () => {
    const stage = await set()
    stage.source.fault({ match: { path: /manifests/ }, times: 2, action: { kind: 'answer', status: 429 } })
    const { failure, runtime } = await stage.mirror()
    expect(failure).toBeUndefined()
    expect(runtime.waits).toEqual([150, 300])
  })

  test('for longer than a job can wait, is told so at once', async () => {
    const stage = await set()
    const headers = { 'retry-after': '3600' }
    stage.source.fault({
      match: { path: /manifests/ },
      times: always,
      action: { kind: 'answer', status: 429, headers },
    })
    const { failure, runtime } = await stage.mirror()
    expect(failure?.message).toContain('answered 429')
    expect(runtime.waits).toEqual([])
  })
})

describe('words from outside', () => {
  test('cannot start a workflow command, nor break out of the summary', async () => {
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

  test('name the index that a broken child hangs from', async () => {
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
