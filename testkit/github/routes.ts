import { compare } from './compare'
import { type GitHubAnswer, gitHubError } from './faults'
import {
  createCommit,
  createRef,
  createTree,
  deleteRef,
  type FakeGit,
  isAskedFor,
  listAttestations,
  listCommits,
  listMatchingRefs,
  listReleases,
  readCommit,
  readTree,
  readContents,
  readRef,
  readTaggedCommit,
  updateRef,
} from './git'
import type { FakePull, History, Identity } from './history'
import { createIssue, type FakeIssue, listIssues, readIssue, textIn, updateIssue } from './issues'
import { page } from './page'
import { type RepositorySettings, SETTINGS_ROUTES } from './settings'

export interface FakeComment {
  readonly id: number
  readonly pull: number
  readonly author: Identity
  body: string
  minimized: string | undefined
  edits: number
}

export interface GitHubState {
  readonly url: string
  readonly owner: string
  readonly repo: string
  readonly repositoryId: number
  readonly history: History
  readonly comments: FakeComment[]
  readonly issues: FakeIssue[]
  readonly git: FakeGit
  /** Releases by `owner/repo`, newest first, in GitHub's format. */
  readonly releases: Map<string, readonly Readonly<Record<string, unknown>>[]>
  /** Sigstore bundles by `owner/repo@digest`. */
  readonly attestations: Map<string, readonly unknown[]>
  /** Labels by the number of their issue or pull request. */
  readonly labels: Map<number, readonly string[]>
  /** Commits of git tags by `owner/repo@tag`, where they differ from the release's; undefined for none. */
  readonly tagCommits: Map<string, string | undefined>
  /** File names of known workflows, and of started ones. */
  readonly workflows: { readonly known: Set<string>; readonly started: { file: string; ref: string }[] }
  readonly settings: RepositorySettings
  /** Number of further queries in which the index has no pull request of any commit. */
  indexLag: number
}

export interface Call {
  readonly params: Readonly<Record<string, string>>
  readonly query: URLSearchParams
  readonly body: Readonly<Record<string, unknown>>
  readonly caller: Identity
}

export type Handler = (state: GitHubState, call: Call) => GitHubAnswer

/** Supported operations, with path templates as in GitHub's OpenAPI document. */
export const ROUTES: readonly (readonly [method: string, template: string, handler: Handler])[] = [
  ['GET', '/user', user],
  ['GET', '/repos/{owner}/{repo}/issues', listIssues],
  ['POST', '/repos/{owner}/{repo}/issues', createIssue],
  ['GET', '/repos/{owner}/{repo}/issues/{issue_number}', readIssue],
  ['PATCH', '/repos/{owner}/{repo}/issues/{issue_number}', updateIssue],
  ['GET', '/repos/{owner}/{repo}/issues/{issue_number}/comments', listComments],
  ['POST', '/repos/{owner}/{repo}/issues/{issue_number}/comments', createComment],
  ['PATCH', '/repos/{owner}/{repo}/issues/comments/{comment_id}', updateComment],
  ['POST', '/repos/{owner}/{repo}/issues/{issue_number}/labels', addLabels],
  ['GET', '/repos/{owner}/{repo}/commits', listCommits],
  ['GET', '/repos/{owner}/{repo}/commits/{commit_sha}/pulls', listPullsOfCommit],
  ['GET', '/repos/{owner}/{repo}/commits/{ref}', readTaggedCommit],
  ['GET', '/repos/{owner}/{repo}/pulls/{pull_number}', readPull],
  ['GET', '/repos/{owner}/{repo}/pulls/{pull_number}/reviews', listReviews],
  ['GET', '/repos/{owner}/{repo}/compare/{basehead}', compare],
  ['GET', '/repos/{owner}/{repo}/pulls', listPulls],
  ['POST', '/repos/{owner}/{repo}/pulls', createPull],
  ['PATCH', '/repos/{owner}/{repo}/pulls/{pull_number}', updatePull],
  ['GET', '/repos/{owner}/{repo}/git/ref/{ref}', readRef],
  ['GET', '/repos/{owner}/{repo}/git/matching-refs/{ref}', listMatchingRefs],
  ['POST', '/repos/{owner}/{repo}/git/refs', createRef],
  ['PATCH', '/repos/{owner}/{repo}/git/refs/{ref}', updateRef],
  ['DELETE', '/repos/{owner}/{repo}/git/refs/{ref}', deleteRef],
  ['GET', '/repos/{owner}/{repo}/git/commits/{commit_sha}', readCommit],
  ['GET', '/repos/{owner}/{repo}/git/trees/{tree_sha}', readTree],
  ['POST', '/repos/{owner}/{repo}/git/trees', createTree],
  ['POST', '/repos/{owner}/{repo}/git/commits', createCommit],
  ['GET', '/repos/{owner}/{repo}/contents/{path}', readContents],
  ['GET', '/repos/{owner}/{repo}/releases', listReleases],
  ['GET', '/repos/{owner}/{repo}/attestations/{subject_digest}', listAttestations],
  ['POST', '/repos/{owner}/{repo}/actions/workflows/{workflow_id}/dispatches', dispatch],
  ...SETTINGS_ROUTES,
]

