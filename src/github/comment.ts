import { GitHubError } from './error'
import { type GitHub, graphql } from './octokit'
import { tokenOwnerId } from './token-owner'
import { itemsOf, numberAt, textAt } from '../text/json'

/** What a text is about; each has its own comment on a pull request, or its own issue, for each stack. */
export type Topic = 'plan' | 'plan-changed' | 'drift'

export interface CommentRequest {
  readonly pull: number
  readonly topic: Topic
  readonly stack: string
  /** Markdown. */
  readonly body: string
  /** Where there is no comment yet: `make` one (default), or leave it at that. */
  readonly first?: 'make' | 'leave'
}

export type CommentOutcome =
  | {
      readonly kind: 'written'
      readonly url: string
      /** Earlier comments of ours on the same that are collapsed now. */
      readonly superseded: number
    }
  /** There was none, and none was to be made. */
  | { readonly kind: 'absent' }
  /** There is no comment; a sentence says why. */
  | { readonly kind: 'refused'; readonly reason: string }

const ATTEMPTS = 3
const PAUSE_MS = 2_000
export const SUPERSEDED = '<!-- langfuse-deploy:superseded -->'

/**
 * Writes the one comment on this topic and stack: edits the newest of ours, or makes the first.
 *
 * Ours is what begins with our marker and was written by the owner of the token, by id: a marker can be copied and
 * a login can change hands. The comment is for people; nothing that it says is ever read back.
 */
export async function upsertComment(github: GitHub, request: CommentRequest): Promise<CommentOutcome> {
  try {
    return await write(github, request)
  } catch (error) {
    if (!(error instanceof GitHubError)) throw error
    return { kind: 'refused', reason: refusal(error, request) }
  }
}

/** The first line of a text. A stack's name cannot end it: `>` is escaped, and so is a dash before another. */
export function markerOf(topic: Topic, stack: string): string {
  // A lone surrogate has no bytes, and encodeURIComponent throws at it.
  const name = encodeURIComponent(Buffer.from(stack).toString()).replace(/-(?=-)/g, '%2D')
  return `<!-- langfuse-deploy:${topic}:${name} -->`
}

async function write(github: GitHub, request: CommentRequest): Promise<CommentOutcome> {
  const marker = markerOf(request.topic, request.stack)
  const body = `${marker}\n${request.body}`
  const place = { pull: request.pull, marker }
  for (let attempt = 1; ; attempt++) {
    const ours = await findOurs(github, place)
    const newest = ours.at(-1)
    try {
      if (newest === undefined && request.first === 'leave') return { kind: 'absent' }
      if (newest === undefined) return await create(github, place, body)
      const url = newest.body === body ? newest.url : await edit(github, newest.id, body)
      return { kind: 'written', url, superseded: await supersede(github, ours.slice(0, -1), marker) }
    } catch (error) {
      if (attempt >= ATTEMPTS || !isWorthAnotherLook(error, newest)) throw error
      await github.clock.sleep(PAUSE_MS * attempt)
    }
  }
}

/** A comment that was just deleted is made anew; one whose making was not confirmed may be there now. */
function isWorthAnotherLook(error: unknown, existing: Comment | undefined): boolean {
  if (!(error instanceof GitHubError)) return false
  return existing === undefined ? error.isUncertain : error.status === 404
}

interface Comment {
  readonly id: number
  /** For GraphQL. */
  readonly nodeId: string
  readonly url: string
  readonly body: string
  readonly authorId: number | undefined
}

interface Place {
  readonly pull: number
  readonly marker: string
}

/** Our comments, oldest first. @param authorId of the token's owner, if it is known already */
async function findOurs(
  github: GitHub,
  { pull, marker }: Place,
  authorId?: number,
): Promise<readonly Comment[]> {
  const marked = await github.octokit.paginate(
    'GET /repos/{owner}/{repo}/issues/{issue_number}/comments',
    { ...github.repo, issue_number: pull, per_page: 100 },
    ({ data }) =>
      itemsOf(data)
        .flatMap(parseComment)
        .filter(({ body }) => body.startsWith(marker)),
  )
  if (marked.length === 0) return []
  const self = authorId ?? (await tokenOwnerId(github))
  return marked.filter((comment) => comment.authorId === self).sort((a, b) => a.id - b.id)
}

function parseComment(data: unknown): Comment[] {
  const id = numberAt(data, 'id')
  const [nodeId, url] = [textAt(data, 'node_id'), textAt(data, 'html_url')]
  if (id === undefined || nodeId === undefined || url === undefined) return []
  const authorId = numberAt(data, 'user', 'id')
  return [{ id, nodeId, url, body: textAt(data, 'body') ?? '', authorId }]
}

async function create(github: GitHub, place: Place, body: string): Promise<CommentOutcome> {
  const { data } = await github.octokit.request('POST /repos/{owner}/{repo}/issues/{issue_number}/comments', {
    ...github.repo,
    issue_number: place.pull,
    body,
  })
  // Another run may have made one at the same time; whichever looks last sees both, and the newest stays.
  const ours = await findOurs(github, place, numberAt(data, 'user', 'id')).catch(orNone)
  const superseded = await supersede(github, ours.slice(0, -1), place.marker)
  return { kind: 'written', url: ours.at(-1)?.url ?? textAt(data, 'html_url') ?? '', superseded }
}

function orNone(error: unknown): readonly Comment[] {
  if (error instanceof GitHubError) return []
  throw error
}

async function edit(github: GitHub, id: number, body: string): Promise<string> {
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

/** Collapses comments and takes our marker out of them, so that no later run edits one that nobody sees. */
async function supersede(github: GitHub, comments: readonly Comment[], marker: string): Promise<number> {
  let count = 0
  for (const { id, nodeId, body } of comments) {
    try {
      await graphql(github, MINIMIZE, { id: nodeId })
      await edit(github, id, body.replace(marker, SUPERSEDED))
      count += 1
    } catch (error) {
      // The comment that counts is written; the next run tries this again.
      if (!(error instanceof GitHubError)) throw error
    }
  }
  return count
}

function refusal(error: GitHubError, { pull, body }: CommentRequest): string {
  if (error.status === 422 && /too long/i.test(error.words)) {
    return `The comment on pull request #${pull} is too long for GitHub, with ${body.length} characters: ${error.words}.`
  }
  if (error.status === 403 && /locked/i.test(error.words)) {
    return `Pull request #${pull} is locked, and the token may not comment there: unlock the conversation, and run the job again.`
  }
  return `There is no comment on pull request #${pull}. ${error.message}`
}
