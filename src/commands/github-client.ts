import type { Context } from '../github/context'
import { type GitHub, openGitHub } from '../github/octokit'
import type { StepRuntime } from './runtime'

/**
 * Opens GitHub's API with a masked token.
 *
 * @returns undefined without a token
 */
export async function openGitHubClient(
  token: string | undefined,
  { apiUrl, repository }: Context,
  runtime: StepRuntime,
): Promise<GitHub | undefined> {
  if (token === undefined) return undefined
  runtime.log.mask(token)
  return openGitHub({ token, apiUrl, repository }, runtime)
}
