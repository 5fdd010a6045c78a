import { afterEach, expect, test } from '@jest/globals'
import { rm, writeFile } from 'node:fs/promises'
import { Secrets } from '../../src/commands/stack/secrets'
import { TerraformFailed } from '../../src/terraform/error'
import { describeWithTerraform, openRoot, type Root, terraformEnv } from '../../testkit/terraform/terraform'

const SECRET = 'correct horse battery staple'
const VARIABLE = 'variable "password" {\n  type      = string\n  sensitive = true\n}\n'

const roots: Root[] = []
afterEach(async () => {
  for (const root of roots.splice(0)) await root.remove()
})

/** A root whose secrets become known the way that a stack's do, and the masks that the runner was told. */
async function rootOf(main: string): Promise<Root & { readonly masks: string[] }> {
  const masks: string[] = []
  const ignore = (): void => undefined
  const secrets = new Secrets({
    info: ignore,
    group: ignore,
    endGroup: ignore,
    mask: (one) => masks.push(one),
  })
  const root = await openRoot(
    { 'main.tf': `${VARIABLE}${main}` },
    { redact: secrets.redact, learn: secrets.learn, env: terraformEnv({ TF_VAR_password: SECRET }) },
  )
  roots.push(root)
  await root.terraform.init()
  return { ...root, masks }
}

/** All that is told of a call, whether it fails or not. */
async function toldBy(root: Root, call: Promise<unknown>): Promise<string> {
  const outcome = await call.catch((error: unknown) =>
    error instanceof TerraformFailed ? { message: error.message, diagnostics: error.diagnostics } : error,
  )
  // The plan itself holds all values, and is not told to anybody.
  return JSON.stringify([root.events, { ...(outcome as object), plan: undefined }])
}

describeWithTerraform('a plan that fails keeps back the value of', () => {
  test.each([
    [
      'a variable that its own validation quotes',
      `variable "again" {
  type      = string
  sensitive = true
  default   = "${SECRET}"
  validation {
    condition     = length(var.again) > 100
    error_message = "too short: \${nonsensitive(var.again)}"
  }
}`,
    ],
    [
      'a variable that a precondition quotes',
      `resource "terraform_data" "one" {
  lifecycle {
    precondition {
      condition     = length(var.password) > 100
      error_message = "too short: \${nonsensitive(var.password)}"
    }
  }
}`,
    ],
    [
      'a variable in a file name that is not there',
      'resource "terraform_data" "one" {\n  input = file(nonsensitive(var.password))\n}',
    ],
  ])('%s', async (_, main) => {
    const root = await rootOf(main)
    const told = await toldBy(root, root.terraform.plan(root.planFile))
    expect(told).toContain('***')
    expect(told).not.toContain(SECRET)
    expect(root.masks).toContain(SECRET)
  })
})

describeWithTerraform('a plan that succeeds', () => {
  test('keeps secrets out of its warnings', async () => {
    const root = await rootOf(`check "length" {
  assert {
    condition     = length(var.password) > 100
    error_message = "too short: \${nonsensitive(var.password)}"
  }
}`)
    const told = await toldBy(root, root.terraform.plan(root.planFile))
    expect(told).toContain('too short: ***')
    expect(told).not.toContain(SECRET)
  })
})

describeWithTerraform('an apply that fails', () => {
  const failing = (body: string): string => `resource "terraform_data" "one" {
  provisioner "local-exec" {
    ${body}
  }
}`
  test('withholds command and output of a provisioner that was given a value which no plan knows', async () => {
    const main = failing(
      'command = "echo $KEY $(echo literal) >&2; exit 3"\n    environment = { KEY = sensitive(file("key.txt")) }',
    )
    const root = await rootOf(main)
    await root.write({ 'key.txt': SECRET })
    await root.terraform.plan(root.planFile)
    const told = await toldBy(root, root.terraform.apply(root.planFile))
    expect(told).toContain('local-exec provisioner error')
    expect(told).toContain("(withheld: the provisioner's configuration holds a sensitive value")
    expect(told).not.toContain(SECRET)
    expect(told).not.toContain('exit status')
  })

  test('tells what a provisioner without secrets printed', async () => {
    const root = await rootOf(failing('command = "echo out of order >&2; exit 3"'))
    await root.terraform.plan(root.planFile)
    expect(await toldBy(root, root.terraform.apply(root.planFile))).toContain(
      'exit status 3. Output: out of order',
    )
  })

  const MADE = `resource "terraform_data" "key" {
  input = "made-\${uuid()}"
}
output "key" {
  value     = terraform_data.key.output
  sensitive = true
}
resource "terraform_data" "one" {
  lifecycle {
    postcondition {
      condition     = terraform_data.key.output == ""
      error_message = "key is \${terraform_data.key.output}"
    }
  }
}`
  test('keeps back a value that it has made itself, when the state marks it as sensitive', async () => {
    const root = await rootOf(MADE)
    await root.terraform.plan(root.planFile)
    const told = await toldBy(root, root.terraform.apply(root.planFile))
    expect(told).toContain('key is ***')
    expect(told).not.toMatch(/made-[0-9a-f]/)
  })

  test('says nothing of values where no state can be read to know the secret ones', async () => {
    const root = await rootOf(MADE)
    await root.terraform.plan(root.planFile)
    const applying = root.terraform.apply(root.planFile)
    await writeFile(root.path('errored.tfstate'), 'not a state')
    const told = await toldBy(root, applying)
    await rm(root.path('errored.tfstate'))
    expect(told).toContain('(withheld: it may hold secrets')
    expect(told).not.toMatch(/made-[0-9a-f]/)
  })
})
