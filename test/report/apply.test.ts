import { describe, expect, test } from '@jest/globals'
import type {
  ActionRun,
  AppliedResource,
  ApplyReport,
  FailedResource,
} from '../../src/terraform/apply-progress'
import type { Diagnostic } from '../../src/terraform/diagnostic'
import { findDestructiveChanges } from '../../src/review/destroy-guard'
import { parsePlan } from '../../src/plan/plan'
import { createRedactor } from '../../src/text/redact'
import { type ApplyReportOptions, renderApply, renderBlockedApply } from '../../src/report/apply'
import { fixture } from '../fixtures/fixture'
import { readCase } from '../fixtures/plans/cases'
import { openDetails, outsideCode } from './markdown'

const EMPTY: ApplyReport = {
  applied: [],
  failed: [],
  unfinished: [],
  notStarted: [],
  actions: [],
  diagnostics: [],
  summary: undefined,
}

const OPTIONS: ApplyReportOptions = {
  stack: 'terraform/langfuse',
  terraformVersion: '1.11.4',
  runUrl: 'https://github.com/octo/langfuse/actions/runs/42',
  commit: '4f0c2d9a1b7e',
  seconds: 214.3,
  outcome: 'applied',
  recovery: [],
  redact: (text) => text,
}

const resource = (address: string, action: string, seconds = 0): AppliedResource => ({
  address,
  action,
  seconds,
})

const APPLIED = [
  resource('module.network.aws_security_group.web', 'create', 2.4),
  resource('aws_secretsmanager_secret_version.salt', 'update', 0.4),
  resource('aws_ecs_task_definition.web', 'replace', 1.2),
  resource('aws_ecs_service.web', 'update', 187.6),
  resource('aws_cloudwatch_log_group.old["worker"]', 'delete', 0.9),
  resource('aws_s3_bucket.events', 'move'),
]

const FAILED: FailedResource = {
  ...resource('aws_db_instance.main', 'replace', 42),
  done: ['delete'],
  message:
    'creating RDS DB Instance (langfuse): operation error RDS: CreateDBInstance, https response error StatusCode: 400, RequestID: 8a1c7b52-0000-4e5e-9d2e-3f1a5c6b7d80, api error InvalidParameterCombination: RDS does not support creating a DB instance with the following combination: DBInstanceClass=db.t4g.medium, Engine=postgres, EngineVersion=12.7.',
}

const diagnostic = (given: Partial<Diagnostic>): Diagnostic => ({
  severity: 'error',
  summary: 'Something',
  detail: '',
  address: undefined,
  range: undefined,
  ...given,
})

const WARNING = diagnostic({
  severity: 'warning',
  summary: 'Argument is deprecated',
  detail:
    'Use enable_key_rotation instead of the one that is set; it goes away with the next major version of the provider, which is due soon.',
  address: 'aws_kms_key.main',
  range: { file: 'kms.tf', startLine: 12, startColumn: 3, endLine: 12, endColumn: 9 },
})

const ACTION: ActionRun = {
  address: 'action.aws_lambda_invoke.notify',
  triggeredBy: 'aws_ecs_service.web',
  event: 'AfterUpdate',
  status: 'completed',
  error: '',
}

const HOSTILE =
  '`</code></details><script>alert(1)</script> @everyone #1 ![x](https://x.test) \u202e\u001b[31m\u0000'

