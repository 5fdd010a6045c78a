import { textAt } from '../../text/json'
import { CommandFailed } from '../error'
import type { Clock } from '../../http/retry'
import { OutputReader, type ProgramEvent } from './output'

export interface TaskState {
  readonly status: string
  readonly exitCode: number | undefined
  /** ECS's reasons of task and container, for example `CannotPullContainerError: …`. */
  readonly reasons: readonly string[]
}

export interface LogPage {
  readonly messages: readonly string[]
  readonly nextToken: string | undefined
}

/** The calls that follow one task. */
export interface TaskCalls {
  /** Returns undefined while ECS does not know the task. */
  state(): Promise<TaskState | undefined>
  /** Returns an empty page while the log stream does not exist. */
  log(token: string | undefined): Promise<LogPage>
  /** Command that shows the log. */
  readonly logCommand: string
}

interface FollowOptions {
  readonly clock: Pick<Clock, 'sleep'>
  readonly onEvent: (event: ProgramEvent) => void
  readonly onStatus: (status: string) => void
}

const POLL_MS = 2000
/** CloudWatch Logs shows the last lines some seconds after the task has stopped. */
const MAX_LATE_POLLS = 15
const SHOWN_LINES = 40
const MAX_UNKNOWN_POLLS = 30
const UNKNOWN: TaskState = { status: '', exitCode: undefined, reasons: ['ECS does not know the task'] }

/**
 * Waits until a program's task has stopped, and reports its events.
 *
 * @throws CommandFailed with ECS's reason and the last log lines
 */
export async function followProgram(task: TaskCalls, options: FollowOptions): Promise<void> {
  const log = new ProgramLog(task, options.onEvent)
  const state = await waitUntilStopped(task, log, options)
  for (let polls = 0; polls < MAX_LATE_POLLS && !log.hasEnded; polls += 1) {
    await options.clock.sleep(polls === 0 ? 0 : POLL_MS)
    await log.read()
  }
  if (log.hasEnded && log.error === undefined && state.exitCode === 0) return
  throw new CommandFailed(describeFailure(state, log, task.logCommand))
}

/**
 * Waits until a task that is no program has stopped.
 *
 * @returns the lines of its log
 * @throws CommandFailed with ECS's reason and the last log lines
 */
export async function followTask(
  task: TaskCalls,
  options: Omit<FollowOptions, 'onEvent'>,
): Promise<readonly string[]> {
  const log = new ProgramLog(task, () => undefined)
  const state = await waitUntilStopped(task, log, options)
  let count = -1
  // Its end has no mark: the log is complete when no line has come for a while.
  for (let polls = 0; polls < MAX_LATE_POLLS && (log.otherLines.length > count || polls < 3); polls += 1) {
    count = log.otherLines.length
    await options.clock.sleep(POLL_MS)
    await log.read()
  }
  if (state.exitCode === 0) return log.otherLines
  throw new CommandFailed(describeFailure(state, log, task.logCommand))
}

class ProgramLog {
  hasEnded = false
  error: string | undefined
  private readonly reader = new OutputReader()
  private token: string | undefined

  constructor(
    private readonly task: TaskCalls,
    private readonly onEvent: FollowOptions['onEvent'],
  ) {}

  get otherLines(): readonly string[] {
    return this.reader.otherLines
  }

  async read(): Promise<void> {
    const page = await this.task.log(this.token)
    this.token = page.nextToken
    for (const event of page.messages.flatMap((message) => this.reader.push(message))) {
      if (event.kind === 'end') this.hasEnded = true
      else if (event.kind === 'error') this.error = textAt(event.value, 'message') ?? 'unknown error'
      else this.onEvent(event)
    }
  }
}

async function waitUntilStopped(
  task: TaskCalls,
  log: ProgramLog,
  options: Omit<FollowOptions, 'onEvent'>,
): Promise<TaskState> {
  let shown = ''
  for (let unknown = 0; ;) {
    const state = (await task.state()) ?? UNKNOWN
    unknown = state === UNKNOWN ? unknown + 1 : 0
    // ECS may show a new task only some seconds after it has accepted it.
    if (state === UNKNOWN && (shown !== '' || unknown > MAX_UNKNOWN_POLLS))
      return { ...state, status: 'STOPPED' }
    if (state.status === 'STOPPED') return state
    if (state.status !== shown && state !== UNKNOWN) options.onStatus(state.status)
    shown = state.status
    await log.read()
    await options.clock.sleep(POLL_MS)
  }
}

function describeFailure(state: TaskState, log: ProgramLog, logCommand: string): string {
  const cause = log.error ?? (state.reasons.join('. ') || 'ECS gives no reason')
  const code = state.exitCode === undefined ? 'The container did not start' : `Exit code ${state.exitCode}`
  const lines = log.otherLines.slice(-SHOWN_LINES)
  // With an error of the program itself, the cause is known.
  if (log.error !== undefined) return `The task failed: ${cause}`
  return [
    `The task failed: ${cause}. ${code}.`,
    ...(lines.length > 0
      ? ['Last lines of its log:', ...lines.map((line) => `  ${line}`)]
      : ['It wrote no log.']),
    `Complete log: ${logCommand}`,
  ].join('\n')
}
