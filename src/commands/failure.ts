import { AwsError, isDenied } from '../aws/error'
import type { Diagnostic } from '../github/annotations'
import { InvalidImages } from '../images/images-yaml'
import { TerraformFailed } from '../terraform/error'
import type { FailureReason, Outcome } from './runtime'
import { code, proseWithCommands } from '../text/markdown'

/** Failure reasons by error class name: importing every class here would slow down every command's start. */
export const REASONS: Readonly<Record<string, FailureReason>> = {
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
  InvalidContext: 'unexpected',
  InvalidReference: 'invalid-images',
  UnusableImage: 'copy-failed',
  BadSignature: 'terraform-missing',
  TamperedRelease: 'terraform-missing',
  DownloadFailed: 'terraform-missing',
  NoAnswer: 'not-healthy',
  VerificationFailed: 'not-healthy',
  TerraformCancelled: 'cancelled',
  VerificationCancelled: 'cancelled',
}

/** Returns the failure reason of anything thrown. */
export function reasonOf(error: unknown): FailureReason {
  if (!(error instanceof Error)) return 'unexpected'
  // Whatever Terraform says once it was interrupted, that it was is why.
  if (error instanceof TerraformFailed && error.facts.interrupted) return 'cancelled'
  if (error instanceof AwsError && isDenied(error.facts)) return 'aws-denied'
  if ('lock' in error && error.lock !== undefined) return 'state-locked'
  return REASONS[error.name] ?? 'unexpected'
}

/** Reports an error that a command did not report itself. It may have changed something before. */
export function failedOutcome(error: unknown): Outcome {
  const reason = reasonOf(error)
  if (reason === 'cancelled' && error instanceof Error) return cancelledOutcome(error)
  const message = error instanceof Error ? error.message : String(error)
  const lines = message.split('\n').map((line) => `- ${code(line)}`)
  return {
    outputs: {},
    summary: ['## ❌ Failed before completion', ...lines].join('\n\n'),
    warnings: [],
    annotations: error instanceof InvalidImages ? annotationsOf(error) : [],
    failure: { reason, message },
  }
}

/** Reports a cancelled run; `apply` reports its own cancellation. */
function cancelledOutcome(error: Error): Outcome {
  const sentences = error instanceof TerraformFailed ? stopped(error) : [`${error.message}.`]
  return {
    outputs: {},
    summary: ['## ⚠️ Cancelled', sentences.map((text) => `- ${proseWithCommands(text)}`).join('\n')].join(
      '\n\n',
    ),
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
