import { type ChildProcess, spawn } from 'node:child_process'
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { buffer } from 'node:stream/consumers'
import { gunzipSync } from 'node:zlib'
import {
  CloudWatchLogsClient,
  CreateLogStreamCommand,
  PutLogEventsCommand,
} from '@aws-sdk/client-cloudwatch-logs'
import {
  CreateClusterCommand,
  CreateServiceCommand,
  ECSClient,
  RegisterTaskDefinitionCommand,
} from '@aws-sdk/client-ecs'
import { CreateLogGroupCommand } from '@aws-sdk/client-cloudwatch-logs'
import { CreateSecurityGroupCommand, DescribeSubnetsCommand, EC2Client } from '@aws-sdk/client-ec2'
import { Moto } from '../../testkit/moto/moto'
import { recordCall } from './permissions'

type Json = Record<string, unknown>

interface LocalTask {
  status: 'PENDING' | 'RUNNING' | 'STOPPED'
  exitCode?: number
  stoppedReason?: string
  process?: ChildProcess
}

export interface LocalAnswer {
  readonly status: number
  readonly type: string
  readonly body: string
}

interface Override {
  readonly name: string
  readonly command?: string[]
  readonly environment?: { name: string; value: string }[]
}

interface ServiceOptions {
  readonly stack?: string
  readonly labels?: Record<string, string>
  /** A service of the size tiny, without a network interface. */
  readonly isOnInstance?: boolean
}

/** moto, in front of which a proxy really runs the tasks: the command of a container override, as a process with its environment. */
export class LocalEcs {
  /** Environment of the containers, by container name, as the stack's task definitions set it. */
  readonly containers: Record<string, Readonly<Record<string, string>>> = {}
  /** Secrets that ECS reads when it starts a container, as environment. */
  secrets: () => Promise<Readonly<Record<string, string>>> = () => Promise.resolve({})
  /** Commands of containers in their task definitions. */
  readonly commands: Record<string, readonly string[]> = {}
  /** The reason with which ECS refuses to start the next task. */
  refusal: string | undefined
  /** The reason with which the next task stops before its container starts. */
  stoppedReason: string | undefined
  /** Answers a call that moto does not implement: the operation and the request's body. */
  answer: (operation: string, body: string) => LocalAnswer | undefined = () => undefined
  /** Changes an answer of moto, for example to a state that AWS goes through and moto skips. */
  rewrite: (operation: string, answer: string) => string = (_, answer) => answer
  /** A subnet of the default VPC. */
  subnet = ''
  readonly securityGroups: Record<string, string> = {}
  /** Bodies of the RunTask calls. */
  readonly started: Json[] = []
  private readonly tasks = new Map<string, LocalTask>()
  private readonly server = createServer((from, to) => void this.serve(from, to))

  private constructor(
    private readonly moto: Moto,
    readonly stack: string,
  ) {}

  static async start(stack = 'langfuse'): Promise<LocalEcs> {
    const ecs = new LocalEcs(
      await Moto.start({
        registryHost: '127.0.0.1:1',
        dataPlane: { manifest: () => undefined, blob: () => false },
        shims: true,
      }),
      stack,
    )
    await new Promise<void>((resolve) => ecs.server.listen(0, '127.0.0.1', resolve))
    const { Subnets } = await new EC2Client(ecs.settings).send(new DescribeSubnetsCommand({}))
    ecs.subnet = Subnets?.[0]?.SubnetId ?? ''
    return ecs
  }

  get url(): string {
    return `http://127.0.0.1:${(this.server.address() as AddressInfo).port}`
  }

  get settings() {
    const credentials = { accessKeyId: 'test', secretAccessKey: 'test' }
    return { region: 'eu-central-1', endpoint: this.moto.directUrl, credentials }
  }

  async stop(): Promise<void> {
    this.server.closeAllConnections()
    await new Promise((resolve) => this.server.close(resolve))
    await this.moto.stop()
  }

