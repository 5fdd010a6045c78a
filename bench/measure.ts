import { spawn } from 'node:child_process'
import { readFileSync } from 'node:fs'

export interface Command {
  readonly program: string
  readonly args: readonly string[]
  readonly env: Readonly<Record<string, string | undefined>>
}

/** What a process took from its start to its end. */
export interface Usage {
  readonly wallMs: number
  /** User and system time. */
  readonly cpuMs: number
  readonly peakBytes: number
}

/** Linux counts a process's peak itself; asked this often, only what grows just before the end is missed. */
const POLL_MS = 10
/** USER_HZ, which is 100 on every Linux (man 5 proc). */
const TICK_MS = 10

/** Runs a command to its end. @throws with the last it said when it fails */
export async function measure({ program, args, env }: Command): Promise<Usage> {
  const cpuBefore = cpuOfEndedChildren()
  const startedMs = performance.now()
  const child = spawn(program, args, { env, stdio: ['ignore', 'pipe', 'pipe'] })
  let said = ''
  for (const stream of [child.stdout, child.stderr]) {
    stream.on('data', (chunk: Buffer) => (said = (said + chunk.toString()).slice(-4000)))
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
    if (code !== 0) throw new Error(`${[program, ...args].join(' ')} ended with ${code}\n${said}`)
    return { wallMs, cpuMs: cpuOfEndedChildren() - cpuBefore, peakBytes }
  } finally {
    clearInterval(timer)
  }
}

/** One after the other, as one. */
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

/** cutime and cstime: exact, and nothing but the measured child ends in the meantime. */
function cpuOfEndedChildren(): number {
  const stat = readFileSync('/proc/self/stat', 'utf8')
  // The name in parentheses may hold spaces; what follows it begins with field 3.
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
