import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from '@jest/globals'
import { tableUnder } from '../markdown-table'

const TERRAFORM = join(import.meta.dirname, '../../terraform')

interface Block {
  readonly name: string
  readonly description: string
  /** HCL source of the default value. */
  readonly default: string | undefined
}

/** Reads the variable or output blocks of HCL source that `terraform fmt` has formatted. */
function parseBlocks(kind: 'variable' | 'output', text: string): Block[] {
  const found = text.matchAll(new RegExp(`^${kind} "(\\w+)" \\{\\n([\\s\\S]*?)^\\}$`, 'gm'))
  return [...found].map(([, name = '', body = '']) => {
    const [, description = ''] = /^ {2}description += (".*")$/m.exec(body) ?? []
    const [, value] = /^ {2}default += (\S.*(?:\n {4}.*)*(?:\n {2}[}\]])?)/m.exec(body) ?? []
    return { name, description: JSON.parse(description) as string, default: value?.replace(/\s+/g, ' ') }
  })
}

describe.each(['bootstrap', 'langfuse', 'modules/langfuse'])('the README of terraform/%s', (root) => {
  const directory = join(TERRAFORM, root)
  const readme = readFileSync(join(directory, 'README.md'), 'utf8')
  const code = readdirSync(directory)
    .filter((file) => file.endsWith('.tf'))
    .map((file) => readFileSync(join(directory, file), 'utf8'))
    .join('\n')
  const unescapePipes = (cell = ''): string => cell.replaceAll('\\|', '|')

  test('lists every variable with its default and description', () => {
    const rows = [...tableUnder('## Variables', readme)].map(([name, [defaultValue, description]]) => ({
      name,
      default: unescapePipes(defaultValue).replace(/^`(.*)`$/, '$1'),
      description: unescapePipes(description),
    }))
    const byName = (a: { name: string }, b: { name: string }): number => a.name.localeCompare(b.name)
    const variables = parseBlocks('variable', code).map((one) => ({
      ...one,
      default: one.default ?? 'required',
    }))
    expect(rows.sort(byName)).toEqual(variables.sort(byName))
  })

  test('contains the type of every object', () => {
    const types = [...code.matchAll(/^ {2}type += (object\(\{\n[\s\S]*?\n {2}\}\))$/gm)].map(
      ([, type = '']) => type.replaceAll('\n  ', '\n'),
    )
    if (root === 'modules/langfuse') expect(types.length).toBeGreaterThan(5)
    for (const type of types) expect(readme).toContain(type)
  })

  test('lists every output with its description', () => {
    const rows = [...tableUnder('## Outputs', readme)].map(([name, [description]]) => [
      name,
      unescapePipes(description),
    ])
    expect(new Map(rows as [string, string][])).toEqual(
      new Map(parseBlocks('output', code).map(({ name, description }) => [name, description])),
    )
  })
})

test('parseBlocks reads name, description and default', () => {
  const text = `variable "size" {
  description = "Small or \\"large\\"."
  type = object({
    default = optional(string)
  })
  default = {
    one = 1
  }
}

output "url" {
  description = "URL."
  value       = "x"
}
`
  expect(parseBlocks('variable', text)).toEqual([
    { name: 'size', description: 'Small or "large".', default: '{ one = 1 }' },
  ])
  expect(parseBlocks('output', text)).toEqual([{ name: 'url', description: 'URL.', default: undefined }])
})
