import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { type Engine, TERRAFORM } from '../../plan/engine'
import { isRecord, parseObject } from '../../text/json'
import { isConfigurationFile, isOverrideFile } from '../configuration-files'
import { tokenize } from './hcl'

/**
 * Returns the joined `required_version` constraints of a root module; empty without any.
 * Skips invalid files, which Terraform reports.
 */
export async function readRequiredVersion(directory: string, engine = TERRAFORM): Promise<string> {
  const all = (await readdir(directory)).filter(isConfigurationFile).sort()
  const names = all.filter((name) => isReadBy(engine, name, all))
  const files = await Promise.all(
    names.map(async (name) => {
      const text = await readFile(join(directory, name), 'utf8')
      return { name, constraints: name.endsWith('.json') ? constraintsInJson(text) : constraintsInHcl(text) }
    }),
  )
  const overriding = files
    .filter(({ name }) => isOverrideFile(name))
    .flatMap(({ constraints }) => constraints)
  // An override replaces all others.
  if (overriding.length > 0) return overriding.join(', ')
  return files.flatMap(({ constraints }) => constraints).join(', ')
}

/** OpenTofu reads `main.tofu` instead of `main.tf`; Terraform ignores it. */
function isReadBy({ name: engine }: Engine, name: string, all: readonly string[]): boolean {
  const isTofu = /\.tofu(?:\.json)?$/.test(name)
  if (engine === 'terraform') return !isTofu
  return isTofu || !all.includes(name.replace(/\.tf((?:\.json)?)$/, '.tofu$1'))
}

function constraintsInJson(text: string): string[] {
  const blocks: unknown = parseObject(text)?.['terraform']
  const list: readonly unknown[] = Array.isArray(blocks) ? blocks : [blocks]
  return list
    .filter(isRecord)
    .flatMap(({ required_version: constraint }) =>
      typeof constraint === 'string' && constraint.trim() !== '' ? [constraint] : [],
    )
}

function constraintsInHcl(text: string): string[] {
  const tokens = tokenize(text)
  const found: string[] = []
  let depth = 0
  let block = ''
  tokens.forEach((token, at) => {
    if (token.kind === 'open') {
      const before = tokens[at - 1]
      if (depth === 0) block = token.text === '{' && before?.kind === 'word' ? before.text : ''
      depth += 1
    } else if (token.kind === 'close') depth -= 1
    else if (
      depth === 1 &&
      block === 'terraform' &&
      token.kind === 'word' &&
      token.text === 'required_version'
    ) {
      const value = tokens[at + 2]
      if (tokens[at + 1]?.text === '=' && value?.kind === 'string' && value.text.trim() !== '')
        found.push(value.text)
    }
  })
  return found
}
