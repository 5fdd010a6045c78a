import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, relative, resolve, sep } from 'node:path'
import process from 'node:process'
import { build } from './build.js'

/** Lists the differences between a folder and a build, one per line. */
function differences(folder, built) {
  const [have, want] = [readFiles(folder), readFiles(built)]
  const names = [...new Set([...have.keys(), ...want.keys()])].sort()
  return names.flatMap((name) => {
    const [mine, fresh] = [have.get(name), want.get(name)]
    if (mine === undefined) return `${name} is missing`
    if (fresh === undefined) return `${name} is not part of the build`
    const differs = mine.equals(fresh) ? [] : [`${name} differs`]
    return [...differs, ...machinePaths(mine).map((path) => `${name} contains the path ${path}`)]
  })
}

function readFiles(folder) {
  if (!existsSync(folder)) return new Map()
  const entries = readdirSync(folder, { recursive: true, withFileTypes: true })
  const paths = entries.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name))
  return new Map(paths.map((path) => [relative(folder, path), readFileSync(path)]))
}

/** Paths of the build machine in a bundle, which would differ on other machines. */
const machinePaths = (content) =>
  [root, join(tmpdir(), 'check-dist-')].filter((path) => content.includes(path))

function withBuild(use) {
  const built = mkdtempSync(join(tmpdir(), 'check-dist-'))
  try {
    build(built)
    use(built)
  } finally {
    rmSync(built, { recursive: true, force: true })
  }
}

function compare(folder, built) {
  const found = differences(folder, built)
  if (found.length === 0) {
    process.stdout.write(`${relative(root, folder)}/ matches the build of src/\n`)
  } else {
    process.stderr.write(`${found.join('\n')}\nRun \`npm run build\` and commit dist/.\n`)
    process.exitCode = 1
  }
}

// check-dist.js [FOLDER [BUILT]]: FOLDER is compared with BUILT, or with a fresh build.
const root = resolve(import.meta.dirname, '..') + sep
const folder = resolve(root, process.argv[2] ?? 'dist')
const built = process.argv[3]
if (built === undefined) withBuild((fresh) => compare(folder, fresh))
else compare(folder, built)
