import { afterEach, expect, test } from '@jest/globals'
import { readdirSync } from 'node:fs'
import { chmod, readFile, rm, writeFile } from 'node:fs/promises'
import { Secrets } from '../../src/commands/stack/secrets'
import { Terraform } from '../../src/terraform/cli'
import { TerraformFailed } from '../../src/terraform/error'
import { initSettings } from '../../testkit/terraform/plugin-mirror'
import { describeWithTerraform, openRoot, type Root, terraformEnv } from '../../testkit/terraform/terraform'

const SECRET = 'correct horse battery staple'
const VARIABLE = 'variable "password" {\n  type      = string\n  sensitive = true\n}\n'

const roots: Root[] = []
afterEach(async () => {
  for (const root of roots.splice(0)) await root.remove()
})

/** A root that learns its secrets like a stack, and the secrets masked in the log. */
async function rootOf(main: string): Promise<Root & { readonly masks: string[] }> {
  const masks: string[] = []
  const secrets = new Secrets({ mask: (one) => masks.push(one) })
  const root = await openRoot(
    { 'main.tf': `${VARIABLE}${main}` },
    { redact: secrets.redact, addSecrets: secrets.add, env: terraformEnv({ TF_VAR_password: SECRET }) },
  )
  roots.push(root)
  await root.terraform.init()
  return { ...root, masks }
}

/** Everything that a call reports, whether it fails or not. */
async function reportedBy(root: Root, call: Promise<unknown>): Promise<string> {
  const outcome = await call.catch((error: unknown) =>
    error instanceof TerraformFailed ? { message: error.message, diagnostics: error.diagnostics } : error,
  )
  // The plan contains all values, and is not reported.
  return JSON.stringify([root.events, { ...(outcome as object), plan: undefined, json: undefined }])
}

describeWithTerraform('a failed plan does not reveal', () => {
  test.each([
    [
      'a variable that its validation quotes',
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
      'a variable in the name of a missing file',
      'resource "terraform_data" "one" {\n  input = file(nonsensitive(var.password))\n}',
    ],
  ])('%s', async (_, main) => {
    const root = await rootOf(main)
    const reported = await reportedBy(root, root.terraform.plan(root.planFile))
    expect(reported).toContain('***')
    expect(reported).not.toContain(SECRET)
    expect(root.masks).toContain(SECRET)
  })
})

describeWithTerraform('a successful plan', () => {
  test('does not reveal secrets in its warnings', async () => {
    const root = await rootOf(`check "length" {
  assert {
    condition     = length(var.password) > 100
    error_message = "too short: \${nonsensitive(var.password)}"
  }
}`)
    const reported = await reportedBy(root, root.terraform.plan(root.planFile))
    expect(reported).toContain('too short: ***')
    expect(reported).not.toContain(SECRET)
  })
})

