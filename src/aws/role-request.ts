export interface RoleRequest {
  readonly roleArn: string
  readonly region: string
  /** From 900 to the role's maximum, at most 43,200. */
  readonly durationSeconds: number
  readonly sessionName: string
  /** Empty allows all accounts. */
  readonly allowedAccountIds: readonly string[]
}
