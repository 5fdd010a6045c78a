import { createCommit, type FileChange, readFileAt, getBranchHead } from './branch'
import { isOwnBranch } from './branch-owner'
import { GitHubError } from './error'
import type { GitHub } from './octokit'
import { updateRefIfUnchanged } from './ref-update'
import { retryWrite } from './retry-write'
import { readProposedVersions, removeUpdateMarkers } from '../text/update-marker'
import { itemsOf, numberAt, textAt } from '../text/json'

export interface Proposal extends Omit<FileChange, 'message'> {
  readonly base: string
  /** Commit that the change is based on. */
  readonly baseSha: string
  readonly branch: string
  readonly title: string
  readonly body: string
}

export interface PullRequest {
  readonly number: number
  readonly url: string
  readonly title: string
  readonly body: string
}

export type ProposalOutcome =
  | {
      readonly kind: 'opened' | 'updated' | 'unchanged'
      readonly pull: PullRequest
      readonly sha: string
    }
  | { readonly kind: 'modified-by-others'; readonly pull: PullRequest | undefined }

export interface WithdrawalRequest extends Pick<Proposal, 'branch' | 'base' | 'baseSha' | 'path'> {
  /** Markdown. */
  readonly comment: string
}

export type WithdrawalOutcome =
  { readonly kind: 'closed' | 'modified-by-others'; readonly pull: PullRequest } | { readonly kind: 'absent' }

/** Each attempt sees another head of the branch, so another program or person is working on it. */
const MAX_ATTEMPTS = 5

/**
 * Opens the pull request from the branch, or updates its commit, title and body.
 * Commits of others are never overwritten, also if they are pushed meanwhile.
 *
 * @throws GitHubError
 */
export async function proposeUpdate(github: GitHub, proposal: Proposal): Promise<ProposalOutcome> {
  for (let attempt = 1; attempt <= MAX_ATTEMPTS; attempt++) {
    const outcome = await retryWrite(github, () => proposeOnce(github, proposal))
    if (outcome !== undefined) return outcome
  }
  return { kind: 'modified-by-others', pull: await findPull(github, proposal) }
}

/** @returns undefined if the branch got another head meanwhile */
async function proposeOnce(github: GitHub, proposal: Proposal): Promise<ProposalOutcome | undefined> {
  const { branch, baseSha, path, content, title, body } = proposal
  const pull = await findPull(github, proposal)
  const head = await getBranchHead(github, branch)
  if (head !== undefined && !(await isOwnBranch(github, { baseSha, head, path }))) {
    // Closing it does not decline the versions.
    if (pull !== undefined) await removeMarkers(github, pull)
    return { kind: 'modified-by-others', pull }
  }
  const isSame = head !== undefined && (await readFileAt(github, { path, sha: head })) === content
  const sha = isSame ? head : await createCommit(github, baseSha, { path, content, message: title })
  if (!isSame && !(await setBranchHead(github, { branch, sha, from: head }))) return undefined
  if (pull === undefined) return { kind: 'opened', pull: await createPullRequest(github, proposal), sha }
  if (isSame && pull.title === title && pull.body === body) return { kind: 'unchanged', pull, sha }
  await editPull(github, pull, { title, body })
  return { kind: 'updated', pull, sha }
}

/**
 * Closes a pull request, and deletes its branch. Its versions do not count as declined.
 *
 * @throws GitHubError
 */
export async function withdrawUpdate(github: GitHub, request: WithdrawalRequest): Promise<WithdrawalOutcome> {
  const pull = await findPull(github, request)
  if (pull === undefined) return { kind: 'absent' }
  // GitHub closes the pull request of a deleted branch, which must not decline its versions.
  await removeMarkers(github, pull)
  if (!(await deleteOwnBranch(github, request))) return { kind: 'modified-by-others', pull }
  await github.octokit.request('POST /repos/{owner}/{repo}/issues/{issue_number}/comments', {
    ...github.repo,
    issue_number: pull.number,
    body: request.comment,
  })
  await editPull(github, pull, { state: 'closed' })
  return { kind: 'closed', pull }
}

/**
 * Deletes a branch of this action, if it exists.
 *
 * @returns false if the branch has commits of others
 * @throws GitHubError
 */
