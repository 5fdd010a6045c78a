import type { RootChoices } from './choices'
import type { Release } from './package'

/** Folder of the Terraform root in the user's repository. */
export const ROOT = 'langfuse'

export interface RootSettings extends RootChoices {
  readonly stack: string
  readonly release: Release
}

/** Address of the module at a release. */
export const moduleSource = ({ source, tag }: Release): string =>
  `git::https://github.com/${source}.git//terraform/modules/langfuse?ref=${tag}`

const HEADER = `terraform {
  # use_lockfile of the S3 backend is stable since 1.11.
  required_version = ">= 1.11"

  required_providers {
    aws = {
      source  = "hashicorp/aws"
      version = ">= 5.100.0, < 7.0.0"
    }
  }

  # The workflows supply the settings.
  backend "s3" {}
}

# The environment supplies the Region and the credentials.
provider "aws" {}

variable "deletion_protection" {
  description = "Prevents the destruction of the stack and its data."
  type        = bool
  default     = true
  nullable    = false
}
`

const quoted = (text: string): string => JSON.stringify(text)

/** Renders the Terraform root, as `terraform fmt` formats it. */
export function renderRoot({ stack, email, size, domain, release }: RootSettings): string {
  const settings = [
    ...(domain === undefined
      ? []
      : [`domain = { name = ${quoted(domain.name)}, zone_name = ${quoted(domain.zone)} }`]),
    // The role that copies the images can write below its own name only.
    ...(stack === 'langfuse' ? [] : [`registry = { prefix = ${quoted(stack)} }`]),
  ]
  return `# Your stack. Its module block is the configuration of Langfuse.
# All settings: https://github.com/${release.source}/blob/${release.tag}/terraform/modules/langfuse/README.md
${HEADER}
module "langfuse" {
  source = ${quoted(moduleSource(release))}

  name                = ${quoted(stack)}
  size                = ${quoted(size)}
  images_file         = "\${path.module}/../images.yaml"
  deletion_protection = var.deletion_protection
${settings.map((line) => `\n  ${line}\n`).join('')}
  # Langfuse reads the first user at its first start only.
  langfuse = { first_user = { email = ${quoted(email)}, name = "Admin" } }

  alarm_emails = [${quoted(email)}]
}
`
}

/** Code owners of everything that decides what runs with a role. */
export const renderCodeOwners = (reviewers: readonly string[], more: readonly string[] = []): string => {
  const owners = reviewers.map((name) => `@${name}`).join(' ')
  return `# Approve changes of everything that runs with an AWS role.\n${[
    '/.github/',
    '/images.yaml',
    `/${ROOT}/`,
    ...more.map((path) => `/${path}`),
  ]
    .map((path) => `${path} ${owners}\n`)
    .join('')}`
}
