// Writes the npm package of the command line into a folder: node scripts/package.js FOLDER OWNER/NAME
// A package of its own, because the repository's dependencies are bundled.
import { cp, mkdir, readFile, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import process from 'node:process'

const ROOT = join(import.meta.dirname, '..')

/** Files that the command line reads, and those that npm shows. */
const CONTENT = [
  'CHANGELOG.md',
  'LICENSE',
  'README.md',
  'dist/cli',
  'dist/package.json',
  'examples/settings',
  'examples/workflows',
  'images.v4.yaml',
  'images.yaml',
  'terraform/bootstrap',
  'terraform/langfuse/.terraform.lock.hcl',
  'terraform/langfuse/outputs.tf',
]
/** Working files of Terraform and its tests. */
const EXCLUDED = /\/(?:\.terraform|tests)(?:\/|$)|\.tfstate|\.tfvars$/

const [folder, repository] = process.argv.slice(2)
if (folder === undefined || !/^[\w-]+\/[\w.-]+$/.test(repository ?? '')) {
  process.stderr.write('Usage: node scripts/package.js FOLDER OWNER/NAME\n')
  process.exit(1)
}

for (const path of CONTENT) {
  await mkdir(dirname(join(folder, path)), { recursive: true })
  await cp(join(ROOT, path), join(folder, path), {
    recursive: true,
    filter: (source) => !EXCLUDED.test(source.slice(ROOT.length)),
  })
}
const { name, version, description, license, type, bin, engines } = JSON.parse(
  await readFile(join(ROOT, 'package.json'), 'utf8'),
)
const url = `https://github.com/${repository}`
const manifest = {
  ...{ name, version, description, license, type, bin, engines },
  keywords: ['langfuse', 'aws', 'terraform', 'github-actions'],
  repository: { type: 'git', url: `git+${url}.git` },
  homepage: `${url}#readme`,
  bugs: `${url}/issues`,
}
await writeFile(join(folder, 'package.json'), `${JSON.stringify(manifest, undefined, 2)}\n`)
