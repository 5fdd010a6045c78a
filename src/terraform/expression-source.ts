import type { Block } from './configuration-block'
import { blockText, hashNamedFiles, type ModuleSource } from './module-source'

/** An expression with everything that it refers to. */
export interface Expansion {
  /** The expression and everything that it refers to: local values, arguments and outputs of modules, files. */
  readonly text: string
  /** Input variables of the root module. */
  readonly variables: ReadonlySet<string>
  /** Ephemeral resources and data sources, with their module. */
  readonly sources: ReadonlySet<string>
}

interface Pending {
  readonly text: string
  readonly module: ModuleSource
}

/** Follows the references of expressions through the modules of a configuration. */
export class ExpressionSource {
  private readonly byPrefix: ReadonlyMap<string, ModuleSource>

  constructor(modules: readonly ModuleSource[]) {
    this.byPrefix = new Map(modules.map((module) => [module.prefix, module]))
  }

  async expand(text: string, module: ModuleSource): Promise<Expansion> {
    const found = { variables: new Set<string>(), sources: new Set<string>() }
    const texts: string[] = []
    const seen = new Set<string>()
    const open: Pending[] = [{ text, module }]
    for (let next = open.pop(); next !== undefined; next = open.pop()) {
      texts.push(next.text, ...(await hashNamedFiles(next.text, next.module)))
      const { prefix } = next.module
      for (const [, kind = '', name = '', inner = ''] of next.text.matchAll(REFERENCE)) {
        const key = `${prefix}${kind}.${name}.${kind === 'var' || kind === 'local' ? '' : inner}`
        if (seen.has(key)) continue
        seen.add(key)
        if (kind === 'var' && prefix === '') found.variables.add(name)
        if (kind === 'ephemeral' || kind === 'data') found.sources.add(`${prefix}${kind}.${name}.${inner}`)
        open.push(...this.follow({ kind, name, inner }, next.module))
      }
    }
    return { text: texts.join('\n'), ...found }
  }

  private follow(
    { kind, name, inner }: { readonly kind: string; readonly name: string; readonly inner: string },
    module: ModuleSource,
  ): Pending[] {
    const { blocks, prefix } = module
    switch (kind) {
      case 'local':
        return attributes(
          blocks.filter(({ type }) => type === 'locals'),
          name,
          module,
        )
      case 'var':
        return this.followArgument(name, module)
      case 'module': {
        const child = this.byPrefix.get(`${prefix}module.${name}.`)
        const output = child?.blocks.filter(({ type, labels }) => type === 'output' && labels[0] === inner)
        return child === undefined ? [] : attributes(output ?? [], 'value', child)
      }
      case 'ephemeral':
        return blocks
          .filter(({ type, labels }) => type === kind && labels[0] === name && labels[1] === inner)
          .map((block) => ({ text: blockText(block), module }))
      default:
        return []
    }
  }

  /** The caller's argument, and the default. Values of the root module's variables are settings of their own. */
  private followArgument(name: string, module: ModuleSource): Pending[] {
    const [, parent = '', call = ''] = /^(.*?)module\.([^.]+)\.$/.exec(module.prefix) ?? []
    const declared = module.blocks.filter(({ type, labels }) => type === 'variable' && labels[0] === name)
    const caller = call === '' ? undefined : this.byPrefix.get(parent)
    const calls = caller?.blocks.filter(({ type, labels }) => type === 'module' && labels[0] === call) ?? []
    return [
      ...(caller === undefined ? [] : attributes(calls, name, caller)),
      ...attributes(declared, 'default', module),
    ]
  }
}

const REFERENCE = /\b(local|var|module|ephemeral|data)\.([\w-]+)(?:\[[^\]]{0,200}\])?(?:\.([\w-]+))?/g

const attributes = (blocks: readonly Block[], name: string, module: ModuleSource): Pending[] =>
  blocks.flatMap((block) => {
    const text = block.attributes.get(name)?.text
    return text === undefined ? [] : [{ text, module }]
  })
