import { execFileSync } from 'node:child_process'
import { copyFileSync, mkdirSync, readFileSync, renameSync, rmSync } from 'node:fs'
import { createRequire } from 'node:module'
import { join } from 'node:path'

/** Large npm packages that few tests and scripts need. Their lock files are in the folders of the same names. */
export type PartName = 'bullmq' | 'clickhouse' | 'iam-data' | 'knip' | 'node24' | 'openpgp' | 'sigstore-mock'

const CACHE = join(import.meta.dirname, '../.cache')

const FILES = ['package.json', 'package-lock.json']

/** Returns the directory with the node_modules of a part, if it is installed in the locked versions. */
export function findPart(name: PartName, cache = CACHE): string | undefined {
  const directory = join(cache, name)
  return readLock(directory) === readLock(join(import.meta.dirname, name)) ? directory : undefined
}

function readLock(directory: string): string | undefined {
  try {
    return readFileSync(join(directory, 'package-lock.json'), 'utf8')
  } catch {
    return undefined
  }
}

/**
 * Returns the directory with the node_modules of a part, and installs it into .cache if it is missing or of other versions.
 * @throws Error if npm cannot be reached, or has no package for this platform
 */
export function installPart(name: PartName, cache = CACHE): string {
  const found = findPart(name, cache)
  if (found !== undefined) return found
  const directory = join(cache, `${name}-${process.pid}`)
  mkdirSync(directory, { recursive: true })
  try {
    for (const file of FILES) copyFileSync(join(import.meta.dirname, name, file), join(directory, file))
    // Not `npm ci`, which fails if a registry lacks an optional package for another platform.
    execFileSync('npm', ['install', '--no-save', '--ignore-scripts', '--no-audit', '--no-fund'], {
      cwd: directory,
      stdio: 'pipe',
    })
    if (findPart(name, cache) === undefined) replacePart(join(cache, name), directory)
  } catch (error) {
    if (findPart(name, cache) === undefined) throw error
  } finally {
    rmSync(directory, { recursive: true, force: true })
  }
  return join(cache, name)
}

/** Renames, so that another process never sees half an installation. */
function replacePart(target: string, directory: string): void {
  const old = `${directory}-old`
  try {
    renameSync(target, old)
  } catch {
    // Nothing was installed before.
  }
  renameSync(directory, target)
  rmSync(old, { recursive: true, force: true })
}

/**
 * Loads a package of a part, and installs the part if it is missing.
 * @throws Error if npm cannot be reached
 */
export const requirePart = (name: PartName, packageName: string): unknown =>
  createRequire(join(installPart(name), 'package.json'))(packageName)

/**
 * Installs a part. @returns the reason to skip a test if that is not possible
 * @throws Error in CI
 */
export function partIsMissing(name: PartName): string | undefined {
  try {
    installPart(name)
    return undefined
  } catch (error) {
    if (process.env['CI'] === 'true') throw error
    return `testkit/${name} could not be installed from npm: ${error instanceof Error ? error.message : String(error)}`
  }
}
