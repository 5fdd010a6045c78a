import { describe, expect, test } from '@jest/globals'
import type { PlanDifference } from '../../src/review/plan-digest'
import { type ChangedOptions, renderChanged } from '../../src/report/plan-changed'
import { fixture } from '../fixtures/fixture'
import { outsideCode } from './markdown'

const OPTIONS: ChangedOptions = {
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

const CASES: Readonly<Record<string, readonly [readonly PlanDifference[], Partial<ChangedOptions>?]>> = {
  'plan-changed': [DIFFERENCES],
  'plan-changed-version': [DIFFERENCES.slice(1, 2), { freshVersion: '1.12.0' }],
  'plan-changed-elsewhere': [[]],
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
  return renderChanged(differences, { ...OPTIONS, ...options })
}

describe('a plan that is not the reviewed one', () => {
  test.each(Object.keys(CASES))('%s reads as its fixture', (name) => {
    const rendered = `${render(name)}\n`
    expect(rendered).toBe(fixture(`applies/${name}`, rendered))
  })

  test('says what to do before a list that may be long', () => {
    const rendered = render('plan-changed')
    expect(rendered.indexOf('What to do')).toBeLessThan(rendered.indexOf('aws_db_instance.main'))
  })

  test('names the versions only where they differ', () => {
    expect(render('plan-changed')).not.toContain('reviewed with Terraform')
    expect(render('plan-changed-version')).toContain(
      'reviewed with Terraform `1.11.4` and planned now with `1.12.0`',
    )
  })

  test('that differs in ten thousand changes fits a comment', () => {
    const many = Array.from({ length: 10_000 }, (_, index) => difference(`aws_x.y[${index}]`, {}))
    const rendered = renderChanged(many, OPTIONS)
    expect(Buffer.byteLength(rendered)).toBeLessThanOrEqual(60_000)
    expect(rendered).toContain('#### 10,000 changes differ')
    expect(rendered).toMatch(/… and [\d,]+ more changes\./)
  })

  test('leaves nothing from outside to be read as Markdown, HTML, a mention or an issue', () => {
    const rendered = render('plan-changed-hostile')
    expect(outsideCode(rendered)).not.toMatch(/<script|@everyone|#1\b|!\[x\]|href/)
    expect(rendered).not.toMatch(/[\u0000\u001b\u202e]/)
  })
})
