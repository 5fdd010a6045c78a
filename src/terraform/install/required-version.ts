import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { isRecord, parseObject } from '../../text/json'
import { tokensOf } from './hcl'

/**
 * The constraint that a root's `terraform` blocks put on Terraform's version, several of them joined.
 * Only what Terraform itself reads counts; a file that it cannot read, it will complain of itself.
 *
 * @returns empty when there is none
 */
export async function requiredVersion(directory: string): Promise<string> {
  const names = (await readdir(directory)).filter(isConfiguration).sort()
  const files = await Promise.all(
    names.map(async (name) => {
      const text = await readFile(join(directory, name), 'utf8')
      return { name, constraints: name.endsWith('.json') ? inJson(text) : inHcl(text) }
    }),
  )
  const overriding = files.filter(({ name }) => isOverride(name)).flatMap(({ constraints }) => constraints)
  // An override takes the place of all others (https://developer.hashicorp.com/terraform/language/files/override).
  if (overriding.length > 0) return overriding.join(', ')
  return files.flatMap(({ constraints }) => constraints).join(', ')
}

/** Files that editors leave are not Terraform's. */
const isConfiguration = (name: string): boolean => /^[^.#].*\.tf(?:\.json)?$/.test(name)

const isOverride = (name: string): boolean => /(?:^|_)override\.tf(?:\.json)?$/.test(name)

function inJson(text: string): string[] {
  const blocks: unknown = parseObject(text)?.['terraform']
  const list: readonly unknown[] = Array.isArray(blocks) ? blocks : [blocks]
  return list
    .filter(isRecord)
    .flatMap(({ required_version: constraint }) =>
      typeof constraint === 'string' && constraint.trim() !== '' ? [constraint] : [],
    )
}

function inHcl(text: string): string[] {
  const tokens = tokensOf(text)
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