const MAX_COMMENT_CHARACTERS = 65_536

const NOT_FOUND = gitHubError(404, 'Not Found')

function user(_: GitHubState, { caller }: Call): GitHubAnswer {
  if (caller.type === 'Bot') return gitHubError(403, 'Resource not accessible by integration')
  return { status: 200, body: caller }
}

function addLabels({ labels }: GitHubState, { params, body }: Call): GitHubAnswer {
  const number = Number(params['issue_number'])
  const all = [...new Set([...(labels.get(number) ?? []), ...(body['labels'] as string[])])]
  labels.set(number, all)
  return { status: 200, body: all.map((name) => ({ name })) }
}

function listComments(state: GitHubState, { params, query }: Call): GitHubAnswer {
  const number = Number(params['issue_number'])
  if (!state.history.pulls.has(number)) return NOT_FOUND
  const all = state.comments.filter(({ pull }) => pull === number)
  const path = `/repositories/${state.repositoryId}/issues/${number}/comments`
  return page(all.map(commentJson(state)), query, `${state.url}${path}`)
}

function createComment(state: GitHubState, { params, body, caller }: Call): GitHubAnswer {
  const pull = state.history.pulls.get(Number(params['issue_number']))
  if (pull === undefined) return NOT_FOUND
  if (pull.locked) return gitHubError(403, 'Unable to create comment because issue is locked.')
  const fault = refuseBody(body['body'])
  if (fault !== undefined) return fault
  const comment = addComment(state, { pull: pull.number, author: caller, body: String(body['body']) })
  return { status: 201, body: commentJson(state)(comment) }
}

function updateComment(state: GitHubState, { params, body }: Call): GitHubAnswer {
  const comment = state.comments.find(({ id }) => id === Number(params['comment_id']))
  if (comment === undefined) return NOT_FOUND
  const fault = refuseBody(body['body'])
  if (fault !== undefined) return fault
  // GitHub permits a writer to edit comments of others. The action must recognize its own comments.
  comment.body = String(body['body'])
  comment.edits += 1
  return { status: 200, body: commentJson(state)(comment) }
}

export function addComment(
  state: GitHubState,
  { pull, author, body }: Pick<FakeComment, 'pull' | 'author' | 'body'>,
): FakeComment {
  const id = (state.comments.at(-1)?.id ?? 2_000_000_000) + 1
  const comment: FakeComment = { id, pull, author, body, minimized: undefined, edits: 0 }
  state.comments.push(comment)
  return comment
}

function refuseBody(body: unknown): GitHubAnswer | undefined {
  const invalid = (message: string): GitHubAnswer =>
    gitHubError(422, 'Validation Failed', [
      { resource: 'IssueComment', code: 'unprocessable', field: 'data', message },
    ])
  if (typeof body !== 'string' || body.trim() === '') return invalid("Body can't be blank")
  const isTooLong = Array.from(body).length > MAX_COMMENT_CHARACTERS
  return isTooLong ? invalid(`Body is too long (maximum is ${MAX_COMMENT_CHARACTERS} characters)`) : undefined
}

export const nodeId = ({ id }: FakeComment): string => `IC_${id}`

const commentJson =
  (state: GitHubState) =>
  (comment: FakeComment): unknown => ({
    id: comment.id,
    node_id: nodeId(comment),
    html_url: `https://github.com/${state.owner}/${state.repo}/pull/${comment.pull}#issuecomment-${comment.id}`,
    body: comment.body,
    user: comment.author,
    author_association: comment.author.type === 'Bot' ? 'NONE' : 'MEMBER',
  })

