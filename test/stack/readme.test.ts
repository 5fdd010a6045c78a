import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from '@jest/globals'
import { tableUnder } from '../readme'

const TERRAFORM = join(import.meta.dirname, '../../terraform')

interface Block {
  readonly name: string
  readonly description: string
  /** As it is written; undefined if there is none. */
  readonly default: string | undefined
}

/** Blocks of one kind in the files of a root, by the format that `terraform fmt` gives them. */
function blocks(kind: 'variable' | 'output', text: string): Block[] {
  const found = text.matchAll(new RegExp(`^${kind} "(\\w+)" \\{\\n([\\s\\S]*?)^\\}$`, 'gm'))
  return [...found].map(([, name = '', body = '']) => {
    const [, description = ''] = /^ {2}description += (".*")$/m.exec(body) ?? []
    const [, value] = /^ {2}default += (\S.*(?:\n {4}.*)*(?:\n {2}[}\]])?)/m.exec(body) ?? []
    return { name, description: JSON.parse(description) as string, default: value?.replace(/\s+/g, ' ') }
  })
}

const roots = readdirSync(TERRAFORM).filter((root) => existsSync(join(TERRAFORM, root, 'README.md')))

describe.each(roots)('the README of terraform/%s', (root) => {
  const directory = join(TERRAFORM, root)
  const readme = readFileSync(join(directory, 'README.md'), 'utf8')
  const code = readdirSync(directory)
    .filter((file) => file.endsWith('.tf'))
    .map((file) => readFileSync(join(directory, file), 'utf8'))
    .join('\n')
  const plain = (cell = ''): string => cell.replaceAll('\\|', '|')

  test('has every variable, with its default and its description', () => {
    const rows = [...tableUnder('## Variables', readme)].map(([name, [otherwise, meaning]]) => ({
      name,
      default: plain(otherwise).replace(/^`(.*)`$/, '$1'),
      description: plain(meaning),
    }))
    const byName = (one: { name: string }, other: { name: string }): number =>
      one.name.localeCompare(other.name)
    const variables = blocks('variable', code).map((one) => ({ ...one, default: one.default ?? 'required' }))
    expect(rows.sort(byName)).toEqual(variables.sort(byName))
  })

  test('has every output, with its description', () => {
    const rows = [...tableUnder('## Outputs', readme)].map(([name, [meaning]]) => [name, plain(meaning)])
    expect(new Map(rows as [string, string][])).toEqual(
      new Map(blocks('output', code).map(({ name, description }) => [name, description])),
    )
  })
})

test('a block is read with all that the table says of it', () => {
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
  description = "Where."
  value       = "x"
}
`
  expect(blocks('variable', text)).toEqual([
    { name: 'size', description: 'Small or "large".', default: '{ one = 1 }' },
  ])
  expect(blocks('output', text)).toEqual([{ name: 'url', description: 'Where.', default: undefined }])
})

test('the picture in README.md is the one of docs/architecture.md', () => {
  const pictureIn = (file: string): string | undefined =>
    /```mermaid\n[\s\S]*?\n```/.exec(readFileSync(join(TERRAFORM, '..', file), 'utf8'))?.[0]
  expect(pictureIn('README.md')).toBeDefined()
  expect(pictureIn('README.md')).toBe(pictureIn('docs/architecture.md'))
})
