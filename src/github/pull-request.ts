import { GitHubError } from './error'
import type { GitHub } from './octokit'
import { itemsOf, numberAt, textAt } from '../text/json'

export interface MergedPullRequest {
  readonly number: number
  readonly title: string
  readonly author: string
  readonly url: string
  /** A run of a fork has no credentials, so its plan was not reviewed. */
  readonly isFork: boolean
  /** The commit whose plan was reviewed. */
  readonly headSha: string
  /** Head of the base branch after the merge. */
  readonly mergeSha: string
  readonly mergedAt: string
}

export type CommitOrigin =
  | { readonly kind: 'found'; readonly pull: MergedPullRequest }
  | { readonly kind: 'none'; readonly reason: string }
  | { readonly kind: 'several'; readonly reason: string; readonly pulls: readonly MergedPullRequest[] }

export interface MergedCommit {
  readonly sha: string
  /** Such as `main`. */
  readonly baseRef: string
}

/** GitHub's commit index lags behind a merge by seconds. */
const INDEX_LAG_MS: readonly number[] = [1_000, 2_000, 4_000, 8_000]

/**
 * Finds the pull request that was merged as a commit, with any merge method.
 *
 * @throws GitHubError
 */
export async function findMergedPullRequest(
  github: GitHub,
  commit: MergedCommit,
  { waitsMs }: { readonly waitsMs: readonly number[] } = { waitsMs: INDEX_LAG_MS },
): Promise<CommitOrigin> {
  for (let attempt = 0; ; attempt++) {
    const candidates = await listPullRequests(github, commit.sha)
    const merged = await findMergers(github, commit, candidates)
    const [pull, ...others] = merged
    if (pull !== undefined && others.length === 0) return { kind: 'found', pull }
    if (pull !== undefined)
      return { kind: 'several', pulls: merged, reason: describeAmbiguity(commit, merged) }
    const waitMs = waitsMs[attempt]
    if (waitMs === undefined) return { kind: 'none', reason: describeAbsence(commit, candidates) }
    await github.clock.sleep(waitMs)
  }
}

/**
 * Returns the head commit of a pull request.
 *
 * @throws GitHubError
 */
export async function getHeadSha(github: GitHub, pull: number): Promise<string | undefined> {
  const { data } = await github.octokit.request('GET /repos/{owner}/{repo}/pulls/{pull_number}', {
    ...github.repo,
    pull_number: pull,
  })
  return textAt(data, 'head', 'sha')
}

/**
 * Reads whether a pull request comes from a fork, and whether it is closed.
 *
 * @throws GitHubError
 */
export async function readPullRequestState(
  github: GitHub,
  pull: number,
): Promise<{ readonly isFork: boolean; readonly isClosed: boolean }> {
  const { data } = await github.octokit.request('GET /repos/{owner}/{repo}/pulls/{pull_number}', {
    ...github.repo,
    pull_number: pull,
  })
  return { isFork: isFromFork(data), isClosed: textAt(data, 'state') === 'closed' }
}

/** GitHub returns null for the repository of a deleted fork. */
function isFromFork(data: unknown): boolean {
  const headRepository = numberAt(data, 'head', 'repo', 'id')
  return headRepository === undefined || headRepository !== numberAt(data, 'base', 'repo', 'id')
}

interface Candidate extends Omit<MergedPullRequest, 'mergeSha' | 'mergedAt'> {
  readonly state: string
  readonly baseRef: string
  readonly baseRepository: string
  readonly mergeSha: string | undefined
  readonly mergedAt: string | undefined
}

async function listPullRequests(github: GitHub, sha: string): Promise<readonly Candidate[]> {
  try {
    const found = await github.octokit.paginate(
      'GET /repos/{owner}/{repo}/commits/{commit_sha}/pulls',
      { ...github.repo, commit_sha: sha, per_page: 100 },
      ({ data }) => itemsOf(data).flatMap(parseCandidate),
    )
    const here = `${github.repo.owner}/${github.repo.repo}`.toLowerCase()
    return found.filter(({ baseRepository }) => baseRepository.toLowerCase() === here)
  } catch (error) {
    // The index does not contain the commit yet.
    if (error instanceof GitHubError && error.status === 422) return []
    throw error
  }
}

