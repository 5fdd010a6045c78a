import { parseArgs } from 'node:util'
import { errorMessage } from '../text/sanitize'
import { InvalidArgument } from './error'
import { COMMAND_USAGE, USAGE } from './usage'

/** Options of all commands, as strings and switches. */
const OPTIONS = {
  cancel: { type: 'boolean' },
  'dry-run': { type: 'boolean' },
  domain: { type: 'boolean' },
  dump: { type: 'string' },
  file: { type: 'string' },
  'domain-name': { type: 'string' },
  email: { type: 'string' },
  from: { type: 'string' },
  help: { type: 'boolean', short: 'h' },
  json: { type: 'boolean' },
  langfuse: { type: 'string' },
  'max-rows': { type: 'string' },
  'no-wait': { type: 'boolean' },
  region: { type: 'string' },
  release: { type: 'string' },
  repository: { type: 'string' },
  reviewers: { type: 'string' },
  'settings-only': { type: 'boolean' },
  size: { type: 'string' },
  'skip-checks': { type: 'boolean' },
  stack: { type: 'string' },
  stop: { type: 'boolean' },
  to: { type: 'string' },
  traces: { type: 'string' },
  'vpc-id': { type: 'string' },
  write: { type: 'boolean' },
  yes: { type: 'boolean' },
  'zone-name': { type: 'string' },
} as const

type OptionName = keyof typeof OPTIONS

interface CommandSpec {
  /** Allowed first words after the command. Empty if there is none. */
  readonly subjects: readonly string[]
  /** Number of further words: minimum and maximum. */
  readonly words: readonly [min: number, max: number]
  readonly options: readonly OptionName[]
}

export const SECRETS = [
  'api-keys',
  'clickhouse-admin',
  'clickhouse-grafana',
  'encryption-key',
  'first-user',
  'grafana-admin',
  'nextauth',
  'postgres-langfuse',
  'salt',
  'valkey',
] as const

const COMMANDS = {
  init: {
    subjects: [],
    words: [0, 0],
    // prettier-ignore
    options: [
      'repository', 'email', 'domain-name', 'zone-name', 'size', 'langfuse', 'reviewers', 'release',
      'settings-only', 'dry-run', 'yes', 'skip-checks', 'no-wait',
    ],
  },
  upgrade: { subjects: [], words: [0, 0], options: ['release', 'dry-run'] },
  uninstall: { subjects: [], words: [0, 0], options: ['dry-run', 'yes'] },
  query: { subjects: ['clickhouse', 'postgres'], words: [1, 1], options: ['write', 'max-rows', 'json'] },
  doctor: { subjects: [], words: [0, 0], options: ['size', 'domain', 'vpc-id'] },
  backups: { subjects: ['list', 'create'], words: [0, 0], options: ['stop'] },
  restore: { subjects: ['clickhouse', 'postgres'], words: [0, 1], options: ['to', 'dump'] },
  move: { subjects: ['clickhouse'], words: [0, 0], options: ['dry-run', 'cancel'] },
  replay: { subjects: [], words: [0, 0], options: ['from', 'to', 'dry-run'] },
  keys: { subjects: [], words: [0, 0], options: ['file'] },
  rehearse: { subjects: ['run', 'clean'], words: [0, 0], options: ['traces', 'file'] },
  rotate: { subjects: SECRETS, words: [0, 0], options: [] },
} as const satisfies Record<string, CommandSpec>

export type CommandName = keyof typeof COMMANDS

export interface CommandLine {
  readonly command: CommandName
  /** For example the database of `query`. Empty if the command has none. */
  readonly subject: string
  readonly words: readonly string[]
  /** Default: `langfuse`. */
  readonly stack: string
  readonly region: string | undefined
  readonly options: Readonly<Partial<Record<OptionName, string | boolean>>>
}

export interface Help {
  readonly help: string
}

