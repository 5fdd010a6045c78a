import { afterEach, beforeEach, describe, expect, test } from '@jest/globals'
import { findDeclined, proposeUpdate, withdrawUpdate } from '../../src/github/update-pull-request'
import { renderUpdateMarker } from '../../src/text/update-marker'
import { PERSON } from '../../testkit/github/history'
import { openFake, type ObservedGitHub } from '../../testkit/github/runtime'
import { FakeGitHub } from '../../testkit/github/server'

const BRANCH = 'langfuse-deploy/refresh'
const FILE = 'images.yaml'
const branches = { branch: BRANCH, base: 'main' }

let fake: FakeGitHub
let github: ObservedGitHub
let baseSha: string
beforeEach(async () => {
  fake = await FakeGitHub.start()
  github = await openFake(fake)
  baseSha = fake.commit('main', { [FILE]: 'old' })
})
afterEach(() => fake.stop())

const markerOf = (to: string): string => renderUpdateMarker([{ name: 'web', to, toDigest: 'sha256:1' }])

const propose = (content: string) =>
  proposeUpdate(github, {
    ...branches,
    baseSha,
    path: FILE,
    content,
    title: `Update to ${content}`,
    body: markerOf(content),
  })
const withdraw = () => withdrawUpdate(github, { ...branches, baseSha, path: FILE, comment: 'Not needed.' })

/** Lets a person push after a number of requests. @returns the pushed commit */
function pushAfter(count: number): () => string | undefined {
  let pushed: string | undefined
  fake.requests.length = 0
  fake.onRequest = () => {
    if (fake.requests.length === count && fake.history.branchHead(BRANCH) !== undefined)
      pushed ??= fake.commit(BRANCH, { [FILE]: 'by a person' }, PERSON)
  }
  return () => pushed
}

const isLost = (sha: string | undefined): boolean =>
  sha !== undefined && fake.history.branchHead(BRANCH) !== sha

/** Requests of an undisturbed run, and one more. */
const PLACES = Array.from({ length: 14 }, (_, index) => index + 1)

describe('a push while the pull request is updated', () => {
  test.each(PLACES)('is kept: after request %i', async (count) => {
    await propose('first')
    const pushed = pushAfter(count)
    await propose('second')
    expect(isLost(pushed())).toBe(false)
  })

  test('is reported', async () => {
    await propose('first')
    fake.onRequest = ({ body }) => {
      if (JSON.stringify(body ?? '').includes('updateRefs(') && fake.requests.length < 50)
        fake.commit(BRANCH, { [FILE]: 'by a person' }, PERSON)
    }
    expect(await propose('second')).toMatchObject({ kind: 'modified-by-others', pull: { number: 7 } })
  })
})

describe('a push while the pull request is withdrawn', () => {
  test.each(PLACES)('is kept: after request %i', async (count) => {
    await propose('first')
    const pushed = pushAfter(count)
    const { kind } = await withdraw()
    expect(isLost(pushed())).toBe(false)
    if (kind === 'closed') expect(fake.history.branchHead(BRANCH)).toBeUndefined()
    else expect([...fake.history.pulls.values()]).toMatchObject([{ state: 'open' }])
  })
})

describe('an update', () => {
  test('whose answer was lost is found', async () => {
    await propose('first')
    fake.fault({ body: /updateRefs\(/ }, { kind: 'lost' }, 1)
    expect(await propose('second')).toMatchObject({ kind: 'updated' })
    expect(fake.state.git.filesAt(fake.history.branchHead(BRANCH) ?? '')).toEqual({ [FILE]: 'second' })
  })

  test('that a branch rule rejects fails with the reason of GitHub', async () => {
    await propose('first')
    const errors = [{ type: 'UNPROCESSABLE', message: 'Repository rule violations found' }]
    const answer = { status: 200, body: { data: { updateRefs: null }, errors } }
    fake.fault({ body: /updateRefs\(/ }, { kind: 'answer', answer })
    await expect(propose('second')).rejects.toThrow('Repository rule violations found')
  })

  test('of a branch that is created at the same time does not overwrite it', async () => {
    fake.onRequest = ({ method, path }) => {
      if (method === 'POST' && path.endsWith('/git/refs') && fake.history.branchHead(BRANCH) === undefined) {
        fake.history.setBranchHead(BRANCH, baseSha)
        fake.commit(BRANCH, { [FILE]: 'by a person' }, PERSON)
      }
    }
    expect(await propose('first')).toEqual({ kind: 'modified-by-others', pull: undefined })
  })
})

describe('a withdrawn pull request', () => {
  test('declines nothing, also if the step ends after the branch is deleted', async () => {
    await propose('first')
    fake.fault({ path: /comments$/ }, { kind: 'reset' })
    await expect(withdraw()).rejects.toThrow('/comments')
    expect([...fake.history.pulls.values()]).toMatchObject([{ state: 'closed' }])
    expect(await findDeclined(github, { base: 'main', branches: [BRANCH] })).toEqual(new Map())
  })
})

test('a fork of the same owner cannot decline versions', async () => {
  const pull = fake.openPull({ branch: BRANCH, isFork: true, body: markerOf('planted') })
  pull.state = 'closed'
  expect(await findDeclined(github, { base: 'main', branches: [BRANCH] })).toEqual(new Map())
})
