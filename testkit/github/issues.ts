import { type GitHubAnswer, gitHubError } from './faults'
import type { Identity } from './history'
import { page } from './page'
import type { Call, GitHubState } from './routes'

export interface FakeIssue {
  readonly number: number
  readonly author: Identity
  title: string
  body: string
  state: 'open' | 'closed'
  stateReason: string | null
  closedBy: Identity | null
  edits: number
}

/** Issues and pull requests share one number series; pull requests start at 7. */
const FIRST_NUMBER = 1001
const MAX_BODY_CHARACTERS = 65_536

export function addIssue(
  state: GitHubState,
  { author, title, body }: Pick<FakeIssue, 'author' | 'title' | 'body'>,
): FakeIssue {
  const number = FIRST_NUMBER + state.issues.length
  const fresh = { state: 'open', stateReason: null, closedBy: null, edits: 0 } as const
  const issue: FakeIssue = { number, author, title, body, ...fresh }
  state.issues.push(issue)
  return issue
}

export function listIssues(state: GitHubState, { query }: Call): GitHubAnswer {
  const wanted = query.get('state') ?? 'open'
  const isWanted = (one: { readonly state: string }): boolean => wanted === 'all' || one.state === wanted
  const issues = state.issues.filter(isWanted).map((issue) => issueJson(state, issue))
  const pulls = [...state.history.pulls.values()].filter(isWanted).map((pull) => ({
    number: pull.number,
    title: pull.title,
    body: null,
    state: pull.state,
    html_url: `https://github.com/${state.owner}/${state.repo}/pull/${pull.number}`,
    user: pull.author,
    pull_request: { merged_at: pull.mergedAt },
  }))
  const all = [...pulls, ...issues].sort((a, b) => b.number - a.number)
  const path = `/repositories/${state.repositoryId}/issues`
  const more = `state=${wanted}`
  return page(all, query, `${state.url}${path}`, more)
}

export function readIssue(state: GitHubState, { params }: Call): GitHubAnswer {
  const issue = state.issues.find(({ number }) => number === Number(params['issue_number']))
  if (issue === undefined) return gitHubError(404, 'Not Found')
  return { status: 200, body: { ...issueJson(state, issue), closed_by: issue.closedBy } }
}

export function createIssue(state: GitHubState, { body, caller }: Call): GitHubAnswer {
  const fault = refuseTexts(body)
  if (fault !== undefined) return fault
  const issue = addIssue(state, {
    author: caller,
    title: String(body['title']),
    body: textIn(body, 'body') ?? '',
  })
  return { status: 201, body: issueJson(state, issue) }
}

export function updateIssue(state: GitHubState, { params, body, caller }: Call): GitHubAnswer {
  const issue = state.issues.find(({ number }) => number === Number(params['issue_number']))
  if (issue === undefined) return gitHubError(404, 'Not Found')
  const fault = refuseTexts({ title: issue.title, ...body })
  if (fault !== undefined) return fault
  issue.title = textIn(body, 'title') ?? issue.title
  issue.body = textIn(body, 'body') ?? issue.body
  issue.edits += 1
  if (body['state'] === 'closed' && issue.state === 'open') issue.closedBy = caller
  if (body['state'] === 'open') issue.closedBy = null
  if (body['state'] === 'open' || body['state'] === 'closed') issue.state = body['state']
  if (typeof body['state_reason'] === 'string') issue.stateReason = body['state_reason']
  return { status: 200, body: issueJson(state, issue) }
}

function refuseTexts({ title, body }: Readonly<Record<string, unknown>>): GitHubAnswer | undefined {
  const invalid = (field: string, message: string): GitHubAnswer =>
    gitHubError(422, 'Validation Failed', [{ resource: 'Issue', code: 'custom', field, message }])
  if (typeof title !== 'string' || title.trim() === '') return invalid('title', "title can't be blank")
  if (Array.from(title).length > 256) return invalid('title', 'title is too long (maximum is 256 characters)')
  const isTooLong = typeof body === 'string' && Array.from(body).length > MAX_BODY_CHARACTERS
  return isTooLong
    ? invalid('body', `body is too long (maximum is ${MAX_BODY_CHARACTERS} characters)`)
    : undefined
}

/** Formats an issue as in a list, which lacks `closed_by`. */
function issueJson(
  { owner, repo }: GitHubState,
  issue: FakeIssue,
): Record<string, unknown> & { number: number } {
  return {
    number: issue.number,
    title: issue.title,
    body: issue.body,
    state: issue.state,
    state_reason: issue.stateReason,
    html_url: `https://github.com/${owner}/${repo}/issues/${issue.number}`,
    user: issue.author,
  }
}

export function textIn(body: Call['body'], name: string): string | undefined {
  const text = body[name]
  return typeof text === 'string' ? text : undefined
}
