import { execFileSync } from 'node:child_process'
import { copyFileSync, existsSync, mkdirSync, renameSync, rmSync } from 'node:fs'
import { join } from 'node:path'

/** Large npm packages that few tests need. Their lock files are in the folders of the same names. */
export type PartName = 'clickhouse' | 'node24'

const CACHE = join(import.meta.dirname, '../.cache')

const FILES = ['package.json', 'package-lock.json']

/** Returns the directory with the node_modules of a part, if it is installed. */
export function findPart(name: PartName): string | undefined {
  const directory = join(CACHE, name)
  return existsSync(join(directory, 'node_modules')) ? directory : undefined
}

/**
 * Returns the directory with the node_modules of a part, and installs it into .cache if it is missing.
 * @throws Error if npm cannot be reached, or has no package for this platform
 */
export function installPart(name: PartName): string {
  const found = findPart(name)
  if (found !== undefined) return found
  const directory = join(CACHE, `${name}-${process.pid}`)
  mkdirSync(directory, { recursive: true })
  try {
    for (const file of FILES) copyFileSync(join(import.meta.dirname, name, file), join(directory, file))
    // Not `npm ci`, which fails if a registry lacks an optional package for another platform.
    execFileSync('npm', ['install', '--no-save', '--ignore-scripts', '--no-audit', '--no-fund'], {
      cwd: directory,
      stdio: 'pipe',
    })
    // A rename, so that another process never sees half an installation.
    renameSync(directory, join(CACHE, name))
  } catch (error) {
    if (findPart(name) === undefined) throw error
  } finally {
    rmSync(directory, { recursive: true, force: true })
  }
  return join(CACHE, name)
}

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
