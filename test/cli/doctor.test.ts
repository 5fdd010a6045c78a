import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { ACMClient, ImportCertificateCommand } from '@aws-sdk/client-acm'
import {
  CloudWatchClient,
  PutMetricAlarmCommand,
  PutMetricDataCommand,
  SetAlarmStateCommand,
} from '@aws-sdk/client-cloudwatch'
import { ECSClient, UpdateServiceCommand } from '@aws-sdk/client-ecs'
import { CreateRoleCommand, IAMClient } from '@aws-sdk/client-iam'
import { CreateBucketCommand, PutObjectCommand, S3Client } from '@aws-sdk/client-s3'
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import { EMPTY_SHAPE } from '../../src/cost/shape'
import { judgeCloudFront } from '../../src/cli/doctor/cloudfront'
import { renderFindings } from '../../src/cli/doctor/finding'
import { EXCLUDED_ZONE_IDS, judgeVpc, judgeZones, type VpcFacts } from '../../src/cli/doctor/network'
import { applyPermissions, judgePermissions } from '../../src/cli/doctor/permissions'
import { estimateShape, estimateSize } from '../../src/cli/doctor/cost'
import { judgeQuota, quotaNeeds } from '../../src/cli/doctor/quotas'
import {
  judgeBackups,
  judgeCertificates,
  judgeDisk,
  judgeQueues,
  judgeService,
  type ServiceFacts,
} from '../../src/cli/doctor/running'
import { motoIsMissing } from '../../testkit/moto/moto'
import { selfSigned } from '../../testkit/network/certificate'
import { runCli } from './cli'
import { type LocalAnswer, LocalEcs } from './local-ecs'

const ROOT = join(import.meta.dirname, '../..')
const terraform = (path: string): string => readFileSync(join(ROOT, 'terraform', path), 'utf8')

describe('the stack that doctor knows', () => {
  test('the excluded zones are those of network.tf', () => {
    expect(terraform('modules/langfuse/network.tf')).toContain(
      `exclude_zone_ids = ${JSON.stringify(EXCLUDED_ZONE_IDS).replaceAll(',', ', ')}`,
    )
  })

  test("bootstrap's policies contain every simulated action", () => {
    const folder = join(ROOT, 'terraform/bootstrap')
    const policies = readdirSync(folder).filter((file) => /^(?:deploy-role|policy-read).*\.tf$/.test(file))
    const patterns = policies.flatMap(
      (file) => terraform(`bootstrap/${file}`).match(/"[a-z0-9-]+:[A-Za-z*]+"/g) ?? [],
    )
    const isGranted = (action: string): boolean =>
      patterns.some((pattern) => new RegExp(`^${pattern.slice(1, -1).replaceAll('*', '.*')}$`).test(action))
    const groups = applyPermissions({ stack: 'langfuse', accountId: '123456789012', region: 'eu-central-1' })
    expect(groups.flatMap(({ actions }) => actions).filter((action) => !isGranted(action))).toEqual([])
  })
})

describe('quotas', () => {
  test.each([
    ['small', 5, 2, 1],
    ['medium', 17, 2, 1],
    ['large', 38, 8, 2],
  ] as const)('%s needs %d Fargate vCPUs, %d of EC2 and %d addresses', (size, fargate, ec2, addresses) => {
    const needs = quotaNeeds({ size, hasDomain: false, hasVpc: false })
    expect(needs.map(({ needed }) => needed)).toEqual([fargate, ec2, addresses, 1, 2])
  })

  test('tiny needs no Fargate and no Elastic IP address', () => {
    const needs = quotaNeeds({ size: 'tiny', hasDomain: false, hasVpc: false })
    expect(needs.map(({ code, needed }) => [code, needed])).toEqual([
      ['L-1216C47A', 1],
      ['L-F678F1CE', 1],
      ['L-24B04930', 2],
    ])
  })

  test('a stack with a domain in an existing VPC needs only vCPUs', () => {
    const needs = quotaNeeds({ size: 'small', hasDomain: true, hasVpc: true })
    expect(needs.map(({ code }) => code)).toEqual(['L-3032A538', 'L-1216C47A'])
  })

  test('a quota that is too small gives the command that requests more', () => {
    const [fargate] = quotaNeeds({ size: 'medium', hasDomain: true, hasVpc: true })
    expect(fargate && judgeQuota(fargate, 6, undefined)).toEqual({
      status: 'problem',
      subject: 'Quota Fargate On-Demand vCPUs',
      detail: '6; the stack needs 17 (an update runs old and new tasks together)',
      advice:
        'Request an increase: aws service-quotas request-service-quota-increase --service-code fargate --quota-code L-3032A538 --desired-value 34',
    })
  })

  test('addresses in use count', () => {
    const need = quotaNeeds({ size: 'small', hasDomain: true, hasVpc: false })[2]
    expect(need && judgeQuota(need, 5, 4).status).toBe('ok')
    expect(need && judgeQuota(need, 5, 5).status).toBe('problem')
  })
})

