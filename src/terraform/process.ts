import { type ChildProcess, spawn } from 'node:child_process'
import { closeSync, existsSync, openSync } from 'node:fs'
import { engineOfProgram } from '../plan/engine'
import { isRecord } from '../text/json'
import {
  startTimeOf,
  interruptOnce,
  isReadOnlyCommand,
  killProcess,
  removePidFile,
  type ProcessRecord,
  writePidFile,
} from './pid-file'
import { followFile } from './follow-file'
import type { FailureReason } from '../text/failure-reason'

export interface Exit {
  readonly exitCode: number | undefined
  readonly signal: NodeJS.Signals | undefined
}

export type OutputStream = 'stdout' | 'stderr'

export interface ProcessOptions {
  readonly program: string
  readonly cwd: string
  readonly env: Readonly<Record<string, string>>
  /** Files, not pipes: Terraform can save its state after this process has died. */
  readonly stdoutFile: string
  readonly stderrFile: string
  readonly pidFile: string
  /** The pid file is moved here at the end. */
  readonly endedFile?: string | undefined
  readonly onLine: (line: string, stream: OutputStream) => void
  /** Not passed to `onLine`, such as a large JSON document. */
  readonly ignoredStreams?: readonly OutputStream[]
  /** Interrupts Terraform when aborted. */
  readonly interruption?: AbortSignal | undefined
}

export interface TerraformProcess {
  readonly pid: number
  /** Settles after the last line. */
  readonly ended: Promise<Exit>
  /** Sends an interrupt on the first call only. */
  interrupt(): void
}

/** Terraform could not be started. */
export class TerraformNotStarted extends Error {
  override readonly name = 'TerraformNotStarted'
  readonly reason: FailureReason = 'terraform-failed'
}

/** The run was cancelled before Terraform was started. */
export class TerraformCancelled extends Error {
  override readonly name = 'TerraformCancelled'
  readonly reason: FailureReason = 'cancelled'
}

/**
 * Runs Terraform to its end.
 *
 * @throws like `startTerraform`
 */
export const runTerraform = async (args: readonly string[], options: ProcessOptions): Promise<Exit> =>
  (await startTerraform(args, options)).ended

/**
 * Starts Terraform in a process group that does not receive this process's signals.
 *
 * @throws TerraformCancelled, TerraformNotStarted
 */
export async function startTerraform(
  args: readonly string[],
  options: ProcessOptions,
): Promise<TerraformProcess> {
  const { pidFile, interruption } = options
  const [command = ''] = args
  if (interruption?.aborted)
    throw new TerraformCancelled(
      `${engineOfProgram(options.program).command} ${command} was not started because the run was cancelled`,
    )
  const child = spawnProcess(args, options)
  const exited = waitForExit(child)
  const pid = await waitForSpawn(child, options)
  const record: ProcessRecord = {
    pid,
    startTime: startTimeOf(pid),
    program: options.program,
    command,
    directory: options.cwd,
    startedAt: new Date().toISOString(),
    stdoutFile: options.stdoutFile,
    stderrFile: options.stderrFile,
    interrupted: false,
  }
  writePidFile(pidFile, record)
  const interrupt = (): void => {
    // The pid of an ended process may be reused.
    if (child.exitCode !== null || child.signalCode !== null) return
    if (interruptOnce(pidFile) && isReadOnlyCommand(command)) escalateSignals(child, record, exited)
  }
  interruption?.addEventListener('abort', interrupt)
  const ended = forwardOutput(exited, options).finally(() => {
    interruption?.removeEventListener('abort', interrupt)
    removePidFile(pidFile, options.endedFile)
  })
  if (interruption?.aborted) interrupt()
  return { pid, ended, interrupt }
}

// The runner kills this process 10 s after the cancellation.
const SECOND_INTERRUPT_MS = 3_000
const KILL_MS = 6_000

/** Without an answer from the backend, a command would ignore the interrupt. */
function escalateSignals(child: ChildProcess, record: ProcessRecord, exited: Promise<Exit>): void {
  const timers = [
    // After a second interrupt Terraform stops waiting, but tries to release its lock.
    setTimeout(() => child.kill('SIGINT'), SECOND_INTERRUPT_MS),
    setTimeout(() => {
      killProcess(record)
    }, KILL_MS),
  ]
  void exited.then(() => {
    timers.forEach(clearTimeout)
  })
}

function spawnProcess(args: readonly string[], options: ProcessOptions): ChildProcess {
  const files = [options.stdoutFile, options.stderrFile].map((path) => openSync(path, 'a', 0o600))
  try {
    return spawn(options.program, args, {
      cwd: options.cwd,
      env: options.env,
      stdio: ['ignore', ...files],
      // On Windows, interrupts do not reach a detached child.
      detached: process.platform !== 'win32',
    })
  } finally {
    for (const file of files) closeSync(file)
  }
}

function waitForExit(child: ChildProcess): Promise<Exit> {
  return new Promise((resolve) => {
    child.once('exit', (code, signal) => {
      resolve({ exitCode: code ?? undefined, signal: signal ?? undefined })
    })
  })
}

function waitForSpawn(child: ChildProcess, { program, cwd }: ProcessOptions): Promise<number> {
  return new Promise((resolve, reject) => {
    child.once('spawn', () => {
      resolve(child.pid ?? 0)
    })
    child.once('error', (error) => {
      const reason = existsSync(cwd)
        ? startFailureReason(error)
        : `the directory ${cwd} does not exist. Check the input working-directory`
      reject(new TerraformNotStarted(`${program} could not be started: ${reason}`, { cause: error }))
    })
  })
}

function startFailureReason(error: unknown): string {
  const code = isRecord(error) ? error['code'] : undefined
  if (code === 'ENOENT') return 'the program does not exist. Install it in an earlier step'
  if (code === 'EACCES') return 'the file is not executable. Check its file mode'
  if (code === 'E2BIG') return 'its arguments and environment are too long. Move variables to a var-file'
  return String(error)
}

/** Waits for the end even if `onLine` throws. */
async function forwardOutput(exited: Promise<Exit>, options: ProcessOptions): Promise<Exit> {
  const ended = new AbortController()
  const { stdoutFile, stderrFile, onLine, ignoredStreams = [] } = options
  const streams = [
    ['stdout', stdoutFile],
    ['stderr', stderrFile],
  ] as const
  const followed = streams
    .filter(([stream]) => !ignoredStreams.includes(stream))
    .map(([stream, path]) =>
      followFile(
        path,
        (line) => {
          onLine(line, stream)
        },
        ended.signal,
      ),
    )
  const forwarded = Promise.allSettled(followed)
  const exit = await exited
  ended.abort()
  for (const result of await forwarded) if (result.status === 'rejected') throw result.reason
  return exit
}
