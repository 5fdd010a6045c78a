// Writes terraform/settings/module.tf from the variables of the module, and copies what terraform/settings shares with terraform/langfuse.
// Usage: tsx scripts/settings-root.ts
import { copyFileSync, readdirSync, readFileSync, realpathSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

const ROOT = join(import.meta.dirname, '..')
const MODULE = join(ROOT, 'terraform/modules/langfuse')
/** Chosen by the root, because it is a path. */
const NOT_A_SETTING = 'images_file'

/** Files that are the same in both roots. */
export const COPIES = ['outputs.tf', '.terraform.lock.hcl']

/** Renders the file: the names that a settings file may contain, and the call of the module with them. */
export function settingsModule(): string {
  const names = variableNames().filter((name) => name !== NOT_A_SETTING)
  const width = Math.max(NOT_A_SETTING.length, ...names.map((name) => name.length))
  const argument = (name: string, value: string): string => `  ${name.padEnd(width)} = ${value}`
  return [
    '# Generated from the variables of the module: npm run settings-root',
    'locals {',
    '  setting_names = [',
    ...names.map((name) => `    "${name}",`),
    '  ]',
    '}',
    '',
    'module "langfuse" {',
    '  source = "../modules/langfuse"',
    '',
    argument(NOT_A_SETTING, `var.${NOT_A_SETTING}`),
    // Null is the default of the module, which rejects it for a required variable.
    ...names.map((name) => argument(name, `try(local.settings.${name}, null)`)),
    '}',
    '',
  ].join('\n')
}

const variableNames = (): string[] =>
  readdirSync(MODULE)
    .filter((file) => file.endsWith('.tf'))
    .flatMap((file) => [...readFileSync(join(MODULE, file), 'utf8').matchAll(/^variable "(\w+)"/gm)])
    .map(([, name = '']) => name)
    .sort()

if (process.argv[1] !== undefined && realpathSync(process.argv[1]) === import.meta.filename) {
  writeFileSync(join(ROOT, 'terraform/settings/module.tf'), settingsModule())
  for (const file of COPIES)
    copyFileSync(join(ROOT, 'terraform/langfuse', file), join(ROOT, 'terraform/settings', file))
}
