import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from '@jest/globals'
import { readRequiredVersion } from '../../../src/terraform/install/required-version'

let directory: string
beforeEach(async () => {
  directory = await mkdtemp(join(tmpdir(), 'required-'))
})
afterEach(() => rm(directory, { recursive: true }))

async function read(files: Readonly<Record<string, string>>): Promise<string> {
  for (const [name, content] of Object.entries(files)) await writeFile(join(directory, name), content)
  return readRequiredVersion(directory)
}

test.each([
  ['a block', 'terraform {\n  required_version = ">= 1.11"\n}', '>= 1.11'],
  ['one line', 'terraform { required_version="~> 1.11" }', '~> 1.11'],
  ['Windows', '\ufeffterraform {\r\n  required_version = ">= 1.11" # why\r\n}\r\n', '>= 1.11'],
  ['nothing', 'resource "a" "b" {}', ''],
  ['an empty file', '', ''],
  [
    'comments',
    '# terraform { required_version = "1" }\n// terraform { required_version = "2" }\n/* terraform {\n required_version = "3" } */',
    '',
  ],
  [
    'a comment between',
    'terraform /* { */ {\n  # required_version = "1"\n  required_version /* = "2" */ = "3" // = "4"\n}',
    '3',
  ],
  [
    'a string',
    'locals {\n  a = "terraform { required_version = \\"1\\" }"\n}\nterraform {\n  required_version = "2"\n}',
    '2',
  ],
  [
    'a template',
    'locals {\n  a = "${join("}", ["terraform {", "%{ if true }"])}$${"\n}\nterraform {\n  required_version = "2"\n}',
    '2',
  ],
  [
    'a heredoc',
    'locals {\n  a = <<-EOT\n    terraform {\n      required_version = "1"\n    }\n    EOT2 "\n  EOT\n}\nterraform {\n  required_version = "2"\n}',
    '2',
  ],
  [
    'another block',
    'module "m" {\n  required_version = "1"\n}\nmodule "terraform" {\n  required_version = "2"\n}',
    '',
  ],
  [
    'a block within',
    'terraform {\n  backend "s3" {\n    required_version = "1"\n  }\n  required_providers {\n    aws = { required_version = "2" }\n  }\n}',
    '',
  ],
  ['a value of another kind', 'terraform {\n  required_version = "${var.v}"\n}\n', ''],
  [
    'two blocks',
    'terraform {\n  required_version = ">= 1"\n}\nterraform {\n  required_version = "< 2"\n}',
    '>= 1, < 2',
  ],
  ['an unterminated block', 'terraform {\n  required_version = ">= 1"\n  a = <<EOT\n', '>= 1'],
  ['an unterminated string', 'terraform {\n  a = "x\n  required_version = ">= 1"\n}', '>= 1'],
])('in HCL with %s', async (_, text, expected) => {
  expect(await read({ 'main.tf': text })).toBe(expected)
})

test('constraints of several files are joined, including JSON files', async () => {
  const files = {
    'a.tf': 'terraform {\n  required_version = ">= 1.9"\n}\n',
    'b.tf.json': JSON.stringify({ terraform: { required_version: '< 2.0' } }),
    'c.tf.json': JSON.stringify({ terraform: [{ required_version: '!= 1.10.0' }, { backend: {} }] }),
    'd.tf.json': '{',
    'e.tf.json': '{"terraform":{"required_version":7}}',
  }
  expect(await read(files)).toBe('>= 1.9, < 2.0, != 1.10.0')
})

test('an override replaces the others', async () => {
  const block = (version: string): string => `terraform {\n  required_version = "${version}"\n}\n`
  const files = {
    'main.tf': block('1.9'),
    'x_override.tf': block('1.10'),
    'override.tf.json': '{}',
    'myoverride.tf': block('1.8'),
  }
  expect(await read(files)).toBe('1.10')
})

test('files that Terraform ignores do not count', async () => {
  const block = 'terraform {\n  required_version = "1"\n}\n'
  expect(
    await read({
      '.main.tf': block,
      'main.tf~': block,
      '#main.tf': block,
      'main.tfvars': block,
      'main.tf.bak': block,
    }),
  ).toBe('')
})
