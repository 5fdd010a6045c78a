import { afterEach, describe, expect, test } from '@jest/globals'
import type { Clock } from '../../../src/http/retry'
import { fromJson, makeImage, makeIndex } from '../../../testkit/registry/image'
import { putImage } from '../../../testkit/registry/push'
import type { FakeRegistry, FaultAction } from '../../../testkit/registry/server'
import { MirrorDemo, type StageOptions, twoPlatforms } from '../../../testkit/runner/mirror-demo'

const stages: MirrorDemo[] = []
async function set(options?: StageOptions): Promise<MirrorDemo> {
  const stage = await MirrorDemo.create(options)
  stages.push(stage)
  return stage
}
afterEach(async () => {
  const incomplete = stages.flatMap((stage) => stage.incompleteTags())
  await Promise.all(stages.splice(0).map((stage) => stage.remove()))
  expect(incomplete).toEqual([])
})

const always = Infinity
const SPEED = 200

/** A clock that only waits advance, each in a fraction of its time: the speed of the machine does not count. */
class WaitClock implements Clock {
  readonly random = Math.random
  readonly wallClockMs = Date.now
  private nowMs = 0
  private ends: { readonly atMs: number; readonly act: () => void }[] = []

  now = (): number => this.nowMs

  sleep = async (ms: number): Promise<void> => {
    const untilMs = this.nowMs + ms
    await new Promise((resolve) => setTimeout(resolve, ms / SPEED))
    this.nowMs = Math.max(this.nowMs, untilMs)
    const due = this.ends.filter(({ atMs }) => atMs <= this.nowMs)
    this.ends = this.ends.filter(({ atMs }) => atMs > this.nowMs)
    for (const { act } of due) act()
  }

  after(ms: number, act: () => void): void {
    this.ends.push({ atMs: this.nowMs + ms, act })
  }
}
const three = (): Record<string, ReturnType<typeof twoPlatforms>> =>
  Object.fromEntries(['a', 'b', 'c'].map((name) => [name, twoPlatforms(name)]))

/** Places a fault, and returns a clock on which it ends after some seconds of waits. */
function outage(
  registry: FakeRegistry,
  seconds: number,
  match: { method?: string; path?: RegExp },
  action: FaultAction,
): WaitClock {
  const fault = registry.fault({ match, times: always, action })
  const clock = new WaitClock()
  clock.after(seconds * 1000, () => {
    fault.remove()
  })
  return clock
}

describe('a registry that is away for 45 seconds', () => {
  test('from the first upload on is waited for, and reported once for each outage', async () => {
    const stage = await set({ images: three() })
    const clock = outage(stage.target, 45, { method: 'PUT' }, { kind: 'cut-request', after: 0 })
    const { failure } = await stage.mirror({}, { clock })
    expect(failure).toBeUndefined()
    expect(clock.now()).toBeGreaterThanOrEqual(45_000)
  })

  test('as a source is waited for', async () => {
    const stage = await set({ images: three() })
    const clock = outage(stage.source, 45, {}, { kind: 'answer', status: 502 })
    const { failure } = await stage.mirror({}, { clock })
    expect(failure).toBeUndefined()
    expect(clock.now()).toBeGreaterThanOrEqual(45_000)
  })

  test.each(['0', '-5', 'Thu, 01 Jan 1970 00:00:00 GMT'])(
    'is waited for although it answers with Retry-After %s',
    async (value) => {
      const stage = await set()
      const headers = { 'retry-after': value }
      const clock = outage(stage.target, 45, { method: 'PUT' }, { kind: 'answer', status: 503, headers })
      const { failure } = await stage.mirror({}, { clock })
      expect(failure).toBeUndefined()
      expect(clock.now()).toBeGreaterThanOrEqual(45_000)
    },
  )
})

test('a registry that stays away fails all images in the time of one', async () => {
  const stage = await set({ images: three() })
  stage.source.fault({ match: {}, times: always, action: { kind: 'answer', status: 503 } })
  const clock = new WaitClock()
  const { failure } = await stage.mirror({}, { clock })
  expect(failure?.message).toContain('3 of 3 images did not reach')
  expect(clock.now()).toBeGreaterThan(60_000)
  expect(clock.now()).toBeLessThan(240_000)
})

