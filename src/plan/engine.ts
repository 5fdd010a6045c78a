/** Program that makes and applies plans. */
export interface Engine {
  readonly name: 'terraform' | 'opentofu'
  /** As in `Terraform 1.11.4`. */
  readonly title: string
  /** As in `terraform plan`. */
  readonly command: string
}

export const TERRAFORM: Engine = { name: 'terraform', title: 'Terraform', command: 'terraform' }
export const OPENTOFU: Engine = { name: 'opentofu', title: 'OpenTofu', command: 'tofu' }

/** Replaces Terraform's name and command in a text of this project, which must quote nothing of others. */
export const inWordsOf = ({ name, title, command }: Engine, text: string): string =>
  name === 'terraform'
    ? text
    : text.replaceAll(/\bTerraform\b/g, title).replaceAll(/\bterraform (?=[a-z])/g, `${command} `)

/** Returns the engine of a program, by its file name. */
export const engineOfProgram = (path: string): Engine =>
  /(?:^|[/\\])tofu[^/\\]*$/.test(path) ? OPENTOFU : TERRAFORM

const OPENTOFU_PREFIX = 'opentofu-'

/** Returns an engine's version for plan records: `1.11.4`, `opentofu-1.12.6`. */
export const engineVersion = ({ name }: Engine, version: string): string =>
  name === 'opentofu' ? `${OPENTOFU_PREFIX}${version}` : version

/** Reverses {@link engineVersion}. */
export const parseEngineVersion = (text: string): { readonly engine: Engine; readonly version: string } =>
  text.startsWith(OPENTOFU_PREFIX)
    ? { engine: OPENTOFU, version: text.slice(OPENTOFU_PREFIX.length) }
    : { engine: TERRAFORM, version: text }
