import { spawnSync } from 'node:child_process'
import { createRequire } from 'node:module'
import { realpathSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import process from 'node:process'

const root = join(import.meta.dirname, '..')
const ncc = createRequire(import.meta.url).resolve('@vercel/ncc/dist/ncc/cli.js')

/** What the runner starts, and where action.yml says it is, inside the folder of the bundles. */
const BUNDLES = [
  { source: 'src/main.ts', folder: '.' },
  { source: 'src/post.ts', folder: 'post' },
]

/** Bundles the action into a folder, which is emptied first. */
export function build(folder) {
  rmSync(folder, { recursive: true, force: true })
  for (const bundle of BUNDLES) buildOne(bundle.source, join(folder, bundle.folder))
}

function buildOne(source, folder) {
  const options = ['--transpile-only', '--no-cache', '--license', 'licenses.txt', '--out', folder]
  const { status, stdout, stderr, error } = spawnSync(process.execPath, [ncc, 'build', source, ...options], {
    cwd: root,
    encoding: 'utf8',
  })
  if (status === 0) return
  throw new Error(`ncc could not bundle ${source}\n${error?.message ?? ''}${stdout ?? ''}${stderr ?? ''}`)
}

if (realpathSync(process.argv[1]) === import.meta.filename) build(process.argv[2] ?? join(root, 'dist'))
