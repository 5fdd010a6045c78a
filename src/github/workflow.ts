import type { GitHub } from './octokit'
import { retryWrite } from './retry-write'

/**
 * Starts a workflow by `workflow_dispatch`, which works with a GITHUB_TOKEN
 * (https://docs.github.com/actions/concepts/security/github_token), or twice after a lost response.
 *
 * @param file name in `.github/workflows`, such as `deploy.yml`
 * @throws GitHubError
 */
export async function startWorkflow(
  github: GitHub,
  { file, branch }: { readonly file: string; readonly branch: string },
): Promise<void> {
  await retryWrite(github, () =>
    github.octokit.request('POST /repos/{owner}/{repo}/actions/workflows/{workflow_id}/dispatches', {
      ...github.repo,
      workflow_id: file,
      ref: branch,
    }),
  )
}
