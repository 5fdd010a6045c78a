import type { Annotation } from '../github/annotations'
import { InvalidImages } from '../images/images-yaml'
import { TERRAFORM } from '../plan/engine'
import { TerraformFailed, unlockStep } from '../terraform/error'
import { type FailureReason, isFailureReason } from '../text/failure-reason'
import { withoutFullStop } from '../text/format'
import { codeSpan, escapeMarkdownKeepCommands } from '../text/markdown'
import type { Outcome } from './outcome'

/** Returns the `reason` of an error of this program, or `internal-error`. */
export function reasonOf(error: unknown): FailureReason {
  if (error instanceof Error && 'reason' in error && isFailureReason(error.reason)) return error.reason
  return 'internal-error'
}

export const messageOf = (error: unknown): string => (error instanceof Error ? error.message : String(error))

/** Reports an error that the command did not report itself. */
export function failedOutcome(error: unknown): Outcome {
  const reason = reasonOf(error)
  if (reason === 'cancelled' && error instanceof Error) return cancelledOutcome(error)
  const message = messageOf(error)
  const [first = '', ...details] = message.split('\n')
  const list = details.map((line) => `- ${codeSpan(line)}`).join('\n')
  return {
    outputs: {},
    summary: ['## ❌ Failed before completion', codeSpan(first), ...(list === '' ? [] : [list])].join('\n\n'),
    warnings: [],
    annotations: error instanceof InvalidImages ? annotateProblems(error) : [],
    failure: { reason, message },
  }
}

/** Clears the output `failure-reason` of a cancelled run that completed its work in time. */
export function withoutCancellation(outcome: Outcome, signal: AbortSignal): Outcome {
  if (!signal.aborted || outcome.failure !== undefined) return outcome
  const outputs = { ...outcome.outputs, 'failure-reason': '' }
  return { ...outcome, outputs }
}

/** Reports a cancelled run; `apply` and `verify` report their own. */
function cancelledOutcome(error: Error): Outcome {
  const sentences =
    error instanceof TerraformFailed ? describeStop(error) : [`${withoutFullStop(error.message)}.`]
  const list = sentences.map((text) => `- ${escapeMarkdownKeepCommands(text)}`).join('\n')
  return {
    outputs: {},
    summary: ['## ⚠️ Cancelled', list].join('\n\n'),
    warnings: [],
    annotations: [],
    failure: { reason: 'cancelled', message: sentences.join('\n') },
  }
}

const UNSAVED = /^Error saving current state/

/** Omits the diagnostics, which only repeat the interrupt. */
function describeStop({ details, lock, diagnostics }: TerraformFailed): string[] {
  const { command, directory, exit, engine = TERRAFORM } = details
  const name = `${engine.command} ${command} in ${directory}`
  const stop =
    exit.signal === undefined
      ? `${name} stopped when it was interrupted.`
      : `${name} did not stop in time and was killed (${exit.signal}).`
  // For a new stack, an interrupted Terraform saves an empty state, which a role that only plans may not write.
  const wasDenied = command === 'plan' && diagnostics.some(({ summary }) => UNSAVED.test(summary))
  const mayLock = exit.signal !== undefined && command === 'plan'
  return [
    `The run was cancelled, and ${stop}`,
    ...(wasDenied
      ? [`${engine.title} could not save a state, which a plan does not need. No resource was changed.`]
      : []),
    ...(mayLock ? ['The state may still be locked; the next run then reports the lock.'] : []),
    ...(lock?.kind === 'orphaned'
      ? [`The state is still locked. Check that no run is active, then ${unlockStep(lock.id, engine)}.`]
      : []),
  ]
}

function annotateProblems({ path, problems }: InvalidImages): Annotation[] {
  return problems.map(({ line, column, message }) => ({
    severity: 'error',
    file: path,
    startLine: line,
    startColumn: column,
    message,
  }))
}
