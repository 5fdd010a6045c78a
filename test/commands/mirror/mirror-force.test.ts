import { afterEach, beforeEach, describe, expect, test } from '@jest/globals'
import type { Image } from '../../../testkit/registry/image'
import { MirrorDemo, type StageOptions, twoPlatforms } from '../../../testkit/runner/mirror-demo'

const REPOSITORY = 'langfuse/app'
const image = twoPlatforms()
const amd = image.children[0]
const layer = amd?.blobs[1]?.descriptor
const digestOf = (one: Image | undefined): string => one?.descriptor.digest ?? ''

let demo: MirrorDemo
afterEach(() => demo.remove())

async function start(target: StageOptions['target'] = {}): Promise<void> {
  demo = await MirrorDemo.create({ images: { app: image }, target })
  await demo.mirror()
  expect(demo.target.isComplete(REPOSITORY, '1.0')).toBe(true)
  demo.target.requests.length = 0
}

const writes = (): string[] =>
  demo.target.requests.filter(({ method }) => method === 'PUT').map(({ path }) => path.replace(/\?.*/, ''))

describe('an image whose content the target has lost', () => {
  beforeEach(() => start())

  test('is taken for present without force, because its tag exists', async () => {
    demo.target.lose(REPOSITORY, layer?.digest ?? '')
    const { outputs } = await demo.mirror()
    expect(outputs['copied']).toBe('0')
    expect(demo.target.isComplete(REPOSITORY, '1.0')).toBe(false)
  })

  test.each<[string, string]>([
    ['a layer', layer?.digest ?? ''],
    ['a config', amd?.blobs[0]?.descriptor.digest ?? ''],
    ["a platform's manifest", digestOf(amd)],
    ['an attestation', digestOf(image.children[2])],
  ])('gets %s back', async (_, digest) => {
    demo.target.lose(REPOSITORY, digest)
    const { failure, outputs, summary } = await demo.mirror({ force: 'true' })
    expect(failure).toBeUndefined()
    expect(outputs['copied']).toBe('1')
    expect(summary).toContain('1 image mirrored')
    expect(demo.target.isComplete(REPOSITORY, '1.0')).toBe(true)
  })

  test('gets only what is missing', async () => {
    demo.target.lose(REPOSITORY, layer?.digest ?? '')
    const { outputs } = await demo.mirror({ force: 'true' })
    expect(outputs['bytes']).toBe(String(layer?.size))
    expect(writes()).toHaveLength(1)
  })

  test('is shown by a dry run', async () => {
    demo.target.lose(REPOSITORY, layer?.digest ?? '')
    const { outputs, summary } = await demo.mirror({ force: 'true', 'dry-run': 'true' })
    expect(outputs['copied']).toBe('0')
    expect(summary).toMatch(/900 kB|to copy/)
    expect(writes()).toEqual([])
  })
})

test.each<[string, StageOptions['target']]>([
  ['a registry', {}],
  ['a registry with immutable tags', { immutableTags: true }],
])('a complete image is present for %s with force, and nothing is written', async (_, target) => {
  await start(target)
  const { failure, outputs, warnings } = await demo.mirror({ force: 'true' })
  expect(failure).toBeUndefined()
  expect(warnings).toEqual([])
  expect(outputs['copied']).toBe('0')
  expect(writes()).toEqual([])
})

test('a lost manifest is restored although the tag is immutable', async () => {
  await start({ immutableTags: true })
  demo.target.lose(REPOSITORY, digestOf(amd))
  const { failure, warnings } = await demo.mirror({ force: 'true' })
  expect(failure).toBeUndefined()
  expect(warnings).toEqual([])
  expect(demo.target.isComplete(REPOSITORY, '1.0')).toBe(true)
})
