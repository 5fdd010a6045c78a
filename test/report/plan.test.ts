import { readdirSync } from 'node:fs'
import { describe, expect, test } from '@jest/globals'
import type { Diagnostic } from '../../src/terraform/diagnostic'
import { findDestructiveChanges } from '../../src/review/destroy-guard'
import { type RenderedPlan, renderPlan, type PlanReportOptions } from '../../src/report/plan'
import { fixture } from '../fixtures/fixture'
import { CASES, readCase, renderCase } from '../fixtures/plans/cases'
import { normalizeGenerated } from '../fixtures/plans/normalize'
import { planOf, resource } from '../plan/a-plan'
import { openDetails, outsideCode } from './markdown'

type Fields = Readonly<Record<string, unknown>>

const OPTIONS: PlanReportOptions = {
  stack: 'langfuse',
  terraformVersion: '1.11.4',
  commit: '4f0c2d9a1b7e',
  runUrl: 'https://github.com/octo/langfuse/actions/runs/42',
  destructiveChanges: [],
}

function render(
  resources: readonly Fields[],
  given: Fields = {},
  options: Partial<PlanReportOptions> = {},
): RenderedPlan {
  const plan = planOf(resources, given)
  const destructiveChanges = findDestructiveChanges(plan, { extraTypes: [], allow: [] })
  return renderPlan(plan, { ...OPTIONS, destructiveChanges, ...options })
}

const update = (before: Fields, after: Fields, change: Fields = {}): Fields =>
  resource({}, { actions: ['update'], before, after, ...change })

