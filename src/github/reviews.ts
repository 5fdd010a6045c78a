import type { GitHub } from './octokit'
import { itemsOf, textAt } from '../text/json'

export interface Approval {
  readonly login: string
  /** ISO 8601. */
  readonly at: string
  /** SHA of the approved commit. */
  readonly commit: string
}

/**
 * Returns the approvals of a pull request, oldest first.
 *
 * @throws GitHubError
 */
export async function listApprovals(github: GitHub, pull: number): Promise<readonly Approval[]> {
  const approvals = await github.octokit.paginate(
    'GET /repos/{owner}/{repo}/pulls/{pull_number}/reviews',
    { ...github.repo, pull_number: pull, per_page: 100 },
    ({ data }) => itemsOf(data).flatMap(parseApproval),
  )
  return approvals.sort((a, b) => Date.parse(a.at) - Date.parse(b.at))
}

/**
 * Returns the last approval of a pull request's head commit.
 *
 * @throws GitHubError
 */
export async function findLastApproval(
  github: GitHub,
  { number, headSha }: { readonly number: number; readonly headSha: string },
): Promise<Approval | undefined> {
  const approvals = await listApprovals(github, number)
  return approvals.filter(({ commit }) => commit === headSha).at(-1)
}

function parseApproval(review: unknown): Approval[] {
  const [at, commit] = [textAt(review, 'submitted_at'), textAt(review, 'commit_id')]
  if (textAt(review, 'state') !== 'APPROVED' || at === undefined || commit === undefined) return []
  return [{ login: textAt(review, 'user', 'login') ?? 'ghost', at, commit }]
}
