import { compareVersions } from './install/version'

export interface InitOptions {
  /** `none` for format and validation without credentials. */
  readonly backend?: 'configured' | 'none'
  /** `name=value` items or paths of files. */
  readonly backendConfig?: readonly string[]
  /** Default: `readonly` where there is a lock file. */
  readonly lockfile?: 'readonly' | 'update'
}

export interface PlanOptions {
  readonly varFiles?: readonly string[]
  /** `name=value` items. */
  readonly variables?: readonly string[]
  readonly targets?: readonly string[]
  readonly replace?: readonly string[]
  readonly parallelism?: number | undefined
  /** Terraform's notation: `5m`. */
  readonly lockTimeout?: string | undefined
  /** `none` where nobody may write a lock. */
  readonly lock?: 'taken' | 'none'
}

/** A value that Terraform would take for an option, or that a process cannot be given. */
export class InvalidArgument extends Error {
  override readonly name = 'InvalidArgument'
}

// `init -json` is as old as this; all other commands had it before 1.0.
const INIT_JSON_SINCE = '1.9.0'

export function initArguments(
  options: InitOptions,
  { version, hasLockFile }: { readonly version: string; readonly hasLockFile: boolean },
): string[] {
  const {
    backend = 'configured',
    backendConfig = [],
    lockfile = hasLockFile ? 'readonly' : 'update',
  } = options
  return checked([
    'init',
    '-input=false',
    compareVersions(version, INIT_JSON_SINCE) >= 0 ? '-json' : '-no-color',
    ...(lockfile === 'readonly' ? ['-lockfile=readonly'] : []),
    ...(backend === 'none' ? ['-backend=false'] : backendConfig.map((item) => `-backend-config=${item}`)),
  ])
}

export function planArguments(planFile: string, options: PlanOptions): string[] {
  const { varFiles = [], variables = [], targets = [], replace = [] } = options
  return checked([
    'plan',
    '-input=false',
    '-json',
    // 0 is no change, 2 is changes, 1 is an error.
    '-detailed-exitcode',
    `-out=${planFile}`,
    ...commonArguments(options),
    ...varFiles.map((path) => `-var-file=${path}`),
    ...variables.map((item) => `-var=${item}`),
    ...targets.map((address) => `-target=${address}`),
    ...replace.map((address) => `-replace=${address}`),
  ])
}

export type ApplyOptions = Pick<PlanOptions, 'parallelism' | 'lockTimeout'>

/** The values of variables, targets and replacements are in the plan file. */
export function applyArguments(planFile: string, options: ApplyOptions): string[] {
  return checked([
    'apply',
    '-input=false',
    '-json',
    ...commonArguments(options),
    positional('plan file', planFile),
  ])
}

function commonArguments({ lock, lockTimeout, parallelism }: PlanOptions): string[] {
  return [
    ...(lock === 'none' ? ['-lock=false'] : []),
    ...(lockTimeout === undefined ? [] : [`-lock-timeout=${lockTimeout}`]),
    ...(parallelism === undefined ? [] : [`-parallelism=${parallelism}`]),
  ]
}

/** A value that stands alone. @throws InvalidArgument when Terraform would read an option in it */
export function positional(name: string, value: string): string {
  if (value !== '' && !value.startsWith('-')) return value
  throw new InvalidArgument(
    `${name}: '${value}' cannot be given to Terraform: it is empty or begins with a hyphen`,
  )
}

function checked(args: string[]): string[] {
  const at = args.findIndex((arg) => arg.includes('\0'))
  if (at < 0) return args
  const [option] = (args[at] ?? '').split('=', 1)
  throw new InvalidArgument(
    `${option ?? ''} has a NUL character in its value, which no program can be given; remove it`,
  )
}
