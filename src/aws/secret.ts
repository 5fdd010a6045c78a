import type { AwsSession } from './credentials'
import { type AwsRuntime, clientSettings } from './client'
import { AwsError, factsOf, incomplete, isDenied, missingPermission } from './error'

const ACTION = 'secretsmanager:GetSecretValue'
const ARN = /^arn:[\w-]+:secretsmanager:([\w-]+):\d{12}:secret:[\w/+=.@-]+$/

/** The region of a secret; undefined when the text is no ARN of one. */
export const regionOfSecret = (arn: string): string | undefined => ARN.exec(arn)?.[1]

/**
 * The text of a secret, which the caller masks before anything else.
 * @throws AwsError
 */
export async function readSecret(
  arn: string,
  session: Pick<AwsSession, 'region' | 'credentials'>,
  runtime: AwsRuntime,
): Promise<string> {
  // Ahead of the call, so that a role that can't be assumed is told apart from a call that is denied.
  await session.credentials?.()
  const { SecretsManagerClient, GetSecretValueCommand } = await import('@aws-sdk/client-secrets-manager')
  const client = new SecretsManagerClient(await clientSettings('SECRETS_MANAGER', session, runtime))
  try {
    const { SecretString } = await client.send(new GetSecretValueCommand({ SecretId: arn }))
    if (SecretString !== undefined) return SecretString
  } catch (error) {
    throw notRead(error, arn)
  } finally {
    client.destroy()
  }
  throw new AwsError(incomplete(ACTION, 'the text of the secret'))
}

function notRead(error: unknown, arn: string): AwsError {
  const facts = factsOf(error, ACTION)
  const permission = missingPermission(facts)
  const advice = isDenied(facts)
    ? `Allow ${permission}${permission === ACTION ? ` on ${arn}` : ''} in a policy of the role, or give public-key and secret-key.`
    : facts.code === 'ResourceNotFoundException'
      ? `The secret ${arn} is gone: apply the stack again, or give public-key and secret-key.`
      : undefined
  return new AwsError(facts, { cause: error, advice })
}
