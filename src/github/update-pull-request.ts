import { commitOn, type FileChange, moveBranch, readFileAt, getBranchHead } from './branch'
import { GitHubError } from './error'
import type { GitHub } from './octokit'
import { proposedIn, withoutMarker } from '../text/update-marker'
import { tokenOwnerId } from './token-owner'
import { itemsOf, numberAt, textAt } from '../text/json'

/** One changed file, as a pull request from a branch of ours. */
export interface Proposal extends Omit<FileChange, 'message'> {
  readonly base: string
  /** Commit of the base branch that the file was read from. */
  readonly baseSha: string
  readonly branch: string
  readonly title: string
  readonly body: string
}

export interface OpenPull {
  readonly number: number
  readonly url: string
  readonly title: string
  readonly body: string
}

export type Proposed =
  | {
      readonly kind: 'opened' | 'updated' | 'unchanged'
      readonly pull: OpenPull
      /** Head of the branch. */
      readonly sha: string
    }
  /** Someone else has pushed to the branch, whose work is not ours to throw away. */
  | { readonly kind: 'foreign'; readonly pull: OpenPull | undefined }

export type Withdrawn =
  { readonly kind: 'closed' | 'foreign'; readonly pull: OpenPull } | { readonly kind: 'absent' }

const ATTEMPTS = 3
const PAUSE_MS = 2_000

/**
 * Opens the one pull request from the branch, or brings it up to date: its commit, title and text.
 *
 * @throws GitHubError
 */
export async function propose(github: GitHub, proposal: Proposal): Promise<Proposed> {
  for (let attempt = 1; ; attempt++) {
    try {
      return await proposeOnce(github, proposal)
    } catch (error) {
      // One whose making was not confirmed may be there now.
      const isLost = error instanceof GitHubError && error.facts.method === 'POST' && error.isUncertain
      if (attempt >= ATTEMPTS || !isLost) throw error
      await github.clock.sleep(PAUSE_MS * attempt)
    }
  }
}

async function proposeOnce(github: GitHub, proposal: Proposal): Promise<Proposed> {
  const { branch, baseSha, path, content, title, body } = proposal
  const pull = await findPull(github, proposal)
  const tip = await getBranchHead(github, branch)
  if (tip !== undefined && !(await isOurs(github, baseSha, tip))) {
    // Whoever closes it to make room does not decline what it proposed.
    if (pull !== undefined) await unmark(github, pull)
    return { kind: 'foreign', pull }
  }
  const isSame = tip !== undefined && (await readFileAt(github, { path, sha: tip })) === content
  const sha = isSame ? tip : await commitOn(github, baseSha, { path, content, message: title })
  if (!isSame) await point(github, { branch, sha, exists: tip !== undefined })
  if (pull === undefined) return { kind: 'opened', pull: await open(github, proposal), sha }
  if (isSame && pull.title === title && pull.body === body) return { kind: 'unchanged', pull, sha }
  await github.octokit.request('PATCH /repos/{owner}/{repo}/pulls/{pull_number}', {
    ...github.repo,
    pull_number: pull.number,
    title,
    body,
  })
  return { kind: 'updated', pull, sha }
}

/** Closes the pull request that nothing speaks for any more, and deletes its branch. Nobody has declined it. */
export async function withdraw(
  github: GitHub,
  place: Pick<Proposal, 'branch' | 'base' | 'baseSha'> & { readonly why: string },
): Promise<Withdrawn> {
  const pull = await findPull(github, place)
  if (pull === undefined) return { kind: 'absent' }
  const tip = await getBranchHead(github, place.branch)
  if (tip !== undefined && !(await isOurs(github, place.baseSha, tip))) return { kind: 'foreign', pull }
  await github.octokit.request('POST /repos/{owner}/{repo}/issues/{issue_number}/comments', {
    ...github.repo,
    issue_number: pull.number,
    body: place.why,
  })
  await github.octokit.request('PATCH /repos/{owner}/{repo}/pulls/{pull_number}', {
    ...github.repo,
    pull_number: pull.number,
    state: 'closed',
    body: withoutMarker(pull.body),
  })
  if (tip !== undefined) {
    await github.octokit.request('DELETE /repos/{owner}/{repo}/git/refs/{ref}', {
      ...github.repo,
      ref: `heads/${place.branch}`,
    })
  }
  return { kind: 'closed', pull }
}

