import type { ApplyRecord } from '../../aws/apply-record-store'
import { compareCommits } from '../../github/branch'
import type { Context } from '../../github/context'
import { GitHubError } from '../../github/error'
import type { GitHub } from '../../github/octokit'

export interface Superseding {
  readonly commit: string
  /** `was applied at 2026-11-28T01:00:00.000Z`. */
  readonly event: string
}

/**
 * Finds a later commit whose apply has succeeded or failed since. An apply of an earlier one would revert it.
 *
 * @throws GitHubError
 */
export async function findSuperseding(
  { applied, attempt, started }: ApplyRecord,
  { context, github }: { readonly context: Context; readonly github: GitHub | undefined },
): Promise<Superseding | undefined> {
  if (github === undefined) return undefined
  const later: readonly (Superseding | undefined)[] = [
    applied && { commit: applied.commit, event: `was applied at ${applied.at}` },
    attempt && { commit: attempt.commit, event: 'has been applied in part' },
    started && { commit: started.commit, event: 'was being applied when its run was lost' },
  ]
  for (const one of later) {
    if (one === undefined || one.commit === context.sha) continue
    if (await isSupersededBy(one.commit, context, github)) return one
  }
  return undefined
}

async function isSupersededBy(commit: string, { sha, ref }: Context, github: GitHub): Promise<boolean> {
  const relation = await compareCommits(github, sha, commit)
  if (relation === 'ahead') return true
  if (relation === 'behind' || relation === 'identical') return false
  // The history was rewritten: only what the branch contains now may be applied.
  const branch = ref.replace(/^refs\/heads\//, '')
  const onBranch = await compareCommits(github, sha, branch)
  if (onBranch === undefined) throw incomparable(github, `${sha}...${branch}`)
  return onBranch !== 'ahead' && onBranch !== 'identical'
}

/** Nothing is known about a commit of the branch that cannot be compared with it. */
const incomparable = ({ repo }: GitHub, basehead: string): GitHubError =>
  new GitHubError({
    ...{ method: 'GET', path: `/repos/${repo.owner}/${repo.repo}/compare/${basehead}` },
    ...{ status: 404, serverMessage: 'Not Found', headers: {} },
  })
