import type { ECSClient, NetworkConfiguration, Task } from '@aws-sdk/client-ecs'
import { CommandFailed } from '../error'
import type { Program } from '../task/program'
import { programOverride } from '../task/program'
import type { TaskCalls } from '../task/follow'
import { callAws, callUnless, type AwsConnection } from './connection'
import { type ServiceState, serviceState, stopReasons } from './service-state'
import { type ContainerLog, taskCalls } from './task-calls'

export interface TaskRequest {
  readonly taskDefinition: string
  readonly network: NetworkConfiguration
  /** Runs instead of the container's command. */
  readonly program?: Program
  /** Arguments of the program. */
  readonly args?: unknown
  /** Environment variables that override those of the task definition, without a program. */
  readonly environment?: Readonly<Record<string, string>>
  /** Letters, numbers, hyphens, slashes and underscores. */
  readonly startedBy?: string
}

export interface RunningTask {
  readonly arn: string
  /** The program with its arguments, compressed. Undefined for a task without one. */
  readonly program: string | undefined
  readonly calls: TaskCalls
}

/** Services and tasks of one ECS cluster. */
export class Cluster {
  constructor(
    readonly name: string,
    private readonly aws: AwsConnection,
  ) {}

  /** @throws CommandFailed if the service does not exist */
  async service(name: string): Promise<ServiceState> {
    const service = await this.findService(name)
    if (service !== undefined) return service
    throw new CommandFailed(
      `The service ${name} does not exist in the cluster ${this.name} in ${this.aws.session.region}. ` +
        'Check --stack and --region; the stack must have been applied.',
    )
  }

  /** Returns an environment variable of a service's first container. @throws CommandFailed if the service does not exist */
  async variable(service: string, name: string): Promise<string | undefined> {
    const { taskDefinition } = await this.service(service)
    return (await this.environment(taskDefinition))?.[name]
  }

  /** Returns the environment of a task definition's first container. Undefined if there is no task definition. */
  async environment(taskDefinition: string): Promise<Readonly<Record<string, string>> | undefined> {
    const { DescribeTaskDefinitionCommand } = await import('@aws-sdk/client-ecs')
    const client = await this.client()
    const found = await callUnless(['ClientException'], 'ecs:DescribeTaskDefinition', () =>
      client.send(new DescribeTaskDefinitionCommand({ taskDefinition })),
    )
    const container = found?.taskDefinition?.containerDefinitions?.[0]
    return (
      container &&
      Object.fromEntries(container.environment?.map(({ name = '', value = '' }) => [name, value]) ?? [])
    )
  }

  /** Returns the tasks of a family, or with this text in `startedBy`, that have not stopped, oldest first. */
  async tasks(query: { readonly family: string } | { readonly startedBy: string }): Promise<RunningTask[]> {
    const { DescribeTasksCommand, ListTasksCommand } = await import('@aws-sdk/client-ecs')
    const client = await this.client()
    const { taskArns = [] } = await callAws('ecs:ListTasks', () =>
      client.send(new ListTasksCommand({ cluster: this.name, ...query })),
    )
    if (taskArns.length === 0) return []
    const { tasks = [] } = await callAws('ecs:DescribeTasks', () =>
      client.send(new DescribeTasksCommand({ cluster: this.name, tasks: taskArns })),
    )
    const running = tasks.filter(({ lastStatus }) => lastStatus !== 'STOPPED').sort(byAge)
    return Promise.all(running.map((task) => this.runningTask(task)))
  }

  private async runningTask({
    taskArn: arn = '',
    taskDefinitionArn = '',
    overrides,
  }: Task): Promise<RunningTask> {
    const program = overrides?.containerOverrides?.[0]?.environment?.find(({ name }) => name === 'PROGRAM')
    return {
      arn,
      program: program?.value,
      calls: taskCalls(this.aws, { cluster: this.name, arn }, await this.container(taskDefinitionArn)),
    }
  }

  /** Returns the program of a request, as `RunningTask` has it. */
  programOf({ program, args }: TaskRequest): string | undefined {
    return program && programOverride('', program, args).environment[0]?.value
  }

  async stopTask(arn: string): Promise<void> {
    const { StopTaskCommand } = await import('@aws-sdk/client-ecs')
    const client = await this.client()
    const request = { cluster: this.name, task: arn, reason: 'langfuse-deploy' }
    await callAws('ecs:StopTask', () => client.send(new StopTaskCommand(request)))
  }

  /** Returns a Docker label of a service's first container. @throws CommandFailed if the service does not exist */
  async label(service: string, name: string): Promise<string | undefined> {
    const { DescribeTaskDefinitionCommand } = await import('@aws-sdk/client-ecs')
    const [client, { taskDefinition }] = await Promise.all([this.client(), this.service(service)])
    const found = await callAws('ecs:DescribeTaskDefinition', () =>
      client.send(new DescribeTaskDefinitionCommand({ taskDefinition })),
    )
    return found.taskDefinition?.containerDefinitions?.[0]?.dockerLabels?.[name]
  }

