import type { AwsSession } from './credentials'
import { type AwsRuntime, clientSettings } from './client'
import { AwsError, readErrorDetails, incompleteAnswer, isDenied, missingPermission } from './error'

const READ_ACTION = 'secretsmanager:GetSecretValue'
const SECRET_ARN = /^arn:[\w-]+:secretsmanager:([\w-]+):\d{12}:secret:[\w/+=.@-]+$/

/** Returns undefined for other ARNs. */
export const regionOfSecret = (arn: string): string | undefined => SECRET_ARN.exec(arn)?.[1]

/** Reads a secret, which the caller must mask. @throws AwsError */
export async function readSecret(
  arn: string,
  session: Pick<AwsSession, 'region' | 'credentials'>,
  runtime: AwsRuntime,
): Promise<string> {
  // See `Bucket.client`.
  await session.credentials?.()
  const { SecretsManagerClient, GetSecretValueCommand } = await import('@aws-sdk/client-secrets-manager')
  const client = new SecretsManagerClient(await clientSettings('SECRETS_MANAGER', session, runtime))
  try {
    const { SecretString } = await client.send(new GetSecretValueCommand({ SecretId: arn }))
    if (SecretString !== undefined) return SecretString
  } catch (error) {
    throw readError(error, arn)
  } finally {
    client.destroy()
  }
  throw new AwsError(incompleteAnswer(READ_ACTION, 'the text of the secret'))
}

function readError(error: unknown, arn: string): AwsError {
  const details = readErrorDetails(error, READ_ACTION)
  const permission = missingPermission(details)
  const advice = isDenied(details)
    ? `Allow ${permission}${permission === READ_ACTION ? ` on ${arn}` : ''} in a policy of the role, or set public-key and secret-key.`
    : details.code === 'ResourceNotFoundException'
      ? `The secret ${arn} does not exist: apply the stack again, or set public-key and secret-key.`
      : undefined
  return new AwsError(details, { cause: error, advice })
}
