import { existsSync, readdirSync } from 'node:fs'
import { homedir } from 'node:os'
import { join } from 'node:path'

/** Parent directories of Terraform's implied local mirrors, and a common one of explicit mirrors. */
const PARENTS = [
  join(homedir(), '.terraform.d'),
  '/usr/local/share/terraform',
  '/usr/share/terraform',
  '/opt',
]

/**
 * Returns the settings with which `terraform init` finds providers without a registry: `TF_CLI_ARGS_init` if set,
 * otherwise a local mirror with hashicorp/aws if there is one
 * (https://developer.hashicorp.com/terraform/cli/config/environment-variables).
 */
export function initSettings(): { readonly TF_CLI_ARGS_init?: string } {
  const { TF_CLI_ARGS_init: given } = process.env
  if (given !== undefined) return { TF_CLI_ARGS_init: given }
  const mirror = PARENTS.filter((parent) => existsSync(parent))
    .flatMap((parent) => readdirSync(parent).map((name) => join(parent, name)))
    .find((folder) => existsSync(join(folder, 'registry.terraform.io/hashicorp/aws')))
  return mirror === undefined ? {} : { TF_CLI_ARGS_init: `-plugin-dir=${mirror}` }
}
