import { rm } from 'node:fs/promises'
import { join } from 'node:path'
import { type Diagnostic, isLockGone } from './diagnostic'
import { type FailureFacts, TerraformFailed } from './failed'
import { type Exit, type ProcessOptions, runTerraform, type Source } from './process'
import { redactDeep } from './redact'
import { parseLine, type TerraformEvent } from './stream'

export interface TerraformWorld {
  /** Path of the program. */
  readonly program: string
  /** Its version. */
  readonly version: string
  readonly env: Readonly<Record<string, string>>
  /** A folder that only this user may read; what is in it outlives the process, for the `post` step to look into. */
  readonly folder: string
  /** Hears every line that Terraform prints, clean of secrets. */
  readonly onEvent: (event: TerraformEvent) => void
  /** Takes secrets out of a text; called for each text anew, so that what it knows can grow. */
  readonly redact: (text: string) => string
  /** When aborted, Terraform is interrupted once, and nothing that could change the world is started any more. */
  readonly interruption?: AbortSignal | undefined
}

/** A command of Terraform. */
export interface Command {
  readonly args: readonly string[]
  /** Exit codes that are an answer; any other throws. Default: 0. */
  readonly answers?: readonly number[] | 'any'
  /** `document`: standard output is one text, of any size, that goes to no log. */
  readonly output: 'events' | 'document'
  /** `always`: it only looks or tidies up, so it runs after a cancellation too. */
  readonly when?: 'always'
}

export interface Ran {
  readonly exit: Exit
  readonly diagnostics: readonly Diagnostic[]
  /** The last lines that were not JSON. */
  readonly text: readonly string[]
}

const KEPT_LINES = 40
const LOCK_TRIES = 5

/** Where the process of a command is noted while it runs. */
export const pidFileIn = (folder: string): string => join(folder, 'terraform.json')

/** Runs one command of Terraform after the other in a directory. */
export class Runner {
  private count = 0

  constructor(
    readonly directory: string,
    readonly world: TerraformWorld,
  ) {}

  /** @throws TerraformFailed, Cancelled, TerraformNotStarted */
  async run(command: Command, read?: (stdoutFile: string) => Promise<void>): Promise<Ran> {
    for (let tries = 1; ; tries++) {
      const ran = await this.attempt(command, read)
      // Without the lock, nothing was begun.
      if (isLockGone(ran.diagnostics) && tries < LOCK_TRIES) continue
      if (isAnswered(command, ran)) return ran
      throw this.failure(command, ran)
    }
  }

  private async attempt(command: Command, read?: (stdoutFile: string) => Promise<void>): Promise<Ran> {
    const heard = new Heard(this.world)
    const options = this.optionsOf(command, (line, source) => {
      heard.line(line, source)
    })
    try {
      const exit = await runTerraform(command.args, options)
      const ran: Ran = { exit, diagnostics: heard.diagnostics, text: heard.text }
      if (isAnswered(command, ran)) await read?.(options.stdoutFile)
      return ran
    } finally {
      // They may hold secrets.
      await Promise.all([options.stdoutFile, options.stderrFile].map((path) => rm(path, { force: true })))
    }
  }

  failure({ args: [command = ''] }: Command, ran: Ran, more: Partial<FailureFacts> = {}): TerraformFailed {
    const interrupted = this.world.interruption?.aborted ?? false
    return new TerraformFailed({ command, directory: this.directory, interrupted, ...ran, ...more })
  }

  private optionsOf({ args, output, when }: Command, onLine: ProcessOptions['onLine']): ProcessOptions {
    const { program, env, folder, interruption } = this.world
    this.count += 1
    const name = `${process.pid}-${this.count}-${(args[0] ?? '').replace(/\W/g, '')}`
    return {
      program,
      env,
      cwd: this.directory,
      stdoutFile: join(folder, `${name}.stdout`),
      stderrFile: join(folder, `${name}.stderr`),
      pidFile: pidFileIn(folder),
      onLine,
      unheard: output === 'document' ? ['stdout'] : [],
      interruption: when === 'always' ? undefined : interruption,
    }
  }
}

function isAnswered({ answers = [0] }: Command, { exit }: Ran): boolean {
  return answers === 'any' || answers.includes(exit.exitCode ?? -1)
}

/** What a command said. */
class Heard {
  readonly diagnostics: Diagnostic[] = []
  readonly text: string[] = []

  constructor(private readonly world: TerraformWorld) {}

  line(line: string, source: Source): void {
    const clean = (value: unknown): unknown => redactDeep(value, this.world.redact)
    const event = parseLine(source === 'stderr' ? plain(line) : line, clean)
    if (event.kind === 'diagnostic') this.diagnostics.push(event.diagnostic)
    if (event.kind === 'text') {
      this.text.push(event.message)
      if (this.text.length > KEPT_LINES) this.text.shift()
    }
    this.world.onEvent(event)
  }
}

/** A line without the frame and the colours that Terraform gives to what is meant for a terminal. */
const plain = (line: string): string => line.replace(/\u001b\[[\d;]*m/g, '').replace(/^[╷│╵] ?/, '')
