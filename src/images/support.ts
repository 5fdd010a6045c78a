import { DAY_MS } from '../text/format'
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
 * Last days of security updates, as published by the projects, and for PostgreSQL of the standard support of Aurora. Update the
 * date above with the table. A ClickHouse line with long-term support has security updates for twelve months.
 */
const SUPPORT = {
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
  postgres: { '14': '2027-02-28', '16': '2029-02-28', '17': '2030-02-28', '18': '2031-02-28' },
  valkey: { '7.2': '2029-04-16', '8.0': '2027-09-15', '8.1': '2030-03-31' },
} as const satisfies Readonly<Record<string, Readonly<Record<string, string>>>>

export type Project = keyof typeof SUPPORT

const NOTICE_MS = 90 * DAY_MS

const PROJECTS: Readonly<Record<string, Project>> = {
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
  return project && findProjectSupport(project, image.tag)
}

/** Returns the line of a project's version, if its end of support is known. */
export function findProjectSupport(project: Project, version: string): SupportedLine | undefined {
  const { numbers } = parseImageVersion(version) ?? {}
  if (numbers === undefined) return undefined
  const found = Object.entries(SUPPORT[project]).find(([line]) =>
    isInRange(numbers, line.split('.').map(Number)),
  )
  return found && { line: found[0], endsMs: Date.parse(found[1]) }
}

/**
 * Describes the end of support within 90 days or in the past.
 *
 * @param updates what ends
 * @returns undefined if the end is later or unknown
 */
export function describeEnd(
  support: SupportedLine | undefined,
  nowMs: number,
  updates = 'security updates',
): string | undefined {
  if (support === undefined || support.endsMs - nowMs > NOTICE_MS) return undefined
  const date = new Date(support.endsMs).toISOString().slice(0, 10)
  // The last day of support is a complete day.
  const hasEnded = nowMs >= support.endsMs + DAY_MS
  return hasEnded ? `has had no ${updates} since ${date}` : `has ${updates} until ${date}`
}
