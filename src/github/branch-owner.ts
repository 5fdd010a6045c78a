import type { GitHub } from './octokit'
import { tokenOwnerId } from './token-owner'
import { itemsOf, numberAt, textAt, valueAt } from '../text/json'

export interface BranchCheck {
  /** Commit that the branch is compared with. */
  readonly baseSha: string
  readonly head: string
  /** The only file that the branch may change. */
  readonly path: string
}

/** GitHub's account that commits in place of a person in the browser, and for an App through the API. */
const WEB_FLOW = 'web-flow'

/**
 * Reports whether a branch holds nothing but this action's change of one file.
 *
 * The author of a commit is the email address that its creator typed. Proof is therefore GitHub's signature, which a pushed
 * commit cannot have. A merge by "Update branch" has it as well, independent of the person who pressed the button.
 *
 * @throws GitHubError
 */
export async function isOwnBranch(github: GitHub, { baseSha, head, path }: BranchCheck): Promise<boolean> {
  const { data } = await github.octokit.request('GET /repos/{owner}/{repo}/compare/{basehead}', {
    ...github.repo,
    basehead: `${baseSha}...${head}`,
    per_page: 100,
  })
  const commits = itemsOf(data.commits)
  if (data.ahead_by > commits.length) return false
  if (!itemsOf(data.files).every((file) => isOnly(file, path))) return false
  if (commits.length === 0) return true
  const self = await tokenOwnerId(github)
  return commits.every((commit) => isOwnCommit(github, commit, self))
}

/** A renamed file also removes another one. */
const isOnly = (file: unknown, path: string): boolean =>
  textAt(file, 'filename') === path && valueAt(file, 'previous_filename') === undefined

function isOwnCommit(github: GitHub, commit: unknown, self: number): boolean {
  if (isMerge(commit)) return isSignedByGitHub(commit)
  if (numberAt(commit, 'author', 'id') !== self) return false
  const isOfPerson = textAt(commit, 'author', 'type') !== 'Bot'
  return isSignedByGitHub(commit) || isOfPerson || isEnterpriseServer(github)
}

const isSignedByGitHub = (commit: unknown): boolean =>
  valueAt(commit, 'commit', 'verification', 'verified') === true &&
  textAt(commit, 'committer', 'login') === WEB_FLOW

const isMerge = (commit: unknown): boolean => itemsOf(valueAt(commit, 'parents')).length > 1

/** An Enterprise Server signs commits only if its administrator has set that up. */
const isEnterpriseServer = ({ octokit }: GitHub): boolean =>
  octokit.request.endpoint.DEFAULTS.baseUrl.endsWith('/api/v3')
