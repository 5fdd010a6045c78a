import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { afterEach, describe, expect, test } from '@jest/globals'
import type { PlanSettings } from '../../src/terraform/settings'
import { readSettings } from '../../src/terraform/settings'
import { planOf, resource } from '../plan/a-plan'

const directories: string[] = []
afterEach(() => Promise.all(directories.splice(0).map((path) => rm(path, { recursive: true, force: true }))))

type Files = Readonly<Record<string, string>>

interface Given {
  readonly variables?: readonly string[]
  readonly env?: NodeJS.ProcessEnv
  readonly actions?: readonly string[]
  readonly address?: string
  readonly planned?: Readonly<Record<string, unknown>>
}

async function settingsOf(files: Files, given: Given = {}): Promise<PlanSettings> {
  const directory = await mkdtemp(join(tmpdir(), 'settings-'))
  directories.push(directory)
  for (const [path, content] of Object.entries(files)) {
    await mkdir(dirname(join(directory, path)), { recursive: true })
    await writeFile(join(directory, path), content)
  }
  const {
    variables = [],
    env = {},
    actions = ['create'],
    address = 'terraform_data.one',
    planned = {},
  } = given
  const plan = planOf([resource({ address, type: 'terraform_data' }, { actions })], {
    variables: Object.fromEntries(Object.entries(planned).map(([name, value]) => [name, { value }])),
  })
  return readSettings(directory, { plan, inputs: { variables }, env })
}

/** Names of the settings that differ. */
function differences(a: PlanSettings, b: PlanSettings): string[] {
  const of = ({ settings }: PlanSettings): Map<string, string> =>
    new Map(settings.map(({ name, content }) => [name, content]))
  const [before, after] = [of(a), of(b)]
  return [...new Set([...before.keys(), ...after.keys()])].filter(
    (name) => before.get(name) !== after.get(name),
  )
}

const MODULES = JSON.stringify({
  Modules: [
    { Key: '', Source: '', Dir: '.' },
    { Key: 'a', Source: 'registry.test/acme/a/aws', Version: '1.0.0', Dir: 'modules/a' },
  ],
})
const inModule = (root: string, module: string): Files => ({
  'main.tf': root,
  '.terraform/modules/modules.json': MODULES,
  'modules/a/main.tf': module,
})
const one = (body: string): Files => ({ 'main.tf': `resource "terraform_data" "one" {\n${body}\n}\n` })
const exec = (command: string): Files => one(`provisioner "local-exec" {\n  command = ${command}\n}`)

