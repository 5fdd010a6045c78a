import { describe, expect, test } from '@jest/globals'
import { type Import, type Module, parseModule, readModules } from './imports'

const GROUND = ['text', 'http', 'plan']

/** Parts that speak to one outside system each. They never import one another: values cross through a command. */
const PARTS = ['registry', 'terraform', 'aws', 'github', 'langfuse', 'images']

/** The folder of src that a file belongs to, or the file itself at the top. */
const partOf = (path: string): string => path.split('/')[0] ?? path

/** Folders that each folder may import, apart from itself, type-only imports included. */
const MAY_IMPORT: Readonly<Record<string, readonly string[]>> = {
  main: ['post', 'inputs', 'commands', 'github', 'text', 'http'],
  post: ['inputs', 'commands', 'github', 'text'],
  commands: ['inputs', 'report', 'review', 'cost', ...PARTS, ...GROUND],
  cli: ['commands', 'review', 'cost', ...PARTS, ...GROUND],
  inputs: ['text'],
  report: ['review', 'cost', ...PARTS, ...GROUND],
  cost: GROUND,
  ...Object.fromEntries(PARTS.map((part) => [part, ['review', ...GROUND]])),
  review: GROUND,
  plan: ['text', 'http'],
  http: ['text', 'plan'],
  text: [],
}

/**
 * Packages too slow to load before the step knows that it needs them. Modules of Node.js are loaded in the function that
 * needs them, with `process.getBuiltinModule`.
 */
const LOADED_LATE =
  /^(?:@aws-sdk\/.*|@smithy\/.*|@actions\/(?:core|exec|github|tool-cache|http-client)|https-proxy-agent|(?:node:)?(?:https|tls|crypto|zlib|fs\/promises|child_process|worker_threads))$/

/** Lines of the files that are loaded before the first request. */
const MAX_EARLY_LINES = 5_500

const VAGUE_NAMES = ['utils', 'util', 'helpers', 'helper', 'types', 'constants', 'common', 'misc', 'index']

const MAX_LINES = 250

interface Rule {
  readonly name: string
  /** Breaches, a sentence each. */
  readonly breaches: (modules: readonly Module[]) => string[]
  /** Files of src that break it, and what is then said. */
  readonly example: { readonly files: Readonly<Record<string, string>>; readonly says: string }
}

const RULES: readonly Rule[] = [
  {
    name: 'dependencies run one way: main, commands, report, parts that never import one another, review, ground floor',
    breaches: (modules) =>
      eachImport(modules, ({ path }, { of }) => {
        const allowed = MAY_IMPORT[partOf(path)] ?? []
        if (!isOurs(of, modules) || partOf(of) === partOf(path) || allowed.includes(partOf(of)))
          return undefined
        return `${path} imports ${of}`
      }),
    example: {
      files: { 'aws/ecr.ts': "import type { Registry } from '../registry/client'", 'registry/client.ts': '' },
      says: 'aws/ecr imports registry/client',
    },
  },
  {
    name: 'every file belongs to a part',
    breaches: (modules) =>
      modules
        .filter(({ path }) => MAY_IMPORT[partOf(path)] === undefined)
        .map(({ path }) => `${path} belongs to no part`),
    example: { files: { 'shared/text.ts': '' }, says: 'shared/text belongs to no part' },
  },
  {
    // InvalidInput is the one value: only a command knows that an input it needs is absent or names nothing.
    name: 'outside main, inputs gives its types and the class of its errors',
    breaches: (modules) =>
      eachImport(modules, ({ path }, { of, kind, names }) => {
        if (of !== 'inputs/inputs' || ['main', 'post'].includes(path)) return undefined
        const values = names.filter(({ name, isType }) => !isType && name !== 'InvalidInput')
        if (kind === 'lazy') return `${path} loads inputs`
        return values.length > 0 ? `${path} imports ${values[0]?.name} of inputs` : undefined
      }),
    example: {
      files: {
        'commands/plan.ts': "import { type Inputs, InvalidInput, readInputs } from '../inputs/inputs'",
      },
      says: 'commands/plan imports readInputs of inputs',
    },
  },
  {
    name: 'only main, commands and github speak to the runner',
    breaches: (modules) =>
      eachImport(modules, ({ path }, { of }) => {
        const speaks = ['main', 'post', 'commands', 'github'].includes(partOf(path))
        return of.startsWith('@actions/core') && !speaks ? `${path} imports ${of}` : undefined
      }),
    example: {
      files: { 'aws/role.ts': "const core = await import('@actions/core')" },
      says: 'aws/role imports @actions/core',
    },
  },
  {
    name: 'a file is named after what it holds',
    breaches: (modules) =>
      modules
        .filter(({ path }) => path.split('/').some((name) => VAGUE_NAMES.includes(name)))
        .map(({ path }) => `${path} says nothing`),
    example: { files: { 'registry/utils.ts': '' }, says: 'registry/utils says nothing' },
  },
  {
    name: 'no import leads back to itself, type-only imports included',
    breaches: (modules) =>
      modules
        .filter(({ path }) => reach(path, modules, ['static', 'lazy', 'type']).includes(path))
        .map(cycleOf),
    example: {
      files: { 'registry/a.ts': "import { b } from './b'", 'registry/b.ts': "await import('./a')" },
      says: 'registry/a is part of a cycle',
    },
  },
  {
    name: 'slow packages are loaded where they are needed',
    breaches: (modules) => {
      const early = ['main', ...reach('main', modules, ['static'])]
      return eachImport(
        modules.filter(({ path }) => early.includes(path)),
        ({ path }, { of, kind }) =>
          kind === 'static' && LOADED_LATE.test(of) ? `${path} loads ${of} at the start` : undefined,
      )
    },
    example: {
      // A braced import of types alone still runs the module (verbatimModuleSyntax).
      files: {
        'main.ts': "import './aws/ecr'",
        'aws/ecr.ts': "import { type ECR } from '@aws-sdk/client-ecr'",
      },
      says: 'aws/ecr loads @aws-sdk/client-ecr at the start',
    },
  },
  {
    name: `a file has at most ${MAX_LINES} lines`,
    breaches: (modules) =>
      modules.filter(({ lines }) => lines > MAX_LINES).map(({ path, lines }) => `${path} has ${lines} lines`),
    example: { files: { 'inputs.ts': '//\n'.repeat(251) }, says: 'inputs has 251 lines' },
  },
]

