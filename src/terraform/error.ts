import { type Diagnostic, formatDiagnostic, lockOf, type StateLock } from './diagnostic'
import type { Exit } from './process'
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
}

/** A failed Terraform command. The message ends with the next step. */
export class TerraformFailed extends Error {
  override readonly name = 'TerraformFailed'
  readonly reason: FailureReason
  readonly diagnostics: readonly Diagnostic[]
  readonly lock: StateLock | undefined

  constructor(
    readonly details: TerraformFailureDetails,
    options?: ErrorOptions,
  ) {
    const lock = details.diagnostics.map(lockOf).find((one) => one !== undefined)
    super([formatHeadline(details), ...errorLines(details), adviceFor(details, lock)].join('\n'), options)
    this.diagnostics = [...details.diagnostics, ...explanation(details)]
    this.lock = lock
    this.reason = details.interrupted ? 'cancelled' : lock === undefined ? 'terraform-failed' : 'state-locked'
  }
}

function formatHeadline({ command, directory, exit, interrupted }: TerraformFailureDetails): string {
  const end =
    exit.signal === undefined ? `exit code ${exit.exitCode ?? 'unknown'}` : `ended by ${exit.signal}`
  return `terraform ${command} failed in ${directory} (${end}${interrupted ? ', after the run was cancelled' : ''})`
}

const MAX_EXPLANATION_LENGTH = 4_000

/** Stands for the error that Terraform did not report. */
function explanation(details: TerraformFailureDetails): Diagnostic[] {
  const { diagnostics, interrupted, exit, text, note } = details
  if (interrupted || diagnostics.some(({ severity }) => severity === 'error')) return []
  const lines = text
    .filter((line) => line.trim() !== '')
    .join('\n')
    .slice(-MAX_EXPLANATION_LENGTH)
  const parts = [exit.signal === undefined ? '' : KILLED_ADVICE, note ?? '', lines]
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

const KILLED_ADVICE =
  'The system ended Terraform, most likely because the runner has too little memory. Use a larger runner or a smaller parallelism.'
const UNSAVED_STATE_ADVICE =
  'The new state exists only in errored.tfstate in the working directory. Save it in the backend with terraform state push errored.tfstate before the runner deletes its workspace and before the next apply.'
const INSTALL = 'or install a matching version in an earlier step'

const NO_LOCK = 'Error acquiring the state lock'

/** The first matching pattern decides. */
const ADVICE_BY_OUTPUT: readonly (readonly [
  output: RegExp | ((output: string) => boolean),
  advice: string,
])[] = [
  [
    (output) => output.includes(NO_LOCK) && /AccessDenied|not authorized/.test(output),
    "The role may not acquire the lock. Allow s3:GetObject, s3:PutObject and s3:DeleteObject on the state's key followed by .tflock.",
  ],
  [
    (output) => output.includes(NO_LOCK),
    "Re-run the job. If the error persists, check the object in the state's bucket whose name ends in .tflock.",
  ],
  [
    /Unsupported Terraform Core version/,
    `Set terraform-version to a version that required_version allows, ${INSTALL}.`,
  ],
  [
    /dependency lock file|Provider dependency changes detected|checksums previously recorded|-lockfile=readonly/,
    'Run terraform providers lock -platform=linux_amd64 -platform=linux_arm64 -platform=darwin_arm64 and commit .terraform.lock.hcl.',
  ],
  [
    /Backend configuration changed|Backend initialization required/,
    'The .terraform directory belongs to another backend. Delete it before this step, or exclude it from the cache.',
  ],
  [
    /No value for required variable/,
    'Set the variable with the input variables (name=value), in a var-file, or as TF_VAR_<name>.',
  ],
  [/Failed to read variables file/, 'Paths in var-file are relative to working-directory.'],
  [
    /No valid credential sources found|ExpiredToken|InvalidClientTokenId|no EC2 IMDS role found/,
    'Set role-to-assume (with `permissions: id-token: write`), or configure AWS credentials in an earlier step.',
  ],
  [
    /AccessDenied|UnauthorizedOperation|not authorized to perform/,
    "Allow the denied action in the role's policy.",
  ],
  [
    /Saved plan is stale/,
    'The state changed after the plan was created. Re-run the job to create a new plan.',
  ],
  [
    /Failed to query available provider packages|Failed to install provider/,
    "Check the network, HTTPS_PROXY and the provider's source address.",
  ],
]

function adviceFor(
  { command, directory, diagnostics, text, interrupted, exit, note }: TerraformFailureDetails,
  lock?: StateLock,
): string {
  const output = [...diagnostics.map(({ summary, detail }) => `${summary}\n${detail}`), ...text].join('\n')
  // A failed apply tells what became of its state when it is known.
  if (output.includes('errored.tfstate') && command !== 'apply') return UNSAVED_STATE_ADVICE
  if (lock !== undefined) return lockAdvice(lock)
  if (interrupted) return 'Re-run the job.'
  if (note !== undefined && exit.signal === undefined) return note
  if (exit.signal !== undefined) return [KILLED_ADVICE, note ?? ''].join(' ').trim()
  const advice = ADVICE_BY_OUTPUT.find(([pattern]) =>
    typeof pattern === 'function' ? pattern(output) : pattern.test(output),
  )?.[1]
  return advice ?? `Reproduce the error locally with terraform ${command} in ${directory}.`
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
export const unlockStep = (id: string): string =>
  isLockId(id)
    ? `run terraform force-unlock ${id}`
    : "find out who wrote the object next to the state whose name ends in .tflock, because its ID is not one of Terraform's, and delete it"

/** Describes a lock and the next step. */
export function lockAdvice({ kind, id, path, operation, who, created }: StateLock): string {
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
    ? `This run's lock was not released (${holder}). Check that no run is active, then ${unlockStep(id)}.`
    : `The state is locked: ${holder}. Wait for that run or raise lock-timeout. If that run is no longer active, ${unlockStep(id)}.`
}

const MAX_PART_LENGTH = 200

const shorten = (text: string): string =>
  text.length > MAX_PART_LENGTH ? `${text.slice(0, MAX_PART_LENGTH)}…` : text