  /** Creates a service with its cluster, task definition and log group, as the stack does. */
  async createService(
    component: string,
    environment: Readonly<Record<string, string>> = {},
    { stack = this.stack, labels = {}, isOnInstance = false }: ServiceOptions = {},
  ): Promise<void> {
    this.containers[component] = environment
    const ecs = new ECSClient(this.settings)
    await ecs.send(new CreateClusterCommand({ clusterName: stack }))
    await new CloudWatchLogsClient(this.settings).send(
      new CreateLogGroupCommand({ logGroupName: `/${stack}/${component}` }),
    )
    const options = {
      'awslogs-group': `/${stack}/${component}`,
      'awslogs-region': 'eu-central-1',
      'awslogs-stream-prefix': component,
    }
    const { taskDefinition } = await ecs.send(
      new RegisterTaskDefinitionCommand({
        family: `${stack}-${component}`,
        networkMode: 'awsvpc',
        requiresCompatibilities: ['FARGATE'],
        cpu: '1024',
        memory: '2048',
        containerDefinitions: [
          {
            name: component,
            image: 'image',
            memory: 512,
            dockerLabels: labels,
            environment: Object.entries(environment).map(([name, value]) => ({ name, value })),
            logConfiguration: { logDriver: 'awslogs', options },
          },
        ],
      }),
    )
    const group = { GroupName: `${stack}-${component}`, Description: component }
    const { GroupId = '' } = await new EC2Client(this.settings).send(new CreateSecurityGroupCommand(group))
    this.securityGroups[component] = GroupId
    await ecs.send(
      new CreateServiceCommand({
        cluster: stack,
        serviceName: `${stack}-${component}`,
        taskDefinition: taskDefinition?.taskDefinitionArn,
        desiredCount: 1,
        launchType: isOnInstance ? 'EC2' : 'FARGATE',
        ...(!isOnInstance && {
          networkConfiguration: {
            awsvpcConfiguration: { subnets: [this.subnet], securityGroups: [GroupId] },
          },
        }),
      }),
    )
  }

  private async serve(from: IncomingMessage, to: ServerResponse): Promise<void> {
    const body = await buffer(from)
    recordCall(from, body.toString())
    const operation = String(from.headers['x-amz-target'])
    if (operation.endsWith('.RunTask') && this.refusal !== undefined) {
      const failures = [{ reason: this.refusal }]
      this.refusal = undefined
      to.writeHead(200, { 'content-type': 'application/x-amz-json-1.1' }).end(
        JSON.stringify({ tasks: [], failures }),
      )
      return
    }
    const known = this.answer(operationOf(from, body.toString()), body.toString())
    if (known !== undefined) {
      to.writeHead(known.status, { 'content-type': known.type }).end(known.body)
      return
    }
    const headers = Object.entries(from.headers).filter(
      ([name]) => !['host', 'connection', 'content-length', 'expect'].includes(name),
    )
    const answer = await fetch(`${this.moto.directUrl}${from.url ?? '/'}`, {
      method: from.method ?? 'POST',
      headers: headers.map(([name, value]) => [name, String(value)]),
      ...(body.length > 0 && {
        body: operation.endsWith('.RunTask') ? this.onFargate(body.toString()) : body,
      }),
    })
    const text = await answer.text()
    if (operation.endsWith('.RunTask'))
      this.runTask(JSON.parse(body.toString()) as Json, JSON.parse(text) as Json)
    if (operation.endsWith('.StopTask'))
      this.tasks.get(String((JSON.parse(body.toString()) as Json)['task']))?.process?.kill()
    const described = operation.endsWith('.DescribeTasks') ? this.describe(JSON.parse(text) as Json) : text
    const content = this.rewrite(operationOf(from, body.toString()), described)
    const hidden = ['content-length', 'content-encoding', 'transfer-encoding', 'connection']
    to.writeHead(
      answer.status,
      Object.fromEntries([...answer.headers].filter(([name]) => !hidden.includes(name))),
    ).end(content)
  }

