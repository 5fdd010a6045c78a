import { spawn } from 'node:child_process'
import { readFileSync } from 'node:fs'

export interface Command {
  readonly program: string
  readonly args: readonly string[]
  readonly env: Readonly<Record<string, string | undefined>>
}

export interface Usage {
  readonly wallMs: number
  /** User and system time. */
  readonly cpuMs: number
  readonly peakBytes: number
}

/** Linux records the peak memory (VmHWM) of a running process; polling misses only growth just before the exit. */
const POLL_MS = 10
/** USER_HZ is 100 on Linux (man 5 proc). */
const TICK_MS = 10

/**
 * Runs a command and measures it.
 *
 * @throws Error with the last 4,000 characters of output if it fails
 */
async function measure({ program, args, env }: Command): Promise<Usage> {
  const cpuBefore = cpuOfEndedChildren()
  const startedMs = performance.now()
  const child = spawn(program, args, { env, stdio: ['ignore', 'pipe', 'pipe'] })
  let output = ''
  for (const stream of [child.stdout, child.stderr]) {
    stream.on('data', (chunk: Buffer) => (output = (output + chunk.toString()).slice(-4000)))
  }
  let peakBytes = 0
  const timer = setInterval(() => (peakBytes = Math.max(peakBytes, peakOf(child.pid))), POLL_MS)
  try {
    const [code, wallMs] = await new Promise<[number | null, number]>((resolve, reject) => {
      child.once('error', reject)
      child.once('exit', (exitCode) => {
        resolve([exitCode, performance.now() - startedMs])
      })
    })
    if (code !== 0) throw new Error(`${[program, ...args].join(' ')} ended with ${code}\n${output}`)
    return { wallMs, cpuMs: cpuOfEndedChildren() - cpuBefore, peakBytes }
  } finally {
    clearInterval(timer)
  }
}

/** Runs commands in sequence; the result is the sum of times and the highest peak. */
export async function measureAll(commands: readonly Command[]): Promise<Usage> {
  const total = { wallMs: 0, cpuMs: 0, peakBytes: 0 }
  for (const command of commands) {
    const { wallMs, cpuMs, peakBytes } = await measure(command)
    total.wallMs += wallMs
    total.cpuMs += cpuMs
    total.peakBytes = Math.max(total.peakBytes, peakBytes)
  }
  return total
}

/** cutime and cstime of this process; no other child exits during a measurement. */
function cpuOfEndedChildren(): number {
  const stat = readFileSync('/proc/self/stat', 'utf8')
  // The name in parentheses may contain spaces. Field 3 follows it.
  const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ')
  return (Number(fields[16 - 3]) + Number(fields[17 - 3])) * TICK_MS
}

function peakOf(pid: number | undefined): number {
  try {
    const status = readFileSync(`/proc/${pid ?? 0}/status`, 'utf8')
    return Number(/^VmHWM:\s+(\d+) kB$/m.exec(status)?.[1] ?? 0) * 1024
  } catch {
    return 0
  }
}