describe('content that arrives corrupt', () => {
  const large = makeImage({ layers: [300_000], seed: 'large' })
  const layer = new RegExp(`/blobs/${large.blobs[1]?.descriptor.digest ?? ''}`)

  test.each<[string, RegExp, number]>([
    ['a blob once', layer, 1],
    ['a config once', new RegExp(`/blobs/${large.blobs[0]?.descriptor.digest ?? ''}`), 1],
    ['a manifest twice', /manifests/, 2],
  ])('%s is requested again', async (_, path, times) => {
    const stage = await set({ images: { app: large } })
    stage.source.fault({ match: { method: 'GET', path }, times, action: { kind: 'flip-byte' } })
    const { failure } = await stage.mirror()
    expect(failure).toBeUndefined()
  })

  test('as a manifest that is cut, in an answer without a length, is requested again', async () => {
    const stage = await set({ images: { app: large } })
    stage.source.fault({ match: { path: /manifests/ }, action: { kind: 'truncate', to: 0.5 } })
    expect((await stage.mirror()).failure).toBeUndefined()
  })

  test.each<[string, RegExp]>([
    ['a blob', layer],
    ['a manifest', /manifests/],
  ])('%s on every attempt fails with host and repository of the source', async (_, path) => {
    const stage = await set({ images: { app: large } })
    const fault = stage.source.fault({
      match: { method: 'GET', path },
      times: always,
      action: { kind: 'flip-byte' },
    })
    const { failure } = await stage.mirror()
    expect(failure?.message).toContain(`app: ${stage.source.host}/upstream/app: `)
    expect(fault.hits).toBeLessThan(4)
  })
})

describe('a manifest whose content the target does not know yet', () => {
  test.each([
    ['MANIFEST_UNKNOWN', 404],
    ['MANIFEST_BLOB_UNKNOWN', 404],
    ['BLOB_UNKNOWN', 400],
    ['BLOB_UPLOAD_UNKNOWN', 400],
    ['NAME_UNKNOWN', 404],
    ['CONFLICT', 409],
    [undefined, 404],
  ])('is pushed again after %s', async (code, status) => {
    const stage = await set()
    const body = code === undefined ? '' : JSON.stringify({ errors: [{ code }] })
    stage.target.fault({
      match: { method: 'PUT', path: /manifests/ },
      times: 3,
      action: { kind: 'answer', status, body },
    })
    const { failure } = await stage.mirror()
    expect(failure).toBeUndefined()
  })

  test('is pushed after another upload of what the target lost', async () => {
    const stage = await set()
    // The registry confirms a blob and does not store it.
    const fault = stage.target.fault({
      match: { method: 'PUT', path: /blobs\/uploads/ },
      action: { kind: 'answer', status: 201 },
    })
    const { failure } = await stage.mirror()
    expect(fault.hits).toBe(1)
    expect(failure).toBeUndefined()
    expect(stage.target.isComplete('langfuse/app', '1.0')).toBe(true)
  })

  test('fails after some seconds', async () => {
    const stage = await set({ images: { app: makeImage() } })
    const body = '{"errors":[{"code":"MANIFEST_BLOB_UNKNOWN","message":"blob unknown","detail":"sha256:1"}]}'
    stage.target.fault({
      match: { method: 'PUT', path: /manifests/ },
      times: always,
      action: { kind: 'answer', status: 400, body },
    })
    const { failure, runtime } = await stage.mirror()
    expect(failure?.message).toContain('MANIFEST_BLOB_UNKNOWN: blob unknown (sha256:1)')
    const waited = runtime.waits.reduce((sum, ms) => sum + ms, 0)
    expect(waited).toBeGreaterThan(3_000)
    expect(waited).toBeLessThan(30_000)
  })
})

test('mirrors to one target at the same time do not fail each other', async () => {
  const stage = await set({ images: three(), target: { mount: 'any' } })
  // A loaded machine pauses connections for longer than the limit of the other tests.
  const mirror = () => stage.mirror({}, { httpOptions: { idleTimeoutMs: 10_000 } })
  const runs = await Promise.all([mirror(), mirror(), mirror()])
  expect(runs.map(({ failure }) => failure)).toEqual([undefined, undefined, undefined])
})

