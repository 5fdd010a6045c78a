/** Values of the output `failure-reason`: why a step failed, in one word for `if:` and alerts. */
export const FAILURE_REASONS = [
  'invalid-input',
  'invalid-images',
  'aws-denied',
  'aws-error',
  'rate-limited',
  'copy-failed',
  'terraform-missing',
  'terraform-failed',
  'state-locked',
  'plan-changed',
  'not-reviewed',
  'superseded',
  'destroy-blocked',
  'apply-failed',
  'unhealthy',
  'wrong-version',
  'invalid-api-keys',
  'ingestion-rejected',
  'trace-not-found',
  'github-error',
  'cancelled',
  'internal-error',
] as const

export type FailureReason = (typeof FAILURE_REASONS)[number]

/** Returns whether a value is one of {@link FAILURE_REASONS}. */
export const isFailureReason = (value: unknown): value is FailureReason =>
  FAILURE_REASONS.some((reason) => reason === value)
