import { execFileSync } from 'node:child_process'
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from '@jest/globals'
import { COMMAND_USAGE, USAGE } from '../src/cli/usage'
import { motoIsMissing, pythonOfMoto } from '../testkit/moto/moto'

const ROOT = join(import.meta.dirname, '..')
const FOLDERS = ['docs', 'src', 'terraform', 'examples', '.github']

interface Found {
  readonly path: string
  readonly words: readonly string[]
  readonly flags: readonly string[]
}

/** Texts with commands for people: documents, error messages and outputs. Comments of code are among them. */
const files = FOLDERS.flatMap((folder) =>
  readdirSync(join(ROOT, folder), { recursive: true, encoding: 'utf8' }).map((path) => join(folder, path)),
)
  .filter((path) => /\.(?:md|ts|tf|ya?ml)$/.test(path) && !/node_modules|\.terraform/.test(path))
  .concat('README.md', 'CONTRIBUTING.md')

/** Finds commands by the program's name, up to the end of the line, pipe or quotation. A backslash continues a line. */
function findCommands(program: string, path: string, text: string): Found[] {
  const lines = text.replaceAll(/\\\\?\n\s*/g, ' ')
  // The options of a command substitution belong to it, so it is read on its own.
  const inner = [...lines.matchAll(/\$\(([^()]*)\)/g)].flatMap(([, command = '']) =>
    findCommands(program, path, command),
  )
  const outer = lines.replaceAll(/\$\([^()]*\)/g, 'X')
  const pattern = new RegExp(
    `(?<![\\w./-])${program} ([a-z][a-z0-9-]*)(?: ([a-z][a-z0-9-]+))?([^\\n|;\`&)]*)`,
    'g',
  )
  const found = [...outer.matchAll(pattern)].map(([, first = '', second = '', rest = '']) => ({
    path,
    words: [first, second],
    flags: [...rest.matchAll(/(?<=\s)--([a-z][a-z0-9-]*)/g)].map(([, flag = '']) => flag),
  }))
  return [...found, ...inner]
}

const commandsOf = (program: string): Found[] =>
  files.flatMap((path) => findCommands(program, path, readFileSync(join(ROOT, path), 'utf8')))

test('a command is found with its flags, across lines and in a sentence', () => {
  const text =
    'Run `aws ecs list-tasks --cluster a \\\n  --query b --output text | xargs aws x --y`, or aws s3 ls.'
  expect(findCommands('aws', 'a.md', text)).toEqual([
    { path: 'a.md', words: ['ecs', 'list-tasks'], flags: ['cluster', 'query', 'output'] },
    { path: 'a.md', words: ['x', ''], flags: ['y'] },
    { path: 'a.md', words: ['s3', 'ls'], flags: [] },
  ])
})

describe('every command in texts', () => {
  const missing = motoIsMissing()
  const check = missing === undefined ? test : test.skip

  check('of the AWS CLI exists, with its options', () => {
    const found = commandsOf('aws').filter(
      ({ words, flags }) => words[1] !== '' && (flags.length > 0 || words[1]?.includes('-')),
    )
    expect(found.length).toBeGreaterThan(40)
    const input = JSON.stringify(found.map(({ words, flags }) => [...words, flags]))
    const program = join(ROOT, 'testkit/aws/cli_commands.py')
    const problems = JSON.parse(execFileSync(pythonOfMoto(), [program], { input, encoding: 'utf8' })) as (
      string | null
    )[]
    const wrong = found.flatMap(({ path, words }, index) =>
      problems[index] == null ? [] : [`${path}: aws ${words.join(' ')}: ${problems[index]}`],
    )
    expect(wrong).toEqual([])
  })

  test('of langfuse-deploy exists, with its options', () => {
    const found = commandsOf('langfuse-deploy').filter(
      ({ words: [command = ''], flags }) =>
        command in COMMAND_USAGE || (flags.length > 0 && command !== 'is'),
    )
    expect(found.length).toBeGreaterThan(20)
    const wrong = found.flatMap(({ path, words: [command = ''], flags }) => {
      const usage = (COMMAND_USAGE as Readonly<Record<string, string>>)[command]
      if (usage === undefined) return [`${path}: no command ${command}`]
      const known = `${usage}\n${USAGE}`
      return flags
        .filter((flag) => !new RegExp(`--${flag}(?![\\w-])`).test(known))
        .map((flag) => `${path}: ${command} has no option --${flag}`)
    })
    expect(wrong).toEqual([])
  })
})
