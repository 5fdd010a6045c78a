import {
  CloudWatchLogsClient,
  CreateLogStreamCommand,
  PutLogEventsCommand,
} from '@aws-sdk/client-cloudwatch-logs'
import { afterAll, beforeAll, beforeEach, expect, test } from '@jest/globals'
import { explainFailedServices, serviceSentences } from '../../../src/commands/stack/failed-services'
import { parsePlan } from '../../../src/plan/plan'
import { motoIsMissing } from '../../../testkit/moto/moto'
import { observedRuntime } from '../../../testkit/runner/runtime'
import { LocalEcs } from '../../cli/local-ecs'

const REGION = 'eu-central-1'
const CLUSTER = `arn:aws:ecs:${REGION}:123456789012:cluster/langfuse`
const SERVICE = `arn:aws:ecs:${REGION}:123456789012:service/langfuse/langfuse-web`
const TASK = `arn:aws:ecs:${REGION}:123456789012:task/langfuse/0123456789abcdef`
const ADDRESS = 'module.langfuse.aws_ecs_service.web'
const TIMEOUT = `waiting for ECS Service (${SERVICE}) update: timeout while waiting for state to become 'STABLE'`

const plan = parsePlan({
  format_version: '1.2',
  terraform_version: '1.11.4',
  resource_changes: [
    { type: 'aws_ecs_service', address: ADDRESS, after: { name: 'langfuse-web', cluster: CLUSTER } },
    { type: 'aws_ecs_service', address: 'aws_ecs_service.new', after: { name: 'langfuse-new' } },
    { type: 'aws_vpc', address: 'aws_vpc.main', after: {} },
  ].map((one) => ({
    mode: 'managed',
    name: one.address.split('.').at(-1),
    provider_name: 'registry.terraform.io/hashicorp/aws',
    ...{ address: one.address, type: one.type },
    change: { actions: ['update'], before: one.after, after: one.after },
  })),
})

const failed = (address: string, message: string) => ({
  failed: [{ address, message, action: 'update', seconds: 1200, done: [] }],
})

const missing = motoIsMissing()
const when = missing === undefined ? test : test.skip

let ecs: LocalEcs
let stopped: Record<string, unknown>[] = []
let denied: string[] = []

beforeAll(async () => {
  if (missing !== undefined) return
  ecs = await LocalEcs.start()
  await ecs.createService('web')
  ecs.answer = (operation) => {
    const json = (status: number, body: unknown) => ({
      status,
      type: 'application/x-amz-json-1.1',
      body: JSON.stringify(body),
    })
    if (denied.includes(operation))
      return json(400, {
        __type: 'AccessDeniedException',
        message: 'not authorized, says\u0007 the test',
      })
    // moto has no tasks of services.
    if (operation === 'ListTasks') return json(200, { taskArns: stopped.map(({ taskArn }) => taskArn) })
    if (operation === 'DescribeTasks') return json(200, { tasks: stopped })
    return undefined
  }
}, 60_000)

afterAll(async () => {
  if (missing === undefined) await ecs.stop()
})

beforeEach(() => {
  stopped = []
  denied = []
})

const stoppedTask = (fields: Record<string, unknown>): Record<string, unknown> => ({
  taskArn: TASK,
  taskDefinitionArn: 'langfuse-web:1',
  lastStatus: 'STOPPED',
  stopCode: 'EssentialContainerExited',
  stoppedAt: 1_800_000_000,
  ...fields,
})

async function explain(address: string, message: string, redact = (text: string): string => text) {
  const runtime = observedRuntime({ env: { AWS_ENDPOINT_URL: ecs.url, AWS_MAX_ATTEMPTS: '1' } })
  const credentials = () =>
    Promise.resolve({
      accessKeyId: 'test',
      secretAccessKey: 'test',
      sessionToken: 'test',
      expiration: new Date(Date.now() + 3600_000),
    })
  const openSession = () => Promise.resolve({ region: 'us-east-1', credentials, accountId: '123456789012' })
  return explainFailedServices(failed(address, message), { plan, openSession, redact }, runtime)
}

