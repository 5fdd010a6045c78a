import type { AwsConnection } from '../aws/connection'
import { callUnless } from '../aws/connection'
import { numberAt, parseObject, recordsIn, textAt, valueAt } from '../../text/json'
import { CommandFailed } from '../error'

export const STATE_KEY = 'bootstrap/terraform.tfstate'

/** Name of the state bucket, as in terraform/bootstrap/state-bucket.tf. */
export const stateBucket = (stack: string, accountId: string): string => `tfstate-${stack}-${accountId}`

/** Reads a small object; undefined if it or the bucket does not exist. @throws AwsError */
export async function readObject(
  aws: AwsConnection,
  { bucket, key }: { readonly bucket: string; readonly key: string },
): Promise<string | undefined> {
  const { S3Client, GetObjectCommand } = await import('@aws-sdk/client-s3')
  const client = new S3Client(await aws.settings('S3'))
  return callUnless(['NoSuchKey', 'NoSuchBucket', 'NotFound'], 's3:GetObject', async () => {
    const { Body } = await client.send(new GetObjectCommand({ Bucket: bucket, Key: key }))
    return Body?.transformToString()
  })
}

/** Whether the account has GitHub's identity provider. @throws AwsError */
export async function hasIdentityProvider(aws: AwsConnection): Promise<boolean> {
  const { IAMClient, ListOpenIDConnectProvidersCommand } = await import('@aws-sdk/client-iam')
  const client = new IAMClient(await aws.settings('IAM'))
  const { OpenIDConnectProviderList = [] } =
    (await callUnless([], 'iam:ListOpenIDConnectProviders', () =>
      client.send(new ListOpenIDConnectProvidersCommand({})),
    )) ?? {}
  return OpenIDConnectProviderList.some(({ Arn }) => Arn?.endsWith('/token.actions.githubusercontent.com'))
}

/** Whether a state contains the identity provider, so that bootstrap must not give it up. */
export const ownsIdentityProvider = (state: string | undefined): boolean =>
  recordsIn(valueAt(parseObject(state ?? ''), 'resources')).some(
    (resource) =>
      textAt(resource, 'mode') === 'managed' &&
      textAt(resource, 'type') === 'aws_iam_openid_connect_provider',
  )

/** Number of managed resources in a state. */
export const countResources = (state: string | undefined): number =>
  recordsIn(valueAt(parseObject(state ?? ''), 'resources')).filter(
    (resource) => textAt(resource, 'mode') === 'managed',
  ).length

/**
 * Compares the local state with the one in the bucket.
 *
 * @returns which state is the current one
 * @throws CommandFailed if they belong to different histories
 */
export function currentState(
  local: string | undefined,
  remote: string | undefined,
): 'local' | 'remote' | 'none' {
  const [mine, theirs] = [parseObject(local ?? ''), parseObject(remote ?? '')]
  if (theirs === undefined) return mine === undefined ? 'none' : 'local'
  if (mine === undefined) return 'remote'
  const isSame = textAt(mine, 'lineage') === textAt(theirs, 'lineage')
  if (isSame && (numberAt(theirs, 'serial') ?? 0) >= (numberAt(mine, 'serial') ?? 0)) return 'remote'
  throw new CommandFailed(
    `The state bucket and this machine have different states of bootstrap. Compare them, and delete the wrong one: ${STATE_KEY} in the bucket, or the local terraform.tfstate.`,
  )
}
