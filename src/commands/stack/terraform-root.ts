import { join } from 'node:path'
import { type CredentialServer, serveCredentials } from '../../aws/credential-server'
import type { AwsSession } from '../../aws/credentials'
import { ambientSession } from '../../aws/session'
import type { RootInputs, StackInputs } from '../../inputs/inputs'
import { type Engine, engineVersion } from '../../plan/engine'
import { type Counts, countChanges } from '../../plan/counts'
import type { RuntimeValue } from '../../plan/setting'
import { type DestructiveChange, findDestructiveChanges } from '../../review/destroy-guard'
import { fingerprint } from '../../review/fingerprint'
import type { SealedPlan } from '../../review/plan-content'
import type { PlanTarget } from '../../review/plan-target'
import type { PlanResult, Terraform } from '../../terraform/cli'
import type { Diagnostic } from '../../terraform/diagnostic'
import { terraformEnvironment } from '../../terraform/environment'
import { TerraformFailed } from '../../terraform/error'
import { readSettings } from '../../terraform/settings'
import { openSession } from '../aws-session'
import type { Runtime } from '../runtime'
import { InvalidConfiguration } from './invalid-configuration'
import { releasePlanLock } from './release-lock'
import { Secrets } from './secrets'
import { awsRuntime, DEFAULT_STATE_REGION, openStateAccess, type StateAccess } from './state-access'
import { readTarget } from './target'
import { findTool, openTerraform, type TerraformTool } from './terraform'
import { rejectUnsavedState } from './unsaved-state'

export type PlanRequest = Omit<StackInputs, keyof RootInputs | 'githubToken' | 'planRecords'>

export interface RootPlan extends SealedPlan {
  readonly target: PlanTarget
  readonly runtimeValues: readonly RuntimeValue[]
  readonly planFile: string
  /** The plan file as JSON. Contains secrets. */
  readonly json: string
  readonly counts: Counts
  readonly destructiveChanges: readonly DestructiveChange[]
  /** Is derived from secrets: publish only its HMAC. */
  readonly fingerprint: string
  readonly diagnostics: readonly Diagnostic[]
  readonly seconds: number
}

interface Parts {
  readonly tool: TerraformTool
  /** Of Terraform. */
  readonly env: Readonly<Record<string, string>>
  readonly secrets: Secrets
  readonly session: AwsSession | undefined
  readonly server: CredentialServer | undefined
  readonly runtime: Runtime
}

/** A Terraform root module with its credentials and state. */
export class TerraformRoot {
  private access: Promise<StateAccess | undefined> | undefined
  private foundTarget: Promise<PlanTarget> | undefined

  private constructor(
    readonly inputs: RootInputs | StackInputs,
    readonly terraform: Terraform,
    private readonly parts: Parts,
  ) {}

  /**
   * Finds Terraform and opens the AWS session that it runs with.
   *
   * @throws InvalidInput, NoTerraform, InvalidConstraint, AwsError, AccessDenied
   */
  static async open(inputs: RootInputs | StackInputs, runtime: Runtime): Promise<TerraformRoot> {
    const { region, roleToAssume } = inputs.aws
    const tool = await findTool(inputs, runtime)
    // A root without AWS resources needs no session.
    const usesAws = region !== undefined || roleToAssume !== undefined
    const session = usesAws ? await openSession(inputs.aws, region, runtime) : undefined
    const server = session && (await serveCredentials(session, runtime.log))
    const secrets = new Secrets(runtime.log)
    const env = {
      ...terraformEnvironment(runtime.env, server ?? 'inherited'),
      ...(region && { AWS_REGION: region }),
    }
    const terraform = openTerraform(inputs.directory, { tool, env, secrets }, runtime)
    return new TerraformRoot(inputs, terraform, { tool, env, secrets, session, server, runtime })
  }

  /**
   * Returns this root with another Terraform version, initialized.
   *
   * @throws NoTerraform, TerraformFailed
   */
  async withVersion(version: string): Promise<TerraformRoot> {
    const { inputs, parts } = this
    const { folder } = parts.tool
    const tool = await findTool(inputs, parts.runtime, { version, folder, engine: this.engine })
    const terraform = openTerraform(inputs.directory, { ...parts, tool }, parts.runtime)
    const root = new TerraformRoot(inputs, terraform, { ...parts, tool })
    await root.init('create')
    return root
  }

  get engine(): Engine {
    return this.parts.tool.engine
  }

  get terraformVersion(): string {
    return engineVersion(this.engine, this.parts.tool.version)
  }

  /** State and account that an apply changes. Must follow {@link init}. */
  target(): Promise<PlanTarget> {
    const { session, runtime } = this.parts
    const { directory } = this.inputs
    this.foundTarget ??= readTarget({ directory, session, openSession: () => this.s3Session() }, runtime)
    return this.foundTarget
  }

