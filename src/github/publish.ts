import { annotate, type Diagnostic } from './annotations'
import { fitSummary } from '../text/truncate-markdown'
import { escapeWorkflowCommands } from '../text/sanitize'

/** What a step leaves with the runner. */
export interface Publication {
  readonly outputs: Readonly<Record<string, string>>
  /** Markdown. */
  readonly summary: string
  readonly warnings: readonly string[]
  readonly annotations: readonly Diagnostic[]
  readonly failure: { readonly reason: string; readonly message: string } | undefined
}

/** Sets the outputs, writes the job summary, annotates, and fails the step if it failed. */
export async function publish(publication: Publication, env: NodeJS.ProcessEnv): Promise<void> {
  const { outputs, summary, warnings, annotations, failure } = publication
  const core = await import('@actions/core')
  for (const [name, value] of Object.entries(outputs)) core.setOutput(name, value)
  if (env['GITHUB_STEP_SUMMARY']) await core.summary.addRaw(fitSummary(summary), true).write()
  const spared = failure === undefined ? 0 : 1
  annotate([...warnings.map(asWarning), ...annotations], core, spared)
  if (failure === undefined) return
  core.setOutput('failure-reason', failure.reason)
  core.setFailed(escapeWorkflowCommands(failure.message))
}

const asWarning = (message: string): Diagnostic => ({ severity: 'warning', message })
