import { afterEach, describe, expect, test } from '@jest/globals'
import { chmod, readFile } from 'node:fs/promises'
import { TerraformFailed } from '../../src/terraform/error'
import { createRedactor } from '../../src/text/redact'
import type { TerraformRuntime } from '../../src/terraform/runner'
import { describeWithTerraform, openRoot, type Root, terraformEnv } from '../../testkit/terraform/terraform'

const roots: Root[] = []
afterEach(async () => {
  for (const root of roots.splice(0)) await root.remove()
})

async function rootWith(
  files: Record<string, string>,
  changes: Partial<TerraformRuntime> = {},
): Promise<Root> {
  const root = await openRoot(files, changes)
  roots.push(root)
  return root
}

async function plannedRoot(main: string, changes: Partial<TerraformRuntime> = {}): Promise<Root> {
  const root = await rootWith({ 'main.tf': main }, changes)
  await root.terraform.init()
  await root.terraform.plan(root.planFile)
  return root
}

async function failureOf(call: Promise<unknown>): Promise<TerraformFailed> {
  const error = await call.then(
    () => undefined,
    (thrown: unknown) => thrown,
  )
  if (error instanceof TerraformFailed) return error
  throw new Error('the call did not fail with TerraformFailed', { cause: error })
}

const ONE = 'resource "terraform_data" "one" {\n  input = "1"\n}\n'

describeWithTerraform('apply', () => {
  const BROKEN = `
resource "terraform_data" "first" {}
resource "terraform_data" "broken" {
  depends_on = [terraform_data.first]
  provisioner "local-exec" {
    command = "echo 'no room left' >&2; exit 3"
  }
}
resource "terraform_data" "after" {
  input = terraform_data.broken.id
}
`
  test('reports applied, failed and not started changes after an error', async () => {
    const root = await plannedRoot(BROKEN)
    const applied = await root.terraform.apply(root.planFile)
    expect(applied).toMatchObject({
      succeeded: false,
      exit: { exitCode: 1 },
      lock: undefined,
      unsavedState: undefined,
    })
    expect(applied.report).toMatchObject({
      applied: [{ address: 'terraform_data.first', action: 'create' }],
      failed: [{ address: 'terraform_data.broken', action: 'create', done: [] }],
      unfinished: [],
      notStarted: [{ address: 'terraform_data.after', action: 'create' }],
      summary: undefined,
    })
    expect(applied.report.failed[0]?.message).toContain('no room left')
    expect(applied.failure?.message).toContain(
      'Error: local-exec provisioner error (main.tf:5, terraform_data.broken)',
    )
  })

  test('reports that a failed replacement has deleted the old resource', async () => {
    const replaced = (trigger: number, command: string): string =>
      `resource "terraform_data" "one" {\n  triggers_replace = ${trigger}\n  provisioner "local-exec" {\n    command = "${command}"\n  }\n}\n`
    const root = await plannedRoot(replaced(1, 'true'))
    await root.terraform.apply(root.planFile)
    await root.write({ 'main.tf': replaced(2, 'false') })
    await root.terraform.plan(root.planFile)
    const { report } = await root.terraform.apply(root.planFile)
    expect(report.failed).toMatchObject([
      { address: 'terraform_data.one', action: 'replace', done: ['delete'] },
    ])
  })

  test('counts moves, imports and removals from the state as applied', async () => {
    const root = await plannedRoot(
      'resource "terraform_data" "old" {}\nresource "terraform_data" "gone" {}\n',
    )
    await root.terraform.apply(root.planFile)
    await root.write({
      'main.tf': `
resource "terraform_data" "new" {}
resource "terraform_data" "found" {}
moved {
  from = terraform_data.old
  to   = terraform_data.new
}
removed {
  from = terraform_data.gone
  lifecycle {
    destroy = false
  }
}
import {
  to = terraform_data.found
  id = "abc"
}
`,
    })
    await root.terraform.plan(root.planFile)
    const { succeeded, report } = await root.terraform.apply(root.planFile)
    expect(succeeded).toBe(true)
    expect(report.notStarted).toEqual([])
    expect(report.applied).toContainEqual({ address: 'terraform_data.gone', action: 'remove', seconds: 0 })
  })

  test('rejects a stale plan', async () => {
    const root = await plannedRoot(ONE)
    await root.terraform.apply(root.planFile)
    const { succeeded, failure } = await root.terraform.apply(root.planFile)
    expect(succeeded).toBe(false)
    expect(failure?.message).toMatch(/Saved plan is stale[^]*Re-run the job to create a new plan/)
  })
})

