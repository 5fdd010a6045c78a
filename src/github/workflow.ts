import type { GitHub } from './octokit'

/**
 * Starts a workflow that has `workflow_dispatch`. Of what the token of a workflow does, this and `repository_dispatch`
 * alone start a run (https://docs.github.com/actions/concepts/security/github_token).
 *
 * @param file its name in `.github/workflows`, as in `deploy.yml`
 * @throws GitHubError
 */
export async function startWorkflow(
  github: GitHub,
  { file, branch }: { readonly file: string; readonly branch: string },
): Promise<void> {
  await github.octokit.request('POST /repos/{owner}/{repo}/actions/workflows/{workflow_id}/dispatches', {
    ...github.repo,
    workflow_id: file,
    ref: branch,
  })
}
