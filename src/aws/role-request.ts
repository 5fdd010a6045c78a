/** Describes the role session to open. */
export interface RoleRequest {
  readonly roleArn: string
  readonly region: string
  /** 900 to the role's maximum, at most 43,200. */
  readonly durationSeconds: number
  /** See {@link sessionName}. */
  readonly sessionName: string
  /** Empty to allow every account. */
  readonly allowedAccountIds: readonly string[]
}
