import { rm } from 'node:fs/promises'
import { join } from 'node:path'
import { type Diagnostic, isLockRaceResolved } from './diagnostic'
import { type FailureFacts, TerraformFailed } from './error'
import { type Exit, type ProcessOptions, runTerraform } from './process'
import { OutputCollector, type Listener } from './output-collector'

export interface TerraformRuntime extends Listener {
  /** Path of the program. */
  readonly program: string
  /** Its version. */
  readonly version: string
  readonly env: Readonly<Record<string, string>>
  /** A folder that only this user may read; what is in it outlives the process, for the `post` step to look into. */
  readonly folder: string
  /** Hears of values that Terraform marks as sensitive, before anything is told in which they may stand. */
  readonly learn: (secrets: readonly string[]) => void
  /** When aborted, Terraform is interrupted once, and no command that could change infrastructure is started. */
  readonly interruption?: AbortSignal | undefined
}

/** A command of Terraform. */
export interface Command {
  readonly args: readonly string[]
  /** Exit codes that are an answer; any other throws. Default: 0. */
  readonly answers?: readonly number[] | 'any'
  /** `document`: standard output is one text, of any size, that goes to no log. */
  readonly output: 'events' | 'document'
  /**
   * Finds out which values are secret, when the command has ended and left something to tell: until then its
   * diagnostics and its text are held back. Where this fails, they are withheld for good.
   */
  readonly learnSecrets?: () => Promise<void>
  /** `always`: it only looks or tidies up, so it runs after a cancellation too. */
  readonly when?: 'always'
}

export interface Ran {
  readonly exit: Exit
  readonly diagnostics: readonly Diagnostic[]
  /** The last lines that were not JSON. */
  readonly text: readonly string[]
}

const LOCK_TRIES = 5

/** Where the process of a command is noted while it runs. */
export const pidFileIn = (folder: string): string => join(folder, 'terraform.json')
/** Where an apply that has ended is noted, for the `post` step, should this process die before it has told of it. */
export const appliedFileIn = (folder: string): string => join(folder, 'applied.json')

/** Runs one command of Terraform after the other in a directory. */
export class Runner {
  private count = 0

  constructor(
    readonly directory: string,
    readonly runtime: TerraformRuntime,
  ) {}

  /** @throws TerraformFailed, TerraformCancelled, TerraformNotStarted */
  async run(command: Command, read?: (stdoutFile: string) => Promise<void>): Promise<Ran> {
    for (let tries = 1; ; tries++) {
      const ran = await this.attempt(command, read)
      // Without the lock, nothing was begun.
      if (isLockRaceResolved(ran.diagnostics) && tries < LOCK_TRIES) continue
      if (isAnswered(command, ran)) return ran
      throw this.failure(command, ran)
    }
  }

  private async attempt(command: Command, read?: (stdoutFile: string) => Promise<void>): Promise<Ran> {
    const heard = new OutputCollector(
      this.runtime,
      command.learnSecrets === undefined ? 'at once' : 'at the end',
    )
    const options = this.optionsOf(command, (line, source) => {
      heard.line(line, source)
    })
    try {
      const exit = await runTerraform(command.args, options)
      if (heard.holdsBack) await command.learnSecrets?.().then(heard.release, heard.withhold)
      const ran: Ran = { exit, diagnostics: heard.diagnostics, text: heard.text }
      if (isAnswered(command, ran)) await read?.(options.stdoutFile)
      return ran
    } finally {
      // They may hold secrets.
      const files = [options.stdoutFile, options.stderrFile].slice(options.endedFile === undefined ? 0 : 1)
      await Promise.all(files.map((path) => rm(path, { force: true })))
    }
  }

  failure({ args: [command = ''] }: Command, ran: Ran, more: Partial<FailureFacts> = {}): TerraformFailed {
    const interrupted = this.runtime.interruption?.aborted ?? false
    return new TerraformFailed({ command, directory: this.directory, interrupted, ...ran, ...more })
  }

  private optionsOf({ args, output, when }: Command, onLine: ProcessOptions['onLine']): ProcessOptions {
    const { program, env, folder, interruption } = this.runtime
    this.count += 1
    const name = `${process.pid}-${this.count}-${(args[0] ?? '').replace(/\W/g, '')}`
    return {
      program,
      env,
      cwd: this.directory,
      stdoutFile: join(folder, `${name}.stdout`),
      stderrFile: join(folder, `${name}.stderr`),
      pidFile: pidFileIn(folder),
      endedFile: args[0] === 'apply' ? appliedFileIn(folder) : undefined,
      onLine,
      unheard: output === 'document' ? ['stdout'] : [],
      interruption: when === 'always' ? undefined : interruption,
    }
  }
}

function isAnswered({ answers = [0] }: Command, { exit }: Ran): boolean {
  return answers === 'any' || answers.includes(exit.exitCode ?? -1)
}
