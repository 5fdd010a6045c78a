import { GitHubError } from './error'
import type { GitHub } from './octokit'
import { itemsOf, numberAt, textAt } from '../text/json'

export interface MergedPullRequest {
  readonly number: number
  readonly title: string
  readonly author: string
  readonly url: string
  /** Whoever opens one from a fork gets no credentials, so that its plan was not reviewed. */
  readonly isFork: boolean
  /** What was reviewed: the last commit of the pull request, before it was merged, squashed or rebased. */
  readonly headSha: string
  /** What the base branch pointed to after the merge. */
  readonly mergeSha: string
  readonly mergedAt: string
}

/** Where a commit comes from. A sentence says why it is not known. */
export type Origin =
  | { readonly kind: 'found'; readonly pull: MergedPullRequest }
  | { readonly kind: 'none'; readonly reason: string }
  | { readonly kind: 'several'; readonly reason: string; readonly pulls: readonly MergedPullRequest[] }

export interface MergedCommit {
  readonly sha: string
  /** The branch that it is on, as in `main`. */
  readonly baseRef: string
}

/** GitHub's index of commits lags behind a merge by seconds. A commit that was pushed without one waits as long. */
export const INDEX_LAG_MS: readonly number[] = [1_000, 2_000, 4_000, 8_000]

/** Finds the pull request that brought a commit to its branch, by whichever way it was merged. */
export async function findMergedPullRequest(
  github: GitHub,
  commit: MergedCommit,
  { waitsMs }: { readonly waitsMs: readonly number[] } = { waitsMs: INDEX_LAG_MS },
): Promise<Origin> {
  for (let attempt = 0; ; attempt++) {
    const candidates = await listPullRequests(github, commit.sha)
    const merged = await broughtBy(github, commit, candidates)
    const [pull, ...others] = merged
    if (pull !== undefined && others.length === 0) return { kind: 'found', pull }
    if (pull !== undefined) return { kind: 'several', pulls: merged, reason: several(commit, merged) }
    const waitMs = waitsMs[attempt]
    if (waitMs === undefined) return { kind: 'none', reason: none(commit, candidates) }
    await github.clock.sleep(waitMs)
  }
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
    // A commit that the index has not reached is one that it does not know.
    if (error instanceof GitHubError && error.status === 422) return []
    throw error
  }
}

function parseCandidate(data: unknown): Candidate[] {
  const number = numberAt(data, 'number')
  const [headSha, baseRef] = [textAt(data, 'head', 'sha'), textAt(data, 'base', 'ref')]
  if (number === undefined || headSha === undefined || baseRef === undefined) return []
  const headRepository = numberAt(data, 'head', 'repo', 'id')
  return [
    {
      number,
      headSha,
      baseRef,
      isFork: headRepository === undefined || headRepository !== numberAt(data, 'base', 'repo', 'id'),
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
 * The merge commit of a pull request is, after its merge, what the base branch was moved to: the merge, the squashed
 * commit, or the last rebased one. Only a commit in the middle of a rebase is another, and costs a comparison.
 */
async function broughtBy(
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

/** The last n commits up to the merge are the n of the pull request, if no merge commit ties them together. */
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

function several({ sha }: MergedCommit, pulls: readonly MergedPullRequest[]): string {
  const numbers = pulls.map(({ number }) => `#${number}`).join(' and ')
  return (
    `Commit ${sha} was merged by ${numbers} at once: pull requests with the same commits are merged together. ` +
    'Which of them was reviewed is not known; merge a new pull request, on its own.'
  )
}

function none({ sha, baseRef }: MergedCommit, candidates: readonly Candidate[]): string {
  const said = candidates.map((candidate) => {
    const { number, state, mergedAt, baseRef: other } = candidate
    if (other !== baseRef) return `#${number} is for the branch ${other}`
    return mergedAt === undefined
      ? `#${number} is ${state} and not merged`
      : `#${number} brought other commits`
  })
  const found = said.length === 0 ? 'GitHub knows no pull request with it' : said.join(', ')
  return `No merged pull request brought commit ${sha} to ${baseRef}: ${found}.`
}
