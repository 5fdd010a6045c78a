/** What a deployment is made of, as far as a verification can tell it apart. */
export type Part = 'address' | 'web' | 'worker' | 'ClickHouse' | 'PostgreSQL' | 'Redis' | 'S3' | 'keys'

/** In the order in which they are gone through. */
export const STAGES = ['health', 'version', 'keys', 'send', 'read'] as const
export type Stage = (typeof STAGES)[number]

export type VerificationReason =
  'not-healthy' | 'wrong-version' | 'keys-refused' | 'trace-refused' | 'trace-lost'

const REASONS: Readonly<Record<Stage, VerificationReason>> = {
  health: 'not-healthy',
  version: 'wrong-version',
  keys: 'keys-refused',
  send: 'trace-refused',
  read: 'trace-lost',
}

/** A deployment that does not do what it is for. */
export class VerificationFailed extends Error {
  override readonly name = 'VerificationFailed'
  readonly reason: VerificationReason

  /** @param suspects the parts that are likely at fault, the likeliest first */
  constructor(
    readonly stage: Stage,
    readonly suspects: readonly Part[],
    message: string,
  ) {
    super(message)
    this.reason = REASONS[stage]
  }
}

/** The run was cancelled while something was waited for. */
export class VerificationCancelled extends Error {
  override readonly name = 'VerificationCancelled'

  constructor() {
    super('The run was cancelled while Langfuse was verified')
  }
}
