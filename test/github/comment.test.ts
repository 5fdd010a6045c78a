import { afterEach, beforeEach, describe, expect, test } from '@jest/globals'
import { type CommentOutcome, markerOf, upsertComment } from '../../src/github/comment'
import { FakeGitHub } from '../../testkit/github/server'
import { refuse } from '../../testkit/github/faults'
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
  test('is made once, with a marker that nobody sees', async () => {
    const outcome = await upsert()
    const [comment] = fake.comments
    expect(comment?.body).toBe(`<!-- langfuse-deploy:plan:terraform%2Flangfuse -->\n2 to add`)
    expect(outcome).toEqual({
      kind: 'written',
      url: `https://github.com/acme/langfuse/pull/${pull.number}#issuecomment-${comment?.id ?? 0}`,
      superseded: 0,
    })
  })

  test('is edited in place from then on', async () => {
    const first = await upsert('2 to add')
    const second = await upsert('no changes')
    expect(second).toEqual(first)
    expect(fake.comments.map(({ body }) => body)).toEqual([`${MARKER}\nno changes`])
  })

  test('is not edited when it says the same already', async () => {
    ours('2 to add')
    await upsert('2 to add')
    expect(writes()).toEqual([])
  })

  test('is found behind several hundred others', async () => {
    for (let index = 0; index < 150; index++) fake.comment(pull, PERSON, `remark ${index}`)
    const comment = ours('old')
    for (let index = 0; index < 99; index++) fake.comment(pull, PERSON, `remark ${index}`)
    await upsert('new')
    expect(comment.body).toBe(`${MARKER}\nnew`)
    expect(fake.comments).toHaveLength(250)
  })

  test('is another one for each stack and topic', async () => {
    const github = await openFake(fake)
    const request = { pull: pull.number, body: 'x' }
    await upsertComment(github, { ...request, topic: 'plan', stack: 'a' })
    await upsertComment(github, { ...request, topic: 'plan', stack: 'a-b' })
    await upsertComment(github, { ...request, topic: 'plan-changed', stack: 'a' })
    expect(fake.comments).toHaveLength(3)
  })

  test('of a stack is not that of one whose plan quotes the marker', async () => {
    ours(`the plan sets a tag to ${markerOf('plan', 'other')}`)
    await upsert('for the other', undefined, 'other')
    expect(fake.comments).toHaveLength(2)
  })

  test('is made anew when it is deleted between being found and being edited', async () => {
    ours('old')
    fake.fault({ method: 'PATCH' }, { kind: 'answer', answer: refuse(404, 'Not Found') }, 1)
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
    ['a person by a personal access token', PERSON],
    ['another app by an installation token', OTHER_APP],
  ])('belongs to %s where that is whose token it is', async (_, identity) => {
    const token = fake.tokenOf(identity)
    const foreign = ours('by the workflow')
    const comment = fake.comment(pull, identity, `${MARKER}\nold`)
    await upsert('new', token)
    expect(comment.body).toBe(`${MARKER}\nnew`)
    expect(foreign.edits).toBe(0)
  })

  test('goes to a GitHub Enterprise Server, whose GraphQL lies elsewhere', async () => {
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
    ['someone who took the login of the bot', { ...ACTIONS_BOT, id: 13 }],
  ])('by %s: a comment with our marker is never touched', async (_, author) => {
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

  test('that came after ours does not draw the edit to itself', async () => {
    const comment = ours('old')
    const forged = fake.comment(pull, PERSON, `${MARKER}\nforged`)
    await upsert('new')
    expect([comment.edits, forged.edits]).toEqual([1, 0])
  })

  test('of the body of ours is written over', async () => {
    const comment = ours('No changes. <!-- fingerprint:123 -->')
    await upsert('3 to destroy')
    expect(comment.body).toBe(`${MARKER}\n3 to destroy`)
  })

  test('that takes the marker from ours makes it a comment like others', async () => {
    const comment = fake.comment(pull, ACTIONS_BOT, `edited\n${MARKER}`)
    await upsert('3 to destroy')
    expect(comment.edits).toBe(0)
    expect(fake.comments).toHaveLength(2)
  })

  test('without a marker on the pull request, nobody is asked whose the token is', async () => {
    fake.comment(pull, PERSON, 'nice')
    await upsert()
    expect(fake.calls).not.toContain('POST /graphql')
  })
})