test.each([
  ['with distributions', 1, undefined, 'ok', 'may create them'],
  [
    'of a new account',
    0,
    {
      code: 'AccessDenied',
      message: 'Your account must be verified before you can add new CloudFront resources.',
    },
    'problem',
    'has not verified',
  ],
  [
    'without permission',
    0,
    { code: 'AccessDenied', message: 'not authorized to perform' },
    'unknown',
    'the probe was denied',
  ],
  [
    'that accepts the probe',
    0,
    { code: 'NoSuchOrigin', message: 'no origin' },
    'unknown',
    'no distribution yet',
  ],
] as const)('CloudFront %s', (_, distributions, refusal, status, detail) => {
  const finding = judgeCloudFront(distributions, refusal)
  expect(finding.status).toBe(status)
  expect(finding.detail).toContain(detail)
})

describe('network', () => {
  const zones = ['a', 'b', 'c'].map((letter, index) => ({
    name: `us-east-1${letter}`,
    id: `use1-az${index + 2}`,
  }))

  test('two zones are enough, without the one that lacks VPC origins', () => {
    expect(
      judgeZones({ zones, offering: ['us-east-1a', 'us-east-1b', 'us-east-1c'] }, 'm7g.large'),
    ).toMatchObject({
      status: 'ok',
      detail: 'us-east-1a, us-east-1c offer m7g.large',
    })
    expect(judgeZones({ zones, offering: ['us-east-1a', 'us-east-1b'] }, 'm7g.large').status).toBe('problem')
  })

  const vpc: VpcFacts = {
    id: 'vpc-1',
    dnsSupport: true,
    dnsHostnames: true,
    resolvers: ['AmazonProvidedDNS'],
    hasInternetGateway: true,
    privateSubnets: [
      { id: 'subnet-1', zone: 'a' },
      { id: 'subnet-2', zone: 'b' },
    ],
  }

  test.each([
    ['that is suitable', vpc, ['ok']],
    ['that is missing', undefined, ['does not exist in this Region']],
    ['without host names', { ...vpc, dnsHostnames: false }, ['DNS host names are off']],
    [
      'without DNS and gateway',
      { ...vpc, dnsSupport: false, hasInternetGateway: false },
      ['DNS resolution is off', 'has no internet gateway'],
    ],
    ['with its own resolvers', { ...vpc, resolvers: ['10.0.0.2'] }, ['uses the DNS resolvers 10.0.0.2']],
    [
      'with one zone',
      { ...vpc, privateSubnets: vpc.privateSubnets.slice(1) },
      ['has private subnets with a route to the internet in 1 zones; the stack needs 2'],
    ],
  ])('a VPC %s', (_, facts, expected) => {
    const findings = judgeVpc('vpc-1', facts)
    expect(findings.map(({ status, detail }) => (status === 'ok' ? 'ok' : detail))).toEqual(expected)
  })
})

test.each([
  ['organization', 'A service control policy denies it'],
  ['boundary', "The role's permissions boundary denies it"],
  ['explicit-deny', 'A policy of the role denies it'],
  ['no-allow', 'apply terraform/bootstrap again'],
] as const)('an action that is denied by %s', (deniedBy, advice) => {
  const decisions = [
    { action: 'ecs:RunTask', isAllowed: false, deniedBy },
    { action: 'ecs:CreateCluster', isAllowed: true, deniedBy: 'no-allow' as const },
  ]
  expect(judgePermissions('langfuse-deploy', decisions)).toMatchObject([
    { status: 'problem', detail: 'may not ecs:RunTask', advice: expect.stringContaining(advice) },
  ])
})