when('the error names why the container stopped, with the last lines of its log', async () => {
  stopped = [
    stoppedTask({
      stoppedReason: 'Essential container in task exited',
      containers: [
        { name: 'web', exitCode: 137, reason: 'OutOfMemoryError: Container killed due to memory usage' },
      ],
    }),
    stoppedTask({
      stopCode: 'ServiceSchedulerInitiated',
      stoppedReason: 'Scaling activity initiated by (deployment ecs-svc/1)',
    }),
  ]
  const logs = new CloudWatchLogsClient(ecs.settings)
  const stream = { logGroupName: '/langfuse/web', logStreamName: 'web/web/0123456789abcdef' }
  await logs.send(new CreateLogStreamCommand(stream))
  const lines = [
    "Error: P1001: Can't reach database server at postgresql://langfuse:hunter22@db:5432/langfuse",
    '::error::injected \u001b[31m##[group]',
    'SALT=abcdefghij key sk-lf-12345678-90ab known-secret',
  ]
  await logs.send(
    new PutLogEventsCommand({
      ...stream,
      logEvents: lines.map((message) => ({ message, timestamp: Date.now() })),
    }),
  )
  const [service, ...others] = await explain(ADDRESS, TIMEOUT, (text) =>
    text.replaceAll('known-secret', '***'),
  )
  expect(others).toEqual([])
  expect(service).toEqual({
    service: 'langfuse-web',
    reasons: [
      'Essential container in task exited; container web exited with 137: OutOfMemoryError: Container killed due to memory usage',
    ],
    logLines: [
      "Error: P1001: Can't reach database server at postgresql://***@db:5432/langfuse",
      '::error::injected \\u001b[31m## [group]',
      'SALT=*** key *** ***',
    ],
    logCommand:
      'aws logs get-log-events --log-group-name /langfuse/web --log-stream-name web/web/0123456789abcdef --region eu-central-1',
  })
  expect(serviceSentences(service === undefined ? [] : [service]).join('\n')).toContain('exited with 137')
})

when('a task that a health check stopped keeps its cause', async () => {
  const stoppedReason = 'Task failed ELB health checks in (target-group web)'
  stopped = [stoppedTask({ stopCode: 'ServiceSchedulerInitiated', stoppedReason })]
  expect(await explain(ADDRESS, TIMEOUT)).toMatchObject([{ reasons: [stoppedReason] }])
})

when('a service without a stopped task gives its events', async () => {
  ecs.rewrite = (operation, answer) => {
    if (operation !== 'DescribeServices') return answer
    const body = JSON.parse(answer) as { services: { events: unknown[] }[] }
    for (const service of body.services)
      service.events = [
        {
          id: '2',
          message:
            '(service langfuse-web) was unable to place a task because no container instance met all of its requirements.',
        },
        { id: '1', message: '(service langfuse-web) has reached a steady state.' },
      ]
    return JSON.stringify(body)
  }
  const [service] = await explain(
    ADDRESS,
    "ECS rolled back the service, says a postcondition that doesn't name it",
  )
  ecs.rewrite = (_, answer) => answer
  expect(service?.reasons).toEqual([expect.stringContaining('was unable to place a task')])
})

when('a denied call is a sentence, not another error', async () => {
  denied = ['ListTasks']
  expect(await explain(ADDRESS, TIMEOUT)).toEqual([
    {
      service: 'langfuse-web',
      reasons: [
        expect.stringMatching(/^ECS's reason could not be read \(not authorized, says the test\)\.$/),
      ],
      logLines: [],
      logCommand: undefined,
    },
  ])
})

when('nothing is asked about other resources and about services without a cluster', async () => {
  denied = ['ListTasks', 'DescribeServices']
  expect(await explain('aws_vpc.main', 'creating EC2 VPC: VpcLimitExceeded')).toEqual([])
  expect(await explain('aws_ecs_service.new', 'creating ECS Service: AccessDenied')).toEqual([])
})