describe('several of ours', () => {
  test('leave the newest, and collapse the others as outdated', async () => {
    const [first, second, third] = [ours('1'), ours('2'), ours('3')]
    expect(await upsert('4')).toMatchObject({
      superseded: 2,
      url: expect.stringContaining(String(third.id)) as unknown,
    })
    expect([first.minimized, second.minimized, third.minimized]).toEqual(['OUTDATED', 'OUTDATED', undefined])
    expect(third.body).toBe(`${MARKER}\n4`)
  })

  test('are dealt with once: what is collapsed is never edited again, even if the newest is deleted', async () => {
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

  test('that come of runs at the same time end as one', async () => {
    await Promise.all([upsert('a'), upsert('b'), upsert('c')])
    await upsert('d')
    const standing = fake.comments.filter(({ minimized }) => minimized === undefined)
    expect(standing.map(({ body }) => body)).toEqual([`${MARKER}\nd`])
  })

  test.each([
    ['GraphQL refuses to', { path: /graphql/, body: /minimizeComment/ }, 200],
    ['the token may not', { path: /graphql/, body: /minimizeComment/ }, 403],
    ['their edit fails', { method: 'PATCH', body: /superseded/ }, 502],
  ])('do not keep the comment from being written when %s collapse them', async (_, match, status) => {
    ours('1')
    const newest = ours('2')
    const answer = { status, body: { data: null, message: 'no', errors: [{ message: 'no' }] } }
    fake.fault(match, { kind: 'answer', answer })
    expect(await upsert('3')).toMatchObject({ kind: 'written', superseded: 0 })
    expect(newest.body).toBe(`${MARKER}\n3`)
  })
})

describe('an answer that is lost', () => {
  test.each(['lost', 'cut'] as const)(
    'after the comment was made (%s) does not make a second',
    async (kind) => {
      fake.fault({ method: 'POST', path: /comments$/ }, { kind }, 1)
      expect(await upsert()).toMatchObject({ kind: 'written' })
      expect(fake.comments).toHaveLength(1)
    },
  )

  test('before it was made makes it after all', async () => {
    fake.fault({ method: 'POST', path: /comments$/ }, { kind: 'reset' }, 2)
    expect(await upsert()).toMatchObject({ kind: 'written' })
    expect(fake.comments).toHaveLength(1)
  })

  test('to the question whose the token is does not cost the comment', async () => {
    const comment = ours('old')
    fake.fault({ path: /graphql/ }, { kind: 'lost' }, 2)
    await upsert('new')
    expect(comment.body).toBe(`${MARKER}\nnew`)
  })

  test('in the middle of a page is asked for again, since half a list would hide our comment', async () => {
    const comment = ours('old')
    fake.fault({ method: 'GET', path: /comments$/ }, { kind: 'cut' }, 1)
    await upsert('new')
    expect(comment.body).toBe(`${MARKER}\nnew`)
    expect(fake.comments).toHaveLength(1)
  })
})

describe('a comment that cannot be made is told, not thrown', () => {
  test('since its text is too long', async () => {
    expect(await upsert('é'.repeat(65_536))).toEqual({
      kind: 'refused',
      reason:
        `The comment on pull request #${pull.number} is too long for GitHub, with 65536 characters: ` +
        'Validation Failed: Body is too long (maximum is 65536 characters).',
    })
  })

  test('since the conversation is locked', async () => {
    pull.locked = true
    expect(await upsert()).toEqual({
      kind: 'refused',
      reason:
        `Pull request #${pull.number} is locked, and the token may not comment there: ` +
        'unlock the conversation, and run the job again.',
    })
  })

  test.each([
    [
      'may only read',
      () => fake.tokenOf(ACTIONS_BOT, 'read'),
      /Allow `issues: write` or `pull-requests: write` in the permissions of the job; pull requests from forks/,
    ],
    ['is not known', () => 'ghs_expired', /answered 401: Bad credentials. The token is wrong or has expired/],
  ])('since the token %s', async (_, token, words) => {
    const outcome = await upsert('x', token())
    expect(outcome).toMatchObject({ kind: 'refused', reason: expect.stringMatching(words) as unknown })
  })

  test('since GitHub does not say whose the token is', async () => {
    ours('old')
    const nobody = { status: 200, body: { data: { viewer: null } } }
    fake.fault({ path: /graphql/ }, { kind: 'answer', answer: nobody })
    expect(await upsert()).toMatchObject({
      kind: 'refused',
      reason: expect.stringContaining('GitHub does not say whom the token belongs to') as unknown,
    })
    expect(writes()).toEqual([])
  })

  test('since there is no such pull request', async () => {
    const github = await openFake(fake)
    const outcome = await upsertComment(github, { pull: 404, topic: 'plan', stack: STACK, body: 'x' })
    expect(outcome).toMatchObject({
      reason: expect.stringContaining('It does not exist, or the token may not see it') as unknown,
    })
  })
})

describe('the marker', () => {
  test.each([
    ['terraform/langfuse', '<!-- langfuse-deploy:plan:terraform%2Flangfuse -->'],
    ['a-b', '<!-- langfuse-deploy:plan:a-b -->'],
    ['x --> <script>', '<!-- langfuse-deploy:plan:x%20%2D-%3E%20%3Cscript%3E -->'],
    ['---', '<!-- langfuse-deploy:plan:%2D%2D- -->'],
    ['a--!>b', '<!-- langfuse-deploy:plan:a%2D-!%3Eb -->'],
    ['\ud800', '<!-- langfuse-deploy:plan:%EF%BF%BD -->'],
    ['x\ny', '<!-- langfuse-deploy:plan:x%0Ay -->'],
  ])('of %j stays one comment of HTML', (stack, marker) => {
    expect(markerOf('plan', stack)).toBe(marker)
    expect(/^<!-- (.*) -->$/.exec(marker)?.[1]).not.toMatch(/--|>/)
  })

  test('of a stack is not the beginning of that of another', () => {
    expect(markerOf('plan', 'ab').startsWith(markerOf('plan', 'a'))).toBe(false)
    expect(markerOf('plan', '%2D')).not.toBe(markerOf('plan', '-'))
  })
})
