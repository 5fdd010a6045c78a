const ISSUER = 'token.actions.githubusercontent.com'

export interface Document {
  readonly Statement: readonly {
    readonly Effect: string
    readonly Action: string
    readonly Condition: Readonly<Record<string, Readonly<Record<string, string | readonly string[]>>>>
  }[]
}

/**
 * Returns whether a trust policy permits a job with these claims to assume the role
 * (https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_condition_operators.html).
 *
 * @throws Error for an unsupported condition operator
 */
export function trusts({ Statement }: Document, claims: Readonly<Record<string, string>>): boolean {
  return Statement.some(({ Effect, Action, Condition }) => {
    if (Effect !== 'Allow' || Action !== 'sts:AssumeRoleWithWebIdentity') return false
    return Object.entries(Condition).every(([operator, keys]) =>
      Object.entries(keys).every(([key, allowed]) =>
        [allowed].flat().some((one) => holds(operator, one, claims[key.replace(`${ISSUER}:`, '')])),
      ),
    )
  })
}

function holds(operator: string, allowed: string, claim: string | undefined): boolean {
  if (operator === 'StringEquals') return claim === allowed
  if (operator !== 'StringLike') throw new Error(`the condition ${operator} is not known`)
  const pattern = allowed
    .replace(/[.+^${}()|[\]\\]/g, '\\$&')
    .replaceAll('*', '.*')
    .replaceAll('?', '.')
  return claim !== undefined && new RegExp(`^${pattern}$`).test(claim)
}
