import { ApplyProgress, type ApplyReport } from './apply-progress'
import { type Diagnostic, lockOf, type StateLock } from './diagnostic'
import { redactDeep } from '../text/redact'
import { parseLine } from './events'
import { follow } from './follow-file'

/** What a Terraform left to read whose parent did not hear it out. */
export interface ApplyTranscript {
  /** Of Terraform; empty when it did not get as far as to say it. */
  readonly version: string
  readonly report: ApplyReport
  readonly lock: StateLock | undefined
}

/** Reads, after the end, what Terraform wrote to its file. */
export async function readApplyTranscript(
  stdoutFile: string,
  redact: (text: string) => string,
): Promise<ApplyTranscript> {
  const progress = new ApplyProgress()
  const clean = (value: unknown): unknown => redactDeep(value, redact)
  let version = ''
  await follow(
    stdoutFile,
    (line) => {
      const event = parseLine(line, clean)
      progress.take(event)
      if (event.kind === 'version') ({ version } = event)
    },
    AbortSignal.abort(),
  )
  const report = progress.report()
  return { version, report, lock: report.diagnostics.map(lockOf).find((one) => one !== undefined) }
}

/**
 * What became of the state in an apply that is over:
 * - `untouched`: it failed before it began anything
 * - `saved`
 * - `unsaved`: Terraform says that it could not save it
 * - `unheard`: Terraform ended without its last word, so it was killed, maybe before it saved
 */
export type StateOutcome = 'untouched' | 'saved' | 'unsaved' | 'unheard'

/**
 * Terraform's last word is its count or what went wrong, and it says neither before the state is saved or
 * could not be (backend/local/backend_apply.go).
 */
export function stateOutcomeOf(report: ApplyReport): StateOutcome {
  const errors = report.diagnostics.filter(isLastWord)
  if (errors.some(({ summary }) => UNSAVED.test(summary))) return 'unsaved'
  if (report.summary !== undefined) return 'saved'
  if (errors.length === 0) return 'unheard'
  const { applied, failed, unfinished } = report
  return applied.length + failed.length + unfinished.length === 0 ? 'untouched' : 'saved'
}

const UNSAVED = /^Failed to (?:(?:save|persist|serialize) state|create local state file)/

/** The one error that comes earlier: an interrupted apply saves at once, and again at its end. */
const isLastWord = ({ severity, summary }: Diagnostic): boolean =>
  severity === 'error' && summary !== 'Error saving current state'
