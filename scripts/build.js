import { spawnSync } from 'node:child_process'
import { createRequire } from 'node:module'
import { mkdirSync, readdirSync, readFileSync, realpathSync, rmSync, writeFileSync } from 'node:fs'
import { basename, join } from 'node:path'
import process from 'node:process'
import { completeLicenses } from './licenses.js'
import { compileProgram } from './programs.js'

const root = join(import.meta.dirname, '..')
const ncc = createRequire(import.meta.url).resolve('@vercel/ncc/dist/ncc/cli.js')

/** Empties a folder and bundles the action and the CLI into it. */
export function build(folder) {
  rmSync(folder, { recursive: true, force: true })
  bundle('src/main.ts', folder)
  bundle('src/cli/main.ts', join(folder, 'cli'))
  writePrograms(join(folder, 'cli/programs'))
}

function bundle(entry, folder) {
  const options = ['--transpile-only', '--no-cache', '--license', 'licenses.txt', '--out', folder]
  const { status, stdout, stderr, error } = spawnSync(process.execPath, [ncc, 'build', entry, ...options], {
    cwd: root,
    encoding: 'utf8',
  })
  if (status !== 0)
    throw new Error(`ncc could not bundle ${entry}\n${error?.message ?? ''}${stdout ?? ''}${stderr ?? ''}`)
  refuseAssets(folder, entry)
  const licenses = join(folder, 'licenses.txt')
  writeFileSync(licenses, completeLicenses(readFileSync(licenses, 'utf8')))
}

/** ncc takes `readFile(resolve(unknown, 'name'))` for a file of the package, copies its matches and rewrites the path. */
function refuseAssets(folder, entry) {
  const rewritten = readdirSync(folder).filter(
    (name) => name.endsWith('.js') && readFileSync(join(folder, name), 'utf8').includes('_require__.ab + "'),
  )
  if (rewritten.length > 0)
    throw new Error(
      `ncc rewrote a path in ${rewritten.join(', ')} of ${entry}: use join() instead of resolve()`,
    )
}

/** The CLI reads them at run time, because it sends them to a container as text. */
function writePrograms(folder) {
  mkdirSync(folder)
  for (const file of readdirSync(join(root, 'src/cli/programs'))) {
    const name = basename(file, '.ts')
    writeFileSync(join(folder, `${name}.js`), compileProgram(name))
  }
}

if (realpathSync(process.argv[1]) === import.meta.filename) build(process.argv[2] ?? join(root, 'dist'))
