import { commitTo, messagesOf } from '../../github/branch'
import { GitHubError } from '../../github/error'
import { type RefreshReport, renderMessage, renderTitle } from '../../report/refresh'
import { refreshedIn } from '../../text/update-marker'
import { ACTIONS_ID, tokenOwnerId } from '../../github/token-owner'
import { startWorkflow } from '../../github/workflow'
import { committedPath, type RefreshFile, type RefreshOutcome, type Destination } from './destination'
import { code, prose } from '../../text/markdown'

/** Versions that were committed to the branch before; who does not have them now has taken them back. */
export async function committedBefore(text: string, place: Destination): Promise<ReadonlySet<string>> {
  const path = await committedPath(text, place)
  const messages = await messagesOf(place.github, { path, branch: place.base })
  return new Set(messages.flatMap(refreshedIn))
}

/**
 * Commits the changed file to the branch that this run is for, and starts the workflow that deploys it.
 * @throws InvalidInput, GitHubError
 */
export async function commitFile(
  { text, changed }: RefreshFile,
  report: RefreshReport,
  place: Destination,
): Promise<RefreshOutcome> {
  const { context, github, base } = place
  const path = await committedPath(text, place)
  const message = renderMessage(report.updates)
  const commit = await commitTo(github, base, { path, old: text, content: changed, message })
  if (commit === undefined) {
    const why = `${base} has another ${path} by now, so nothing is committed. Start the workflow anew; to re-run this one would look at the old commit again`
    return { told: `❌ ${code(why)}`, failure: { reason: 'github-failed', message: why } }
  }
  const { owner, name } = context.repository
  const url = `${context.serverUrl}/${owner}/${name}/commit/${commit}`
  const told = `Committed [${commit.slice(0, 7)}](${url}) to ${code(base)}: ${prose(renderTitle(report.updates))}.`
  return { commit, ...(await deploy(told, commit, place)) }
}

async function deploy(
  told: string,
  commit: string,
  { inputs, github, base }: Destination,
): Promise<Omit<RefreshOutcome, 'commit'>> {
  const file = inputs.deployWorkflow
  const has = `${base} has commit ${commit.slice(0, 7)}`
  if (file === undefined) {
    if ((await tokenOwnerId(github)) !== ACTIONS_ID) return { told }
    const warning = `${has}, and nothing deploys it: what is committed with the token of a workflow starts none. Give deploy-workflow, or the token of a GitHub App`
    return { told, warnings: [warning] }
  }
  try {
    await startWorkflow(github, { file, branch: base })
    return { told: `${told} Started ${code(file)} to deploy it.` }
  } catch (error) {
    if (!(error instanceof GitHubError)) throw error
    const message = `${has}, and ${file} was not started: start it by hand. ${error.message}`
    return { told: `${told}\n\n❌ ${code(message)}`, failure: { reason: 'github-failed', message } }
  }
}
