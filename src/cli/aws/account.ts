import type { QuotaNeed } from '../doctor/quotas'
import { type AwsConnection, callAws, callUnless } from './connection'

/** Returns the applied quota, or AWS's default if none was ever applied. */
export async function readQuota(aws: AwsConnection, need: QuotaNeed): Promise<number | undefined> {
  const quotas = await import('@aws-sdk/client-service-quotas')
  const settings = await aws.settings('SERVICE_QUOTAS')
  const client = new quotas.ServiceQuotasClient({ ...settings, ...(need.region && { region: need.region }) })
  const input = { ServiceCode: need.service, QuotaCode: need.code }
  const applied = await callUnless(['NoSuchResourceException'], 'servicequotas:GetServiceQuota', () =>
    client.send(new quotas.GetServiceQuotaCommand(input)),
  )
  if (applied?.Quota?.Value !== undefined) return applied.Quota.Value
  const fallback = await callAws('servicequotas:GetAWSDefaultServiceQuota', () =>
    client.send(new quotas.GetAWSDefaultServiceQuotaCommand(input)),
  )
  return fallback.Quota?.Value
}

/** Returns how much of a quota the account uses, where AWS reports it. */
export async function readUsage(aws: AwsConnection, code: string): Promise<number | undefined> {
  if (code === 'L-24B04930') return (await distributions(aws)).length
  const ec2 = await import('@aws-sdk/client-ec2')
  const client = new ec2.EC2Client(await aws.settings('EC2'))
  switch (code) {
    case 'L-0263D0A3': {
      const { Addresses } = await callAws('ec2:DescribeAddresses', () =>
        client.send(new ec2.DescribeAddressesCommand({})),
      )
      return Addresses?.length ?? 0
    }
    case 'L-F678F1CE': {
      const { Vpcs } = await callAws('ec2:DescribeVpcs', () => client.send(new ec2.DescribeVpcsCommand({})))
      return Vpcs?.length ?? 0
    }
    default:
      return undefined
  }
}

/** IDs of the account's CloudFront distributions. */
export async function distributions(aws: AwsConnection): Promise<string[]> {
  const { CloudFrontClient, paginateListDistributions } = await import('@aws-sdk/client-cloudfront')
  const client = new CloudFrontClient(await aws.settings('CLOUDFRONT'))
  const ids: string[] = []
  await callAws('cloudfront:ListDistributions', async () => {
    for await (const page of paginateListDistributions({ client }, {}))
      ids.push(...(page.DistributionList?.Items?.map(({ Id }) => Id ?? '') ?? []))
  })
  return ids
}

/**
 * Asks CloudFront for a distribution that it never creates, because its behavior names an origin that it lacks.
 *
 * @returns the code and message of the refusal
 */
export async function probeDistribution(
  aws: AwsConnection,
): Promise<{ readonly code: string; readonly message: string }> {
  const { CloudFrontClient, CreateDistributionCommand } = await import('@aws-sdk/client-cloudfront')
  const client = new CloudFrontClient(await aws.settings('CLOUDFRONT'))
  const origin = { Id: 'probe', DomainName: 'probe.invalid', S3OriginConfig: { OriginAccessIdentity: '' } }
  try {
    await client.send(
      new CreateDistributionCommand({
        DistributionConfig: {
          CallerReference: 'langfuse-deploy-doctor',
          Comment: 'langfuse-deploy doctor: never created',
          Enabled: false,
          Origins: { Quantity: 1, Items: [origin] },
          DefaultCacheBehavior: { TargetOriginId: 'none', ViewerProtocolPolicy: 'https-only' },
        },
      }),
    )
    return { code: 'Created', message: '' }
  } catch (error) {
    return error instanceof Error
      ? { code: error.name, message: error.message }
      : { code: '', message: String(error) }
  }
}
