import { AwsError, readErrorDetails, incompleteAnswer } from './error'
import { type AwsRuntime, clientSettings } from './client'
import type { AwsSession } from './credentials'
import { checkAccount } from './role'

/**
 * Opens a session with the SDK's default credentials. Calls `sts:GetCallerIdentity` only to check the account;
 * otherwise the first call reports missing credentials.
 *
 * @throws AwsError, InvalidRole
 */
export async function ambientSession(
  request: { readonly region: string; readonly allowedAccountIds: readonly string[] },
  runtime: AwsRuntime,
): Promise<AwsSession> {
  const { region, allowedAccountIds } = request
  const session = { region, accountId: undefined, credentials: undefined }
  if (allowedAccountIds.length === 0) return session
  const accountId = await callerAccount(session, runtime)
  checkAccount(accountId, allowedAccountIds, 'The identity of the AWS credentials')
  return { ...session, accountId }
}

/** Returns the account of a session's credentials. @throws AwsError */
export async function callerAccount(
  session: Pick<AwsSession, 'region' | 'credentials'>,
  runtime: AwsRuntime,
): Promise<string> {
  const { STSClient, GetCallerIdentityCommand } = await import('@aws-sdk/client-sts')
  const client = new STSClient(await clientSettings('STS', session, runtime))
  try {
    const { Account } = await client.send(new GetCallerIdentityCommand({}))
    if (Account !== undefined) return Account
  } catch (error) {
    throw new AwsError(readErrorDetails(error, 'sts:GetCallerIdentity'), { cause: error })
  } finally {
    client.destroy()
  }
  throw new AwsError(incompleteAnswer('sts:GetCallerIdentity', 'an account'))
}
