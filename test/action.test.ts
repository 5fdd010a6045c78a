import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from '@jest/globals'
import ts from 'typescript'
import { parse } from 'yaml'
import { FAILURE_REASONS } from '../src/text/failure-reason'
import { mirrorOutputs } from '../src/commands/mirror/result'
import { countOutputs } from '../src/commands/stack/plan-outcome'
import { type Inputs, readInputs } from '../src/inputs/inputs'
import { tableUnder } from './markdown-table'

interface Input {
  readonly description: string
  readonly required?: boolean
  readonly default?: string
}

interface Action {
  readonly inputs: Readonly<Record<string, Input>>
  readonly outputs: Readonly<Record<string, { readonly description: string }>>
  readonly runs: { readonly using: string; readonly main: string; readonly post?: string }
}

const root = join(import.meta.dirname, '..')
const action = parse(readFileSync(join(root, 'action.yml'), 'utf8')) as Action

const README = readFileSync(join(root, 'README.md'), 'utf8')
const REFERENCE = readFileSync(join(root, 'docs/reference.md'), 'utf8')

const sorted = (names: Iterable<string>): string[] => [...names].sort()

/** Returns the values of `command`, from the message that lists them. */
function commands(): string[] {
  try {
    readInputs({})
  } catch (error) {
    const [, list] = /command: is required; expected one of (.+)$/m.exec(String(error)) ?? []
    if (list !== undefined) return list.split(', ')
  }
  throw new Error('readInputs does not list the commands')
}

/** Returns the environment variables that readInputs reads for any command. */
function variablesRead(): string[] {
  const read = new Set<string>()
  for (const command of commands()) {
    const env = new Proxy<NodeJS.ProcessEnv>(
      { INPUT_COMMAND: command },
      {
        get: (target, name) => {
          read.add(String(name))
          return target[String(name)]
        },
      },
    )
    readInputs(env)
  }
  return [...read].filter((name) => name.startsWith('INPUT_'))
}

/** Values of the expressions in the defaults of action.yml. */
const EXPRESSIONS: Readonly<Record<string, string>> = { '${{ github.token }}': 'ghs_token' }

/** Reads inputs as the runner passes them: every input of action.yml is set, those without a default to an empty text. */
const fromRunner = (given: Readonly<Record<string, string>>): Inputs =>
  readInputs(
    Object.fromEntries(
      Object.entries(action.inputs).map(([name, { default: preset = '' }]) => [
        `INPUT_${name.toUpperCase()}`,
        given[name] ?? EXPRESSIONS[preset] ?? preset,
      ]),
    ),
  )

/** Returns the commands that use an input. */
const usersOf = (name: string): string[] =>
  commands().filter((command) => {
    try {
      readInputs({ [`INPUT_${name.toUpperCase()}`]: '?', INPUT_COMMAND: command })
      return true
    } catch (error) {
      return !String(error).includes(`${name}: is not used by ${command}`)
    }
  })

/** Functions that return outputs of a step. */
const OUTPUT_FUNCTIONS: Readonly<Record<string, () => Readonly<Record<string, string>>>> = {
  mirrorOutputs: () =>
    mirrorOutputs({ target: 'localhost', rows: [], warnings: [], seconds: 0, dryRun: false }),
  countOutputs: () =>
    countOutputs({
      ...{ create: 0, update: 0, replace: 0, destroy: 0, move: 0, import: 0, forget: 0, outputs: 0 },
      hasChanges: false,
    }),
}

/** Returns the keys of all `outputs:` objects in the commands. */
function outputsSet(): Set<string> {
  const folder = join(root, 'src/commands')
  const files = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((file) =>
    file.endsWith('.ts'),
  )
  const names = files.flatMap((file) => {
    const found: string[] = []
    const visit = (node: ts.Node): void => {
      if (ts.isPropertyAssignment(node) && nameOf(node) === 'outputs') found.push(...keysOf(node.initializer))
      ts.forEachChild(node, visit)
    }
    visit(ts.createSourceFile(file, readFileSync(join(folder, file), 'utf8'), ts.ScriptTarget.Latest, true))
    return found
  })
  return new Set(names)
}

const nameOf = ({ name }: ts.ObjectLiteralElementLike): string | undefined =>
  name !== undefined && (ts.isIdentifier(name) || ts.isStringLiteral(name)) ? name.text : undefined

