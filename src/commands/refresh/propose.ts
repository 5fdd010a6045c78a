import { GitHubError } from '../../github/error'
import { addLabels } from '../../github/labels'
import type { GitHub } from '../../github/octokit'
import { proposeUpdate, type PullRequest, withdrawUpdate } from '../../github/update-pull-request'
import { type RefreshReport, renderPullRequest, renderUpdateTitle } from '../../report/refresh'
import { escapeMarkdown } from '../../text/markdown'
import { type Destination, NOTHING_WRITTEN, type WriteResult } from './destination'

/**
 * Opens or updates the pull request.
 *
 * @throws GitHubError
 */
export async function proposeUpdates(
  change: { readonly path: string; readonly content: string; readonly baseSha: string },
  { report, labels }: { readonly report: RefreshReport; readonly labels: readonly string[] },
  { github, base, branch }: Destination,
): Promise<WriteResult> {
  const title = renderUpdateTitle(report.updates)
  const proposed = await proposeUpdate(github, {
    ...change,
    base,
    branch,
    title,
    body: renderPullRequest(report),
  })
  if (proposed.kind === 'modified-by-others') return foreignBranch(branch, proposed.pull)
  const { kind, pull, sha } = proposed
  const warnings = kind === 'unchanged' ? [] : await label(github, pull, labels)
  const verb = { opened: 'Opened', updated: 'Updated', unchanged: 'Already open:' }[kind]
  return { message: `${verb} ${linkTo(pull)}: ${escapeMarkdown(title)}`, warnings, pull, sha }
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

/**
 * Closes the pull request with a comment.
 *
 * @throws GitHubError
 */
export async function withdrawProposal(
  destination: Destination,
  { path, reason }: { readonly path: string; readonly reason: string },
): Promise<WriteResult> {
  const { context, github, base, branch } = destination
  const why = `${reason} Closed by [a refresh](${context.runUrl}).`
  const withdrawn = await withdrawUpdate(github, {
    branch,
    base,
    baseSha: context.sha,
    path,
    comment: why,
  })
  switch (withdrawn.kind) {
    case 'absent':
      return NOTHING_WRITTEN
    case 'modified-by-others':
      return foreignBranch(branch, withdrawn.pull)
    case 'closed':
      return { message: `Closed ${linkTo(withdrawn.pull)}, which has no updates left.`, warnings: [] }
  }
}

function foreignBranch(branch: string, pull: PullRequest | undefined): WriteResult {
  const subject = pull === undefined ? `The branch ${branch}` : `Pull request #${pull.number}`
  const warning = `${subject} was not changed, because it has commits of another author, or changes other files. Merge or close it, and delete the branch ${branch}.`
  return { message: '', warnings: [warning], pull }
}

const linkTo = ({ number, url }: PullRequest): string => `[#${number}](${url})`
