import { numberAt, textAt } from '../../text/json'
import { findSecurityGroup } from '../backups/backups'
import { Cluster, type RunningTask } from '../aws/ecs'
import { CommandFailed } from '../error'
import { stackNames } from '../names'
import type { MoveArguments } from '../programs/move-clickhouse'
import type { CliRuntime } from '../runtime'
import { Services } from '../services/services'
import { OtherTaskRuns, runExclusive } from '../task/exclusive'
import { followProgram, type TaskCalls } from '../task/follow'
import type { ProgramEvent } from '../task/output'
import { comparisonLines, measureLines, type OwnServer, settingLines } from './plan'

export interface MoveClickHouse {
  readonly stack: string
  readonly mode: 'move' | 'dry-run' | 'cancel'
}

const POLL_MS = 5000

/** Moves the data of the stack's ClickHouse to the external one. Continues where the last run ended. */
export async function moveClickHouse({ stack, mode }: MoveClickHouse, runtime: CliRuntime): Promise<void> {
  const move = new Move(stack, runtime)
  const environment = await move.environment()
  if (environment === undefined) {
    if (mode === 'cancel') return move.cancel()
    throw notPrepared()
  }
  const ownServer = await move.ownServer(environment)
  switch (mode) {
    case 'cancel':
      return ownServer === 'active' ? move.cancel() : move.refuseCancel()
    case 'dry-run':
      if (ownServer === 'active') return move.measure()
      move.reportSwitched(environment)
      return
    case 'move':
      return ownServer === 'active' ? move.copy(environment) : move.finish(environment)
  }
}

const notPrepared = (): CommandFailed =>
  new CommandFailed(
    [
      'The stack has no target yet. Nothing was changed. Merge a pull request with this setting of the module first; Langfuse keeps its ClickHouse, and the apply creates the task that copies:',
      '',
      ...settingLines('active'),
      '',
      'Then run this command again. docs/growing.md explains the attributes.',
    ].join('\n'),
  )

class Move {
  private readonly cluster: Cluster
  private readonly services: Services
  private readonly names: ReturnType<typeof stackNames>

  constructor(
    private readonly stack: string,
    private readonly runtime: CliRuntime,
  ) {
    this.names = stackNames(stack)
    this.cluster = new Cluster(this.names.cluster, runtime.aws)
    this.services = new Services(stack, runtime)
  }

  /** Returns the environment of the move task. Undefined without one. */
  environment(): Promise<Readonly<Record<string, string>> | undefined> {
    return this.cluster.environment(this.names.moveFamily)
  }

  /** Returns which server Langfuse uses: `active` for the stack's own one. */
  async ownServer(environment: Readonly<Record<string, string>>): Promise<OwnServer> {
    const url = await this.cluster.variable(this.names.service('worker'), 'CLICKHOUSE_URL')
    if (url === environment['CLICKHOUSE_URL']) return 'active'
    if (url === environment['TARGET_URL']) return 'kept'
    throw new CommandFailed(
      `The worker uses ${url ?? 'no ClickHouse'}, but the data moves from ${environment['CLICKHOUSE_URL'] ?? ''} to ${environment['TARGET_URL'] ?? ''}. Nothing was changed. Wait until the last apply has ended, then run the command again.`,
    )
  }

  async measure(): Promise<void> {
    for (const line of measureLines(await this.run('check'))) this.runtime.print(line)
  }

  /** Copies while Langfuse runs, then stops the worker and copies what changed. */
  async copy(environment: Readonly<Record<string, string>>): Promise<void> {
    if (await this.isWorkerRunning()) {
      this.runtime.progress('Copying while Langfuse runs')
      await this.run('first')
    }
    const release = this.runtime.onInterrupt(() => this.pausedText())
    try {
      await this.services.stop(['worker'])
      this.runtime.progress('Copying what changed since')
      const events = await this.run('final')
      for (const line of comparisonLines(events)) this.runtime.print(line)
    } catch (error) {
      if (error instanceof OtherTaskRuns) throw error
      await this.startWorker()
      throw withOutcome(error)
    } finally {
      release()
    }
    this.printSwitch(environment)
  }

  private printSwitch(environment: Readonly<Record<string, string>>): void {
    const { print } = this.runtime
    print(
      `All rows are in ${environment['TARGET_URL'] ?? ''}. The worker is stopped; new events wait in S3 and Valkey. Merge this change now:`,
    )
    for (const line of ['', ...settingLines('kept', environment), '']) print(line)
    print(`Then run the same command again: it starts the worker. To give up: ${this.command('--cancel')}`)
  }

