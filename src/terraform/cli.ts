import { existsSync } from 'node:fs'
import { rm } from 'node:fs/promises'
import { join, resolve } from 'node:path'
import { ApplyProgress, type ApplyReport } from './apply-progress'
import { applyArguments, type ApplyOptions, type InitOptions, initArguments } from './arguments'
import { planArguments, type PlanOptions, positional } from './arguments'
import { type Diagnostic, lockOf, parseDiagnostic, type StateLock } from './diagnostic'
import {
  type Output,
  parseOutputs,
  parseValidation,
  readDocument,
  readStateHead,
  type StateHead,
} from './json-output'
import type { TerraformFailed } from './error'
import { isRecord } from '../text/json'
import type { Exit } from './process'
import { InvalidPlan, parsePlan, type Plan } from '../plan/plan'
import { parseJson } from '../plan/json'
import { redactDeep } from '../text/redact'
import { type Command, Runner, type TerraformRuntime } from './runner'
import { secretsOfState } from '../plan/sensitive-values'

/** What Terraform calls the file, beside the configuration. */
export const UNSAVED_STATE = 'errored.tfstate'

export interface Planned {
  readonly plan: Plan
  readonly hasChanges: boolean
  /** Warnings, when it went well. */
  readonly diagnostics: readonly Diagnostic[]
}

/** An apply is not a call that fails: whatever happens, something may have been changed. */
export interface Applied {
  readonly succeeded: boolean
  readonly exit: Exit
  /** The run was cancelled while it applied. */
  readonly interrupted: boolean
  readonly report: ApplyReport
  /** The lock that was in the way or was left behind. */
  readonly lock: StateLock | undefined
  /** Where Terraform put the state that it could not save in the backend. */
  readonly unsavedState: string | undefined
  /** Why it did not succeed, in a sentence with the next step. */
  readonly failure: TerraformFailed | undefined
}

/** Terraform in one directory; every argument is its own item, and nothing is read by a shell. */
export class Terraform {
  private readonly runner: Runner

  constructor(
    private readonly directory: string,
    private readonly runtime: TerraformRuntime,
  ) {
    this.runner = new Runner(directory, runtime)
  }

  /** @throws TerraformFailed, and TerraformCancelled when the run was cancelled before; so do all others. */
  async init(options: InitOptions = {}): Promise<readonly Diagnostic[]> {
    const hasLockFile = existsSync(join(this.directory, '.terraform.lock.hcl'))
    const args = initArguments(options, { version: this.runtime.version, hasLockFile })
    return (await this.runner.run({ args, output: 'events' })).diagnostics
  }

  /** @param options.missing what to do about a workspace that is not there yet */
  async selectWorkspace(name: string, { missing }: { missing: 'create' | 'fail' }): Promise<void> {
    const workspace = positional('workspace', name)
    const command = (verb: string): Command => ({
      args: ['workspace', verb, '-no-color', workspace],
      output: 'events',
    })
    const select = command('select')
    const ran = await this.runner.run({ ...select, answers: missing === 'create' ? [0, 1] : [0] })
    if (ran.exit.exitCode !== 0) await this.runner.run(command('new'))
  }

  /** @returns what is wrong with the configuration; it is valid when none of it is an error */
  async validate(): Promise<readonly Diagnostic[]> {
    const command: Command = { args: ['validate', '-json'], answers: [0, 1], output: 'document' }
    let found: readonly Diagnostic[] | undefined
    const ran = await this.runner.run(command, async (path) => {
      const reported = parseValidation(await readDocument(path))
      found = reported
        ?.map((one) => redactDeep(one, this.runtime.redact))
        .filter(isRecord)
        .map(parseDiagnostic)
    })
    if (found === undefined) throw this.runner.failure(command, ran)
    return found
  }

  /** @returns the files that `terraform fmt` would change, relative to the directory */
  async fmtCheck(): Promise<readonly string[]> {
    const args = ['fmt', '-check', '-recursive', '-list=true', '-no-color']
    // 3 is a file that is not formatted, 2 one that cannot be read.
    const text = await this.text({ args, answers: [0, 3], output: 'document' })
    return text.split(/\r?\n/).filter((line) => line !== '')
  }

