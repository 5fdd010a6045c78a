import { type Diagnostic, describe, lockOf, type StateLock } from './diagnostic'
import type { Exit } from './process'

export interface FailureFacts {
  /** Of Terraform: `plan`, `init`, … */
  readonly command: string
  readonly directory: string
  readonly exit: Exit
  readonly diagnostics: readonly Diagnostic[]
  /** The last lines that were not JSON. */
  readonly text: readonly string[]
  /** The run was cancelled meanwhile. */
  readonly interrupted: boolean
}

/** A Terraform command that did not come to what it was started for. */
export class TerraformFailed extends Error {
  override readonly name = 'TerraformFailed'
  readonly diagnostics: readonly Diagnostic[]
  /** The lock that is in the way, or that was left behind. */
  readonly lock: StateLock | undefined

  constructor(
    readonly facts: FailureFacts,
    options?: ErrorOptions,
  ) {
    const lock = facts.diagnostics.map(lockOf).find((one) => one !== undefined)
    super([headOf(facts), ...wordsOf(facts), advise(facts, lock)].join('\n'), options)
    this.diagnostics = facts.diagnostics
    this.lock = lock
  }
}

function headOf({ command, directory, exit, interrupted }: FailureFacts): string {
  const end =
    exit.signal === undefined ? `exit code ${exit.exitCode ?? 'unknown'}` : `ended by ${exit.signal}`
  return `terraform ${command} failed in ${directory} (${end}${interrupted ? ', after the run was cancelled' : ''})`
}

function wordsOf({ diagnostics, text }: FailureFacts): string[] {
  const errors = diagnostics.filter(({ severity }) => severity === 'error').map(describe)
  // Terraform repeats some, one for each part that it had to stop.
  return errors.length > 0 ? [...new Set(errors)] : text.filter((line) => line !== '')
}

const UNSAVED =
  'The new state is only in errored.tfstate, beside the configuration: bring it to the backend with terraform state push errored.tfstate before the runner clears its workspace, and before anything else is applied.'
const INSTALL = 'or install a fitting Terraform in a step before this one'

/** The next step by Terraform's words, first match wins. */
const ADVICE: readonly (readonly [words: RegExp, advice: string])[] = [
  [
    /Error acquiring the state lock[^]*(?:AccessDenied|not authorized)/,
    "The lock could not be taken: the role needs s3:GetObject, s3:PutObject and s3:DeleteObject on the state's key followed by .tflock.",
  ],
  [
    /Error acquiring the state lock/,
    'Run the job again; if it comes back, look at the object beside the state whose name ends in .tflock.',
  ],
  [
    /Unsupported Terraform Core version/,
    `Set terraform-version to one that required_version admits, ${INSTALL}.`,
  ],
  [
    /dependency lock file|Provider dependency changes detected|checksums previously recorded|-lockfile=readonly/,
    'Run terraform providers lock -platform=linux_amd64 -platform=linux_arm64 -platform=darwin_arm64 and commit .terraform.lock.hcl.',
  ],
  [
    /Backend configuration changed|Backend initialization required/,
    'A .terraform directory of another backend is in the way: remove it before this step, or leave it out of the cache.',
  ],
  [
    /No value for required variable/,
    'Give the variable in variables (name=value), in a var-file, or as TF_VAR_<name>.',
  ],
  [/Failed to read variables file/, 'Paths in var-file are relative to working-directory.'],
  [
    /No valid credential sources found|ExpiredToken|InvalidClientTokenId|no EC2 IMDS role found/,
    'Give role-to-assume (with `permissions: id-token: write`), or configure AWS credentials in a step before this one.',
  ],
  [
    /AccessDenied|UnauthorizedOperation|not authorized to perform/,
    'Allow the action in a policy of the role.',
  ],
  [/Saved plan is stale/, 'Something changed the state after the plan: run the job again to plan afresh.'],
  [
    /Failed to query available provider packages|Failed to install provider/,
    'Check the network, HTTPS_PROXY and the source of the provider.',
  ],
]

function advise(
  { command, directory, diagnostics, text, interrupted }: FailureFacts,
  lock?: StateLock,
): string {
  const words = [...diagnostics.map(({ summary, detail }) => `${summary}\n${detail}`), ...text].join('\n')
  if (words.includes('errored.tfstate')) return UNSAVED
  if (lock !== undefined) return lockAdvice(lock)
  if (interrupted) return 'Run the job again.'
  const advice = ADVICE.find(([pattern]) => pattern.test(words))?.[1]
  return advice ?? `terraform ${command} in ${directory} says the same on your own machine.`
}

/** Who holds the lock, since when, for what, and how to go on. */
export function lockAdvice({ kind, id, path, operation, who, created }: StateLock): string {
  const what = operation.replace(/^OperationType/, '').toLowerCase()
  const facts = [
    who && `held by ${who}`,
    created && `since ${created}`,
    what && `for ${what}`,
    path && `on ${path}`,
  ]
  const holder = facts.filter((fact) => fact !== '').join(' ')
  const unlock = `terraform force-unlock ${id}`
  return kind === 'left'
    ? `This run's lock was left behind (${holder}); check that nothing runs any more, then ${unlock}.`
    : `The state is locked: ${holder}. Wait for that run, raise lock-timeout, or, when it is surely dead, ${unlock}.`
}
