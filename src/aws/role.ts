import type { FailureReason } from '../text/failure-reason'

/** Role, account and region do not match. */
export class InvalidRole extends Error {
  override readonly name = 'InvalidRole'
  readonly reason: FailureReason = 'invalid-input'
}

export interface Role {
  readonly arn: string
  readonly partition: string
  /** Twelve digits. */
  readonly accountId: string
}

const ROLE_ARN = /^arn:(aws(?:-[a-z]+)*):iam::(\d{12}):role\/[!-~]+$/

/** Empty for isolated regions, which are not checked. */
const PARTITIONS: readonly (readonly [prefix: RegExp, partition: string])[] = [
  [/^cn-/, 'aws-cn'],
  [/^us-gov-/, 'aws-us-gov'],
  [/^eusc-/, 'aws-eusc'],
  [/^(?:us|eu)-iso/, ''],
  [/^/, 'aws'],
]

/** Parses a role's ARN; checks partition and account. @throws InvalidRole */
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
      `role-to-assume: '${roleArn}' is not the ARN of a role; expected, for example, arn:aws:iam::123456789012:role/langfuse-deploy`,
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

/** An empty list allows all accounts. @param source subject of the message @throws InvalidRole */
export function checkAccount(accountId: string, allowed: readonly string[], source: string): void {
  if (allowed.length === 0 || allowed.includes(accountId)) return
  throw new InvalidRole(
    `${source} is in account ${accountId}, but allowed-account-ids contains only ${allowed.join(', ')}; ` +
      `correct the credentials or allowed-account-ids`,
  )
}

/** Audience that AWS's guides register for GitHub. */
export function audienceOf(region: string): string {
  return region.startsWith('cn-') ? 'sts.amazonaws.com.cn' : 'sts.amazonaws.com'
}
