import { commitToBranch, listCommitMessages } from '../../github/branch'
import { ACTIONS_ID, tokenOwnerId } from '../../github/token-owner'
import { startWorkflow } from '../../github/workflow'
import { type ImageUpdate, renderCommitMessage, renderUpdateTitle } from '../../report/refresh'
import { codeSpan, escapeMarkdown } from '../../text/markdown'
import { readCommitTrailers } from '../../text/update-marker'
import { messageOf, reasonOf } from '../failure'
import type { Destination, WriteResult } from './destination'

/** Returns the versions of earlier commits. A version that is not pinned now was reverted. */
export async function listCommittedVersions(
  path: string,
  { github, base }: Destination,
): Promise<ReadonlySet<string>> {
  const messages = await listCommitMessages(github, { path, branch: base })
  return new Set(messages.flatMap(readCommitTrailers))
}

/**
 * Commits images.yaml and starts its deployment. After the commit nothing throws, because it must be reported.
 *
 * @throws GitHubError before the commit
 */
export async function commitUpdates(
  change: { readonly path: string; readonly old: string; readonly content: string },
  updates: readonly ImageUpdate[],
  destination: Destination,
): Promise<WriteResult> {
  const { context, github, base } = destination
  const commit = await commitToBranch(github, base, { ...change, message: renderCommitMessage(updates) })
  if (commit === undefined) {
    const message = `Nothing was committed: ${base} now has a different ${change.path}. Start the workflow again; a re-run would check the old commit.`
    return {
      message: `❌ ${codeSpan(message)}`,
      warnings: [],
      failure: { reason: 'github-error', message },
    }
  }
  const { owner, name } = context.repository
  const url = `${context.serverUrl}/${owner}/${name}/commit/${commit}`
  const committed = `Committed [${commit.slice(0, 7)}](${url}) to ${codeSpan(base)}: ${escapeMarkdown(renderUpdateTitle(updates))}.`
  const deployment = await startDeployment(commit, destination)
  return { ...deployment, message: `${committed}${deployment.message}`, commit }
}

async function startDeployment(
  commit: string,
  { github, base, deployWorkflow: file }: Destination,
): Promise<WriteResult> {
  const committed = `${base} has commit ${commit.slice(0, 7)}`
  try {
    if (file !== undefined) {
      await startWorkflow(github, { file, branch: base })
      return { message: ` Started ${codeSpan(file)} to deploy it.`, warnings: [] }
    }
    if ((await tokenOwnerId(github)) !== ACTIONS_ID) return { message: '', warnings: [] }
    const warning = `${committed}, and no workflow deploys it: a commit with the workflow's own token starts none. Set deploy-workflow, or use the token of a GitHub App.`
    return { message: '', warnings: [warning] }
  } catch (error) {
    const start =
      file === undefined
        ? 'and whether a workflow deploys it is unknown.'
        : `and ${file} was not started. Start it by hand.`
    const message = `${committed}, ${start} ${messageOf(error)}`
    return {
      message: `\n\n❌ ${codeSpan(message)}`,
      warnings: [],
      failure: { reason: reasonOf(error), message },
    }
  }
}
