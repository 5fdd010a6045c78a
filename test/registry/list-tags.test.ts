import { afterEach, describe, expect, test } from '@jest/globals'
import { listTags } from '../../src/registry/list-tags'
import { makeImage } from '../../testkit/registry/image'
import { putImage } from '../../testkit/registry/push'
import { FakeRegistry, type RegistryOptions } from '../../testkit/registry/server'
import { Closing, openClient } from './open'

const closing = new Closing()
afterEach(() => closing.all())

async function list(tags: readonly string[], options: RegistryOptions = {}, link?: string) {
  const registry = closing.add(await FakeRegistry.start(options))
  const image = makeImage()
  putImage(registry, 'a/b', undefined, image)
  const { bytes, descriptor } = image
  for (const tag of tags) registry.putManifest('a/b', tag, { bytes, mediaType: descriptor.mediaType })
  if (link !== undefined) {
    const body = JSON.stringify({ tags: ['1'] })
    const action = { kind: 'answer', status: 200, headers: { link }, body } as const
    registry.fault({ match: { path: /tags\/list/ }, times: Infinity, action })
  }
  const { registry: client } = closing.add(openClient(registry))
  return { found: await listTags(client, 'a/b'), registry }
}

describe('the tags of a repository', () => {
  test('are all there, over many pages', async () => {
    const tags = Array.from({ length: 3_210 }, (_, index) => `3.${index}.0`)
    const { found, registry } = await list(tags, { pageSize: 100 })
    expect(found.sort()).toEqual(tags.sort())
    expect(registry.requests).toHaveLength(33)
  })

  test('are asked for by a thousand', async () => {
    const { found, registry } = await list(['1', '2'])
    expect(found).toEqual(['1', '2'])
    expect(registry.requests.map(({ path }) => path)).toEqual(['/v2/a/b/tags/list?n=1000'])
  })

  test.each([
    ['a list that leads back to itself', '</v2/a/b/tags/list?n=1000>; rel="next"', 'does not end'],
    ['a next page that is no address', '<http://[>; rel="next"', 'the next page is nowhere'],
  ])('%s is told', async (_, link, words) => {
    await expect(list([], {}, link)).rejects.toThrow(words)
  })

  test('are asked of the registry alone, whatever the next page is said to be', async () => {
    const other = closing.add(await FakeRegistry.start())
    await expect(list([], {}, `<${other.origin}/v2/a/b/tags/list?n=1000>; rel="next"`)).rejects.toThrow()
    expect(other.requests).toEqual([])
  })
})
