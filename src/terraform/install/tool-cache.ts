import { chmod } from 'node:fs/promises'
import { join } from 'node:path'

/** Where the runner keeps programs between runs (self-hosted) or within one (hosted). */
export interface ToolCache {
  versions(): Promise<readonly string[]>
  /** @returns the folder of a version, empty when it is not there */
  find(version: string): Promise<string>
  /** Unpacks a ZIP file and keeps what is in it. @returns the folder where it then is */
  keep(zip: string, version: string): Promise<string>
}

const TOOL = 'terraform'

/**
 * @param env the process's own, where `@actions/tool-cache` also looks
 * @param folder where things go that nobody keeps
 */
export function openToolCache(env: Readonly<NodeJS.ProcessEnv>, folder: string): ToolCache {
  const isThere = Boolean(env['RUNNER_TOOL_CACHE'])
  return {
    versions: async () => (isThere ? (await load()).findAllVersions(TOOL) : []),
    find: async (version) => (isThere ? (await load()).find(TOOL, version) : ''),
    keep: async (zip, version) => {
      const { cacheDir, extractZip } = await load()
      const unpacked = await extractZip(zip, join(folder, `terraform-${version}`))
      await chmod(join(unpacked, programName(process.platform)), 0o755)
      return isThere ? cacheDir(unpacked, TOOL, version) : unpacked
    },
  }
}

const load = () => import('@actions/tool-cache')

export const programName = (system: string): string => (system === 'win32' ? `${TOOL}.exe` : TOOL)