  /** Returns undefined for a missing service or cluster. */
  async findService(name: string): Promise<ServiceState | undefined> {
    const { DescribeServicesCommand } = await import('@aws-sdk/client-ecs')
    const client = await this.client()
    const found = await callUnless(['ClusterNotFoundException'], 'ecs:DescribeServices', () =>
      client.send(new DescribeServicesCommand({ cluster: this.name, services: [name] })),
    )
    const service = found?.services?.find(({ status }) => status === 'ACTIVE')
    return service === undefined ? undefined : serviceState(name, service)
  }

  /** Returns the reasons of a service's tasks that stopped in the last hour, newest first. Without those that ECS replaced as planned. */
  async stopReasons(service: string): Promise<string[]> {
    const { DescribeTasksCommand, ListTasksCommand } = await import('@aws-sdk/client-ecs')
    const client = await this.client()
    const query = { cluster: this.name, serviceName: service, desiredStatus: 'STOPPED' as const }
    const { taskArns = [] } = await callAws('ecs:ListTasks', () => client.send(new ListTasksCommand(query)))
    if (taskArns.length === 0) return []
    const { tasks = [] } = await callAws('ecs:DescribeTasks', () =>
      client.send(new DescribeTasksCommand({ cluster: this.name, tasks: taskArns })),
    )
    return tasks
      .filter(({ stopCode }) => stopCode !== 'ServiceSchedulerInitiated')
      .sort((a, b) => (b.stoppedAt?.getTime() ?? 0) - (a.stoppedAt?.getTime() ?? 0))
      .map((task) => stopReasons(task).join('. '))
  }

  /** Sets the number of tasks, or replaces all tasks with `restart`. */
  async update(
    service: string,
    change: { readonly desired?: number; readonly restart?: true },
  ): Promise<void> {
    const { UpdateServiceCommand } = await import('@aws-sdk/client-ecs')
    const client = await this.client()
    await callAws('ecs:UpdateService', () =>
      client.send(
        new UpdateServiceCommand({
          cluster: this.name,
          service,
          ...(change.desired !== undefined && { desiredCount: change.desired }),
          ...(change.restart && { forceNewDeployment: true }),
        }),
      ),
    )
  }

  /** Starts a Fargate task. @throws CommandFailed with ECS's reason if it does not start */
  async run(request: TaskRequest): Promise<RunningTask> {
    const { RunTaskCommand } = await import('@aws-sdk/client-ecs')
    const client = await this.client()
    const container = await this.container(request.taskDefinition)
    const overrides = { containerOverrides: [override(container.name, request)] }
    const { tasks, failures } = await callAws('ecs:RunTask', () =>
      client.send(
        new RunTaskCommand({
          cluster: this.name,
          taskDefinition: request.taskDefinition,
          // Tasks of the size tiny run on its instance, with its network.
          launchType: hasInterface(request.network) ? 'FARGATE' : 'EC2',
          startedBy: request.startedBy ?? 'langfuse-deploy',
          ...(hasInterface(request.network) && { networkConfiguration: request.network }),
          overrides,
        }),
      ),
    )
    const task = tasks?.[0]
    if (task?.taskArn !== undefined) return this.runningTask({ overrides, ...task })
    const reasons = failures?.map(({ reason, detail }) => [reason, detail].filter(Boolean).join(': ')) ?? []
    throw new CommandFailed(
      `ECS did not start the task: ${reasons.join('; ') || 'no reason given'}. Nothing was changed. Run the command again later, or run langfuse-deploy doctor.`,
    )
  }

  private async container(taskDefinition: string): Promise<ContainerLog> {
    const { DescribeTaskDefinitionCommand } = await import('@aws-sdk/client-ecs')
    const client = await this.client()
    const found = await callAws('ecs:DescribeTaskDefinition', () =>
      client.send(new DescribeTaskDefinitionCommand({ taskDefinition })),
    )
    const container = found.taskDefinition?.containerDefinitions?.[0]
    const options = container?.logConfiguration?.options
    return {
      name: container?.name ?? '',
      group: options?.['awslogs-group'] ?? '',
      streamPrefix: options?.['awslogs-stream-prefix'] ?? '',
    }
  }

  private async client(): Promise<ECSClient> {
    const { ECSClient } = await import('@aws-sdk/client-ecs')
    return new ECSClient(await this.aws.settings('ECS'))
  }
}

function override(container: string, { program, args, environment }: TaskRequest) {
  if (program !== undefined) return programOverride(container, program, args)
  return {
    name: container,
    environment: Object.entries(environment ?? {}).map(([name, value]) => ({ name, value })),
  }
}

const byAge = (a: Task, b: Task): number =>
  (a.createdAt?.getTime() ?? 0) - (b.createdAt?.getTime() ?? 0) ||
  (a.taskArn ?? '').localeCompare(b.taskArn ?? '')

const hasInterface = ({ awsvpcConfiguration }: NetworkConfiguration): boolean =>
  awsvpcConfiguration !== undefined
