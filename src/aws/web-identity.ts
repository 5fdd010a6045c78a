import type { RoleRequest } from './role-request'
import type { Credentials } from './credentials'
import type { AssumeRoleWithWebIdentityResponse } from '@aws-sdk/client-sts'
import { type AwsRuntime, clientSettings } from './client'
import { AwsError, incompleteAnswer } from './error'

export interface AssumedRole {
  readonly accountId: string
  readonly credentials: Credentials
}

const ASSUME_ACTION = 'sts:AssumeRoleWithWebIdentity'

/**
 * Exchanges an ID token for credentials. One attempt, because each needs a new token.
 *
 * @throws the SDK's errors; AwsError for an incomplete answer
 */
export async function exchangeToken(
  token: string,
  request: RoleRequest,
  runtime: AwsRuntime,
): Promise<AssumedRole> {
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
    return readSession(await client.send(command), runtime)
  } finally {
    client.destroy()
  }
}

/** Masks before any check. */
function readSession(
  { Credentials: given, AssumedRoleUser }: AssumeRoleWithWebIdentityResponse,
  runtime: AwsRuntime,
): AssumedRole {
  const accessKeyId = maskSecret(given?.AccessKeyId, runtime)
  const secretAccessKey = maskSecret(given?.SecretAccessKey, runtime)
  const sessionToken = maskSecret(given?.SessionToken, runtime)
  const expiration = given?.Expiration
  const accountId = /^arn:[a-z-]+:sts::(\d{12}):/.exec(AssumedRoleUser?.Arn ?? '')?.[1]
  if (!accessKeyId || !secretAccessKey || !sessionToken || !expiration || !accountId) {
    throw new AwsError(incompleteAnswer(ASSUME_ACTION, 'credentials or the ARN of the session'))
  }
  return { accountId, credentials: { accessKeyId, secretAccessKey, sessionToken, expiration } }
}

function maskSecret(secret: string | undefined, runtime: AwsRuntime): string | undefined {
  if (secret) runtime.mask(secret)
  return secret
}
