import type { FailureReason } from '../text/failure-reason'

/** The command line is invalid. */
export class InvalidArgument extends Error {
  override readonly name = 'InvalidArgument'
  readonly reason: FailureReason = 'invalid-input'
}

/** A person ended the command: Ctrl-C. */
export class Cancelled extends Error {
  override readonly name = 'Cancelled'
  readonly reason: FailureReason = 'cancelled'
}

/** A command could not reach its goal. The message contains outcome, cause and next step. */
export class CommandFailed extends Error {
  override readonly name = 'CommandFailed'
  readonly reason: FailureReason = 'aws-error'
}
