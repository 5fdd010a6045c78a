import type { GitHub } from './octokit'
import { itemsOf, textAt } from '../text/json'

export interface Approval {
  readonly login: string
  /** ISO 8601. */
  readonly at: string
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
  const approvals = await github.octokit.paginate(
    'GET /repos/{owner}/{repo}/pulls/{pull_number}/reviews',
    { ...github.repo, pull_number: number, per_page: 100 },
    ({ data }) => itemsOf(data).flatMap((review) => parseApproval(review, headSha)),
  )
  return approvals.sort((a, b) => Date.parse(a.at) - Date.parse(b.at)).at(-1)
}

function parseApproval(review: unknown, headSha: string): Approval[] {
  const at = textAt(review, 'submitted_at')
  const isApproval = textAt(review, 'state') === 'APPROVED' && textAt(review, 'commit_id') === headSha
  return isApproval && at !== undefined ? [{ login: textAt(review, 'user', 'login') ?? 'ghost', at }] : []
}
