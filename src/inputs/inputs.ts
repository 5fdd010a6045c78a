import { type PullRequestInput, readPullRequest } from './pull-request'
import type { AwsInputs } from './aws'
import { InputReader } from './reader'
import { readRefresh, type RefreshInputs } from './refresh'
import { COMMANDS, SPECS } from './specs'

export type { RefreshInputs } from './refresh'

/** Inputs of action.yml as one value; an impossible combination does not type-check. */
export type Inputs = MirrorInputs | PlanInputs | ApplyInputs | VerifyInputs | RefreshInputs | DriftInputs

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

/** A Terraform root, and where its state is. */
export interface RootInputs {
  readonly aws: AwsInputs
  /** The Terraform root. */
  readonly directory: string
  /** The name that comment and record carry. */
  readonly stack: string
  /** Exact or a constraint; undefined means `required_version`. */
  readonly terraformVersion: string | undefined
  readonly backendConfig: readonly string[]
  readonly workspace: string | undefined
}

/** What a plan is made of; `plan` and `apply` must be given the same. */
export interface StackInputs extends RootInputs {
  readonly githubToken: string | undefined
  readonly varFiles: readonly string[]
  /** `name=value`. */
  readonly variables: readonly string[]
  readonly targets: readonly string[]
  readonly replace: readonly string[]
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
  readonly pullRequest: PullRequestInput | undefined
  readonly comment: 'always' | 'changes' | 'never'
}

export interface ApplyInputs extends StackInputs {
  readonly command: 'apply'
  readonly requireReview: boolean
  /** Names of sensitive outputs to set all the same, masked. */
  readonly sensitiveOutputs: readonly string[]
}

export interface DriftInputs extends StackInputs {
  readonly command: 'drift'
}

/** The root is the one whose outputs tell what is not given. */
export interface VerifyInputs extends RootInputs {
  readonly command: 'verify'
  /** Path of images.yaml, which tells the version where the outputs are not asked. */
  readonly images: string
  /** Where Langfuse answers; undefined means the output `url`. */
  readonly url: URL | undefined
  /** Undefined means the secret that the output `api_keys_secret_arn` names. */
  readonly keys: ApiKeys | undefined
  /** For Langfuse to be ready, and again for the trace to be readable. */
  readonly timeoutSeconds: number
}

export interface ApiKeys {
  readonly publicKey: string
  readonly secretKey: string
}

/** All that is wrong with the inputs, a line each. */
export class InvalidInput extends Error {
  override readonly name = 'InvalidInput'
}

type Command = (typeof COMMANDS)[number]

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
        pullRequest: readPullRequest(reader),
        comment: reader.choice('comment', ['always', 'changes', 'never']),
      }
    case 'apply':
      return {
        command,
        ...readStack(aws, reader),
        requireReview: reader.boolean('require-review'),
        sensitiveOutputs: reader.list('sensitive-outputs'),
      }
    case 'verify':
      return readVerify(aws, reader)
    case 'refresh':
      return readRefresh(aws, reader)
    case 'drift':
      return { command, ...readStack(aws, reader) }
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

function readRoot(aws: AwsInputs, reader: InputReader): RootInputs {
  const directory = reader.text('working-directory') ?? '.'
  return {
    aws,
    directory,
    stack: reader.text('stack') ?? directory,
    terraformVersion: reader.text('terraform-version'),
    backendConfig: reader.list('backend-config'),
    workspace: reader.text('workspace'),
  }
}

function readStack(aws: AwsInputs, reader: InputReader): StackInputs {
  return {
    ...readRoot(aws, reader),
    githubToken: reader.text('github-token'),
    varFiles: reader.list('var-file'),
    variables: reader.list('variables', /^[^=\s]+=/, 'name=value'),
    targets: reader.list('target'),
    replace: reader.list('replace'),
    parallelism: reader.integer('parallelism', { min: 1, max: 1000 }),
    lockTimeout: reader.match('lock-timeout', isDuration, 'a duration, as in 5m or 30s') ?? '',
    allowDestroy: reader.list('allow-destroy'),
    statefulTypes: reader.list('stateful-types', /^[a-z0-9_]+$/, 'a resource type, as in aws_db_instance'),
    planRecords: reader.text('plan-records'),
  }
}

const LOOPBACK = /^(?:localhost|127\.\d+\.\d+\.\d+|\[::1\])$/

/** Keys go along, so plain HTTP is for this machine only. */
function isSafeUrl(text: string): boolean {
  if (!URL.canParse(text)) return false
  const { protocol, hostname, username, search, hash } = new URL(text)
  if (username !== '' || search !== '' || hash !== '') return false
  return protocol === 'https:' || (protocol === 'http:' && LOOPBACK.test(hostname))
}

function readVerify(aws: AwsInputs, reader: InputReader): VerifyInputs {
  const url = reader.match('url', isSafeUrl, 'the address of Langfuse, as in https://langfuse.example.com')
  return {
    command: 'verify',
    ...readRoot(aws, reader),
    images: reader.text('images') ?? '',
    url: url !== undefined && isSafeUrl(url) ? new URL(url) : undefined,
    keys: readKeys(reader),
    timeoutSeconds: reader.integer('timeout', { min: 1, max: 3600 }),
  }
}

function readKeys(reader: InputReader): ApiKeys | undefined {
  const publicKey = reader.text('public-key')
  const secretKey = reader.text('secret-key')
  if (publicKey !== undefined && secretKey !== undefined) return { publicKey, secretKey }
  if (publicKey !== undefined) reader.faults.push('secret-key: is required with public-key')
  if (secretKey !== undefined) reader.faults.push('public-key: is required with secret-key')
  return undefined
}
