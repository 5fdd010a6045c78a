/** Inputs for the AWS session. */
export interface AwsInputs {
  readonly region: string | undefined
  readonly roleToAssume: string | undefined
  /** `RoleSessionName` of AssumeRoleWithWebIdentity. Default: named after the workflow run. */
  readonly roleSessionName: string | undefined
  readonly roleDurationSeconds: number
  readonly allowedAccountIds: readonly string[]
}

/** Pattern of `RoleSessionName` in the AWS STS API reference. */
export const isSessionName = (text: string): boolean => /^[\w+=,.@-]{2,64}$/.test(text)
