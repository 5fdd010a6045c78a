import type { LogPage, TaskCalls, TaskState } from '../task/follow'
import { type AwsConnection, callAws, callUnless } from './connection'
import { stopReasons } from './service-state'

/** Where the log of a task definition's first container is. */
export interface ContainerLog {
  readonly name: string
  readonly group: string
  readonly streamPrefix: string
}

interface TaskName {
  readonly cluster: string
  readonly arn: string
}

/** Returns the calls that follow a task. */
export function taskCalls(aws: AwsConnection, task: TaskName, container: ContainerLog): TaskCalls {
  const stream = `${container.streamPrefix}/${container.name}/${task.arn.split('/').at(-1) ?? ''}`
  return {
    state: () => taskState(aws, task),
    log: (token) => logPage(aws, { group: container.group, stream }, token),
    logCommand: `aws logs get-log-events --log-group-name ${container.group} --log-stream-name ${stream} --region ${aws.session.region}`,
  }
}

/** Returns the state of a task. Undefined if ECS does not know it: a new one for some seconds, a stopped one after an hour. */
async function taskState(aws: AwsConnection, { cluster, arn }: TaskName): Promise<TaskState | undefined> {
  const { DescribeTasksCommand, ECSClient } = await import('@aws-sdk/client-ecs')
  const client = new ECSClient(await aws.settings('ECS'))
  const { tasks } = await callAws('ecs:DescribeTasks', () =>
    client.send(new DescribeTasksCommand({ cluster, tasks: [arn] })),
  )
  const task = tasks?.[0]
  return (
    task && {
      status: task.lastStatus ?? '',
      exitCode: task.containers?.[0]?.exitCode,
      reasons: stopReasons(task),
    }
  )
}

async function logPage(
  aws: AwsConnection,
  name: { readonly group: string; readonly stream: string },
  token: string | undefined,
): Promise<LogPage> {
  const { CloudWatchLogsClient, GetLogEventsCommand } = await import('@aws-sdk/client-cloudwatch-logs')
  const client = new CloudWatchLogsClient(await aws.settings('CLOUDWATCH_LOGS'))
  const page = await callUnless(['ResourceNotFoundException'], 'logs:GetLogEvents', () =>
    client.send(
      new GetLogEventsCommand({
        logGroupName: name.group,
        logStreamName: name.stream,
        startFromHead: true,
        ...(token !== undefined && { nextToken: token }),
      }),
    ),
  )
  const messages = page?.events?.map(({ message }) => message ?? '') ?? []
  return { messages, nextToken: page?.nextForwardToken ?? token }
}
