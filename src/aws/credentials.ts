/** In the AWS SDK's format. */
export interface Credentials {
  readonly accessKeyId: string
  readonly secretAccessKey: string
  readonly sessionToken: string
  readonly expiration: Date
}

export interface AwsSession {
  readonly region: string
  /** Twelve digits; undefined if not requested. */
  readonly accountId: string | undefined
  /** See {@link RenewingCredentials}; undefined for the SDK's default chain. */
  readonly credentials: (() => Promise<Credentials>) | undefined
  /** For programs that cache credentials. */
  readonly freshCredentials?: () => Promise<Credentials>
}
