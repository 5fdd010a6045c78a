import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { canonicalJson, field } from '../plan/json'
import { hasEffect, type Plan, type ResourceChange } from '../plan/plan'
import { providerSetting, type RuntimeValue, type Setting } from '../plan/setting'
import { isRecord } from '../text/json'
import type { Attribute, Block } from './configuration-block'
import { type Expansion, ExpressionSource } from './expression-source'
import { type GivenInputs, givenTexts } from './given-values'
import { blockText, type ModuleSource, readModules } from './module-source'

export interface PlanSettings {
  readonly settings: readonly Setting[]
  readonly runtimeValues: readonly RuntimeValue[]
}

interface SettingsRequest {
  readonly plan: Plan
  readonly inputs: GivenInputs
  readonly env: Readonly<Record<string, string | undefined>>
}

/** Reads the settings of a plan from the root module, its modules and their inputs, after `init`. */
export async function readSettings(directory: string, request: SettingsRequest): Promise<PlanSettings> {
  const modules = await readModules(directory, request.env['TF_DATA_DIR'])
  const search = new SettingSearch(new ExpressionSource(modules), changesByResource(request.plan))
  for (const module of modules) await search.addModule(module)
  const given = await givenTexts(directory, request.inputs, request.env)
  const { variables } = request.plan
  const known = isRecord(variables) ? Object.keys(variables) : []
  const ephemeral = [...search.writeOnlyVariables].filter((name) => !known.includes(name))
  return {
    settings: [
      ...search.settings,
      ...(await providerVersions(directory)),
      ...known.map((name) => ({ name: `var.${name}`, content: canonicalJson(field(variables, name)) })),
      // Other ephemeral variables are credentials, which change with each run.
      ...ephemeral.map((name) => ({ name: `var.${name}`, content: given.get(name) ?? '' })),
    ],
    runtimeValues: search.runtimeValues,
  }
}

function changesByResource({ resources }: Plan): ReadonlyMap<string, readonly ResourceChange[]> {
  const found = new Map<string, ResourceChange[]>()
  for (const change of resources.filter(hasEffect)) {
    const address = change.address.replaceAll(/\[(?:"(?:[^"\\]|\\.)*"|\d+)\]/g, '')
    found.set(address, [...(found.get(address) ?? []), change])
  }
  return found
}

class SettingSearch {
  readonly settings: Setting[] = []
  readonly runtimeValues: RuntimeValue[] = []
  readonly writeOnlyVariables = new Set<string>()

  constructor(
    private readonly expressions: ExpressionSource,
    private readonly changes: ReadonlyMap<string, readonly ResourceChange[]>,
  ) {}

  async addModule(module: ModuleSource): Promise<void> {
    const { prefix, installed, blocks } = module
    if (installed !== undefined)
      this.settings.push({ name: `${prefix.slice(0, -1)} (source)`, content: installed })
    for (const block of blocks) {
      const name = `${prefix}${[block.type, ...block.labels].join('.')}`
      if (block.type === 'resource') await this.addResource(block, module)
      if (block.type === 'ephemeral' || block.type === 'action')
        await this.add(name, blockText(block), module)
      if (block.type === 'provider') {
        const alias = block.attributes.get('alias')?.text.replaceAll('"', '')
        await this.add(alias === undefined ? name : `${name}.${alias}`, blockText(block), module)
      }
    }
  }

  private async addResource(block: Block, module: ModuleSource): Promise<void> {
    const address = `${module.prefix}${block.labels.join('.')}`
    const kinds = this.changes.get(address)?.map(({ kind }) => kind) ?? []
    const isRecreated = kinds.some((kind) => kind === 'create' || kind === 'replace' || kind === 'delete')
    const connection = block.blocks.filter(({ type }) => type === 'connection').map(blockText)
    const provisioners = block.blocks.filter(({ type }) => type === 'provisioner')
    for (const [index, provisioner] of isRecreated ? provisioners.entries() : []) {
      const number = index === 0 ? '' : ` ${index + 1}`
      const text = [blockText(provisioner), ...connection].join('\n')
      const type = provisioner.labels[0] ?? 'provisioner'
      const { text: content } = await this.expressions.expand(text, module)
      const command = { address, type, text: commandOf(provisioner) }
      this.settings.push({ name: `${address} (${type}${number})`, content, command })
    }
    if (kinds.some((kind) => kind === 'create' || kind === 'replace' || kind === 'update'))
      for (const argument of argumentsOf(block)) await this.addWriteOnly(address, argument, module)
  }

  private async addWriteOnly(
    address: string,
    { path, isWriteOnly, attribute }: Argument,
    module: ModuleSource,
  ): Promise<void> {
    const expansion = await this.expressions.expand(attribute.text, module)
    const runtime = [...expansion.sources].filter((source) => isWriteOnly || source.includes('ephemeral.'))
    if (!isWriteOnly && runtime.length === 0) return
    const argument = `${address}.${path}`
    this.push(argument, expansion)
    for (const name of expansion.variables) this.writeOnlyVariables.add(name)
    this.runtimeValues.push(...runtime.map((source) => ({ argument, source })))
  }

  private async add(name: string, text: string, module: ModuleSource): Promise<void> {
    this.push(name, await this.expressions.expand(text, module))
  }

  private push(name: string, { text }: Expansion): void {
    this.settings.push({ name, content: text })
  }
}

/** Arguments of the provisioners `local-exec`, `remote-exec` and `file`. */
const commandOf = ({ attributes }: Block): string =>
  ['command', 'inline', 'script', 'scripts', 'source', 'content']
    .flatMap((name) => attributes.get(name)?.text ?? [])
    .join(' ')

interface Argument {
  readonly path: string
  readonly isWriteOnly: boolean
  readonly attribute: Attribute
}

/** Providers name write-only arguments `…_wo`. The input of `store` in `terraform_data` is one too (Terraform 1.16). */
function argumentsOf({ attributes, blocks, type }: Block, path: readonly string[] = []): Argument[] {
  const own = [...attributes].map(([name, attribute]) => ({
    path: [...path, name].join('.'),
    isWriteOnly: name.endsWith('_wo') || (type === 'store' && name === 'input'),
    attribute,
  }))
  const inner = blocks.filter((one) => one.type !== 'provisioner' && one.type !== 'connection')
  return [...own, ...inner.flatMap((one) => argumentsOf(one, [...path, one.type]))]
}

const LOCKED_PROVIDER = /provider\s+"([^"]{1,200})"\s*\{[^}]*?\bversion\s*=\s*"([^"]{1,100})"/g

/** Reads the versions that `init` has selected. */
async function providerVersions(directory: string): Promise<Setting[]> {
  const lock = await readFile(join(directory, LOCK_FILE), 'utf8').catch(() => '')
  return lockedProviders(lock)
}

export const LOCK_FILE = '.terraform.lock.hcl'

/** Parses a dependency lock file into settings with the versions of the providers. */
export const lockedProviders = (lock: string): Setting[] =>
  [...lock.matchAll(LOCKED_PROVIDER)].map(([, provider = '', version = '']) => ({
    name: providerSetting(provider),
    content: version,
  }))
