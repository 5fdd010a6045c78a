import { afterEach, beforeEach, describe, expect, test } from '@jest/globals'
import { compareUrl, readReleases, sourceRepository } from '../../src/github/releases'
import { FakeGitHub } from '../../testkit/github/server'
import { openFake } from '../../testkit/github/runtime'

describe('where an image is made', () => {
  test.each([
    ['langfuse/langfuse-worker', undefined, 'langfuse/langfuse'],
    ['langfuse/langfuse', 'https://github.com/evil/evil', 'langfuse/langfuse'],
    ['acme/tool', 'https://github.com/acme/tool', 'acme/tool'],
    ['acme/tool', 'https://github.com/acme/tool.git', 'acme/tool'],
    ['acme/tool', 'https://github.com/acme/tool/tree/main', 'acme/tool'],
    ['acme/tool', 'https://gitlab.com/acme/tool', undefined],
    ['acme/tool', 'https://github.com/acme', undefined],
    ['acme/tool', 'https://github.com/acme/tool)[x](y', undefined],
    ['constructor', undefined, undefined],
  ])('%s with %s is %s', (image, label, expected) => {
    const found = sourceRepository(image, label)
    expect(found && `${found.owner}/${found.repo}`).toBe(expected)
  })

  test('a tag cannot end the address that it is in', () => {
    expect(compareUrl({ owner: 'a', repo: 'b' }, 'v1)', 'v2/(x')).toBe(
      'https://github.com/a/b/compare/v1%29...v2%2F%28x',
    )
  })
})

describe('the releases', () => {
  let fake: FakeGitHub
  beforeEach(async () => {
    fake = await FakeGitHub.start()
  })
  afterEach(() => fake.stop())
  const read = async () => readReleases(await openFake(fake), { owner: 'up', repo: 'stream' })

  test('are read from all pages, without drafts and pre-releases', async () => {
    const made = Array.from({ length: 150 }, (_, index) => ({
      tag_name: `v1.0.${149 - index}`,
      body: 'x',
      draft: index === 0,
      prerelease: index === 1,
      published_at: '2026-11-01T00:00:00Z',
    }))
    fake.state.releases.set('up/stream', made)
    const releases = await read()
    expect(releases).toHaveLength(148)
    expect(releases[0]).toEqual({
      tag: 'v1.0.147',
      url: 'https://github.com/up/stream/releases/tag/v1.0.147',
      body: 'x',
      publishedMs: Date.UTC(2026, 10, 1),
    })
  })

  test('of a repository that nobody may read are none', async () => {
    expect(await read()).toEqual([])
  })
})
