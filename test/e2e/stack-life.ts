import type { StepResult } from '../../testkit/runner/step'
import type { StackEnvironment } from '../../testkit/runner/stack-environment'
import type { TerraformRun } from '../../testkit/terraform/root'
import { parseState, type Resource } from '../stack/state'
import { secretValues } from './inventory'

export interface Settings {
  readonly name: string
  /** Outputs of terraform/bootstrap. */
  readonly bootstrap: Readonly<Record<string, string>>
}

/** A stack from the first pull request to the destroy. */
export class StackLife {
  private readonly backend: string

  constructor(
    readonly environment: StackEnvironment,
    private readonly settings: Settings,
  ) {
    const { bootstrap, name } = settings
    this.backend = [
      `bucket=${bootstrap['state_bucket'] ?? ''}`,
      `key=${name}/terraform.tfstate`,
      'region=eu-central-1',
      'use_lockfile=true',
    ].join('\n')
  }

  get name(): string {
    return this.settings.name
  }

  /** Plans on a pull request, merges it and applies, with the roles of bootstrap. */
  async deploy(more: readonly string[] = []): Promise<{ planned: StepResult; applied: StepResult }> {
    const pull = this.environment.github.openPull()
    const planned = await this.environment.plan(pull, this.inputs('plan', more))
    const sha = this.environment.github.history.merge(pull, 'squash')
    const inputs = { ...this.inputs('deploy', more), 'require-review': 'true' }
    return { planned, applied: await this.environment.apply(sha, inputs) }
  }

  planAgain(more: readonly string[] = []): Promise<StepResult> {
    return this.environment.plan(this.environment.github.openPull(), this.inputs('plan', more))
  }

  async resources(): Promise<readonly Resource[]> {
    const { stdout, stderr, exitCode } = await this.byHand(['show', '-json'])
    if (exitCode !== 0) throw new Error(stderr)
    return parseState(stdout)
  }

  /** Values that the state must not contain. */
  async secrets(): Promise<string[]> {
    return secretValues(this.environment)
  }

  destroy(more: readonly string[] = []): Promise<TerraformRun> {
    return this.byHand(['destroy', '-auto-approve', ...more.map((one) => `-var=${one}`)])
  }

  /** Runs Terraform as the deploy role. */
  byHand(args: readonly string[]): Promise<TerraformRun> {
    return this.environment.byHand(args, this.backend, this.settings.bootstrap['deploy_role_arn'] ?? '')
  }

  private inputs(role: 'plan' | 'deploy', more: readonly string[]): Record<string, string> {
    return {
      'role-to-assume': this.settings.bootstrap[`${role}_role_arn`] ?? '',
      stack: this.name,
      'backend-config': this.backend,
      variables: more.join('\n'),
      parallelism: '20',
    }
  }
}

/** A VPC with two private and two public subnets, as HCL for the variable `network`. */
export async function existingNetwork(environment: StackEnvironment): Promise<string> {
  const ask = async (...args: string[]): Promise<string> => String(await environment.aws('ec2', ...args))
  const vpc = await ask('create-vpc', '--cidr-block', '10.9.0.0/16', '--query', 'Vpc.VpcId')
  // Names in Cloud Map, such as that of ClickHouse, resolve only with DNS support.
  await environment.aws(
    'ec2',
    'modify-vpc-attribute',
    '--vpc-id',
    vpc,
    '--enable-dns-hostnames',
    '{"Value":true}',
  )
  const gateway = await ask('create-internet-gateway', '--query', 'InternetGateway.InternetGatewayId')
  await environment.aws('ec2', 'attach-internet-gateway', '--vpc-id', vpc, '--internet-gateway-id', gateway)
  const subnets: string[] = []
  for (const [index, zone] of ['a', 'b', 'a', 'b'].entries()) {
    const where = ['--cidr-block', `10.9.${index}.0/24`, '--availability-zone', `eu-central-1${zone}`]
    subnets.push(await ask('create-subnet', '--vpc-id', vpc, ...where, '--query', 'Subnet.SubnetId'))
  }
  const [privateA, privateB, publicA, publicB] = subnets
  return JSON.stringify({
    existing: {
      vpc_id: vpc,
      private_subnet_ids: [privateA, privateB],
      public_subnet_ids: [publicA, publicB],
    },
  })
}

/** Reads the planned action by address from a step's summary. */
export function plannedChanges({ log }: StepResult): Record<string, string> {
  const lines = [...log.matchAll(/^\s*(\S.*): Plan to (?!read\b)(\w+)\s*$/gm)]
  return Object.fromEntries(lines.map(([, address = '', action = '']) => [address, action]))
}
