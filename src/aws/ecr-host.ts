export interface EcrHost {
  readonly accountId: string
  readonly region: string
}

/**
 * Hosts of private registries (https://docs.aws.amazon.com/AmazonECR/latest/userguide/ecr-requests.html).
 * Anchored, because a matching host receives an ECR password.
 */
const HOST_PATTERNS: readonly RegExp[] = [
  /^(\d{12})\.dkr\.ecr(?:-fips)?\.([a-z0-9]+(?:-[a-z0-9]+)+)\.amazonaws\.(?:com|com\.cn|eu)$/,
  /^(\d{12})\.dkr-ecr(?:-fips)?\.([a-z0-9]+(?:-[a-z0-9]+)+)\.on\.(?:aws|amazonwebservices\.com\.cn)$/,
]

/** Parses the host of a private registry, without a port. */
export function parseEcrHost(host: string): EcrHost | undefined {
  for (const form of HOST_PATTERNS) {
    const [, accountId, region] = form.exec(host.toLowerCase()) ?? []
    if (accountId !== undefined && region !== undefined) return { accountId, region }
  }
  return undefined
}
