import { describeEnd, findProjectSupport, type Project, SUPPORT_TABLE_DATE } from '../images/support'
import { field, textField } from '../plan/json'
import type { Plan } from '../plan/plan'
import { codeSpan } from '../text/markdown'

interface Component {
  readonly project: Project
  readonly title: string
  /** After the apply. */
  readonly version: string
}

const NEXT: Readonly<Record<Project, string>> = {
  langfuse: 'Plan [the upgrade](https://langfuse.com/self-hosting/upgrade)',
  clickhouse: 'Choose a newer line: set `follow` in images.yaml',
  grafana: 'Choose a newer line: set `follow` in images.yaml',
  postgres: 'AWS charges for Extended Support without it. Set a newer `postgres.major_version`',
  valkey: 'Set a newer `valkey.engine_version`',
}

/**
 * Renders a paragraph for each component whose support ends within 90 days or has ended.
 *
 * Versions are those after the apply, also of resources that do not change: of Aurora clusters and Valkey, and of Langfuse and
 * ClickHouse in the outputs `langfuse_version` and `clickhouse_version`.
 */
export function supportLines(plan: Plan, nowMs: number): string[] {
  const lines = componentsOf(plan).flatMap(({ project, title, version }) => {
    const support = findProjectSupport(project, version)
    const state = describeEnd(support, nowMs, project === 'postgres' ? 'standard support' : undefined)
    if (support === undefined || state === undefined) return []
    return [
      `⚠️ **${title} ${codeSpan(support.line)} ${state}.** ${NEXT[project]}. <sub>As of ${SUPPORT_TABLE_DATE}.</sub>`,
    ]
  })
  return [...new Set(lines)]
}

const OUTPUTS = [
  { name: 'langfuse_version', project: 'langfuse', title: 'Langfuse' },
  { name: 'clickhouse_version', project: 'clickhouse', title: 'ClickHouse' },
] as const

const ENGINES = [
  { type: 'aws_rds_cluster', engine: 'aurora-postgresql', project: 'postgres', title: 'Aurora PostgreSQL' },
  { type: 'aws_elasticache_replication_group', engine: 'valkey', project: 'valkey', title: 'Valkey' },
] as const

function componentsOf(plan: Plan): Component[] {
  const outputs = OUTPUTS.flatMap(({ name, ...component }) =>
    plan.outputs
      .filter((output) => output.name === name)
      .flatMap(({ after }) => (typeof after === 'string' ? [{ ...component, version: after }] : [])),
  )
  const engines = ENGINES.flatMap(({ type, engine, ...component }) =>
    plan.resources
      .filter((one) => one.mode === 'managed' && one.type === type && field(one.after, 'engine') === engine)
      .flatMap(({ after }) => {
        const version = textField(after, 'engine_version')
        return version === undefined ? [] : [{ ...component, version }]
      }),
  )
  return [...outputs, ...engines]
}
