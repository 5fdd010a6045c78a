import { expect, test } from '@jest/globals'
import { renderPlan } from '../../src/report/plan'
import { supportLines } from '../../src/report/support'
import { planOf, resource } from '../plan/a-plan'

type Fields = Readonly<Record<string, unknown>>

const noOp = (value: unknown): Fields => ({
  actions: ['no-op'],
  before: value,
  after: value,
  after_unknown: false,
})

const planWith = (outputs: Fields, resources: readonly Fields[] = []) =>
  planOf(resources, {
    output_changes: Object.fromEntries(Object.entries(outputs).map(([name, value]) => [name, noOp(value)])),
  })

const engine = (type: string, name: string, version: string): Fields =>
  resource(
    { address: `${type}.this`, type },
    { actions: ['no-op'], before: null, after: { engine: name, engine_version: version } },
  )

const at = (date: string): number => Date.parse(date)

test.each([
  ['2026-11-01', []],
  [
    '2026-11-28',
    [
      '⚠️ **Langfuse `3` has security updates until 2027-01-31.** Plan [the upgrade](https://langfuse.com/self-hosting/upgrade). <sub>As of 2026-11-28.</sub>',
    ],
  ],
  ['2027-01-31T23:59:59Z', [expect.stringContaining('has security updates until 2027-01-31')]],
  ['2027-02-01', [expect.stringContaining('has had no security updates since 2027-01-31')]],
])('a plan of Langfuse 3 on %s', (date, lines) => {
  expect(supportLines(planWith({ langfuse_version: '3.225.11' }), at(date))).toEqual(lines)
})

test('databases and ClickHouse have a line of their own each', () => {
  const plan = planWith({ langfuse_version: '4.50.0', clickhouse_version: '26.3.33.24' }, [
    engine('aws_rds_cluster', 'aurora-postgresql', '16.6'),
    engine('aws_elasticache_replication_group', 'valkey', '8.0'),
  ])
  expect(supportLines(plan, at('2029-03-01'))).toEqual([
    expect.stringContaining('**ClickHouse `26.3` has had no security updates since 2027-03-26.**'),
    expect.stringContaining(
      '**Aurora PostgreSQL `16` has had no standard support since 2029-02-28.** AWS charges',
    ),
    expect.stringContaining('**Valkey `8.0` has had no security updates since 2027-09-15.** Set a newer'),
  ])
})

test('two clusters of one line are reported once', () => {
  const cluster = engine('aws_rds_cluster', 'aurora-postgresql', '16.6')
  expect(supportLines(planWith({}, [cluster, { ...cluster, address: 'b' }]), at('2029-01-01'))).toHaveLength(
    1,
  )
})

test.each([
  ['an unknown version', planWith({ langfuse_version: 'unknown', clickhouse_version: '' })],
  ['a version without a known end', planWith({ langfuse_version: '4.50.0' })],
  ['an output of another type', planWith({ langfuse_version: { major: 3 } })],
  ['another engine', planWith({}, [engine('aws_rds_cluster', 'aurora-mysql', '16.6')])],
  [
    'a version after the upgrade',
    planWith({}, [
      resource(
        { type: 'aws_rds_cluster' },
        {
          actions: ['update'],
          before: { engine: 'aurora-postgresql', engine_version: '16.6' },
          after: { engine: 'aurora-postgresql', engine_version: '18' },
        },
      ),
    ]),
  ],
  [
    'a deleted cluster',
    planWith({}, [
      resource(
        { type: 'aws_rds_cluster' },
        { actions: ['delete'], before: { engine: 'aurora-postgresql', engine_version: '16.6' }, after: null },
      ),
    ]),
  ],
])('%s is not reported', (_, plan) => {
  expect(supportLines(plan, at('2030-01-01'))).toEqual([])
})

test('the comment and the summary of a plan contain the ends of support, below the headline', () => {
  const options = {
    stack: 'langfuse',
    terraformVersion: '1.11.4',
    commit: '4f0c2d9a1b7e',
    runUrl: 'https://github.com/octo/langfuse/actions/runs/42',
    destructiveChanges: [],
  }
  const plan = planWith({ langfuse_version: '3.225.11' }, [resource()])
  const { comment, summary } = renderPlan(plan, { ...options, nowMs: at('2026-12-01') })
  for (const text of [comment, summary]) {
    const paragraphs = text.split('\n\n')
    expect(paragraphs.findIndex((one) => one.includes('Langfuse `3` has security updates'))).toBeLessThan(4)
    expect(text).toContain('Langfuse `3` has security updates until 2027-01-31')
  }
  expect(renderPlan(plan, options).comment).not.toContain('security updates')
})
