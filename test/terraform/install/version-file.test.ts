import { afterEach, beforeEach, expect, test } from '@jest/globals'
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { readVersionFile } from '../../../src/terraform/install/version-file'

let top: string
beforeEach(async () => {
  top = await mkdtemp(join(tmpdir(), 'version-'))
  await mkdir(join(top, 'infra/root'), { recursive: true })
})
afterEach(() => rm(top, { recursive: true }))

async function versionWith(files: Readonly<Record<string, string>>): Promise<string | undefined> {
  for (const [name, text] of Object.entries(files)) await writeFile(join(top, name), text)
  return (await readVersionFile(join(top, 'infra/root'), top))?.version
}

test.each<[string, Record<string, string>, string | undefined]>([
  ['in the root module', { 'infra/root/.terraform-version': '1.9.8\n' }, '1.9.8'],
  ['above it', { '.terraform-version': '# why\nv1.9.8 # here\n' }, '1.9.8'],
  ['of asdf', { 'infra/.tool-versions': 'nodejs 24.0.0\nterraform   1.10.5 1.9.8\n' }, '1.10.5'],
  [
    'next to the root module first',
    { '.terraform-version': '1.9.8', 'infra/.tool-versions': 'terraform 1.10.5' },
    '1.10.5',
  ],
  ['in a word', { '.terraform-version': 'latest-allowed' }, undefined],
  ['of another tool', { '.tool-versions': 'opentofu 1.9.0\nterraform-docs 0.19.0' }, undefined],
  ['without a file', {}, undefined],
  ['in a file of spaces', { '.tool-versions': ' '.repeat(200_000) }, undefined],
])('the version %s is found', async (_, files, expected) => {
  expect(await versionWith(files)).toBe(expected)
})

test('no file outside of the workspace is read', async () => {
  await writeFile(join(top, '.terraform-version'), '1.9.8')
  expect(await readVersionFile(join(top, 'infra/root'), join(top, 'infra'))).toBeUndefined()
  expect(dirname(top)).not.toBe(top)
})
