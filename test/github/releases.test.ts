import { afterEach, beforeEach, describe, expect, test } from '@jest/globals'
import { compareUrl, readReleases, readTagCommit, sourceRepository } from '../../src/github/releases'
import { gitHubError } from '../../testkit/github/faults'
import { FakeGitHub } from '../../testkit/github/server'
import { openFake } from '../../testkit/github/runtime'

describe('the source repository', () => {
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
  ])('of %s with the label %s is %s', (image, label, expected) => {
    const found = sourceRepository(image, label)
    expect(found && `${found.owner}/${found.repo}`).toBe(expected)
  })

  test('is compared with an address that a tag cannot end', () => {
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
    const published = Array.from({ length: 150 }, (_, index) => ({
      tag_name: `v1.0.${149 - index}`,
      body: 'x',
      draft: index === 0,
      prerelease: index === 1,
      published_at: '2026-11-01T00:00:00Z',
    }))
    fake.state.releases.set('up/stream', published)
    const releases = await read()
    expect(releases).toHaveLength(148)
    expect(releases?.[0]).toEqual({
      tag: 'v1.0.147',
      url: 'https://github.com/up/stream/releases/tag/v1.0.147',
      body: 'x',
      publishedMs: Date.UTC(2026, 10, 1),
    })
  })

  test('of an unreadable repository are unknown', async () => {
    expect(await read()).toBeUndefined()
  })

  test('have a git tag, whose commit is read', async () => {
    fake.state.releases.set('up/stream', [{ tag_name: 'v1.0.0' }])
    const github = await openFake(fake)
    const source = { owner: 'up', repo: 'stream' }
    expect(await readTagCommit(github, source, 'v1.0.0')).toMatch(/^[0-9a-f]{40}$/)
    expect(await readTagCommit(github, source, 'v1.0.1')).toBeUndefined()
    fake.fault({ path: /commits/ }, { kind: 'answer', answer: gitHubError(403, 'Forbidden') })
    await expect(readTagCommit(github, source, 'v1.0.0')).rejects.toThrow('Forbidden')
  })
})