describeWithTerraform('a failed apply', () => {
  const failing = (body: string): string => `resource "terraform_data" "one" {
  provisioner "local-exec" {
    ${body}
  }
}`
  test('withholds command and output of a provisioner with a sensitive value that is not in the plan', async () => {
    const main = failing(
      'command = "echo $KEY $(echo literal) >&2; exit 3"\n    environment = { KEY = sensitive(file("key.txt")) }',
    )
    const root = await rootOf(main)
    await root.write({ 'key.txt': SECRET })
    await root.terraform.plan(root.planFile)
    const reported = await reportedBy(root, root.terraform.apply(root.planFile))
    expect(reported).toContain('local-exec provisioner error')
    expect(reported).toContain("(withheld: the provisioner's configuration contains a sensitive value")
    expect(reported).not.toContain(SECRET)
    expect(reported).not.toContain('exit status')
  })

  test('reports the output of a provisioner without secrets', async () => {
    const root = await rootOf(failing('command = "echo out of order >&2; exit 3"'))
    await root.terraform.plan(root.planFile)
    expect(await reportedBy(root, root.terraform.apply(root.planFile))).toContain(
      'exit status 3. Output: out of order',
    )
  })

  const GENERATED = `resource "terraform_data" "key" {
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
  test('does not reveal a generated value that the state marks as sensitive', async () => {
    const root = await rootOf(GENERATED)
    await root.terraform.plan(root.planFile)
    const reported = await reportedBy(root, root.terraform.apply(root.planFile))
    expect(reported).toContain('key is ***')
    expect(reported).not.toMatch(/made-[0-9a-f]/)
  })

  test('withholds all details when the state cannot be read', async () => {
    const root = await rootOf(GENERATED)
    await root.terraform.plan(root.planFile)
    const applying = root.terraform.apply(root.planFile)
    await writeFile(root.path('errored.tfstate'), 'not a state')
    const reported = await reportedBy(root, applying)
    await rm(root.path('errored.tfstate'))
    expect(reported).toContain('(withheld: the text may contain secrets')
    expect(reported).not.toMatch(/made-[0-9a-f]/)
  })
})

const CANARY = 'canary value 4711'

describeWithTerraform('a secret that is known before Terraform runs', () => {
  test('masks an ephemeral variable in the error of a provider', async () => {
    const masks: string[] = []
    const secrets = new Secrets({ mask: (one) => masks.push(one) })
    const main =
      'variable "region" {\n  type      = string\n  ephemeral = true\n}\nprovider "aws" {\n  region = var.region\n}\ndata "aws_region" "one" {}\n'
    const env = terraformEnv({
      ...initSettings(),
      AWS_ACCESS_KEY_ID: 'AKIATEST',
      AWS_SECRET_ACCESS_KEY: 'seed',
    })
    const root = await openRoot({ 'main.tf': main }, { redact: secrets.redact, addSecrets: secrets.add, env })
    roots.push(root)
    await root.terraform.init()
    const reported = await reportedBy(
      root,
      root.terraform.plan(root.planFile, { variables: [`region=${CANARY}`] }),
    )
    expect(reported).toMatch(/invalid AWS Region: \*\*\*/i)
    expect(reported).not.toContain(CANARY)
    expect(masks).toContain(CANARY)
  }, 60_000)

  test('is on no command line and in no environment of Terraform', async () => {
    const root = await rootOf('')
    await root.write({ 'spy.sh': '#!/bin/sh\n{ printf "%s\\n" "$@"; env; } >>"$SPY"\nexec terraform "$@"\n' })
    await chmod(root.path('spy.sh'), 0o755)
    const seen = root.path('seen.txt')
    const env = terraformEnv({ SPY: seen, TF_LOG: 'info' })
    const masks: string[] = []
    const secrets = new Secrets({ mask: (one) => masks.push(one) })
    const events: unknown[] = []
    const onEvent = (event: unknown): unknown => events.push(event)
    const runtime = {
      ...root.runtime,
      program: root.path('spy.sh'),
      env,
      onEvent,
      redact: secrets.redact,
      addSecrets: secrets.add,
    }
    const terraform = new Terraform(root.directory, runtime)
    const backendConfig = [
      'address=http://127.0.0.1:1/state',
      'username=ci',
      `password=${CANARY} backend`,
      'retry_max=0',
    ]
    await terraform.plan(root.planFile, { variables: [`password=${CANARY}`] })
    await rm(root.planFile)
    await root.write({ 'backend.tf': 'terraform {\n  backend "http" {}\n}\n' })
    await terraform.init({ backendConfig }).catch(() => undefined)
    const text = await readFile(seen, 'utf8')
    expect(text).toContain('-backend-config=')
    expect(text).toContain('-var-file=')
    expect(text).not.toContain(CANARY)
    expect(JSON.stringify(events)).not.toContain(CANARY)
    expect(readdirSync(root.runtime.folder)).toEqual([])
  })
})

describeWithTerraform('a plan that is killed', () => {
  test('prints nothing that it held back', async () => {
    const root = await rootOf('')
    await root.write({ 'killed.sh': `#!/bin/sh\necho "TF_LOG: ${CANARY}" >&2\nkill -9 $$\n` })
    await chmod(root.path('killed.sh'), 0o755)
    const terraform = new Terraform(root.directory, { ...root.runtime, program: root.path('killed.sh') })
    const reported = await reportedBy(root, terraform.plan(root.planFile))
    expect(reported).toContain('SIGKILL')
    expect(reported).not.toContain(CANARY)
  })
})

describeWithTerraform('an ephemeral variable', () => {
  test('reaches the apply, with values of each type', async () => {
    const main = `variable "token" {
  type      = string
  ephemeral = true
}
variable "names" {
  type = list(string)
}
variable "size" {
  type = number
}
variable "free" {}
resource "terraform_data" "one" {
  input = [var.names, var.size, var.free]
  provisioner "local-exec" {
    command     = "printf %s \\"$TOKEN\\" > token.txt"
    environment = { TOKEN = var.token }
  }
}
`
    const root = await rootOf(main)
    const options = { variables: [`token=${CANARY}`, 'names=["a", "b"]', 'size=2', 'free=${x} "y"'] }
    await root.terraform.plan(root.planFile, options)
    const applied = await root.terraform.apply(root.planFile, options)
    expect(applied.failure?.message).toBeUndefined()
    expect(await readFile(root.path('token.txt'), 'utf8')).toBe(CANARY)
    expect(root.log()).not.toContain(CANARY)
  })
})
