import { HttpClient } from '../../http/client'
import { errorMessage } from '../../text/sanitize'
import { Cluster } from '../aws/ecs'
import { RestorableCluster } from '../aws/rds'
import { createBackup } from '../backups/backups'
import { InvalidArgument } from '../error'
import { readKeys } from '../keys/keys'
import { stackNames } from '../names'
import { replay } from '../replay/replay'
import { restoreClickHouse } from '../restore/clickhouse'
import { restorePostgres } from '../restore/postgres'
import { restoreNames } from '../restore/postgres-step'
import type { CliRuntime } from '../runtime'
import { Services } from '../services/services'
import { hourlyCost } from './cost'
import { isPassed, rehearsalLines, renderRehearsal, type RehearsalStep } from './report'
import { TraceLoad, type Written } from './trace-load'

export interface Rehearse {
  readonly stack: string
  /** Number of traces of each of the two loads. */
  readonly traces: number
  /** File to which the report is appended, such as $GITHUB_STEP_SUMMARY. */
  readonly file: string | undefined
}

const PAUSE_MS = 1000
const READ_LIMIT_MS = 15 * 60_000
const RESTORABLE_POLL_MS = 30_000
/** Aurora can be restored to about five minutes ago. */
const MAX_RESTORABLE_POLLS = 60

/** Rejects a stack that may have data of value. @throws InvalidArgument */
export function requireRehearsalName(stack: string): void {
  if (/(?:^|-)rehearsal(?:-|$)/.test(stack)) return
  throw new InvalidArgument(
    `The name of the stack '${stack}' does not contain the word rehearsal. This command replaces and restores its databases, so it needs a stack without data of value.`,
  )
}

/**
 * Loses and restores the data of a running throw-away stack: writes traces, replaces ClickHouse meanwhile, restores both
 * databases, replays the events, and counts the traces.
 *
 * @returns whether all traces are there
 */
export async function rehearse(command: Rehearse, runtime: CliRuntime): Promise<boolean> {
  requireRehearsalName(command.stack)
  const quiet = { ...runtime, print: runtime.progress }
  const proxy = runtime.proxyUrl
  const http = new HttpClient({ idleTimeoutMs: 10_000, ...(proxy && { proxyUrl: proxy }) })
  const rehearsal = new Rehearsal(command, http, quiet)
  try {
    await rehearsal.run()
  } finally {
    await http.close()
  }
  const cost = await hourlyCost(command.stack, runtime)
  const report = { stack: command.stack, steps: rehearsal.steps, cost }
  for (const line of rehearsalLines(report)) runtime.print(line)
  if (command.file !== undefined)
    await (await import('node:fs/promises')).appendFile(command.file, `${renderRehearsal(report)}\n`)
  return isPassed(report)
}

class Rehearsal {
  readonly steps: RehearsalStep[] = []
  private readonly start: Date
  private readonly written: Written[] = []
  private load: TraceLoad | undefined
  private backup = ''

  constructor(
    private readonly command: Rehearse,
    private readonly http: HttpClient,
    private readonly runtime: CliRuntime,
  ) {
    this.start = new Date(runtime.clock.wallClockMs())
  }

  /** Ends at the first step that fails. */
  run(): Promise<void> {
    return this.inOrder([
      ['Write traces', () => this.write()],
      ['Back up ClickHouse', () => this.backUp()],
      ['Replace ClickHouse while traces are written', () => this.replaceUnderLoad()],
      ['Restore PostgreSQL', () => this.restorePostgres()],
      ['Restore ClickHouse', () => this.restoreClickHouse()],
      ['Replay the events', () => this.replay()],
    ])
  }

  private async inOrder(steps: readonly (readonly [string, () => Promise<StepResult>])[]): Promise<void> {
    const { clock, progress } = this.runtime
    for (const [name, action] of steps) {
      progress(`Rehearsal: ${name}`)
      const startMs = clock.now()
      const result = await action().catch((error: unknown) => failed(errorMessage(error)))
      this.steps.push({ name, seconds: (clock.now() - startMs) / 1000, ...result })
      if (!result.isPassed) return
    }
  }

  private async write(): Promise<StepResult> {
    const { stack, traces } = this.command
    this.load = await TraceLoad.open(await readKeys(stack, this.runtime), this.http, this.runtime)
    this.written.push(await this.load.write(traces, 0))
    return this.count(READ_LIMIT_MS)
  }

  private async backUp(): Promise<StepResult> {
    this.backup = (await createBackup(this.command.stack, this.runtime)) ?? ''
    return this.backup === '' ? failed('the task printed no backup') : passed(this.backup)
  }

  private async replaceUnderLoad(): Promise<StepResult> {
    const { stack, traces } = this.command
    const [during] = await Promise.all([
      this.load?.write(traces, PAUSE_MS),
      new Services(stack, this.runtime).restart(['clickhouse']),
    ])
    if (during !== undefined) this.written.push(during)
    return this.count(READ_LIMIT_MS)
  }

  /** To the newest time after the first traces. The size tiny has no Aurora. */
  private async restorePostgres(): Promise<StepResult> {
    const { stack } = this.command
    const names = stackNames(stack)
    const { network } = await new Cluster(names.cluster, this.runtime.aws).service(names.service('worker'))
    if (network.awsvpcConfiguration === undefined)
      return passed('not applicable: the size tiny has no Aurora')
    for (let polls = 0; polls < MAX_RESTORABLE_POLLS; polls += 1) {
      const names = restoreNames(stackNames(stack).postgres, this.start)
      const range = await new RestorableCluster(this.runtime.aws, names, this.start).restorable()
      if (range === undefined || range.latest >= this.start) {
        const time = range?.latest ?? this.start
        await restorePostgres({ stack, time }, this.runtime)
        return passed(`to ${time.toISOString()}`)
      }
      await this.runtime.clock.sleep(RESTORABLE_POLL_MS)
    }
    return failed(`RDS offers no time after ${this.start.toISOString()}`)
  }

  private async restoreClickHouse(): Promise<StepResult> {
    await restoreClickHouse({ stack: this.command.stack, backup: this.backup }, this.runtime)
    const { result } = await this.count(0)
    return passed(`${result}; those after the backup are missing until the replay`)
  }

  private async replay(): Promise<StepResult> {
    const to = new Date(this.runtime.clock.wallClockMs() + 60_000)
    await replay({ stack: this.command.stack, from: this.start, to, dryRun: false }, this.runtime)
    return this.count(READ_LIMIT_MS)
  }

  /** Passes if all traces that were written can be read. */
  private async count(limitMs: number): Promise<StepResult> {
    const accepted = this.written.flatMap(({ traces }) => traces)
    const rejected = this.written.reduce((total, one) => total + one.rejected, 0)
    const readable = (await this.load?.count(accepted, limitMs)) ?? 0
    const more = rejected === 0 ? '' : `; ${rejected} more were not accepted`
    return {
      result: `${readable} of ${accepted.length} traces readable${more}`,
      isPassed: readable === accepted.length && rejected === 0,
    }
  }
}

type StepResult = Pick<RehearsalStep, 'result' | 'isPassed'>

const passed = (result: string): StepResult => ({ result, isPassed: true })
const failed = (result: string): StepResult => ({ result, isPassed: false })