  /** moto has no instances to run a task on. */
  private onFargate(body: string): string {
    const awsvpcConfiguration = { subnets: [this.subnet], securityGroups: Object.values(this.securityGroups) }
    return JSON.stringify({
      networkConfiguration: { awsvpcConfiguration },
      ...(JSON.parse(body) as Json),
      launchType: 'FARGATE',
    })
  }

  private runTask(request: Json, answer: Json): void {
    this.started.push(request)
    const {
      containerOverrides: [override],
    } = request['overrides'] as { containerOverrides: [Override] }
    const [{ taskArn }] = answer['tasks'] as [{ taskArn: string }]
    const task: LocalTask = { status: 'PENDING' }
    this.tasks.set(taskArn, task)
    if (this.stoppedReason === undefined) {
      void this.runContainer(taskArn, task, override)
      return
    }
    Object.assign(task, { status: 'STOPPED', stoppedReason: this.stoppedReason })
    this.stoppedReason = undefined
  }

  private async runContainer(taskArn: string, task: LocalTask, override: Override): Promise<void> {
    const [program = 'false', ...args] = override.command ?? this.commands[override.name] ?? []
    const variables = (override.environment ?? []).map(({ name, value }) => [name, value] as const)
    const env = {
      PATH: process.env['PATH'],
      ...this.containers[override.name],
      ...(await this.secrets()),
      ...Object.fromEntries(variables),
    }
    const container = spawn(program, args, { env, stdio: ['ignore', 'pipe', 'pipe'] })
    task.status = 'RUNNING'
    task.process = container
    void Promise.all([
      buffer(container.stdout),
      buffer(container.stderr),
      new Promise<number>((resolve) =>
        container.once('exit', (code) => {
          resolve(code ?? 137)
        }),
      ),
    ]).then(async ([stdout, stderr, exitCode]) => {
      const messages = (stdout.toString() + stderr.toString()).split('\n').filter((line) => line !== '')
      await this.writeLog(override.name, taskArn, messages)
      Object.assign(task, {
        status: 'STOPPED',
        exitCode,
        stoppedReason: 'Essential container in task exited',
      })
    })
  }

  private async writeLog(container: string, taskArn: string, messages: readonly string[]): Promise<void> {
    if (messages.length === 0) return
    const logs = new CloudWatchLogsClient(this.settings)
    const name = {
      logGroupName: `/${this.stack}/${container}`,
      logStreamName: `${container}/${container}/${taskArn.split('/').at(-1) ?? ''}`,
    }
    await logs.send(new CreateLogStreamCommand(name))
    const timestamp = Date.now()
    // The same time for all, so that only their numbers order them.
    await logs.send(
      new PutLogEventsCommand({ ...name, logEvents: messages.map((message) => ({ message, timestamp })) }),
    )
  }

  private describe(answer: Json): string {
    for (const task of answer['tasks'] as Json[]) {
      const local = this.tasks.get(String(task['taskArn']))
      if (local === undefined) continue
      const { status, exitCode, stoppedReason } = local
      task['lastStatus'] = status
      if (stoppedReason !== undefined) task['stoppedReason'] = stoppedReason
      task['containers'] = [{ name: 'container', ...(exitCode !== undefined && { exitCode }) }]
    }
    return JSON.stringify(answer)
  }
}

/** Name of the operation: `DescribeTasks` in a JSON or query protocol, `POST /path` in a REST protocol. */
function operationOf(from: IncomingMessage, body: string): string {
  const target = from.headers['x-amz-target']
  if (target !== undefined) return String(target).split('.').at(-1) ?? ''
  return (
    /(?:^|&)Action=(\w+)/.exec(body)?.[1] ?? `${from.method ?? ''} ${(from.url ?? '').split('?')[0] ?? ''}`
  )
}

/** Source of the program of a RunTask call, from its overrides. */
export function programSource(request: string): string {
  const program = /"name":"PROGRAM","value":"([^"]+)"/.exec(request)?.[1] ?? ''
  return program === '' ? '' : gunzipSync(Buffer.from(program, 'base64')).toString()
}