describe('a running stack', () => {
  const service: ServiceFacts = {
    component: 'web',
    desired: 2,
    running: 2,
    isStable: true,
    events: ['steady'],
    stopReasons: [],
  }
  const now = new Date('2026-11-25T12:00:00Z')

  test.each([
    ['that runs', service, 'ok', '2 of 2 tasks run'],
    ['that is missing', undefined, 'problem', 'does not exist'],
    ['that is stopped', { ...service, desired: 0, running: 0 }, 'problem', 'is stopped'],
    [
      'whose tasks stop',
      { ...service, running: 1, stopReasons: ['OutOfMemoryError'] },
      'problem',
      '1 of 2 tasks run; ECS: OutOfMemoryError',
    ],
    [
      'that cannot start tasks',
      { ...service, running: 0, events: ['unable to place a task'] },
      'problem',
      '0 of 2 tasks run; ECS: unable to place a task',
    ],
    [
      'that is updated',
      { ...service, isStable: false },
      'ok',
      '2 of 2 tasks run, and a deployment is in progress',
    ],
  ] as const)('a service %s', (_, facts, status, detail) => {
    expect(judgeService('langfuse', 'web', facts)).toMatchObject({ status, detail })
  })

  test.each([
    [undefined, 'problem'],
    [79, 'ok'],
    [80, 'problem'],
  ])('a disk that is %s %% full', (used, status) => {
    expect(judgeDisk(used).status).toBe(status)
  })

  test('queues', () => {
    const findings = judgeQueues({
      placement: 'stack',
      memory: 76,
      waiting: { ingestion: 10_001, otel_ingestion: 3, other: undefined },
    })
    expect(findings.map(({ status }) => status)).toEqual(['problem', 'problem', 'ok', 'unknown'])
  })

  test.each(['instance', 'external'] as const)(
    'the memory of Valkey on %s is nothing to fix',
    (placement) => {
      expect(judgeQueues({ placement, memory: undefined, waiting: {} })).toMatchObject([{ status: 'ok' }])
    },
  )

  test.each([
    ['2027-01-25T00:00:00Z', 'ok', 'expires in 60 days'],
    ['2026-12-25T11:00:00Z', 'problem', 'expires in 29 days'],
    ['2026-11-24T00:00:00Z', 'problem', 'has expired'],
    [undefined, 'problem', 'has the status PENDING_VALIDATION'],
  ])('a certificate until %s', (until, status, detail) => {
    const notAfter = until === undefined ? undefined : new Date(until)
    const certificates = [
      { domain: 'langfuse.example.com', arn: 'arn', notAfter, status: 'PENDING_VALIDATION' },
    ]
    expect(judgeCertificates(certificates, now)).toMatchObject([{ status, detail }])
  })

  test.each([
    ['2026-11-25T03:10:00Z', 'ok'],
    ['2026-11-24T03:10:00Z', 'problem'],
  ])('a backup of %s', (time, status) => {
    expect(
      judgeBackups([{ name: 'full/2026-11-24T03-00-00Z', completedAt: new Date(time) }], now).status,
    ).toBe(status)
  })

  test('no backup', () => {
    expect(judgeBackups([], now)).toMatchObject({ status: 'problem', detail: 'there is none' })
  })
})

describe('cost', () => {
  test('a Region without prices is unknown', () => {
    const planned = { size: 'small', hasDomain: false, hasVpc: false } as const
    for (const finding of [estimateSize(planned, 'ap-south-1'), estimateShape(EMPTY_SHAPE, 'ap-south-1')])
      expect(finding).toMatchObject({ status: 'unknown', detail: 'there are no prices of ap-south-1' })
  })

  test('a part without a price is named', () => {
    const shape = { ...EMPTY_SHAPE, instances: [{ name: 'EC2', type: 'x99.huge', count: 1 }], secrets: 10 }
    expect(estimateShape(shape, 'us-east-1')).toMatchObject({
      status: 'unknown',
      detail: expect.stringContaining('about 4 USD a month'),
      advice: expect.stringContaining('EC2 (x99.huge)'),
    })
  })
})

