import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Configuration } from './configuration'
import { type GivenInputs, splitItem } from './given-values'
import { InvalidArgument } from './arguments'

/** Every program of the machine can read a command line, but not these files. */
const FILE_MODE = 0o600

/** Placeholder for the value of a variable that the root module does not declare. */
const UNDECLARED_VALUE = '(value omitted)'

/** Arguments for values that must not be on a command line. */
export interface ValueArguments {
  readonly args: readonly string[]
  /** To delete after the command. */
  readonly files: readonly string[]
}

/**
 * Writes the values of variables to a file, and returns the arguments with which Terraform reads them as it would
 * read `-var`.
 *
 * @throws InvalidArgument for a value that no program can receive
 */
export async function variableArguments(
  { variables = [], varFiles = [] }: GivenInputs,
  { variables: declared }: Pick<Configuration, 'variables'>,
  folder: string,
): Promise<ValueArguments> {
  const given = varFiles.map((path) => `-var-file=${withoutNul('-var-file', path)}`)
  if (variables.length === 0) return { args: given, files: [] }
  // As on a command line, the last value counts.
  const values = new Map(variables.map((item) => splitItem(withoutNul('-var', item))))
  const undeclared = [...values.keys()].filter((name) => !declared.has(name))
  const known = [...values].filter(([name]) => declared.has(name))
  const lines = known.map(([name, value]) => assignment(name, value, declared.get(name)?.syntax ?? 'text'))
  const path = join(folder, `${process.pid}-variables.tfvars`)
  await writeFile(path, lines.join(''), { mode: FILE_MODE })
  return {
    // In a file, Terraform only warns of an undeclared variable.
    args: [...given, ...undeclared.map((name) => `-var=${name}=${UNDECLARED_VALUE}`), `-var-file=${path}`],
    files: [path],
  }
}

/**
 * Writes the `name=value` items of `backend-config` to files, and returns the arguments in their order.
 *
 * @throws InvalidArgument
 */
export async function backendArguments(items: readonly string[], folder: string): Promise<ValueArguments> {
  const args: string[] = []
  const files: string[] = []
  for (const [at, item] of items.entries()) {
    const clean = withoutNul('-backend-config', item)
    const [name, value] = splitItem(clean)
    if (!clean.includes('=') || !IDENTIFIER.test(name)) {
      args.push(`-backend-config=${clean}`)
      continue
    }
    const path = join(folder, `${process.pid}-backend-${at}.tfbackend`)
    await writeFile(path, assignment(name, value, /^\s*[{[]/.test(value) ? 'expression' : 'text'), {
      mode: FILE_MODE,
    })
    files.push(path)
    args.push(`-backend-config=${path}`)
  }
  return { args, files }
}

const IDENTIFIER = /^[\p{ID_Start}_][\p{ID_Continue}-]*$/u

/** Parentheses let an expression span lines. */
const assignment = (name: string, value: string, syntax: 'text' | 'expression'): string =>
  `${name} = ${syntax === 'text' ? quote(value) : `(\n${value}\n)`}\n`

/** Quotes a text as an HCL string. */
function quote(text: string): string {
  const escaped = JSON.stringify(text).slice(1, -1).replaceAll('\\b', '\\u0008').replaceAll('\\f', '\\u000c')
  // An escaped brace begins no expression, whatever precedes it.
  return `"${escaped.replace(/([$%])\{/g, '$1\\u007b')}"`
}

function withoutNul(option: string, value: string): string {
  if (!value.includes('\0')) return value
  throw new InvalidArgument(
    `${option}: the value contains a NUL character, which a process argument cannot contain. Remove it.`,
  )
}
