import { createHash } from 'node:crypto'
import { readFile, stat } from 'node:fs/promises'
import { resolve } from 'node:path'
import { parseObject, recordsIn } from '../text/json'
import { readModule } from './configuration'
import type { Block } from './configuration-block'

/** Source of a module of the configuration. */
export interface ModuleSource {
  /** `module.network.module.subnets.`, empty for the root. */
  readonly prefix: string
  readonly directory: string
  readonly blocks: readonly Block[]
  /** Source and version that `init` has installed; undefined for the root. */
  readonly installed: string | undefined
}

/**
 * Reads the root module and, after `init`, the modules that it calls.
 *
 * @param dataDirectory value of TF_DATA_DIR
 */
export async function readModules(directory: string, dataDirectory?: string): Promise<ModuleSource[]> {
  const index = resolve(directory, dataDirectory || '.terraform', 'modules', 'modules.json')
  const modules = recordsIn(parseObject(await readFile(index, 'utf8').catch(() => ''))?.['Modules'])
  const called = modules.flatMap(({ Key: key, Dir: path, Source: source, Version: version }) => {
    if (typeof key !== 'string' || key === '' || typeof path !== 'string') return []
    const prefix = key
      .split('.')
      .map((name) => `module.${name}.`)
      .join('')
    return [
      {
        prefix,
        directory: resolve(directory, path),
        installed: [source, version].filter((one) => typeof one === 'string').join(' '),
      },
    ]
  })
  return Promise.all(
    [{ prefix: '', directory: resolve(directory), installed: undefined }, ...called].map(async (one) => ({
      ...one,
      blocks: (await readModule(one.directory)).flatMap(({ blocks }) => blocks),
    })),
  )
}

/** Writes a block with everything in it, in one form for all spellings of its order. */
export function blockText({ type, labels, attributes, blocks }: Block): string {
  const lines = [...attributes].map(([name, { text }]) => `${name} = ${text}`).sort()
  return [`${[type, ...labels].join(' ')} {`, ...lines, ...blocks.map(blockText), '}'].join('\n')
}

const MAX_FILE_BYTES = 1024 * 1024
const MAX_FILES = 50

/** Returns the hashes of files that a text names by a path in the module, such as scripts of a provisioner. */
export async function hashNamedFiles(text: string, { directory }: ModuleSource): Promise<string[]> {
  const paths = new Set(
    text
      .replaceAll(/\$\{path\.\w+\}\/?/g, ' ')
      .split(/[^\w./-]+/)
      .filter((path) => /[./]/.test(path) && path.length < 200),
  )
  const hashes = await Promise.all(
    [...paths].slice(0, MAX_FILES).map(async (path) => {
      const file = resolve(directory, path)
      const found = await stat(file).catch(() => undefined)
      if (found?.isFile() !== true || found.size > MAX_FILE_BYTES) return ''
      const content = await readFile(file).catch(() => '')
      return `${path} ${createHash('sha256').update(content).digest('hex')}`
    }),
  )
  return hashes.filter((hash) => hash !== '').sort()
}
