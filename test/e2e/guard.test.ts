import { chmod, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, describe, expect, test } from '@jest/globals'
import { Environment, rootWith } from '../../testkit/runner/environment'

const environments: Environment[] = []
async function build(body: string): Promise<Environment> {
  const environment = await Environment.build(body)
  environments.push(environment)
  return environment
}
afterEach(() => Promise.all(environments.splice(0).map((environment) => environment.tearDown())), 30_000)

const STATEFUL = { 'stateful-types': 'terraform_data' }
const data = (input: string): string => `resource "terraform_data" "volume" {\n  input = "${input}"\n}\n`

/** Applies the configuration, so that there are resources to delete. */
async function deployed(body: string): Promise<Environment> {
  const environment = await build(body)
  const { exitCode, log } = await environment.apply(environment.github.history.push('main'))
  expect({ exitCode, log }).toMatchObject({ exitCode: 0 })
  return environment
}

describe('a plan that deletes a resource with data', () => {
  test('is marked in the comment, is not applied, and is applied when its address is listed', async () => {
    const environment = await deployed(data('precious'))
    await environment.root.write(rootWith(''))

    const pull = environment.github.openPull()
    const planned = await environment.plan(pull, STATEFUL)
    expect(planned.outputs).toMatchObject({ destroy: '1' })
    const comment = environment.github.comments[0]?.body ?? ''
    expect(comment).toContain('[!CAUTION]')
    expect(comment).toContain('allow-destroy: |\n  terraform_data.volume')

    const sha = environment.github.history.merge(pull, 'rebase')
    const stopped = await environment.apply(sha, STATEFUL)
    expect(stopped.exitCode).toBe(1)
    expect(stopped.outputs['failure-reason']).toBe('destroy-blocked')
    expect(stopped.summary).toContain('allow-destroy: |\n  terraform_data.volume')

    const allowed = await environment.apply(sha, { ...STATEFUL, 'allow-destroy': 'terraform_data.volume' })
    expect({ exitCode: allowed.exitCode, log: allowed.log }).toMatchObject({ exitCode: 0 })
    expect(allowed.outputs).toMatchObject({ destroy: '1' })
    expect(allowed.summary).toContain('Permitted by `allow-destroy`: `terraform_data.volume`.')
    expect(allowed.log).not.toContain('allow-destroy lists')

    const leftover = await environment.apply(sha, { ...STATEFUL, 'allow-destroy': 'terraform_data.volume' })
    expect(leftover.log).toContain(
      '::warning::allow-destroy lists terraform_data.volume, which this plan does not destroy. Remove it.',
    )
  }, 180_000)
})

