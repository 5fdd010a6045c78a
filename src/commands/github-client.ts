import type { Context } from '../github/context'
import { type GitHub, openGitHub } from '../github/octokit'
import type { Runtime } from './runtime'

/**
 * Opens GitHub's API with a masked token.
 *
 * @returns undefined without a token
 */
export async function openGitHubClient(
  token: string | undefined,
  { apiUrl, repository }: Context,
  runtime: Runtime,
): Promise<GitHub | undefined> {
  if (token === undefined) return undefined
  runtime.log.mask(token)
  return openGitHub({ token, apiUrl, repository }, runtime)
}
