import { afterEach, beforeEach, describe, expect, test } from '@jest/globals'
import { graphql } from '../../src/github/octokit'
import { FakeGitHub } from '../../testkit/github/server'
import {
  type GitHubFault,
  primaryLimit,
  refuse,
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
  const passing: [string, GitHubFault][] = [
    ['a server error', serverError()],
    ['a connection that breaks', { kind: 'reset' }],
    ['an answer that breaks off', { kind: 'cut' }],
    [
      'a page of a proxy',
      { kind: 'answer', answer: { status: 200, body: 'hello', headers: { 'content-type': 'text/html' } } },
    ],
  ]
  test.each(passing)('is repeated after %s, with growing pauses', async (_, fault) => {
    fake.fault({}, fault, 3)
    expect((await read()).data.number).toBe(pull.number)
    expect(github.waits).toEqual([1000, 2000, 4000])
  })

  test('is given up after five tries, with all that is known', async () => {
    fake.fault({}, serverError(503))
    await expect(read()).rejects.toMatchObject({
      name: 'GitHubError',
      status: 503,
      message:
        `GET /repos/acme/langfuse/pulls/${pull.number} answered 503: Server Error. ` +
        'This is a passing fault of GitHub (https://www.githubstatus.com): run the job again.',
    })
    expect(fake.calls).toHaveLength(5)
  })

  test.each([404, 403, 401, 422, 400])('is not repeated after %i', async (status) => {
    fake.fault({}, { kind: 'answer', answer: refuse(status, 'no') })
    await expect(read()).rejects.toMatchObject({ status })
    expect(fake.calls).toHaveLength(1)
  })

  test('that makes something is not repeated when it may have been done', async () => {
    fake.fault({}, { kind: 'lost' }, 1)
    await expect(write()).rejects.toMatchObject({ status: 502, isUncertain: true })
    expect(fake.comments).toHaveLength(1)
  })

  test('that nobody answers says so, with the way out', async () => {
    const gone = await FakeGitHub.start()
    await gone.stop()
    const closed = await openFake(gone)
    await expect(graphql(closed, 'query { viewer { login } }', {})).rejects.toThrow(
      /POST \/graphql was not answered: .*ECONNREFUSED.*Check the network, HTTPS_PROXY and GITHUB_API_URL/,
    )
  })

  test('carries the token, and neither error nor message does', async () => {
    fake.fault({}, { kind: 'answer', answer: refuse(403, 'no') })
    const error: unknown = await read().catch((thrown: unknown) => thrown)
    expect(fake.requests[0]?.headers.authorization).toBe(`token ${fake.token}`)
    expect(JSON.stringify(error, Object.getOwnPropertyNames(error))).not.toContain(fake.token)
  })
})

describe('a rate limit', () => {
  test.each([
    ['a secondary one that names its time', secondaryLimit(403, 30), [30_000, 30_000]],
    ['a secondary one by status 429', secondaryLimit(429, 7), [7_000, 7_000]],
    ['a secondary one that names none', secondaryLimit(403), [60_000, 120_000]],
    [
      'the primary one, until its end',
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
    ['the primary one', primaryLimit(3000), 0],
    ['a secondary one', secondaryLimit(403, 100), 1],
  ])('is not waited for beyond three minutes: %s', async (_, fault, waits) => {
    fake.fault({}, fault)
    await expect(read()).rejects.toThrow(/The rate limit of the token is used up: run the job again/)
    expect(github.waits).toHaveLength(waits)
  })

  test('that takes long is told in the log', async () => {
    fake.fault({}, secondaryLimit(429, 30), 1)
    await read()
    expect(github.lines).toEqual([
      expect.stringMatching(/^Waiting 30 s for GitHub: You have exceeded a secondary/),
    ])
  })

  test('says when the primary one ends', async () => {
    fake.fault({}, primaryLimit(3000))
    await expect(read()).rejects.toThrow(/run the job again after 20\d\d-\d\d-\d\dT/)
  })
})

describe('what GitHub says', () => {
  test('becomes one printable line of bounded length in an error', async () => {
    const words = `\u001b[31m::error::no\n##[group]\u202e${'x'.repeat(1000)}`
    fake.fault({}, { kind: 'answer', answer: refuse(400, words) })
    const error: unknown = await read().catch((thrown: unknown) => thrown)
    const message = error instanceof Error ? error.message : ''
    expect(message).toContain('answered 400: : :error::no ## [group]xxx')
    expect(message).not.toMatch(/[\n\u001b\u202e]/)
    expect(message.length).toBeLessThan(600)
  })

  test('by GraphQL is an error even with status 200', async () => {
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
