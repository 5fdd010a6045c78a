import { GitHubError, type GitHubErrorDetails, isRateLimited } from '../github/error'
import { textAt } from '../text/json'
import { CommandFailed } from './error'

const LOGIN = 'gh auth login --scopes repo,workflow'

/** Replaces an error of GitHub, whose advice is for a workflow's job, by one for a person at a command line. Returns other errors as they are. */
export function explainGitHubError(error: unknown): unknown {
  if (!(error instanceof GitHubError)) return error
  const { method, path, status, serverMessage } = error.details
  const result = status === undefined ? 'was not answered' : `answered ${status}`
  return new CommandFailed(
    `GitHub: ${method} ${path} ${result}: ${serverMessage.replace(/\.$/, '')}. ${adviceFor(error.details)}`,
    { cause: error },
  )
}

function adviceFor(details: GitHubErrorDetails): string {
  const { status } = details
  if (isRateLimited(details))
    return 'The rate limit of the token is exhausted. Run the same command again in an hour.'
  if (status === undefined)
    return 'Check the network, HTTPS_PROXY and GITHUB_API_URL, and run the same command again.'
  if (status === 401)
    return `The token is invalid or has expired. It comes from GH_TOKEN, GITHUB_TOKEN or the GitHub CLI: unset or replace the variable, or log in with: ${LOGIN}`
  if (status === 403 || status === 404) return singleSignOn(details) ?? accessAdvice(details)
  return status >= 500
    ? 'This is a transient error of GitHub (https://www.githubstatus.com). Run the same command again.'
    : 'Fix the cause, and run the same command again: it continues.'
}

/** https://docs.github.com/rest/authentication/authenticating-to-the-rest-api#authenticating-with-a-personal-access-token */
function singleSignOn({ headers }: GitHubErrorDetails): string | undefined {
  const [, url] = /url=(https:\/\/\S+)/.exec(textAt(headers, 'x-github-sso') ?? '') ?? []
  return url === undefined ? undefined : `Authorize the token for the organization: ${url}`
}

const accessAdvice = (details: GitHubErrorDetails): string =>
  `The token lacks ${missingPermission(details)}. Use the token of an administrator of the repository: ${LOGIN}`

/** Names the permissions that GitHub accepts, for example `environments=write`. */
export function missingPermission({ headers }: GitHubErrorDetails): string {
  const accepted = textAt(headers, 'x-accepted-github-permissions') ?? ''
  const permissions = [...accepted.matchAll(/(\w+)=(\w+)/g)].map(([permission]) => permission)
  return permissions.length === 0
    ? 'the permission'
    : `the permission ${[...new Set(permissions)].join(' or ')}`
}