const CASES: Readonly<Record<string, readonly [ApplyReport, Partial<ApplyReportOptions>?]>> = {
  'only-state-and-outputs': [
    { ...EMPTY, actions: [{ ...ACTION, triggeredBy: undefined, event: undefined }] },
    {
      planned: {
        moved: 1,
        imported: 2,
        changedOutputs: ['url', 'arn'],
        actions: [],
      },
    },
  ],
  'applied-with-failed-action': [
    {
      ...EMPTY,
      applied: APPLIED.slice(0, 1),
      actions: [{ ...ACTION, status: 'failed', error: 'exit status 1' }],
    },
    { recovery: ['A provider action whose change is complete does not run again by itself.'] },
  ],
  applied: [{ ...EMPTY, applied: APPLIED, diagnostics: [WARNING] }],
  'nothing-to-do': [EMPTY, { seconds: 1.2 }],
  'failed-partway': [
    {
      ...EMPTY,
      applied: APPLIED.slice(0, 3),
      failed: [FAILED],
      notStarted: [
        resource('aws_ecs_service.web', 'update'),
        resource('aws_route53_record.web["main"]', 'create'),
      ],
      diagnostics: [
        diagnostic({ summary: FAILED.message, address: FAILED.address }),
        diagnostic({
          summary: 'Provider produced an unexpected error',
          detail: 'The connection to it broke off.',
        }),
        WARNING,
      ],
    },
    {
      outcome: 'failed',
      recovery: [
        'The state is not locked.',
        'The state is saved with serial 42.',
        'Fix the cause and re-run the job. Completed changes are kept; the new plan contains the remaining ones.',
      ],
    },
  ],
  'failed-action': [
    {
      ...EMPTY,
      applied: APPLIED.slice(0, 1),
      failed: [
        {
          ...resource('aws_instance.tainted', 'create', 4),
          done: [],
          message: 'Error when invoking action: exit status 1',
          failedAction: 'action.aws_ssm_run.setup',
        },
      ],
      actions: [
        ACTION,
        { ...ACTION, triggeredBy: 'aws_lambda_function.x', event: 'BeforeCreate', status: 'running' },
        {
          ...ACTION,
          address: 'action.aws_ssm_run.setup',
          triggeredBy: 'aws_instance.tainted',
          event: 'AfterCreate',
          status: 'failed',
          error: 'exit status 1',
        },
      ],
    },
    {
      outcome: 'failed',
      planned: {
        moved: 0,
        imported: 0,
        changedOutputs: [],
        actions: [ACTION, { ...ACTION, address: 'action.aws_lambda_invoke.warm' }],
      },
      nextStep: 'Reproduce it with terraform plan in infra.',
    },
  ],
  cancelled: [
    {
      ...EMPTY,
      applied: APPLIED.slice(0, 2),
      unfinished: [
        { ...resource('aws_ecs_service.web', 'update'), done: [], isRunning: true },
        { ...resource('aws_ecs_task_definition.web', 'replace'), done: ['create'], isRunning: true },
        { ...resource('aws_ecs_task_definition.worker', 'replace'), done: ['create'], isRunning: false },
        { ...resource('aws_lb_listener.main', 'replace'), done: ['delete'], isRunning: false },
      ],
      notStarted: [resource('aws_cloudwatch_log_group.old["worker"]', 'delete')],
    },
    {
      outcome: 'cancelled',
      terraformVersion: '',
      commit: '',
      runUrl: '',
      recovery: [
        'Terraform is still running as process 4711 and will be killed with the job. Its state may be incomplete, and its lock may remain.',
        "This run's lock was not released (held by runner@fv-az1 since 2026-01-02 03:04:05 UTC for apply on state/langfuse.tfstate). Check that no run is active, then run terraform force-unlock 5c1a0f4e-0000-4d5c-8f34-9a51a5c0f9a1.",
      ],
    },
  ],
  hostile: [
    {
      ...EMPTY,
      applied: [resource(`a.a["${HOSTILE}"]`, HOSTILE, 3)],
      failed: [
        {
          ...resource(`a.b["${HOSTILE}"]`, 'create', 3),
          done: [],
          message: `${HOSTILE}\n\`\`\`\n::stop-commands::x\n  ~~~\n</details>\n# Title`,
        },
      ],
      unfinished: [{ ...resource(`a.c["${HOSTILE}"]`, 'replace'), done: ['delete'], isRunning: true }],
      actions: [{ ...ACTION, address: HOSTILE, event: HOSTILE, status: 'failed', error: HOSTILE }],
      notStarted: [resource(`a.d["${HOSTILE}"]`, 'toString')],
      diagnostics: [
        diagnostic({ summary: HOSTILE, detail: `\`\`\`\`\n${HOSTILE}\n::set-output name=x::y` }),
        diagnostic({ severity: 'warning', summary: HOSTILE }),
      ],
    },
    {
      outcome: 'failed',
      stack: HOSTILE,
      terraformVersion: HOSTILE,
      commit: HOSTILE,
      runUrl: 'javascript:alert(1)',
      recovery: [
        `held by ${HOSTILE}\n\n# www.x.test <b>\n> [!NOTE]`,
        `check, then terraform force-unlock ${HOSTILE}.`,
      ],
    },
  ],
}

const render = (name: string): string => {
  const [report, options] = CASES[name] ?? [EMPTY]
  return renderApply(report, { ...OPTIONS, ...options })
}

