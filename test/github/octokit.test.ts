import { afterEach, beforeEach, describe, expect, test } from '@jest/globals'
import { graphql } from '../../src/github/octokit'
import { FakeGitHub } from '../../testkit/github/server'
import {
  type GitHubFault,
  primaryLimit,
  gitHubError,
  secondaryLimit,
  serverError,
} from '../../testkit/github/faults'
import type { FakePull } from '../../testkit/github/history'
import { type ObservedGitHub, openFake } from '../../testkit/github/runtime'

let fake: FakeGitHub
let pull: FakePull
let github: ObservedGitHub
beforeEach(async () => {
  fake = await FakeGitHub.start()
  pull = fake.openPull()
  github = await openFake(fake)
})
afterEach(() => fake.stop())

const read = () =>
  github.octokit.request('GET /repos/{owner}/{repo}/pulls/{pull_number}', {
    ...github.repo,
    pull_number: pull.number,
  })
const write = () =>
  github.octokit.request('POST /repos/{owner}/{repo}/issues/{issue_number}/comments', {
    ...github.repo,
    issue_number: pull.number,
    body: 'x',
  })

describe('a request', () => {
  const transient: [string, GitHubFault][] = [
    ['a server error', serverError()],
    ['a connection reset', { kind: 'reset' }],
    ['a truncated response', { kind: 'cut' }],
    [
      "a proxy's HTML page",
      { kind: 'answer', answer: { status: 200, body: 'hello', headers: { 'content-type': 'text/html' } } },
    ],
  ]
  test.each(transient)('is repeated after %s, with increasing pauses', async (_, fault) => {
    fake.fault({}, fault, 3)
    expect((await read()).data.number).toBe(pull.number)
    expect(github.waits).toEqual([1000, 2000, 4000])
  })

  test('fails after five attempts, with status, cause and next step', async () => {
    fake.fault({}, serverError(503))
    await expect(read()).rejects.toMatchObject({
      name: 'GitHubError',
      status: 503,
      message:
        `GET /repos/acme/langfuse/pulls/${pull.number} answered 503: Server Error. ` +
        'This is a transient error of GitHub (https://www.githubstatus.com). Re-run the job.',
    })
    expect(fake.calls).toHaveLength(5)
  })

  test.each([404, 403, 401, 422, 400])('is not repeated after %i', async (status) => {
    fake.fault({}, { kind: 'answer', answer: gitHubError(status, 'no') })
    await expect(read()).rejects.toMatchObject({ status })
    expect(fake.calls).toHaveLength(1)
  })

  test('that creates something is not repeated if it may have been carried out', async () => {
    fake.fault({}, { kind: 'lost' }, 1)
    await expect(write()).rejects.toMatchObject({ status: 502, isUncertain: true })
    expect(fake.comments).toHaveLength(1)
  })

  test('without a response fails with the next step', async () => {
    const stopped = await FakeGitHub.start()
    await stopped.stop()
    const closed = await openFake(stopped)
    await expect(graphql(closed, 'query { viewer { login } }', {})).rejects.toThrow(
      /POST \/graphql was not answered: .*ECONNREFUSED.*Check the network, HTTPS_PROXY and GITHUB_API_URL/,
    )
  })

  test('contains the token, unlike its error', async () => {
    fake.fault({}, { kind: 'answer', answer: gitHubError(403, 'no') })
    const error: unknown = await read().catch((thrown: unknown) => thrown)
    expect(fake.requests[0]?.headers.authorization).toBe(`token ${fake.token}`)
    expect(JSON.stringify(error, Object.getOwnPropertyNames(error))).not.toContain(fake.token)
  })
})

describe('a rate limit', () => {
  test.each([
    ['a secondary limit with a time', secondaryLimit(403, 30), [30_000, 30_000]],
    ['a secondary limit with status 429', secondaryLimit(429, 7), [7_000, 7_000]],
    ['a secondary limit without a time', secondaryLimit(403), [60_000, 120_000]],
    [
      'the primary limit, until its reset',
      primaryLimit(20),
      [expect.closeTo(21_000, -4), expect.closeTo(21_000, -4)],
    ],
  ] as const)('is waited for: %s', async (_, fault, waits) => {
    fake.fault({}, fault, 2)
    await write()
    expect(github.waits).toEqual(waits)
    expect(fake.comments).toHaveLength(1)
  })

  test.each([
    ['the primary limit', primaryLimit(3000), 0],
    ['a secondary limit', secondaryLimit(403, 100), 1],
  ])('is not waited for longer than three minutes: %s', async (_, fault, waits) => {
    fake.fault({}, fault)
    await expect(read()).rejects.toThrow(/The token's rate limit is exhausted\. Re-run the job/)
    expect(github.waits).toHaveLength(waits)
  })

  test('with a long wait is logged', async () => {
    fake.fault({}, secondaryLimit(429, 30), 1)
    await read()
    expect(github.lines).toEqual([
      expect.stringMatching(/^Waiting 30 s for GitHub: You have exceeded a secondary/),
    ])
  })

  test('is reported with the reset time of the primary limit', async () => {
    fake.fault({}, primaryLimit(3000))
    await expect(read()).rejects.toThrow(/Re-run the job after 20\d\d-\d\d-\d\dT/)
  })
})

describe('the error message', () => {
  test('contains one printable line of limited length from GitHub', async () => {
    const words = `\u001b[31m::error::no\n##[group]\u202e${'x'.repeat(1000)}`
    fake.fault({}, { kind: 'answer', answer: gitHubError(400, words) })
    const error: unknown = await read().catch((thrown: unknown) => thrown)
    const message = error instanceof Error ? error.message : ''
    expect(message).toContain('answered 400: : :error::no ## [group]xxx')
    expect(message).not.toMatch(/[\n\u001b\u202e]/)
    expect(message.length).toBeLessThan(600)
  })

  test('contains the errors of a GraphQL response with status 200', async () => {
    const answer = {
      status: 200,
      body: { data: null, errors: [{ type: 'FORBIDDEN', message: 'not for you' }] },
    }
    fake.fault({}, { kind: 'answer', answer })
    await expect(graphql(github, 'query { viewer { login } }', {})).rejects.toMatchObject({
      name: 'GitHubError',
      isUncertain: false,
      message: expect.stringMatching(/answered 200: .*not for you/) as unknown,
    })
  })
})

// Without a limit of its own, a silent request lasts 300 s.
describe('an answer that does not arrive', () => {
  const open = () => openFake(fake, fake.token, { responseTimeoutMs: 500 })

  test.each([{ kind: 'silent' }, { kind: 'stalled' }] as const)('ends the attempt: $kind', async (fault) => {
    const impatient = await open()
    fake.fault({}, fault, 2)
    const { repo, octokit, waits } = impatient
    await octokit.paginate('GET /repos/{owner}/{repo}/issues', { ...repo })
    expect(waits).toEqual([1000, 2000])
  })

  test('fails after five attempts', async () => {
    const { octokit, repo } = await open()
    fake.fault({}, { kind: 'silent' })
    const path = 'GET /repos/{owner}/{repo}/issues'
    await expect(octokit.request(path, { ...repo })).rejects.toThrow(
      'GET /repos/acme/langfuse/issues was not answered: no complete response in time. Check the network',
    )
    expect(fake.calls).toHaveLength(5)
  })
})
