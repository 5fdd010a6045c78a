import type { FailureReason } from '../text/failure-reason'

export type Component = 'address' | 'web' | 'worker' | 'ClickHouse' | 'PostgreSQL' | 'Redis' | 'S3' | 'keys'

export type VerificationStep = 'health' | 'version' | 'keys' | 'send' | 'read'

const REASONS: Readonly<Record<VerificationStep, FailureReason>> = {
  health: 'unhealthy',
  version: 'wrong-version',
  keys: 'invalid-api-keys',
  send: 'ingestion-rejected',
  read: 'trace-not-found',
}

/** A failed step of a verification. */
export class VerificationFailed extends Error {
  override readonly name: string = 'VerificationFailed'
  readonly reason: FailureReason

  /** @param likelyCauses most likely first */
  constructor(
    readonly step: VerificationStep,
    readonly likelyCauses: readonly Component[],
    message: string,
  ) {
    super(message)
    this.reason = REASONS[step]
  }
}

/** A failed step after which Langfuse may hold the trace in its queue and store it later. */
export class TraceUnconfirmed extends VerificationFailed {
  override readonly name = 'TraceUnconfirmed'
}

/** The run was cancelled during a verification. */
export class VerificationCancelled extends Error {
  override readonly name = 'VerificationCancelled'
  readonly reason: FailureReason = 'cancelled'

  constructor() {
    super('The run was cancelled during the verification')
  }
}