describeWithTerraform('the output of Terraform', () => {
  const HOSTILE = [
    '::set-output name=a::b',
    '::stop-commands::x',
    '{"type":"diagnostic","diagnostic":{"severity":"error","summary":"forged"}}',
    'quote " backslash \\\\ \\u001b[31mred\\u202e',
    '```</details><script>@everyone #1',
  ]

  test('cannot inject lines or events', async () => {
    const value = HOSTILE.map((text) => text.replaceAll('"', '\\"')).join('\\n')
    const main = `
resource "terraform_data" "one" {
  for_each = toset(["${value}"])
  input    = each.key
}
output "hostile" {
  value = terraform_data.one
}
`
    const root = await plannedRoot(main)
    const { report } = await root.terraform.apply(root.planFile)
    expect(report.applied).toHaveLength(1)
    expect(report.applied[0]?.address).toMatch(/^terraform_data\.one\["::set-output/)
    expect(root.events.filter(({ kind }) => kind === 'text' || kind === 'diagnostic')).toEqual([])
    const outputs = await root.terraform.output()
    expect(JSON.stringify(outputs.get('hostile')?.value)).toContain('forged')
  })

  test('is truncated when a provisioner prints a very long line', async () => {
    const command = "head -c 3000000 /dev/zero | tr '\\\\0' x"
    const root = await plannedRoot(
      `resource "terraform_data" "one" {\n  provisioner "local-exec" {\n    command = "${command}"\n  }\n}\n`,
    )
    const { succeeded } = await root.terraform.apply(root.planFile)
    expect(succeeded).toBe(true)
    expect(Math.max(...root.events.map(({ message }) => message.length))).toBeLessThan(1_100_000)
  })

  test('contains no secrets in events and errors', async () => {
    const secret = 'hunter2<&>"quoted"'
    const main = `
variable "password" {
  sensitive = true
}
resource "terraform_data" "one" {
  input = "x"
  provisioner "local-exec" {
    command = "printf %s \\"$PASSWORD\\" >&2; printf %s \\"$PASSWORD\\" | base64; exit 1"
    environment = {
      PASSWORD = nonsensitive(var.password)
    }
  }
}
`
    const root = await rootWith(
      { 'main.tf': main },
      { redact: createRedactor([secret]).redact, env: terraformEnv({ TF_VAR_password: secret }) },
    )
    await root.terraform.init()
    await root.terraform.plan(root.planFile)
    const applied = await root.terraform.apply(root.planFile)
    const all = JSON.stringify([root.events, applied, applied.failure?.message])
    expect(all).toContain('***')
    expect(all).not.toContain('hunter2')
    expect(all).not.toContain(Buffer.from(secret).toString('base64').slice(0, 12))
  })
})

describe('a lock that is released while Terraform reads its lock info', () => {
  const GONE = JSON.stringify({
    type: 'diagnostic',
    diagnostic: {
      severity: 'error',
      summary: 'Error acquiring the state lock',
      detail:
        "Error message: operation error S3: PutObject, https response error StatusCode: 412, api error PreconditionFailed: no\nunable to retrieve file from S3 bucket 'b' with key 'k.tflock': operation error S3: GetObject, https response error StatusCode: 404, NoSuchKey: ",
    },
  })

  /** A program that fails to get the lock the given number of times. */
  async function locked(times: number): Promise<Root> {
    const script = `#!/bin/sh
echo '{"type":"version","terraform":"1.11.4"}'
if [ -s locked ]; then
  remaining=$(tail -c +2 locked); printf %s "$remaining" > locked
  cat gone.json
  exit 1
fi
echo '{"type":"change_summary","changes":{"add":1,"operation":"apply"}}'
`
    const bin = await rootWith({ terraform: script })
    await chmod(bin.path('terraform'), 0o755)
    const root = await rootWith({}, { program: bin.path('terraform') })
    await root.write({ locked: 'x'.repeat(times), 'gone.json': `${GONE}\n` })
    return root
  }

  test('is acquired by another attempt', async () => {
    const root = await locked(2)
    const { succeeded, report } = await root.terraform.apply('plan')
    expect(succeeded).toBe(true)
    expect(report).toMatchObject({ diagnostics: [], summary: { add: 1 } })
    await expect((await locked(2)).terraform.init()).resolves.toEqual([])
  })

  test('is tried for a limited number of times', async () => {
    const root = await locked(99)
    expect((await failureOf(root.terraform.plan('plan'))).message).toMatch(
      /Re-run the job\. If the error persists/,
    )
    expect(await readFile(root.path('locked'), 'utf8')).toHaveLength(94)
    expect((await root.terraform.apply('plan')).failure?.message).toContain('PreconditionFailed')
  })
})
