import { GitHubError } from './error'
import type { GitHub } from './octokit'

const ATTEMPTS = 3
const PAUSE_MS = 2_000

/**
 * Starts a workflow that has `workflow_dispatch`. Of what the token of a workflow does, this and `repository_dispatch`
 * alone start a run (https://docs.github.com/actions/concepts/security/github_token).
 *
 * Where the answer is lost, it is started again: a deployment that finds nothing to do does no harm.
 *
 * @param file its name in `.github/workflows`, as in `deploy.yml`
 * @throws GitHubError
 */
export async function startWorkflow(
  github: GitHub,
  { file, branch }: { readonly file: string; readonly branch: string },
): Promise<void> {
  for (let attempt = 1; ; attempt++) {
    try {
      await github.octokit.request('POST /repos/{owner}/{repo}/actions/workflows/{workflow_id}/dispatches', {
        ...github.repo,
        workflow_id: file,
        ref: branch,
      })
      return
    } catch (error) {
      if (!(error instanceof GitHubError) || !error.isUncertain || attempt >= ATTEMPTS) throw error
      await github.clock.sleep(PAUSE_MS * attempt)
    }
  }
}
