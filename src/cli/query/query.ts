import { itemsOf } from '../../text/json'
import { Cluster } from '../aws/ecs'
import { stackNames } from '../names'
import type { QueryArguments } from '../programs/query-clickhouse'
import type { CliRuntime } from '../runtime'
import { followProgram } from '../task/follow'
import type { ProgramEvent } from '../task/output'
import { formatTable } from './table'

export type Database = 'clickhouse' | 'postgres'

export interface QueryCommand extends QueryArguments {
  readonly stack: string
  readonly database: Database
  readonly format: 'table' | 'json'
}

export interface QueryResult {
  readonly columns: readonly string[]
  readonly rows: readonly (readonly unknown[])[]
  readonly text: readonly string[]
  readonly isTruncated: boolean
}

/** Runs a statement in a task of the worker, which has the network access and the credentials, and prints its rows. */
export async function query(command: QueryCommand, runtime: CliRuntime): Promise<void> {
  const result = await runQuery(command, runtime)
  for (const line of command.format === 'json' ? jsonLines(result) : tableLines(result)) runtime.print(line)
  if (result.isTruncated)
    runtime.progress(`Only the first ${command.maxRows} rows are shown. Use LIMIT, or raise --max-rows.`)
}

/** @throws CommandFailed with the database's message */
export async function runQuery(
  command: Omit<QueryCommand, 'format'>,
  runtime: Pick<CliRuntime, 'aws' | 'clock' | 'readProgram' | 'progress' | 'onInterrupt'>,
): Promise<QueryResult> {
  const names = stackNames(command.stack)
  const cluster = new Cluster(names.cluster, runtime.aws)
  const { taskDefinition, network } = await cluster.service(names.service('worker'))
  const { sql, write, maxRows } = command
  const program = await runtime.readProgram(`query-${command.database}`)
  const { arn, calls } = await cluster.run({
    taskDefinition,
    network,
    program,
    args: { sql, write, maxRows },
  })
  const release = runtime.onInterrupt(
    () =>
      `Interrupted. The statement goes on in its task. Cancel it: aws ecs stop-task --cluster ${cluster.name} --task ${arn} --region ${runtime.aws.session.region}`,
  )
  const events: ProgramEvent[] = []
  try {
    await followProgram(calls, {
      clock: runtime.clock,
      onEvent: (event) => events.push(event),
      onStatus: (status) => {
        runtime.progress(`Task ${status.toLowerCase()}`)
      },
    })
  } finally {
    release()
  }
  return resultOf(events)
}

function resultOf(events: readonly ProgramEvent[]): QueryResult {
  const ofKind = (kind: string): unknown[] =>
    events.filter((event) => event.kind === kind).map(({ value }) => value)
  return {
    columns: itemsOf(ofKind('columns')[0]).map(String),
    rows: ofKind('row').map(itemsOf),
    text: ofKind('text').map(String),
    isTruncated: ofKind('truncated').length > 0,
  }
}

function tableLines({ columns, rows, text }: QueryResult): readonly string[] {
  return columns.length > 0 ? formatTable(columns, rows) : text
}

function jsonLines({ columns, rows, text }: QueryResult): readonly string[] {
  if (columns.length === 0) return text
  return rows.map((row) =>
    JSON.stringify(Object.fromEntries(columns.map((name, index) => [name, row[index]]))),
  )
}