  /** Plans into a file and reads it, whose secrets are kept from all that is told. @throws InvalidPlan too */
  async plan(planFile: string, options: PlanOptions = {}): Promise<Planned> {
    let plan: Plan | undefined
    const read = async (): Promise<void> => {
      // A plan that fails leaves a file as well, unless it failed before it looked at any value.
      if (plan !== undefined || !existsSync(planFile)) return
      plan = parsePlan(await this.show(planFile))
      this.runtime.learn(plan.secrets)
    }
    await rm(planFile, { force: true })
    const args = planArguments(planFile, options)
    const ran = await this.runner.run({ args, answers: [0, 2], output: 'events', learnSecrets: read })
    await read()
    if (plan === undefined) throw new InvalidPlan(`terraform plan left no file ${planFile}`)
    return { plan, hasChanges: ran.exit.exitCode === 2, diagnostics: ran.diagnostics }
  }

  /** @returns the JSON of a plan file, secrets and all, or of the state. Also after a cancellation */
  async show(planFile?: string): Promise<string> {
    const file = planFile === undefined ? [] : [positional('plan file', planFile)]
    return this.text({ args: ['show', '-json', '-no-color', ...file], output: 'document', when: 'always' })
  }

  /** Applies exactly what is in the plan file. @throws TerraformCancelled when the run was cancelled before it began */
  async apply(planFile: string, options: ApplyOptions = {}): Promise<Applied> {
    const progress = new ApplyProgress()
    const { runtime, directory } = this
    const runner = new Runner(directory, {
      ...runtime,
      onEvent: (event) => {
        progress.take(event)
        runtime.onEvent(event)
      },
    })
    const command: Command = {
      args: applyArguments(planFile, options),
      answers: 'any',
      output: 'events',
      // What the apply has made may be secret too: a password, a key.
      learnSecrets: async () => {
        // A state that could not be saved in the backend is in a file, and what the backend has is older.
        const isUnsaved = existsSync(join(directory, UNSAVED_STATE))
        const state = await this.show(isUnsaved ? UNSAVED_STATE : undefined)
        runtime.learn(secretsOfState(parseJson(state)))
      },
    }
    const ran = await runner.run(command)
    const succeeded = ran.exit.exitCode === 0
    return {
      succeeded,
      exit: ran.exit,
      interrupted: runtime.interruption?.aborted ?? false,
      report: progress.report(),
      lock: ran.diagnostics.map(lockOf).find((one) => one !== undefined),
      unsavedState: this.unsavedState(ran.diagnostics),
      failure: succeeded ? undefined : runner.failure(command, ran),
    }
  }

  async output(): Promise<ReadonlyMap<string, Output>> {
    const args = ['output', '-json', '-no-color']
    return parseOutputs(await this.text({ args, output: 'document', when: 'always' }))
  }

  /** Which version of the state the backend has; undefined when it has none. Also after a cancellation. */
  async stateHead(): Promise<StateHead | undefined> {
    let head: StateHead | undefined
    await this.runner.run({ args: ['state', 'pull'], output: 'document', when: 'always' }, async (path) => {
      head = await readStateHead(path)
    })
    return head
  }

  /** Takes a lock away, whoever holds it. Also after a cancellation. */
  async forceUnlock(id: string): Promise<void> {
    const args = ['force-unlock', '-force', '-no-color', positional('lock id', id)]
    await this.runner.run({ args, output: 'events', when: 'always' })
  }

  /** Puts a state into the backend, unless what it has is another one or newer. Also after a cancellation. */
  async pushState(file: string): Promise<void> {
    // Terraform works in its own directory.
    const args = ['state', 'push', positional('state file', resolve(file))]
    await this.runner.run({ args, output: 'events', when: 'always' })
  }

  private async text(command: Command): Promise<string> {
    let text = ''
    await this.runner.run(command, async (path) => {
      text = await readDocument(path)
    })
    return text
  }

  private unsavedState(diagnostics: readonly Diagnostic[]): string | undefined {
    const path = join(this.directory, UNSAVED_STATE)
    const isNamed = diagnostics.some(({ detail }) => detail.includes(UNSAVED_STATE))
    return isNamed && existsSync(path) ? path : undefined
  }
}
