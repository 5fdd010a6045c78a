import { readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { isRecord, parseObject, textAt } from '../text/json'

/** A running Terraform process, recorded for the `post` step. */
export interface ProcessRecord {
  readonly pid: number
  /** In clock ticks since boot; detects a reused pid. */
  readonly startTime: string | undefined
  readonly program: string
  /** Without arguments, which may contain secrets. */
  readonly command: string
  readonly directory: string
  readonly startedAt: string
  readonly stdoutFile: string
  readonly stderrFile: string
  readonly interrupted: boolean
}

/** Writes the file atomically. Synchronous, because this process may be about to die. */
export function writePidFile(path: string, record: ProcessRecord): void {
  const draft = `${path}.new`
  writeFileSync(draft, JSON.stringify(record), { mode: 0o600 })
  renameSync(draft, path)
}

/** Removes the file, or moves it to `endedFile`. */
export function removePidFile(path: string, endedFile?: string): void {
  if (endedFile === undefined) rmSync(path, { force: true })
  else renameSync(path, endedFile)
}

/** Returns undefined if the file is missing or invalid. */
export function readPidFile(path: string): ProcessRecord | undefined {
  const fields = parseObject(readText(path) ?? '')
  if (fields === undefined) return undefined
  const { pid, startTime } = fields
  const texts = ['command', 'directory', 'startedAt', 'stdoutFile', 'stderrFile'].map((key) =>
    textAt(fields, key),
  )
  const [command, directory, startedAt, stdoutFile, stderrFile] = texts
  // Others would address process groups.
  if (typeof pid !== 'number' || !Number.isSafeInteger(pid) || pid <= 1) return undefined
  if (!command || !directory || !startedAt || !stdoutFile || !stderrFile) return undefined
  return {
    pid,
    startTime: typeof startTime === 'string' ? startTime : undefined,
    program: textAt(fields, 'program') ?? 'terraform',
    command,
    directory,
    startedAt,
    stdoutFile,
    stderrFile,
    interrupted: fields['interrupted'] === true,
  }
}

/** The second field may contain spaces and parentheses (proc_pid_stat(5)). */
function readProcStat(pid: number): { state: string; startTime: string } | undefined {
  const text = readText(`/proc/${pid}/stat`)
  if (text === undefined) return undefined
  const fields = text.slice(text.lastIndexOf(')') + 2).split(' ')
  return { state: fields[0] ?? '', startTime: fields[19] ?? '' }
}

/** Returns a process's start time; undefined without /proc. */
export function startTimeOf(pid: number): string | undefined {
  return readProcStat(pid)?.startTime
}

/** Whether the recorded process still runs. */
export function isRunning({ pid, startTime }: ProcessRecord): boolean {
  const stat = readProcStat(pid)
  if (stat !== undefined) {
    // A zombie has ended.
    const hasEnded = stat.state === 'Z' || stat.state === 'X'
    return !hasEnded && (startTime === undefined || stat.startTime === startTime)
  }
  if (startTime !== undefined) return false
  try {
    process.kill(pid, 0)
    return true
  } catch (error) {
    return isRecord(error) && error['code'] === 'EPERM'
  }
}

/** Interrupts the recorded process once, and returns whether it did. */
export function interruptOnce(path: string): boolean {
  const record = readPidFile(path)
  if (record === undefined || record.interrupted || !isRunning(record)) return false
  // Recorded first: after a second interrupt Terraform exits without saving its state.
  writePidFile(path, { ...record, interrupted: true })
  process.kill(record.pid, 'SIGINT')
  return true
}

/** Of `state`, only `pull` is interruptible. */
const READ_ONLY_COMMANDS: readonly string[] = ['init', 'validate', 'plan', 'show', 'fmt', 'output', 'state']

/** Whether a command may be killed. */
export const isReadOnlyCommand = (command: string): boolean => READ_ONLY_COMMANDS.includes(command)

/** Kills Terraform and its provider processes. */
export function killProcess(record: ProcessRecord): void {
  if (!isRunning(record)) return
  // Windows has no process groups.
  process.kill(process.platform === 'win32' ? record.pid : -record.pid, 'SIGKILL')
}

export interface WaitOptions {
  readonly limitMs: number
  readonly sleep: (ms: number) => Promise<unknown>
  /** Monotonic milliseconds. */
  readonly now: () => number
}

const PROCESS_POLL_MS = 250

/** Returns whether the process ended within the limit. */
export async function waitForProcess(
  record: ProcessRecord,
  { limitMs, sleep, now }: WaitOptions,
): Promise<boolean> {
  const untilMs = now() + limitMs
  while (isRunning(record)) {
    if (now() >= untilMs) return false
    await sleep(PROCESS_POLL_MS)
  }
  return true
}

function readText(path: string): string | undefined {
  try {
    return readFileSync(path, 'utf8')
  } catch {
    return undefined
  }
}
