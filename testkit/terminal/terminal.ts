import { spawn } from 'node:child_process'
import { join } from 'node:path'
import { text } from 'node:stream/consumers'
import { pythonOfMoto } from '../moto/moto'

export interface TerminalRun {
  readonly argv: readonly string[]
  readonly env: Readonly<Record<string, string>>
  readonly directory: string
  readonly columns?: number
  /** Texts to wait for, each with the keys to type then. */
  readonly steps: readonly (readonly [text: string, keys: string])[]
}

export interface TerminalResult {
  /** With control sequences. */
  readonly output: string
  /** Negative for a signal; null after the time limit. */
  readonly exitCode: number | null
  /** Texts that did not appear. */
  readonly missing: readonly string[]
  /** Whether the settings of the terminal are as before, for example that it shows what is typed. */
  readonly isRestored: boolean
}

const TIMEOUT_S = 240

/** Runs a program on a pseudo terminal. */
export async function runOnTerminal({ columns = 100, ...run }: TerminalRun): Promise<TerminalResult> {
  const child = spawn(pythonOfMoto(), [join(import.meta.dirname, 'terminal.py')], {
    stdio: ['pipe', 'pipe', 'inherit'],
  })
  child.stdin.end(JSON.stringify({ ...run, columns, timeout: TIMEOUT_S }))
  return JSON.parse(await text(child.stdout)) as TerminalResult
}
