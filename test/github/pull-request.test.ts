import { afterEach, beforeEach, describe, expect, test } from '@jest/globals'
import { findMergedPullRequest, type Origin } from '../../src/github/pull-request'
import { FakeGitHub } from '../../testkit/github/server'
import { refuse } from '../../testkit/github/faults'
import { type ObservedGitHub, openFake } from '../../testkit/github/runtime'

let fake: FakeGitHub
let github: ObservedGitHub
beforeEach(async () => {
  fake = await FakeGitHub.start()
  github = await openFake(fake)
})
afterEach(() => fake.stop())

const find = (sha: string, baseRef = 'main'): Promise<Origin> =>
  findMergedPullRequest(github, { sha, baseRef })

describe('the pull request of a commit on main', () => {
  test.each(['merge', 'squash', 'rebase'] as const)('is found after a %s, by one request', async (how) => {
    const pull = fake.openPull({ commits: 3, title: 'Larger database' })
    const sha = fake.history.merge(pull, how)
    expect(await find(sha)).toEqual({
      kind: 'found',
      pull: {
        number: pull.number,
        title: 'Larger database',
        author: 'octocat',
        url: `https://github.com/acme/langfuse/pull/${pull.number}`,
        isFork: false,
        headSha: pull.commits[2],
        mergeSha: sha,
        mergedAt: '2026-11-23T10:00:00Z',
      },
    })
    expect(fake.calls).toHaveLength(1)
  })

  test('is known to come from a fork, which has no reviewed plan', async () => {
    const sha = fake.history.merge(fake.openPull({ isFork: true }), 'squash')
    expect(await find(sha)).toMatchObject({ kind: 'found', pull: { isFork: true } })
  })

  test('is found for a commit in the middle of its rebase', async () => {
    const pull = fake.openPull({ commits: 3 })
    const tip = fake.history.merge(pull, 'rebase')
    const [middle = ''] = fake.history.parentsOf(tip)
    expect(await find(middle)).toMatchObject({ kind: 'found', pull: { number: pull.number, mergeSha: tip } })
  })

  test('is waited for while the index of GitHub lags', async () => {
    const pull = fake.openPull()
    const sha = fake.history.merge(pull, 'squash')
    fake.state.indexLag = 3
    expect(await find(sha)).toMatchObject({ kind: 'found' })
    expect(github.waits).toEqual([1000, 2000, 4000])
  })

  test('is waited for while the index does not know the commit', async () => {
    const sha = fake.history.merge(fake.openPull(), 'squash')
    fake.fault({}, { kind: 'answer', answer: refuse(422, `No commit found for SHA: ${sha}`) }, 2)
    expect(await find(sha)).toMatchObject({ kind: 'found' })
  })

  test('is waited for while GitHub still calls it open', async () => {
    const pull = fake.openPull()
    const sha = fake.history.merge(pull, 'merge')
    Object.assign(pull, { state: 'open', mergedAt: null })
    const sleep = (): Promise<void> => {
      Object.assign(pull, { state: 'closed', mergedAt: '2026-11-23T10:00:00Z' })
      return Promise.resolve()
    }
    const runtime = { ...github, clock: { ...github.clock, sleep } }
    expect(await findMergedPullRequest(runtime, { sha, baseRef: 'main' })).toMatchObject({ kind: 'found' })
  })

  test('is the one that made the commit, not one that has it as well', async () => {
    const first = fake.openPull()
    const sha = fake.history.merge(first, 'squash')
    const second = fake.openPull({ commits: [sha, ...fake.openPull().commits] })
    fake.history.merge(second, 'squash')
    expect(await find(sha)).toMatchObject({ kind: 'found', pull: { number: first.number } })
  })
})

describe('no pull request', () => {
  test('is what a push without one has, after a bounded wait', async () => {
    const sha = fake.history.push('main')
    expect(await find(sha)).toEqual({
      kind: 'none',
      reason: `No merged pull request brought commit ${sha} to main: GitHub knows no pull request with it.`,
    })
    expect(github.waits).toEqual([1000, 2000, 4000, 8000])
  })

  test('brought a commit that is still in an open one', async () => {
    const pull = fake.openPull()
    const outcome = await find(pull.commits[1] ?? '')
    expect(outcome).toMatchObject({
      kind: 'none',
      reason: expect.stringContaining(`#${pull.number} is open and not merged`) as unknown,
    })
  })

  test('brought a commit that went to another branch', async () => {
    const pull = fake.openPull({ base: 'release' })
    const sha = fake.history.merge(pull, 'merge')
    expect(await find(sha)).toMatchObject({
      kind: 'none',
      reason: expect.stringContaining(`#${pull.number} is for the branch release`) as unknown,
    })
  })

  test.each(['merge', 'squash'] as const)(
    'brought a commit of the branch itself, which a %s leaves behind',
    async (how) => {
      const pull = fake.openPull({ commits: 2 })
      fake.history.merge(pull, how)
      expect(await find(pull.commits[1] ?? '')).toMatchObject({
        kind: 'none',
        reason: expect.stringContaining(`#${pull.number} brought other commits`) as unknown,
      })
    },
  )

  test('of another repository counts', async () => {
    const pull = fake.openPull()
    const sha = fake.history.merge(pull, 'squash')
    const foreign = {
      number: pull.number,
      title: 'x',
      state: 'closed',
      merged_at: '2026-11-23T10:00:00Z',
      merge_commit_sha: sha,
      head: { ref: 'x', sha, repo: null },
      base: { ref: 'main', repo: { full_name: 'evil/langfuse' } },
    }
    fake.fault({}, { kind: 'answer', answer: { status: 200, body: [foreign] } })
    expect(await find(sha)).toMatchObject({ kind: 'none' })
  })
})

test('several pull requests with the same commits are named, and none is chosen', async () => {
  const first = fake.openPull()
  const second = fake.openPull({ commits: first.commits })
  const sha = fake.history.merge(first, 'merge')
  fake.history.markMerged(second, sha)
  expect(await find(sha)).toMatchObject({
    kind: 'several',
    pulls: [{ number: first.number }, { number: second.number }],
    reason: expect.stringContaining(
      `was merged by #${first.number} and #${second.number} at once`,
    ) as unknown,
  })
})

test('a token that may not read pull requests is an error, since "none" would be a guess', async () => {
  fake.fault({}, { kind: 'answer', answer: refuse(403, 'Resource not accessible by integration') })
  await expect(find(fake.history.push('main'))).rejects.toThrow(/answered 403: Resource not accessible/)
})
