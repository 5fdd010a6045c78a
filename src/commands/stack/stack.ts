import type { AwsSession } from '../../aws/credentials'
import { join } from 'node:path'
import { type CredentialServer, serveCredentials } from '../../aws/credential-server'
import { readBackend, type StateBackend } from '../../aws/state-backend'
import type { StackInputs } from '../../inputs/inputs'
import { type Planned, Terraform } from '../../terraform/cli'
import { countsOf, type Counts } from '../../plan/counts'
import type { Diagnostic } from '../../terraform/diagnostic'
import { terraformEnvironment } from '../../terraform/environment'
import { fingerprint } from '../../review/fingerprint'
import { TerraformFailed } from '../../terraform/error'
import { type DestructiveChange, findDestructiveChanges } from '../../review/destroy-guard'
import type { Plan } from '../../plan/plan'
import { releasePlanLock } from './release-lock'
import { Secrets } from './secrets'
import { openSession } from '../aws-session'
import { terraformFor } from './terraform'
import type { Runtime } from '../runtime'

/** A plan, and what the commands need to know of it. */
export interface PlannedStack {
  readonly plan: Plan
  readonly planFile: string
  readonly counts: Counts
  readonly dangers: readonly DestructiveChange[]
  /** What an apply of the plan would do; not for publication. */
  readonly fingerprint: string
  readonly diagnostics: readonly Diagnostic[]
  readonly seconds: number
}

/** A configuration in which `terraform validate` finds faults. */
export class InvalidConfiguration extends Error {
  override readonly name = 'InvalidConfiguration'

  constructor(
    directory: string,
    readonly diagnostics: readonly Diagnostic[],
  ) {
    const errors = diagnostics.filter(({ severity }) => severity === 'error')
    super(`${directory} is not valid: ${errors.map(({ summary }) => summary).join('; ')}`)
  }
}

interface Parts {
  /** Of Terraform. */
  readonly version: string
  readonly folder: string
  readonly secrets: Secrets
  readonly session: AwsSession | undefined
  readonly server: CredentialServer | undefined
  readonly runtime: Runtime
}

/** One Terraform root, with the credentials it runs with and the secrets that nobody may see. */
export class Stack {
  private constructor(
    readonly inputs: StackInputs,
    readonly terraform: Terraform,
    private readonly parts: Parts,
  ) {}

  static async open(inputs: StackInputs, runtime: Runtime): Promise<Stack> {
    const { region, roleToAssume } = inputs.aws
    const folder = await runtime.openFolder()
    const tool = await terraformFor(inputs, folder, runtime)
    runtime.log.info(`Terraform ${tool.version} (from ${tool.source})`)
    // A root that has nothing in AWS needs no session there.
    const wantsAws = region !== undefined || roleToAssume !== undefined
    const session = wantsAws ? await openSession(inputs.aws, region, runtime) : undefined
    const server = session && (await serveCredentials(session, runtime.log))
    const secrets = new Secrets(runtime.log)
    const terraform = new Terraform(inputs.directory, {
      program: tool.program,
      version: tool.version,
      env: {
        ...terraformEnvironment(runtime.env, server ?? 'of the step'),
        ...(region && { AWS_REGION: region }),
        ...tool.env,
      },
      folder,
      onEvent: ({ message }) => {
        if (message !== '') runtime.log.info(message)
      },
      redact: secrets.redact,
      learn: secrets.learn,
      interruption: runtime.interruption,
    })
    return new Stack(inputs, terraform, { version: tool.version, folder, secrets, session, server, runtime })
  }

  get terraformVersion(): string {
    return this.parts.version
  }

  get session(): AwsSession | undefined {
    return this.parts.session
  }

  /** init and workspace. @throws TerraformFailed, TerraformCancelled */
  async prepare(): Promise<void> {
    const { terraform, inputs } = this
    await this.grouped('terraform init', () => terraform.init({ backendConfig: inputs.backendConfig }))
    if (inputs.workspace !== undefined) {
      await terraform.selectWorkspace(inputs.workspace, { missing: 'create' })
    }
  }

  /**
   * Plans and reads the plan. Whether the configuration is valid, `plan` finds out by itself; `validate` is asked only
   * when it failed, to distinguish an invalid configuration from a failure outside of it.
   *
   * @throws InvalidConfiguration, TerraformFailed, TerraformCancelled
   */
  async plan(): Promise<PlannedStack> {
    const { inputs, parts } = this
    const startedMs = parts.runtime.clock.now()
    const planFile = join(parts.folder, 'plan.bin')
    const { plan, diagnostics } = await this.grouped('terraform plan', () =>
      this.planned(planFile).catch((error: unknown) => this.explain(error, startedMs)),
    )
    const { stack, statefulTypes: extraTypes, allowDestroy: allow } = inputs
    const workspace = inputs.workspace ?? 'default'
    return {
      plan,
      planFile,
      counts: countsOf(plan),
      dangers: findDestructiveChanges(plan, { extraTypes, allow }),
      fingerprint: fingerprint(plan, { terraformVersion: this.terraformVersion, stack, workspace }),
      diagnostics,
      seconds: (parts.runtime.clock.now() - startedMs) / 1000,
    }
  }

  private planned(planFile: string): Promise<Planned> {
    const { varFiles, variables, targets, replace, parallelism, lockTimeout } = this.inputs
    const options = { varFiles, variables, targets, replace, parallelism, lockTimeout }
    return this.terraform.plan(planFile, options)
  }

  private async explain(error: unknown, startedMs: number): Promise<never> {
    // One that did not stop when it was asked to has had no time to give its lock back.
    if (error instanceof TerraformFailed && error.facts.interrupted && error.facts.exit.signal !== undefined)
      await releasePlanLock(this, startedMs, this.parts.runtime)
    if (!(error instanceof TerraformFailed) || error.lock !== undefined || error.facts.interrupted)
      throw error
    const faults = await this.terraform.validate().catch(() => [])
    if (faults.some(({ severity }) => severity === 'error'))
      throw new InvalidConfiguration(this.inputs.directory, faults)
    throw error
  }

  /** Where the state is, once `init` has been run; undefined unless it is in S3. */
  backend(): Promise<StateBackend | undefined> {
    const { env, readFile } = this.parts.runtime
    return readBackend(this.inputs.directory, { env, readFile })
  }

  get secrets(): Secrets {
    return this.parts.secrets
  }

  async close(): Promise<void> {
    await this.parts.server?.close()
  }

  private async grouped<T>(title: string, work: () => Promise<T>): Promise<T> {
    const { log } = this.parts.runtime
    log.group(title)
    try {
      return await work()
    } finally {
      log.endGroup()
    }
  }
}
