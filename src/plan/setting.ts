/**
 * Part of the configuration, or of its inputs, that decides what an apply does and is in no planned change: provider
 * settings, provisioners, write-only arguments, ephemeral resources, provider and module versions, variables.
 */
export interface Setting {
  /** `provider.aws`, `aws_instance.web (local-exec)`, `var.region`. */
  readonly name: string
  /** May contain secrets: publish only its HMAC. */
  readonly content: string
  /** Command of a provisioner, shown redacted in the comment. */
  readonly command?: Command | undefined
}

const PROVIDER = 'provider '

/** Name of the setting with a provider's version. */
export const providerSetting = (provider: string): string => `${PROVIDER}${provider}`

/** Returns the provider whose version a setting of this name has. */
export const providerOf = (name: string): string | undefined =>
  name.startsWith(PROVIDER) ? name.slice(PROVIDER.length) : undefined

/** A command that the apply runs on the runner or on a created machine. */
export interface Command {
  readonly address: string
  /** `local-exec`. */
  readonly type: string
  /** Source of the expression. */
  readonly text: string
}

/** A value that no plan contains, because Terraform reads it during the apply. */
export interface RuntimeValue {
  /** `aws_db_instance.main.password_wo`. */
  readonly argument: string
  /** `ephemeral.random_password.main`. */
  readonly source: string
}

/** A provider whose version differs from that of the base branch. */
export interface ProviderUpdate {
  /** `registry.terraform.io/hashicorp/aws`. */
  readonly provider: string
  /** Undefined for a new provider. */
  readonly from: string | undefined
  readonly to: string
}