function listPullsOfCommit(state: GitHubState, { params, query }: Call): GitHubAnswer {
  const sha = params['commit_sha'] ?? ''
  if (!state.history.has(sha)) return gitHubError(422, `No commit found for SHA: ${sha}`)
  const isBehind = state.indexLag > 0
  state.indexLag = Math.max(0, state.indexLag - 1)
  const pulls = isBehind ? [] : state.history.pullsWith(sha)
  const path = `/repositories/${state.repositoryId}/commits/${sha}/pulls`
  return page(
    pulls.map((pull) => pullJson(state, pull)),
    query,
    `${state.url}${path}`,
  )
}

function readPull(state: GitHubState, { params }: Call): GitHubAnswer {
  const pull = state.history.pulls.get(Number(params['pull_number']))
  if (pull === undefined) return NOT_FOUND
  const more = { merged: pull.mergedAt !== null, commits: pull.commits.length }
  return { status: 200, body: { ...pullJson(state, pull), ...more } }
}

function listPulls(state: GitHubState, { query }: Call): GitHubAnswer {
  const asked = [...state.history.pulls.values()].filter((pull) => isAskedFor(pull, query, state.owner))
  return page(
    asked.map((pull) => pullJson(state, pull)),
    query,
    `${state.url}/repositories/${state.repositoryId}/pulls`,
  )
}

function createPull(state: GitHubState, { body, caller }: Call): GitHubAnswer {
  const { history } = state
  const [branch, base] = [String(body['head']), String(body['base'])]
  const [tip, baseTip] = [history.branchHead(branch), history.branchHead(base)]
  const invalid = (message: string): GitHubAnswer =>
    gitHubError(422, 'Validation Failed', [{ resource: 'PullRequest', code: 'custom', message }])
  if (tip === undefined || baseTip === undefined) return invalid('head or base is invalid')
  const commits = history.missing(baseTip, tip)
  if (commits.length === 0) return invalid(`No commits between ${base} and ${branch}`)
  const isTwin = ({ state: now, branch: other }: FakePull): boolean => now === 'open' && other === branch
  if ([...history.pulls.values()].some(isTwin))
    return invalid(`A pull request already exists for ${state.owner}:${branch}.`)
  const texts = { title: String(body['title']), body: textIn(body, 'body') ?? '' }
  const fault = refuseBody(texts.body)
  if (fault !== undefined) return fault
  const pull = history.openPull({ ...texts, author: caller, base, branch, commits })
  return { status: 201, body: pullJson(state, pull) }
}

function updatePull(state: GitHubState, { params, body }: Call): GitHubAnswer {
  const pull = state.history.pulls.get(Number(params['pull_number']))
  if (pull === undefined) return NOT_FOUND
  pull.title = textIn(body, 'title') ?? pull.title
  pull.body = textIn(body, 'body') ?? pull.body
  if (body['state'] === 'open' || body['state'] === 'closed') pull.state = body['state']
  return { status: 200, body: pullJson(state, pull) }
}

function pullJson(
  { owner, repo, repositoryId, history }: GitHubState,
  pull: FakePull,
): Record<string, unknown> {
  const repository = { id: repositoryId, full_name: `${owner}/${repo}` }
  return {
    number: pull.number,
    title: pull.title,
    body: pull.body,
    state: pull.state,
    locked: pull.locked,
    html_url: `https://github.com/${owner}/${repo}/pull/${pull.number}`,
    user: pull.author,
    merged_at: pull.mergedAt,
    merge_commit_sha: pull.mergeSha,
    head: {
      ref: pull.branch ?? `change-${pull.number}`,
      sha: history.branchHead(pull.branch ?? '') ?? pull.commits.at(-1),
      repo: pull.isFork ? { id: 666, full_name: `contributor/${repo}` } : repository,
    },
    base: { ref: pull.base, repo: repository },
  }
}

function dispatch({ workflows, history }: GitHubState, { params, body }: Call): GitHubAnswer {
  const [file, ref] = [params['workflow_id'] ?? '', String(body['ref'])]
  if (!workflows.known.has(file)) return NOT_FOUND
  if (history.branchHead(ref) === undefined) return gitHubError(422, `No ref found for: ${ref}`)
  workflows.started.push({ file, ref })
  return { status: 204, body: undefined }
}

function listReviews({ history, url, repositoryId }: GitHubState, { params, query }: Call): GitHubAnswer {
  const pull = history.pulls.get(Number(params['pull_number']))
  if (pull === undefined) return NOT_FOUND
  const reviews = pull.reviews.map(({ author, state, commit, submittedAt }, index) => ({
    ...{ id: index + 1, user: author, state, commit_id: commit, submitted_at: submittedAt },
  }))
  return page(reviews, query, `${url}/repositories/${repositoryId}/pulls/${pull.number}/reviews`)
}
