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
