/** A role or an account that cannot be meant; nothing was asked of AWS for it. */
export class InvalidRole extends Error {
  override readonly name = 'InvalidRole'
}

export interface Role {
  readonly arn: string
  readonly partition: string
  /** Twelve digits. */
  readonly accountId: string
}

const ROLE_ARN = /^arn:(aws(?:-[a-z]+)*):iam::(\d{12}):role\/[!-~]+$/

/** Partitions by the prefix of their regions; isolated regions are left to AWS to judge. */
const PARTITIONS: readonly (readonly [prefix: RegExp, partition: string])[] = [
  [/^cn-/, 'aws-cn'],
  [/^us-gov-/, 'aws-us-gov'],
  [/^eusc-/, 'aws-eusc'],
  [/^(?:us|eu)-iso/, ''],
  [/^/, 'aws'],
]

/**
 * Reads a role's ARN and refuses, before anything is asked of AWS, one that cannot be meant.
 *
 * @throws InvalidRole with a sentence when the ARN has another form, belongs to another partition than the region,
 * or to an account that is not among `allowedAccountIds` (an empty list allows every account).
 */
export function checkRole(request: {
  readonly roleArn: string
  readonly region: string
  readonly allowedAccountIds: readonly string[]
}): Role {
  const { roleArn, region, allowedAccountIds } = request
  const match = ROLE_ARN.exec(roleArn)
  const [, partition, accountId] = match ?? []
  if (partition === undefined || accountId === undefined) {
    throw new InvalidRole(
      `role-to-assume: '${roleArn}' is not the ARN of a role; it looks like arn:aws:iam::123456789012:role/langfuse-deploy`,
    )
  }
  const expected = PARTITIONS.find(([prefix]) => prefix.test(region))?.[1] ?? ''
  if (expected !== '' && expected !== partition) {
    throw new InvalidRole(
      `role-to-assume: ${roleArn} belongs to partition ${partition}, but aws-region ${region} to ${expected}; ` +
        `use a role and a region of the same partition`,
    )
  }
  checkAccount(accountId, allowedAccountIds, `role-to-assume ${roleArn}`)
  return { arn: roleArn, partition, accountId }
}

/**
 * @param source what led to the account, as the beginning of a sentence
 * @throws InvalidRole naming the account and the allowed ones; never for an empty list
 */
export function checkAccount(accountId: string, allowed: readonly string[], source: string): void {
  if (allowed.length === 0 || allowed.includes(accountId)) return
  throw new InvalidRole(
    `${source} leads to account ${accountId}, but allowed-account-ids has only ${allowed.join(', ')}; ` +
      `correct whichever of the two is wrong`,
  )
}

/** The audience that AWS's guides tell people to register for GitHub's identity provider. */
export function audienceOf(region: string): string {
  return region.startsWith('cn-') ? 'sts.amazonaws.com.cn' : 'sts.amazonaws.com'
}
