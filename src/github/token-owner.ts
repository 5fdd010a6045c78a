import { GitHubError } from './error'
import { type GitHub, graphql } from './octokit'
import { numberAt } from '../text/json'

/** User id of `github-actions[bot]`. */
export const ACTIONS_ID = 41_898_282

/**
 * Returns the user id of the token's owner. REST has no such route for installation tokens.
 *
 * @throws GitHubError
 */
export async function tokenOwnerId(github: GitHub): Promise<number> {
  const id = numberAt(await graphql(github, 'query { viewer { databaseId } }', {}), 'viewer', 'databaseId')
  if (id !== undefined) return id
  const words = "the response does not contain the token's owner"
  throw new GitHubError({ method: 'POST', path: '/graphql', status: 200, serverMessage: words, headers: {} })
}
