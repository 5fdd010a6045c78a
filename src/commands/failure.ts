import { AwsError, isDenied } from '../aws/error'
import type { Diagnostic } from '../github/annotations'
import { InvalidImages } from '../images/images-yaml'
import { TerraformFailed } from '../terraform/error'
import type { FailureReason, Outcome } from './runtime'
import { code, proseWithCommands } from '../text/markdown'

/** By the name that each class of errors bears, since to load all of them for one would take longer than most commands. */
const REASONS: Readonly<Record<string, FailureReason>> = {
  InvalidInput: 'invalid-input',
  InvalidRole: 'invalid-input',
  InvalidArgument: 'invalid-input',
  InvalidConstraint: 'invalid-input',
  InvalidRecordsUrl: 'invalid-input',
  InvalidImages: 'invalid-images',
  InvalidFollow: 'invalid-images',
  WrongPlatform: 'invalid-images',
  AccessDenied: 'aws-denied',
  AwsError: 'aws-failed',
  NoIdToken: 'aws-failed',
  RateLimited: 'rate-limited',
  CopyFailed: 'copy-failed',
  HttpError: 'copy-failed',
  CorruptContent: 'copy-failed',
  UnsupportedContent: 'copy-failed',
  DockerConfigError: 'copy-failed',
  NoTerraform: 'terraform-missing',
  TerraformFailed: 'terraform-failed',
  TerraformNotStarted: 'terraform-failed',
  InvalidConfiguration: 'terraform-failed',
  InvalidPlan: 'terraform-failed',
  InvalidPlanRecord: 'not-reviewed',
  GitHubError: 'github-failed',
  Cancelled: 'cancelled',
}

/** The word for what went wrong. */
export function reasonOf(error: unknown): FailureReason {
  if (!(error instanceof Error)) return 'unexpected'
  // Whatever Terraform says once it was interrupted, that it was is why.
  if (error instanceof TerraformFailed && error.facts.interrupted) return 'cancelled'
  if (error instanceof AwsError && isDenied(error.facts)) return 'aws-denied'
  if ('lock' in error && error.lock !== undefined) return 'state-locked'
  return REASONS[error.name] ?? 'unexpected'
}

/** What to leave behind when a command could not even begin. */
export function failedOutcome(error: unknown): Outcome {
  const reason = reasonOf(error)
  if (reason === 'cancelled' && error instanceof Error) return cancelledOutcome(error)
  const message = error instanceof Error ? error.message : String(error)
  const lines = message.split('\n').map((line) => `- ${code(line)}`)
  return {
    outputs: {},
    summary: ['## ❌ Nothing was done', ...lines].join('\n\n'),
    warnings: [],
    annotations: error instanceof InvalidImages ? annotationsOf(error) : [],
    failure: { reason, message },
  }
}

/** Only an apply changes anything, and it tells of itself. */
function cancelledOutcome(error: Error): Outcome {
  const sentences = error instanceof TerraformFailed ? stopped(error) : [`${error.message}.`]
  return {
    outputs: {},
    summary: [
      '## ⚠️ Cancelled: nothing was changed',
      sentences.map((text) => `- ${proseWithCommands(text)}`).join('\n'),
    ].join('\n\n'),
    warnings: [],
    annotations: [],
    failure: { reason: 'cancelled', message: sentences.join('\n') },
  }
}

/** Terraform's own words are left out: that it was interrupted, in many ways. */
function stopped({ facts: { command, directory, exit }, lock }: TerraformFailed): string[] {
  const mayLock = command === 'plan' ? '; should its lock have stayed, the next run says whose it is' : ''
  const how =
    exit.signal === undefined
      ? 'was asked to stop, and did'
      : `did not stop in time and was ended (${exit.signal})${mayLock}`
  const left = lock?.kind === 'left' ? `The lock was not given back: terraform force-unlock ${lock.id}.` : ''
  return [`The run was cancelled: terraform ${command} in ${directory} ${how}.`, left].filter(
    (text) => text !== '',
  )
}

function annotationsOf({ path, faults }: InvalidImages): Diagnostic[] {
  return faults.map(({ line, column, message }) => ({
    severity: 'error',
    file: path,
    startLine: line,
    startColumn: column,
    message,
  }))
}
