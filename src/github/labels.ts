import type { GitHub } from './octokit'

/**
 * Adds labels to a pull request or issue. GitHub creates missing ones.
 *
 * @throws GitHubError
 */
export async function addLabels(github: GitHub, number: number, labels: readonly string[]): Promise<void> {
  if (labels.length === 0) return
  await github.octokit.request('POST /repos/{owner}/{repo}/issues/{issue_number}/labels', {
    ...github.repo,
    issue_number: number,
    labels: [...labels],
  })
}
