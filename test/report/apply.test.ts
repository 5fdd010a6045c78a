import { describe, expect, test } from '@jest/globals'
import type { AppliedResource, ApplyReport, FailedResource } from '../../src/terraform/apply-progress'
import type { Diagnostic } from '../../src/terraform/diagnostic'
import { findDestructiveChanges } from '../../src/review/destroy-guard'
import { parsePlan } from '../../src/plan/plan'
import { redactor } from '../../src/text/redact'
import { type AppliedOptions, renderApplied, renderStopped } from '../../src/report/apply'
import { fixture } from '../fixtures/fixture'
import { readCase } from '../fixtures/plans/cases'
import { openDetails, outsideCode } from './markdown'

const NOTHING: ApplyReport = {
  applied: [],
  failed: [],
  unfinished: [],
  notTried: [],
  diagnostics: [],
  summary: undefined,
}

const OPTIONS: AppliedOptions = {
  stack: 'terraform/langfuse',
  terraformVersion: '1.11.4',
  runUrl: 'https://github.com/octo/langfuse/actions/runs/42',
  commit: '4f0c2d9a1b7e',
  seconds: 214.3,
  outcome: 'applied',
  aftermath: [],
  redact: (text) => text,
}

const resource = (address: string, action: string, seconds = 0): AppliedResource => ({
  address,
  action,
  seconds,
})

