import { formatBytes, formatSeconds } from '../../text/format'
import { numberAt, textAt } from '../../text/json'
import { formatTable } from '../query/table'
import type { ProgramEvent } from '../task/output'

/** Variables of the stack's move task (terraform/modules/langfuse/clickhouse-move.tf). */
type Environment = Readonly<Record<string, string>>

export type OwnServer = 'active' | 'kept'

/** Returns the setting of the module in a stage of the move. Without the environment, with values to fill in. */
export function settingLines(ownServer: OwnServer, environment?: Environment): string[] {
  const url = environment === undefined ? undefined : new URL(environment['TARGET_URL'] ?? '')
  const cluster = environment?.['TARGET_CLUSTER'] ?? ''
  return [
    '  clickhouse_external = {',
    `    host                = "${url?.hostname ?? 'abc123.eu-central-1.aws.clickhouse.cloud'}"`,
    ...(cluster === '' ? [] : [`    cluster             = "${cluster}"`]),
    environment === undefined
      ? '    password_secret_arn = "arn:aws:secretsmanager:…"'
      : '    # The other attributes stay as they are.',
    `    own_server          = "${ownServer}"`,
    '  }',
  ]
}

/** Renders the events of a dry run: the size of each table, both versions, and an estimate of the time. */
export function measureLines(events: readonly ProgramEvent[]): string[] {
  const tables = of(events, 'table').map((table) => ({
    name: textAt(table, 'name') ?? '',
    rows: numberAt(table, 'rows') ?? 0,
    bytes: numberAt(table, 'bytes') ?? 0,
  }))
  const total = tables.reduce((sum, { bytes }) => sum + bytes, 0)
  const [versions] = of(events, 'versions')
  return [
    ...formatTable(
      ['table', 'rows', 'size'],
      tables.map(({ name, rows, bytes }) => [name, String(rows), formatBytes(bytes)]),
    ),
    `ClickHouse ${textAt(versions, 'source') ?? ''} → ${textAt(versions, 'target') ?? ''}. ${formatBytes(total)} on disk.`,
    ...estimateLines(of(events, 'sample')[0], total),
  ]
}

function estimateLines(sample: unknown, total: number): string[] {
  const [bytes, ms] = [numberAt(sample, 'bytes') ?? 0, numberAt(sample, 'ms') ?? 0]
  if (bytes === 0 || ms === 0) return ['The tables are empty.']
  const seconds = total / (bytes / (ms / 1000))
  return [
    `About ${formatSeconds(seconds)} at the speed at which a task read a sample of ${formatBytes(bytes)}. The target may be slower. Langfuse runs meanwhile; the worker stops only for what changed since.`,
  ]
}

/** Renders the comparison at the end of a copy. */
export function comparisonLines(events: readonly ProgramEvent[]): string[] {
  const weeks = new Map(of(events, 'week').map((week) => [textAt(week, 'name'), numberAt(week, 'target')]))
  const tables = of(events, 'table').map((table) => {
    const name = textAt(table, 'name') ?? ''
    const [own, other] = [numberAt(table, 'source'), numberAt(table, 'target')]
    return [name, String(own), String(other), String(weeks.get(name) ?? '-')]
  })
  return formatTable(['table', 'rows here', 'rows in the target', 'compared in full (7 days)'], tables)
}

const of = (events: readonly ProgramEvent[], kind: string): unknown[] =>
  events.filter((event) => event.kind === kind).map(({ value }) => value)
