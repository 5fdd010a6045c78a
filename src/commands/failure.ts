import { AwsError, isDenied } from '../aws/error'
import type { Diagnostic } from '../github/annotations'
import { code } from '../github/markdown'
import { InvalidImages } from '../registry/images'
import type { FailureReason, Outcome } from './world'

/** By the name that each class of errors bears, since to load all of them for one would take longer than most commands. */
const REASONS: Readonly<Record<string, FailureReason>> = {
  InvalidInput: 'invalid-input',
  InvalidRole: 'invalid-input',
  InvalidArgument: 'invalid-input',
  InvalidConstraint: 'invalid-input',
  InvalidRecordsUrl: 'invalid-input',
  InvalidImages: 'invalid-images',
  WrongPlatform: 'invalid-images',
  AccessDenied: 'aws-denied',
  AwsError: 'aws-failed',
  NoIdToken: 'aws-failed',
  RateLimited: 'rate-limited',
  CopyFailed: 'copy-failed',
  RegistryError: 'copy-failed',
  CorruptContent: 'copy-failed',
  UnsupportedContent: 'copy-failed',
  DockerConfigError: 'copy-failed',
  NoTerraform: 'terraform-missing',
  TerraformFailed: 'terraform-failed',
  TerraformNotStarted: 'terraform-failed',
  InvalidConfiguration: 'terraform-failed',
  InvalidPlan: 'terraform-failed',
  StateLocked: 'state-locked',
  InvalidPlanRecord: 'not-reviewed',
  Cancelled: 'cancelled',
}

/** The word for what went wrong. */
export function reasonOf(error: unknown): FailureReason {
  if (!(error instanceof Error)) return 'unexpected'
  if (error instanceof AwsError && isDenied(error.facts)) return 'aws-denied'
  if ('lock' in error && error.lock !== undefined) return 'state-locked'
  return REASONS[error.name] ?? 'unexpected'
}

/** What to leave behind when a command could not even begin. */
export function failedOutcome(error: unknown): Outcome {
  const message = error instanceof Error ? error.message : String(error)
  const lines = message.split('\n').map((line) => `- ${code(line)}`)
  return {
    outputs: {},
    summary: ['## ❌ Nothing was done', ...lines].join('\n\n'),
    warnings: [],
    annotations: error instanceof InvalidImages ? annotationsOf(error) : [],
    failure: { reason: reasonOf(error), message },
  }
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
