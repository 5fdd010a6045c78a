import { GitHubError } from './error'
import { type GitHub, graphql } from './octokit'
import {
  findOwnContent,
  markerOf,
  noneOnGitHubError,
  type OwnContent,
  SUPERSEDED,
  type Topic,
} from './own-content'
import { retryWrite } from './retry-write'
import { numberAt, textAt } from '../text/json'
import { withoutFullStop } from '../text/format'

export interface CommentRequest {
  readonly pull: number
  readonly topic: Topic
  readonly stack: string
  /** Markdown. */
  readonly body: string
  /** Default: `create`. */
  readonly whenMissing?: 'create' | 'skip'
  /** `replace` notifies people. Default: `edit`. */
  readonly whenPresent?: 'edit' | 'replace'
}

export type CommentOutcome =
  | {
      readonly kind: 'written'
      readonly url: string
      /** Number of collapsed older comments. */
      readonly superseded: number
    }
  | { readonly kind: 'absent' }
  | { readonly kind: 'failed'; readonly reason: string }

/** Updates the newest own comment on a topic and stack, or creates one. */
export async function upsertComment(github: GitHub, request: CommentRequest): Promise<CommentOutcome> {
  try {
    return await writeComment(github, request)
  } catch (error) {
    if (!(error instanceof GitHubError)) throw error
    return { kind: 'failed', reason: explainFailure(error, request) }
  }
}

async function writeComment(github: GitHub, request: CommentRequest): Promise<CommentOutcome> {
  const target = { pull: request.pull, marker: markerOf(request.topic, request.stack) }
  const body = `${target.marker}\n${request.body}`
  return retryWrite(github, async () => {
    const own = await findOwnComments(github, target)
    const newest = own.at(-1)
    if (newest === undefined && request.whenMissing === 'skip') return { kind: 'absent' }
    const isReplaced = request.whenPresent === 'replace' && newest?.body !== body
    if (newest === undefined || isReplaced) return createComment(github, target, body)
    const url = newest.body === body ? newest.url : await editComment(github, newest.id, body)
    return { kind: 'written', url, superseded: await supersede(github, own.slice(0, -1), target.marker) }
  })
}

/**
 * Reads the newest own comment on a topic and stack, without its marker.
 *
 * @throws GitHubError
 */
export async function readComment(
  github: GitHub,
  { pull, topic, stack }: Pick<CommentRequest, 'pull' | 'topic' | 'stack'>,
): Promise<string | undefined> {
  const marker = markerOf(topic, stack)
  const own = await findOwnComments(github, { pull, marker })
  return own.at(-1)?.body.slice(marker.length + 1)
}

interface CommentTarget {
  readonly pull: number
  readonly marker: string
}

const findOwnComments = (
  github: GitHub,
  { pull, marker }: CommentTarget,
  ownerId?: number,
): Promise<readonly OwnContent[]> =>
  findOwnContent(github, { marker, ownerId }, (select) =>
    github.octokit.paginate(
      'GET /repos/{owner}/{repo}/issues/{issue_number}/comments',
      { ...github.repo, issue_number: pull, per_page: 100 },
      select,
    ),
  )

async function createComment(github: GitHub, target: CommentTarget, body: string): Promise<CommentOutcome> {
  const { data } = await github.octokit.request('POST /repos/{owner}/{repo}/issues/{issue_number}/comments', {
    ...github.repo,
    issue_number: target.pull,
    body,
  })
  // A concurrent run may have created one too. The last run sees both.
  const own = await findOwnComments(github, target, numberAt(data, 'user', 'id')).catch(noneOnGitHubError)
  const superseded = await supersede(github, own.slice(0, -1), target.marker)
  return { kind: 'written', url: own.at(-1)?.url ?? textAt(data, 'html_url') ?? '', superseded }
}

async function editComment(github: GitHub, id: number, body: string): Promise<string> {
  const { data } = await github.octokit.request('PATCH /repos/{owner}/{repo}/issues/comments/{comment_id}', {
    ...github.repo,
    comment_id: id,
    body,
  })
  return textAt(data, 'html_url') ?? ''
}

const MINIMIZE = `mutation ($id: ID!) {
  minimizeComment(input: { subjectId: $id, classifier: OUTDATED }) { minimizedComment { isMinimized } }
}`

/** Collapses comments and removes their marker, so that no run edits them again. */
async function supersede(github: GitHub, comments: readonly OwnContent[], marker: string): Promise<number> {
  let count = 0
  for (const { id, nodeId, body } of comments) {
    try {
      await graphql(github, MINIMIZE, { id: nodeId })
      await editComment(github, id, body.replace(marker, SUPERSEDED))
      count += 1
    } catch (error) {
      // The next run tries again.
      if (!(error instanceof GitHubError)) throw error
    }
  }
  return count
}

function explainFailure(error: GitHubError, { pull, body }: CommentRequest): string {
  if (error.status === 422 && /too long/i.test(error.serverMessage)) {
    return `The comment on pull request #${pull} is too long for GitHub (${body.length} characters): ${withoutFullStop(error.serverMessage)}.`
  }
  if (error.status === 403 && /locked/i.test(error.serverMessage)) {
    return `Pull request #${pull} was not commented because its conversation is locked. Unlock it and re-run the job.`
  }
  return `Pull request #${pull} was not commented. ${error.message}`
}