function parseCandidate(data: unknown): Candidate[] {
  const number = numberAt(data, 'number')
  const [headSha, baseRef] = [textAt(data, 'head', 'sha'), textAt(data, 'base', 'ref')]
  if (number === undefined || headSha === undefined || baseRef === undefined) return []
  return [
    {
      number,
      headSha,
      baseRef,
      isFork: isFromFork(data),
      baseRepository: textAt(data, 'base', 'repo', 'full_name') ?? '',
      title: textAt(data, 'title') ?? '',
      author: textAt(data, 'user', 'login') ?? 'ghost',
      url: textAt(data, 'html_url') ?? '',
      state: textAt(data, 'state') ?? '',
      mergeSha: textAt(data, 'merge_commit_sha'),
      mergedAt: textAt(data, 'merged_at'),
    },
  ]
}

/**
 * `merge_commit_sha` is the merge commit, the squashed commit, or the last rebased commit.
 * Other rebased commits need a comparison.
 */
async function findMergers(
  github: GitHub,
  { sha, baseRef }: MergedCommit,
  candidates: readonly Candidate[],
): Promise<readonly MergedPullRequest[]> {
  const merged = candidates.filter((candidate) => candidate.baseRef === baseRef).flatMap(asMerged)
  const direct = merged.filter(({ mergeSha }) => mergeSha === sha)
  if (direct.length > 0) return direct
  const rebased: MergedPullRequest[] = []
  for (const pull of merged) if (await isWithinRebase(github, pull, sha)) rebased.push(pull)
  return rebased
}

function asMerged({ mergeSha, mergedAt, ...candidate }: Candidate): MergedPullRequest[] {
  if (mergeSha === undefined || mergedAt === undefined) return []
  const { number, title, author, url, isFork, headSha } = candidate
  return [{ number, title, author, url, isFork, headSha, mergeSha, mergedAt }]
}

/** A rebase of n commits ends with n commits, none of which is a merge commit. */
async function isWithinRebase(github: GitHub, pull: MergedPullRequest, sha: string): Promise<boolean> {
  const { data: details } = await github.octokit.request('GET /repos/{owner}/{repo}/pulls/{pull_number}', {
    ...github.repo,
    pull_number: pull.number,
  })
  const { data: range } = await github.octokit.request('GET /repos/{owner}/{repo}/compare/{basehead}', {
    ...github.repo,
    basehead: `${sha}...${pull.mergeSha}`,
    per_page: 100,
  })
  const isLinear = range.commits.every(({ parents }) => parents.length === 1)
  return range.status === 'ahead' && isLinear && range.ahead_by < details.commits
}

function describeAmbiguity({ sha }: MergedCommit, pulls: readonly MergedPullRequest[]): string {
  const numbers = pulls.map(({ number }) => `#${number}`).join(' and ')
  return (
    `Commit ${sha} was merged by ${numbers} together, because GitHub merges all pull requests with the same commits. ` +
    'The reviewed one is unknown. Merge a new pull request.'
  )
}

function describeAbsence({ sha, baseRef }: MergedCommit, candidates: readonly Candidate[]): string {
  const findings = candidates.map((candidate) => {
    const { number, state, mergedAt, baseRef: other } = candidate
    if (other !== baseRef) return `#${number} is for the branch ${other}`
    return mergedAt === undefined
      ? `#${number} is ${state} and not merged`
      : `#${number} was merged as other commits`
  })
  const details =
    findings.length === 0 ? 'GitHub finds no pull request with this commit' : findings.join(', ')
  return `No pull request was merged to ${baseRef} as commit ${sha}: ${details}.`
}
