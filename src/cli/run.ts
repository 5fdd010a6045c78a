import { ambientSession } from '../aws/session'
import {
  type CommandLine,
  countOption,
  parseCommandLine,
  requireRegion,
  textOption,
  timeOption,
} from './arguments'
import { AwsConnection } from './aws/connection'
import { InvalidArgument } from './error'
import { isSize, type Size, SIZE_NAMES } from '../cost/sizes'
import { COMMAND_USAGE } from './usage'
import type { CliEnvironment, CliRuntime } from './runtime'

/** Runs a command line. @returns exit code @throws Error whose message is complete */
export async function runCommandLine(args: readonly string[], environment: CliEnvironment): Promise<number> {
  const line = parseCommandLine(args)
  if (line === 'version') {
    environment.print(await readVersion(environment))
    return 0
  }
  if ('help' in line) {
    environment.print(line.help)
    return 0
  }
  return dispatch(line, environment)
}

async function readVersion({ packageDirectory }: CliEnvironment): Promise<string> {
  const { Package } = await import('./init/package')
  return new Package(await packageDirectory()).version()
}

/** Opens the session of the environment. @throws InvalidArgument without a Region */
async function openRuntime(line: CommandLine, environment: CliEnvironment): Promise<CliRuntime> {
  const { env } = environment
  const region = line.region ?? (env['AWS_REGION'] || env['AWS_DEFAULT_REGION'])
  if (!region) throw new InvalidArgument('No AWS Region: set --region or AWS_REGION.')
  requireRegion(env['AWS_REGION'] ? 'AWS_REGION' : 'AWS_DEFAULT_REGION', region)
  const session = await ambientSession({ region, allowedAccountIds: [] }, environment)
  return { ...environment, aws: new AwsConnection(session, environment) }
}

async function dispatch(line: CommandLine, environment: CliEnvironment): Promise<number> {
  switch (line.command) {
    // The repository knows the Region.
    case 'init':
    case 'upgrade':
    case 'uninstall':
      return succeed((await import('./setup')).setUp(line.command, line, environment))
    case 'query':
    case 'doctor':
    case 'keys':
    case 'backups':
    case 'move':
    case 'replay':
    case 'restore':
    case 'rotate':
    case 'rehearse':
      return operate(line.command, line, await openRuntime(line, environment))
  }
}

type Operation =
  'query' | 'doctor' | 'keys' | 'backups' | 'move' | 'replay' | 'restore' | 'rotate' | 'rehearse'

async function operate(command: Operation, line: CommandLine, runtime: CliRuntime): Promise<number> {
  switch (command) {
    case 'query':
      return succeed(query(line, runtime))
    case 'doctor':
      return doctor(line, runtime)
    case 'backups':
      return succeed(backups(line, runtime))
    case 'replay':
      return succeed(replay(line, runtime))
    case 'move': {
      const { moveClickHouse } = await import('./move/clickhouse')
      const [isDryRun, isCancel] = [line.options['dry-run'] === true, line.options.cancel === true]
      if (isDryRun && isCancel)
        throw new InvalidArgument(`--dry-run and --cancel exclude each other.\n\n${COMMAND_USAGE.move}`)
      return succeed(
        moveClickHouse(
          { stack: line.stack, mode: isCancel ? 'cancel' : isDryRun ? 'dry-run' : 'move' },
          runtime,
        ),
      )
    }
    case 'restore':
      return succeed(restore(line, runtime))
    case 'keys': {
      const { keys } = await import('./keys/keys')
      return succeed(keys({ stack: line.stack, file: textOption(line, 'file') ?? '.env' }, runtime))
    }
    case 'rehearse':
      return rehearse(line, runtime)
    case 'rotate': {
      const { rotate } = await import('./rotate/rotate')
      return succeed(rotate({ stack: line.stack, secret: line.subject }, runtime))
    }
  }
}

const succeed = (command: Promise<unknown>): Promise<number> => command.then(() => 0)

async function query(line: CommandLine, runtime: CliRuntime): Promise<void> {
  const command = await import('./query/query')
  return command.query(
    {
      stack: line.stack,
      database: line.subject === 'postgres' ? 'postgres' : 'clickhouse',
      sql: line.words[0] ?? '',
      write: line.options.write === true,
      maxRows: countOption(line, 'max-rows', 1000),
      format: line.options.json === true ? 'json' : 'table',
    },
    runtime,
  )
}

async function replay(line: CommandLine, runtime: CliRuntime): Promise<void> {
  const [from, to] = [timeOption(line, 'from'), timeOption(line, 'to')]
  if (from === undefined || to === undefined)
    throw new InvalidArgument(`replay needs --from TIME and --to TIME.\n\n${COMMAND_USAGE.replay}`)
  const command = await import('./replay/replay')
  return command.replay({ stack: line.stack, from, to, dryRun: line.options['dry-run'] === true }, runtime)
}

async function backups({ subject, stack, options }: CommandLine, runtime: CliRuntime): Promise<unknown> {
  if (options['stop'] === true) {
    if (subject !== 'create')
      throw new InvalidArgument(`--stop is an option of backups create.\n\n${COMMAND_USAGE.backups}`)
    return (await import('./backups/final-backup')).createFinalBackup(stack, runtime)
  }
  const { createBackup, printBackups } = await import('./backups/backups')
  return (subject === 'create' ? createBackup : printBackups)(stack, runtime)
}

async function restore(line: CommandLine, runtime: CliRuntime): Promise<void> {
  const { stack, subject, words } = line
  const [time, dump] = [timeOption(line, 'to'), textOption(line, 'dump')]
  if (subject === 'postgres') {
    if ((time === undefined) === (dump === undefined) || words.length > 0)
      throw new InvalidArgument(
        `restore postgres needs either --to TIME or --dump NAME.\n\n${COMMAND_USAGE.restore}`,
      )
    if (dump !== undefined)
      return (await import('./restore/postgres-dump')).restoreDump({ stack, dump }, runtime)
    if (time === undefined) return
    return (await import('./restore/postgres')).restorePostgres({ stack, time }, runtime)
  }
  const [backup] = words
  if (backup === undefined || time !== undefined || dump !== undefined)
    throw new InvalidArgument(
      `restore clickhouse needs the name of a backup only.\n\n${COMMAND_USAGE.restore}`,
    )
  return (await import('./restore/clickhouse')).restoreClickHouse({ stack, backup }, runtime)
}

async function doctor(line: CommandLine, runtime: CliRuntime): Promise<number> {
  const command = await import('./doctor/doctor')
  const hasDomain = line.options.domain === true
  const vpcId = textOption(line, 'vpc-id')
  return command.doctor({ stack: line.stack, size: sizeOption(line), hasDomain, vpcId }, runtime)
}

async function rehearse(line: CommandLine, runtime: CliRuntime): Promise<number> {
  const { stack } = line
  if (line.subject === 'clean') {
    const { deletePreviousClusters } = await import('./rehearse/previous-clusters')
    return succeed(deletePreviousClusters(stack, runtime))
  }
  const command = await import('./rehearse/rehearse')
  const traces = countOption(line, 'traces', 100)
  return (await command.rehearse({ stack, traces, file: textOption(line, 'file') }, runtime)) ? 0 : 1
}

function sizeOption(line: CommandLine): Size {
  const size = textOption(line, 'size') ?? 'small'
  if (isSize(size)) return size
  throw new InvalidArgument(`--size: '${size}' is not one of ${SIZE_NAMES.join(', ')}.`)
}
