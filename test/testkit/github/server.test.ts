import { afterEach, beforeEach, describe, expect, test } from '@jest/globals'
import { FakeGitHub } from '../../../testkit/github/server'
import { ACTIONS_BOT, PERSON } from '../../../testkit/github/history'

let fake: FakeGitHub
beforeEach(async () => {
  fake = await FakeGitHub.start()
})
afterEach(() => fake.stop().catch(() => undefined))

interface Sent {
  readonly status: number
  readonly headers: Headers
  readonly body: unknown
}

async function send(method: string, path: string, body?: unknown, token = fake.token): Promise<Sent> {
  const response = await fetch(`${fake.url}${path}`, {
    method,
    headers: { authorization: `Bearer ${token}`, 'user-agent': 'test', 'content-type': 'application/json' },
    ...(body !== undefined && { body: JSON.stringify(body) }),
  })
  return { status: response.status, headers: response.headers, body: await response.json() }
}

const COMMENTS = '/repos/acme/langfuse/issues/7/comments'

describe('the GitHub server', () => {
  test('paginates as GitHub does: 30 by default, at most 100, links by repository id', async () => {
    const pull = fake.openPull()
    for (let index = 0; index < 250; index++) fake.comment(pull, PERSON, `remark ${index}`)
    expect((await send('GET', COMMENTS)).body).toHaveLength(30)
    const { headers, body } = await send('GET', `${COMMENTS}?per_page=500`)
    expect(body).toHaveLength(100)
    const root = `${fake.url}/repositories/4711/issues/7/comments`
    expect(headers.get('link')).toBe(
      `<${root}?per_page=100&page=2>; rel="next", <${root}?per_page=100&page=3>; rel="last"`,
    )
    const last = await send('GET', `${COMMENTS}?per_page=100&page=3`)
    expect(last.body).toHaveLength(50)
    expect(last.headers.get('link')).toBeNull()
  })

  test("returns a token's owner as GitHub does: by REST for users, by GraphQL for all", async () => {
    const personal = fake.tokenOf(PERSON)
    expect((await send('GET', '/user')).status).toBe(403)
    expect((await send('GET', '/user', undefined, personal)).body).toMatchObject({ login: 'octocat' })
    const viewer = await send('POST', '/graphql', { query: 'query { viewer { login databaseId } }' })
    expect(viewer.body).toEqual({
      data: { viewer: { login: ACTIONS_BOT.login, databaseId: ACTIONS_BOT.id } },
    })
  })

  test('counts characters as GitHub does', async () => {
    fake.openPull()
    expect((await send('POST', COMMENTS, { body: '😀'.repeat(65_536) })).status).toBe(201)
    expect((await send('POST', COMMENTS, { body: 'x'.repeat(65_537) })).status).toBe(422)
    expect((await send('POST', COMMENTS, { body: '' })).status).toBe(422)
  })
})

describe("GitHub's own description", () => {
  test.each<[string, () => Promise<unknown>, RegExp]>([
    ['an unknown operation', () => send('PUT', COMMENTS), /PUT .*: unknown operation/],
    ['an unknown parameter', () => send('GET', `${COMMENTS}?sort=newest`), /unknown parameter sort/],
    [
      'a parameter of another type',
      () => send('GET', `${COMMENTS}?per_page=all`),
      /per_page must be integer/,
    ],
    [
      'a path of another type',
      () => send('GET', COMMENTS.replace('7', 'seven')),
      /issue_number must be integer/,
    ],
    [
      'a body without what it needs',
      () => send('POST', COMMENTS, { text: 'x' }),
      /must have required property 'body'/,
    ],
    ['a body of another type', () => send('POST', COMMENTS, { body: {} }), /body\/body must be string/],
    [
      'a body with more than it takes',
      () => send('POST', COMMENTS, { body: 'x', pin: true }),
      /body has no pin/,
    ],
    ['a missing body', () => send('POST', COMMENTS), /the body is missing/],
    [
      'an unknown GraphQL field',
      () => send('POST', '/graphql', { query: 'query { viewer { age } }' }),
      /Cannot query field "age"/,
    ],
  ])('reports %s', async (_, request, breach) => {
    fake.openPull()
    await request()
    await expect(fake.stop()).rejects.toThrow(breach)
  })

  test('contains all operations of the server', async () => {
    const pull = fake.openPull()
    const sha = fake.history.merge(pull, 'squash')
    await send('POST', COMMENTS, { body: 'x' })
    await send('GET', COMMENTS)
    await send('GET', `/repos/acme/langfuse/commits/${sha}/pulls`)
    await send('GET', '/repos/acme/langfuse/pulls/7')
    await send('GET', `/repos/acme/langfuse/compare/${sha}...${sha}`)
    await send('GET', '/user', undefined, fake.tokenOf(PERSON))
    expect(fake.requests.map(({ answer }) => answer?.status)).toEqual([201, 200, 200, 200, 200, 200])
    await expect(fake.stop()).resolves.toBeUndefined()
  })
})
