import { chmod } from 'node:fs/promises'
import { join } from 'node:path'
import { type Engine, TERRAFORM } from '../../plan/engine'

export interface ToolCache {
  versions(): Promise<readonly string[]>
  /** Returns the directory; empty if it is not cached. */
  find(version: string): Promise<string>
  /** Extracts a ZIP file, and returns the directory. */
  add(zip: string, version: string): Promise<string>
}

/** Opens the runner's tool cache. `@actions/tool-cache` reads process.env. */
export function openToolCache(
  env: Readonly<NodeJS.ProcessEnv>,
  folder: string,
  engine: Engine = TERRAFORM,
): ToolCache {
  const tool = engine.command
  const isAvailable = Boolean(env['RUNNER_TOOL_CACHE'])
  return {
    versions: async () => (isAvailable ? (await loadToolCache()).findAllVersions(tool) : []),
    find: async (version) => (isAvailable ? (await loadToolCache()).find(tool, version) : ''),
    add: async (zip, version) => {
      const { cacheDir, extractZip } = await loadToolCache()
      const unpacked = await extractZip(zip, join(folder, `${tool}-${version}`))
      await chmod(join(unpacked, programName(process.platform, engine)), 0o755)
      return isAvailable ? cacheDir(unpacked, tool, version) : unpacked
    },
  }
}

const loadToolCache = () => import('@actions/tool-cache')

/** Returns the file name of an engine's program. */
export const programName = (system: string, { command }: Engine = TERRAFORM): string =>
  system === 'win32' ? `${command}.exe` : command
