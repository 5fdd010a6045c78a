import { readdir, readFile } from 'node:fs/promises'
import { join, resolve } from 'node:path'
import { parseObject, recordsIn } from '../text/json'
import { type Attribute, type Block, parseHcl, parseJsonSyntax } from './configuration-block'
import { isConfigurationFile, isOverrideFile } from './configuration-files'
import { sensitiveCalls } from './sensitive-calls'

/** Input variable of the root module. */
export interface DeclaredVariable {
  /** Declared sensitive or ephemeral, or given to a write-only argument or a credential. */
  readonly isSecret: boolean
  readonly isEphemeral: boolean
  /** How Terraform reads a value of the command line or of TF_VAR_. */
  readonly syntax: 'text' | 'expression'
  readonly defaults: readonly Attribute[]
}

/** Secrets in the source, known before Terraform runs. */
export interface Configuration {
  readonly variables: ReadonlyMap<string, DeclaredVariable>
  /** Secrets that are written in the configuration. */
  readonly literals: readonly string[]
  /** Objects whose secrets are decided while Terraform runs: `aws_db_instance.main`, `provider.aws`, `ephemeral`. */
  readonly unknownSecrets: ReadonlySet<string>
}

export async function readModule(directory: string): Promise<Block[]> {
  const names = (await readdir(directory).catch(() => [])).filter(isConfigurationFile).sort()
  const ordered = [...names.filter((name) => !isOverrideFile(name)), ...names.filter(isOverrideFile)]
  return Promise.all(
    ordered.map(async (name) => {
      const text = await readFile(join(directory, name), 'utf8').catch(() => '')
      return name.endsWith('.json') ? parseJsonSyntax(text) : parseHcl(text)
    }),
  )
}

/**
 * Reads the root module and, after `init`, the modules that it calls.
 *
 * @param dataDirectory value of TF_DATA_DIR
 */
export async function readConfiguration(directory: string, dataDirectory?: string): Promise<Configuration> {
  const index = resolve(directory, dataDirectory || '.terraform', 'modules', 'modules.json')
  const modules = recordsIn(parseObject(await readFile(index, 'utf8').catch(() => ''))?.['Modules'])
  const called = modules.flatMap(({ Dir: path }) => (typeof path === 'string' && path !== '.' ? [path] : []))
  const root = await readModule(directory)
  const children = await Promise.all(called.map((path) => readModule(resolve(directory, path))))
  const found = new SecretSearch()
  for (const file of root) found.addFile(file, { module: 'root', path: directory })
  for (const [at, files] of children.entries())
    for (const file of files)
      found.addFile(file, { module: 'child', path: resolve(directory, called[at] ?? '') })
  for (const path of found.files) {
    const text = await readFile(resolve(directory, path), 'utf8').catch(() => '')
    if (text.length <= MAX_SECRET_FILE_LENGTH) found.literals.add(text)
  }
  const variables = new Map<string, DeclaredVariable>()
  for (const block of root.flatMap(({ blocks }) => blocks).filter(({ type }) => type === 'variable')) {
    const [name = ''] = block.labels
    variables.set(name, declaredVariable(block, variables.get(name), found.variables.has(name)))
  }
  return { variables, literals: [...found.literals], unknownSecrets: found.unknown }
}

const isOn = (attribute: Attribute | undefined): boolean =>
  attribute !== undefined && !/^\W*false\W*$/.test(attribute.text.slice(0, MAX_FLAG_LENGTH))

const MAX_FLAG_LENGTH = 100
/** Longer files are documents, not secrets. */
const MAX_SECRET_FILE_LENGTH = 64 * 1024

/** @param before declaration that an override file changes */
function declaredVariable(
  { attributes }: Block,
  before: DeclaredVariable | undefined,
  isUsedAsSecret: boolean,
): DeclaredVariable {
  const isEphemeral = isOn(attributes.get('ephemeral')) || before?.isEphemeral === true
  const type = attributes.get('type')?.text
  const given = attributes.get('default')
  return {
    isEphemeral,
    isSecret: isEphemeral || isUsedAsSecret || isOn(attributes.get('sensitive')) || before?.isSecret === true,
    syntax: type === undefined ? (before?.syntax ?? 'text') : isPrimitive(type) ? 'text' : 'expression',
    defaults: [...(before?.defaults ?? []), ...(given === undefined ? [] : [given])],
  }
}