describe('a merge with a failed apply', () => {
  const REVIEW = { 'require-review': 'true' }
  // Like the stack: a migration, and resources that depend on it with unknown values.
  const stack = (version: string): string => `
resource "terraform_data" "first" {
  input = "${version}"
}
resource "terraform_data" "migration" {
  input            = terraform_data.first.output
  triggers_replace = "${version}"
  provisioner "local-exec" {
    command = "test -e $\{path.module}/fixed"
  }
}
resource "terraform_data" "service" {
  depends_on = [terraform_data.migration]
  input      = { size = 2, endpoints = [{ of = terraform_data.first.output, port = 80 }] }
}
output "endpoints" {
  value = terraform_data.service.output
}
`
  const fix = (environment: Environment): Promise<void> =>
    writeFile(join(environment.root.directory, 'fixed'), '')

  test('is completed by the same job, with reviewed changes only', async () => {
    const environment = await build(stack('1'))
    for (const version of ['1', '2']) {
      await rm(join(environment.root.directory, 'fixed'), { force: true })
      await environment.write(stack(version))
      const pull = environment.github.openPull()
      const planned = await environment.plan(pull)
      expect(planned.exitCode).toBe(0)
      const sha = environment.github.history.merge(pull, 'squash')

      const failed = await environment.apply(sha, REVIEW)
      expect(failed.outputs['failure-reason']).toBe('apply-failed')
      expect(failed.summary).toContain('Fix the cause and re-run the job')

      await fix(environment)
      await environment.write(`${stack(version)}resource "terraform_data" "new" {}\n`)
      const other = await environment.apply(sha, REVIEW)
      expect(other.outputs['failure-reason']).toBe('plan-changed')
      await environment.write(stack(version).replace('port = 80', 'port = 81'))
      const changed = await environment.apply(sha, REVIEW)
      expect(changed.outputs['failure-reason']).toBe('plan-changed')

      await environment.write(stack(version))
      const again = await environment.apply(sha, REVIEW)
      expect({ exitCode: again.exitCode, log: again.log }).toMatchObject({ exitCode: 0 })
      expect(again.summary).toContain(
        `An earlier apply of the plan reviewed in #${pull.number} failed. Remaining: `,
      )
      const [endpoint] = (
        JSON.parse(again.outputs['terraform-outputs'] ?? '') as { endpoints: { endpoints: unknown[] } }
      ).endpoints.endpoints
      expect(endpoint).toEqual({ of: version, port: 80 })

      const nothing = await environment.apply(sha, REVIEW)
      expect({ exitCode: nothing.exitCode, log: nothing.log }).toMatchObject({ exitCode: 0 })
      expect(nothing.summary).toContain(`All changes reviewed in #${pull.number} are already applied`)
    }
  }, 240_000)

  /** A merge whose apply failed and that also deletes a resource. */
  async function failed() {
    const environment = await build(`${stack('1')}${data('precious')}`)
    await fix(environment)
    expect(await environment.apply(environment.github.history.push('main'))).toMatchObject({ exitCode: 0 })
    await rm(join(environment.root.directory, 'fixed'))
    await environment.write(stack('2'))
    const pull = environment.github.openPull()
    const planned = await environment.plan(pull)
    const sha = environment.github.history.merge(pull, 'squash')
    return { environment, planned, sha }
  }

  test('is not continued after a newer commit, changed variables or another apply', async () => {
    const { environment, sha } = await failed()
    const { outputs } = await environment.apply(sha, REVIEW)
    expect(outputs['failure-reason']).toBe('apply-failed')
    await fix(environment)
    const targeted = await environment.apply(sha, { ...REVIEW, target: 'terraform_data.migration' })
    expect(targeted.outputs['failure-reason']).toBe('plan-changed')
    // The same job of an older commit would revert later changes.
    environment.github.history.push('main')
    const late = await environment.apply(sha, REVIEW)
    expect(late.outputs['failure-reason']).toBe('plan-changed')
    environment.github.history.setBranchHead('main', sha)
    const { serial, text } = await environment.state()
    await environment.put('langfuse.tfstate', text.replace(`"serial": ${serial}`, `"serial": ${serial + 1}`))
    expect((await environment.state()).serial).toBe(serial + 1)
    const other = await environment.apply(sha, REVIEW)
    expect(other.outputs['failure-reason']).toBe('plan-changed')
    await environment.put('langfuse.tfstate', text)
    const { exitCode, log } = await environment.apply(sha, REVIEW)
    expect({ exitCode, log }).toMatchObject({ exitCode: 0 })
  }, 240_000)

  test('does not include a merge with fewer changes than reviewed', async () => {
    const { environment, sha } = await failed()
    await fix(environment)
    await environment.write(`${stack('2')}${data('precious')}`)
    const less = await environment.apply(sha, REVIEW)
    expect(less.outputs['failure-reason']).toBe('plan-changed')
    expect(less.summary).toContain('`terraform_data.volume`: reviewed to be destroyed, no longer in the plan')
  }, 240_000)
})

describe('a pull request from a fork', () => {
  test('receives no credentials and no comment, and the reason is reported', async () => {
    // The root is already initialized, as on a self-hosted runner.
    const environment = await deployed(data('x'))
    environment.github.requests.length = 0
    const pull = environment.github.openPull({ isFork: true })
    const { exitCode, summary, outputs, log } = await environment.plan(pull)
    expect({ exitCode, log }).toMatchObject({ exitCode: 0 })
    expect(summary).toContain('This pull request comes from a fork. Forks get no credentials')
    expect(environment.github.comments).toEqual([])
    expect(environment.github.requests).toEqual([])
    expect(outputs['has-changes']).toBeUndefined()
  }, 120_000)

  test("does not pass the job's credentials to Terraform", async () => {
    const environment = await build(data('x'))
    const bin = await mkdtemp(join(tmpdir(), 'bin-'))
    const seen = join(bin, 'environment')
    // Records its environment before it runs the real Terraform.
    await writeFile(
      join(bin, 'terraform'),
      `#!/bin/sh\nenv >>'${seen}'\nPATH='${process.env['PATH'] ?? ''}' exec terraform "$@"\n`,
    )
    await chmod(join(bin, 'terraform'), 0o755)
    environment.env['PATH'] = `${bin}:${process.env['PATH'] ?? ''}`
    const { exitCode } = await environment.plan(environment.github.openPull({ isFork: true }))
    const variables = await readFile(seen, 'utf8')
    await rm(bin, { recursive: true })
    expect(exitCode).toBe(0)
    expect(variables).toContain('TF_IN_AUTOMATION=true')
    expect(variables).not.toMatch(/^AWS_(?:ACCESS|SECRET|SESSION|CONTAINER|PROFILE)/m)
    expect(variables).not.toContain(environment.env['AWS_SECRET_ACCESS_KEY'])
    expect(variables).not.toContain(environment.github.token)
  }, 120_000)

  test('reports the invalid line and the unformatted file', async () => {
    const environment = await build(
      'resource "terraform_data" "a" {\n  input = var.nowhere\n}\nlocals {\n a = 1\n}\n',
    )
    const pull = environment.github.openPull({ isFork: true })
    const invalid = await environment.plan(pull)
    expect(invalid.outputs['failure-reason']).toBe('terraform-failed')
    expect(invalid.summary).toMatch(/❌ `main\.tf:\d+`: `Reference to undeclared input variable`/)
    expect(invalid.summary).toContain('❌ `main.tf` is not formatted')
    await environment.write('resource "terraform_data" {{\n')
    const broken = await environment.plan(pull)
    expect(broken.exitCode).toBe(1)
    expect(broken.log).toMatch(/::error title=[^,]+,file=.*main\.tf,line=\d+/)
    expect(broken.summary).toContain('Forks get no credentials')
  }, 120_000)
})

