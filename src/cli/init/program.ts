import { spawn } from 'node:child_process'
import { textAt } from '../../text/json'
import { Cancelled, CommandFailed } from '../error'

export interface ProgramResult {
  readonly exitCode: number
  readonly stdout: string
  readonly stderr: string
}

export interface ProgramOptions {
  readonly directory: string
  readonly env: Readonly<NodeJS.ProcessEnv>
}

/**
 * Runs a program to its end and collects its output. An interrupt of the terminal reaches the program, which then saves
 * its work; this process ends after it.
 *
 * @throws CommandFailed if it cannot be started, Cancelled if it was interrupted
 */
export function runProgram(
  program: string,
  args: readonly string[],
  { directory, env }: ProgramOptions,
): Promise<ProgramResult> {
  return new Promise((resolve, reject) => {
    const child = spawn(program, args, { cwd: directory, env, stdio: ['ignore', 'pipe', 'pipe'] })
    const [stdout, stderr]: [Buffer[], Buffer[]] = [[], []]
    let isInterrupted = false
    const onInterrupt = (): void => {
      isInterrupted = true
    }
    const name = `${program} ${args[0] ?? ''}`.trim()
    process.on('SIGINT', onInterrupt)
    child.stdout.on('data', (chunk: Buffer) => stdout.push(chunk))
    child.stderr.on('data', (chunk: Buffer) => stderr.push(chunk))
    child.once('error', (error) => {
      process.off('SIGINT', onInterrupt)
      const problem =
        textAt(error, 'code') === 'ENOENT'
          ? `${program} is not on PATH. Install it, and run the same command again.`
          : `${name} could not be started: ${error.message}.`
      reject(new CommandFailed(problem, { cause: error }))
    })
    child.once('close', (code, signal) => {
      process.off('SIGINT', onInterrupt)
      const message = `${name} was interrupted. Run the same command again: it continues.`
      if (isInterrupted) reject(new Cancelled(message))
      else if (signal !== null) reject(new CommandFailed(message))
      else
        resolve({
          exitCode: code ?? 1,
          stdout: Buffer.concat(stdout).toString('utf8'),
          stderr: Buffer.concat(stderr).toString('utf8'),
        })
    })
  })
}
