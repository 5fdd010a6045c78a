import { afterEach, beforeEach, describe, expect, test } from '@jest/globals'
import { markerOf } from '../../src/github/own-content'
import { GitHubError } from '../../src/github/error'
import { type IssueOutcome, type IssueRequest, syncIssue } from '../../src/github/issue'
import { FakeGitHub } from '../../testkit/github/server'
import { gitHubError } from '../../testkit/github/faults'
import { ACTIONS_BOT, type Identity, PERSON } from '../../testkit/github/history'
import type { FakeIssue } from '../../testkit/github/issues'
import { openFake } from '../../testkit/github/runtime'

const OTHER_APP: Identity = { login: 'other-app[bot]', id: 99_001, type: 'Bot' }
const STACK = 'terraform/langfuse'
const MARKER = markerOf('drift', STACK)
const REQUEST: IssueRequest = {
  topic: 'drift',
  stack: STACK,
  title: 'Drift: terraform/langfuse',
  body: '2 to update',
  state: 'open',
}

let fake: FakeGitHub
beforeEach(async () => {
  fake = await FakeGitHub.start()
})
afterEach(() => fake.stop())

const keep = async (changes: Partial<IssueRequest> = {}, token?: string): Promise<IssueOutcome> =>
  syncIssue(await openFake(fake, token), { ...REQUEST, ...changes })

const ours = (body = '2 to update', marker = MARKER): FakeIssue =>
  fake.openIssue(ACTIONS_BOT, `${marker}\n${body}`)

function close(issue: FakeIssue, by: Identity): FakeIssue {
  issue.state = 'closed'
  issue.closedBy = by
  return issue
}

const writes = (): string[] => fake.calls.filter((call) => /^(?:POST|PATCH|DELETE) \/repos/.test(call))
const states = (): string[] => fake.issues.map(({ state }) => state)

describe('the issue on a stack', () => {
  test('is opened with a hidden marker', async () => {
    expect(await keep()).toEqual({ kind: 'opened', url: 'https://github.com/acme/langfuse/issues/1001' })
    expect(fake.issues).toMatchObject([
      { title: REQUEST.title, body: `<!-- langfuse-deploy:drift:terraform%2Flangfuse -->\n2 to update` },
    ])
  })

  test('is updated by later runs, without its title', async () => {
    const issue = ours()
    issue.title = 'Who changed the database?'
    expect(await keep({ body: '3 to update' })).toMatchObject({ kind: 'updated' })
    expect(fake.issues).toMatchObject([
      { title: 'Who changed the database?', body: `${MARKER}\n3 to update`, state: 'open' },
    ])
  })

  test('is not edited without a change', async () => {
    ours()
    await keep()
    expect(writes()).toEqual([])
  })

  test('is closed with a new body when the drift is gone', async () => {
    const issue = ours()
    expect(await keep({ body: 'No changes', state: 'closed' })).toMatchObject({ kind: 'closed' })
    expect(issue).toMatchObject({
      state: 'closed',
      stateReason: 'completed',
      body: `${MARKER}\nNo changes`,
    })
  })

  test('is not opened without drift', async () => {
    close(ours(), ACTIONS_BOT)
    expect(await keep({ state: 'closed' })).toEqual({ kind: 'absent', url: '' })
    expect(writes()).toEqual([])
  })

  test("is reopened if the token's owner closed it", async () => {
    close(ours('older'), PERSON)
    const issue = close(ours('old'), ACTIONS_BOT)
    expect(await keep({ body: 'again' })).toMatchObject({ kind: 'reopened' })
    expect(issue).toMatchObject({ state: 'open', stateReason: 'reopened', body: `${MARKER}\nagain` })
    expect(states()).toEqual(['closed', 'open'])
  })

  test('is a new one if a person closed the last one', async () => {
    close(ours('older'), ACTIONS_BOT)
    close(ours('old'), PERSON)
    expect(await keep()).toMatchObject({ kind: 'opened' })
    expect(states()).toEqual(['closed', 'closed', 'open'])
  })

  test('is found on a later page, among pull requests', async () => {
    const issue = ours('old')
    for (let index = 0; index < 150; index++) fake.openIssue(PERSON, `question ${index}`)
    for (let index = 0; index < 100; index++) fake.openPull({ author: ACTIONS_BOT })
    await keep({ body: 'new' })
    expect(issue.body).toBe(`${MARKER}\nnew`)
    expect(fake.issues).toHaveLength(151)
  })

  test('is found on a later page of closed issues', async () => {
    const issue = close(ours('old'), ACTIONS_BOT)
    for (let index = 0; index < 250; index++) close(fake.openIssue(PERSON, `question ${index}`), PERSON)
    expect(await keep()).toMatchObject({ kind: 'reopened' })
    expect(issue.state).toBe('open')
  })

  test('is a separate one for each stack', async () => {
    ours('x', markerOf('drift', 'terraform/langfuse-b'))
    ours(`quotes ${MARKER}`, '')
    await keep()
    expect(fake.issues).toHaveLength(3)
  })

  test.each([
    ['a person', PERSON],
    ['another app', OTHER_APP],
  ])('is not one that %s opened with our marker', async (_, identity) => {
    const foreign = fake.openIssue(identity, `${MARKER}\nold`)
    expect(await keep()).toMatchObject({ kind: 'opened' })
    await keep({ state: 'closed' })
    expect(foreign).toMatchObject({ edits: 0, state: 'open' })
  })

  test("is one of the token's owner", async () => {
    const issue = fake.openIssue(OTHER_APP, `${MARKER}\nold`)
    await keep({ body: 'new' }, fake.tokenOf(OTHER_APP))
    expect(issue.body).toBe(`${MARKER}\nnew`)
  })
})

