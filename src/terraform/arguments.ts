import { type Engine, TERRAFORM } from '../plan/engine'
import { compareVersions } from './install/version'
import type { FailureReason } from '../text/failure-reason'

export interface InitOptions {
  readonly backend?: 'configured' | 'none'
  /** `name=value` items or file paths. */
  readonly backendConfig?: readonly string[]
  /** As of `plan`; Terraform 1.15 reads them early. */
  readonly varFiles?: readonly string[]
  readonly variables?: readonly string[]
  /** Default: `readonly` if a lock file exists. */
  readonly lockfile?: 'readonly' | 'update'
}

export interface PlanOptions {
  readonly varFiles?: readonly string[]
  /** `name=value` items. */
  readonly variables?: readonly string[]
  readonly targets?: readonly string[]
  readonly replace?: readonly string[]
  /** Address of a provider action. */
  readonly invoke?: string | undefined
  readonly parallelism?: number | undefined
  /** Such as `5m`. */
  readonly lockTimeout?: string | undefined
  readonly lock?: 'acquired' | 'none'
}

/** A value that cannot be passed to Terraform. */
export class InvalidArgument extends Error {
  override readonly name = 'InvalidArgument'
  readonly reason: FailureReason = 'invalid-input'
}

/** First versions with a feature. */
const SINCE: Readonly<
  Record<
    Engine['name'],
    {
      readonly initJson: string
      readonly initVariables: string
      readonly ephemeral: string
      readonly actions: string | undefined
    }
  >
> = {
  // All other commands have had -json since 1.0. `init` reads variables in module sources (`const`).
  terraform: { initJson: '1.9.0', initVariables: '1.15.0', ephemeral: '1.10.0', actions: '1.14.0' },
  // `init` reads variables in module sources, backends and encryption.
  opentofu: { initJson: '1.12.0', initVariables: '1.8.0', ephemeral: '1.11.0', actions: undefined },
}

export const isReadByInit = (version: string, { name }: Engine = TERRAFORM): boolean =>
  compareVersions(version, SINCE[name].initVariables) >= 0
export const isReadByApply = (version: string, { name }: Engine = TERRAFORM): boolean =>
  compareVersions(version, SINCE[name].ephemeral) >= 0

/** @throws InvalidArgument if the engine has no provider actions */
export function requireActions(version: string, { name, title }: Engine = TERRAFORM): void {
  const since = SINCE[name].actions
  if (since !== undefined && compareVersions(version, since) >= 0) return
  const needed = `Terraform ${SINCE.terraform.actions ?? ''} or newer`
  throw new InvalidArgument(
    `invoke: ${title} ${version} has no provider actions. Remove the input, or require ${needed} in the root module.`,
  )
}

/** Returns the arguments of `terraform init`. @param values arguments of backend settings and variables */
export function initArguments(
  options: InitOptions,
  {
    version,
    hasLockFile,
    engine = TERRAFORM,
  }: { readonly version: string; readonly hasLockFile: boolean; readonly engine?: Engine | undefined },
  values: readonly string[] = [],
): string[] {
  const { backend = 'configured', lockfile = hasLockFile ? 'readonly' : 'update' } = options
  return rejectNulCharacters([
    'init',
    '-input=false',
    compareVersions(version, SINCE[engine.name].initJson) >= 0 ? '-json' : '-no-color',
    ...(lockfile === 'readonly' ? ['-lockfile=readonly'] : []),
    ...(backend === 'none' ? ['-backend=false'] : []),
    ...values,
  ])
}

/** Returns the arguments of `terraform plan`. @param values arguments of variables */
export function planArguments(
  planFile: string,
  options: PlanOptions,
  values: readonly string[] = [],
): string[] {
  const { targets = [], replace = [], invoke } = options
  return rejectNulCharacters([
    'plan',
    '-input=false',
    '-json',
    // 0: no changes, 1: error, 2: changes.
    '-detailed-exitcode',
    `-out=${planFile}`,
    ...commonArguments(options),
    ...values,
    ...targets.map((address) => `-target=${address}`),
    ...replace.map((address) => `-replace=${address}`),
    ...(invoke === undefined ? [] : [`-invoke=${invoke}`]),
  ])
}

/** The plan file contains variables, except ephemeral ones, and targets. */
export type ApplyOptions = Pick<PlanOptions, 'parallelism' | 'lockTimeout' | 'varFiles' | 'variables'>

/** Returns the arguments of `terraform apply`. @param values arguments of variables */
export function applyArguments(
  planFile: string,
  options: ApplyOptions,
  values: readonly string[] = [],
): string[] {
  return rejectNulCharacters([
    'apply',
    '-input=false',
    '-json',
    ...commonArguments(options),
    ...values,
    positionalArgument('plan file', planFile),
  ])
}

function commonArguments({ lock, lockTimeout, parallelism }: PlanOptions): string[] {
  return [
    ...(lock === 'none' ? ['-lock=false'] : []),
    ...(lockTimeout === undefined ? [] : [`-lock-timeout=${lockTimeout}`]),
    ...(parallelism === undefined ? [] : [`-parallelism=${parallelism}`]),
  ]
}

/**
 * Returns the value.
 *
 * @throws InvalidArgument if Terraform would parse it as an option
 */
export function positionalArgument(name: string, value: string): string {
  if (value !== '' && !value.startsWith('-')) return value
  throw new InvalidArgument(
    `${name}: '${value}' cannot be passed on because it ${value === '' ? 'is empty' : 'begins with a hyphen'}`,
  )
}

function rejectNulCharacters(args: string[]): string[] {
  const at = args.findIndex((arg) => arg.includes('\0'))
  if (at < 0) return args
  const [option] = (args[at] ?? '').split('=', 1)
  throw new InvalidArgument(
    `${option ?? ''}: the value contains a NUL character, which a process argument cannot contain. Remove it.`,
  )
}
