import { afterEach, beforeEach, describe, expect, test } from '@jest/globals'
import { type CommentOutcome, upsertComment } from '../../src/github/comment'
import { markerOf } from '../../src/github/own-content'
import { FakeGitHub } from '../../testkit/github/server'
import { gitHubError } from '../../testkit/github/faults'
import { ACTIONS_BOT, type FakePull, type Identity, PERSON } from '../../testkit/github/history'
import { openFake } from '../../testkit/github/runtime'

const OTHER_APP: Identity = { login: 'other-app[bot]', id: 99_001, type: 'Bot' }
const STACK = 'terraform/langfuse'
const MARKER = markerOf('plan', STACK)

let fake: FakeGitHub
let pull: FakePull
beforeEach(async () => {
  fake = await FakeGitHub.start()
  pull = fake.openPull()
})
afterEach(() => fake.stop())

async function upsert(body = '2 to add', token?: string, stack = STACK): Promise<CommentOutcome> {
  const github = await openFake(fake, token)
  return upsertComment(github, { pull: pull.number, topic: 'plan', stack, body })
}

const ours = (body: string) => fake.comment(pull, ACTIONS_BOT, `${MARKER}\n${body}`)
const writes = (): string[] => fake.calls.filter((call) => /^(?:POST|PATCH|DELETE) \/repos/.test(call))

describe('the comment on a plan', () => {
  test('is created with a hidden marker', async () => {
    const outcome = await upsert()
    const [comment] = fake.comments
    expect(comment?.body).toBe(`<!-- langfuse-deploy:plan:terraform%2Flangfuse -->\n2 to add`)
    expect(outcome).toEqual({
      kind: 'written',
      url: `https://github.com/acme/langfuse/pull/${pull.number}#issuecomment-${comment?.id ?? 0}`,
      superseded: 0,
    })
  })

  test('is edited by later runs', async () => {
    const first = await upsert('2 to add')
    const second = await upsert('no changes')
    expect(second).toEqual(first)
    expect(fake.comments.map(({ body }) => body)).toEqual([`${MARKER}\nno changes`])
  })

  test('is not edited without a change', async () => {
    ours('2 to add')
    await upsert('2 to add')
    expect(writes()).toEqual([])
  })

  test('is found on a later page', async () => {
    for (let index = 0; index < 150; index++) fake.comment(pull, PERSON, `remark ${index}`)
    const comment = ours('old')
    for (let index = 0; index < 99; index++) fake.comment(pull, PERSON, `remark ${index}`)
    await upsert('new')
    expect(comment.body).toBe(`${MARKER}\nnew`)
    expect(fake.comments).toHaveLength(250)
  })

  test('is a separate one for each stack and topic', async () => {
    const github = await openFake(fake)
    const request = { pull: pull.number, body: 'x' }
    await upsertComment(github, { ...request, topic: 'plan', stack: 'a' })
    await upsertComment(github, { ...request, topic: 'plan', stack: 'a-b' })
    await upsertComment(github, { ...request, topic: 'plan-changed', stack: 'a' })
    expect(fake.comments).toHaveLength(3)
  })

  test('is not one that quotes the marker of another stack', async () => {
    ours(`the plan sets a tag to ${markerOf('plan', 'other')}`)
    await upsert('for the other', undefined, 'other')
    expect(fake.comments).toHaveLength(2)
  })

  test('is created again if it is deleted before the edit', async () => {
    ours('old')
    fake.fault({ method: 'PATCH' }, { kind: 'answer', answer: gitHubError(404, 'Not Found') }, 1)
    const github = await openFake(fake)
    const sleep = (): Promise<void> => {
      fake.state.comments.length = 0
      return Promise.resolve()
    }
    const runtime = { ...github, clock: { ...github.clock, sleep } }
    await upsertComment(runtime, { pull: pull.number, topic: 'plan', stack: STACK, body: 'new' })
    expect(fake.comments.map(({ body }) => body)).toEqual([`${MARKER}\nnew`])
  })

  test.each([
    ['a person with a personal access token', PERSON],
    ['another app with an installation token', OTHER_APP],
  ])("is that of the token's owner: %s", async (_, identity) => {
    const token = fake.tokenOf(identity)
    const foreign = ours('by the workflow')
    const comment = fake.comment(pull, identity, `${MARKER}\nold`)
    await upsert('new', token)
    expect(comment.body).toBe(`${MARKER}\nnew`)
    expect(foreign.edits).toBe(0)
  })

  test('is edited on a GitHub Enterprise Server, which has another GraphQL path', async () => {
    const server = await FakeGitHub.start({ basePath: '/api/v3' })
    const onServer = server.openPull()
    const comment = server.comment(onServer, ACTIONS_BOT, `${MARKER}\nold`)
    const github = await openFake(server)
    await upsertComment(github, { pull: onServer.number, topic: 'plan', stack: STACK, body: 'new' })
    expect(comment.body).toBe(`${MARKER}\nnew`)
    await server.stop()
  })
})

