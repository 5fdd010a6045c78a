import { spawnSync } from 'node:child_process'
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs'
import { dirname, join, relative, resolve } from 'node:path'
import { describe, expect, test } from '@jest/globals'
import { Marked, type Token, type Tokens } from 'marked'
import { parseAllDocuments, parseDocument } from 'yaml'
import { SPECS } from '../src/inputs/specs'
import { tableUnder } from './markdown-table'

const ROOT = join(import.meta.dirname, '..')
const MAX_README_BYTES = 12_000
const IGNORED = new Set(['.git', '.cache', '.terraform', 'node_modules', 'dist', 'fixtures'])

/** Lists the files below a directory, relative to the repository. */
function listFiles(directory: string): string[] {
  return readdirSync(join(ROOT, directory), { withFileTypes: true }).flatMap((entry) => {
    if (IGNORED.has(entry.name)) return []
    const path = join(directory, entry.name)
    return entry.isDirectory() ? listFiles(path) : [path]
  })
}

const read = (path: string): string => readFileSync(join(ROOT, path), 'utf8')

/** Returns the anchors that GitHub gives to the headings of a Markdown file. */
function anchorsIn(markdown: string): Set<string> {
  const anchors = new Set<string>()
  for (const heading of tokensIn(markdown).filter((token) => token.type === 'heading')) {
    const text = textIn(heading as Tokens.Heading)
    const slug = text
      .toLowerCase()
      .replace(/[^\p{L}\p{N}\p{M}\s_-]/gu, '')
      .replaceAll(' ', '-')
    let anchor = slug
    for (let count = 1; anchors.has(anchor); count++) anchor = `${slug}-${count}`
    anchors.add(anchor)
  }
  return anchors
}

function tokensIn(markdown: string): Token[] {
  const marked = new Marked({ gfm: true })
  const tokens: Token[] = []
  void marked.walkTokens(marked.lexer(markdown), (token) => {
    tokens.push(token)
  })
  return tokens
}

const textIn = ({ tokens }: Tokens.Heading): string =>
  tokens.map((token) => ('text' in token ? String(token.text) : token.raw)).join('')

const TOP_LEVEL = new RegExp(
  `^(?:${['\\.ci', '\\.github', 'bench', 'demo', 'docs', 'examples', 'scripts', 'src', 'terraform', 'test', 'testkit'].join('|')})/[\\w./-]+$`,
)

/** Lists broken links and file names of a Markdown file. */
function findBrokenReferences(path: string, markdown: string): string[] {
  return tokensIn(markdown).flatMap((token) => {
    if (token.type === 'link' || token.type === 'image') {
      const problem = checkLink(path, markdown, String(token.href))
      return problem === undefined ? [] : [problem]
    }
    if (token.type === 'html')
      return [...String(token.text).matchAll(/\b(?:src|srcset|href)="([^"]*)"/g)].flatMap(
        ([, href = '']) => checkLink(path, markdown, href) ?? [],
      )
    const name = token.type === 'codespan' ? String(token.text) : ''
    return TOP_LEVEL.test(name) && !existsSync(join(ROOT, name)) ? [`${name} does not exist`] : []
  })
}

function checkLink(path: string, markdown: string, href: string): string | undefined {
  if (/^[a-z]+:/.test(href)) return undefined
  const [file = '', anchor] = decodeURIComponent(href).split('#')
  const target = file === '' ? path : relative(ROOT, resolve(ROOT, dirname(path), file))
  if (!existsSync(join(ROOT, target))) return `${href} does not exist`
  if (anchor === undefined || !target.endsWith('.md')) return undefined
  const anchors = anchorsIn(file === '' ? markdown : read(target))
  return anchors.has(anchor) ? undefined : `${href} has no such heading`
}

const pages = listFiles('.').filter((path) => path.endsWith('.md'))

describe('every Markdown file', () => {
  test.each(pages)('%s has no broken link, anchor or file name', (path) => {
    expect(findBrokenReferences(path, read(path))).toEqual([])
  })

  test('is checked for links, anchors and file names', () => {
    const broken =
      '# One\n\n[a](b.md) [b](#two) [c](SECURITY.md#none) ![d](d.png) `src/none.ts`\n\n[e](#one)\n\n<img src="e.png">'
    expect(findBrokenReferences('README.md', broken)).toEqual([
      'b.md does not exist',
      '#two has no such heading',
      'SECURITY.md#none has no such heading',
      'd.png does not exist',
      'src/none.ts does not exist',
      'e.png does not exist',
    ])
  })

  test('gets the anchors that GitHub gives', () => {
    expect([...anchorsIn('# Plan, `apply` & more\n\n## Web: a_b-c\n\n## Web: a_b-c')]).toEqual([
      'plan-apply--more',
      'web-a_b-c',
      'web-a_b-c-1',
    ])
  })
})