/** Also the quoted form of Terraform 0.11. */
const isPrimitive = (type: string): boolean =>
  /^["(\s]*(?:string|number|bool)[")\s]*$/.test(type.slice(0, MAX_FLAG_LENGTH))

/** Arguments of providers, backends and connections that are credentials. */
const CREDENTIAL =
  /secret|token|passw|passphrase|private_key|access_key|api_?key|app_key|client_key|(?:^|_)(?:auth|pem)$|authorization|credential|conn_str|external_id|bearer/i
const WRITE_ONLY = /_wo$/
/** `key_provider` is part of OpenTofu's encryption. */
const CREDENTIAL_BLOCKS: readonly string[] = ['provider', 'backend', 'connection', 'key_provider']

class SecretSearch {
  readonly literals = new Set<string>()
  readonly variables = new Set<string>()
  readonly unknown = new Set<string>()
  /** Paths of files whose content is a secret. */
  readonly files = new Set<string>()

  /** @param path of the module */
  addFile(file: Block, { module, path }: { readonly module: 'root' | 'child'; readonly path: string }): void {
    for (const block of file.blocks) {
      if (block.type === 'ephemeral') this.unknown.add('ephemeral')
      const [type = '', name = ''] = block.labels
      const subject = block.type === 'resource' ? `${type}.${name}` : `${block.type}.${type}`
      this.addBlock(block, { subject, module, path, isCredential: CREDENTIAL_BLOCKS.includes(block.type) })
    }
  }

  private addBlock(
    block: Block,
    where: {
      readonly subject: string
      readonly module: 'root' | 'child'
      readonly path: string
      readonly isCredential: boolean
    },
  ): void {
    for (const [name, attribute] of block.attributes) {
      const { literals, variables, files } = sensitiveCalls(attribute.text)
      for (const literal of literals) this.literals.add(literal)
      for (const file of files) this.files.add(file.replace('${path.module}', where.path))
      if (where.module === 'root') for (const one of variables) this.variables.add(one)
      const isSecret = WRITE_ONLY.test(name) || (where.isCredential && CREDENTIAL.test(name))
      if (isSecret || isEphemeralUse(attribute)) this.addSecret(attribute, where)
    }
    for (const child of block.blocks) {
      const isCredential = where.isCredential || CREDENTIAL_BLOCKS.includes(child.type)
      this.addBlock(child, { ...where, isCredential })
    }
  }

  private addSecret(
    { text, literals }: Attribute,
    { subject, module }: { readonly subject: string; readonly module: 'root' | 'child' },
  ): void {
    for (const literal of literals) this.literals.add(literal)
    if (module === 'root')
      for (const [, name = ''] of text.matchAll(/\bvar\.([\w-]+)/g)) this.variables.add(name)
    if (module === 'root' && /^var\.[\w-]+$/.test(text.trim())) return
    // A function, local value or module can make a text that no input has.
    if (/[\w-]\s*\(|\b(?:ephemeral|local|module|var|each|self)\b/.test(text)) this.unknown.add(subject)
  }
}

const isEphemeralUse = ({ text }: Attribute): boolean => /\bephemeral\./.test(text)

/**
 * Whether the text of an error may contain a secret that is not known.
 *
 * @param address of a resource or provider; undefined for text of unknown origin
 */
export function mayQuoteUnknownSecret(
  { unknownSecrets }: Pick<Configuration, 'unknownSecrets'>,
  address: string | undefined,
): boolean {
  if (unknownSecrets.size === 0) return false
  if (address === undefined) return true
  const [type = '', name = ''] = lastModulePart(address).split('.', 2)
  // The address has the provider's source; a module may call it by any name.
  if (type.startsWith('provider[')) return [...unknownSecrets].some((one) => one.startsWith('provider.'))
  if (type === 'ephemeral') return true
  return unknownSecrets.has(`${type}.${name.replace(/\[.*/s, '')}`)
}

/** Removes the modules in front of an address. */
function lastModulePart(address: string): string {
  const at = address.lastIndexOf('module.')
  if (at < 0) return address
  // An instance key may contain dots.
  return address.slice(at).replace(/^module\.[^.[]+(?:\["(?:[^"\\]|\\.)*"\]|\[\d+\])?\./, '')
}