const cycleOf = ({ path }: Module): string => `${path} is part of a cycle`

const isOurs = (path: string, modules: readonly Module[]): boolean =>
  modules.some((module) => module.path === path)

function eachImport(
  modules: readonly Module[],
  judge: (module: Module, one: Import) => string | undefined,
): string[] {
  const found = modules.flatMap((module) => module.imports.map((one) => judge(module, one)))
  return found.filter((breach) => breach !== undefined)
}

/** The files of src that one leads to, itself only if there is a way back. */
function reach(from: string, modules: readonly Module[], kinds: readonly Import['kind'][]): string[] {
  const reached = new Set<string>()
  const follow = (path: string): void => {
    const imports = modules.find((module) => module.path === path)?.imports ?? []
    for (const { of, kind } of imports) {
      if (!kinds.includes(kind) || reached.has(of) || !isOurs(of, modules)) continue
      reached.add(of)
      follow(of)
    }
  }
  follow(from)
  return [...reached]
}

const modules = readModules()

describe.each(RULES)('$name', ({ breaches, example }) => {
  test('holds in src', () => {
    expect(breaches(modules)).toEqual([])
  })

  test('is noticed when it is broken', () => {
    const files = Object.entries(example.files).map(([file, text]) => parseModule(file, text))
    expect(breaches(files)).toContain(example.says)
  })
})

test('every import of src leads to a file of src or to a package', () => {
  const inside = (of: string): boolean => MAY_IMPORT[partOf(of)] !== undefined && !of.startsWith('@')
  expect(
    eachImport(modules, ({ path }, { of }) =>
      inside(of) && !isOurs(of, modules) ? `${path} imports ${of}, which is not there` : undefined,
    ),
  ).toEqual([])
})

/** Packages and modules of Node.js that a file loads at its start, with those of the files that it loads. */
function packagesOf(path: string): string[] {
  const paths = [path, ...reach(path, modules, ['static'])]
  const loaded = modules
    .filter((module) => paths.includes(module.path))
    .flatMap(({ imports }) => imports)
    .filter(({ of, kind }) => kind === 'static' && !isOurs(of, modules))
  return [...new Set(loaded.map(({ of }) => of))].sort()
}

describe('mirror', () => {
  test('loads little before its first request', () => {
    const early = ['main', ...reach('main', modules, ['static'])]
    expect(early).toContain('commands/mirror/start')
    expect(packagesOf('main')).toEqual([
      'node:events',
      'node:fs',
      'node:http',
      'node:net',
      'node:os',
      'node:path',
      'node:stream',
      'node:timers/promises',
    ])
    const lines = modules.filter(({ path }) => early.includes(path)).map((module) => module.lines)
    expect(lines.reduce((sum, count) => sum + count, 0)).toBeLessThanOrEqual(MAX_EARLY_LINES)
  })

  test('loads only what it uses after it', () => {
    const early = packagesOf('main')
    expect(packagesOf('commands/mirror/mirror').filter((name) => !early.includes(name))).toEqual(['yaml'])
  })
})
