import { spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { resolve } from 'node:path'

const PLUGIN_DIR = resolve(import.meta.dirname, '../../../shared/tools/terraform-plugin-dir')

/** The provider that real stacks use, told to ask AWS nothing while it plans what is yet to be made. */
export const OFFLINE_AWS = `
terraform {
  required_version = ">= 1.11"
  required_providers {
    aws = { source = "hashicorp/aws" }
  }
}

provider "aws" {
  region                      = "eu-central-1"
  access_key                  = "bench"
  secret_key                  = "bench"
  skip_credentials_validation = true
  skip_requesting_account_id  = true
  skip_metadata_api_check     = true
}
`

/** For machines that cannot reach Terraform's registry. */
export function mirrorArguments(): Record<string, string> {
  const mirror = existsSync(PLUGIN_DIR) ? spawnSync(PLUGIN_DIR, { encoding: 'utf8' }).stdout.trim() : ''
  return mirror === '' ? {} : { TF_CLI_ARGS_init: `-plugin-dir=${mirror}` }
}
