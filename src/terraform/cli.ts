import { existsSync } from 'node:fs'
import { rm } from 'node:fs/promises'
import { join, resolve } from 'node:path'
import { ApplyProgress, type ApplyReport } from './apply-progress'
import { applyArguments, type ApplyOptions, type InitOptions, initArguments } from './arguments'
import {
  isReadByInit,
  planArguments,
  type PlanOptions,
  positionalArgument,
  requireActions,
} from './arguments'
import { type Diagnostic, lockOf, parseDiagnostic, type StateLock } from './diagnostic'
import {
  type Output,
  parseOutputs,
  parseValidation,
  readOutputFile,
  readStateVersion,
  type StateVersion,
} from './json-output'
import type { TerraformFailed } from './error'
import { isRecord } from '../text/json'
import type { Exit } from './process'
import { InvalidPlan, parsePlan, type Plan } from '../plan/plan'
import { type Engine, TERRAFORM } from '../plan/engine'
import { parseJsonExactly } from '../plan/json'
import { redactDeep } from '../text/redact'
import { addValues, applyValues, prepareBackend, prepareValues } from './root-values'
import { type TerraformCommand, Runner, type TerraformRuntime } from './runner'
import { sensitiveStateValues } from '../plan/sensitive-values'
import { selectWorkspace } from './workspace'

/** Terraform writes a state here that it cannot save in the backend. */
export const ERRORED_STATE_FILE = 'errored.tfstate'

export interface PlanResult {
  readonly plan: Plan
  /** `terraform show -json` of the plan file. */
  readonly json: string
  readonly hasChanges: boolean
  readonly diagnostics: readonly Diagnostic[]
}

/** A failed apply does not throw, because it may have changed something. */
export interface ApplyResult {
  readonly succeeded: boolean
  readonly exit: Exit
  readonly interrupted: boolean
  readonly report: ApplyReport
  readonly lock: StateLock | undefined
  /** Path of the state file. */
  readonly unsavedState: string | undefined
  readonly failure: TerraformFailed | undefined
}

/** Runs Terraform commands in one directory, without a shell. */
export class Terraform {
  private readonly runner: Runner
  /** Of the last command that took values of variables. */
  private inputs: Pick<PlanOptions, 'varFiles' | 'variables'> = {}

  constructor(
    private readonly directory: string,
    private readonly runtime: TerraformRuntime,
  ) {
    this.runner = new Runner(directory, runtime)
  }

  get engine(): Engine {
    return this.runtime.engine ?? TERRAFORM
  }

  /** @throws TerraformFailed, TerraformNotStarted, TerraformCancelled; so do all other methods */
  async init(options: InitOptions = {}): Promise<readonly Diagnostic[]> {
    const { directory, runtime } = this
    const { version, engine } = runtime
    const { backend, backendConfig = [], varFiles, variables } = options
    this.inputs = options
    const hasLockFile = existsSync(join(directory, '.terraform.lock.hcl'))
    // Its secrets also where `init` gets no variables.
    const values = await prepareValues(directory, { varFiles, variables }, runtime)
    const settings = await prepareBackend(directory, backend === 'none' ? [] : backendConfig, runtime)
    const given = [...settings.args, ...(isReadByInit(version, engine) ? values.args : [])]
    const args = initArguments(options, { version, hasLockFile, engine }, given)
    const temporaryFiles = [...settings.files, ...values.files]
    return (await this.runner.run({ args, output: 'events', temporaryFiles })).diagnostics
  }

  /** @throws InvalidArgument too */
  selectWorkspace(name: string, { missing }: { missing: 'create' | 'fail' }): Promise<void> {
    const forced = this.runtime.env['TF_WORKSPACE'] || undefined
    return selectWorkspace(name, { missing, forced, run: (command) => this.run(command) })
  }

  async validate(): Promise<readonly Diagnostic[]> {
    const command: TerraformCommand = {
      args: ['validate', '-json'],
      expectedExitCodes: [0, 1],
      output: 'document',
    }
    let found: readonly Diagnostic[] | undefined
    const result = await this.runner.run(command, async (path) => {
      const reported = parseValidation(await readOutputFile(path))
      found = reported
        ?.map((one) => redactDeep(one, this.runtime.redact))
        .filter(isRecord)
        .map(parseDiagnostic)
    })
    if (found === undefined) throw this.runner.failure(command, result)
    return found
  }

  /** Returns the paths that `terraform fmt` would change. */
  async fmtCheck(): Promise<readonly string[]> {
    const args = ['fmt', '-check', '-recursive', '-list=true', '-no-color']
    // 2: a file cannot be parsed, 3: a file is not formatted.
    const text = await this.text({ args, expectedExitCodes: [0, 3], output: 'document' })
    return text.split(/\r?\n/).filter((line) => line !== '')
  }