  get secrets(): Secrets {
    return this.parts.secrets
  }

  /** Undefined if the inputs set neither a region nor a role. */
  get session(): AwsSession | undefined {
    return this.parts.session
  }

  /**
   * Also selects the workspace.
   *
   * @throws TerraformFailed, TerraformCancelled
   */
  async init(missingWorkspace: 'create' | 'fail'): Promise<void> {
    const { backendConfig, workspace } = this.inputs
    const { varFiles = [], variables = [] } = 'variables' in this.inputs ? this.inputs : {}
    await this.grouped(`${this.engine.command} init`, async () => {
      await this.terraform.init({ backendConfig, varFiles, variables })
      if (workspace !== undefined)
        await this.terraform.selectWorkspace(workspace, { missing: missingWorkspace })
    })
  }

  /** @throws UnsavedState, InvalidConfiguration, TerraformFailed, TerraformCancelled, InvalidPlan */
  async plan(request: PlanRequest): Promise<RootPlan> {
    const { terraformVersion } = this
    const { clock, env } = this.parts.runtime
    const startedMs = clock.now()
    const ignored = await rejectUnsavedState(this.inputs.directory, this.terraform)
    if (ignored !== undefined) this.parts.runtime.log.info(ignored)
    const planFile = join(this.parts.tool.folder, 'plan.bin')
    const { plan, json, diagnostics } = await this.grouped(`${this.engine.command} plan`, () =>
      this.runPlan(planFile, request),
    )
    const { statefulTypes: extraTypes, allowDestroy: allow, varFiles, variables } = request
    const { settings, runtimeValues } = await readSettings(this.inputs.directory, {
      plan,
      inputs: { varFiles, variables },
      env,
    })
    const target = await this.target()
    const identity = { ...target, terraformVersion, stack: this.inputs.stack }
    return {
      plan,
      ...{ settings, runtimeValues, target, planFile, json },
      counts: countChanges(plan),
      destructiveChanges: findDestructiveChanges(plan, { extraTypes, allow }),
      fingerprint: fingerprint({ plan, settings }, identity),
      diagnostics,
      seconds: (clock.now() - startedMs) / 1000,
    }
  }

  /**
   * Must follow {@link init}, which configures the backend.
   *
   * @returns undefined unless the state is in S3
   * @throws AwsError
   */
  stateAccess(): Promise<StateAccess | undefined> {
    this.access ??= openStateAccess(this.inputs.directory, this.parts.runtime, (region) =>
      this.s3Session(region),
    )
    return this.access
  }

  /**
   * Returns the step's session, or one with inherited credentials.
   *
   * @throws AwsError, InvalidRole for an account that is not allowed
   */
  async s3Session(bucketRegion?: string): Promise<AwsSession> {
    const { session, runtime } = this.parts
    if (session !== undefined) return session
    const { region, allowedAccountIds } = this.inputs.aws
    const request = { region: bucketRegion ?? region ?? DEFAULT_STATE_REGION, allowedAccountIds }
    return ambientSession(request, awsRuntime(runtime))
  }

  async close(): Promise<void> {
    await this.parts.server?.close()
  }

  private async runPlan(planFile: string, request: PlanRequest): Promise<PlanResult> {
    const startedMs = this.parts.runtime.clock.wallClockMs()
    const { varFiles, variables, targets, replace, invoke, parallelism, lockTimeout } = request
    try {
      return await this.terraform.plan(planFile, {
        varFiles,
        variables,
        targets,
        replace,
        invoke,
        parallelism,
        lockTimeout,
      })
    } catch (error) {
      if (!(error instanceof TerraformFailed)) throw error
      const { interrupted, exit } = error.details
      // A killed Terraform could not release its lock.
      if (exit.signal !== undefined)
        throw new TerraformFailed(
          { ...error.details, note: await this.releaseLock(startedMs, interrupted) },
          { cause: error },
        )
      if (!interrupted && error.lock === undefined) await this.validate()
      throw error
    }
  }

  private releaseLock(startedMs: number, isCancelled: boolean): Promise<string> {
    const openAccess = (): Promise<StateAccess | undefined> => this.stateAccess()
    const forceUnlock = (id: string): Promise<void> => this.terraform.forceUnlock(id)
    return releasePlanLock({ openAccess, forceUnlock, startedMs, isCancelled }, this.parts.runtime)
  }

  /** Distinguishes an invalid configuration from other failures of `plan`. */
  private async validate(): Promise<void> {
    const diagnostics = await this.terraform.validate().catch(() => [])
    if (diagnostics.some(({ severity }) => severity === 'error'))
      throw new InvalidConfiguration(this.inputs.directory, diagnostics, this.engine)
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
