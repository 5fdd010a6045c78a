import { commitTo } from '../github/branch'
import { GitHubError } from '../github/error'
import { code, prose } from '../github/markdown'
import { type RefreshReport, renderTitle } from '../github/refresh-report'
import { startWorkflow } from '../github/workflow'
import { committedPath, type RefreshFile, type RefreshOutcome, type RefreshPlace } from './refresh-place'
import type { Failure } from './world'

/** Whether nobody has to look first: nothing goes back, and no version has changed what it stands for. */
export const needsNoReview = ({ updates }: RefreshReport): boolean =>
  updates.every(({ kind }) => kind === 'newer' || kind === 'moved')

/**
 * Commits the changed file to the branch that this run is for, and starts the workflow that deploys it.
 * @throws InvalidInput, GitHubError
 */
export async function commitFile(
  { text, changed }: RefreshFile,
  report: RefreshReport,
  place: RefreshPlace,
): Promise<RefreshOutcome> {
  const { context, github, base } = place
  const path = await committedPath(text, place)
  const title = renderTitle(report.updates)
  const commit = await commitTo(github, base, { path, old: text, content: changed, message: title })
  if (commit === undefined) {
    const message = `${base} has another ${path} by now, so nothing is committed: run this again`
    return { told: `❌ ${code(message)}`, failure: { reason: 'github-failed', message } }
  }
  const { owner, name } = context.repository
  const url = `${context.serverUrl}/${owner}/${name}/commit/${commit}`
  const told = `Committed [${commit.slice(0, 7)}](${url}) to ${code(base)}: ${prose(title)}.`
  return { commit, ...(await deploy(told, commit, place)) }
}

async function deploy(
  told: string,
  commit: string,
  { inputs, github, base }: RefreshPlace,
): Promise<{ readonly told: string; readonly failure?: Failure }> {
  const file = inputs.deployWorkflow
  if (file === undefined) return { told }
  try {
    await startWorkflow(github, { file, branch: base })
    return { told: `${told} Started ${code(file)} to deploy it.` }
  } catch (error) {
    if (!(error instanceof GitHubError)) throw error
    const message = `${base} has commit ${commit.slice(0, 7)}, but ${file} could not be started: start it by hand. ${error.message}`
    return { told: `${told}\n\n❌ ${code(message)}`, failure: { reason: 'github-failed', message } }
  }
}
