/** Temporary credentials, in the form that the AWS SDK takes. */
export interface Credentials {
  readonly accessKeyId: string
  readonly secretAccessKey: string
  readonly sessionToken: string
  readonly expiration: Date
}

/** Who calls AWS, and where. */
export interface AwsSession {
  readonly region: string
  /** Twelve digits; undefined when nobody asked AWS. */
  readonly accountId: string | undefined
  /** Credentials with at least five minutes left if AWS can be reached; undefined for the SDK's default chain. */
  readonly credentials: (() => Promise<Credentials>) | undefined
  /** The same, renewed at half of their life already: for a program that keeps what it is handed. */
  readonly freshCredentials?: () => Promise<Credentials>
}
