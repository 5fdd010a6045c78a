import { mkdir, readFile } from 'node:fs/promises'
import { homedir } from 'node:os'
import { join } from 'node:path'

/**
 * Gives Terraform a folder in which providers stay from one `init` to the next, unless the user gave it one
 * (https://developer.hashicorp.com/terraform/cli/config/config-file#provider-plugin-cache).
 *
 * @returns what to add to the environment
 */
export async function pluginCache(env: Readonly<NodeJS.ProcessEnv>): Promise<Record<string, string>> {
  const place = env['RUNNER_TOOL_CACHE'] || env['RUNNER_TEMP']
  if (!place || env['TF_PLUGIN_CACHE_DIR'] || (await isConfigured(env))) return {}
  const folder = join(place, 'terraform-plugins')
  // Terraform refuses a folder that is not there; without one it only takes longer.
  const made = await mkdir(folder, { recursive: true }).then(
    () => true,
    () => false,
  )
  return made ? { TF_PLUGIN_CACHE_DIR: folder } : {}
}

async function isConfigured(env: Readonly<NodeJS.ProcessEnv>): Promise<boolean> {
  const own =
    process.platform === 'win32'
      ? join(env['APPDATA'] ?? '', 'terraform.rc')
      : join(env['HOME'] || homedir(), '.terraformrc')
  const path = env['TF_CLI_CONFIG_FILE'] || env['TERRAFORM_CONFIG'] || own
  const text = await readFile(path, 'utf8').catch(() => '')
  return /^[ \t]*plugin_cache_dir[ \t]*=/m.test(text)
}