export async function deleteOwnBranch(
  github: GitHub,
  { branch, baseSha, path }: Pick<Proposal, 'branch' | 'baseSha' | 'path'>,
): Promise<boolean> {
  for (let attempt = 1; attempt <= MAX_ATTEMPTS; attempt++) {
    const head = await getBranchHead(github, branch)
    if (head === undefined) return true
    if (!(await isOwnBranch(github, { baseSha, head, path }))) return false
    if (await updateRefIfUnchanged(github, { branch, from: head, to: undefined })) return true
  }
  return false
}

/**
 * Reads the descriptions of the open pull requests from branches.
 *
 * @throws GitHubError
 */
export async function readProposalBodies(
  github: GitHub,
  { base, branches }: { readonly base: string; readonly branches: readonly string[] },
): Promise<string[]> {
  const pulls = await Promise.all(branches.map((branch) => findPull(github, { base, branch })))
  return pulls.flatMap((pull) => pull?.body ?? [])
}

async function findPull(
  github: GitHub,
  branches: Pick<Proposal, 'branch' | 'base'>,
): Promise<PullRequest | undefined> {
  const [found] = await listPulls(github, { ...branches, state: 'open' })
  return found === undefined ? undefined : parsePull(found)
}

async function removeMarkers(github: GitHub, pull: PullRequest): Promise<void> {
  const body = removeUpdateMarkers(pull.body)
  if (body !== pull.body) await editPull(github, pull, { body })
}

async function editPull(
  github: GitHub,
  { number }: PullRequest,
  change: { readonly title?: string; readonly body?: string; readonly state?: 'closed' },
): Promise<void> {
  await github.octokit.request('PATCH /repos/{owner}/{repo}/pulls/{pull_number}', {
    ...github.repo,
    pull_number: number,
    ...change,
  })
}

/**
 * Returns the versions whose pull requests were closed without a merge.
 *
 * @throws GitHubError
 */
export async function findDeclined(
  github: GitHub,
  { base, branches }: { readonly base: string; readonly branches: readonly string[] },
): Promise<ReadonlyMap<string, PullRequest>> {
  const closed = await Promise.all(
    branches.map((branch) => listPulls(github, { base, branch, state: 'closed' })),
  )
  const unmerged = closed.flat().filter((one) => textAt(one, 'merged_at') === undefined)
  const declined = new Map<string, PullRequest>()
  for (const pull of unmerged.map(parsePull))
    for (const version of readProposedVersions(pull.body)) declined.set(version, pull)
  if (declined.size === 0) return declined
  // These are proposed again.
  const open = await readProposalBodies(github, { base, branches })
  for (const version of open.flatMap(readProposedVersions)) declined.delete(version)
  return declined
}

/** Lists the last hundred pull requests from a branch, newest first. */
export async function listPulls(
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
  // GitHub ignores an invalid filter, and a fork within the organization has the same owner.
  return itemsOf(data).filter(
    (one) =>
      textAt(one, 'head', 'ref') === branch &&
      numberAt(one, 'head', 'repo', 'id') === numberAt(one, 'base', 'repo', 'id'),
  )
}

export function parsePull(data: unknown): PullRequest {
  return {
    number: numberAt(data, 'number') ?? 0,
    url: textAt(data, 'html_url') ?? '',
    title: textAt(data, 'title') ?? '',
    body: textAt(data, 'body') ?? '',
  }
}

/** @returns false if the branch has another head than `from` */
export async function setBranchHead(
  github: GitHub,
  { branch, sha, from }: { readonly branch: string; readonly sha: string; readonly from: string | undefined },
): Promise<boolean> {
  if (from !== undefined) return updateRefIfUnchanged(github, { branch, from, to: sha })
  try {
    await github.octokit.request('POST /repos/{owner}/{repo}/git/refs', {
      ...github.repo,
      ref: `refs/heads/${branch}`,
      sha,
    })
    return true
  } catch (error) {
    if (error instanceof GitHubError && /already exists/i.test(error.serverMessage)) return false
    throw error
  }
}

export async function createPullRequest(
  github: GitHub,
  { title, body, branch, base }: Pick<Proposal, 'title' | 'body' | 'branch' | 'base'>,
): Promise<PullRequest> {
  const { data } = await github.octokit.request('POST /repos/{owner}/{repo}/pulls', {
    ...github.repo,
    title,
    body,
    head: branch,
    base,
  })
  return parsePull(data)
}
