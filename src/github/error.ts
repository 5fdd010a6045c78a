import { isRecord, textAt, valueAt } from '../text/json'
import { escapeWorkflowCommands, toPrintableLine } from '../text/sanitize'
import type { FailureReason } from '../text/failure-reason'
import { withoutFullStop } from '../text/format'

export interface GitHubErrorDetails {
  readonly method: string
  readonly path: string
  /** Undefined without a complete response. */
  readonly status: number | undefined
  /** One printable line. */
  readonly serverMessage: string
  /** Names in lowercase. */
  readonly headers: Readonly<Record<string, unknown>>
}

/** A failed request to GitHub. The message ends with the next step. */
export class GitHubError extends Error {
  override readonly name = 'GitHubError'
  readonly reason: FailureReason = 'github-error'
  readonly status: number | undefined
  readonly serverMessage: string

  constructor(
    readonly details: GitHubErrorDetails,
    options?: ErrorOptions,
  ) {
    const { method, path, status, serverMessage } = details
    const result = status === undefined ? 'was not answered' : `answered ${status}`
    super(`${method} ${path} ${result}: ${withoutFullStop(serverMessage)}. ${adviceFor(details)}`, options)
    this.status = status
    this.serverMessage = serverMessage
  }

  /** Whether GitHub may have carried out the request. */
  get isUncertain(): boolean {
    return this.status === undefined || this.status >= 500
  }
}

/** Reads an error of Octokit, whose RequestError has a status even without a response. */
export function errorDetails(
  error: unknown,
  request: { readonly method: string; readonly url: string },
): GitHubErrorDetails {
  const fields: Record<string, unknown> = isRecord(error) ? error : {}
  const answered = isRecord(fields['response'])
  const headers = valueAt(fields, 'response', 'headers')
  return {
    method: request.method,
    path: pathOf(textAt(fields, 'request', 'url') ?? request.url),
    status: answered && typeof fields['status'] === 'number' ? fields['status'] : undefined,
    serverMessage: serverMessageOf(valueAt(fields, 'response', 'data'), error),
    headers: isRecord(headers) ? headers : {},
  }
}

function serverMessageOf(data: unknown, error: unknown): string {
  const errors = valueAt(data, 'errors')
  const details = Array.isArray(errors)
    ? errors.map((one: unknown) => (typeof one === 'string' ? one : textAt(one, 'message')))
    : []
  const messages = [textAt(data, 'message'), ...details].filter((text) => text !== undefined)
  return (
    toPrintableLine(escapeWorkflowCommands(messages.join(': ') || rootCauseMessage(error))) ||
    'no reason given'
  )
}

/** The reason of `fetch failed` is in its cause; an AggregateError has only a code. */
function rootCauseMessage(error: unknown): string {
  const cause = valueAt(error, 'cause')
  if (isTimeout(error) || isTimeout(cause)) return 'no complete response in time'
  if (isRecord(cause)) return rootCauseMessage(cause)
  return textAt(error, 'message') || textAt(error, 'code') || ''
}

const isTimeout = (error: unknown): boolean => error instanceof DOMException && error.name === 'TimeoutError'

const pathOf = (url: string): string => (URL.canParse(url) ? new URL(url).pathname : url)

/**
 * Whether a rate limit was exceeded
 * (https://docs.github.com/rest/using-the-rest-api/rate-limits-for-the-rest-api).
 */
export function isRateLimited({ status, headers, serverMessage: words }: GitHubErrorDetails): boolean {
  if (status === 429) return true
  if (status !== 403) return false
  return (
    headers['retry-after'] !== undefined ||
    headers['x-ratelimit-remaining'] === '0' ||
    /secondary rate limit|abuse detection/i.test(words)
  )
}

function adviceFor(facts: GitHubErrorDetails): string {
  if (isRateLimited(facts))
    return `The token's rate limit is exhausted. Re-run the job ${whenLimitResets(facts)}.`
  if (/not accessible by/i.test(facts.serverMessage)) return permissionAdvice(facts)
  if (/not permitted to create or approve/i.test(facts.serverMessage)) return PULL_REQUEST_SETTING_ADVICE
  const isNewBranch = facts.method === 'POST' && facts.path.endsWith('/git/refs')
  if (isNewBranch && facts.status === 422) return NEW_BRANCH_ADVICE
  if (BRANCH_RULES.test(facts.serverMessage)) return BRANCH_RULES_ADVICE
  if (/disabled workflow/i.test(facts.serverMessage)) return 'Enable the workflow with `gh workflow enable`.'
  if (/workflow_dispatch/.test(facts.serverMessage))
    return 'Add the trigger `workflow_dispatch` to the workflow.'
  switch (facts.status) {
    case undefined:
      return 'Check the network, HTTPS_PROXY and GITHUB_API_URL, and re-run the job.'
    case 401:
      return 'The token is invalid or has expired. Check github-token.'
    case 403:
      return 'The token lacks a permission. Check github-token.'
    case 404:
      return `It does not exist, or the token cannot access it. ${permissionAdvice(facts)}`
    case 410:
      return 'It was deleted or is disabled. Issues are enabled in the repository settings.'
    default:
      return facts.status >= 500
        ? 'This is a transient error of GitHub (https://www.githubstatus.com). Re-run the job.'
        : 'This is probably a bug in langfuse-deploy. Please report it.'
  }
}

const PULL_REQUEST_SETTING_ADVICE =
  "Enable 'Allow GitHub Actions to create and approve pull requests' in the repository settings under Actions, General, " +
  'or set github-token to the token of a GitHub App.'

const BRANCH_RULES =
  /rule violations|protected branch|through a pull request|required status check|approving review|reference update failed/i

const NEW_BRANCH_ADVICE =
  'The branch cannot be created: a rule forbids its name, or a branch has the name of its folder. Change the rule, delete that ' +
  'branch, or let the GitHub App that owns the token bypass the rule.'

const BRANCH_RULES_ADVICE =
  'The branch rules require a pull request or status checks. Use `mode: pull-request`, ' +
  'or let the GitHub App that owns the token bypass them.'

function whenLimitResets({ headers }: GitHubErrorDetails): string {
  const reset = Number(headers['x-ratelimit-reset'])
  const isKnown = headers['x-ratelimit-remaining'] === '0' && reset > 0
  return isKnown ? `after ${new Date(reset * 1000).toISOString()}` : 'in a few minutes'
}

/** The header contains for example `issues=write; pull_requests=write`. */
function permissionAdvice({ headers, method, path }: GitHubErrorDetails): string {
  const named = headers['x-accepted-github-permissions']
  const accepted =
    typeof named === 'string' ? [...escapeWorkflowCommands(named).matchAll(/(\w+)=(\w+)/g)] : []
  const permissions = accepted.map(
    ([, name = '', level = '']) => `\`${name.replaceAll('_', '-')}: ${level}\``,
  )
  const required = permissions.length > 0 ? permissions.join(' or ') : `\`${usualPermission(method, path)}\``
  return `Allow ${required} in the job's permissions. Pull requests from forks get a read-only token.`
}

function usualPermission(method: string, path: string): string {
  if (path.includes('/actions/')) return 'actions: write'
  const isContent = /\/(?:compare|contents|git)\//.test(path)
  if (!isContent) return 'pull-requests: write'
  return method === 'GET' ? 'contents: read' : 'contents: write'
}
