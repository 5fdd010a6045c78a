import type { GetAuthorizationTokenResponse } from '@aws-sdk/client-ecr'
import type { AwsRuntime } from './client'
import { AwsError, incompleteAnswer } from './error'

export interface RegistryLogin {
  readonly host: string
  readonly username: string
  readonly password: string
  readonly expiresAt: Date
}

/**
 * Parses the answer of `GetAuthorizationToken`, whose token is `AWS:<password>` in base64. Masks both first.
 *
 * @throws AwsError for an incomplete answer
 */
export function parseLogin(
  { authorizationData }: GetAuthorizationTokenResponse,
  runtime: AwsRuntime,
): RegistryLogin {
  const { authorizationToken = '', expiresAt, proxyEndpoint = '' } = authorizationData?.[0] ?? {}
  const [, username, password] =
    /^([^:]+):(.+)$/.exec(Buffer.from(authorizationToken, 'base64').toString()) ?? []
  for (const secret of [authorizationToken, password]) if (secret) runtime.mask(secret)
  const host = URL.canParse(proxyEndpoint) ? new URL(proxyEndpoint).host : ''
  if (!username || !password || !expiresAt || host === '') {
    throw new AwsError(incompleteAnswer('ecr:GetAuthorizationToken', "the registry's address or password"))
  }
  return { host, username, password, expiresAt }
}
