import type { GitHub } from './octokit'
import {
  findOwnContent,
  markerOf,
  noneOnGitHubError,
  type OwnContent,
  SUPERSEDED,
  type Topic,
} from './own-content'
import { retryWrite } from './retry-write'
import { tokenOwnerId } from './token-owner'

export interface IssueRequest {
  readonly topic: Topic
  readonly stack: string
  /** Only for a new issue. */
  readonly title: string
  /** Markdown. */
  readonly body: string
  readonly state: 'open' | 'closed'
}

export interface IssueOutcome {
  readonly kind: 'opened' | 'reopened' | 'updated' | 'closed' | 'absent'
  /** Empty for `absent`. */
  readonly url: string
}

/**
 * Opens, updates, closes or reopens the own issue on a topic and stack. An issue that a person closed stays
 * closed.
 *
 * @throws GitHubError
 */
export async function syncIssue(github: GitHub, request: IssueRequest): Promise<IssueOutcome> {
  return retryWrite(github, () => syncOnce(github, request))
}

interface IssueOwner {
  readonly marker: string
  readonly ownerId: number
}

async function syncOnce(github: GitHub, request: IssueRequest): Promise<IssueOutcome> {
  const marker = markerOf(request.topic, request.stack)
  const owner = { marker, ownerId: await tokenOwnerId(github) }
  const body = `${marker}\n${request.body}`
  const [oldest, ...duplicates] = await findOwnIssues(github, owner, 'open')
  if (request.state === 'open' && oldest === undefined)
    return reopenOrCreate(github, owner, { title: request.title, body })
  if (oldest === undefined) return { kind: 'absent', url: '' }
  for (const duplicate of duplicates) await closeDuplicate(github, duplicate, marker)
  if (request.state === 'closed') {
    await editIssue(github, oldest.id, { body, state: 'closed', state_reason: 'completed' })
    return { kind: 'closed', url: oldest.url }
  }
  if (oldest.body !== body) await editIssue(github, oldest.id, { body })
  return { kind: 'updated', url: oldest.url }
}

const findOwnIssues = (
  github: GitHub,
  owner: IssueOwner,
  state: 'open' | 'closed',
): Promise<readonly OwnContent[]> =>
  findOwnContent(github, owner, (select) =>
    github.octokit.paginate(
      'GET /repos/{owner}/{repo}/issues',
      { ...github.repo, state, per_page: 100 },
      select,
    ),
  )

async function reopenOrCreate(
  github: GitHub,
  owner: IssueOwner,
  issue: Pick<IssueRequest, 'title' | 'body'>,
): Promise<IssueOutcome> {
  const last = (await findOwnIssues(github, owner, 'closed')).at(-1)
  if (last === undefined || !(await wasClosedBy(github, last.id, owner.ownerId)))
    return createIssue(github, owner, issue)
  await editIssue(github, last.id, { body: issue.body, state: 'open', state_reason: 'reopened' })
  return { kind: 'reopened', url: last.url }
}

/** Lists may omit `closed_by`. */
async function wasClosedBy(github: GitHub, issue: number, ownerId: number): Promise<boolean> {
  const { data } = await github.octokit.request('GET /repos/{owner}/{repo}/issues/{issue_number}', {
    ...github.repo,
    issue_number: issue,
  })
  return data.closed_by?.id === ownerId
}

async function createIssue(
  github: GitHub,
  owner: IssueOwner,
  issue: Pick<IssueRequest, 'title' | 'body'>,
): Promise<IssueOutcome> {
  const { data } = await github.octokit.request('POST /repos/{owner}/{repo}/issues', {
    ...github.repo,
    ...issue,
  })
  // A concurrent run may have opened one too. The last run sees both.
  const [oldest, ...duplicates] = await findOwnIssues(github, owner, 'open').catch(noneOnGitHubError)
  for (const duplicate of duplicates) await closeDuplicate(github, duplicate, owner.marker)
  return { kind: 'opened', url: oldest?.url ?? data.html_url }
}

interface IssueChange {
  readonly body: string
  readonly state?: 'open' | 'closed'
  readonly state_reason?: 'completed' | 'not_planned' | 'reopened'
}

async function editIssue(github: GitHub, issue: number, change: IssueChange): Promise<void> {
  await github.octokit.request('PATCH /repos/{owner}/{repo}/issues/{issue_number}', {
    ...github.repo,
    issue_number: issue,
    ...change,
  })
}

/** Closes an issue and removes its marker, so that it is never reopened. */
async function closeDuplicate(github: GitHub, { id, body }: OwnContent, marker: string): Promise<void> {
  const change = {
    body: body.replace(marker, SUPERSEDED),
    state: 'closed',
    state_reason: 'not_planned',
  } as const
  await editIssue(github, id, change)
}