/** Finds names of documents, with an optional anchor, in any text. */
const DOCUMENT = /\b(?:docs|terraform|examples|testkit|src)\/(?:[\w-]+\/)*[\w-]+\.md(?:#[\w-]+)?/g

const others = ['.github', 'bench', 'demo', 'examples', 'scripts', 'src', 'terraform', 'testkit']
  .flatMap(listFiles)
  .concat('action.yml')
  .filter((path) => /\.(?:ts|js|mjs|ya?ml|tf|sh|sql|py|json|xml)$/.test(path))

test('code, workflows and Terraform name only documents and headings that exist', () => {
  const broken = others.flatMap((path) =>
    [...read(path).matchAll(DOCUMENT)].flatMap(([name]) => {
      const problem = checkLink('README.md', '', name)
      return problem === undefined ? [] : [`${path}: ${problem}`]
    }),
  )
  expect(broken).toEqual([])
})

test('the glossary names only identifiers and files that exist in src', () => {
  const source = listFiles('src').filter((path) => path.endsWith('.ts'))
  const text = source.map(read).join('\n')
  const rows = [...read('docs/development/glossary.md').matchAll(/\| `([\w.-]+)` +\|$/gm)]
  expect(rows.length).toBeGreaterThan(30)
  const missing = rows.flatMap(([, name = '']) => {
    const exists = name.endsWith('.ts')
      ? source.some((path) => path.endsWith(`/${name}`))
      : new RegExp(`\\b${name}\\b`).test(text)
    return exists ? [] : [name]
  })
  expect(missing).toEqual([])
})

interface Block {
  readonly path: string
  readonly language: string
  readonly text: string
}

const blocks: Block[] = pages.flatMap((path) =>
  tokensIn(read(path)).flatMap((token) =>
    token.type === 'code'
      ? [{ path, language: (token as Tokens.Code).lang ?? '', text: (token as Tokens.Code).text }]
      : [],
  ),
)

const blocksOf = (language: string): Block[] => blocks.filter((block) => block.language === language)

describe('every example in the documents', () => {
  test('in shell parses', () => {
    expect(blocksOf('sh').length).toBeGreaterThan(5)
    for (const { path, text } of blocksOf('sh')) {
      const { status, stderr } = spawnSync('bash', ['-n'], { input: text, encoding: 'utf8' })
      expect({ path, text, status, stderr }).toEqual({ path, text, status: 0, stderr: '' })
    }
  })

  test('in YAML and JSON parses', () => {
    for (const { text } of blocksOf('json')) expect(() => JSON.parse(text) as unknown).not.toThrow()
    for (const { path, text } of blocksOf('yaml')) {
      const errors = [parseAllDocuments(text)].flat().flatMap((document) => document.errors)
      expect({ path, errors }).toEqual({ path, errors: [] })
    }
  })

  test('of a step passes only inputs that its command uses', () => {
    const steps = blocksOf('yaml').flatMap(({ path, text }) => stepsIn(path, text))
    expect(steps.length).toBeGreaterThan(5)
    for (const { path, inputs } of steps) {
      const command = String(inputs['command'])
      const unused = Object.keys(inputs).filter(
        (name) => SPECS[name]?.commands.some((one) => one === command) !== true,
      )
      expect({ path, command, unused }).toEqual({ path, command, unused: [] })
    }
  })
})

interface ActionStep {
  readonly path: string
  readonly inputs: Readonly<Record<string, unknown>>
}

/** Finds the steps of a workflow, or of a part of one, that run this action. */
function stepsIn(path: string, yaml: string): ActionStep[] {
  const found: ActionStep[] = []
  const visit = (value: unknown): void => {
    if (typeof value !== 'object' || value === null) return
    const { uses, with: inputs } = value as { uses?: unknown; with?: Record<string, unknown> }
    if (typeof uses === 'string' && /\/langfuse-deploy@/.test(uses) && inputs !== undefined)
      found.push({ path, inputs })
    Object.values(value).forEach(visit)
  }
  for (const document of [parseAllDocuments(yaml)].flat()) visit(document.toJS())
  return found
}

describe('docs/reference.md', () => {
  const action = parseDocument(read('action.yml')).toJS() as Record<'inputs' | 'outputs', Described>
  const cases = (['inputs', 'outputs'] as const).flatMap((kind) =>
    Object.entries(action[kind]).map(([name, { description }]) => ({ kind, name, description })),
  )

  test.each(cases)('describes $kind $name as action.yml does', ({ kind, name, description }) => {
    // action.yml names the page; the page links to its section.
    const [sentence = ''] = description
      .replace('those in docs/reference.md', 'the [failure reasons](#failure-reasons)')
      .split(/(?<=\.) /)
    const cells = tableUnder(kind === 'inputs' ? '## Inputs' : '## Outputs', read('docs/reference.md')).get(
      name,
    )
    expect(cells?.join(' ').replaceAll('\\|', '|')).toContain(sentence)
  })
})

type Described = Readonly<Record<string, { readonly description: string }>>

test('docs/troubleshooting.md has a row for each alarm of the stack', () => {
  const alarms = read('terraform/modules/langfuse/cloudwatch-alarms.tf')
  const names = [...alarms.matchAll(/^ {6}([a-z-]+) = \{\n {8}description/gm)].map(([, name = '']) => name)
  expect(names.length).toBeGreaterThan(10)
  const [, section = ''] = read('docs/troubleshooting.md').split('\n## Alarms\n')
  const documented = [...(section.split('\n## ')[0] ?? '').matchAll(/`([a-z-]+)`/g)].map(([, name]) => name)
  expect(names.filter((name) => !documented.includes(name))).toEqual([])
})

describe('README.md', () => {
  test('is short', () => {
    expect(statSync(join(ROOT, 'README.md')).size).toBeLessThanOrEqual(MAX_README_BYTES)
  })

  test('names only npm scripts that exist', () => {
    const { scripts } = JSON.parse(read('package.json')) as { scripts: Record<string, string> }
    const named = [...read('README.md').matchAll(/\bnpm (?:run )?(?!ci\b)([\w-]+)$/gm)].map(
      ([, name]) => name,
    )
    expect(named).toEqual(['demo', 'test'])
    for (const name of named) expect(scripts).toHaveProperty(name ?? '')
  })
})
