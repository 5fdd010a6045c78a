import { GitHubError } from '../../github/error'
import { addLabels } from '../../github/labels'
import type { GitHub } from '../../github/octokit'
import {
  deleteOwnBranch,
  proposeUpdate,
  type PullRequest,
  withdrawUpdate,
} from '../../github/update-pull-request'
import { type RefreshReport, renderPullRequest, renderUpdateTitle } from '../../report/refresh'
import { escapeMarkdown } from '../../text/markdown'
import { type Destination, NOTHING_WRITTEN, type WriteResult } from './destination'

export interface GroupProposal {
  readonly upstream: string
  readonly report: RefreshReport
  readonly labels: readonly string[]
  readonly path: string
  /** New content of images.yaml. */
  readonly content: string
  readonly baseSha: string
}

export const branchOf = ({ branch }: Pick<Destination, 'branch'>, upstream: string): string =>
  `${branch}/${upstream}`

/**
 * Opens or updates the pull request of an upstream.
 *
 * @throws GitHubError
 */
export async function proposeUpdates(
  { upstream, report, labels, ...change }: GroupProposal,
  destination: Destination,
): Promise<WriteResult> {
  const { github, base } = destination
  const branch = branchOf(destination, upstream)
  const title = renderUpdateTitle(report.updates)
  const proposed = await proposeUpdate(github, {
    ...change,
    base,
    branch,
    title,
    body: renderPullRequest(report),
  })
  const images = report.updates.map(({ name }) => name)
  if (proposed.kind === 'modified-by-others') {
    const { pull } = proposed
    return {
      ...foreignBranch(branch, pull),
      pulls: pull === undefined ? [] : [{ ...pull, upstream, images }],
    }
  }
  const { kind, pull, sha } = proposed
  const warnings = kind === 'unchanged' ? [] : await label(github, pull, labels)
  const verb = { opened: 'Opened', updated: 'Updated', unchanged: 'Already open:' }[kind]
  const message = `${verb} ${linkTo(pull)}: ${escapeMarkdown(title)}`
  return { message, warnings, pulls: [{ ...pull, upstream, images, sha }] }
}

/** Labels are not worth a failure. */
async function label(github: GitHub, { number }: PullRequest, labels: readonly string[]): Promise<string[]> {
  try {
    await addLabels(github, number, labels)
    return []
  } catch (error) {
    if (!(error instanceof GitHubError)) throw error
    return [`Pull request #${number} has no labels. ${error.message}`]
  }
}

export interface Withdrawal {
  readonly branch: string
  readonly path: string
  /** Markdown sentence. */
  readonly reason: string
}

/**
 * Closes the pull request of a branch with a comment.
 *
 * @throws GitHubError
 */
export async function withdrawProposal(
  destination: Destination,
  { branch, path, reason }: Withdrawal,
): Promise<WriteResult> {
  const { context, github, base } = destination
  const comment = `${reason} Closed by [a refresh](${context.runUrl}).`
  const withdrawn = await withdrawUpdate(github, { branch, base, baseSha: context.sha, path, comment })
  switch (withdrawn.kind) {
    case 'absent':
      return NOTHING_WRITTEN
    case 'modified-by-others':
      return foreignBranch(branch, withdrawn.pull)
    case 'closed':
      return { message: `Closed ${linkTo(withdrawn.pull)}. ${reason}`, warnings: [] }
  }
}

/**
 * Removes the branch `<branch>`, which Git does not allow next to `<branch>/<upstream>`. Its pull request, which has the
 * updates of all images, is closed.
 *
 * @returns `isBlocked` if others have changed the branch
 * @throws GitHubError
 */
export async function removeSharedBranch(
  destination: Destination,
  path: string,
): Promise<WriteResult & { readonly isBlocked: boolean }> {
  const { branch, context, github } = destination
  const reason = 'Each upstream now has a pull request of its own.'
  const withdrawn = await withdrawProposal(destination, { branch, path, reason })
  if (withdrawn.warnings.length > 0) return { ...withdrawn, isBlocked: true }
  const isDeleted = await deleteOwnBranch(github, { branch, baseSha: context.sha, path })
  return isDeleted
    ? { ...withdrawn, isBlocked: false }
    : { ...foreignBranch(branch, undefined), isBlocked: true }
}

function foreignBranch(branch: string, pull: PullRequest | undefined): WriteResult {
  const subject = pull === undefined ? `The branch ${branch}` : `Pull request #${pull.number}`
  const warning = `${subject} was not changed, because it has commits of another author, or changes other files. Merge or close it, and delete the branch ${branch}.`
  return { message: '', warnings: [warning] }
}

const linkTo = ({ number, url }: PullRequest): string => `[#${number}](${url})`