describe('forgery', () => {
  test.each([
    ['a person', PERSON],
    ['a bot of another app', OTHER_APP],
    ['a user with the login of the bot', { ...ACTIONS_BOT, id: 13 }],
  ])('by %s: the comment with our marker is not edited', async (_, author) => {
    const forged = fake.comment(pull, author, `${MARKER}\nNo changes. Safe to merge.`)
    const outcome = await upsert('3 to destroy')
    expect(forged).toMatchObject({
      body: `${MARKER}\nNo changes. Safe to merge.`,
      edits: 0,
      minimized: undefined,
    })
    expect(fake.comments.at(-1)).toMatchObject({ author: ACTIONS_BOT, body: `${MARKER}\n3 to destroy` })
    expect(outcome).toMatchObject({ kind: 'written', superseded: 0 })
  })

  test('that is newer than our comment is not edited', async () => {
    const comment = ours('old')
    const forged = fake.comment(pull, PERSON, `${MARKER}\nforged`)
    await upsert('new')
    expect([comment.edits, forged.edits]).toEqual([1, 0])
  })

  test("in our comment's body is overwritten", async () => {
    const comment = ours('No changes. <!-- fingerprint:123 -->')
    await upsert('3 to destroy')
    expect(comment.body).toBe(`${MARKER}\n3 to destroy`)
  })

  test('that moves the marker in our comment leads to a new comment', async () => {
    const comment = fake.comment(pull, ACTIONS_BOT, `edited\n${MARKER}`)
    await upsert('3 to destroy')
    expect(comment.edits).toBe(0)
    expect(fake.comments).toHaveLength(2)
  })

  test("that cannot exist without a marked comment costs no request for the token's owner", async () => {
    fake.comment(pull, PERSON, 'nice')
    await upsert()
    expect(fake.calls).not.toContain('POST /graphql')
  })
})

describe('several own comments', () => {
  test('are collapsed as outdated, except for the newest', async () => {
    const [first, second, third] = [ours('1'), ours('2'), ours('3')]
    expect(await upsert('4')).toMatchObject({
      superseded: 2,
      url: expect.stringContaining(String(third.id)) as unknown,
    })
    expect([first.minimized, second.minimized, third.minimized]).toEqual(['OUTDATED', 'OUTDATED', undefined])
    expect(third.body).toBe(`${MARKER}\n4`)
  })

  test('are collapsed once, and not edited again even if the newest is deleted', async () => {
    const old = ours('1')
    const newest = ours('2')
    await upsert('3')
    fake.state.comments.splice(fake.state.comments.indexOf(newest), 1)
    const { body } = old
    await upsert('4')
    expect(old.body).toBe(body)
    expect(body).toContain('1')
    expect(fake.comments.at(-1)?.body).toBe(`${MARKER}\n4`)
  })

  test('of concurrent runs end as one', async () => {
    await Promise.all([upsert('a'), upsert('b'), upsert('c')])
    await upsert('d')
    const visible = fake.comments.filter(({ minimized }) => minimized === undefined)
    expect(visible.map(({ body }) => body)).toEqual([`${MARKER}\nd`])
  })

  test.each([
    ['GraphQL returns an error', { path: /graphql/, body: /minimizeComment/ }, 200],
    ['the token lacks a permission', { path: /graphql/, body: /minimizeComment/ }, 403],
    ['an edit fails', { method: 'PATCH', body: /superseded/ }, 502],
  ])('do not prevent the comment if %s', async (_, match, status) => {
    ours('1')
    const newest = ours('2')
    const answer = { status, body: { data: null, message: 'no', errors: [{ message: 'no' }] } }
    fake.fault(match, { kind: 'answer', answer })
    expect(await upsert('3')).toMatchObject({ kind: 'written', superseded: 0 })
    expect(newest.body).toBe(`${MARKER}\n3`)
  })
})

