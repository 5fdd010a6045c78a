import { inert } from './log'

/** What a step leaves with the runner. */
export interface Publication {
  readonly outputs: Readonly<Record<string, string>>
  /** Markdown. */
  readonly summary: string
  readonly warnings: readonly string[]
  readonly annotations: readonly {
    readonly file: string
    readonly line: number
    readonly column: number
    readonly message: string
  }[]
  readonly failure: { readonly reason: string; readonly message: string } | undefined
}

/** The runner shows ten of a kind a step and drops the rest. */
const MOST_ANNOTATIONS = 10

/** Sets the outputs, writes the job summary, annotates, and fails the step if it failed. */
export async function publish(publication: Publication, env: NodeJS.ProcessEnv): Promise<void> {
  const { outputs, summary, warnings, annotations, failure } = publication
  const core = await import('@actions/core')
  for (const [name, value] of Object.entries(outputs)) core.setOutput(name, value)
  if (env['GITHUB_STEP_SUMMARY']) await core.summary.addRaw(summary, true).write()
  for (const warning of warnings.slice(0, MOST_ANNOTATIONS)) core.warning(inert(warning))
  for (const { file, line, column, message } of annotations.slice(0, MOST_ANNOTATIONS)) {
    core.error(inert(message), { file, startLine: line, startColumn: column })
  }
  if (failure === undefined) return
  core.setOutput('failure-reason', failure.reason)
  core.setFailed(inert(failure.message))
}
