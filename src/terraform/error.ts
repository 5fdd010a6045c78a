import { type Diagnostic, formatDiagnostic, lockOf, type StateLock } from './diagnostic'
import { adviceOn, killedAdvice, unsavedStateAdvice } from './advice'
import type { Exit } from './process'
import { type Engine, inWordsOf, TERRAFORM } from '../plan/engine'
import type { FailureReason } from '../text/failure-reason'

export interface TerraformFailureDetails {
  readonly command: string
  readonly directory: string
  readonly exit: Exit
  readonly diagnostics: readonly Diagnostic[]
  /** Output that was not JSON. */
  readonly text: readonly string[]
  readonly interrupted: boolean
  /** A sentence on what was done about the failure. */
  readonly note?: string | undefined
  /** Default: Terraform. */
  readonly engine?: Engine | undefined
}

/** A failed Terraform command. The message ends with the next step. */
export class TerraformFailed extends Error {
  override readonly name = 'TerraformFailed'
  readonly reason: FailureReason
  readonly diagnostics: readonly Diagnostic[]
  readonly lock: StateLock | undefined
  /** The next step; empty if the report of the command has it. */
  readonly advice: string

  constructor(
    readonly details: TerraformFailureDetails,
    options?: ErrorOptions,
  ) {
    const lock = details.diagnostics.map(lockOf).find((one) => one !== undefined)
    const advice = adviceFor(details, lock)
    const lines = [formatHeadline(details), ...errorLines(details), advice]
    super(lines.filter((line, at) => at === 0 || line !== '').join('\n'), options)
    this.advice = advice
    this.diagnostics = [...details.diagnostics, ...explanation(details)]
    this.lock = lock
    this.reason = failureReason(details, lock)
  }
}

function failureReason(
  { interrupted, diagnostics }: TerraformFailureDetails,
  lock: StateLock | undefined,
): FailureReason {
  if (interrupted) return 'cancelled'
  if (lock !== undefined) return 'state-locked'
  const errors = diagnostics.filter(({ severity }) => severity === 'error')
  const isInput = errors.length > 0 && errors.every(({ summary }) => INVALID_INPUT.test(summary))
  return isInput ? 'invalid-input' : 'terraform-failed'
}

/** Errors about the inputs `variables` and `var-file`. */
const INVALID_INPUT =
  /^(?:No value for required variable|Failed to read variables file|Value for undeclared variable)$/

function formatHeadline({
  command,
  directory,
  exit,
  interrupted,
  engine = TERRAFORM,
}: TerraformFailureDetails): string {
  const end =
    exit.signal === undefined ? `exit code ${exit.exitCode ?? 'unknown'}` : `ended by ${exit.signal}`
  return `${engine.command} ${command} failed in ${directory} (${end}${interrupted ? ', after the run was cancelled' : ''})`
}

const MAX_EXPLANATION_LENGTH = 4_000

/** Stands for the error that Terraform did not report. */
function explanation(details: TerraformFailureDetails): Diagnostic[] {
  const { diagnostics, interrupted, exit, text, note, engine = TERRAFORM } = details
  if (interrupted || diagnostics.some(({ severity }) => severity === 'error')) return []
  const lines = text
    .filter((line) => line.trim() !== '')
    .join('\n')
    .slice(-MAX_EXPLANATION_LENGTH)
  const parts = [exit.signal === undefined ? '' : killedAdvice(engine), note ?? '', lines]
  return [
    {
      severity: 'error',
      summary: formatHeadline(details),
      detail: parts.filter((part) => part !== '').join('\n'),
      address: undefined,
      range: undefined,
    },
  ]
}

function errorLines({ diagnostics, text }: TerraformFailureDetails): string[] {
  const errors = diagnostics.filter(({ severity }) => severity === 'error').map(formatDiagnostic)
  // Terraform repeats errors.
  return errors.length > 0 ? [...new Set(errors)] : text.filter((line) => line !== '')
}

/** Returns the next step; for an apply, what its report does not tell. */
function adviceFor(details: TerraformFailureDetails, lock: StateLock | undefined): string {
  const { command, directory, diagnostics, text, interrupted, exit, note, engine = TERRAFORM } = details
  const output = [...diagnostics.map(({ summary, detail }) => `${summary}\n${detail}`), ...text].join('\n')
  if (output.includes('errored.tfstate') && command !== 'apply') return unsavedStateAdvice(engine)
  if (lock !== undefined) return lockAdvice(lock, engine)
  if (interrupted) return 'Re-run the job.'
  if (note !== undefined && exit.signal === undefined) return note
  if (exit.signal !== undefined) return [killedAdvice(engine), note ?? ''].join(' ').trim()
  const advice = adviceOn(output, engine)
  if (advice !== undefined) return advice
  // A job applies, not a person.
  return command === 'apply'
    ? ''
    : `Reproduce the error locally with ${engine.command} ${command} in ${directory}.`
}

/** Errors about a state that Terraform could not save. */
const UNSAVED_STATE =
  /^(?:Failed to (?:save|persist|serialize) state|Failed to create local state file|Error saving current state)/

/** Returns the errors of an apply whose state was saved afterwards. */
export const withoutUnsavedState = (diagnostics: readonly Diagnostic[]): Diagnostic[] =>
  diagnostics.filter(({ summary }) => !UNSAVED_STATE.test(summary))

/** Terraform's lock IDs are UUIDs (RFC 9562). Who may write the lock can write another ID. */
export const isLockId = (id: string): boolean =>
  /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i.test(id)

/** Returns a clause with the command that removes a lock, if it is safe to run. */
export const unlockStep = (id: string, engine: Engine = TERRAFORM): string =>
  inWordsOf(
    engine,
    isLockId(id)
      ? `run terraform force-unlock ${id}`
      : "find out who wrote the object next to the state whose name ends in .tflock, because its ID is not one of Terraform's, and delete it",
  )

/** Describes a lock and the next step. */
export function lockAdvice(
  { kind, id, path, operation, who, created }: StateLock,
  engine: Engine = TERRAFORM,
): string {
  const purpose = operation.replace(/^OperationType/, '').toLowerCase()
  const parts = [
    who && `held by ${who}`,
    created && `since ${created}`,
    purpose && `for ${purpose}`,
    path && `on ${path}`,
  ]
  const holder = parts
    .filter((part) => part !== '')
    .map(shorten)
    .join(' ')
  return kind === 'orphaned'
    ? `This run's lock was not released (${holder}). Check that no run is active, then ${unlockStep(id, engine)}.`
    : `The state is locked: ${holder}. Wait for that run or raise lock-timeout. If that run is no longer active, ${unlockStep(id, engine)}.`
}

const MAX_PART_LENGTH = 200

const shorten = (text: string): string =>
  text.length > MAX_PART_LENGTH ? `${text.slice(0, MAX_PART_LENGTH)}…` : text