describe('a lost response', () => {
  test.each(['lost', 'cut'] as const)(
    'after the comment was created (%s) does not lead to a second comment',
    async (kind) => {
      fake.fault({ method: 'POST', path: /comments$/ }, { kind }, 1)
      expect(await upsert()).toMatchObject({ kind: 'written' })
      expect(fake.comments).toHaveLength(1)
    },
  )

  test('before the comment was created leads to another attempt', async () => {
    fake.fault({ method: 'POST', path: /comments$/ }, { kind: 'reset' }, 2)
    expect(await upsert()).toMatchObject({ kind: 'written' })
    expect(fake.comments).toHaveLength(1)
  })

  test("to the request for the token's owner leads to another attempt", async () => {
    const comment = ours('old')
    fake.fault({ path: /graphql/ }, { kind: 'lost' }, 2)
    await upsert('new')
    expect(comment.body).toBe(`${MARKER}\nnew`)
  })

  test('in the middle of a page leads to another attempt, because a partial list could hide our comment', async () => {
    const comment = ours('old')
    fake.fault({ method: 'GET', path: /comments$/ }, { kind: 'cut' }, 1)
    await upsert('new')
    expect(comment.body).toBe(`${MARKER}\nnew`)
    expect(fake.comments).toHaveLength(1)
  })
})

describe('a comment that cannot be created returns the reason', () => {
  test('if its text is too long', async () => {
    expect(await upsert('é'.repeat(65_536))).toEqual({
      kind: 'failed',
      reason:
        `The comment on pull request #${pull.number} is too long for GitHub (65536 characters): ` +
        'Validation Failed: Body is too long (maximum is 65536 characters).',
    })
  })

  test('if the conversation is locked', async () => {
    pull.locked = true
    expect(await upsert()).toEqual({
      kind: 'failed',
      reason:
        `Pull request #${pull.number} was not commented because its conversation is locked. ` +
        'Unlock it and re-run the job.',
    })
  })

  test.each([
    [
      'is read-only',
      () => fake.tokenOf(ACTIONS_BOT, 'read'),
      /Allow `issues: write` or `pull-requests: write` in the job's permissions\. Pull requests from forks/,
    ],
    [
      'is unknown',
      () => 'ghs_expired',
      /answered 401: Bad credentials\. The token is invalid or has expired/,
    ],
  ])('if the token %s', async (_, token, reason) => {
    const outcome = await upsert('x', token())
    expect(outcome).toMatchObject({ kind: 'failed', reason: expect.stringMatching(reason) as unknown })
  })

  test("if GitHub does not return the token's owner", async () => {
    ours('old')
    const noViewer = { status: 200, body: { data: { viewer: null } } }
    fake.fault({ path: /graphql/ }, { kind: 'answer', answer: noViewer })
    expect(await upsert()).toMatchObject({
      kind: 'failed',
      reason: expect.stringContaining("the response does not contain the token's owner") as unknown,
    })
    expect(writes()).toEqual([])
  })

  test('if the pull request does not exist', async () => {
    const github = await openFake(fake)
    const outcome = await upsertComment(github, { pull: 404, topic: 'plan', stack: STACK, body: 'x' })
    expect(outcome).toMatchObject({
      reason: expect.stringContaining('It does not exist, or the token cannot access it') as unknown,
    })
  })
})
