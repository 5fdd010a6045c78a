import type { ContainerDefinition, ECSClient, Service, Task } from '@aws-sdk/client-ecs'
import { type AwsRuntime, clientSettings } from './client'
import type { AwsSession } from './credentials'

export interface EcsServiceName {
  readonly region: string
  readonly cluster: string
  readonly service: string
}

/** The last output of a container. */
export interface ContainerLog {
  readonly group: string
  readonly stream: string
  /** Oldest first, not sanitized. */
  readonly lines: readonly string[]
}

/** Why ECS could not start the tasks of a service, or stopped them. */
export interface EcsFailure {
  readonly service: string
  /** ECS's own sentences, newest first, not sanitized. */
  readonly reasons: readonly string[]
  /** Undefined if no container wrote a line. */
  readonly log: ContainerLog | undefined
}

const MAX_REASONS = 3
const MAX_LOG_LINES = 20
/** ListTasks returns the tasks that stopped within the last hour. */
const MAX_TASKS = 100
/** Events that report progress, not a cause. */
const PROGRESS =
  /has reached a steady state|has started \d+ tasks?|has beg[u]n draining|registered \d+ targets|has stopped \d+ running tasks|deployment completed/

/**
 * Reads ECS's reasons for a service that is not steady, and the last lines of the container that stopped.
 *
 * @param signal stops the calls
 * @throws an error of the AWS SDK
 */
export async function readEcsFailure(
  name: EcsServiceName,
  { credentials }: Pick<AwsSession, 'credentials'>,
  runtime: AwsRuntime & { readonly signal: AbortSignal },
): Promise<EcsFailure> {
  const session = { region: name.region, credentials }
  const { ECSClient } = await import('@aws-sdk/client-ecs')
  const client = new ECSClient(await clientSettings('ECS', session, runtime))
  try {
    const query = new EcsQuery(client, name, { abortSignal: runtime.signal })
    const [service, tasks] = await Promise.all([query.service(), query.stoppedTasks()])
    const [task] = tasks
    const stream = task === undefined ? undefined : await query.logStream(task)
    const log = stream && (await readLog(stream, session, runtime).catch(() => undefined))
    return { service: name.service, reasons: reasonsOf(service, tasks), log }
  } finally {
    client.destroy()
  }
}

class EcsQuery {
  constructor(
    private readonly client: ECSClient,
    private readonly name: EcsServiceName,
    private readonly options: { readonly abortSignal: AbortSignal },
  ) {}

  async service(): Promise<Service | undefined> {
    const { DescribeServicesCommand } = await import('@aws-sdk/client-ecs')
    const { cluster, service } = this.name
    const { services } = await this.client.send(
      new DescribeServicesCommand({ cluster, services: [service] }),
      this.options,
    )
    return services?.[0]
  }

  /** Newest first, without those that a deployment or the scaling replaced. */
  async stoppedTasks(): Promise<readonly Task[]> {
    const { DescribeTasksCommand, ListTasksCommand } = await import('@aws-sdk/client-ecs')
    const { cluster, service } = this.name
    const query = { cluster, serviceName: service, desiredStatus: 'STOPPED', maxResults: MAX_TASKS } as const
    const { taskArns = [] } = await this.client.send(new ListTasksCommand(query), this.options)
    if (taskArns.length === 0) return []
    const { tasks = [] } = await this.client.send(
      new DescribeTasksCommand({ cluster, tasks: taskArns }),
      this.options,
    )
    return tasks
      .filter(({ stopCode, stoppedReason }) => !isReplacement(stopCode, stoppedReason))
      .sort((a, b) => (b.stoppedAt?.getTime() ?? 0) - (a.stoppedAt?.getTime() ?? 0))
  }

  async logStream({ taskArn = '', taskDefinitionArn, containers = [] }: Task) {
    const { DescribeTaskDefinitionCommand } = await import('@aws-sdk/client-ecs')
    const failed =
      containers.find(({ exitCode }) => exitCode !== undefined && exitCode !== 0) ?? containers[0]
    const { taskDefinition } = await this.client.send(
      new DescribeTaskDefinitionCommand({ taskDefinition: taskDefinitionArn }),
      this.options,
    )
    const definitions = taskDefinition?.containerDefinitions ?? []
    const definition = definitions.find((one) => one.name === failed?.name) ?? definitions[0]
    return definition === undefined ? undefined : streamOf(definition, taskArn)
  }
}

/** A failed health check also stops a task by the scheduler, and names its cause. */
const isReplacement = (stopCode: Task['stopCode'], reason = ''): boolean =>
  stopCode === 'ServiceSchedulerInitiated' && /^Scaling activity initiated/.test(reason)

// https://docs.aws.amazon.com/AmazonECS/latest/developerguide/using_awslogs.html, "awslogs-stream-prefix"
function streamOf({ name = '', logConfiguration }: ContainerDefinition, taskArn: string) {
  const { 'awslogs-group': group, 'awslogs-stream-prefix': prefix } = logConfiguration?.options ?? {}
  if (group === undefined || prefix === undefined) return undefined
  return { group, stream: `${prefix}/${name}/${taskArn.split('/').at(-1) ?? ''}` }
}

async function readLog(
  { group, stream }: { readonly group: string; readonly stream: string },
  session: Parameters<typeof clientSettings>[1],
  runtime: AwsRuntime & { readonly signal: AbortSignal },
): Promise<ContainerLog | undefined> {
  const { CloudWatchLogsClient, GetLogEventsCommand } = await import('@aws-sdk/client-cloudwatch-logs')
  const client = new CloudWatchLogsClient(await clientSettings('CLOUDWATCH_LOGS', session, runtime))
  try {
    const { events = [] } = await client.send(
      new GetLogEventsCommand({ logGroupName: group, logStreamName: stream, limit: MAX_LOG_LINES }),
      { abortSignal: runtime.signal },
    )
    const lines = events.map(({ message }) => message ?? '')
    return lines.length === 0 ? undefined : { group, stream, lines }
  } finally {
    client.destroy()
  }
}

function reasonsOf(service: Service | undefined, tasks: readonly Task[]): string[] {
  const deployments = (service?.deployments ?? [])
    .filter(({ rolloutState }) => rolloutState === 'FAILED')
    .map(({ rolloutStateReason }) => rolloutStateReason)
  const events = (service?.events ?? [])
    .map(({ message }) => message)
    .filter((message) => !PROGRESS.test(message ?? ''))
  const reasons = [...tasks.map(describeTask), ...deployments, ...events]
  return [...new Set(reasons.filter((reason) => reason !== undefined && reason !== ''))]
    .slice(0, MAX_REASONS)
    .map(String)
}

function describeTask({ stoppedReason, containers = [] }: Task): string {
  const parts = containers.map(({ name = '', exitCode, reason }) =>
    [exitCode === undefined ? '' : `container ${name} exited with ${exitCode}`, reason ?? '']
      .filter((part) => part !== '')
      .join(': '),
  )
  return [stoppedReason ?? '', ...parts].filter((part) => part !== '').join('; ')
}
