import { getBranchHead } from './branch'
import { GitHubError } from './error'
import { type GitHub, graphql } from './octokit'
import { textAt } from '../text/json'

export interface RefUpdate {
  readonly branch: string
  /** Commit that the branch must still have. */
  readonly from: string
  /** Undefined deletes the branch. */
  readonly to: string | undefined
}

const NO_COMMIT = '0'.repeat(40)

const REPOSITORY_ID = `query ($owner: String!, $repo: String!) { repository(owner: $owner, name: $repo) { id } }`

const UPDATE_REFS = `mutation ($repositoryId: ID!, $refUpdates: [RefUpdate!]!) {
  updateRefs(input: { repositoryId: $repositoryId, refUpdates: $refUpdates }) { clientMutationId }
}`

/**
 * Moves or deletes a branch only if it still has the expected head. REST has no such condition.
 *
 * @returns false if the branch has another head
 * @throws GitHubError
 * @see https://docs.github.com/graphql/reference/input-objects#refupdate
 */
export async function updateRefIfUnchanged(
  github: GitHub,
  { branch, from, to }: RefUpdate,
): Promise<boolean> {
  const repositoryId = textAt(await graphql(github, REPOSITORY_ID, github.repo), 'repository', 'id')
  const update = { name: `refs/heads/${branch}`, beforeOid: from, afterOid: to ?? NO_COMMIT, force: true }
  try {
    await graphql(github, UPDATE_REFS, { repositoryId, refUpdates: [update] })
    return true
  } catch (error) {
    // GraphQL reports a failed update without a code, and a branch rule in the same way.
    const isRejected = error instanceof GitHubError && error.status === 200
    if (isRejected && (await getBranchHead(github, branch)) !== from) return false
    throw error
  }
}
