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
  test('are complete across many pages', async () => {
    const tags = Array.from({ length: 3_210 }, (_, index) => `3.${index}.0`)
    const { found, registry } = await list(tags, { pageSize: 100 })
    expect(found.sort()).toEqual(tags.sort())
    expect(registry.requests).toHaveLength(33)
  })

  test('are requested in pages of a thousand', async () => {
    const { found, registry } = await list(['1', '2'])
    expect(found).toEqual(['1', '2'])
    expect(registry.requests.map(({ path }) => path)).toEqual(['/v2/a/b/tags/list?n=1000'])
  })

  test('end with a page that links to itself', async () => {
    const { found, registry } = await list([], {}, '</v2/a/b/tags/list?n=1000>; rel="next"')
    expect(found).toEqual(['1'])
    expect(registry.requests.length).toBeLessThan(5)
  })

  test.each([
    ['leaves a path prefix out', '/v2/b/tags/list'],
    ['adds a path prefix', '/repository/docker/v2/a/b/tags/list'],
    ['names another host', 'https://internal.test/v2/a/b/tags/list'],
  ])('are complete if the Link of the next page %s', async (_, path) => {
    const registry = closing.add(await FakeRegistry.start({ pageSize: 1 }))
    const { bytes, descriptor } = makeImage()
    for (const tag of ['1', '2']) registry.putManifest('a/b', tag, { bytes, mediaType: descriptor.mediaType })
    const headers = { link: `<${path}?n=1&last=1>; rel="next"` }
    registry.fault({ match: {}, action: { kind: 'answer', status: 200, headers, body: '{"tags":["1"]}' } })
    const { registry: client } = closing.add(openClient(registry))
    expect(await listTags(client, 'a/b')).toEqual(['1', '2'])
    expect(registry.requests.map(({ path: asked }) => asked)).toEqual([
      '/v2/a/b/tags/list?n=1000',
      '/v2/a/b/tags/list?n=1&last=1',
    ])
  })

  test('are requested without a page size if the registry rejects ours', async () => {
    const registry = closing.add(await FakeRegistry.start())
    const { bytes, descriptor } = makeImage()
    registry.putManifest('a/b', '1', { bytes, mediaType: descriptor.mediaType })
    const body = '{"errors":[{"code":"PAGINATION_NUMBER_INVALID"}]}'
    registry.fault({ match: { path: /n=1000/ }, action: { kind: 'answer', status: 400, body } })
    const { registry: client } = closing.add(openClient(registry))
    expect(await listTags(client, 'a/b')).toEqual(['1'])
  })

  test('may come in one answer of 20 MiB', async () => {
    const tags = Array.from({ length: 200_000 }, (_, index) => `${index}-${'x'.repeat(100)}`)
    const registry = closing.add(await FakeRegistry.start())
    registry.fault({ match: {}, action: { kind: 'answer', status: 200, body: JSON.stringify({ tags }) } })
    const { registry: client } = closing.add(openClient(registry))
    expect(await listTags(client, 'a/b')).toHaveLength(200_000)
  })

  test('are not accepted with an invalid next link', async () => {
    await expect(list([], {}, '<http://[>; rel="next"')).rejects.toThrow('the Link header has an invalid URL')
  })

  test('are never requested from another host', async () => {
    const other = closing.add(await FakeRegistry.start())
    await list([], {}, `<${other.origin}/v2/a/b/tags/list?n=1000>; rel="next"`)
    expect(other.requests).toEqual([])
  })
})