const DONE = [
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

const HOSTILE =
  '`</code></details><script>alert(1)</script> @everyone #1 ![x](https://x.test) \u202e\u001b[31m\u0000'

const CASES: Readonly<Record<string, readonly [ApplyReport, Partial<AppliedOptions>?]>> = {
  applied: [{ ...NOTHING, applied: DONE, diagnostics: [WARNING] }],
  'nothing-to-do': [NOTHING, { seconds: 1.2 }],
  'failed-in-the-middle': [
    {
      ...NOTHING,
      applied: DONE.slice(0, 3),
      failed: [FAILED],
      notTried: [
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
      aftermath: [
        'The state is not locked.',
        'The state is saved, with serial 42.',
        'Fix the cause and run the job again: what is done stays done, the plan will hold the rest.',
      ],
    },
  ],
  cancelled: [
    {
      ...NOTHING,
      applied: DONE.slice(0, 2),
      unfinished: [
        { ...resource('aws_ecs_service.web', 'update'), done: [] },
        { ...resource('aws_ecs_task_definition.web', 'replace'), done: ['create'] },
      ],
      notTried: [resource('aws_cloudwatch_log_group.old["worker"]', 'delete')],
    },
    {
      outcome: 'cancelled',
      terraformVersion: '',
      commit: '',
      runUrl: '',
      aftermath: [
        'Terraform is still running as process 4711 and will be killed with the job: its state may be incomplete and its lock may stay.',
        "This run's lock was left behind (held by runner@fv-az1 since 2026-01-02 03:04:05 UTC for apply on state/langfuse.tfstate); check that nothing runs any more, then terraform force-unlock 5c1a0f4e-0000-4d5c-8f34-9a51a5c0f9a1.",
      ],
    },
  ],
  hostile: [
    {
      ...NOTHING,
      applied: [resource(`a.a["${HOSTILE}"]`, HOSTILE, 3)],
      failed: [
        {
          ...resource(`a.b["${HOSTILE}"]`, 'create', 3),
          done: [],
          message: `${HOSTILE}\n\`\`\`\n::stop-commands::x\n  ~~~\n</details>\n# Title`,
        },
      ],
      unfinished: [{ ...resource(`a.c["${HOSTILE}"]`, 'replace'), done: ['delete'] }],
      notTried: [resource(`a.d["${HOSTILE}"]`, 'toString')],
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
      aftermath: [
        `held by ${HOSTILE}\n\n# www.x.test <b>\n> [!NOTE]`,
        `check, then terraform force-unlock ${HOSTILE}.`,
      ],
    },
  ],
}

const render = (name: string): string => {
  const [report, options] = CASES[name] ?? [NOTHING]
  return renderApplied(report, { ...OPTIONS, ...options })
}

describe('what an apply did', () => {
  test.each(Object.keys(CASES))('%s reads as its fixture', (name) => {
    const rendered = `${render(name)}\n`
    expect(rendered).toBe(fixture(`applies/${name}`, rendered))
    expect(openDetails(rendered)).toBe(0)
  })

  test('a replacement that stopped halfway says which of the two is there', () => {
    expect(render('failed-in-the-middle')).toContain(
      '`aws_db_instance.main` could not be replaced (42 s): **the old one is destroyed, and the new one is not there**.',
    )
    expect(render('cancelled')).toContain(
      '`aws_ecs_task_definition.web` was being replaced: the new one is there, and the old one still is.',
    )
  })

  test('an error that its resource carries is not said a second time', () => {
    expect(render('failed-in-the-middle').match(/InvalidParameterCombination/g)).toHaveLength(1)
  })

  test('an apply of which nothing came has not failed in the middle', () => {
    const lone = { ...NOTHING, failed: [{ ...FAILED, done: [] }] }
    const rendered = renderApplied(lone, { ...OPTIONS, outcome: 'failed' })
    expect(rendered).toContain('### ❌ Apply failed ·')
    expect(rendered).toContain('Done until then, in 3 min 34 s: nothing.')
  })

  test('a command can be copied, and what comes around it is text', () => {
    const rendered = render('cancelled')
    expect(rendered).toContain('`terraform force-unlock 5c1a0f4e-0000-4d5c-8f34-9a51a5c0f9a1`.')
  })

  test('a long list of what went well opens at a click', () => {
    const applied = Array.from({ length: 21 }, (_, index) => resource(`aws_x.y[${index}]`, 'create'))
    const short = renderApplied({ ...NOTHING, applied: applied.slice(1) }, OPTIONS)
    expect(short).not.toContain('<details>')
    for (const outcome of ['applied', 'cancelled'] as const) {
      const long = renderApplied({ ...NOTHING, applied }, { ...OPTIONS, outcome })
      expect(long).toContain('<details><summary>✅ 21 changes</summary>\n\n- 🟢 `aws_x.y[0]` created\n')
      expect(openDetails(long)).toBe(0)
    }
  })

  test('thousands of resources fit, and those left out are counted', () => {
    const many = (kind: string): AppliedResource[] =>
      Array.from({ length: 5_000 }, (_, index) =>
        resource(`module.${kind}.aws_x.y["${'k'.repeat(80)}${index}"]`, 'create'),
      )
    const failed = many('failed').map((one) => ({ ...one, done: [], message: 'x'.repeat(200) }))
    const report = { ...NOTHING, applied: many('done'), failed, notTried: many('rest') }
    const rendered = renderApplied(report, { ...OPTIONS, outcome: 'failed' })
    expect(Buffer.byteLength(rendered)).toBeLessThanOrEqual(1_000_000)
    expect(rendered).toMatch(/… and [\d,]+ more resources\./)
    expect(openDetails(rendered)).toBe(0)
  })
})

describe('what comes from outside', () => {
  test('stays text', () => {
    const outside = outsideCode(render('hostile'))
    expect(outside).not.toMatch(/(?<!\\)<(?:script|b)\b|@everyone|#1\b|!\[x\]|href|^\s*# |www\.x|\[!NOTE\]/m)
    expect(render('hostile')).not.toMatch(/[\u0000\u001b\u202e]/)
  })

  test('shows no secret, wherever it stands', () => {
    const secret = 'hunter2-hunter2'
    const one = {
      ...resource(`a.a["${secret}"]`, 'create'),
      done: [],
      message: `password ${secret}\nis ${secret}`,
    }
    const report = {
      ...NOTHING,
      applied: [one],
      failed: [one],
      unfinished: [one],
      notTried: [one],
      diagnostics: [
        diagnostic({ summary: secret, detail: Buffer.from(secret).toString('base64') }),
        diagnostic({ severity: 'warning', summary: secret }),
      ],
    }
    const options = { ...OPTIONS, outcome: 'failed', aftermath: [`Lock by ${secret}`] } as const
    const rendered = renderApplied(report, { ...options, redact: redactor([secret]) })
    expect(rendered).not.toContain(secret)
    expect(rendered).not.toContain('aHVudGVyMi1o')
    expect(rendered).toContain('password ***')
  })
})

describe('an apply that was stopped before it began', () => {
  test('reads as its fixture', () => {
    const plan = parsePlan(readCase('stateful', 'plan.json'))
    const dangers = findDestructiveChanges(plan, { extraTypes: [], allow: ['aws_kms_key.main'] })
    const rendered = `${renderStopped(dangers, 'terraform/langfuse')}\n`
    expect(rendered).toBe(fixture('applies/destroy-refused', rendered))
  })
})
