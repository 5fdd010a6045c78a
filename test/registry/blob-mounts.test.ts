import { expect, test } from '@jest/globals'
import { planMounts } from '../../src/registry/blob-mounts'
import type { MissingImage } from '../../src/registry/copy-plan'

/** The part of a plan that mounts depend on. */
function image(
  repository: string,
  missing: readonly string[],
  present: readonly string[] = [],
): MissingImage {
  const blobs = (digests: readonly string[]) => digests.map((digest) => ({ digest, mediaType: '', size: 1 }))
  const partial = {
    job: { targetRepository: repository },
    missingBlobs: blobs(missing),
    presentBlobs: blobs(present),
  }
  return partial as unknown as MissingImage
}

const repositories = (images: readonly MissingImage[]): Record<string, string>[] =>
  planMounts(images).map(({ sources }) =>
    Object.fromEntries([...sources].map(([digest, { repository }]) => [digest, repository])),
  )

test('the first image uploads a shared blob, and later images mount it from there', () => {
  expect(repositories([image('a', ['x', 'y']), image('b', ['x', 'z']), image('c', ['x', 'z'])])).toEqual([
    {},
    { x: 'a' },
    { x: 'a', z: 'b' },
  ])
})

test('a blob that a repository has is mounted from there by all images, earlier ones included', () => {
  expect(repositories([image('a', ['x']), image('b', [], ['x'])])).toEqual([{ x: 'b' }, {}])
})

test('an image waits until the source of a blob is complete', async () => {
  const [first, second] = planMounts([image('a', ['x']), image('b', ['x'])])
  const events: string[] = []
  const waiting = second?.sources.get('x')?.ready.then(() => events.push('ready'))
  await new Promise((resolve) => setImmediate(resolve))
  events.push('done')
  first?.done()
  await waiting
  expect(events).toEqual(['done', 'ready'])
})
