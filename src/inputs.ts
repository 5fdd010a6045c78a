import { InputReader, type InputSpec } from './input-reader'

/** Inputs of action.yml as one value; an impossible combination does not type-check. */
export type Inputs = MirrorInputs | PlanInputs | ApplyInputs

export interface AwsInputs {
  readonly region: string | undefined
  readonly roleToAssume: string | undefined
  readonly roleDurationSeconds: number
  readonly allowedAccountIds: readonly string[]
}

export interface MirrorInputs {
  readonly command: 'mirror'
  readonly aws: AwsInputs
  /** Path of images.yaml. */
  readonly images: string
  /** Names of images; empty means all. */
  readonly only: readonly string[]
  /** Target host and port; undefined means the account's ECR. */
  readonly registry: string | undefined
  readonly prefix: string
  readonly createRepositories: boolean
  readonly includeReferrers: boolean
  /** Blobs in flight over all images. */
  readonly concurrency: number
  readonly dryRun: boolean
}

/** What a plan is made of; `plan` and `apply` must be given the same. */
export interface StackInputs {
  readonly aws: AwsInputs
  readonly githubToken: string | undefined
  /** The Terraform root. */
  readonly directory: string
  /** The name that comment and record carry. */
  readonly stack: string
  /** Exact or a constraint; undefined means `required_version`. */
  readonly terraformVersion: string | undefined
  readonly backendConfig: readonly string[]
  readonly varFiles: readonly string[]
  /** `name=value`. */
  readonly variables: readonly string[]
  readonly targets: readonly string[]
  readonly replace: readonly string[]
  readonly workspace: string | undefined
  readonly parallelism: number
  /** Terraform's notation: `5m`. */
  readonly lockTimeout: string
  /** Addresses of stateful resources that may be deleted or replaced. */
  readonly allowDestroy: readonly string[]
  /** Types that count as stateful besides the built-in ones. */
  readonly statefulTypes: readonly string[]
  /** `s3://bucket/prefix/`; undefined means `plans/` in the bucket of the state. */
  readonly planRecords: string | undefined
}

export interface PlanInputs extends StackInputs {
  readonly command: 'plan'
  readonly comment: 'always' | 'changes' | 'never'
}

export interface ApplyInputs extends StackInputs {
  readonly command: 'apply'
  readonly requireReview: boolean
  /** Names of sensitive outputs to set all the same, masked. */
  readonly sensitiveOutputs: readonly string[]
}

/** All that is wrong with the inputs, a line each. */
export class InvalidInput extends Error {
  override readonly name = 'InvalidInput'
}

const COMMANDS = ['mirror', 'plan', 'apply'] as const
type Command = (typeof COMMANDS)[number]

const all: InputSpec = { commands: COMMANDS }
const mirror: InputSpec = { commands: ['mirror'] }
const stack: InputSpec = { commands: ['plan', 'apply'] }

const SPECS: Readonly<Record<string, InputSpec>> = {
  command: all,
  'aws-region': all,
  'role-to-assume': all,
  'role-duration': { ...all, default: '3600' },
  'allowed-account-ids': all,
  images: { ...mirror, default: 'images.yaml' },
  only: mirror,
  registry: mirror,
  prefix: { ...mirror, default: 'langfuse' },
  'create-repositories': { ...mirror, default: 'true' },
  'include-referrers': { ...mirror, default: 'false' },
  concurrency: { ...mirror, default: '8' },
  'dry-run': { ...mirror, default: 'false' },
  // Its default is the token of the job, which is there for every command.
  'github-token': all,
  'working-directory': { ...stack, default: 'terraform/langfuse' },
  stack,
  'terraform-version': stack,
  'backend-config': stack,
  'var-file': stack,
  variables: stack,
  target: stack,
  replace: stack,
  workspace: stack,
  parallelism: { ...stack, default: '10' },
  'lock-timeout': { ...stack, default: '5m' },
  'allow-destroy': stack,
  'stateful-types': stack,
  'plan-records': stack,
  comment: { commands: ['plan'], default: 'always' },
  'require-review': { commands: ['apply'], default: 'false' },
  'sensitive-outputs': { commands: ['apply'] },
}

