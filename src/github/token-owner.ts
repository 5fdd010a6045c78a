import { GitHubError } from './error'
import { type GitHub, graphql } from './octokit'
import { numberAt } from '../text/json'

/** `github-actions[bot]`, whom the token of every workflow belongs to. */
export const ACTIONS_ID = 41_898_282

/**
 * The id of the token's owner: a login can change hands.
 * GraphQL tells every kind of token whose it is; REST has `/user` for people only, and nothing for installations.
 */
export async function tokenOwnerId(github: GitHub): Promise<number> {
  const id = numberAt(await graphql(github, 'query { viewer { databaseId } }', {}), 'viewer', 'databaseId')
  if (id !== undefined) return id
  const words = 'GitHub does not say whom the token belongs to'
  throw new GitHubError({ method: 'POST', path: '/graphql', status: 200, words, headers: {} })
}
