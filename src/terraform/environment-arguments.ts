import { splitShellWords } from '../text/shell-words'

/** An option in `TF_CLI_ARGS` or `TF_CLI_ARGS_<command>`. */
export interface EnvironmentOption {
  /** Name of the environment variable. */
  readonly variable: string
  /** Without hyphens. */
  readonly name: string
  /** As written, without the value. */
  readonly flag: string
  /** Undefined for an option without one. */
  readonly value: string | undefined
}

/** Options whose value may be the next word. All others are boolean. */
const VALUED = new Set([
  ...['var', 'var-file', 'target', 'target-file', 'exclude', 'exclude-file', 'replace', 'invoke'],
  ...['out', 'generate-config-out', 'parallelism', 'lock-timeout', 'state', 'state-out', 'backup'],
  ...['backend-config', 'plugin-dir', 'from-module', 'lockfile', 'test-directory', 'deprecation'],
])

const VARIABLE = /^TF_CLI_ARGS(?:_\w+)?$/

/** Reads the options that Terraform adds to its commands. */
export function environmentOptions(env: Readonly<NodeJS.ProcessEnv>): EnvironmentOption[] {
  return Object.entries(env).flatMap(([variable, text = '']) =>
    VARIABLE.test(variable) ? readOptions(variable, splitShellWords(text).words) : [],
  )
}

/** Returns the environment variables with options that Terraform cannot split into words. */
export const malformedArguments = (env: Readonly<NodeJS.ProcessEnv>): string[] =>
  Object.entries(env).flatMap(([variable, text = '']) =>
    VARIABLE.test(variable) && !splitShellWords(text).isComplete ? [variable] : [],
  )

function readOptions(variable: string, words: readonly string[]): EnvironmentOption[] {
  const options: EnvironmentOption[] = []
  for (let at = 0; at < words.length; at += 1) {
    const [, flag = '', name, given] = /^(--?([^-=][^=]*))(?:=(.*))?$/s.exec(words[at] ?? '') ?? []
    if (name === undefined) continue
    const takesNext = given === undefined && VALUED.has(name)
    options.push({ variable, name, flag, value: takesNext ? words[at + 1] : given })
    if (takesNext) at += 1
  }
  return options
}

const ON = new Set(['1', 't', 'T', 'TRUE', 'true', 'True'])
const OFF = new Set(['0', 'f', 'F', 'FALSE', 'false', 'False'])

/** Reads a boolean option as Go's flag package does. @returns undefined if Terraform rejects the value */
export function isOn({ value }: EnvironmentOption): boolean | undefined {
  if (value === undefined || ON.has(value)) return true
  return OFF.has(value) ? false : undefined
}

/** Options that users give to every run of Terraform. */
export interface EnvironmentArguments {
  /** `name=value` items. */
  readonly variables: readonly string[]
  readonly varFiles: readonly string[]
  readonly backendConfig: readonly string[]
}

/** Reads `-var`, `-var-file` and `-backend-config` in TF_CLI_ARGS and `TF_CLI_ARGS_<command>`. */
export function environmentArguments(env: Readonly<Record<string, string>>): EnvironmentArguments {
  const options = environmentOptions(env)
  const valuesOf = (name: string): string[] =>
    options.flatMap((option) => (option.name === name ? (option.value ?? []) : []))
  return {
    variables: valuesOf('var'),
    varFiles: valuesOf('var-file'),
    backendConfig: valuesOf('backend-config'),
  }
}
