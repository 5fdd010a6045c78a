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
