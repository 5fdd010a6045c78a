import { EOL } from 'node:os'
import { annotate, type Annotation, type Annotator } from './annotations'
import { helpLink } from './help-link'
import { MAX_SUMMARY_BYTES } from './limits'
import { escapeData } from './log'
import { writeOutput, writeSummary } from './runner-file'
import { textAt } from '../text/json'
import { truncateMarkdown } from '../text/truncate-markdown'
import { escapeWorkflowCommands } from '../text/sanitize'

export interface StepResult {
  readonly outputs: Readonly<Record<string, string>>
  /** Markdown. */
  readonly summary: string
  readonly warnings: readonly string[]
  readonly annotations: readonly Annotation[]
  readonly failure: { readonly reason: string; readonly message: string } | undefined
}

/**
 * Reports the result of a step to the runner: the failure first, because it needs no file. A file that cannot be written
 * does not hide the rest. Does not load `@actions/core`, for which a step without free file descriptors has none left.
 */
export function publish(result: StepResult, env: NodeJS.ProcessEnv): void {
  const { outputs, summary, warnings, annotations, failure } = result
  const help = failure === undefined ? undefined : helpLink(failure.reason, env)
  if (failure !== undefined) {
    process.exitCode = 1
    const message = help === undefined ? failure.message : `${failure.message}\nHelp: ${help}`
    printCommands.error(escapeWorkflowCommands(message), {})
  }
  const footer = help === undefined ? '' : `\n\n[Help](${help})`
  const reason = failure === undefined ? {} : { 'failure-reason': failure.reason }
  const problems = [
    ...Object.entries({ ...reason, ...outputs }).map(([name, value]) =>
      problemOf(`the output ${name}`, () => {
        writeOutput(env, name, value)
      }),
    ),
    problemOf('the job summary', () => {
      writeSummary(env, truncateMarkdown(summary, MAX_SUMMARY_BYTES - footer.length) + footer)
    }),
  ].filter((problem) => problem !== undefined)
  const reservedErrors = failure === undefined ? 0 : 1
  const all = [...(problems.length > 0 ? [describeProblems(problems)] : []), ...warnings]
  annotate([...all.map(asWarning), ...annotations], printCommands, reservedErrors)
}

function problemOf(subject: string, write: () => void): string | undefined {
  try {
    write()
    return undefined
  } catch (error) {
    return `${subject}: ${textAt(error, 'message') ?? String(error)}`
  }
}

function describeProblems(problems: readonly string[]): string {
  const [first = '', ...others] = problems
  const more = others.length > 0 ? `, and ${others.length} more` : ''
  return (
    `The result of this step is complete, but the runner's files could not be written (${first}${more}). ` +
    'Later steps may miss its outputs. Check the disk of the runner, which is usually full.'
  )
}

const asWarning = (message: string): Annotation => ({ severity: 'warning', message })

/** https://docs.github.com/actions/reference/workflow-commands#setting-an-error-message */
function print(command: string, message: string, properties: Parameters<Annotator['error']>[1]): void {
  const { title, file, startLine: line, endLine, startColumn: col } = properties
  const pairs = Object.entries({ title, file, line, endLine, col })
    .filter(([, value]) => value !== undefined)
    .map(([name, value]) => `${name}=${escapeProperty(String(value))}`)
  const head = pairs.length > 0 ? `${command} ${pairs.join(',')}` : command
  process.stdout.write(`::${head}::${escapeData(message)}${EOL}`)
}

const printCommands: Annotator = {
  error: (message, properties) => {
    print('error', message, properties)
  },
  warning: (message, properties) => {
    print('warning', message, properties)
  },
  notice: (message, properties) => {
    print('notice', message, properties)
  },
}

const escapeProperty = (text: string): string =>
  escapeData(text).replaceAll(':', '%3A').replaceAll(',', '%2C')
