import { afterEach, expect, test } from '@jest/globals'
import { execFile } from 'node:child_process'
import { existsSync, readdirSync } from 'node:fs'
import { chmod, mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { InvalidArgument } from '../../src/terraform/arguments'
import { Terraform } from '../../src/terraform/cli'
import { terraformEnvironment } from '../../src/terraform/environment'
import { environmentSecrets } from '../../src/terraform/environment-secrets'
import { TerraformFailed } from '../../src/terraform/error'
import { TerraformCancelled, TerraformNotStarted } from '../../src/terraform/process'
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

describeWithTerraform('plan', () => {
  test('reports changes, and none after the apply', async () => {
    const root = await plannedRoot(`${ONE}\noutput "id" {\n  value = terraform_data.one.output\n}\n`)
    const { terraform, planFile } = root
    expect(await terraform.plan(planFile)).toMatchObject({ hasChanges: true })
    const applied = await terraform.apply(planFile, { parallelism: 3, lockTimeout: '1s' })
    expect(applied).toMatchObject({
      succeeded: true,
      exit: { exitCode: 0 },
      interrupted: false,
      failure: undefined,
    })
    expect(applied.report).toMatchObject({
      applied: [{ address: 'terraform_data.one', action: 'create' }],
      failed: [],
      notStarted: [],
      summary: { operation: 'apply', add: 1 },
    })
    expect(await terraform.output()).toEqual(new Map([['id', { value: '1', sensitive: false }]]))
    expect(await terraform.plan(planFile)).toMatchObject({ hasChanges: false })
  })

  test('passes variables, var-files, targets and replacements unchanged', async () => {
    const variables = 'variable "a" {}\nvariable "b" {}\nvariable "c" {}\n'
    const data = (name: string): string =>
      `resource "terraform_data" "${name}" {\n  for_each = { "x y" = var.${name} }\n  input    = each.value\n}\n`
    const root = await rootWith({
      'main.tf': `${variables}${data('a')}${data('b')}${data('c')}`,
      'env/one two.tfvars': 'b = "from file"\n',
    })
    await root.terraform.init()
    const hostile = 'x=y; rm -rf "$HOME" `id` -out=elsewhere\n-lock=false, ünï'
    const options = { varFiles: ['env/one two.tfvars'], variables: [`a=${hostile}`, 'c='] }
    await root.terraform.plan(root.planFile, {
      ...options,
      targets: ['terraform_data.a["x y"]', 'terraform_data.b'],
    })
    const plan = JSON.parse(await root.terraform.show(root.planFile)) as {
      variables: Record<string, { value: string }>
      resource_changes: { address: string }[]
    }
    expect(plan.variables).toEqual({ a: { value: hostile }, b: { value: 'from file' }, c: { value: '' } })
    expect(plan.resource_changes.map(({ address }) => address)).toEqual([
      'terraform_data.a["x y"]',
      'terraform_data.b["x y"]',
    ])
    await root.terraform.apply(root.planFile)
    await root.terraform.plan(root.planFile, { ...options, replace: ['terraform_data.a["x y"]'] })
    expect(root.events).toContainEqual(
      expect.objectContaining({
        kind: 'planned-change',
        address: 'terraform_data.a["x y"]',
        action: 'replace',
      }),
    )
  })

  test('reports location and cause of an error', async () => {
    const root = await rootWith({ 'main.tf': 'resource "terraform_data" "one" {\n  inputt = 1\n}\n' })
    await root.terraform.init()
    const failure = await failureOf(root.terraform.plan(root.planFile))
    expect(failure.details).toMatchObject({
      command: 'plan',
      exit: { exitCode: 1 },
      directory: root.directory,
    })
    expect(failure.diagnostics).toMatchObject([
      {
        severity: 'error',
        summary: 'Unsupported argument',
        range: { file: 'main.tf', startLine: 2, startColumn: 3, endLine: 2, endColumn: 9 },
      },
    ])
    expect(failure.message).toContain(
      'Error: Unsupported argument (main.tf:2)\nAn argument named "inputt" is not expected here.',
    )
    expect(root.log()).toContain('Error: Unsupported argument (main.tf:2)')
  })

  test.each([
    [
      'a required variable',
      { 'main.tf': 'variable "a" {}\n' },
      {},
      /Set the variable with the input variables/,
    ],
    ['its var-file', { 'main.tf': ONE }, { varFiles: ['no.tfvars'] }, /relative to working-directory/],
    ['a valid target', { 'main.tf': ONE }, { targets: ['a b'] }, /Invalid target "a b"/],
  ])('without %s fails with a next step', async (_, files, options, sentence) => {
    const root = await rootWith(files)
    await root.terraform.init()
    expect((await failureOf(root.terraform.plan(root.planFile, options))).message).toMatch(sentence)
  })

  test('leaves only the plan file', async () => {
    const root = await plannedRoot(ONE)
    await root.terraform.show(root.planFile)
    expect(readdirSync(root.runtime.folder)).toEqual(['tfplan'])
    await failureOf(root.terraform.plan(root.planFile, { targets: ['a b'] }))
    expect(readdirSync(root.runtime.folder)).toEqual([])
  })
})

describeWithTerraform('init', () => {
  test.each([
    ['1.14.9', false],
    ['1.15.0', true],
  ])('of Terraform %s reads variables: %s', async (version, expected) => {
    const root = await rootWith({
      'main.tf': 'variable "a" {}\n',
      'spy.sh': '#!/bin/sh\necho "$@" >args.txt\n',
    })
    await chmod(root.path('spy.sh'), 0o755)
    const terraform = new Terraform(root.directory, {
      ...root.runtime,
      version,
      program: root.path('spy.sh'),
    })
    await terraform.init({ variables: ['a=secret value'], varFiles: ['b.tfvars'] })
    const args = await readFile(root.path('args.txt'), 'utf8')
    expect(args.includes('-var-file=b.tfvars')).toBe(expected)
    expect(args).not.toContain('secret value')
  })

  test('names the line of a syntax error', async () => {
    const root = await rootWith({ 'main.tf': '\nresource "x" {\n' })
    const failure = await failureOf(root.terraform.init())
    expect(failure.diagnostics[0]).toMatchObject({ range: { file: 'main.tf', startLine: 2 } })
  })

  test('reports the text of a Terraform without init -json', async () => {
    const root = await rootWith(
      { 'main.tf': 'terraform {\n  required_version = ">= 99"\n}\n' },
      { version: '1.8.5' },
    )
    const { message } = await failureOf(root.terraform.init())
    expect(message).toContain('Error: Unsupported Terraform Core version')
    expect(message).toContain('Set terraform-version')
    expect(message).not.toMatch(/[│╷╵\u001b]/)
  })

  test('does not change an existing lock file', async () => {
    const main = 'terraform {\n  required_providers {\n    aws = { source = "hashicorp/aws" }\n  }\n}\n'
    const root = await rootWith({ 'main.tf': main, '.terraform.lock.hcl': '' })
    const failure = await failureOf(root.terraform.init())
    expect(failure.message).toMatch(/terraform providers lock|Check the network/)
    expect(await readFile(root.path('.terraform.lock.hcl'), 'utf8')).toBe('')
  })

  test('passes backend settings item by item', async () => {
    const root = await rootWith({ 'main.tf': `terraform {\n  backend "local" {}\n}\n${ONE}` })
    await root.terraform.init({ backendConfig: ['path=sub/my state.json'] })
    await root.terraform.plan(root.planFile)
    await root.terraform.apply(root.planFile)
    expect(existsSync(root.path('sub/my state.json'))).toBe(true)
    expect(await root.terraform.stateVersion()).toMatchObject({
      serial: 1,
      lineage: expect.stringMatching(/^[\da-f-]{36}$/),
    })
  })

  test("reads private modules with Git's configuration in the environment, whose token is masked", async () => {
    const folder = await mkdtemp(join(tmpdir(), 'modules-'))
    const git = (...args: string[]) =>
      promisify(execFile)('git', ['-C', join(folder, 'network.git'), ...args])
    await mkdir(join(folder, 'network.git'))
    await writeFile(join(folder, 'network.git/main.tf'), 'output "cidr" {\n  value = "10.0.0.0/16"\n}\n')
    await git('init', '--quiet')
    await git('add', '.')
    await git('-c', 'user.name=a', '-c', 'user.email=a@b.c', 'commit', '--quiet', '--message', 'a module')
    const given = {
      GIT_CONFIG_COUNT: '2',
      GIT_CONFIG_KEY_0: `url.file://${folder}/.insteadOf`,
      GIT_CONFIG_VALUE_0: 'https://github.com/acme/',
      GIT_CONFIG_KEY_1: 'url.https://x-access-token:github_pat_modules@github.com/.insteadOf',
      GIT_CONFIG_VALUE_1: 'https://github.com/',
    }
    const env = terraformEnvironment({ ...terraformEnv(), ...given }, 'inherited')
    const source = 'git::https://github.com/acme/network.git?ref=HEAD'
    const main = `module "network" {\n  source = "${source}"\n}\noutput "cidr" {\n  value = module.network.cidr\n}\n`
    const { terraform, planFile } = await rootWith({ 'main.tf': main }, { env })
    await terraform.init()
    expect((await terraform.plan(planFile)).plan.outputs).toMatchObject([{ name: 'cidr' }])
    expect(environmentSecrets(env)).toContain('github_pat_modules')
    await rm(folder, { recursive: true })
  })

  test('skips the backend on request', async () => {
    const root = await rootWith({ 'main.tf': `terraform {\n  backend "s3" {}\n}\n${ONE}` })
    await root.terraform.init({ backend: 'none' })
    expect(await root.terraform.validate()).toEqual([])
  })
})

describeWithTerraform('a workspace', () => {
  test('is selected, or created on request', async () => {
    const root = await rootWith({ 'main.tf': ONE })
    await root.terraform.init()
    const failure = await failureOf(root.terraform.selectWorkspace('green', { missing: 'fail' }))
    expect(failure.message).toContain(`Workspace "green" doesn't exist.`)
    await root.terraform.selectWorkspace('green', { missing: 'create' })
    await root.terraform.selectWorkspace('default', { missing: 'fail' })
    await root.terraform.selectWorkspace('green', { missing: 'create' })
    expect(await readFile(root.path('.terraform/environment'), 'utf8')).toBe('green')
  })

  test('that TF_WORKSPACE names too is not selected again', async () => {
    const root = await rootWith({ 'main.tf': ONE }, { env: terraformEnv({ TF_WORKSPACE: 'default' }) })
    await root.terraform.init()
    await root.terraform.selectWorkspace('default', { missing: 'create' })
    expect(await root.terraform.plan(root.planFile)).toMatchObject({ hasChanges: true })
  })

  test('cannot differ from TF_WORKSPACE', async () => {
    const root = await rootWith({ 'main.tf': ONE }, { env: terraformEnv({ TF_WORKSPACE: 'green' }) })
    await expect(root.terraform.selectWorkspace('blue', { missing: 'create' })).rejects.toThrow(
      new InvalidArgument(
        "workspace: 'blue' differs from TF_WORKSPACE, which is 'green'. Remove one of them.",
      ),
    )
  })

  test('cannot be an option', async () => {
    const root = await rootWith({ 'main.tf': ONE })
    await expect(root.terraform.selectWorkspace('-chdir=/', { missing: 'create' })).rejects.toThrow(
      "workspace: '-chdir=/' cannot be passed on because it begins with a hyphen",
    )
  })
})

describeWithTerraform('before a plan', () => {
  test('validate reports errors with ranges', async () => {
    const root = await rootWith({ 'main.tf': 'output "a" {\n  value = var.nope\n}\n' })
    await root.terraform.init()
    expect(await root.terraform.validate()).toMatchObject([
      {
        severity: 'error',
        summary: 'Reference to undeclared input variable',
        range: { file: 'main.tf', startLine: 2 },
      },
    ])
  })

  test('fmt names unformatted files, in subdirectories too', async () => {
    const root = await rootWith({
      'main.tf': ONE,
      'bad.tf': 'locals {\na=1\n}\n',
      'sub/worse.tf': 'locals {\n   a = 1\n}\n',
    })
    expect(await root.terraform.fmtCheck()).toEqual(['bad.tf', 'sub/worse.tf'])
    await root.write({ 'bad.tf': 'locals {' })
    expect((await failureOf(root.terraform.fmtCheck())).message).toContain('bad.tf line 1')
  })
})

describeWithTerraform('Terraform is not started', () => {
  test('without the program', async () => {
    const root = await rootWith({ 'main.tf': ONE }, { program: '/nonexistent/terraform' })
    await expect(root.terraform.init()).rejects.toThrow(TerraformNotStarted)
    await expect(root.terraform.init()).rejects.toThrow(/Install it in an earlier step/)
  })

  test('without its directory', async () => {
    const root = await rootWith({ 'main.tf': ONE })
    await rm(root.directory, { recursive: true })
    await expect(root.terraform.init()).rejects.toThrow(
      /the directory .* does not exist\. Check the input working-directory/,
    )
  })

  test('after a cancellation, except for commands that read or clean up', async () => {
    const root = await plannedRoot(ONE)
    await root.terraform.apply(root.planFile)
    const cancelled = await rootWith({}, { interruption: AbortSignal.abort() })
    await expect(cancelled.terraform.init()).rejects.toThrow(TerraformCancelled)
    await expect(cancelled.terraform.apply('/x')).rejects.toThrow(
      'terraform apply was not started because the run was cancelled',
    )
    expect(await cancelled.terraform.stateVersion()).toBeUndefined()
    expect(await cancelled.terraform.output()).toEqual(new Map())
  })
})
