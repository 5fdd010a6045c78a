import { type Engine, TERRAFORM } from '../../plan/engine'
import type { Diagnostic } from '../../terraform/diagnostic'
import type { FailureReason } from '../../text/failure-reason'

/** Thrown if `terraform validate` reports errors. */
export class InvalidConfiguration extends Error {
  override readonly name = 'InvalidConfiguration'
  readonly reason: FailureReason = 'terraform-failed'

  readonly advice: string

  constructor(
    directory: string,
    readonly diagnostics: readonly Diagnostic[],
    { command }: Engine = TERRAFORM,
  ) {
    const errors = diagnostics.filter(({ severity }) => severity === 'error')
    super(`${directory} is not valid: ${errors.map(({ summary }) => summary).join('; ')}`)
    this.advice = `Correct the configuration. To repeat the check, run ${command} validate in ${directory}.`
  }
}