test('the report ends with the first problem', () => {
  const lines = renderFindings([
    { status: 'ok', subject: 'Disk', detail: '1 % used' },
    { status: 'unknown', subject: 'Queues', detail: 'no metric', advice: 'Publish it.' },
    { status: 'problem', subject: 'Service worker', detail: 'is stopped', advice: 'Start it.' },
    { status: 'problem', subject: 'Alarm x', detail: 'breaching', advice: 'See y.' },
  ])
  expect(lines).toEqual([
    'ok       Disk: 1 % used',
    'unknown  Queues: no metric',
    '          -> Publish it.',
    'PROBLEM  Service worker: is stopped',
    '          -> Start it.',
    'PROBLEM  Alarm x: breaching',
    '          -> See y.',
    '',
    '2 problems found. 1 check has no result. Start with: Service worker: is stopped. Start it.',
  ])
})

const missing = motoIsMissing()

;(missing === undefined ? describe : describe.skip)(`doctor (${missing ?? 'moto'})`, () => {
  let ecs: LocalEcs

  beforeAll(async () => {
    ecs = await LocalEcs.start()
  }, 60_000)
  afterAll(() => ecs.stop())

  test('checks an account without a stack', async () => {
    await new IAMClient(ecs.settings).send(
      new CreateRoleCommand({
        RoleName: 'langfuse-deploy',
        AssumeRolePolicyDocument: '{"Version":"2012-10-17","Statement":[]}',
      }),
    )
    ecs.answer = answerBefore
    const { output, exitCode, error } = await runCli(['doctor', '--size', 'medium'], ecs)
    expect(error).toBe('')
    const report = output.join('\n')
    expect(output[0]).toBe(
      'Account 123456789012, eu-central-1: langfuse does not exist yet. Checks before the first apply, size medium:',
    )
    expect(report).toContain(
      'PROBLEM  Role langfuse-deploy: may not ecs:RunTask\n          -> A service control policy denies it',
    )
    expect(report).toMatch(/ok {7}Availability Zones: eu-central-1a, .* offer r7g\.large/)
    expect(report).toContain('PROBLEM  Quota Fargate On-Demand vCPUs: 6; the stack needs 17')
    expect(report).toMatch(
      /ok {7}Cost: about \d{3} USD a month, and about \d+ for 2,500,000 events, without Grafana/,
    )
    expect(report).toContain('PROBLEM  CloudFront: AWS has not verified the account for CloudFront yet')
    expect(output.at(-1)).toMatch(/Start with: Role langfuse-deploy: may not ecs:RunTask/)
    expect(exitCode).toBe(1)
  })

  test('names a missing deploy role and a missing VPC', async () => {
    const { output } = await runCli(
      ['doctor', '--stack', 'other', '--domain', '--vpc-id', 'vpc-00000000'],
      ecs,
    )
    const report = output.join('\n')
    expect(report).toContain('PROBLEM  Role other-deploy: does not exist')
    expect(report).toContain('PROBLEM  VPC vpc-00000000: does not exist in this Region')
    expect(report).not.toContain('CloudFront')
  })

  test('diagnoses a stack', async () => {
    ecs.answer = () => undefined
    for (const component of ['web', 'worker', 'clickhouse']) await ecs.createService(component)
    await new ECSClient(ecs.settings).send(
      new UpdateServiceCommand({ cluster: 'langfuse', service: 'langfuse-worker', desiredCount: 0 }),
    )
    await breakStack(ecs)
    const { output, exitCode } = await runCli(['doctor'], ecs)
    const report = output.join('\n')
    expect(report).toContain('ok       ClickHouse disk: 42 % used')
    expect(report).toContain('ok       Service clickhouse: 1 of 1 tasks run')
    expect(report).toContain('PROBLEM  Service worker: is stopped')
    expect(report).toContain('PROBLEM  Alarm langfuse-web-errors: too many')
    expect(report).not.toContain('Alarm another')
    expect(report).toContain('PROBLEM  Certificate fake: expires in 0 days')
    expect(report).toMatch(
      /ok {7}ClickHouse backups: the last one, full\/2026-11-24T03-00-00Z, is 0 hours old/,
    )
    // Two of the three services have one task of 1 vCPU and 2 GiB; the worker is stopped.
    expect(report).toMatch(
      /ok {7}Cost: about 68 USD a month without usage .*: langfuse-web 33, langfuse-clickhouse 33, /,
    )
    expect(report).not.toContain('Service grafana')
    expect(output.at(-1)).toMatch(/Start with: Service worker: is stopped\./)
    expect(exitCode).toBe(1)
  })
})

