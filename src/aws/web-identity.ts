import type { RoleRequest } from './role-request'
import type { Credentials } from './credentials'
import type { AssumeRoleWithWebIdentityResponse } from '@aws-sdk/client-sts'
import { type AwsRuntime, clientSettings } from './client'
import { AwsError, incomplete } from './error'

export interface Assumed {
  /** The account that the session is in, as STS says. */
  readonly accountId: string
  readonly credentials: Credentials
}

const ACTION = 'sts:AssumeRoleWithWebIdentity'

/**
 * Exchanges one ID token for the credentials of a role, in one attempt: the next one needs a token of its own.
 *
 * @throws whatever the SDK throws; AwsError when the answer is incomplete
 */
export async function exchange(token: string, request: RoleRequest, runtime: AwsRuntime): Promise<Assumed> {
  const { STSClient, AssumeRoleWithWebIdentityCommand } = await import('@aws-sdk/client-sts')
  const settings = await clientSettings('STS', { region: request.region, credentials: undefined }, runtime)
  const client = new STSClient({ ...settings, maxAttempts: 1 })
  const command = new AssumeRoleWithWebIdentityCommand({
    RoleArn: request.roleArn,
    RoleSessionName: request.sessionName,
    DurationSeconds: request.durationSeconds,
    WebIdentityToken: token,
  })
  try {
    return read(await client.send(command), runtime)
  } finally {
    client.destroy()
  }
}

/** Masks before it looks any further, so that no path leads a secret past the mask. */
function read(
  { Credentials: given, AssumedRoleUser }: AssumeRoleWithWebIdentityResponse,
  runtime: AwsRuntime,
): Assumed {
  const accessKeyId = masked(given?.AccessKeyId, runtime)
  const secretAccessKey = masked(given?.SecretAccessKey, runtime)
  const sessionToken = masked(given?.SessionToken, runtime)
  const expiration = given?.Expiration
  const accountId = /^arn:[a-z-]+:sts::(\d{12}):/.exec(AssumedRoleUser?.Arn ?? '')?.[1]
  if (!accessKeyId || !secretAccessKey || !sessionToken || !expiration || !accountId) {
    throw new AwsError(incomplete(ACTION, 'credentials or the ARN of the session'))
  }
  return { accountId, credentials: { accessKeyId, secretAccessKey, sessionToken, expiration } }
}

function masked(secret: string | undefined, runtime: AwsRuntime): string | undefined {
  if (secret) runtime.mask(secret)
  return secret
}
