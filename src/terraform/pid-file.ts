import { readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { isRecord, parseObject, textAt } from '../text/json'

/** A Terraform that was started, as the `post` step finds it if this process dies first. */
export interface Started {
  readonly pid: number
  /** When the kernel started it, in its own count: a number that is used again has another. */
  readonly birth: string | undefined
  /** The subcommand only: arguments may hold secrets. */
  readonly command: string
  readonly directory: string
  readonly startedAt: string
  readonly stdoutFile: string
  readonly stderrFile: string
  /** It has had its one interrupt. */
  readonly interrupted: boolean
}

/** All at once, so that no reader sees half of it. Synchronous: there may be no later. */
export function writePidFile(path: string, started: Started): void {
  const draft = `${path}.new`
  writeFileSync(draft, JSON.stringify(started), { mode: 0o600 })
  renameSync(draft, path)
}

/** @param kept where the note stays */
export function removePidFile(path: string, kept?: string): void {
  if (kept === undefined) rmSync(path, { force: true })
  else renameSync(path, kept)
}

/** @returns undefined when there is none, which is how every run should end */
export function readPidFile(path: string): Started | undefined {
  const fields = parseObject(read(path) ?? '')
  if (fields === undefined) return undefined
  const { pid, birth } = fields
  const texts = ['command', 'directory', 'startedAt', 'stdoutFile', 'stderrFile'].map((key) =>
    textAt(fields, key),
  )
  const [command, directory, startedAt, stdoutFile, stderrFile] = texts
  // Signals to process 0 or below would reach whole groups.
  if (typeof pid !== 'number' || !Number.isSafeInteger(pid) || pid <= 1) return undefined
  if (!command || !directory || !startedAt || !stdoutFile || !stderrFile) return undefined
  return {
    pid,
    birth: typeof birth === 'string' ? birth : undefined,
    command,
    directory,
    startedAt,
    stdoutFile,
    stderrFile,
    interrupted: fields['interrupted'] === true,
  }
}

/** Fields of /proc/PID/stat behind the name, which may hold anything, parentheses too (proc_pid_stat(5)). */
function statOf(pid: number): { state: string; birth: string } | undefined {
  const text = read(`/proc/${pid}/stat`)
  if (text === undefined) return undefined
  const fields = text.slice(text.lastIndexOf(')') + 2).split(' ')
  return { state: fields[0] ?? '', birth: fields[19] ?? '' }
}

/** When a process was started, where the system tells (Linux). */
export function birthOf(pid: number): string | undefined {
  return statOf(pid)?.birth
}

export function isRunning({ pid, birth }: Started): boolean {
  const stat = statOf(pid)
  if (stat !== undefined) {
    // A zombie has ended; whoever adopted it may never say so.
    return stat.state !== 'Z' && stat.state !== 'X' && (birth === undefined || stat.birth === birth)
  }
  if (birth !== undefined) return false
  try {
    process.kill(pid, 0)
    return true
  } catch (error) {
    return isRecord(error) && error['code'] === 'EPERM'
  }
}

/** Passes on the one interrupt, unless that was done before. @returns whether it was done now */
export function interruptStarted(path: string): boolean {
  const started = readPidFile(path)
  if (started === undefined || started.interrupted || !isRunning(started)) return false
  // Noted before it is sent: a second one would make Terraform drop the state it holds.
  writePidFile(path, { ...started, interrupted: true })
  process.kill(started.pid, 'SIGINT')
  return true
}

/** Commands that change nothing (of `state`, only `pull` is run): one that does not stop when it is asked to may be killed. */
const HARMLESS: readonly string[] = ['init', 'validate', 'plan', 'show', 'fmt', 'output', 'state']
export const isHarmless = (command: string): boolean => HARMLESS.includes(command)

/** Ends a Terraform at once, with the providers that it has started. */
export function killStarted(started: Started): void {
  if (!isRunning(started)) return
  // It leads its group, but on Windows, where there are none.
  process.kill(process.platform === 'win32' ? started.pid : -started.pid, 'SIGKILL')
}

export interface WaitOptions {
  readonly limitMs: number
  readonly sleep: (ms: number) => Promise<unknown>
  /** Milliseconds from any fixed point. */
  readonly now: () => number
}

const POLL_MS = 250

/** Waits for a Terraform that outlived its parent. @returns whether it ended within the limit */
export async function waitForStarted(
  started: Started,
  { limitMs, sleep, now }: WaitOptions,
): Promise<boolean> {
  const untilMs = now() + limitMs
  while (isRunning(started)) {
    if (now() >= untilMs) return false
    await sleep(POLL_MS)
  }
  return true
}

function read(path: string): string | undefined {
  try {
    return readFileSync(path, 'utf8')
  } catch {
    return undefined
  }
}
