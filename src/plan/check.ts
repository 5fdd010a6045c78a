import { field, listField, textField } from './json'

/** A `check` block that does not hold. */
export interface FailedCheck {
  /** `check.health`. */
  readonly address: string
  readonly messages: readonly string[]
}

/**
 * Returns the failed `check` blocks. Other failed conditions are errors of the plan.
 *
 * @param checks field `checks` of a plan
 */
export function parseFailedChecks(checks: readonly unknown[]): FailedCheck[] {
  return checks.flatMap((check) => {
    const address = field(check, 'address')
    const status = textField(check, 'status')
    if (textField(address, 'kind') !== 'check' || (status !== 'fail' && status !== 'error')) return []
    const problems = listField(check, 'instances').flatMap((instance) => listField(instance, 'problems'))
    const messages = problems.flatMap((problem) => textField(problem, 'message') ?? [])
    return [{ address: textField(address, 'to_display') ?? 'a check', messages }]
  })
}
