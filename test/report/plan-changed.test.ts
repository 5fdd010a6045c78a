import { describe, expect, test } from '@jest/globals'
import type { PlanDifference } from '../../src/review/plan-digest'
import { type PlanChangedOptions, renderPlanChanged } from '../../src/report/plan-changed'
import { fixture } from '../fixtures/fixture'
import { outsideCode } from './markdown'

const OPTIONS: PlanChangedOptions = {
  stack: 'terraform/langfuse',
  pull: 118,
  runUrl: 'https://github.com/octo/langfuse/actions/runs/42',
  reviewedVersion: '1.11.4',
  freshVersion: '1.11.4',
}

const difference = (address: string, given: Partial<PlanDifference>): PlanDifference => ({
  address,
  differs: 'values',
  reviewedKind: 'update',
  freshKind: 'update',
  attributes: [],
  ...given,
})

const HOSTILE =
  '`</code></details><script>alert(1)</script> @everyone #1 ![x](https://x.test) \u202e\u001b[31m\u0000'

const DIFFERENCES = [
  difference('aws_db_instance.main', { differs: 'kind', freshKind: 'replace' }),
  difference('aws_ecs_service.web', { attributes: ['desired_count', 'task_definition'] }),
  difference('aws_s3_bucket.media', { differs: 'only-fresh', reviewedKind: undefined, freshKind: 'delete' }),
  difference('aws_sqs_queue.ingestion["retry"]', {
    differs: 'only-reviewed',
    reviewedKind: 'create',
    freshKind: undefined,
  }),
  difference('output.url', { attributes: ['value'] }),
]

const CASES: Readonly<Record<string, readonly [readonly PlanDifference[], Partial<PlanChangedOptions>?]>> = {
  'plan-changed': [DIFFERENCES],
  'plan-changed-version': [DIFFERENCES.slice(1, 2), { freshVersion: '1.12.0' }],
  'plan-changed-elsewhere': [[]],
  'plan-changed-target': [
    [],
    {
      targetDifferences: [
        { name: 'workspace', reviewed: 'staging', fresh: 'default' },
        { name: 'AWS account', reviewed: '111122223333', fresh: 'unknown' },
      ],
    },
  ],
  'plan-changed-settings': [
    [
      difference('var.commit', { reviewedKind: 'setting', freshKind: 'setting' }),
      difference('aws_instance.web (local-exec)', { reviewedKind: 'setting', freshKind: 'setting' }),
      difference('provider.aws', { differs: 'only-fresh', reviewedKind: undefined, freshKind: 'setting' }),
      difference('action.aws_lambda_invoke.a (AfterCreate of aws_instance.web)', {
        ...{ differs: 'only-reviewed', reviewedKind: 'action', freshKind: undefined },
      }),
    ],
  ],
  'plan-changed-hostile': [
    [
      difference(HOSTILE, { attributes: [HOSTILE] }),
      difference(HOSTILE, { differs: 'kind', reviewedKind: HOSTILE, freshKind: HOSTILE }),
    ],
    { stack: HOSTILE, reviewedVersion: HOSTILE, freshVersion: 'x', runUrl: 'javascript:alert(1)' },
  ],
}

const render = (name: string): string => {
  const [differences, options] = CASES[name] ?? [[]]
  return renderPlanChanged(differences, { ...OPTIONS, ...options })
}

describe('the comment on a changed plan', () => {
  test.each(Object.keys(CASES))('of case %s equals its fixture', (name) => {
    const rendered = `${render(name)}\n`
    expect(rendered).toBe(fixture(`applies/${name}`, rendered))
  })

  test('states the next step before the list of differences', () => {
    const rendered = render('plan-changed')
    expect(rendered.indexOf('Next step')).toBeLessThan(rendered.indexOf('aws_db_instance.main'))
  })

  test('names the Terraform versions only if they differ', () => {
    expect(render('plan-changed')).not.toContain('reviewed with Terraform')
    expect(render('plan-changed-version')).toContain(
      'reviewed with Terraform `1.11.4`, and the current one was made with `1.12.0`',
    )
  })

  test('fits the limit with ten thousand differences', () => {
    const many = Array.from({ length: 10_000 }, (_, index) => difference(`aws_x.y[${index}]`, {}))
    const rendered = renderPlanChanged(many, OPTIONS)
    expect(Buffer.byteLength(rendered)).toBeLessThanOrEqual(60_000)
    expect(rendered).toContain('#### 10,000 changes differ')
    expect(rendered).toMatch(/… and [\d,]+ more changes\./)
  })

  test('escapes Markdown, HTML, mentions and issue numbers in untrusted text', () => {
    const rendered = render('plan-changed-hostile')
    expect(outsideCode(rendered)).not.toMatch(/<script|@everyone|#1\b|!\[x\]|href/)
    expect(rendered).not.toMatch(/[\u0000\u001b\u202e]/)
  })
})
