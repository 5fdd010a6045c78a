import { isCommitSha, type PullRequestInput, readPullRequestInput } from './pull-request'
import { type ApiKeys, readApiKeys } from './api-keys'
import { type AwsInputs, isSessionName } from './aws'
import { isHost } from '../text/image-reference'
import { isSafeUrl } from '../text/url'
import { type PlanScope, readPlanScope } from './plan-scope'
import { InputReader } from './reader'
import { readReferrers, type ReferrersMode } from './referrers'
import { readRequireReview, type RequireReview } from './require-review'
import { isPrefix, readRefresh, type RefreshInputs } from './refresh'
import { COMMANDS, SPECS } from './specs'
import type { FailureReason } from '../text/failure-reason'
import { readTerraformOutputs } from './terraform-outputs'

export type { ApiKeys } from './api-keys'
export type { RefreshInputs } from './refresh'

/** Inputs of one command. */
export type Inputs = MirrorInputs | PlanInputs | ApplyInputs | VerifyInputs | RefreshInputs | DriftInputs

/** Inputs of `mirror`. */
export interface MirrorInputs {
  readonly command: 'mirror'
  readonly aws: AwsInputs
  readonly images: string
  /** Empty: all images. */
  readonly only: readonly string[]
  /** `host[:port]`. Undefined: the account's Amazon ECR registry. */
  readonly registry: string | undefined
  readonly prefix: string
  readonly createRepositories: boolean
  readonly includeReferrers: boolean
  /** Whether a referrer that cannot be copied is a warning or a failure. */
  readonly referrers: ReferrersMode
  /** Whether to look for each manifest and blob of images that the target has. */
  readonly force: boolean
  /** Undefined for a limit by the sizes of the blobs. */
  readonly concurrency: number | undefined
  readonly dryRun: boolean
}

/** Inputs for a Terraform root module and its state. */
export interface RootInputs {
  readonly aws: AwsInputs
  readonly directory: string
  /** Name in comments, plan records and issues. */
  readonly stack: string
  /** Program that makes the plans. `auto`: as the root's files and PATH tell. */
  readonly engine: 'auto' | 'terraform' | 'opentofu'
  /** Version or constraint of the engine. Undefined: `required_version`. */
  readonly terraformVersion: string | undefined
  readonly backendConfig: readonly string[]
  readonly workspace: string | undefined
}

/** Inputs for a plan. They must be the same in `plan` and `apply`. */
export interface StackInputs extends RootInputs, PlanScope {
  readonly githubToken: string | undefined
  readonly varFiles: readonly string[]
  /** Items `name=value`. */
  readonly variables: readonly string[]
  readonly parallelism: number
  /** Terraform duration: `5m`. */
  readonly lockTimeout: string
  readonly allowDestroy: readonly string[]
  /** In addition to the built-in ones. */
  readonly statefulTypes: readonly string[]
  /** `s3://bucket/prefix/`. Undefined: `plans/` in the state's bucket. */
  readonly planRecords: string | undefined
}

/** Inputs of `plan`. */
export interface PlanInputs extends StackInputs {
  readonly command: 'plan'
  readonly pullRequest: PullRequestInput | undefined
  readonly comment: 'always' | 'changes' | 'never'
  readonly planTwice: boolean
}

/** Inputs of `apply`. */
export interface ApplyInputs extends StackInputs {
  readonly command: 'apply'
  readonly requireReview: RequireReview
  /** Undefined: the repository's default branch. */
  readonly deployBranch: string | undefined
  readonly sensitiveOutputs: readonly string[]
}

/** Inputs of `drift`. */
export interface DriftInputs extends StackInputs {
  readonly command: 'drift'
  /** Undefined: the repository's default branch. */
  readonly deployBranch: string | undefined
}

/** Inputs of `verify`. */
export interface VerifyInputs extends RootInputs {
  readonly command: 'verify'
  /** Path of images.yaml, for the expected version. */
  readonly images: string
  /** Undefined: the output `url`. */
  readonly url: URL | undefined
  /** Undefined: the secret in the output `api_keys_secret_arn`. */
  readonly keys: ApiKeys | undefined
  /** Outputs of the stack. Undefined: they are read from its state. */
  readonly outputs: Readonly<Record<string, unknown>> | undefined
  /** For the health check, and again for reading the trace. */
  readonly timeoutSeconds: number
  readonly githubToken: string | undefined
  /** Commit that a pull request proposes after a failure. Undefined: none is opened. */
  readonly revertTo: string | undefined
}