async function findPull(
  github: GitHub,
  place: Pick<Proposal, 'branch' | 'base'>,
): Promise<OpenPull | undefined> {
  const [found] = await listPulls(github, { ...place, state: 'open' })
  return found === undefined ? undefined : parsePull(found)
}

async function unmark(github: GitHub, pull: OpenPull): Promise<void> {
  const body = withoutMarker(pull.body)
  if (body === pull.body) return
  await github.octokit.request('PATCH /repos/{owner}/{repo}/pulls/{pull_number}', {
    ...github.repo,
    pull_number: pull.number,
    body,
  })
}

/** Versions whose pull request somebody has closed without merging it, as `proposedIn` names them. */
export async function findDeclined(
  github: GitHub,
  place: Pick<Proposal, 'branch' | 'base'>,
): Promise<ReadonlyMap<string, OpenPull>> {
  const closed = await listPulls(github, { ...place, state: 'closed' })
  const unmerged = closed.filter((one) => textAt(one, 'merged_at') === undefined).map(parsePull)
  const declined = new Map<string, OpenPull>()
  for (const pull of unmerged) for (const version of proposedIn(pull.body)) declined.set(version, pull)
  if (declined.size === 0) return declined
  // One that was reopened, say.
  for (const version of proposedIn((await findPull(github, place))?.body ?? '')) declined.delete(version)
  return declined
}

/** The last hundred from the branch, the newest first. */
async function listPulls(
  github: GitHub,
  { branch, base, state }: Pick<Proposal, 'branch' | 'base'> & { readonly state: 'open' | 'closed' },
): Promise<readonly unknown[]> {
  const { data } = await github.octokit.request('GET /repos/{owner}/{repo}/pulls', {
    ...github.repo,
    state,
    head: `${github.repo.owner}:${branch}`,
    base,
    per_page: 100,
  })
  // GitHub leaves a filter out that it cannot make sense of.
  return itemsOf(data).filter((one) => textAt(one, 'head', 'ref') === branch)
}

function parsePull(data: unknown): OpenPull {
  return {
    number: numberAt(data, 'number') ?? 0,
    url: textAt(data, 'html_url') ?? '',
    title: textAt(data, 'title') ?? '',
    body: textAt(data, 'body') ?? '',
  }
}

/** Whether all that the branch adds was committed by the owner of the token; a merge of the base adds nothing. */
async function isOurs(github: GitHub, baseSha: string, tip: string): Promise<boolean> {
  const { data } = await github.octokit.request('GET /repos/{owner}/{repo}/compare/{basehead}', {
    ...github.repo,
    basehead: `${baseSha}...${tip}`,
    per_page: 100,
  })
  const commits = itemsOf(data.commits).filter((one) => parentsOf(one) < 2)
  if (data.ahead_by > data.commits.length) return false
  if (commits.length === 0) return true
  const self = await tokenOwnerId(github)
  return commits.every((one) => numberAt(one, 'author', 'id') === self)
}

function parentsOf(commit: unknown): number {
  return typeof commit === 'object' && commit !== null && 'parents' in commit
    ? itemsOf(commit.parents).length
    : 0
}

async function point(
  github: GitHub,
  { branch, sha, exists }: { readonly branch: string; readonly sha: string; readonly exists: boolean },
): Promise<void> {
  if (exists) return moveBranch(github, { branch, sha, force: true })
  await github.octokit.request('POST /repos/{owner}/{repo}/git/refs', {
    ...github.repo,
    ref: `refs/heads/${branch}`,
    sha,
  })
}

async function open(github: GitHub, { title, body, branch, base }: Proposal): Promise<OpenPull> {
  const { data } = await github.octokit.request('POST /repos/{owner}/{repo}/pulls', {
    ...github.repo,
    title,
    body,
    head: branch,
    base,
  })
  return parsePull(data)
}
