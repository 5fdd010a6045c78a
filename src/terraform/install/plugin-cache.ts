import { mkdir, readFile } from 'node:fs/promises'
import { homedir } from 'node:os'
import { join } from 'node:path'

/**
 * Returns the variables that enable a provider plugin cache, unless the user has configured one
 * (https://developer.hashicorp.com/terraform/cli/config/config-file#provider-plugin-cache).
 */
export async function pluginCacheVariables(
  env: Readonly<NodeJS.ProcessEnv>,
): Promise<Record<string, string>> {
  const parent = env['RUNNER_TOOL_CACHE'] || env['RUNNER_TEMP']
  if (!parent || env['TF_PLUGIN_CACHE_DIR'] || (await isConfigured(env))) return {}
  const folder = join(parent, 'terraform-plugins')
  // Terraform rejects a missing directory, and runs without a cache.
  const exists = await mkdir(folder, { recursive: true }).then(
    () => true,
    () => false,
  )
  return exists ? { TF_PLUGIN_CACHE_DIR: folder } : {}
}

async function isConfigured(env: Readonly<NodeJS.ProcessEnv>): Promise<boolean> {
  const defaultPath =
    process.platform === 'win32'
      ? join(env['APPDATA'] ?? '', 'terraform.rc')
      : join(env['HOME'] || homedir(), '.terraformrc')
  const path = env['TF_CLI_CONFIG_FILE'] || env['TERRAFORM_CONFIG'] || defaultPath
  const text = await readFile(path, 'utf8').catch(() => '')
  return /^[ \t]*plugin_cache_dir[ \t]*=/m.test(text)
}
