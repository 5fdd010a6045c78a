import { afterAll, expect } from '@jest/globals'
import { AwsError } from '../../src/aws/error'
import { runCommandLine } from '../../src/cli/run'
import { attributeCalls, CLI_ACCESS_KEY, undocumentedCalls } from './permissions'
import { readProgram } from './programs'

// Each test of the command line is also a test of its permissions.
afterAll(() => {
  expect(undocumentedCalls()).toEqual([])
})

export interface CliResult {
  readonly exitCode: number
  readonly output: readonly string[]
  readonly progress: readonly string[]
  /** Message of the error, as main.ts prints it. */
  readonly error: string
}

export interface CliOptions {
  readonly url: string
  readonly sleep?: (ms: number) => Promise<void>
  readonly now?: () => number
  readonly monotonic?: () => number
}

/** Runs a command line of the CLI against a local AWS. Waits take a hundredth of their time. */
export async function runCli(args: readonly string[], options: CliOptions): Promise<CliResult> {
  const [output, progress]: [string[], string[]] = [[], []]
  const env = {
    AWS_ENDPOINT_URL: options.url,
    AWS_REGION: 'eu-central-1',
    AWS_MAX_ATTEMPTS: '1',
  }
  Object.assign(process.env, { AWS_ACCESS_KEY_ID: CLI_ACCESS_KEY, AWS_SECRET_ACCESS_KEY: 'test' })
  const result = { output, progress }
  attributeCalls(args.slice(0, args[0] === 'restore' ? 2 : 1).join(' '))
  try {
    const exitCode = await runCommandLine(args, {
      env,
      mask: () => undefined,
      clock: {
        sleep: options.sleep ?? ((ms) => new Promise((resolve) => setTimeout(resolve, ms / 100))),
        random: () => 0,
        now: options.monotonic ?? (() => performance.now()),
        wallClockMs: options.now ?? Date.now,
      },
      print: (line) => output.push(line),
      progress: (line) => progress.push(line),
      readProgram,
      directory: process.cwd(),
      packageDirectory: () => Promise.resolve(process.cwd()),
      onInterrupt: () => () => undefined,
      isInteractive: false,
    })
    return { ...result, exitCode, error: '' }
  } catch (error) {
    if (!(error instanceof Error) || !('reason' in error || error instanceof AwsError)) throw error
    return { ...result, exitCode: 1, error: error.message }
  } finally {
    attributeCalls(undefined)
  }
}
