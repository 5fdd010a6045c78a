import { afterEach, beforeEach, describe, expect, test } from '@jest/globals'
import { findMergedPullRequest, type CommitOrigin } from '../../src/github/pull-request'
import { FakeGitHub } from '../../testkit/github/server'
import { gitHubError } from '../../testkit/github/faults'
import { type ObservedGitHub, openFake } from '../../testkit/github/runtime'

let fake: FakeGitHub
let github: ObservedGitHub
beforeEach(async () => {
  fake = await FakeGitHub.start()
  github = await openFake(fake)
})
afterEach(() => fake.stop())

const find = (sha: string, baseRef = 'main'): Promise<CommitOrigin> =>
  findMergedPullRequest(github, { sha, baseRef })

describe('the pull request of a commit on main', () => {
  test.each(['merge', 'squash', 'rebase'] as const)(
    'is found after a %s with one request',
    async (method) => {
      const pull = fake.openPull({ commits: 3, title: 'Larger database' })
      const sha = fake.history.merge(pull, method)
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
          mergedAt: expect.stringMatching(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ$/) as unknown,
        },
      })
      expect(fake.calls).toHaveLength(1)
    },
  )

  test('has isFork if it comes from a fork', async () => {
    const sha = fake.history.merge(fake.openPull({ isFork: true }), 'squash')
    expect(await find(sha)).toMatchObject({ kind: 'found', pull: { isFork: true } })
  })

  test('is found for a commit in the middle of its rebase', async () => {
    const pull = fake.openPull({ commits: 3 })
    const tip = fake.history.merge(pull, 'rebase')
    const [middle = ''] = fake.history.parentsOf(tip)
    expect(await find(middle)).toMatchObject({ kind: 'found', pull: { number: pull.number, mergeSha: tip } })
  })

  test("is waited for while GitHub's index lags", async () => {
    const pull = fake.openPull()
    const sha = fake.history.merge(pull, 'squash')
    fake.state.indexLag = 3
    expect(await find(sha)).toMatchObject({ kind: 'found' })
    expect(github.waits).toEqual([1000, 2000, 4000])
  })

  test('is waited for while the index does not know the commit', async () => {
    const sha = fake.history.merge(fake.openPull(), 'squash')
    fake.fault({}, { kind: 'answer', answer: gitHubError(422, `No commit found for SHA: ${sha}`) }, 2)
    expect(await find(sha)).toMatchObject({ kind: 'found' })
  })

  test('is waited for while GitHub still reports it as open', async () => {
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

  test('is the one that created the commit, not one that contains it too', async () => {
    const first = fake.openPull()
    const sha = fake.history.merge(first, 'squash')
    const second = fake.openPull({ commits: [sha, ...fake.openPull().commits] })
    fake.history.merge(second, 'squash')
    expect(await find(sha)).toMatchObject({ kind: 'found', pull: { number: first.number } })
  })
})

describe('no pull request is found', () => {
  test('for a direct push, after a limited wait', async () => {
    const sha = fake.history.push('main')
    expect(await find(sha)).toEqual({
      kind: 'none',
      reason: `No pull request was merged to main as commit ${sha}: GitHub finds no pull request with this commit.`,
    })
    expect(github.waits).toEqual([1000, 2000, 4000, 8000])
  })

  test('for a commit of an open one', async () => {
    const pull = fake.openPull()
    const outcome = await find(pull.commits[1] ?? '')
    expect(outcome).toMatchObject({
      kind: 'none',
      reason: expect.stringContaining(`#${pull.number} is open and not merged`) as unknown,
    })
  })

  test('for a commit of another branch', async () => {
    const pull = fake.openPull({ base: 'release' })
    const sha = fake.history.merge(pull, 'merge')
    expect(await find(sha)).toMatchObject({
      kind: 'none',
      reason: expect.stringContaining(`#${pull.number} is for the branch release`) as unknown,
    })
  })

  test.each(['merge', 'squash'] as const)(
    "for a commit of the pull request's branch after a %s",
    async (method) => {
      const pull = fake.openPull({ commits: 2 })
      fake.history.merge(pull, method)
      expect(await find(pull.commits[1] ?? '')).toMatchObject({
        kind: 'none',
        reason: expect.stringContaining(`#${pull.number} was merged as other commits`) as unknown,
      })
    },
  )

  test('in another repository', async () => {
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

test('several pull requests with the same commits are all returned', async () => {
  const first = fake.openPull()
  const second = fake.openPull({ commits: first.commits })
  const sha = fake.history.merge(first, 'merge')
  fake.history.markMerged(second, sha)
  expect(await find(sha)).toMatchObject({
    kind: 'several',
    pulls: [{ number: first.number }, { number: second.number }],
    reason: expect.stringContaining(
      `was merged by #${first.number} and #${second.number} together`,
    ) as unknown,
  })
})

test('a token without read access to pull requests is an error', async () => {
  fake.fault({}, { kind: 'answer', answer: gitHubError(403, 'Resource not accessible by integration') })
  await expect(find(fake.history.push('main'))).rejects.toThrow(/answered 403: Resource not accessible/)
})