/** Returns the content of the first diff block. */
const diffOf = ({ comment }: RenderedPlan): string => /^(`{3,})diff\n([^]*?)\n\1$/m.exec(comment)?.[2] ?? ''

describe('plans of a real Terraform', () => {
  test.each(Object.keys(CASES))('%s', (name) => {
    const comment = `${renderCase(name).comment}\n`
    expect(comment).toBe(fixture(`plans/${name}/comment`, comment))
  })

  test.each(Object.keys(CASES))('%s is well-formed, and its fixture is reproducible', (name) => {
    const { comment, summary } = renderCase(name)
    expect(openDetails(comment)).toBe(0)
    expect(openDetails(summary)).toBe(0)
    const plan = readCase(name, 'plan.json')
    expect(normalizeGenerated(plan)).toBe(plan)
    expect(plan).not.toMatch(/\/tmp\/|\/work\/|127\.0\.0\.1/)
  })

  test('each case has a directory and each directory has a case', () => {
    const directories = readdirSync(new URL('../fixtures/plans', import.meta.url), { withFileTypes: true })
    const names = directories.filter((entry) => entry.isDirectory()).map(({ name }) => name)
    expect(names.sort()).toEqual(Object.keys(CASES).sort())
  })
})

describe('attributes', () => {
  test.each([
    ['a short value in one line', { a: 'x' }, { a: 'y' }, '! a = "x" -> "y"'],
    ['a number', { a: 1 }, { a: 2 }, '! a = 1 -> 2'],
    ['an added value', { a: null }, { a: 'y' }, '+ a = "y"'],
    ['a removed value', { a: 'x' }, { a: null }, '- a = "x"'],
    [
      'one element of a list',
      { a: ['x', 'y'] },
      { a: ['x', 'z'] },
      '  a = [\n    "x",\n-   "y",\n+   "z",\n  ]',
    ],
    [
      'one key of a map',
      { a: { k: 1, l: 2 } },
      { a: { k: 1, l: 3 } },
      '  a = {\n!   l = 2 -> 3\n    # 1 unchanged attribute\n  }',
    ],
    [
      'only what changes',
      { a: 'x', b: 1, c: 2 },
      { a: 'y', b: 1, c: 2 },
      '! a = "x" -> "y"\n  # 2 unchanged attributes',
    ],
    [
      'JSON by its content',
      { a: '{"x":1,"y":[1]}' },
      { a: '{"y":[1],"x":2}' },
      '  a = jsonencode({\n!   x = 1 -> 2\n    # 1 unchanged attribute\n  })',
    ],
    [
      'JSON with different formatting',
      { a: '{"x":1,"y":2}' },
      { a: '{ "y": 2, "x": 1 }' },
      '  # a: only formatting differs',
    ],
    ['text by lines', { a: 'one\ntwo\n' }, { a: 'one\n2\n' }, '  a = <<-EOT\n    one\n-   two\n+   2\n  EOT'],
  ])('show %s', (_, before, after, diff) => {
    expect(diffOf(render([update(before, after)]))).toBe(diff)
  })

  test('that are null or empty are equal', () => {
    const before = { a: null, b: [], c: '', d: 1, e: [{ x: null, y: 1 }] }
    const after = { a: [], b: null, c: null, d: 2, e: [{ x: [], y: 1 }] }
    expect(diffOf(render([update(before, after)]))).toBe('! d = 1 -> 2')
  })

  test('of list elements are compared by name, and otherwise by similarity', () => {
    const before = {
      a: [
        { name: 'web', port: 1 },
        { name: 'db', port: 2 },
      ],
      b: [
        { p: 1, q: 1, r: 1 },
        { p: 2, q: 2, r: 2 },
      ],
    }
    const after = {
      a: [
        { name: 'db', port: 3 },
        { name: 'web', port: 4 },
      ],
      b: [{ p: 2, q: 2, r: 3 }],
    }
    const diff = diffOf(render([update(before, after)]))
    expect(diff).toContain('      name = "db"\n!     port = 2 -> 3\n')
    expect(diff).toContain('      name = "web"\n!     port = 1 -> 4\n')
    expect(diff).toContain('!     r = 2 -> 3\n')
  })

  test('of a list element without a name follow values that tell it from the others', () => {
    const rule = (port: number, source: string): Fields => ({
      action: 'allow',
      port,
      protocol: 'tcp',
      source,
    })
    const before = { rules: [rule(22, '10.0.0.0/8'), rule(80, '10.0.0.0/8'), rule(443, '10.0.0.0/8')] }
    const after = { rules: [rule(22, '10.1.0.0/16'), rule(80, '10.0.0.0/8'), rule(443, '0.0.0.0/0')] }
    const diff = diffOf(render([update(before, after)]))
    expect(diff).toContain('      port   = 22\n!     source = "10.0.0.0/8" -> "10.1.0.0/16"\n')
    expect(diff).toContain('      port   = 443\n!     source = "10.0.0.0/8" -> "0.0.0.0/0"\n')
  })

  test('that are unknown are folded if there are many', () => {
    const unknown = { a: true, b: true, c: true, d: true }
    expect(diffOf(render([resource({}, { after: { bucket: 'x' }, after_unknown: unknown })]))).toBe(
      '+ bucket = "x"\n+ a, b, c, d = (known after apply)',
    )
  })

  test('show unknown values within other values', () => {
    const change = {
      after: { a: ['x', null], b: { k: 1 } },
      after_unknown: { a: [false, true], b: { l: true } },
    }
    expect(diffOf(render([resource({}, change)]))).toBe(
      '+ a = ["x", (known after apply)]\n+ b = {\n+   k = 1\n+   l = (known after apply)\n+ }',
    )
  })

  test('show an excerpt of a long value at its change, with the number of omitted characters', () => {
    const [head, tail] = ['h'.repeat(5_000), 't'.repeat(5_000)]
    const diff = diffOf(render([update({ a: `${head}old${tail}` }, { a: `${head}new${tail}` })]))
    expect(diff.length).toBeLessThan(2_500)
    expect(diff).toContain('hhhold')
    expect(diff).toContain('hhhnew')
    expect(diff).toMatch(/\(9,005 more characters\)/)
  })

  test('limit the depth of nested JSON', () => {
    const deep = `${'['.repeat(5_000)}1${']'.repeat(5_000)}`
    expect(diffOf(render([resource({}, { after: { a: deep } })]))).toContain('nested too deeply')
  })

  test('state that only sensitivity changes', () => {
    const one = update({ a: 'x' }, { a: 'x' }, { after_sensitive: { a: true } })
    expect(render([one]).comment).toContain('No value changes')
  })

  test('omit tags_all if it repeats tags', () => {
    const [before, after] = [{ team: 'a' }, { team: 'b' }]
    const same = update({ tags: before, tags_all: before }, { tags: after, tags_all: after })
    expect(diffOf(render([same]))).not.toContain('tags_all')
    const other = update(
      { tags: before, tags_all: before },
      { tags: after, tags_all: { ...after, stack: 'x' } },
    )
    expect(diffOf(render([other]))).toContain('tags_all')
  })
})

describe('a comment', () => {
  test('states in one sentence that nothing changes', () => {
    expect(render([resource({}, { actions: ['no-op'] })]).comment).toMatch(
      /✅ \*\*No changes\.\*\* .+\.\n\n<sub>/,
    )
  })

  test('on a failed plan shows the diagnostics', () => {
    const diagnostic: Diagnostic = {
      severity: 'error',
      summary: 'Reference to undeclared resource',
      detail: 'There is no aws_instance.x.',
      address: undefined,
      range: { file: 'main.tf', startLine: 3, startColumn: 1, endLine: 3, endColumn: 9 },
    }
    const { comment } = renderPlan(undefined, { ...OPTIONS, diagnostics: [diagnostic] })
    expect(comment).toContain('❌ Terraform plan failed')
    expect(comment).toContain(
      'Error: Reference to undeclared resource (main.tf:3)\nThere is no aws_instance.x.',
    )
  })

  test('on a failed plan ends with the next step', () => {
    const { comment, summary } = renderPlan(undefined, {
      ...OPTIONS,
      nextStep: 'Run terraform plan in infra.',
    })
    for (const text of [comment, summary])
      expect(text).toMatch(/\n\n\*\*Next step:\*\* Run `terraform plan` in infra\.\n\n<sub>.*$/)
  })

  test('names failed checks, also without changes', () => {
    const check = {
      address: { kind: 'check', to_display: 'check.health' },
      status: 'fail',
      instances: [{ problems: [{ message: 'answered <b>503</b>' }] }],
    }
    const other = { address: { kind: 'resource', to_display: 'a.b' }, status: 'fail' }
    const { comment } = render([], { checks: [check, other, { status: 'fail' }] })
    expect(comment).toContain('⚠️ **No changes, but 1 check failed.**')
    expect(comment).toContain('#### ⚠️ Failed checks\n\n- `check.health`: answered \\<b\\>503')
    expect(comment).not.toContain('✅')
  })

  test('redacts a secret in every address', () => {
    const secret = 'correct horse battery'
    const at = (name: string): string => `aws_s3_bucket.${name}["${secret}"]`
    const { comment } = render(
      [
        resource({ address: at('a') }, { actions: ['delete'], before: { id: 'x' }, after: null }),
        resource(
          { address: at('b'), previous_address: at('c') },
          { actions: ['update'], before: {}, after: { x: 1 } },
        ),
        resource({ address: at('d') }, { actions: ['no-op'], importing: { id: 'x' } }),
      ],
      {
        resource_drift: [
          resource({ address: at('e') }, { actions: ['update'], before: { x: 1 }, after: { x: 2 } }),
        ],
      },
      { secrets: [secret] },
    )
    expect(comment).toContain('allow-destroy: |\n  aws_s3_bucket.a["***"]')
    expect(comment).not.toContain(secret)
  })

  test('shows destructive changes and the input that allows them before all resources', () => {
    const gone = resource(
      { address: 'aws_s3_bucket.a["x"]' },
      { actions: ['delete'], before: { id: 'x' }, after: null },
    )
    const { comment } = render([resource({ address: 'aws_x.new', type: 'aws_x' }), gone])
    expect(comment.indexOf('[!CAUTION]')).toBeLessThan(comment.indexOf('<details>'))
    expect(comment).toContain('```yaml\nallow-destroy: |\n  aws_s3_bucket.a["x"]\n```')
  })

  test('omits drift without visible changes', () => {
    const drift = [
      resource({}, { actions: ['update'], before: { tags: null, id: 'x' }, after: { tags: {}, id: 'x' } }),
    ]
    expect(render([], { resource_drift: drift }).comment).not.toContain('outside of Terraform')
  })

  test('lists reads, provider actions and deferred changes', () => {
    const given = { deferred_changes: [{}], action_invocations: [{}], complete: false }
    const { comment } = render([resource({ mode: 'data' }, { actions: ['read'] })], given)
    expect(comment).toContain('The apply also reads 1 data source.')
    expect(comment).toContain('**Plan:** 1 provider action to run.')
    expect(comment).toContain('defers 1 change to a later plan')
  })

  test.each(['javascript:alert(1)', 'https://x"onclick="y', 'https://x y', ''])(
    'does not link to %s',
    (runUrl) => {
      expect(render([], {}, { runUrl }).comment).not.toContain('href')
    },
  )
})

describe('a report that is too long', () => {
  const many = (count: number, value: string): Fields[] =>
    Array.from({ length: count }, (_, index) =>
      resource({ address: `aws_x.y["${index}"]`, type: 'aws_x' }, { after: { value: `${value}${index}` } }),
    )

  test.each([
    ['three hundred', 300, 'x'.repeat(300)],
    ['five thousand', 5_000, 'x'.repeat(300)],
    ['three hundred in wide characters', 300, '😀ü€'.repeat(60)],
  ])('with %s resources is cut between two of them and counts the omitted ones', (_, count, value) => {
    const { comment, summary } = render(many(count, value))
    for (const [text, limit] of [
      [comment, 60_000],
      [summary, 1_000_000],
    ] as const) {
      expect(Buffer.byteLength(text)).toBeLessThanOrEqual(limit)
      expect(openDetails(text)).toBe(0)
      const shown = [...outsideCode(text).matchAll(/<details>/g)].length
      const left = /\*\*([\d,]+) more resources\*\* \(([\d,]+) to create\)/.exec(text)
      expect(left?.[1]).toBe(left?.[2])
      expect(shown + Number(left?.[1]?.replaceAll(',', '') ?? 0)).toBe(count)
    }
    expect(Buffer.byteLength(comment)).toBeGreaterThan(55_000)
  })

  test('with one giant resource shows the others', () => {
    const giant = resource({ address: 'aws_x.giant' }, { after: { value: 'line\n'.repeat(20_000) } })
    const { comment, summary } = render([giant, ...many(3, 'x')])
    expect(comment).toContain('aws_x.y[&quot;2&quot;]')
    expect(comment).toContain('**1 more resource** (1 to create) is in')
    expect(summary).toContain('aws_x.giant')
  })

  test('reserves space for destructive changes, outputs and drift', () => {
    const gone = Array.from({ length: 2_000 }, (_, index) =>
      resource(
        { address: `aws_s3_bucket.b[${index}]` },
        { actions: ['delete'], before: { id: 'x' }, after: null },
      ),
    )
    const given = {
      output_changes: {
        url: { actions: ['create'], before: null, after: 'https://x', after_unknown: false },
      },
      resource_drift: [update({ a: 1 }, { a: 2 })],
    }
    const { comment } = render([...gone, ...many(500, 'x'.repeat(300))], given)
    expect(Buffer.byteLength(comment)).toBeLessThanOrEqual(60_000)
    expect(openDetails(comment)).toBe(0)
    expect(comment).toContain('"https://x"')
    expect(comment).toContain('outside of Terraform')
    expect(comment).toMatch(/… and [\d,]+ more stateful resources/)
  })

  test('with a thousand errors fits the limit', () => {
    const one: Diagnostic = {
      severity: 'error',
      summary: 'x'.repeat(500),
      detail: '',
      address: undefined,
      range: undefined,
    }
    const { comment } = renderPlan(undefined, {
      ...OPTIONS,
      diagnostics: Array.from({ length: 1_000 }, () => one),
    })
    expect(Buffer.byteLength(comment)).toBeLessThanOrEqual(60_000)
    expect(comment).toMatch(/… and [\d,]+ more messages in the log/)
  })
})

describe('work without a planned change', () => {
  const SECRET = 'correct horse battery staple'
  const invocation = {
    address: 'action.aws_ec2_stop_instance.web',
    type: 'aws_ec2_stop_instance',
    config_values: { instance_id: 'i-1', token: SECRET },
    config_sensitive: { token: true },
    lifecycle_action_trigger: {
      triggering_resource_address: 'aws_instance.web',
      action_trigger_event: 'AfterUpdate',
    },
  }
  const deferred = {
    reason: 'resource_config_unknown',
    resource_change: resource({ address: 'aws_rds_cluster.main' }, { actions: ['delete'] }),
  }
  const { comment } = render(
    [],
    { action_invocations: [invocation], deferred_changes: [deferred] },
    {
      runtimeValues: [
        { argument: 'aws_db_instance.main.password_wo', source: 'ephemeral.random_password.main' },
      ],
      target: { workspace: 'blue', account: '123456789012', region: undefined, state: 's3://b/k' },
      notes: ['> a note'],
    },
  )

  test('is shown line by line', () => {
    const text = `${comment}\n`
    expect(text).toBe(fixture('applies/plan-without-changes', text))
  })

  test('shows no sensitive value of an action', () => {
    expect(comment).toContain('"token":"(sensitive value)"')
    expect(comment).not.toContain(SECRET)
  })

  test.each([
    ['ActionOnFailureContinue', '. If it fails, the apply continues.'],
    ['taint', '. If it fails, a created resource is marked as tainted, and the next plan replaces it.'],
    ['ActionOnFailureHalt', ''],
  ])('says what a failure of an action means: %s', (onFailure, words) => {
    const { lifecycle_action_trigger: trigger } = invocation
    const run = { ...invocation, lifecycle_action_trigger: { ...trigger, on_failure: onFailure } }
    const { comment: text } = render([], { action_invocations: [run] })
    expect(text).toMatch(new RegExp(`runs .*, with .*\`${words.replaceAll('.', '\\.')}$`, 'm'))
  })

  test('on request is called incomplete, because nothing else is planned', () => {
    const { comment: text } = render([], {
      action_invocations: [{ ...invocation, lifecycle_action_trigger: undefined }],
    })
    expect(text).toContain('**Incomplete:** only the provider action was planned.')
    expect(comment).not.toContain('**Incomplete:**')
  })

  test('is listed with its address to permit an action that stops something', () => {
    expect(comment).toContain('1 provider action would stop or delete something')
    expect(comment).toContain('allow-destroy: |\n  action.aws_ec2_stop_instance.web')
  })
})

