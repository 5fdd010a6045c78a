import { getBranchHead } from './branch'
import type { GitHub } from './octokit'
import {
  createPullRequest,
  listPulls,
  parsePull,
  type PullRequest,
  setBranchHead,
} from './update-pull-request'
import { textAt } from '../text/json'
import { commitTree, createTree, readTree, type TreeChanges, type TreeFile, treeOf } from './tree'

export interface RevertRequest {
  /** Deployed commit. */
  readonly commit: string
  /** Commit whose files the revert restores. */
  readonly to: string
  /** Branch that contains both, as in `main`. */
  readonly base: string
  /** Directory of the root. Markdown files outside of it change no deployment and are kept. */
  readonly directory: string
}

export interface RevertChanges {
  readonly changes: TreeChanges
  /** Changed workflow files, which a `GITHUB_TOKEN` cannot write. */
  readonly workflows: readonly string[]
  /** Head of the base branch, which the revert is based on. */
  readonly head: string
}

export type RevertPlan =
  | ({ readonly kind: 'possible' } & RevertChanges)
  /** A sentence. */
  | { readonly kind: 'impossible'; readonly reason: string }

export interface RevertProposal extends RevertRequest, RevertChanges {
  readonly title: string
  readonly body: string
}

export interface RevertOutcome {
  readonly kind: 'opened' | 'exists'
  readonly pull: PullRequest
  /** Head of its branch. Undefined if the branch has other content than the revert. */
  readonly sha: string | undefined
}

const isDocument = (path: string, directory: string): boolean =>
  path.endsWith('.md') && !path.startsWith(`${directory}/`)

const isWorkflow = (path: string): boolean => path.startsWith('.github/workflows/')

/** Names the branch of the one revert of a deployed commit. */
export const revertBranch = (commit: string): string => `langfuse-deploy/revert-${commit.slice(0, 12)}`

/**
 * Finds the changes that restore the files of an earlier commit, without those that later commits changed again.
 *
 * @throws GitHubError
 */
export async function planRevert(
  github: GitHub,
  { commit, to, base, directory }: RevertRequest,
): Promise<RevertPlan> {
  const head = await getBranchHead(github, base)
  if (head === undefined) return impossible(`The branch ${base} does not exist.`)
  const [before, after] = [await readTree(github, to), await readTree(github, commit)]
  const current = head === commit ? after : await readTree(github, head)
  if (before === undefined || after === undefined || current === undefined)
    return impossible('The repository has too many files for GitHub to list them.')
  const paths = [...new Set([...before.keys(), ...after.keys()])]
  const changed = paths.filter(
    (path) => !isSameFile(before.get(path), after.get(path)) && !isDocument(path, directory),
  )
  const conflicts = changed.filter((path) => !isSameFile(current.get(path), after.get(path)))
  if (conflicts.length > 0)
    return impossible(
      `Later commits changed ${conflicts.slice(0, 3).join(', ')}, which the revert changes, too.`,
    )
  const reverted = changed.filter((path) => !isWorkflow(path))
  if (reverted.length === 0) return impossible('No file that a revert can restore has changed.')
  return {
    kind: 'possible',
    changes: new Map(reverted.map((path) => [path, before.get(path)])),
    workflows: changed.filter(isWorkflow),
    head,
  }
}

const impossible = (reason: string): RevertPlan => ({ kind: 'impossible', reason })

const isSameFile = (one: TreeFile | undefined, other: TreeFile | undefined): boolean =>
  one?.sha === other?.sha && one?.mode === other?.mode

/**
 * Opens the pull request of a revert. A deployed commit has one, also after it was closed.
 *
 * @returns undefined if the branch exists with other content
 * @throws GitHubError
 */
export async function proposeRevert(
  github: GitHub,
  { commit, base, head: parent, changes, title, body }: RevertProposal,
): Promise<RevertOutcome | undefined> {
  const branch = revertBranch(commit)
  const tree = await createTree(github, { parent, changes })
  const found = await findPullOf(github, { branch, base })
  const head = await getBranchHead(github, branch)
  const isOwn = head !== undefined && (await treeOf(github, head)) === tree
  if (found !== undefined)
    return { kind: 'exists', pull: found.pull, sha: found.isOpen && isOwn ? head : undefined }
  if (head !== undefined && !isOwn) return undefined
  const sha = head ?? (await commitTree(github, { parent, tree, message: title }))
  if (head === undefined && !(await setBranchHead(github, { branch, sha, from: undefined }))) return undefined
  return { kind: 'opened', pull: await createPullRequest(github, { title, body, branch, base }), sha }
}

async function findPullOf(
  github: GitHub,
  branches: { readonly branch: string; readonly base: string },
): Promise<{ readonly pull: PullRequest; readonly isOpen: boolean } | undefined> {
  for (const state of ['open', 'closed'] as const) {
    const [found] = await listPulls(github, { ...branches, state })
    if (found !== undefined) return { pull: parsePull(found), isOpen: textAt(found, 'state') === 'open' }
  }
  return undefined
}