/**
 * Reads the inputs as the runner passes them.
 *
 * @param env `INPUT_<NAME>`, where an input that was not given is empty or missing
 * @throws InvalidInput that names each input, its value and what it takes
 */
export function readInputs(env: NodeJS.ProcessEnv): Inputs {
  const reader = new InputReader(env, SPECS)
  const command = reader.choice('command', COMMANDS)
  // An unknown command uses nothing, and says so once.
  if (reader.faults.length === 0) reader.refuseUnused(command)
  const inputs = readCommand(command, reader, env)
  if (reader.faults.length > 0) throw new InvalidInput(reader.faults.join('\n'))
  return inputs
}

function readCommand(command: Command, reader: InputReader, env: NodeJS.ProcessEnv): Inputs {
  const aws = readAws(reader, env)
  switch (command) {
    case 'mirror':
      return readMirror(aws, reader)
    case 'plan':
      return {
        command,
        ...readStack(aws, reader),
        comment: reader.choice('comment', ['always', 'changes', 'never']),
      }
    case 'apply':
      return {
        command,
        ...readStack(aws, reader),
        requireReview: reader.boolean('require-review'),
        sensitiveOutputs: reader.list('sensitive-outputs'),
      }
  }
}

function readAws(reader: InputReader, env: NodeJS.ProcessEnv): AwsInputs {
  return {
    region: reader.text('aws-region') ?? (env['AWS_REGION'] || env['AWS_DEFAULT_REGION'] || undefined),
    roleToAssume: reader.text('role-to-assume'),
    roleDurationSeconds: reader.integer('role-duration', { min: 900, max: 43_200 }),
    allowedAccountIds: reader.list('allowed-account-ids', /^\d{12}$/, 'an account id of 12 digits'),
  }
}

const isHost = (text: string): boolean => /^[a-zA-Z0-9.[\]:-]+$/.test(text) && URL.canParse(`https://${text}`)
const isPrefix = (text: string): boolean => /^[a-z0-9]+(?:[._/-]+[a-z0-9]+)*$/.test(text)
const isDuration = (text: string): boolean => /^(?:\d+(?:ms|s|m|h))+$/.test(text)

function readMirror(aws: AwsInputs, reader: InputReader): MirrorInputs {
  return {
    command: 'mirror',
    aws,
    images: reader.text('images') ?? '',
    only: reader.list('only'),
    registry: reader.match('registry', isHost, 'a host, as in registry.example.com:5000'),
    prefix: reader.match('prefix', isPrefix, 'a repository prefix, as in langfuse') ?? '',
    createRepositories: reader.boolean('create-repositories'),
    includeReferrers: reader.boolean('include-referrers'),
    concurrency: reader.integer('concurrency', { min: 1, max: 64 }),
    dryRun: reader.boolean('dry-run'),
  }
}

function readStack(aws: AwsInputs, reader: InputReader): StackInputs {
  const directory = reader.text('working-directory') ?? '.'
  return {
    aws,
    githubToken: reader.text('github-token'),
    directory,
    stack: reader.text('stack') ?? directory,
    terraformVersion: reader.text('terraform-version'),
    backendConfig: reader.list('backend-config'),
    varFiles: reader.list('var-file'),
    variables: reader.list('variables', /^[^=\s]+=/, 'name=value'),
    targets: reader.list('target'),
    replace: reader.list('replace'),
    workspace: reader.text('workspace'),
    parallelism: reader.integer('parallelism', { min: 1, max: 1000 }),
    lockTimeout: reader.match('lock-timeout', isDuration, 'a duration, as in 5m or 30s') ?? '',
    allowDestroy: reader.list('allow-destroy'),
    statefulTypes: reader.list('stateful-types', /^[a-z0-9_]+$/, 'a resource type, as in aws_db_instance'),
    planRecords: reader.text('plan-records'),
  }
}
