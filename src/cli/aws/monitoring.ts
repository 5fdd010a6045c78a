import type { AlarmFacts, CertificateFacts } from '../doctor/running'
import { type AwsConnection, callAws } from './connection'

/** Returns the alarms of a stack that are in the state ALARM. */
export async function readAlarms(aws: AwsConnection, prefix: string): Promise<AlarmFacts[]> {
  const { CloudWatchClient, paginateDescribeAlarms } = await import('@aws-sdk/client-cloudwatch')
  const client = new CloudWatchClient(await aws.settings('CLOUDWATCH'))
  const alarms: AlarmFacts[] = []
  await callAws('cloudwatch:DescribeAlarms', async () => {
    for await (const page of paginateDescribeAlarms(
      { client },
      { AlarmNamePrefix: prefix, StateValue: 'ALARM' },
    ))
      for (const { AlarmName = '', StateReason = '' } of page.MetricAlarms ?? [])
        alarms.push({ name: AlarmName, reason: StateReason })
  })
  return alarms
}

export interface Metric {
  readonly namespace: string
  readonly name: string
  readonly dimensions: Readonly<Record<string, string>>
}

const METRIC_PERIOD_S = 300
const METRIC_WINDOW_MS = 30 * 60_000

/** Returns the latest maximum of a metric in the last half hour. Undefined without data. */
export async function readMetric(aws: AwsConnection, metric: Metric, now: Date): Promise<number | undefined> {
  const { CloudWatchClient, GetMetricStatisticsCommand } = await import('@aws-sdk/client-cloudwatch')
  const client = new CloudWatchClient(await aws.settings('CLOUDWATCH'))
  const { Datapoints = [] } = await callAws('cloudwatch:GetMetricStatistics', () =>
    client.send(
      new GetMetricStatisticsCommand({
        Namespace: metric.namespace,
        MetricName: metric.name,
        Dimensions: Object.entries(metric.dimensions).map(([Name, Value]) => ({ Name, Value })),
        StartTime: new Date(now.getTime() - METRIC_WINDOW_MS),
        EndTime: now,
        Period: METRIC_PERIOD_S,
        Statistics: ['Maximum'],
      }),
    ),
  )
  const latest = Datapoints.sort((a, b) => (a.Timestamp?.getTime() ?? 0) - (b.Timestamp?.getTime() ?? 0)).at(
    -1,
  )
  return latest?.Maximum
}

/** Returns the certificates that have the stack's tag. */
export async function readCertificates(aws: AwsConnection, stack: string): Promise<CertificateFacts[]> {
  const acm = await import('@aws-sdk/client-acm')
  const settings = await aws.settings('ACM')
  const found: CertificateFacts[] = []
  // Certificates of CloudFront are in us-east-1.
  for (const region of new Set([settings.region, 'us-east-1'])) {
    const client = new acm.ACMClient({ ...settings, region })
    const { CertificateSummaryList = [] } = await callAws('acm:ListCertificates', () =>
      client.send(new acm.ListCertificatesCommand({})),
    )
    for (const { CertificateArn, DomainName = '', NotAfter, Status = '' } of CertificateSummaryList) {
      const { Tags } = await callAws('acm:ListTagsForCertificate', () =>
        client.send(new acm.ListTagsForCertificateCommand({ CertificateArn })),
      )
      if (Tags?.some(({ Key, Value }) => Key === 'stack' && Value === stack) !== true) continue
      found.push({ domain: DomainName, arn: CertificateArn ?? '', notAfter: NotAfter, status: Status })
    }
  }
  return found
}