describe('the report of an apply', () => {
  test.each(Object.keys(CASES))('of case %s equals its fixture', (name) => {
    const rendered = `${render(name)}\n`
    expect(rendered).toBe(fixture(`applies/${name}`, rendered))
    expect(openDetails(rendered)).toBe(0)
  })

  test('states which object of an incomplete replacement exists', () => {
    expect(render('failed-partway')).toContain(
      '`aws_db_instance.main` could not be replaced (42 s). **The old object is destroyed and the new one does not exist.**',
    )
    expect(render('cancelled')).toContain(
      '`aws_ecs_task_definition.web` was being replaced. The new object exists and the old one is not destroyed.',
    )
    const [, partial = ''] = render('cancelled').split('#### Replaced in part')
    expect(partial.split('####')[0]).toContain(
      '`aws_lb_listener.main`: **The old object is destroyed and the new one does not exist.**',
    )
    expect(render('cancelled').split('#### Outcome unknown')[1]).not.toContain('aws_lb_listener')
  })

  test('shows the error of a failed resource once', () => {
    expect(render('failed-partway').match(/InvalidParameterCombination/g)).toHaveLength(1)
  })

  test('does not call an apply without completed changes partly applied', () => {
    const lone = { ...EMPTY, failed: [{ ...FAILED, done: [] }] }
    const rendered = renderApply(lone, { ...OPTIONS, outcome: 'failed' })
    expect(rendered).toContain('### ❌ Apply failed ·')
    expect(rendered).toContain('Completed so far, in 3 min 34 s: nothing.')
  })

  test('formats a command in a sentence as code', () => {
    const rendered = render('cancelled')
    expect(rendered).toContain('`terraform force-unlock 5c1a0f4e-0000-4d5c-8f34-9a51a5c0f9a1`.')
  })

  test('collapses a long list of completed changes', () => {
    const applied = Array.from({ length: 21 }, (_, index) => resource(`aws_x.y[${index}]`, 'create'))
    const short = renderApply({ ...EMPTY, applied: applied.slice(1) }, OPTIONS)
    expect(short).not.toContain('<details>')
    for (const outcome of ['applied', 'cancelled'] as const) {
      const long = renderApply({ ...EMPTY, applied }, { ...OPTIONS, outcome })
      expect(long).toContain('<details><summary>✅ 21 changes</summary>\n\n- 🟢 `aws_x.y[0]` created\n')
      expect(openDetails(long)).toBe(0)
    }
  })

  test('fits the limit with thousands of resources and counts the omitted ones', () => {
    const many = (kind: string): AppliedResource[] =>
      Array.from({ length: 5_000 }, (_, index) =>
        resource(`module.${kind}.aws_x.y["${'k'.repeat(80)}${index}"]`, 'create'),
      )
    const failed = many('failed').map((one) => ({ ...one, done: [], message: 'x'.repeat(200) }))
    const report = { ...EMPTY, applied: many('done'), failed, notStarted: many('not_started') }
    const rendered = renderApply(report, { ...OPTIONS, outcome: 'failed' })
    expect(Buffer.byteLength(rendered)).toBeLessThanOrEqual(1_000_000)
    expect(rendered).toMatch(/… and [\d,]+ more resources\./)
    expect(openDetails(rendered)).toBe(0)
  })
})

describe('untrusted text in the report', () => {
  test('is not interpreted', () => {
    const outside = outsideCode(render('hostile'))
    expect(outside).not.toMatch(/(?<!\\)<(?:script|b)\b|@everyone|#1\b|!\[x\]|href|^\s*# |www\.x|\[!NOTE\]/m)
    expect(render('hostile')).not.toMatch(/[\u0000\u001b\u202e]/)
  })

  test('contains no secret in any position', () => {
    const secret = 'hunter2-hunter2'
    const one = {
      ...resource(`a.a["${secret}"]`, 'create'),
      done: [],
      message: `password ${secret}\nis ${secret}`,
    }
    const report = {
      ...EMPTY,
      applied: [one],
      failed: [one],
      unfinished: [{ ...one, isRunning: true }],
      actions: [
        { ...ACTION, address: secret, triggeredBy: secret, status: 'failed' as const, error: secret },
      ],
      notStarted: [one],
      diagnostics: [
        diagnostic({ summary: secret, detail: Buffer.from(secret).toString('base64') }),
        diagnostic({ severity: 'warning', summary: secret }),
      ],
    }
    const options = { ...OPTIONS, outcome: 'failed', recovery: [`Lock by ${secret}`] } as const
    const rendered = renderApply(report, { ...options, redact: createRedactor([secret]).redact })
    expect(rendered).not.toContain(secret)
    expect(rendered).not.toContain('aHVudGVyMi1o')
    expect(rendered).toContain('password ***')
  })
})

describe('the report of a blocked apply', () => {
  test('equals its fixture', () => {
    const plan = parsePlan(readCase('stateful', 'plan.json'))
    const changes = findDestructiveChanges(plan, { extraTypes: [], allow: ['aws_kms_key.main'] })
    const rendered = `${renderBlockedApply(changes, 'terraform/langfuse', (text) => text)}\n`
    expect(rendered).toBe(fixture('applies/destroy-blocked', rendered))
  })
})
