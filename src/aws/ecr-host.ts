export interface EcrHost {
  /** Twelve digits: the registry's id. */
  readonly accountId: string
  readonly region: string
}

/**
 * The forms of a private registry's host:
 * https://docs.aws.amazon.com/AmazonECR/latest/userguide/ecr-requests.html.
 * Anchored, since an ECR password is sent to whatever matches.
 */
const FORMS: readonly RegExp[] = [
  /^(\d{12})\.dkr\.ecr(?:-fips)?\.([a-z0-9]+(?:-[a-z0-9]+)+)\.amazonaws\.(?:com|com\.cn|eu)$/,
  /^(\d{12})\.dkr-ecr(?:-fips)?\.([a-z0-9]+(?:-[a-z0-9]+)+)\.on\.(?:aws|amazonwebservices\.com\.cn)$/,
]

/** Account and region of an ECR registry's host; undefined for any other host, and for a host with a port. */
export function parseEcrHost(host: string): EcrHost | undefined {
  for (const form of FORMS) {
    const [, accountId, region] = form.exec(host.toLowerCase()) ?? []
    if (accountId !== undefined && region !== undefined) return { accountId, region }
  }
  return undefined
}
