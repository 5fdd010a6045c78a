/** Whether a file is configuration; editors' backup files are not. */
export const isConfigurationFile = (name: string): boolean => /^[^.#].*\.(?:tf|tofu)(?:\.json)?$/.test(name)

/** Whether a file overrides others (https://developer.hashicorp.com/terraform/language/files/override). */
export const isOverrideFile = (name: string): boolean => /(?:^|_)override\.(?:tf|tofu)(?:\.json)?$/.test(name)
