import { isRecord, textAt, valueAt } from '../text/json'
import { escapeWorkflowCommands, toPrintableLine } from '../text/sanitize'

/** What is known of a request to GitHub that failed. */
export interface GitHubFacts {
  readonly method: string
  readonly path: string
  /** Undefined when no whole answer came. */
  readonly status: number | undefined
  /** GitHub's own words, as one printable line. */
  readonly words: string
  /** Of the answer, names in lower case. */
  readonly headers: Readonly<Record<string, unknown>>
}

/** A request to GitHub that failed; the message says which, why, and what to do. */
export class GitHubError extends Error {
  override readonly name = 'GitHubError'
  readonly status: number | undefined
  readonly words: string

  constructor(
    readonly facts: GitHubFacts,
    options?: ErrorOptions,
  ) {
    const { method, path, status, words } = facts
    const said = status === undefined ? 'was not answered' : `answered ${status}`
    super(`${method} ${path} ${said}: ${words.replace(/\.$/, '')}. ${advise(facts)}`, options)
    this.status = status
    this.words = words
  }

  /** Whether GitHub may have done what was asked, although no answer says so. */
  get isUncertain(): boolean {
    return this.status === undefined || this.status >= 500
  }
}

/** Reads whatever Octokit throws: its RequestError has a status even where no answer came, but then no response. */
export function factsOf(
  error: unknown,
  request: { readonly method: string; readonly url: string },
): GitHubFacts {
  const fields: Record<string, unknown> = isRecord(error) ? error : {}
  const answered = isRecord(fields['response'])
  const headers = valueAt(fields, 'response', 'headers')
  return {
    method: request.method,
    path: pathOf(textAt(fields, 'request', 'url') ?? request.url),
    status: answered && typeof fields['status'] === 'number' ? fields['status'] : undefined,
    words: wordsOf(valueAt(fields, 'response', 'data'), error),
    headers: isRecord(headers) ? headers : {},
  }
}

function wordsOf(data: unknown, error: unknown): string {
  const errors = valueAt(data, 'errors')
  const details = Array.isArray(errors)
    ? errors.map((one: unknown) => (typeof one === 'string' ? one : textAt(one, 'message')))
    : []
  const said = [textAt(data, 'message'), ...details].filter((text) => text !== undefined)
  return toPrintableLine(escapeWorkflowCommands(said.join(': ') || innermost(error))) || 'no reason given'
}

/** `fetch failed` says nothing; the error that caused it does, and where several did, at least its code. */
function innermost(error: unknown): string {
  const cause = valueAt(error, 'cause')
  if (isRecord(cause)) return innermost(cause)
  return textAt(error, 'message') || textAt(error, 'code') || ''
}

const pathOf = (url: string): string => (URL.canParse(url) ? new URL(url).pathname : url)

/**
 * Primary and secondary limits, which GitHub tells as 429 or 403
 * (https://docs.github.com/rest/using-the-rest-api/rate-limits-for-the-rest-api).
 */
export function isRateLimited({ status, headers, words }: GitHubFacts): boolean {
  if (status === 429) return true
  if (status !== 403) return false
  return (
    headers['retry-after'] !== undefined ||
    headers['x-ratelimit-remaining'] === '0' ||
    /secondary rate limit|abuse detection/i.test(words)
  )
}

function advise(facts: GitHubFacts): string {
  if (isRateLimited(facts))
    return `The rate limit of the token is used up: run the job again ${later(facts)}.`
  if (/not accessible by/i.test(facts.words)) return permit(facts)
  if (/not permitted to create or approve/i.test(facts.words)) return PULLS_BY_ACTIONS
  if (RULES.test(facts.words)) return PROTECTED
  if (/disabled workflow/i.test(facts.words)) return 'Switch it on: `gh workflow enable`.'
  if (/workflow_dispatch/.test(facts.words)) return 'Give the workflow the trigger `workflow_dispatch`.'
  switch (facts.status) {
    case undefined:
      return 'Check the network, HTTPS_PROXY and GITHUB_API_URL, and run the job again.'
    case 401:
      return 'The token is wrong or has expired: check github-token.'
    case 403:
      return 'The token may not do this: check github-token.'
    case 404:
      return `It does not exist, or the token may not see it. ${permit(facts)}`
    case 410:
      return 'It was deleted or is switched off: issues are switched on in the settings of the repository.'
    default:
      return facts.status >= 500
        ? 'This is a passing fault of GitHub (https://www.githubstatus.com): run the job again.'
        : "This looks like a fault of langfuse-deploy's: please report it."
  }
}

const PULLS_BY_ACTIONS =
  "Allow it in the repository's settings, under Actions, General: 'Allow GitHub Actions to create and approve pull requests'; " +
  'or give github-token the token of a GitHub App.'

/** Rulesets and the older branch protection have words of their own. */
const RULES =
  /rule violations|protected branch|through a pull request|required status check|approving review|reference update failed/i

const PROTECTED =
  'The rules of the branch want a pull request, or checks before: use `mode: pull-request`, ' +
  'or let the GitHub App whose token it is bypass them.'

function later({ headers }: GitHubFacts): string {
  const reset = Number(headers['x-ratelimit-reset'])
  const known = headers['x-ratelimit-remaining'] === '0' && reset > 0
  return known ? `after ${new Date(reset * 1000).toISOString()}` : 'in some minutes'
}

/** GitHub names the permissions that would do, as in `issues=write; pull_requests=write`. */
function permit({ headers, path }: GitHubFacts): string {
  const named = headers['x-accepted-github-permissions']
  const accepted =
    typeof named === 'string' ? [...escapeWorkflowCommands(named).matchAll(/(\w+)=(\w+)/g)] : []
  const permissions = accepted.map(
    ([, name = '', level = '']) => `\`${name.replaceAll('_', '-')}: ${level}\``,
  )
  const usual = path.includes('/actions/') ? '`actions: write`' : '`pull-requests: write`'
  const wanted = permissions.length > 0 ? permissions.join(' or ') : usual
  return (
    `Allow ${wanted} in the permissions of the job; ` +
    'pull requests from forks and by Dependabot get a token that may only read.'
  )
}
