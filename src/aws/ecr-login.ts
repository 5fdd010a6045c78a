import type { GetAuthorizationTokenResponse } from '@aws-sdk/client-ecr'
import type { AwsRuntime } from './client'
import { AwsError, incomplete } from './error'

export interface RegistryLogin {
  /** `host` or `host:port`. */
  readonly host: string
  readonly username: string
  readonly password: string
  /** Twelve hours from now, and no later than the session that asked. */
  readonly expiresAt: Date
}

/**
 * Reads the answer of `GetAuthorizationToken`, whose token is the base64 form of `AWS:<password>`.
 * Masks the password and the form it came in before it looks any further.
 *
 * @throws AwsError when the answer is incomplete
 */
export function readLogin(
  { authorizationData }: GetAuthorizationTokenResponse,
  runtime: AwsRuntime,
): RegistryLogin {
  const { authorizationToken = '', expiresAt, proxyEndpoint = '' } = authorizationData?.[0] ?? {}
  const [, username, password] =
    /^([^:]+):(.+)$/.exec(Buffer.from(authorizationToken, 'base64').toString()) ?? []
  for (const secret of [authorizationToken, password]) if (secret) runtime.mask(secret)
  const host = URL.canParse(proxyEndpoint) ? new URL(proxyEndpoint).host : ''
  if (!username || !password || !expiresAt || host === '') {
    throw new AwsError(incomplete('ecr:GetAuthorizationToken', "the registry's address or password"))
  }
  return { host, username, password, expiresAt }
}
