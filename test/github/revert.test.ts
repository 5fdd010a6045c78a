import { afterEach, beforeEach, describe, expect, test } from '@jest/globals'
import { planRevert, proposeRevert, revertBranch } from '../../src/github/revert'
import { PERSON } from '../../testkit/github/history'
import { openFake, type ObservedGitHub } from '../../testkit/github/runtime'
import { FakeGitHub } from '../../testkit/github/server'

let fake: FakeGitHub
let github: ObservedGitHub
beforeEach(async () => {
  fake = await FakeGitHub.start()
  github = await openFake(fake)
})
afterEach(() => fake.stop())

const EARLIER = {
  'images.yaml': 'old',
  'infra/motd.md': 'a',
  'main.tf': 'a',
  'removed.tf': 'r',
  '.github/workflows/plan.yml': '1',
}

/** Pushes two commits: the one that was deployed before, and the deployed one. */
function push(): {
  readonly to: string
  readonly commit: string
  readonly base: string
  readonly directory: string
} {
  const to = fake.commit('main', EARLIER)
  const commit = fake.commit('main', {
    'images.yaml': 'new',
    'infra/motd.md': 'b',
    'README.md': 'kept',
    'added.tf': 'x',
    '.github/workflows/plan.yml': '2',
  })
  const { git } = fake.state
  const files = Object.entries(git.filesAt(commit)).filter(([path]) => path !== 'removed.tf')
  git.put(commit, Object.fromEntries(files))
  return { to, commit, base: 'main', directory: 'infra' }
}

async function revert(request: ReturnType<typeof push>) {
  const planned = await planRevert(github, request)
  if (planned.kind === 'impossible') return planned.reason
  return proposeRevert(github, { ...planned, ...request, title: 'Revert', body: 'why' })
}

describe('a revert', () => {
  test('restores changed, added and removed files, except workflows and documents', async () => {
    const request = push()
    const planned = await planRevert(github, request)
    expect(planned).toMatchObject({ kind: 'possible', workflows: ['.github/workflows/plan.yml'] })
    expect(await revert(request)).toMatchObject({ kind: 'opened', pull: { title: 'Revert', body: 'why' } })
    const head = fake.history.branchHead(revertBranch(request.commit)) ?? ''
    expect(fake.state.git.filesAt(head)).toEqual({
      ...EARLIER,
      'README.md': 'kept',
      '.github/workflows/plan.yml': '2',
    })
    expect(fake.history.parentsOf(head)).toEqual([request.commit])
    expect(fake.state.git.isSigned(head)).toBe(true)
  })

  test('is proposed once, also after its pull request was closed', async () => {
    const request = push()
    const first = await revert(request)
    expect(await revert(request)).toEqual({ ...(first as object), kind: 'exists' })
    for (const pull of fake.history.pulls.values()) pull.state = 'closed'
    expect(await revert(request)).toMatchObject({ kind: 'exists', sha: undefined })
    expect(fake.history.pulls.size).toBe(1)
  })

  test('is completed by a later run if the first one was lost before its pull request', async () => {
    const request = push()
    fake.fault(
      { method: 'POST', path: /\/pulls$/ },
      { kind: 'answer', answer: { status: 403, body: { message: 'no' } } },
      1,
    )
    await expect(revert(request)).rejects.toThrow('no')
    const head = fake.history.branchHead(revertBranch(request.commit))
    expect(await revert(request)).toMatchObject({ kind: 'opened', sha: head })
  })

  test('keeps what later commits changed in other files', async () => {
    const request = push()
    const later = fake.commit('main', { 'other.tf': 'later' })
    expect(await revert(request)).toMatchObject({ kind: 'opened' })
    const head = fake.history.branchHead(revertBranch(request.commit)) ?? ''
    expect(fake.history.parentsOf(head)).toEqual([later])
    expect(fake.state.git.filesAt(head)).toMatchObject({ 'images.yaml': 'old', 'other.tf': 'later' })
  })

  test('is not possible if a later commit changed the same file', async () => {
    const request = push()
    fake.commit('main', { 'images.yaml': 'newest' })
    expect(await revert(request)).toBe('Later commits changed images.yaml, which the revert changes, too.')
  })

  test('is not possible without a changed file outside of the workflows', async () => {
    const to = fake.commit('main', EARLIER)
    const commit = fake.commit('main', { '.github/workflows/plan.yml': '2' })
    expect(await revert({ to, commit, base: 'main', directory: 'infra' })).toBe(
      'No file that a revert can restore has changed.',
    )
  })

  test('never takes over a branch with other content', async () => {
    const request = push()
    fake.history.setBranchHead(revertBranch(request.commit), request.commit)
    const foreign = fake.commit(revertBranch(request.commit), { 'main.tf': 'evil' }, PERSON)
    expect(await revert(request)).toBeUndefined()
    expect(fake.history.branchHead(revertBranch(request.commit))).toBe(foreign)
    expect(fake.history.pulls.size).toBe(0)
  })

  test('does not vouch for commits that others pushed to its pull request', async () => {
    const request = push()
    await revert(request)
    fake.commit(revertBranch(request.commit), { 'main.tf': 'evil' }, PERSON)
    expect(await revert(request)).toMatchObject({ kind: 'exists', sha: undefined })
  })
})
