import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from '@jest/globals'
import ts from 'typescript'
import { parse } from 'yaml'
import { outputsOf } from '../src/commands/mirror/result'
import { countOutputs } from '../src/commands/stack/pull-request-comment'
import { type Inputs, readInputs } from '../src/inputs/inputs'
import { tableUnder } from './readme'

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

const sorted = (names: Iterable<string>): string[] => [...names].sort()

/** The verbs that `command` takes, in the words of the fault that lists them. */
function commands(): string[] {
  try {
    readInputs({})
  } catch (error) {
    const [, list] = /command: is required; it is one of (.+)$/m.exec(String(error)) ?? []
    if (list !== undefined) return list.split(', ')
  }
  throw new Error('readInputs does not tell which commands it takes')
}

/** The variables that readInputs looks at, whichever the command. */
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

/** As an expression among the defaults of action.yml comes to. */
const EXPRESSIONS: Readonly<Record<string, string>> = { '${{ github.token }}': 'ghs_token' }

/** As the runner passes what a workflow gives: every input of action.yml is set, to nothing if it has no default. */
const fromRunner = (given: Readonly<Record<string, string>>): Inputs =>
  readInputs(
    Object.fromEntries(
      Object.entries(action.inputs).map(([name, { default: otherwise = '' }]) => [
        `INPUT_${name.toUpperCase()}`,
        given[name] ?? EXPRESSIONS[otherwise] ?? otherwise,
      ]),
    ),
  )

/** The commands that do not refuse an input. */
const usersOf = (name: string): string[] =>
  commands().filter((command) => {
    try {
      readInputs({ [`INPUT_${name.toUpperCase()}`]: '?', INPUT_COMMAND: command })
      return true
    } catch (error) {
      return !String(error).includes(`${name}: is not used by ${command}`)
    }
  })

/** Functions whose keys are outputs of a step. */
const MAKERS: Readonly<Record<string, () => Readonly<Record<string, string>>>> = {
  outputsOf: () => outputsOf({ target: 'localhost', rows: [], warnings: [], seconds: 0, dryRun: false }),
  countOutputs: () =>
    countOutputs({
      ...{ create: 0, update: 0, replace: 0, destroy: 0, move: 0, import: 0, forget: 0, outputs: 0 },
      hasChanges: false,
    }),
}

/** The names under `outputs:` wherever a command writes its outcome. */
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

/** What cannot be read here would be an output that no test knows of. */
function keysOf(node: ts.Expression): string[] {
  const maker = ts.isCallExpression(node) ? MAKERS[node.expression.getText()] : undefined
  if (maker !== undefined) return Object.keys(maker())
  if (!ts.isObjectLiteralExpression(node))
    throw new Error(`outputs: ${node.getText()} hides the names of outputs`)
  return node.properties.flatMap((property) => {
    if (ts.isSpreadAssignment(property)) return keysOf(property.expression)
    const name = nameOf(property)
    if (name === undefined) throw new Error(`outputs: ${property.getText()} hides the name of an output`)
    return [name]
  })
}

function failureReasons(): string[] {
  const file = join(root, 'src/commands/runtime.ts')
  const source = ts.createSourceFile(file, readFileSync(file, 'utf8'), ts.ScriptTarget.Latest)
  const alias = source.statements.find(
    (node): node is ts.TypeAliasDeclaration =>
      ts.isTypeAliasDeclaration(node) && node.name.text === 'FailureReason',
  )
  if (alias === undefined || !ts.isUnionTypeNode(alias.type)) throw new Error('FailureReason is no union')
  return alias.type.types.map((type) => {
    if (ts.isLiteralTypeNode(type) && ts.isStringLiteral(type.literal)) return type.literal.text
    throw new Error('FailureReason has a member that is not a word')
  })
}

describe('the inputs', () => {
  test('of action.yml are those that the action reads', () => {
    expect(sorted(variablesRead())).toEqual(
      sorted(Object.keys(action.inputs).map((name) => `INPUT_${name.toUpperCase()}`)),
    )
  })

  test('of action.yml are those of README.md, in the same order', () => {
    expect([...tableUnder('### Inputs').keys()]).toEqual(Object.keys(action.inputs))
  })

  test.each(Object.entries(action.inputs))('%s has one default', (name, input) => {
    const [, cell = ''] = tableUnder('### Inputs').get(name) ?? []
    const [, shown] = /^`([^`]+)`$/.exec(cell) ?? []
    expect({ default: shown, required: cell === 'required' }).toEqual({
      default: input.default,
      required: input.required ?? false,
    })
  })

  test.each(Object.keys(action.inputs))('%s is used by the commands that README.md names', (name) => {
    const [cell = ''] = tableUnder('### Inputs').get(name) ?? []
    const shown = cell === 'all' ? commands() : cell.split(', ').map((one) => one.replaceAll('`', ''))
    expect(shown).toEqual(usersOf(name))
  })

  test.each(commands())('%s without defaults of action.yml does what it does with them', (command) => {
    const env = { INPUT_COMMAND: command, 'INPUT_GITHUB-TOKEN': 'ghs_token' }
    expect(readInputs(env)).toEqual(fromRunner({ command }))
  })

  test('an expression is the default of the token only', () => {
    const expressions = Object.entries(action.inputs).filter(([, { default: usual = '' }]) =>
      usual.includes('${{'),
    )
    expect(expressions.map(([name, { default: usual }]) => [name, usual])).toEqual([
      ['github-token', '${{ github.token }}'],
    ])
  })
})

describe('the commands', () => {
  test('of README.md are those that the action takes', () => {
    expect([...tableUnder('## What there is').keys()]).toEqual(commands())
  })
})

describe('the outputs', () => {
  test('of action.yml are those of README.md, in the same order', () => {
    expect([...tableUnder('### Outputs').keys()]).toEqual(Object.keys(action.outputs))
  })

  test('of action.yml are those that the commands set, and the reason of a failure', () => {
    expect(sorted(Object.keys(action.outputs))).toEqual(sorted([...outputsSet(), 'failure-reason']))
  })

  test('of a failure are the words of README.md', () => {
    expect([...tableUnder('### When it fails').keys()]).toEqual(failureReasons())
  })
})

test('the action runs on Node 24, from a bundle that is there', () => {
  expect(action.runs.using).toBe('node24')
  for (const bundle of [action.runs.main, action.runs.post ?? action.runs.main]) {
    expect(existsSync(join(root, bundle)) ? 'there' : `${bundle} is not there; run npm run build`).toBe(
      'there',
    )
  }
})

test('whatever action.yml describes, it describes in a sentence', () => {
  const all = [...Object.values(action.inputs), ...Object.values(action.outputs)]
  for (const { description } of all) expect(description).toMatch(/^[A-Z].*\.$/)
})