/** Thrown for invalid inputs, one line per problem. */
export class InvalidInput extends Error {
  override readonly name = 'InvalidInput'
  readonly reason: FailureReason = 'invalid-input'
}

type Command = (typeof COMMANDS)[number]

/**
 * Reads the inputs of the command from `INPUT_<NAME>`.
 *
 * @throws InvalidInput with every problem
 */
export function readInputs(env: NodeJS.ProcessEnv): Inputs {
  const reader = new InputReader(env, SPECS)
  const command = reader.choice('command', COMMANDS)
  if (reader.problems.length === 0) reader.rejectUnused(command)
  const inputs = readCommand(command, reader, env)
  if (reader.problems.length > 0) throw new InvalidInput(reader.problems.join('\n'))
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
        pullRequest: readPullRequestInput(reader),
        planTwice: reader.boolean('plan-twice'),
        comment: reader.choice('comment', ['always', 'changes', 'never']),
      }
    case 'apply':
      return {
        command,
        ...readStack(aws, reader),
        requireReview: readRequireReview(reader),
        deployBranch: reader.text('deploy-branch'),
        sensitiveOutputs: reader.list('sensitive-outputs'),
      }
    case 'verify':
      return readVerify(aws, reader)
    case 'refresh':
      return readRefresh(aws, reader)
    case 'drift':
      return { command, ...readStack(aws, reader), deployBranch: reader.text('deploy-branch') }
  }
}

function readAws(reader: InputReader, env: NodeJS.ProcessEnv): AwsInputs {
  return {
    region: reader.text('aws-region') ?? (env['AWS_REGION'] || env['AWS_DEFAULT_REGION'] || undefined),
    roleToAssume: reader.text('role-to-assume'),
    roleSessionName: reader.match(
      'role-session-name',
      isSessionName,
      '2 to 64 letters, digits and characters _+=,.@-',
    ),
    roleDurationSeconds: reader.integer('role-duration-seconds', { min: 900, max: 43_200 }),
    allowedAccountIds: reader.list('allowed-account-ids', /^\d{12}$/, 'an account ID of 12 digits'),
  }
}

/** Part of the key of a plan record. */
const MAX_STACK_LENGTH = 200
const isStackName = (text: string): boolean => text.length <= MAX_STACK_LENGTH
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
    referrers: readReferrers(reader),
    force: reader.boolean('force'),
    concurrency: reader.optionalInteger('concurrency', { min: 1, max: 64 }),
    dryRun: reader.boolean('dry-run'),
  }
}

function readRoot(aws: AwsInputs, reader: InputReader): RootInputs {
  const directory = reader.text('working-directory') ?? '.'
  const stack = reader.match('stack', isStackName, `a name of at most ${MAX_STACK_LENGTH} characters`)
  return {
    aws,
    directory,
    stack: stack ?? directory,
    engine: reader.choice('engine', ['auto', 'terraform', 'opentofu']),
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
    variables: reader.list(
      'variables',
      /^[\p{L}_][\p{L}\p{N}_-]*=/u,
      'name=value; give a value of several lines in TF_VAR_<name> or in a var-file',
    ),
    ...readPlanScope(reader),
    parallelism: reader.integer('parallelism', { min: 1, max: 1000 }),
    lockTimeout: reader.match('lock-timeout', isDuration, 'a duration, as in 5m or 30s') ?? '',
    allowDestroy: reader.list('allow-destroy'),
    statefulTypes: reader.list('stateful-types', /^[a-z0-9_]+$/, 'a resource type, as in aws_db_instance'),
    planRecords: reader.text('plan-records'),
  }
}

function readVerify(aws: AwsInputs, reader: InputReader): VerifyInputs {
  const url = reader.match('url', isSafeUrl, 'an HTTPS base URL, as in https://langfuse.example.com')
  return {
    command: 'verify',
    ...readRoot(aws, reader),
    images: reader.text('images') ?? '',
    url: url !== undefined && isSafeUrl(url) ? new URL(url) : undefined,
    keys: readApiKeys(reader),
    outputs: readTerraformOutputs(reader),
    timeoutSeconds: reader.integer('timeout', { min: 1, max: 3600 }),
    githubToken: reader.text('github-token'),
    revertTo: reader.match('revert-to', isCommitSha, 'a full commit SHA'),
  }
}
