import { markerOf, SUPERSEDED, type Topic } from './comment'
import { GitHubError } from './error'
import type { GitHub } from './octokit'
import { tokenOwnerId } from './token-owner'
import { itemsOf, numberAt, textAt, valueAt } from '../text/json'

export interface IssueRequest {
  readonly topic: Topic
  readonly stack: string
  /** For a new one; people may rename it afterwards. */
  readonly title: string
  /** Markdown. */
  readonly body: string
  readonly wanted: 'open' | 'closed'
}

export interface IssueOutcome {
  /** `absent`: there is none, and none is wanted. */
  readonly kind: 'opened' | 'reopened' | 'updated' | 'closed' | 'absent'
  /** Empty when it is absent. */
  readonly url: string
}

const ATTEMPTS = 3
const PAUSE_MS = 2_000

/**
 * Keeps the one issue on this topic and stack: opens, updates, closes or reopens it.
 *
 * Ours is what begins with our marker and was opened by the owner of the token. One that a person closed stays
 * closed: whoever closed it has seen it, and what comes after is another matter.
 *
 * @throws GitHubError
 */
export async function keepIssue(github: GitHub, request: IssueRequest): Promise<IssueOutcome> {
  for (let attempt = 1; ; attempt++) {
    try {
      return await keep(github, request)
    } catch (error) {
      if (attempt >= ATTEMPTS || !isWorthAnotherLook(error)) throw error
      await github.clock.sleep(PAUSE_MS * attempt)
    }
  }
}

/** One whose making was not confirmed may be there now; one that was just deleted is not. */
function isWorthAnotherLook(error: unknown): boolean {
  if (!(error instanceof GitHubError)) return false
  const { method } = error.facts
  return method === 'POST' ? error.isUncertain : method === 'PATCH' && error.status === 404
}

interface Issue {
  readonly number: number
  readonly url: string
  readonly body: string
}

interface Place {
  readonly marker: string
  /** Whose issues are ours. */
  readonly self: number
}

async function keep(github: GitHub, request: IssueRequest): Promise<IssueOutcome> {
  const marker = markerOf(request.topic, request.stack)
  const place = { marker, self: await tokenOwnerId(github) }
  const body = `${marker}\n${request.body}`
  const [oldest, ...twins] = await findOurs(github, place, 'open')
  if (request.wanted === 'open' && oldest === undefined) return revive(github, place, { ...request, body })
  if (oldest === undefined) return { kind: 'absent', url: '' }
  for (const twin of twins) await closeTwin(github, twin, marker)
  if (request.wanted === 'closed') {
    await edit(github, oldest, { body, state: 'closed', state_reason: 'completed' })
    return { kind: 'closed', url: oldest.url }
  }
  if (oldest.body !== body) await edit(github, oldest, { body })
  return { kind: 'updated', url: oldest.url }
}

/** Our issues in this state, oldest first. Pull requests come in the same list. */
async function findOurs(
  github: GitHub,
  { marker, self }: Place,
  state: 'open' | 'closed',
): Promise<readonly Issue[]> {
  const found = await github.octokit.paginate(
    'GET /repos/{owner}/{repo}/issues',
    { ...github.repo, state, per_page: 100 },
    ({ data }) =>
      itemsOf(data).filter(
        (one) =>
          valueAt(one, 'pull_request') === undefined &&
          numberAt(one, 'user', 'id') === self &&
          textAt(one, 'body')?.startsWith(marker) === true,
      ),
  )
  return found.flatMap(parseIssue).sort((a, b) => a.number - b.number)
}

function parseIssue(data: unknown): Issue[] {
  const number = numberAt(data, 'number')
  const url = textAt(data, 'html_url')
  return number === undefined || url === undefined ? [] : [{ number, url, body: textAt(data, 'body') ?? '' }]
}

/** Reopens the last one if it was we who closed it, else opens a new one. */
async function revive(
  github: GitHub,
  place: Place,
  { title, body }: Pick<IssueRequest, 'title' | 'body'>,
): Promise<IssueOutcome> {
  const last = (await findOurs(github, place, 'closed')).at(-1)
  if (last === undefined || !(await isClosedBy(github, last, place.self)))
    return create(github, place, { title, body })
  await edit(github, last, { body, state: 'open', state_reason: 'reopened' })
  return { kind: 'reopened', url: last.url }
}

/** A list may leave out who closed what it lists. */
async function isClosedBy(github: GitHub, { number }: Issue, self: number): Promise<boolean> {
  const { data } = await github.octokit.request('GET /repos/{owner}/{repo}/issues/{issue_number}', {
    ...github.repo,
    issue_number: number,
  })
  return data.closed_by?.id === self
}

async function create(
  github: GitHub,
  place: Place,
  { title, body }: Pick<IssueRequest, 'title' | 'body'>,
): Promise<IssueOutcome> {
  const { data } = await github.octokit.request('POST /repos/{owner}/{repo}/issues', {
    ...github.repo,
    title,
    body,
  })
  const made: Issue = { number: data.number, url: data.html_url, body }
  // Another run may have opened one at the same time; whichever looks last sees both, and the oldest stays.
  const [oldest = made, ...twins] = await findOurs(github, place, 'open').catch(orNone)
  for (const twin of twins) await closeTwin(github, twin, place.marker)
  return { kind: 'opened', url: oldest.url }
}

function orNone(error: unknown): readonly Issue[] {
  if (error instanceof GitHubError) return []
  throw error
}

interface IssueChange {
  readonly body: string
  readonly state?: 'open' | 'closed'
  readonly state_reason?: 'completed' | 'not_planned' | 'reopened'
}

async function edit(github: GitHub, { number }: Issue, change: IssueChange): Promise<void> {
  await github.octokit.request('PATCH /repos/{owner}/{repo}/issues/{issue_number}', {
    ...github.repo,
    issue_number: number,
    ...change,
  })
}

/** Closes one that says what another says, and takes our marker out of it, so that it is never reopened. */
async function closeTwin(github: GitHub, twin: Issue, marker: string): Promise<void> {
  const body = twin.body.replace(marker, SUPERSEDED)
  await edit(github, twin, { body, state: 'closed', state_reason: 'not_planned' })
}