describe('a plan that is too long for a comment', () => {
  const remove = (address: string, actions: readonly string[]): Fields =>
    resource({ address, type: 'aws_instance' }, { actions, before: { text: 'x'.repeat(500) }, after: null })

  test('lists the addresses of all resources that it destroys or replaces', () => {
    const { comment } = render([
      ...Array.from({ length: 900 }, (_, at) => remove(`aws_a.destroyed[${at}]`, ['delete'])),
      ...Array.from({ length: 400 }, (_, at) => remove(`aws_a.replaced["key-${at}"]`, ['delete', 'create'])),
    ])
    expect(Buffer.byteLength(comment)).toBeLessThan(65_536)
    expect(openDetails(comment)).toBe(0)
    const [, from = ''] = /^- aws_a\.destroyed\[(\d+)…899\]$/m.exec(comment) ?? []
    expect(Number(from)).toBeGreaterThan(10)
    expect(comment).toContain(`aws_a.destroyed[${Number(from) - 1}]`)
    for (let at = 0; at < 400; at++) expect(comment).toContain(`"key-${at}"`)
  })

  test('counts the addresses that do not fit', () => {
    const { comment, summary } = render(
      Array.from({ length: 3_000 }, (_, at) => remove(`module.some_module_${at}.aws_a.b`, ['delete'])),
    )
    expect(Buffer.byteLength(comment)).toBeLessThan(65_536)
    expect(openDetails(comment)).toBe(0)
    expect(comment).toMatch(/Destroyed \(-\) and replaced \(!\): \d+ of 2,\d+ resources/)
    expect(summary).toContain('module.some_module_2999.aws_a.b')
  })
})

