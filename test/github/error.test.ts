import { describe, expect, test } from '@jest/globals'
import { errorDetails, GitHubError, type GitHubErrorDetails } from '../../src/github/error'

const DETAILS: GitHubErrorDetails = {
  method: 'POST',
  path: '/repos/acme/langfuse/pulls',
  status: 422,
  serverMessage: 'no',
  headers: {},
}

const messageOf = (changes: Partial<GitHubErrorDetails>): string =>
  new GitHubError({ ...DETAILS, ...changes }).message

describe('the next step', () => {
  test.each<[Partial<GitHubErrorDetails>, RegExp]>([
    [{ status: undefined }, /was not answered: no\. Check the network, HTTPS_PROXY and GITHUB_API_URL/],
    [{ status: 401 }, /The token is invalid or has expired\. Check github-token\./],
    [{ status: 403 }, /The token lacks a permission/],
    [{ status: 404 }, /cannot access it\. Allow `pull-requests: write` in the job's permissions/],
    [{ status: 410 }, /Issues are enabled in the repository settings/],
    [{ status: 502 }, /transient error of GitHub .* Re-run the job\./],
    [{ status: 422 }, /probably a bug in langfuse-deploy/],
    [{ status: 429 }, /The token's rate limit is exhausted\. Re-run the job in a few minutes\./],
    [
      { status: 403, headers: { 'x-ratelimit-remaining': '0', 'x-ratelimit-reset': '1795579200' } },
      /Re-run the job after 2026-11-25T04:00:00\.000Z\./,
    ],
    [
      { serverMessage: 'GitHub Actions is not permitted to create or approve pull requests.' },
      /Enable 'Allow/,
    ],
    [{ serverMessage: 'Repository rule violations found' }, /Use `mode: pull-request`/],
    [{ serverMessage: 'Cannot trigger a disabled workflow' }, /`gh workflow enable`/],
    [{ serverMessage: "Workflow does not have 'workflow_dispatch' trigger" }, /Add the trigger/],
    [
      {
        status: 403,
        serverMessage: 'Resource not accessible by integration',
        headers: { 'x-accepted-github-permissions': 'issues=write; pull_requests=write' },
      },
      /Allow `issues: write` or `pull-requests: write` in the job's permissions/,
    ],
    [
      { path: '/repos/a/b/actions/workflows/c/dispatches', serverMessage: 'Resource not accessible by x' },
      /Allow `actions: write`/,
    ],
    [{ method: 'GET', status: 404, path: '/repos/a/b/compare/c...d' }, /Allow `contents: read`/],
    [
      {
        method: 'POST',
        status: 422,
        path: '/repos/a/b/git/refs',
        serverMessage: 'Repository rule violations found',
      },
      /The branch cannot be created: a rule forbids its name/,
    ],
    [{ method: 'POST', status: 404, path: '/repos/a/b/git/commits' }, /Allow `contents: write`/],
  ])('after %j', (changes, message) => {
    expect(messageOf(changes)).toMatch(message)
  })
})

describe('the details of an error', () => {
  const request = { method: 'GET', url: 'https://api.github.com/repos/a/b' }

  test('contain no status without a response', () => {
    const cause = Object.assign(new Error('fetch failed'), { cause: new Error('connect ECONNREFUSED') })
    expect(errorDetails(Object.assign(cause, { status: 500 }), request)).toEqual({
      method: 'GET',
      path: '/repos/a/b',
      status: undefined,
      serverMessage: 'connect ECONNREFUSED',
      headers: {},
    })
  })

  test('contain the message and the errors of a response', () => {
    const data = { message: 'Validation Failed', errors: [{ message: 'too long' }, 'no', {}] }
    const error = { status: 422, response: { data, headers: { date: 'x' } } }
    expect(errorDetails(error, request)).toMatchObject({
      status: 422,
      serverMessage: 'Validation Failed: too long: no',
      headers: { date: 'x' },
    })
  })

  test('contain a code if there is no message', () => {
    const error = { cause: Object.assign(new AggregateError([]), { code: 'ETIMEDOUT' }) }
    expect(errorDetails(error, request).serverMessage).toBe('ETIMEDOUT')
  })
})