/** Parses the arguments after the program name. @throws InvalidArgument with the usage */
export function parseCommandLine(args: readonly string[]): CommandLine | Help | 'version' {
  const [command, ...words] = args
  if (command === undefined || ['help', '--help', '-h'].includes(command)) return { help: USAGE }
  if (['version', '--version', '-v'].includes(command)) return 'version'
  if (command.startsWith('-'))
    throw new InvalidArgument(`${command} is before the command: options follow it.\n\n${USAGE}`)
  if (!isCommand(command)) {
    throw new InvalidArgument(`'${command}' is not one of ${Object.keys(COMMANDS).join(', ')}.\n\n${USAGE}`)
  }
  const { positionals, values } = parse(words, command)
  if (values.help === true) return { help: COMMAND_USAGE[command] }
  const unused = Object.keys(values).filter((name) => !isAllowed(command, name))
  if (unused.length > 0) throw usageError(`--${unused[0] ?? ''} is not an option of ${command}`, command)
  const { subjects, words: counts }: CommandSpec = COMMANDS[command]
  const subject = subjects.length === 0 ? '' : (positionals.shift() ?? '')
  if (subjects.length > 0 && !subjects.includes(subject))
    throw usageError(
      subject === ''
        ? `${command} needs one of ${subjects.join(', ')}`
        : `'${subject}' is not one of ${subjects.join(', ')}`,
      command,
    )
  const name = [command, subject].join(' ').trim()
  if (positionals.filter((word) => word.trim() !== '').length < counts[0])
    throw usageError(`${name} needs an argument`, command)
  if (positionals.length > counts[1])
    throw usageError(
      `${name} does not take '${positionals[counts[1]] ?? ''}'. Quote an argument that contains spaces`,
      command,
    )
  const { stack = 'langfuse', region } = values
  requireStackName(stack)
  if (region !== undefined) requireRegion('--region', region)
  return { command, subject, words: positionals, stack, region, options: values }
}

function parse(args: readonly string[], command: CommandName) {
  try {
    return parseArgs({ args: [...args], options: OPTIONS, allowPositionals: true, strict: true })
  } catch (error) {
    // Node's sentence about arguments that begin with a hyphen is longer than the usage.
    throw usageError(errorMessage(error).replace(/\. To specify .*$|\.$/s, ''), command)
  }
}

const usageError = (problem: string, command: CommandName): InvalidArgument =>
  new InvalidArgument(`${problem}.\n\n${COMMAND_USAGE[command]}`)

const isCommand = (name: string): name is CommandName => Object.hasOwn(COMMANDS, name)

function isAllowed(command: CommandName, name: string): boolean {
  const options: readonly string[] = [...COMMANDS[command].options, 'help', 'region', 'stack']
  return options.includes(name)
}

/** The rule of terraform/modules/langfuse. @throws InvalidArgument */
function requireStackName(name: string): void {
  if (/^(?=.{2,20}$)[a-z](?:-?[a-z0-9])+$/.test(name)) return
  throw new InvalidArgument(
    `--stack: '${name}' must have 2 to 20 lowercase letters, digits and single hyphens, start with a letter and not end with a hyphen.`,
  )
}

/** @throws InvalidArgument for a text that cannot be an AWS Region */
export function requireRegion(source: string, region: string): void {
  if (/^[a-z]{2,4}(-[a-z]+)+-\d$/.test(region)) return
  throw new InvalidArgument(`${source}: '${region}' is not an AWS Region, for example eu-central-1.`)
}

/** Returns an option with a value. */
export function textOption({ options }: CommandLine, name: OptionName): string | undefined {
  const value = options[name]
  return typeof value === 'string' ? value : undefined
}

/** Parses a time such as `2026-11-25T03:00:00Z`. @throws InvalidArgument without time zone */
export function timeOption(line: CommandLine, name: OptionName): Date | undefined {
  const text = textOption(line, name)
  if (text === undefined) return undefined
  const isComplete = /^\d{4}-\d\d-\d\dT\d\d:\d\d(?::\d\d)?(?:Z|[+-]\d\d:\d\d)$/.test(text)
  const time = new Date(text)
  if (isComplete && !Number.isNaN(time.getTime())) return time
  throw new InvalidArgument(
    `--${name}: '${text}' is not a time with a time zone, for example 2026-11-25T03:00:00Z.`,
  )
}

/** Parses a positive whole number. @throws InvalidArgument */
export function countOption(line: CommandLine, name: OptionName, fallback: number): number {
  const text = textOption(line, name)
  if (text === undefined) return fallback
  const count = Number(text)
  if (Number.isInteger(count) && count > 0) return count
  throw new InvalidArgument(`--${name}: '${text}' is not a positive whole number.`)
}
