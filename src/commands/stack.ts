import { mkdtemp } from 'node:fs/promises'
import { join } from 'node:path'
import { type CredentialServer, serveCredentials } from '../aws/credential-server'
import type { AwsSession } from '../aws/session'
import { readBackend, type StateBackend } from '../aws/state-backend'
import type { StackInputs } from '../inputs'
import { Terraform } from '../terraform/cli'
import { countsOf, type Counts } from '../terraform/counts'
import type { Diagnostic } from '../terraform/diagnostic'
import { terraformEnvironment } from '../terraform/environment'
import { fingerprint } from '../terraform/fingerprint'
import { type Danger, findDanger } from '../terraform/guard'
import { parsePlan, type Plan } from '../terraform/plan'
import { redactor } from '../terraform/redact'
import type { TerraformEvent } from '../terraform/stream'
import { openSession } from './session'
import { terraformFor } from './terraform-tool'
import type { World } from './world'

/** A plan, and what the commands need to know of it. */
export interface PlannedStack {
  readonly plan: Plan
  readonly planFile: string
  readonly counts: Counts
  readonly dangers: readonly Danger[]
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
  readonly validator: Terraform
  readonly session: AwsSession | undefined
  readonly server: CredentialServer | undefined
  readonly world: World
}

/** One Terraform root, with the credentials it runs with and the secrets that nobody may see. */
export class Stack {
  /** Values that the plan marks as sensitive. */
  secrets: readonly string[] = []
  private redacting = redactor([])
  /** Takes what the plan marks as sensitive out of a text. */
  readonly redact = (text: string): string => this.redacting(text)

  private constructor(
    readonly inputs: StackInputs,
    readonly terraform: Terraform,
    private readonly parts: Parts,
  ) {}

  static async open(inputs: StackInputs, world: World): Promise<Stack> {
    const { region, roleToAssume } = inputs.aws
    const folder = await world.openFolder()
    const tool = await terraformFor(inputs, folder, world)
    world.log.info(`Terraform ${tool.version} (from ${tool.source})`)
    // A root that has nothing in AWS needs no session there.
    const wantsAws = region !== undefined || roleToAssume !== undefined
    const session = wantsAws ? await openSession(inputs.aws, region, world) : undefined
    const server = session && (await serveCredentials(session, world.log))
    const redacting: { redact: (text: string) => string } = { redact: (text) => text }
    const settings = {
      program: tool.program,
      version: tool.version,
      env: { ...terraformEnvironment(world.env, server), ...(region && { AWS_REGION: region }), ...tool.env },
      onEvent: (event: TerraformEvent) => {
        tell(event, world)
      },
      redact: (text: string) => redacting.redact(text),
      interruption: world.interruption,
    }
    const terraform = new Terraform(inputs.directory, { ...settings, folder })
    // It runs beside the plan, so its notes need a place of their own.
    const aside = await mkdtemp(join(folder, 'validate-'))
    const validator = new Terraform(inputs.directory, { ...settings, folder: aside })
    const stack = new Stack(inputs, terraform, {
      version: tool.version,
      folder,
      validator,
      session,
      server,
      world,
    })
    redacting.redact = (text) => stack.redacting(text)
    return stack
  }

  get terraformVersion(): string {
    return this.parts.version
  }

  get session(): AwsSession | undefined {
    return this.parts.session
  }

  /** init and workspace. @throws TerraformFailed, Cancelled */
  async prepare(): Promise<void> {
    const { terraform, inputs } = this
    await this.grouped('terraform init', () => terraform.init({ backendConfig: inputs.backendConfig }))
    if (inputs.workspace !== undefined) {
      await terraform.selectWorkspace(inputs.workspace, { missing: 'create' })
    }
  }

  /**
   * Validates and plans, reads the plan, and from here on keeps its secrets out of everything.
   * @throws InvalidConfiguration, TerraformFailed, Cancelled
   */
  async plan(): Promise<PlannedStack> {
    const { inputs, parts, terraform } = this
    const startedMs = parts.world.clock.now()
    const planFile = join(parts.folder, 'plan.bin')
    const options = {
      varFiles: inputs.varFiles,
      variables: inputs.variables,
      targets: inputs.targets,
      replace: inputs.replace,
      parallelism: inputs.parallelism,
      lockTimeout: inputs.lockTimeout,
    }
    // Both read the configuration and load the providers; side by side they take the time of one.
    const [validated, planned] = await this.grouped('terraform validate, terraform plan', () =>
      Promise.allSettled([parts.validator.validate(), terraform.plan(planFile, options)]),
    )
    const faults = validated.status === 'fulfilled' ? validated.value : []
    if (faults.some(({ severity }) => severity === 'error'))
      throw new InvalidConfiguration(inputs.directory, faults)
    if (planned.status === 'rejected') throw planned.reason
    if (validated.status === 'rejected') throw validated.reason
    const plan = parsePlan(await terraform.show(planFile))
    this.keepSecret(plan.secrets)
    const { stack, statefulTypes: extraTypes, allowDestroy: allow } = inputs
    const workspace = inputs.workspace ?? 'default'
    return {
      plan,
      planFile,
      counts: countsOf(plan),
      dangers: findDanger(plan, { extraTypes, allow }),
      fingerprint: fingerprint(plan, { terraformVersion: this.terraformVersion, stack, workspace }),
      diagnostics: planned.value.diagnostics,
      seconds: (parts.world.clock.now() - startedMs) / 1000,
    }
  }

  /** Where the state is, once `init` has been run; undefined unless it is in S3. */
  backend(): Promise<StateBackend | undefined> {
    const { env, readFile } = this.parts.world
    return readBackend(this.inputs.directory, { env, readFile })
  }

  keepSecret(values: readonly string[]): void {
    this.secrets = [...this.secrets, ...values]
    this.redacting = redactor(this.secrets)
    // A short value would be masked in words that have nothing to do with it.
    for (const value of values) if (value.length >= SHORTEST_MASKED) this.parts.world.log.mask(value)
  }

  async close(): Promise<void> {
    await this.parts.server?.close()
  }

  private async grouped<T>(title: string, work: () => Promise<T>): Promise<T> {
    const { log } = this.parts.world
    log.group(title)
    try {
      return await work()
    } finally {
      log.endGroup()
    }
  }
}

const SHORTEST_MASKED = 8

function tell(event: TerraformEvent, { log }: World): void {
  if (event.message !== '') log.info(event.message)
}
