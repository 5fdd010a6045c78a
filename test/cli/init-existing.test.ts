import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals'
import { checkExistingFiles, type Expected } from '../../src/cli/init/existing-files'
import { Package } from '../../src/cli/init/package'
import { renderRoot } from '../../src/cli/init/root-files'
import { renderSettingsWorkflows, renderStackFile } from '../../src/cli/init/settings-only'
import { renderWorkflows } from '../../src/cli/init/workflow-files'

const ROOT = join(import.meta.dirname, '../..')
const own = new Package(ROOT)
const release = { source: 'acme/langfuse-deploy', tag: 'v1.2.3', commit: 'a'.repeat(40) }
const root = { stack: 'langfuse', email: 'ada@example.com', size: 'small', domain: undefined, release }
const workflows = { release, stack: 'langfuse', branch: 'main' }
const example = (path: string): string => readFileSync(join(ROOT, path), 'utf8')

let directory: string
beforeEach(() => {
  directory = mkdtempSync(join(tmpdir(), 'existing-'))
})
afterEach(() => {
  rmSync(directory, { recursive: true })
})

async function check(
  files: Readonly<Record<string, string>>,
  changes: Partial<Expected> = {},
): Promise<void> {
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(dirname(join(directory, path)), { recursive: true })
    writeFileSync(join(directory, path), text)
  }
  const expected = { release, stack: 'langfuse', isSettingsOnly: false, isLaterRun: false, ...changes }
  await checkExistingFiles(directory, expected)
}

describe('before its first change, init accepts', () => {
  test('an empty repository', async () => {
    await check({})
    await check({}, { isSettingsOnly: true })
  })

  test('the files of a root that it writes', async () => {
    const files = await renderWorkflows(own, workflows)
    await check({ ...files, 'images.yaml': example('images.yaml'), 'langfuse/main.tf': renderRoot(root) })
  })

  test('the files of settings that it writes', async () => {
    const files = await renderSettingsWorkflows(own, workflows)
    const images = example('images.v4.yaml')
    await check(
      { ...files, 'images.yaml': images, 'settings.yaml': renderStackFile(root) },
      { isSettingsOnly: true },
    )
  })

  test('the examples', async () => {
    await check({ 'settings.yaml': example('examples/settings/settings.yaml') }, { isSettingsOnly: true })
    const configuration = example('examples/terraform/smallest/main.tf').replace(
      /^terraform \{/m,
      '$&\n  backend "s3" {}',
    )
    await check({ 'langfuse/main.tf': configuration })
  })

  test('a root whose backend and module are in different files', async () => {
    await check({
      'langfuse/main.tf': 'module "langfuse" {\n  source = "../modules/langfuse"\n}\n',
      'langfuse/backend.tf': 'terraform {\n  backend "s3" {\n  }\n}\n',
    })
  })

  test('a settings.yaml that it does not use', async () => {
    await check({ 'settings.yaml': 'theme: dark\n' })
  })

  test('a root that it does not use', async () => {
    await check({ 'langfuse/main.tf': 'locals {}\n' }, { isSettingsOnly: true })
  })
})

describe('before its first change, init rejects', () => {
  test.each([
    ['of another program', 'theme: dark\nplugins: [a]\n', 'has no langfuse.first_user.email'],
    ['with a part of the settings', 'name: langfuse\nsize: small\n', 'has no langfuse.first_user.email'],
    [
      'with an e-mail address of another type',
      'langfuse: { first_user: { email: [a] } }\n',
      'has no langfuse',
    ],
    ['that is a list', '- a\n', 'is not a YAML mapping of settings'],
    ['that is empty', '', 'is not a YAML mapping of settings'],
    ['that is no YAML', 'a: [\n', 'is not a YAML mapping of settings'],
    ['that is binary', '\u0000\u0001', 'is not a YAML mapping of settings'],
  ])('a settings.yaml %s', async (_, text, problem) => {
    await expect(check({ 'settings.yaml': text }, { isSettingsOnly: true })).rejects.toThrow(
      new RegExp(
        `^settings\\.yaml exists and ${problem}.* Rename or correct it, or use another repository\\.$`,
      ),
    )
  })

  test('a settings.yaml of another stack', async () => {
    const files = { 'settings.yaml': renderStackFile({ ...root, stack: 'observe' }) }
    await expect(check(files, { isSettingsOnly: true })).rejects.toThrow('Set it up with --stack observe')
    await expect(check(files, { isSettingsOnly: true, stack: 'observe' })).resolves.toBeUndefined()
  })

  test.each([
    ['of Kustomize', 'images:\n  - name: nginx\n    newTag: 1.2.3\n', 'has no pinned images (line '],
    ['of other images', example('images.tiny.yaml'), 'has no image langfuse-web'],
    ['that is empty', '', 'has no pinned images'],
  ])('an images.yaml %s', async (_, text, problem) => {
    for (const isSettingsOnly of [true, false])
      await expect(check({ 'images.yaml': text }, { isSettingsOnly })).rejects.toThrow(problem)
  })

  test.each([
    ['of something else', 'resource "aws_s3_bucket" "a" {}\n', 'call no module of Langfuse'],
    ['without a backend', 'module "a" {\n  source = "./langfuse"\n}\n', 'have no backend "s3"'],
    ['with another backend', 'source = "a/langfuse"\nbackend "local" {}\n', 'have no backend "s3"'],
  ])('a langfuse/main.tf %s', async (_, text, problem) => {
    await expect(check({ 'langfuse/main.tf': text })).rejects.toThrow(problem)
  })

  test.each([
    ['of its own', 'on: push'],
    ['that calls the workflow of another project', 'uses: other/shared/.github/workflows/deploy.yml@v1'],
    ['for settings only', 'uses: acme/langfuse-deploy/.github/workflows/deploy-settings.yml@v1'],
  ])('a workflow %s', async (_, text) => {
    const path = '.github/workflows/deploy.yml'
    await expect(check({ [path]: text })).rejects.toThrow(
      `${path} exists and does not call acme/langfuse-deploy/.github/workflows/deploy.yml, which needs this file name.`,
    )
  })

  test('a workflow with a Terraform root in a repository of settings, whose roles would not trust it', async () => {
    const files = await renderWorkflows(own, workflows)
    await expect(check(files, { isSettingsOnly: true })).rejects.toThrow(
      'does not call acme/langfuse-deploy/',
    )
  })
})

describe('in a later run', () => {
  test('init leaves the files to the user', async () => {
    const files = { 'images.yaml': 'mine', 'settings.yaml': 'mine', 'langfuse/main.tf': 'mine' }
    await check(files, { isLaterRun: true })
    await check(files, { isLaterRun: true, isSettingsOnly: true })
  })

  test('a workflow may call a copy of the release, and no other workflow', async () => {
    const path = '.github/workflows/deploy.yml'
    await check(
      { [path]: 'uses: copy/langfuse-deploy/.github/workflows/deploy.yml@v2' },
      { isLaterRun: true },
    )
    await expect(check({ [path]: 'on: push' }, { isLaterRun: true })).rejects.toThrow(
      `${path} exists and does not call a workflow of langfuse-deploy, which needs this file name. Rename it, or use another repository.`,
    )
  })
})
