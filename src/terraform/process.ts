import { type ChildProcess, spawn } from 'node:child_process'
import { closeSync, existsSync, openSync } from 'node:fs'
import { isRecord } from '../text/json'
import {
  birthOf,
  interruptStarted,
  isHarmless,
  killStarted,
  removePidFile,
  type Started,
  writePidFile,
} from './pid-file'
import { follow } from './follow-file'

/** How a process ended; what that means is for the caller to say. */
export interface Exit {
  /** Undefined when a signal ended it. */
  readonly exitCode: number | undefined
  readonly signal: NodeJS.Signals | undefined
}

export type Source = 'stdout' | 'stderr'

export interface ProcessOptions {
  readonly program: string
  readonly cwd: string
  readonly env: Readonly<Record<string, string>>
  /** Where output goes. Files, not pipes: should this process die, Terraform writes on and can save its state. */
  readonly stdoutFile: string
  readonly stderrFile: string
  /** Says that Terraform runs, to whoever comes after this process. */
  readonly pidFile: string
  /** Where that note goes at the end; it is removed without one. */
  readonly endedFile?: string | undefined
  readonly onLine: (line: string, source: Source) => void
  /** Sources that nobody follows: a document of hundreds of megabytes on stdout. */
  readonly unheard?: readonly Source[]
  /** When aborted, Terraform is interrupted. */
  readonly interruption?: AbortSignal | undefined
}

/** A Terraform at work. */
export interface Running {
  readonly pid: number
  /** Settles when it has ended and all its lines were heard. */
  readonly ended: Promise<Exit>
  /** Asks it to stop, once however often this is called: the second interrupt would make it drop the state. */
  interrupt(): void
}

/** Terraform could not be started at all. */
export class TerraformNotStarted extends Error {
  override readonly name = 'TerraformNotStarted'
}

/** The run was cancelled before this Terraform was started. */
export class TerraformCancelled extends Error {
  override readonly name = 'TerraformCancelled'
}

export const runTerraform = async (args: readonly string[], options: ProcessOptions): Promise<Exit> =>
  (await startTerraform(args, options)).ended

/**
 * Starts Terraform in a process group of its own, which signals to this process's group do not reach.
 *
 * @throws TerraformCancelled, TerraformNotStarted
 */
export async function startTerraform(args: readonly string[], options: ProcessOptions): Promise<Running> {
  const { pidFile, interruption } = options
  const [command = 'terraform'] = args
  if (interruption?.aborted)
    throw new TerraformCancelled(`terraform ${command} was not started: the run is cancelled`)
  const child = open(args, options)
  const exited = exitOf(child)
  const pid = await startOf(child, options)
  const started: Started = {
    pid,
    birth: birthOf(pid),
    command,
    directory: options.cwd,
    startedAt: new Date().toISOString(),
    stdoutFile: options.stdoutFile,
    stderrFile: options.stderrFile,
    interrupted: false,
  }
  writePidFile(pidFile, started)
  const interrupt = (): void => {
    // Not sent to one that has ended: its number may be another's by now.
    if (child.exitCode !== null || child.signalCode !== null) return
    if (interruptStarted(pidFile) && isHarmless(command)) insist(child, started, exited)
  }
  interruption?.addEventListener('abort', interrupt)
  const ended = hear(exited, options).finally(() => {
    interruption?.removeEventListener('abort', interrupt)
    removePidFile(pidFile, options.endedFile)
  })
  if (interruption?.aborted) interrupt()
  return { pid, ended, interrupt }
}

// The runner kills this process 10 s after it asked it to end, and there is still something to say then.
const AGAIN_MS = 3_000
const KILL_MS = 6_000

/** Ends one that has nothing to save: a backend that does not answer would keep it from ever hearing the interrupt. */
function insist(child: ChildProcess, started: Started, exited: Promise<Exit>): void {
  const timers = [
    // At the second interrupt Terraform no longer waits for anything, but still tries to give its lock back.
    setTimeout(() => child.kill('SIGINT'), AGAIN_MS),
    setTimeout(() => {
      killStarted(started)
    }, KILL_MS),
  ]
  void exited.then(() => {
    timers.forEach(clearTimeout)
  })
}

function open(args: readonly string[], options: ProcessOptions): ChildProcess {
  const files = [options.stdoutFile, options.stderrFile].map((path) => openSync(path, 'a', 0o600))
  try {
    return spawn(options.program, args, {
      cwd: options.cwd,
      env: options.env,
      stdio: ['ignore', ...files],
      // Windows gives a detached child a console window of its own, where no interrupt would reach it.
      detached: process.platform !== 'win32',
    })
  } finally {
    for (const file of files) closeSync(file)
  }
}

function exitOf(child: ChildProcess): Promise<Exit> {
  return new Promise((resolve) => {
    child.once('exit', (code, signal) => {
      resolve({ exitCode: code ?? undefined, signal: signal ?? undefined })
    })
  })
}

function startOf(child: ChildProcess, { program, cwd }: ProcessOptions): Promise<number> {
  return new Promise((resolve, reject) => {
    child.once('spawn', () => {
      resolve(child.pid ?? 0)
    })
    child.once('error', (error) => {
      const reason = existsSync(cwd)
        ? causeOf(error)
        : `there is no directory ${cwd}; check working-directory`
      reject(new TerraformNotStarted(`${program} could not be started: ${reason}`, { cause: error }))
    })
  })
}

function causeOf(error: unknown): string {
  const code = isRecord(error) ? error['code'] : undefined
  if (code === 'ENOENT') return 'there is no such program; install Terraform in a step before this one'
  if (code === 'EACCES') return 'it may not be executed; check its file mode'
  if (code === 'E2BIG') return 'its arguments and environment are too long; put variables into a var-file'
  return String(error)
}

/** Waits for the end and for the last line, whatever becomes of the listener. */
async function hear(exited: Promise<Exit>, options: ProcessOptions): Promise<Exit> {
  const over = new AbortController()
  const { stdoutFile, stderrFile, onLine, unheard = [] } = options
  const sources = [
    ['stdout', stdoutFile],
    ['stderr', stderrFile],
  ] as const
  const followed = sources
    .filter(([source]) => !unheard.includes(source))
    .map(([source, path]) =>
      follow(
        path,
        (line) => {
          onLine(line, source)
        },
        over.signal,
      ),
    )
  const heard = Promise.allSettled(followed)
  const exit = await exited
  over.abort()
  for (const result of await heard) if (result.status === 'rejected') throw result.reason
  return exit
}