describe('a target', () => {
  test('that confirms each HEAD of a manifest receives the image', async () => {
    const stage = await set()
    const match = { method: 'HEAD', path: /manifests/ }
    stage.target.fault({ match, times: always, action: { kind: 'answer', status: 200 } })
    const { failure } = await stage.mirror()
    expect(failure).toBeUndefined()
    expect(stage.target.isComplete('langfuse/app', '1.0')).toBe(true)
  })

  test.each([
    ['manifests', /manifests/],
    ['everything', /./],
  ])('whose proxy answers requests for %s with a page has no image', async (_, path) => {
    const stage = await set()
    stage.target.fault({ match: { path }, times: always, action: { kind: 'html' } })
    const { failure, outputs } = await stage.mirror()
    expect(failure?.message).toMatch(/HTML page|check that no proxy answers in place of the registry/)
    expect(outputs['images']).toBe('{}')
  })

  test.each([400, 403, 405, 501])('that answers HEAD with %d receives the image', async (status) => {
    const stage = await set()
    stage.target.fault({ match: { method: 'HEAD' }, times: always, action: { kind: 'answer', status } })
    const { failure } = await stage.mirror()
    expect(failure).toBeUndefined()
    expect(stage.target.isComplete('langfuse/app', '1.0')).toBe(true)
  })

  test('receives each manifest once, even if an index lists it twice', async () => {
    const child = makeImage({ seed: 'child' })
    const stage = await set({ images: { app: makeIndex([child, child, makeImage({ seed: 'other' })]) } })
    const { failure } = await stage.mirror()
    expect(failure).toBeUndefined()
    const { digest } = child.descriptor
    const of = (registry: FakeRegistry, method: string): number =>
      registry.requests.filter((one) => one.method === method && one.path.endsWith(`manifests/${digest}`))
        .length
    expect([of(stage.source, 'GET'), of(stage.target, 'PUT')]).toEqual([1, 1])
  })

  test.each([
    [403, '{"errors":[{"code":"DENIED","message":"not authorized to overwrite"}]}'],
    [405, '{"errors":[{"code":"UNSUPPORTED","message":"The operation is disallowed on this registry"}]}'],
    [409, '{"errors":[{"code":"CONFLICT","message":"tag exists"}]}'],
    [412, '{"errors":[{"code":"PRECONDITION","message":"configured as immutable"}]}'],
    [400, 'Repository does not allow updating assets: docker'],
    [400, '{"errors":[{"code":"ImageTagAlreadyExistsException","message":"no"}]}'],
  ])('that refuses to move a tag with %d %s gets a second tag', async (status, body) => {
    const stage = await set()
    const old = putImage(stage.target, 'langfuse/app', '1.0', makeImage({ seed: 'old' }))
    stage.target.fault({
      match: { method: 'PUT', path: /manifests\/1\.0$/ },
      times: always,
      action: { kind: 'answer', status, body },
    })
    const { failure, warnings } = await stage.mirror()
    expect(failure).toBeUndefined()
    expect(warnings.join()).toContain('is immutable in langfuse/app')
    expect(stage.target.tags('langfuse/app')['1.0']).toBe(old)
  })

  test('that refuses a tag which does not exist fails with its reason', async () => {
    const stage = await set()
    stage.target.fault({
      match: { method: 'PUT', path: /manifests\/1\.0$/ },
      times: always,
      action: { kind: 'answer', status: 403, body: '{"errors":[{"code":"DENIED","message":"no"}]}' },
    })
    const { failure } = await stage.mirror()
    expect(failure?.message).toContain('answered 403: DENIED: no')
  })
})

describe('a source', () => {
  test('whose index lists a manifest that is gone fails with both digests and the next step', async () => {
    const child = makeImage({ seed: 'child' })
    const index = makeIndex([child])
    const stage = await set({ images: { app: index } })
    const path = new RegExp(child.descriptor.digest)
    stage.source.fault({ match: { path }, times: always, action: { kind: 'answer', status: 404 } })
    const { failure } = await stage.mirror()
    expect(failure?.message).toContain(
      `the index ${index.descriptor.digest} lists the manifest ${child.descriptor.digest}, which ` +
        `${stage.source.host}/upstream/app no longer has; pin another version in images.yaml`,
    )
  })

  test('with a BuildKit cache is copied like an image', async () => {
    const layers = makeImage({ seed: 'cache' }).blobs
    const entries = layers.map(({ descriptor }) => ({
      ...descriptor,
      mediaType: 'application/vnd.buildkit.cacheconfig.v0',
    }))
    const mediaType = 'application/vnd.oci.image.index.v1+json'
    const cache = fromJson(mediaType, layers, { schemaVersion: 2, mediaType, manifests: entries })
    const stage = await set({ images: { app: cache } })
    const { failure } = await stage.mirror()
    expect(failure).toBeUndefined()
    expect(stage.target.isComplete('langfuse/app', '1.0')).toBe(true)
  })

  test('may send manifests compressed', async () => {
    const stage = await set({ images: { app: makeImage() } })
    const manifest = stage.source.manifest('upstream/app', '1.0')
    stage.source.fault({
      match: { method: 'GET', path: /manifests/ },
      times: always,
      action: { kind: 'gzip' },
    })
    const { failure } = await stage.mirror()
    expect(failure).toBeUndefined()
    expect(stage.target.manifest('langfuse/app', '1.0')?.bytes).toEqual(manifest?.bytes)
  })
})