describe('changes made outside of Terraform', () => {
  const drifted = (address: string, before: Fields, after: Fields): Fields =>
    resource({ address }, { actions: ['update'], before, after })
  const region = { id: 'a', region: 'eu-central-1' }

  test('that add the same values to many resources are one item, after the others', () => {
    const many = Array.from({ length: 103 }, (_, at) =>
      drifted(`aws_a.b[${at}]`, { id: 'a', region: null, size: at }, { ...region, size: at }),
    )
    const real = drifted('aws_c.d', { id: 'a', size: 1 }, { ...region, size: 2 })
    const { comment } = render([], { resource_drift: [...many, real] })
    expect(comment.match(/<details>/g)).toHaveLength(2)
    expect(comment.indexOf('<code>aws_c.d</code>')).toBeLessThan(
      comment.indexOf('103 resources got the same new values'),
    )
    expect(comment).toContain('+ region = "eu-central-1"')
    expect(comment).toContain('aws_a.b[0…102]')
  })

  test('name the provider that the pull request updates', () => {
    const many = Array.from({ length: 3 }, (_, at) => drifted(`aws_a.b[${at}]`, { id: 'a' }, region))
    const provider = 'registry.terraform.io/hashicorp/aws'
    const added = { provider: 'example.com/acme/x`y', from: undefined, to: '1.0.0' }
    const providerUpdates = [{ provider, from: '5.100.0', to: '6.66.0' }, added]
    const { comment } = render([], { resource_drift: many }, { providerUpdates })
    expect(comment).toContain(
      '**Providers:** `hashicorp/aws` `5.100.0` → `6.66.0`, ``example.com/acme/x`y`` `1.0.0` is new.',
    )
    expect(comment).toContain(
      'They had none of these values before. `hashicorp/aws` changes from `5.100.0` to `6.66.0`, and a new provider version reads attributes that the earlier one did not know.',
    )
    const other = render([], { resource_drift: many }, { providerUpdates: [added] })
    expect(other.comment).toContain('They had none of these values before. A new provider version reads')
  })

  test.each([
    ['two resources', 2, { id: 'a' }, region],
    ['a changed value', 3, { id: 'a', region: 'x' }, region],
    ['a removed value', 3, region, { id: 'a' }],
  ])('are separate items for %s', (_, length, before, after) => {
    const drift = Array.from({ length }, (_item, at) => drifted(`aws_a.b[${at}]`, before, after))
    const { comment } = render([], { resource_drift: drift })
    expect(comment.match(/<details>/g)).toHaveLength(length)
  })
})
