import { execFileSync } from 'node:child_process'
import { afterEach, describe, expect, test } from '@jest/globals'
import { OPENTOFU } from '../../src/plan/engine'
import { renderPlan } from '../../src/report/plan'
import { parseEvent } from '../../src/terraform/events'
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
})
