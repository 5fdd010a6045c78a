import { execFileSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { readdir } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { afterEach, describe, expect, test } from '@jest/globals'
import { engineOfProgram, inWordsOf, OPENTOFU, TERRAFORM } from '../../src/plan/engine'
import { parsePlan } from '../../src/plan/plan'
import { driftBody } from '../../src/report/drift'
import { renderPlan } from '../../src/report/plan'
import { unfinishedSections } from '../../src/report/unfinished'
import { ApplyProgress } from '../../src/terraform/apply-progress'
import { TerraformFailed } from '../../src/terraform/error'
import { parseEvent, type TerraformEvent } from '../../src/terraform/events'
import { CASES, renderCase } from '../fixtures/plans/cases'
import { openRoot, type Root, terraformEnv } from '../../testkit/terraform/terraform'

/** Undefined without `tofu` on PATH, which is optional. */
function tofuVersion(): string | undefined {
  try {
    const words = execFileSync('tofu', ['version'], { encoding: 'utf8', stdio: 'pipe', env: terraformEnv() })
    return /OpenTofu v(\S+)/.exec(words)?.[1]
  } catch {
    return undefined
  }
}

/** Cases with recorded diagnostics of Terraform, which stay as they are. */
const QUOTING = new Set(['error', 'forget'])

const version = tofuVersion()
const roots: Root[] = []
afterEach(async () => {
  for (const root of roots.splice(0)) await root.remove()
})

test('a line of OpenTofu without a type is an event, and its version names the engine', () => {
  const line = { '@level': 'info', '@message': 'Initializing the backend...', '@module': 'tofu.ui' }
  expect(parseEvent(JSON.stringify(line))).toMatchObject({ kind: 'other', message: line['@message'] })
  expect(parseEvent('{"type":"version","tofu":"1.12.6"}')).toMatchObject({ version: 'opentofu-1.12.6' })
})

/** Output of real runs of OpenTofu 1.12.6. */
describe('recorded output of OpenTofu', () => {
  const read = (name: string): string =>
    readFileSync(join(import.meta.dirname, '../fixtures/opentofu-1.12.6', name), 'utf8')
  const events = (name: string): TerraformEvent[] =>
    read(name)
      .trim()
      .split('\n')
      .map((line) => parseEvent(line))
  const failureOf = (name: string): TerraformFailed =>
    new TerraformFailed({
      ...{ command: name.replace(/-.*/, ''), directory: 'infra', engine: OPENTOFU, interrupted: false },
      exit: { exitCode: 1, signal: undefined },
      diagnostics: events(name).flatMap((event) => (event.kind === 'diagnostic' ? [event.diagnostic] : [])),
      text: [],
    })

  test.each(['init', 'plan', 'apply', 'init-lock-file', 'init-no-network', 'locked'])(
    'has only events, whose messages are no JSON: %s',
    (name) => {
      const [first, ...others] = events(`${name}.jsonl`)
      expect(first).toMatchObject({ kind: 'version', version: 'opentofu-1.12.6' })
      for (const { kind, message } of others) {
        expect(kind).not.toBe('text')
        expect(message).not.toMatch(/^\{/)
      }
    },
  )

  test('tells what a plan changes and an apply has changed', () => {
    expect(events('plan.jsonl')).toContainEqual(
      expect.objectContaining({ kind: 'planned-change', address: 'terraform_data.one', action: 'create' }),
    )
    const progress = new ApplyProgress()
    for (const event of events('apply.jsonl')) progress.add(event)
    expect(progress.report()).toMatchObject({
      applied: [{ address: 'terraform_data.one', action: 'create' }],
      failed: [],
    })
  })

  test('leads to the advice of the same error of Terraform', () => {
    expect(failureOf('init-lock-file.jsonl').advice).toMatch(/^Run tofu providers lock .*another registry\.$/)
    expect(failureOf('init-no-network.jsonl').advice).toMatch(/^Check the network/)
    const locked = failureOf('locked.jsonl')
    expect(locked.reason).toBe('state-locked')
    expect(locked.advice).toMatch(/run tofu force-unlock 3b1f1b5e-0000-4000-8000-000000000001\.$/)
  })

  test('names a disabled resource, in a comment that does not mention Terraform', () => {
    const plan = parsePlan(read('disabled-resource.json'))
    const { comment } = renderPlan(plan, {
      ...{ stack: 'langfuse', terraformVersion: 'opentofu-1.12.6', commit: '', runUrl: '' },
      destructiveChanges: [],
    })
    expect(comment).toContain('Reason: its enabled argument is false.')
    expect(comment).not.toMatch(/Terraform|terraform /)
  })

  test.each(Object.keys(CASES).filter((name) => !QUOTING.has(name)))(
    'is not called Terraform in the case %s',
    (name) => {
      expect(renderCase(name, 'opentofu-1.12.6').summary).not.toMatch(/\bTerraform\b|\bterraform [a-z]/)
    },
  )

  test('of an issue about drift is not called Terraform’s', () => {
    const body = driftBody('', { hasChanges: true, hasFailedChecks: false, engine: OPENTOFU })
    expect(body).toContain('changed outside of OpenTofu')
    expect(body).not.toMatch(/Terraform/)
  })

  test('of an apply with an unknown outcome is not called Terraform’s', () => {
    const unfinished = [
      { address: 'terraform_data.one', action: 'create', seconds: 0, done: [], isRunning: true },
    ]
    const report = { ...new ApplyProgress().report(), unfinished }
    const options = { name: (address: string) => address, engine: OPENTOFU, share: 1, noun: 'resource' }
    expect(unfinishedSections(report, options)[1]?.open).toContain('OpenTofu stopped before')
  })

  test('of a failed plan is not called Terraform’s', () => {
    const { comment } = renderPlan(undefined, {
      ...{ stack: 'langfuse', terraformVersion: 'opentofu-1.12.6', commit: '', runUrl: '' },
      destructiveChanges: [],
    })
    expect(comment).toContain('OpenTofu could not complete the plan')
    expect(comment).not.toMatch(/Terraform|terraform /)
  })
})

test('a program tells its engine', () => {
  expect(engineOfProgram('/opt/hostedtoolcache/tofu/1.12.6/x64/tofu')).toBe(OPENTOFU)
  expect(engineOfProgram('C:\\tools\\tofu.exe')).toBe(OPENTOFU)
  for (const path of ['terraform', '/opt/tofu/terraform', '']) expect(engineOfProgram(path)).toBe(TERRAFORM)
})

test('words of OpenTofu replace name and command, and nothing else', () => {
  const text = 'Terraform stopped. Run terraform state push in terraform/langfuse; terraform.tfstate is kept.'
  expect(inWordsOf(TERRAFORM, text)).toBe(text)
  expect(inWordsOf(OPENTOFU, text)).toBe(
    'OpenTofu stopped. Run tofu state push in terraform/langfuse; terraform.tfstate is kept.',
  )
})

const run = version === undefined ? describe.skip : describe
run('OpenTofu on PATH (optional)', () => {
  async function open(files: Record<string, string>, env: Record<string, string> = {}): Promise<Root> {
    const root = await openRoot(files, {
      program: 'tofu',
      version: version ?? '',
      engine: OPENTOFU,
      env: terraformEnv(env),
    })
    roots.push(root)
    return root
  }
  const MAIN = (isEnabled: boolean): string =>
    `resource "terraform_data" "one" {\n  input = 1\n  lifecycle {\n    enabled = ${String(isEnabled)}\n  }\n}\n`

  test('plans and applies with an encrypted state, and explains a disabled resource', async () => {
    const encryption = `
key_provider "pbkdf2" "k" {
  passphrase = "correct horse battery staple"
}
method "aes_gcm" "m" {
  keys = key_provider.pbkdf2.k
}
state {
  method = method.aes_gcm.m
}
plan {
  method = method.aes_gcm.m
}`
    const root = await open({ 'main.tf': MAIN(true) }, { TF_ENCRYPTION: encryption })
    await root.terraform.init()
    await root.terraform.plan(root.planFile)
    expect(await root.terraform.apply(root.planFile)).toMatchObject({ succeeded: true })
    await root.write({ 'main.tf': MAIN(false) })
    const { plan } = await root.terraform.plan(root.planFile)
    const { comment } = renderPlan(plan, {
      ...{ stack: 'langfuse', terraformVersion: `opentofu-${version ?? ''}`, commit: '', runUrl: '' },
      destructiveChanges: [],
    })
    expect(comment).toContain('### OpenTofu plan · `langfuse`')
    expect(comment).toContain('Reason: its enabled argument is false.')
    expect(comment).toContain(`OpenTofu \`${version ?? ''}\``)
    expect(root.log()).not.toContain('"@level"')
  }, 120_000)

  test('gets variables early, and errors name its program', async () => {
    const main = 'variable "path" {\n  type = string\n}\nmodule "one" {\n  source = var.path\n}\n'
    const root = await open({ 'main.tf': main, 'child/main.tf': 'resource "terraform_data" "a" {}\n' })
    await root.terraform.init({ variables: ['path=./child'] })
    const { plan } = await root.terraform.plan(root.planFile, { variables: ['path=./child'] })
    expect(plan.resources).toMatchObject([{ address: 'module.one.terraform_data.a', kind: 'create' }])
    await expect(root.terraform.plan(root.planFile)).rejects.toThrow(/^tofu plan failed in /)
  }, 120_000)

  test('reads a state and a plan that are encrypted with a variable', async () => {
    const main = `
variable "passphrase" {
  type      = string
  sensitive = true
}
terraform {
  encryption {
    key_provider "pbkdf2" "k" {
      passphrase = var.passphrase
    }
    method "aes_gcm" "m" {
      keys = key_provider.pbkdf2.k
    }
    state {
      method = method.aes_gcm.m
    }
    plan {
      method = method.aes_gcm.m
    }
  }
}
resource "terraform_data" "one" {
  input = 1
}
output "one" {
  value = terraform_data.one.output
}
`
    const root = await open({ 'main.tf': main })
    const values = { variables: ['passphrase=correct horse battery staple'] }
    await root.terraform.init(values)
    await root.terraform.selectWorkspace('green', { missing: 'create' })
    await root.terraform.plan(root.planFile, values)
    expect(await root.terraform.apply(root.planFile, values)).toMatchObject({ succeeded: true })
    expect((await root.terraform.output()).get('one')).toMatchObject({ value: 1 })
    expect(await root.terraform.stateVersion()).toMatchObject({ serial: 1 })
    expect(await root.terraform.fmtCheck()).toEqual([])
    const left = await readdir(dirname(root.planFile))
    expect(left.filter((name) => name.endsWith('.tfvars'))).toEqual([])
  }, 120_000)
})
