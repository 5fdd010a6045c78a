import { isInRange, parseImageVersion } from './version'

/** A release line and the last day of its security updates. */
export interface SupportedLine {
  readonly line: string
  /** UTC. */
  readonly endsMs: number
}

/** Date of the table below. */
export const SUPPORT_TABLE_DATE = '2026-11-28'

/**
 * Last days of security updates, as published by the projects. Update the date above with the table. A ClickHouse line
 * with long-term support has them for twelve months.
 */
const SUPPORT: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  langfuse: { '3': '2027-01-31' },
  clickhouse: {
    '25.3': '2026-03-20',
    '25.8': '2026-08-29',
    '25.9': '2025-12-18',
    '25.10': '2026-01-30',
    '25.11': '2026-02-27',
    '25.12': '2026-03-26',
    '26.1': '2026-05-05',
    '26.3': '2027-03-26',
    '26.4': '2026-07-22',
    '26.8': '2027-08-27',
  },
  grafana: {
    '11': '2026-06-25',
    '12.0': '2026-02-05',
    '12.1': '2026-04-22',
    '12.2': '2026-06-23',
    '12.3': '2026-08-19',
    '12.4': '2027-05-24',
    '13.0': '2027-01-09',
    '13.1': '2027-03-20',
    '13.2': '2027-05-18',
  },
}

const PROJECTS: Readonly<Record<string, string>> = {
  'langfuse/langfuse': 'langfuse',
  'langfuse/langfuse-worker': 'langfuse',
  'clickhouse/clickhouse-server': 'clickhouse',
  'grafana/grafana': 'grafana',
  'grafana/grafana-oss': 'grafana',
}

/** Returns the line of a known image's version, if its end of support is known. */
export function findSupport(image: {
  readonly repository: string
  readonly tag: string
}): SupportedLine | undefined {
  const project = Object.hasOwn(PROJECTS, image.repository) ? PROJECTS[image.repository] : undefined
  const version = parseImageVersion(image.tag)
  if (project === undefined || version === undefined) return undefined
  const lines = Object.entries(SUPPORT[project] ?? {})
  const found = lines.find(([line]) => isInRange(version.numbers, line.split('.').map(Number)))
  return found && { line: found[0], endsMs: Date.parse(found[1]) }
}