/** Returns the keys of an object. Throws for an expression whose keys are unknown, so that no output is missed. */
function keysOf(node: ts.Expression): string[] {
  const outputs = ts.isCallExpression(node) ? OUTPUT_FUNCTIONS[node.expression.getText()] : undefined
  if (outputs !== undefined) return Object.keys(outputs())
  // A copy of other outputs adds no name.
  if (ts.isPropertyAccessExpression(node) && node.name.text === 'outputs') return []
  if (!ts.isObjectLiteralExpression(node))
    throw new Error(`outputs: ${node.getText()} has unknown output names`)
  return node.properties.flatMap((property) => {
    if (ts.isSpreadAssignment(property)) return keysOf(property.expression)
    const name = nameOf(property)
    if (name === undefined) throw new Error(`outputs: ${property.getText()} has an unknown output name`)
    return [name]
  })
}

describe('the inputs of action.yml', () => {
  test('are those that the action reads', () => {
    expect(sorted(variablesRead())).toEqual(
      sorted(Object.keys(action.inputs).map((name) => `INPUT_${name.toUpperCase()}`)),
    )
  })

  test('are those of docs/reference.md, in the same order', () => {
    expect([...tableUnder('## Inputs', REFERENCE).keys()]).toEqual(Object.keys(action.inputs))
  })

  test.each(Object.entries(action.inputs))(
    'include %s with the default of docs/reference.md',
    (name, input) => {
      const [, cell = ''] = tableUnder('## Inputs', REFERENCE).get(name) ?? []
      const [, shown] = /^`([^`]+)`$/.exec(cell) ?? []
      expect({ default: shown, required: cell === 'required' }).toEqual({
        default: input.default,
        required: input.required ?? false,
      })
    },
  )

  test.each(Object.keys(action.inputs))('include %s for the commands of docs/reference.md', (name) => {
    const [cell = ''] = tableUnder('## Inputs', REFERENCE).get(name) ?? []
    const shown = cell === 'all' ? commands() : cell.split(', ').map((one) => one.replaceAll('`', ''))
    expect(shown).toEqual(usersOf(name))
  })

  test.each(commands())('have the same defaults as the code for %s', (command) => {
    const env = { INPUT_COMMAND: command, 'INPUT_GITHUB-TOKEN': 'ghs_token' }
    expect(readInputs(env)).toEqual(fromRunner({ command }))
  })

  test('have an expression as default only for github-token', () => {
    const expressions = Object.entries(action.inputs).filter(([, { default: preset = '' }]) =>
      preset.includes('${{'),
    )
    expect(expressions.map(([name, { default: preset }]) => [name, preset])).toEqual([
      ['github-token', '${{ github.token }}'],
    ])
  })
})

describe('the commands', () => {
  test('in README.md are those of the action', () => {
    expect([...tableUnder('## Commands', README).keys()]).toEqual(commands())
  })
})

describe('the outputs of action.yml', () => {
  test('are those of docs/reference.md, in the same order', () => {
    expect([...tableUnder('## Outputs', REFERENCE).keys()]).toEqual(Object.keys(action.outputs))
  })

  test('are those that the commands set, and failure-reason', () => {
    expect(sorted(Object.keys(action.outputs))).toEqual(
      sorted([...new Set([...outputsSet(), 'failure-reason'])]),
    )
  })

  test('include the failure reasons of docs/reference.md', () => {
    expect([...tableUnder('## Failure reasons', REFERENCE).keys()]).toEqual(FAILURE_REASONS)
  })

  // A failed step links to the section of its reason.
  test('each have a section with the next step in docs/failure-reasons.md', () => {
    const page = readFileSync(join(root, 'docs/failure-reasons.md'), 'utf8')
    const sections = page.split(/^## /m).slice(1)
    expect(sections.map((section) => section.split('\n')[0])).toEqual(FAILURE_REASONS)
    for (const section of sections) expect(section).toMatch(/\*\*Next step\.\*\* \S/)
  })
})

test('the action runs on Node 24, from a bundle that exists', () => {
  expect(action.runs.using).toBe('node24')
  for (const bundle of [action.runs.main, action.runs.post ?? action.runs.main]) {
    expect(existsSync(join(root, bundle)) ? 'exists' : `${bundle} does not exist; run npm run build`).toBe(
      'exists',
    )
  }
})

test('every description in action.yml is a sentence', () => {
  const all = [...Object.values(action.inputs), ...Object.values(action.outputs)]
  for (const { description } of all) expect(description).toMatch(/^[A-Z].*\.$/)
})