describe('settings of a plan', () => {
  test.each<[what: string, before: Files, after: Files, name: string]>([
    ['a provisioner', exec('"echo 1"'), exec('"echo 2"'), 'terraform_data.one (local-exec)'],
    [
      'a text next to a reference',
      exec('"a ${path.module}"'),
      exec('"b ${path.module}"'),
      'terraform_data.one (local-exec)',
    ],
    [
      'a local value of a provisioner',
      { ...exec('local.c'), 'b.tf': 'locals {\n  c = local.d\n  d = "1"\n}\n' },
      { ...exec('local.c'), 'b.tf': 'locals {\n  c = local.d\n  d = "2"\n}\n' },
      'terraform_data.one (local-exec)',
    ],
    [
      'a script of a provisioner',
      { ...exec('"${path.module}/run.sh --now"'), 'run.sh': 'echo 1' },
      { ...exec('"${path.module}/run.sh --now"'), 'run.sh': 'echo 2' },
      'terraform_data.one (local-exec)',
    ],
    [
      'a connection',
      one('connection {\n  host = "a"\n}\nprovisioner "remote-exec" {\n  inline = ["x"]\n}'),
      one('connection {\n  host = "b"\n}\nprovisioner "remote-exec" {\n  inline = ["x"]\n}'),
      'terraform_data.one (remote-exec)',
    ],
    [
      'a provider',
      { 'main.tf': 'provider "aws" {\n  region = "eu-central-1"\n}\n' },
      { 'main.tf': 'provider "aws" {\n  region = "us-west-2"\n}\n' },
      'provider.aws',
    ],
    [
      'a provider with an alias',
      { 'main.tf': 'provider "aws" {\n  alias = "dns"\n  assume_role {\n    role_arn = "a"\n  }\n}\n' },
      { 'main.tf': 'provider "aws" {\n  alias = "dns"\n  assume_role {\n    role_arn = "b"\n  }\n}\n' },
      'provider.aws.dns',
    ],
    [
      'the version of a provider',
      {
        '.terraform.lock.hcl': 'provider "registry.terraform.io/hashicorp/aws" {\n  version = "5.100.0"\n}\n',
      },
      { '.terraform.lock.hcl': 'provider "registry.terraform.io/hashicorp/aws" {\n  version = "6.0.0"\n}\n' },
      'provider registry.terraform.io/hashicorp/aws',
    ],
    [
      'the version of a module',
      inModule('', ''),
      { ...inModule('', ''), '.terraform/modules/modules.json': MODULES.replace('1.0.0', '1.1.0') },
      'module.a (source)',
    ],
    ['a write-only argument', one('secret_wo = "1"'), one('secret_wo = "2"'), 'terraform_data.one.secret_wo'],
    [
      'the input of a store',
      one('store {\n  input = "1"\n}'),
      one('store {\n  input = "2"\n}'),
      'terraform_data.one.store.input',
    ],
    [
      'an ephemeral resource',
      { 'main.tf': 'ephemeral "random_password" "p" {\n  length = 20\n}\n' },
      { 'main.tf': 'ephemeral "random_password" "p" {\n  length = 21\n}\n' },
      'ephemeral.random_password.p',
    ],
    [
      'a provider action',
      { 'main.tf': 'action "aws_lambda_invoke" "a" {\n  config {\n    payload = "1"\n  }\n}\n' },
      { 'main.tf': 'action "aws_lambda_invoke" "a" {\n  config {\n    payload = "2"\n  }\n}\n' },
      'action.aws_lambda_invoke.a',
    ],
  ])('include %s', async (_, before, after, name) => {
    expect(differences(await settingsOf(before), await settingsOf(after))).toEqual([name])
    expect(differences(await settingsOf(before), await settingsOf(before))).toEqual([])
  })

  test('include what a module gets from its caller', async () => {
    const address = 'module.a.terraform_data.one["x"]'
    const module = 'variable "c" {}\nresource "terraform_data" "one" {\n  secret_wo = var.c\n}\n'
    const call = (value: string): Files =>
      inModule(`module "a" {\n  source = "./a"\n  c = ${value}\n}\n`, module)
    const settings = await settingsOf(call('"1"'), { address })
    expect(differences(settings, await settingsOf(call('"2"'), { address }))).toEqual([
      'module.a.terraform_data.one.secret_wo',
    ])
  })

  test('include the values of variables, and ephemeral ones that feed a write-only argument', async () => {
    const files = {
      'main.tf':
        'variable "s" {\n  ephemeral = true\n}\nvariable "token" {\n  ephemeral = true\n}\nprovider "x" {\n  token = var.token\n}\nresource "terraform_data" "one" {\n  secret_wo = var.s\n}\n',
    }
    const read = (s: string, token: string, region: string): Promise<PlanSettings> =>
      settingsOf(files, { variables: [`s=${s}`], env: { TF_VAR_token: token }, planned: { region } })
    const before = await read('1', 'a', 'x')
    expect(differences(before, await read('1', 'b', 'x'))).toEqual([])
    expect(differences(before, await read('2', 'a', 'x'))).toEqual(['var.s'])
    expect(differences(before, await read('1', 'a', 'y'))).toEqual(['var.region'])
  })

  test.each(['no-op', 'update'])(
    'leave out the provisioners of a resource that is not created: %s',
    async (kind) => {
      const options = { actions: [kind] }
      expect(
        differences(await settingsOf(exec('"1"'), options), await settingsOf(exec('"2"'), options)),
      ).toEqual([])
    },
  )

  test('name values that are read during the apply', async () => {
    const { runtimeValues } = await settingsOf({
      'main.tf':
        'ephemeral "random_password" "p" {}\nlocals {\n  p = ephemeral.random_password.p.result\n}\nresource "terraform_data" "one" {\n  secret_wo = local.p\n}\n',
    })
    expect(runtimeValues).toEqual([
      { argument: 'terraform_data.one.secret_wo', source: 'ephemeral.random_password.p' },
    ])
  })
})
