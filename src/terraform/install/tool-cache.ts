import { chmod } from 'node:fs/promises'
import { join } from 'node:path'

export interface ToolCache {
  versions(): Promise<readonly string[]>
  /** Returns the directory; empty if it is not cached. */
  find(version: string): Promise<string>
  /** Extracts a ZIP file, and returns the directory. */
  add(zip: string, version: string): Promise<string>
}

const TOOL = 'terraform'

/** Opens the runner's tool cache. `@actions/tool-cache` reads process.env. */
export function openToolCache(env: Readonly<NodeJS.ProcessEnv>, folder: string): ToolCache {
  const isAvailable = Boolean(env['RUNNER_TOOL_CACHE'])
  return {
    versions: async () => (isAvailable ? (await loadToolCache()).findAllVersions(TOOL) : []),
    find: async (version) => (isAvailable ? (await loadToolCache()).find(TOOL, version) : ''),
    add: async (zip, version) => {
      const { cacheDir, extractZip } = await loadToolCache()
      const unpacked = await extractZip(zip, join(folder, `terraform-${version}`))
      await chmod(join(unpacked, programName(process.platform)), 0o755)
      return isAvailable ? cacheDir(unpacked, TOOL, version) : unpacked
    },
  }
}

const loadToolCache = () => import('@actions/tool-cache')

/** Returns the file name of Terraform's program. */
export const programName = (system: string): string => (system === 'win32' ? `${TOOL}.exe` : TOOL)