const xml = (body: string, status = 200): LocalAnswer => ({ status, type: 'text/xml', body })

/** Answers of AWS in a new account to the operations that moto lacks. */
function answerBefore(operation: string, body: string): LocalAnswer | undefined {
  if (operation === 'SimulatePrincipalPolicy') {
    const actions = [...new URLSearchParams(body)]
      .filter(([name]) => name.startsWith('ActionNames.'))
      .map(([, value]) => value)
    const results = actions.map((action) => {
      const denied = action === 'ecs:RunTask'
      return `<member><EvalActionName>${action}</EvalActionName><EvalResourceName>*</EvalResourceName><EvalDecision>${denied ? 'implicitDeny' : 'allowed'}</EvalDecision><OrganizationsDecisionDetail><AllowedByOrganizations>${String(!denied)}</AllowedByOrganizations></OrganizationsDecisionDetail></member>`
    })
    return xml(
      `<SimulatePrincipalPolicyResponse xmlns="https://iam.amazonaws.com/doc/2010-05-08/"><SimulatePrincipalPolicyResult><IsTruncated>false</IsTruncated><EvaluationResults>${results.join('')}</EvaluationResults></SimulatePrincipalPolicyResult></SimulatePrincipalPolicyResponse>`,
    )
  }
  if (operation === 'GetServiceQuota' && body.includes('L-3032A538'))
    return {
      status: 200,
      type: 'application/x-amz-json-1.1',
      body: JSON.stringify({ Quota: { QuotaCode: 'L-3032A538', Value: 6 } }),
    }
  if (operation === 'POST /2020-05-31/distribution')
    return xml(
      '<ErrorResponse xmlns="http://cloudfront.amazonaws.com/doc/2020-05-31/"><Error><Type>Sender</Type><Code>AccessDenied</Code><Message>Your account must be verified before you can add new CloudFront resources.</Message></Error></ErrorResponse>',
      403,
    )
  return undefined
}

/** Puts the records of an ailing stack into moto. */
async function breakStack({ settings }: LocalEcs): Promise<void> {
  const cloudwatch = new CloudWatchClient(settings)
  for (const name of ['langfuse-web-errors', 'another-web-errors']) {
    await cloudwatch.send(
      new PutMetricAlarmCommand({
        AlarmName: name,
        ComparisonOperator: 'GreaterThanThreshold',
        EvaluationPeriods: 1,
        MetricName: 'x',
        Namespace: 'y',
        Period: 60,
        Statistic: 'Sum',
        Threshold: 1,
      }),
    )
    await cloudwatch.send(
      new SetAlarmStateCommand({ AlarmName: name, StateValue: 'ALARM', StateReason: 'too many' }),
    )
  }
  await cloudwatch.send(
    new PutMetricDataCommand({
      Namespace: 'langfuse/clickhouse',
      MetricData: [{ MetricName: 'DiskUsed', Value: 42, Timestamp: new Date(Date.now() - 60_000) }],
    }),
  )
  const { key, cert } = selfSigned('DNS:langfuse.example.com')
  await new ACMClient(settings).send(
    new ImportCertificateCommand({
      Certificate: Buffer.from(cert),
      PrivateKey: Buffer.from(key),
      Tags: [{ Key: 'stack', Value: 'langfuse' }],
    }),
  )
  const s3 = new S3Client({ ...settings, forcePathStyle: true })
  const bucket = 'langfuse-backups-123456789012-eu-central-1'
  await s3.send(
    new CreateBucketCommand({
      Bucket: bucket,
      CreateBucketConfiguration: { LocationConstraint: 'eu-central-1' },
    }),
  )
  for (const key of ['full/2026-11-24T03-00-00Z/.backup', 'incremental/2026-11-25T03-00-00Z/data/all.bin'])
    await s3.send(new PutObjectCommand({ Bucket: bucket, Key: `clickhouse/${key}`, Body: 'x' }))
}
