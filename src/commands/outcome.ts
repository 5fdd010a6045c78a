import type { Annotation } from '../github/annotations'
import type { FailureReason } from '../text/failure-reason'

export interface Failure {
  readonly reason: FailureReason
  readonly message: string
}

export interface Outcome {
  readonly outputs: Readonly<Record<string, string>>
  /** Markdown. */
  readonly summary: string
  readonly warnings: readonly string[]
  readonly annotations: readonly Annotation[]
  readonly failure: Failure | undefined
}

/** Adds outputs to an outcome. */
export function withOutputs(outcome: Outcome, { outputs: added }: Pick<Outcome, 'outputs'>): Outcome {
  const outputs = { ...outcome.outputs, ...added }
  return { ...outcome, outputs }
}

/** Masks secrets in all that people read of an outcome. The output `summary` is masked when it is rendered. */
export function redactOutcome(outcome: Outcome, redact: (text: string) => string): Outcome {
  const { summary, warnings, annotations, failure } = outcome
  return {
    ...outcome,
    summary: redact(summary),
    warnings: warnings.map(redact),
    annotations: annotations.map((one) => ({ ...one, message: redact(one.message) })),
    failure: failure && { ...failure, message: redact(failure.message) },
  }
}

/** Masks secrets in the message of an error. */
export function redactError(error: unknown, redact: (text: string) => string): unknown {
  if (error instanceof Error) error.message = redact(error.message)
  return error
}
