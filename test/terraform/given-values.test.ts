import { afterEach, beforeEach, describe, expect, test } from '@jest/globals'
import { mkdir, mkdtemp, readFile, rm, stat, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { mayQuoteUnknownSecret, readConfiguration } from '../../src/terraform/configuration'
import { backendSecrets, type GivenInputs, givenSecrets, givenTexts } from '../../src/terraform/given-values'
import { backendArguments, variableArguments } from '../../src/terraform/value-files'
import { cpuMs } from '../cpu-time'

let directory: string
beforeEach(async () => {
  directory = await mkdtemp(join(tmpdir(), 'given-'))
})
afterEach(() => rm(directory, { recursive: true, force: true }))

async function write(files: Readonly<Record<string, string>>): Promise<void> {
  for (const [name, text] of Object.entries(files)) {
    await mkdir(dirname(join(directory, name)), { recursive: true })
    await writeFile(join(directory, name), text)
  }
}

async function secretsOf(inputs: GivenInputs, env: Readonly<Record<string, string>> = {}): Promise<string[]> {
  const configuration = await readConfiguration(directory)
  return givenSecrets(directory, inputs, { configuration, env })
}

const CANARY = 'canary "1"\n${2}'
const QUOTED = '"canary \\"1\\"\\n$${2}"'

describe('the value of a variable is a secret', () => {
  test.each([
    ['sensitive', 'variable "p" { sensitive = true }'],
    ['ephemeral', 'variable "p" {\n  type = string # why\n  ephemeral = (true)\n}'],
    ['sensitive by a condition', 'variable p {\n  sensitive = "true"\n}'],
    [
      'written to a write-only argument',
      'variable "p" {}\nresource "a" "b" {\n  key_wo = jsonencode({ p = var.p })\n}',
    ],
    ['the credential of a provider', 'variable "p" {}\nprovider "x" {\n  api_token = var.p\n}'],
  ])('that is declared or used as %s', async (_, main) => {
    await write({ 'main.tf': main })
    expect(await secretsOf({ variables: [`p=${CANARY}`] })).toContain(CANARY)
  })

  test('that an override file makes sensitive', async () => {
    await write({
      'main.tf': 'variable "p" {}',
      'x_override.tf.json': '{"variable":{"p":{"sensitive":true}}}',
    })
    expect(await secretsOf({ variables: [`p=${CANARY}`] })).toContain(CANARY)
  })

  test.each([
    ['a var-file', { 'env/a.tfvars': `q = 1\np = ${QUOTED}\n` }, { varFiles: ['env/a.tfvars'] }],
    ['terraform.tfvars', { 'terraform.tfvars': `p = ${QUOTED}` }, {}],
    ['an automatic file', { 'z.auto.tfvars': `p = {\n  a = [${QUOTED}]\n}` }, {}],
    ['an automatic file in JSON', { 'z.auto.tfvars.json': JSON.stringify({ p: { a: [CANARY] } }) }, {}],
    ['its default', { 'd.tf': `variable "p" {\n  default = ${QUOTED}\n}` }, {}],
    ['an expression', {}, { variables: [`p={ a = ${QUOTED} }`] }],
  ])('that comes from %s', async (_, files, inputs) => {
    await write({ 'main.tf': 'variable "p" {\n  ephemeral = true\n}', ...files })
    expect(await secretsOf(inputs)).toContain(CANARY)
  })

  test('that comes from a heredoc, a number or the environment', async () => {
    await write({
      'main.tf': 'variable "p" {\n  sensitive = true\n}\nvariable "q" {\n  sensitive = true\n}',
      'terraform.tfvars': 'p = <<-EOT\n    first line\n      second line\n  EOT\nq = 1234567890\n',
    })
    const found = await secretsOf({}, { TF_VAR_p: 'from the environment' })
    expect(found).toEqual(expect.arrayContaining(['1234567890', 'from the environment']))
    expect(found.join()).toContain('first line\n  second line')
  })
})

test('the value of an ordinary variable is no secret', async () => {
  await write({ 'main.tf': 'variable "p" {\n  sensitive = false\n}\nresource "a" "b" {\n  key = var.p\n}' })
  expect(await secretsOf({ variables: ['p=eu-central-1'] })).toEqual([])
})

test('literals of write-only arguments, providers and backends are secrets', async () => {
  await write({
    'main.tf':
      'terraform {\n  backend "s3" {\n    bucket = "b"\n    secret_key = "of the backend"\n  }\n}\nresource "a" "b" {\n  key_wo = "of the argument"\n}',
    'p.tf.json': '{"provider":{"x":[{"password":"of the provider","region":"r"}]}}',
  })
  expect((await secretsOf({})).sort()).toEqual(['of the argument', 'of the backend', 'of the provider'])
})

test('credentials in backend settings are secrets, also in files', async () => {
  await write({ 'b.hcl': 'token = "in a file"\nregion = "r"\n' })
  expect(await backendSecrets(directory, ['bucket=b', 'secret_key=x=y', 'b.hcl'])).toEqual([
    'x=y',
    'in a file',
  ])
})

describe('an error may quote a secret that is not known', () => {
  const EPHEMERAL = `ephemeral "random_password" "one" {}
resource "aws_db" "main" {
  for_each    = toset(["x.y"])
  password_wo = ephemeral.random_password.one.result
}
resource "aws_db" "other" {
  password_wo = var.known
}
`
  test.each([
    ['aws_db.main["x.y"]', true],
    ['module.a["module.b"].aws_db.main["x"]', true],
    ['aws_db.other', false],
    ['ephemeral.random_password.one', true],
    ['provider["registry.terraform.io/hashicorp/aws"]', false],
    [undefined, true],
  ])('of %s: %s', async (address, expected) => {
    await write({ 'main.tf': EPHEMERAL })
    expect(mayQuoteUnknownSecret(await readConfiguration(directory), address)).toBe(expected)
  })

  test('of a module and of a provider that gets it', async () => {
    await write({
      'main.tf': 'provider "x" {\n  token = ephemeral.vault.one.token\n}',
      '.terraform/modules/modules.json': '{"Modules":[{"Key":"","Dir":"."},{"Key":"m","Dir":"m"}]}',
      'm/main.tf': 'resource "a" "b" {\n  key_wo = var.key\n}',
    })
    const configuration = await readConfiguration(directory)
    expect(mayQuoteUnknownSecret(configuration, 'module.m.a.b[0]')).toBe(true)
    expect(mayQuoteUnknownSecret(configuration, 'provider["example.com/o/other"]')).toBe(true)
  })

  test('never without ephemeral and write-only values', async () => {
    await write({ 'main.tf': 'resource "a" "b" {\n  key = file("x")\n}' })
    expect(mayQuoteUnknownSecret(await readConfiguration(directory), undefined)).toBe(false)
  })
})

describe('a command line', () => {
  test('has no value of a variable', async () => {
    await write({ 'main.tf': 'variable "a" {}\nvariable "b" {\n  type = list(string)\n}' })
    const configuration = await readConfiguration(directory)
    const inputs = { variables: ['a=1', 'a=x ${y} %{z}', 'b=["c"]', 'no=secret'], varFiles: ['f.tfvars'] }
    const { args, files } = await variableArguments(inputs, configuration, directory)
    expect(args).toEqual(['-var-file=f.tfvars', '-var=no=(value omitted)', `-var-file=${files[0] ?? ''}`])
    expect(await readFile(files[0] ?? '', 'utf8')).toBe('a = "x $\\u007by} %\\u007bz}"\nb = (\n["c"]\n)\n')
    expect((await stat(files[0] ?? '')).mode & 0o777).toBe(0o600)
  })

  test('has no backend setting, and keeps their order', async () => {
    const { args, files } = await backendArguments(['a=1', 'f.hcl', 'b={ c = "d" }'], directory)
    expect(args).toEqual([
      `-backend-config=${files[0] ?? ''}`,
      '-backend-config=f.hcl',
      `-backend-config=${files[1] ?? ''}`,
    ])
    expect(await readFile(files[1] ?? '', 'utf8')).toBe('b = (\n{ c = "d" }\n)\n')
  })
})

test('files of 60,000 repeated characters are read at once', async () => {
  const length = 60_000
  const texts = ['a ', 'a', '(', '"${', '<<A\n', '{', '"', '\\', '[', 'a=', '#', '/*', ' ', 'a {', '$'].map(
    (one) => one.repeat(Math.ceil(length / one.length)),
  )
  for (const [at, text] of texts.entries())
    await write({
      [`${at}.tf`]: text,
      [`v${at}.tf`]: `variable "p" {\n  sensitive = ${text}`,
      [`r${at}.tf`]: `resource "a" "b" {\n  k_wo = "${text.replaceAll('"', '')}"\n}`,
      [`${at}.tf.json`]: text,
      [`${at}.auto.tfvars`]: `p = ${text}`,
    })
  const variables = texts.map((text) => `p=${text}`)
  expect(await cpuMs(() => secretsOf({ variables }))).toBeLessThan(30_000)
}, 300_000)

test('automatic files are found below a relative directory', async () => {
  const path = await mkdtemp(join('test', 'relative-'))
  await writeFile(join(path, 'z.auto.tfvars'), 'p = "from a relative directory"\n')
  const texts = await givenTexts(path, {}, {})
  await rm(path, { recursive: true })
  expect(texts.get('p')).toContain('from a relative directory')
})
