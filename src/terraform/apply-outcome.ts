import { ApplyProgress, type ApplyReport } from './apply-progress'
import { type Diagnostic, lockOf, type StateLock } from './diagnostic'
import { redactDeep } from '../text/redact'
import { parseEvent } from './events'
import { followFile } from './follow-file'

/** The output of an apply whose parent process died. */
export interface ApplyTranscript {
  /** Empty if the output ends before it. */
  readonly version: string
  readonly report: ApplyReport
  readonly lock: StateLock | undefined
}

/** Reads the output file of an apply that has ended. */
export async function readApplyTranscript(
  stdoutFile: string,
  redact: (text: string) => string,
): Promise<ApplyTranscript> {
  const progress = new ApplyProgress()
  const clean = (value: unknown): unknown => redactDeep(value, redact)
  let version = ''
  await followFile(
    stdoutFile,
    (line) => {
      const event = parseEvent(line, clean)
      progress.add(event)
      if (event.kind === 'version') ({ version } = event)
    },
    AbortSignal.abort(),
  )
  const report = progress.report()
  return { version, report, lock: report.diagnostics.map(lockOf).find((one) => one !== undefined) }
}

/** `unknown`: Terraform was killed, possibly before it saved the state. */
export type StateOutcome = 'unchanged' | 'persisted' | 'not-persisted' | 'unknown'

/**
 * Derives the state outcome. Terraform prints its summary or final errors only after the attempt to
 * save the state (internal/backend/local/backend_apply.go).
 */
export function stateOutcomeOf(report: ApplyReport): StateOutcome {
  const errors = report.diagnostics.filter(isFinalError)
  if (errors.some(({ summary }) => STATE_NOT_SAVED.test(summary))) return 'not-persisted'
  if (report.summary !== undefined) return 'persisted'
  if (errors.length === 0) return 'unknown'
  const { applied, failed, unfinished, actions } = report
  return applied.length + failed.length + unfinished.length + actions.length === 0 ? 'unchanged' : 'persisted'
}

const STATE_NOT_SAVED = /^Failed to (?:(?:save|persist|serialize) state|create local state file)/

/** An interrupted apply saves twice, and reports the first failure at once. */
const isFinalError = ({ severity, summary }: Diagnostic): boolean =>
  severity === 'error' && summary !== 'Error saving current state'