describe('concurrent runs', () => {
  test('leave only the oldest issue open', async () => {
    const outcomes = await Promise.all([keep(), keep(), keep()])
    await keep()
    expect(states().filter((state) => state === 'open')).toHaveLength(1)
    expect(states()[0]).toBe('open')
    expect(outcomes.map(({ url }) => url)).toContain('https://github.com/acme/langfuse/issues/1001')
  })

  test('close duplicates, which are never reopened', async () => {
    ours('first')
    const duplicate = ours('second')
    await keep({ state: 'closed' })
    expect(duplicate).toMatchObject({ state: 'closed', stateReason: 'not_planned' })
    expect(await keep()).toMatchObject({
      kind: 'reopened',
      url: 'https://github.com/acme/langfuse/issues/1001',
    })
  })
})

describe('when GitHub fails', () => {
  test('a lost response does not lead to a second issue', async () => {
    fake.fault({ method: 'POST', path: /issues$/ }, { kind: 'lost' }, 1)
    expect(await keep()).toMatchObject({ kind: 'updated' })
    expect(fake.issues).toHaveLength(1)
  })

  test('an issue that is deleted before the edit is opened again', async () => {
    ours('old')
    fake.fault({ method: 'PATCH' }, { kind: 'answer', answer: gitHubError(404, 'Not Found') }, 1)
    const github = await openFake(fake)
    const sleep = (): Promise<void> => {
      fake.state.issues.length = 0
      return Promise.resolve()
    }
    const outcome = await syncIssue({ ...github, clock: { ...github.clock, sleep } }, REQUEST)
    expect(outcome.kind).toBe('opened')
  })

  test('the error for a repository without issues names the setting', async () => {
    const answer = gitHubError(410, 'Issues has been disabled in this repository.')
    fake.fault({ method: 'POST', path: /issues$/ }, { kind: 'answer', answer })
    await expect(keep()).rejects.toThrow(
      'POST /repos/acme/langfuse/issues answered 410: Issues has been disabled in this repository. ' +
        'It was deleted or is disabled. Issues are enabled in the repository settings.',
    )
  })

  test('the error for a read-only token names the missing permission', async () => {
    const token = fake.tokenOf(ACTIONS_BOT, 'read')
    await expect(keep({}, token)).rejects.toThrow(/Allow `issues: write`/)
    await expect(keep({}, token)).rejects.toBeInstanceOf(GitHubError)
  })
})