  /**
   * Plans into a file and reads it.
   *
   * @throws InvalidPlan too
   */
  async plan(planFile: string, options: PlanOptions = {}): Promise<PlanResult> {
    let plan: Plan | undefined
    let json = ''
    const read = async (): Promise<void> => {
      // A failed plan may write a file too.
      if (plan !== undefined || !existsSync(planFile)) return
      json = await this.show(planFile)
      plan = parsePlan(json)
      this.runtime.addSecrets(plan.secrets)
    }
    if (options.invoke !== undefined) requireActions(this.runtime.version, this.engine)
    this.inputs = options
    await rm(planFile, { force: true })
    const values = await prepareValues(this.directory, options, this.runtime)
    const result = await this.runner.run({
      args: planArguments(planFile, options, values.args),
      expectedExitCodes: [0, 2],
      output: 'events',
      readSecrets: async (output) => {
        await read()
        if (plan === undefined && output.mayHaveReadSecrets) throw new InvalidPlan('there is no plan')
      },
      hasNewKeys: true,
      configuration: values.configuration,
      temporaryFiles: values.files,
    })
    await read()
    if (plan === undefined)
      throw new InvalidPlan(`${this.engine.command} plan wrote no plan file ${planFile}`)
    return { plan, json, hasChanges: result.exit.exitCode === 2, diagnostics: result.diagnostics }
  }

  /** Returns a plan file or the state as JSON. */
  async show(planFile?: string): Promise<string> {
    const file = planFile === undefined ? [] : [positionalArgument('plan file', planFile)]
    return this.text({ args: ['show', '-json', '-no-color', ...file], output: 'document', when: 'always' })
  }

  async apply(planFile: string, options: ApplyOptions = {}): Promise<ApplyResult> {
    this.inputs = options
    const progress = new ApplyProgress()
    const { runtime, directory } = this
    const runner = new Runner(directory, {
      ...runtime,
      onEvent: (event) => {
        progress.add(event)
        runtime.onEvent(event)
      },
    })
    const values = await prepareValues(directory, options, runtime)
    const command: TerraformCommand = {
      args: applyArguments(planFile, options, applyValues(values, runtime)),
      expectedExitCodes: 'any',
      output: 'events',
      configuration: values.configuration,
      temporaryFiles: values.files,
      readSecrets: async ({ exit }) => {
        // The backend's state is older.
        const isUnsaved = existsSync(join(directory, ERRORED_STATE_FILE))
        const state = await this.show(isUnsaved ? ERRORED_STATE_FILE : undefined)
        runtime.addSecrets(sensitiveStateValues(parseJsonExactly(state)))
        if (exit.signal !== undefined) throw new InvalidPlan('the state is older than the apply')
      },
    }
    const result = await runner.run(command)
    const succeeded = result.exit.exitCode === 0
    return {
      succeeded,
      exit: result.exit,
      interrupted: runtime.interruption?.aborted ?? false,
      report: progress.report(),
      lock: result.diagnostics.map(lockOf).find((one) => one !== undefined),
      unsavedState: this.unsavedState(result.diagnostics),
      failure: succeeded ? undefined : runner.failure(command, result),
    }
  }

  async output(): Promise<ReadonlyMap<string, Output>> {
    const args = ['output', '-json', '-no-color']
    return parseOutputs(await this.text({ args, output: 'document', when: 'always' }))
  }

  /** Undefined without a state. */
  async stateVersion(): Promise<StateVersion | undefined> {
    let head: StateVersion | undefined
    await this.run({ args: ['state', 'pull'], output: 'document', when: 'always' }, async (path) => {
      head = await readStateVersion(path)
    })
    return head
  }

  /** Removes a lock, regardless of its holder. */
  async forceUnlock(id: string): Promise<void> {
    const args = ['force-unlock', '-force', '-no-color', positionalArgument('lock id', id)]
    await this.run({ args, output: 'events', when: 'always' })
  }

  /** Fails if the backend has another lineage or a newer serial. */
  async pushState(file: string): Promise<void> {
    const args = ['state', 'push', positionalArgument('state file', resolve(file))]
    await this.run({ args, output: 'events', when: 'always' })
  }

  private async run(...[command, read]: Parameters<Runner['run']>): ReturnType<Runner['run']> {
    const { directory, inputs, runtime } = this
    return this.runner.run(await addValues(command, { directory, inputs }, runtime), read)
  }

  private async text(command: TerraformCommand): Promise<string> {
    let text = ''
    await this.run(command, async (path) => {
      text = await readOutputFile(path)
    })
    return text
  }

  private unsavedState(diagnostics: readonly Diagnostic[]): string | undefined {
    const path = join(this.directory, ERRORED_STATE_FILE)
    const isNamed = diagnostics.some(({ detail }) => detail.includes(ERRORED_STATE_FILE))
    return isNamed && existsSync(path) ? path : undefined
  }
}
