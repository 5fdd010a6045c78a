export interface AwsInputs {
  readonly region: string | undefined
  readonly roleToAssume: string | undefined
  readonly roleDurationSeconds: number
  readonly allowedAccountIds: readonly string[]
}
