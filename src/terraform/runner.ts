import { rm } from 'node:fs/promises'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import type { Engine } from '../plan/engine'
import type { Configuration } from './configuration'
import { type Diagnostic, isLockRaceResolved } from './diagnostic'
import { TerraformFailed } from './error'
import { type Exit, type ProcessOptions, runTerraform } from './process'
import { OutputCollector, type OutputListener } from './output-collector'

export interface TerraformRuntime extends OutputListener {
  readonly program: string
  readonly version: string
  /** Default: Terraform. */
  readonly engine?: Engine | undefined
  readonly env: Readonly<Record<string, string>>
  /** A private directory that the `post` step reads. */
  readonly folder: string
  /** Receives sensitive values before any text that may contain them. */
  readonly addSecrets: (secrets: readonly string[]) => void
  /** When aborted, only commands with `when: 'always'` start. */
  readonly interruption?: AbortSignal | undefined
}

export interface TerraformCommand {
  readonly args: readonly string[]
  /** All other exit codes throw. Default: 0. */
  readonly expectedExitCodes?: readonly number[] | 'any'
  /** `document`: standard output is not logged. */
  readonly output: 'events' | 'document'
  /** Reads the secrets after the command. Output that may contain some is deferred until then, and withheld if it throws. */
  readonly readSecrets?: (ended: EndedCommand) => Promise<void>
  /** Instance keys may be secrets that `readSecrets` reads. */
  readonly hasNewKeys?: true
  /** Tells which errors may contain secrets that stay unknown. */
  readonly configuration?: Pick<Configuration, 'unknownSecrets'>
  /** Deleted after the command. */
  readonly temporaryFiles?: readonly string[]
  /** `always`: the command also runs after a cancellation. */
  readonly when?: 'always'
}

export interface EndedCommand {
  readonly exit: Exit
  /** Terraform was killed, or had started to read resources. */
  readonly mayHaveReadSecrets: boolean
}

export interface CommandResult {
  readonly exit: Exit
  readonly diagnostics: readonly Diagnostic[]
  /** The last lines that were not JSON. */
  readonly text: readonly string[]
}

const MAX_LOCK_ATTEMPTS = 5
const LOCK_RACE_WAIT_MS = 250

/** Path of the running command's record. */
export const pidFilePath = (folder: string): string => join(folder, 'terraform.json')
/** Path of an ended apply's record. */
export const appliedFilePath = (folder: string): string => join(folder, 'applied.json')

/** Runs Terraform commands in one directory. */
export class Runner {
  private count = 0

  constructor(
    readonly directory: string,
    readonly runtime: TerraformRuntime,
  ) {}

  /**
   * Runs a command. `read` gets the standard output before its file is deleted.
   *
   * @throws TerraformFailed, TerraformCancelled, TerraformNotStarted
   */
  async run(command: TerraformCommand, read?: (stdoutFile: string) => Promise<void>): Promise<CommandResult> {
    try {
      for (let tries = 1; ; tries++) {
        const result = await this.attempt(command, read)
        // Without the lock, Terraform has changed nothing.
        if (isLockRaceResolved(result.diagnostics) && tries < MAX_LOCK_ATTEMPTS) {
          await this.waitForLock(tries)
          continue
        }
        if (isExpectedExit(command, result)) return result
        throw this.failure(command, result)
      }
    } finally {
      await Promise.all((command.temporaryFiles ?? []).map((path) => rm(path, { force: true })))
    }
  }

  private waitForLock(tries: number): Promise<unknown> {
    const { interruption } = this.runtime
    return sleep(
      LOCK_RACE_WAIT_MS * 2 ** (tries - 1),
      undefined,
      interruption && { signal: interruption },
    ).catch(() => undefined)
  }

  private async attempt(
    command: TerraformCommand,
    read?: (stdoutFile: string) => Promise<void>,
  ): Promise<CommandResult> {
    const mode =
      command.readSecrets === undefined ? 'immediate' : command.hasNewKeys ? 'deferred-keys' : 'deferred'
    const output = new OutputCollector(this.runtime, mode, command.configuration)
    const options = this.processOptions(command, (line, stream) => {
      output.addLine(line, stream)
    })
    try {
      const exit = await runTerraform(command.args, options)
      const ended = { exit, mayHaveReadSecrets: output.hasReadResources || exit.signal !== undefined }
      if (output.hasDeferredLines)
        await command.readSecrets?.(ended).then(output.emitDeferred, output.withholdDeferred)
      const result: CommandResult = { exit, diagnostics: output.diagnostics, text: output.text }
      if (isExpectedExit(command, result)) await read?.(options.stdoutFile)
      return result
    } finally {
      // The files may contain secrets.
      const files = [options.stdoutFile, options.stderrFile].slice(options.endedFile === undefined ? 0 : 1)
      await Promise.all(files.map((path) => rm(path, { force: true })))
    }
  }

  failure({ args: [command = ''] }: TerraformCommand, result: CommandResult): TerraformFailed {
    const interrupted = this.runtime.interruption?.aborted ?? false
    const { engine } = this.runtime
    return new TerraformFailed({ command, directory: this.directory, interrupted, engine, ...result })
  }

  private processOptions(
    { args, output, when }: TerraformCommand,
    onLine: ProcessOptions['onLine'],
  ): ProcessOptions {
    const { program, env, folder, interruption } = this.runtime
    this.count += 1
    const name = `${process.pid}-${this.count}-${(args[0] ?? '').replace(/\W/g, '')}`
    return {
      program,
      env,
      cwd: this.directory,
      stdoutFile: join(folder, `${name}.stdout`),
      stderrFile: join(folder, `${name}.stderr`),
      pidFile: pidFilePath(folder),
      endedFile: args[0] === 'apply' ? appliedFilePath(folder) : undefined,
      onLine,
      ignoredStreams: output === 'document' ? ['stdout'] : [],
      interruption: when === 'always' ? undefined : interruption,
    }
  }
}

function isExpectedExit({ expectedExitCodes = [0] }: TerraformCommand, { exit }: CommandResult): boolean {
  return expectedExitCodes === 'any' || expectedExitCodes.includes(exit.exitCode ?? -1)
}