  /** Adds what the web service wrote between the copy and the switch, and starts the worker. */
  async finish(environment: Readonly<Record<string, string>>): Promise<void> {
    const events = await this.run('late')
    for (const { kind, value } of events)
      if (kind === 'late')
        this.runtime.print(
          `Added ${numberAt(value, 'rows') ?? 0} rows to ${textAt(value, 'name') ?? ''} that were written during the switch.`,
        )
    await this.startWorker()
    this.reportSwitched(environment)
  }

  reportSwitched(environment: Readonly<Record<string, string>>): void {
    this.runtime.print(
      `Langfuse uses ${environment['TARGET_URL'] ?? ''}. The previous ClickHouse still runs with its data, and costs as before. Remove it when you no longer need it: docs/growing.md, section Remove the previous server.`,
    )
  }

  async cancel(): Promise<void> {
    const task = (await this.environment()) && (await this.runningTask())
    if (task !== undefined) await this.cluster.stopTask(task.arn)
    const isStarted = await this.startWorker()
    this.runtime.print(
      `${task === undefined ? 'No copy was running' : 'Stopped the copy'}. The worker ${isStarted ? 'runs again' : 'was not stopped'}. Langfuse uses its own ClickHouse. The target keeps the copied rows. Continue later: ${this.command()}`,
    )
  }

  refuseCancel(): never {
    throw new CommandFailed(
      `Langfuse already uses the target, so nothing was changed. Finish: ${this.command()}`,
    )
  }

  private async runningTask(): Promise<RunningTask | undefined> {
    return (await this.cluster.tasks({ family: this.names.moveFamily }))[0]
  }

  private async isWorkerRunning(): Promise<boolean> {
    return (await this.cluster.service(this.names.service('worker'))).desired > 0
  }

  /** Returns whether the worker was stopped. */
  private async startWorker(): Promise<boolean> {
    if (await this.isWorkerRunning()) return false
    await this.services.start(['worker'])
    return true
  }

  /** Runs a phase in the move task. Two copies at once would drop each other's partitions, so it waits for one that runs. */
  private async run(phase: MoveArguments['phase']): Promise<ProgramEvent[]> {
    const running = await this.runningTask()
    if (running !== undefined) {
      this.runtime.progress('Waiting for the copy that an earlier run started')
      // Its failure does not matter: this run copies what it left.
      await this.follow(running.calls).catch(() => undefined)
    }
    const { network } = await this.cluster.service(this.names.service('worker'))
    const request = {
      name: 'move-clickhouse' as const,
      taskDefinition: this.names.moveFamily,
      network: {
        awsvpcConfiguration: {
          subnets: network.awsvpcConfiguration?.subnets,
          securityGroups: [await findSecurityGroup(this.names.moveSecurityGroup, this.runtime)],
        },
      },
      args: { phase, owner: `${this.stack} in ${this.runtime.aws.session.region}`, pollMs: POLL_MS },
    }
    return this.follow((await runExclusive(this.cluster, request, this.runtime)).calls)
  }

  private async follow(task: TaskCalls): Promise<ProgramEvent[]> {
    const events: ProgramEvent[] = []
    await followProgram(task, {
      clock: this.runtime.clock,
      onEvent: (event) => {
        events.push(event)
        if (event.kind === 'progress') this.runtime.progress(progressText(event.value))
      },
      onStatus: (status) => {
        this.runtime.progress(`Task ${status.toLowerCase()}`)
      },
    })
    return events
  }

  private pausedText(): string {
    return [
      'Interrupted. The worker is stopped (0 tasks); new events wait in S3 and Valkey. The copy goes on in its task.',
      `Continue: ${this.command()}`,
      `Give up and start the worker: ${this.command('--cancel')}`,
    ].join('\n')
  }

  private command(option = ''): string {
    return `langfuse-deploy move clickhouse --stack ${this.stack} ${option}`.trim()
  }
}

function progressText(value: unknown): string {
  const [done, total] = [numberAt(value, 'done') ?? 0, numberAt(value, 'total') ?? 0]
  return `${textAt(value, 'name') ?? ''} (${total === 0 ? 100 : Math.round((done / total) * 100)} %)`
}

function withOutcome(error: unknown): unknown {
  if (!(error instanceof CommandFailed)) return error
  return new CommandFailed(
    `${error.message}\nThe worker runs again, and Langfuse uses its own ClickHouse. Run the command again: it copies only what is missing.`,
    { cause: error },
  )
}
