import { expect, test } from '@jest/globals'
import { explainGitHubError } from '../../src/cli/github-failure'
import { GitHubError } from '../../src/github/error'

const error = (status: number | undefined, headers: Readonly<Record<string, string>> = {}): GitHubError =>
  new GitHubError({ method: 'GET', path: '/repos/a/b', status, serverMessage: 'No.', headers })

test.each([
  ['no answer', error(undefined), 'was not answered: No. Check the network, HTTPS_PROXY and GITHUB_API_URL'],
  ['a wrong token', error(401), 'answered 401: No. The token is invalid or has expired.'],
  ['a missing permission', error(403), 'The token lacks the permission. Use the token of an administrator'],
  [
    'a named permission',
    error(403, { 'x-accepted-github-permissions': 'administration=write; environments=write' }),
    'The token lacks the permission administration=write or environments=write.',
  ],
  ['a missing object', error(404), 'The token lacks the permission.'],
  [
    'single sign-on',
    error(403, { 'x-github-sso': 'required; url=https://github.com/orgs/a/sso?authorization_request=x' }),
    'Authorize the token for the organization: https://github.com/orgs/a/sso?authorization_request=x',
  ],
  ['an exhausted limit', error(403, { 'x-ratelimit-remaining': '0' }), 'The rate limit of the token'],
  ['an error of GitHub', error(502), 'Run the same command again.'],
  ['a rejection', error(422), 'Fix the cause, and run the same command again: it continues.'],
])('%s has advice for a command line', (_, given, advice) => {
  const explained = String(explainGitHubError(given))
  expect(explained).toContain(advice)
  expect(explained).not.toMatch(/re-run the job|job's permissions|github-token/i)
})

test('other errors stay', () => {
  const other = new Error('other')
  expect(explainGitHubError(other)).toBe(other)
})
