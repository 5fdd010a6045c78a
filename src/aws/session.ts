import { AwsError, factsOf, incomplete } from './error'
import { type AwsRuntime, clientSettings } from './client'
import type { AwsSession } from './credentials'
import { checkAccount } from './role'

/**
 * A session with the credentials that the step was given: environment, profile, container, instance.
 * AWS is asked for the account (`sts:GetCallerIdentity`) only when there is a list to compare it with;
 * without one, missing credentials come to light at the first call.
 *
 * @throws AwsError when there are no credentials, or AWS does not accept them; Error when the account is not allowed
 */
export async function ambientSession(
  request: { readonly region: string; readonly allowedAccountIds: readonly string[] },
  runtime: AwsRuntime,
): Promise<AwsSession> {
  const { region, allowedAccountIds } = request
  const session = { region, accountId: undefined, credentials: undefined }
  if (allowedAccountIds.length === 0) return session
  const accountId = await callerAccount(session, runtime)
  checkAccount(accountId, allowedAccountIds, 'The step runs with AWS credentials whose identity')
  return { ...session, accountId }
}

async function callerAccount(session: AwsSession, runtime: AwsRuntime): Promise<string> {
  const { STSClient, GetCallerIdentityCommand } = await import('@aws-sdk/client-sts')
  const client = new STSClient(await clientSettings('STS', session, runtime))
  try {
    const { Account } = await client.send(new GetCallerIdentityCommand({}))
    if (Account !== undefined) return Account
  } catch (error) {
    throw new AwsError(factsOf(error, 'sts:GetCallerIdentity'), { cause: error })
  } finally {
    client.destroy()
  }
  throw new AwsError(incomplete('sts:GetCallerIdentity', 'an account'))
}