describe('a plan that fails', () => {
  test('annotates the line, comments on the pull request and fails the step', async () => {
    const environment = await build('resource "terraform_data" "a" {\n  input = var.nowhere\n}\n')
    const { exitCode, log, outputs } = await environment.plan(environment.github.openPull())
    expect(exitCode).toBe(1)
    expect(outputs['failure-reason']).toBe('terraform-failed')
    expect(log).toMatch(/::error title=Reference to undeclared input variable,file=.*main\.tf,line=\d+/)
    expect(environment.github.comments[0]?.body).toContain('Terraform plan failed')
  }, 120_000)

  test('during an apply reports completed, failed and remaining changes', async () => {
    const environment = await build(`
resource "terraform_data" "first" {}
resource "terraform_data" "broken" {
  depends_on = [terraform_data.first]
  provisioner "local-exec" {
    command = "echo it is out of order >&2; exit 3"
  }
}
resource "terraform_data" "last" {
  depends_on = [terraform_data.broken]
}
`)
    const { exitCode, outputs, summary } = await environment.apply(environment.github.history.push('main'))
    expect(exitCode).toBe(1)
    expect(outputs['failure-reason']).toBe('apply-failed')
    expect(summary).toContain('`terraform_data.first` created')
    expect(summary).toMatch(/terraform_data\.broken[\s\S]*it is out of order/)
    expect(summary).toMatch(/#### Not started[\s\S]*terraform_data\.last/)
  }, 120_000)
})

describe('a change without a review', () => {
  test('is rejected with require-review, and the reason is reported', async () => {
    const environment = await build(data('x'))
    const { exitCode, outputs, summary } = await environment.apply(environment.github.history.push('main'), {
      'require-review': 'true',
    })
    expect(exitCode).toBe(1)
    expect(outputs['failure-reason']).toBe('not-reviewed')
    expect(summary).toContain('No pull request was merged to main as commit')
  }, 120_000)
})

describe('secrets', () => {
  test('are not in the report of a failed plan', async () => {
    const secret = 'correct horse battery staple'
    const environment = await build(`
variable "password" {
  type      = string
  sensitive = true
  validation {
    condition     = length(var.password) > 100
    error_message = "too short: \${nonsensitive(var.password)}"
  }
}
`)
    const inputs = { variables: `password=${secret}` }
    const results = [
      await environment.plan(environment.github.openPull(), inputs),
      await environment.apply(environment.github.history.push('main'), inputs),
    ]
    for (const { log, summary, outputs } of results) {
      expect(outputs['failure-reason']).toBe('terraform-failed')
      const unmasked = log.replace(/^::add-mask::.*$/gm, '')
      expect(unmasked).toContain('too short: ***')
      expect(unmasked + summary + JSON.stringify(outputs)).not.toContain(secret)
    }
    expect(environment.github.comments[0]?.body).toContain('too short: ***')
    expect(environment.github.comments[0]?.body).not.toContain(secret)
  }, 120_000)

  test('are not in logs, comments, summaries, outputs or records, wherever Terraform prints them', async () => {
    const secret = 'correct horse battery staple'
    const environment = await build(`
variable "password" {
  type      = string
  sensitive = true
}
resource "terraform_data" "nested" {
  input = { user = "admin", login = { password = var.password } }
}
resource "terraform_data" "shell" {
  provisioner "local-exec" {
    command = "echo \${nonsensitive(var.password)} >&2; exit 1"
  }
}
output "password" {
  value     = var.password
  sensitive = true
}
`)
    const inputs = { variables: `password=${secret}` }
    const pull = environment.github.openPull()
    const planned = await environment.plan(pull, inputs)
    expect(planned.exitCode).toBe(0)
    const applied = await environment.apply(environment.github.history.merge(pull, 'squash'), inputs)
    expect(applied.outputs['failure-reason']).toBe('apply-failed')
    const texts = [planned, applied].flatMap(({ log, summary, outputs }) => [
      log.replace(/^::add-mask::.*$/gm, ''),
      summary,
      JSON.stringify(outputs),
    ])
    for (const text of [...texts, ...environment.github.comments.map(({ body }) => body)])
      expect(text).not.toContain(secret)
    const [recordKey = ''] = (await environment.keys()).filter((key) => key.startsWith('plans/'))
    const record = await environment.object(recordKey)
    expect(record).toContain('"fingerprint"')
    expect(record).not.toContain(secret)
  }, 180_000)
})
