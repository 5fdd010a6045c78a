import { readFileSync, writeFileSync } from 'node:fs'
import { delimiter, join } from 'node:path'
import process from 'node:process'
import { parse, print } from 'graphql'

/**
 * Cuts GitHub's GraphQL schema (1.2 MB) to the fields that src/github/comment.ts asks for, and writes
 * test/fixtures/github-schema.graphql:
 *
 *   npx --yes --package=@octokit/graphql-schema@15.26.1 -- node scripts/github-graphql.js
 *   node scripts/github-graphql.js <schema.graphql> <version> [<output>]
 */

const root = join(import.meta.dirname, '..')
const PACKAGE = '@octokit/graphql-schema'

/** By type; undefined keeps all of it. */
const KEPT = new Map([
  ['Query', ['viewer']],
  ['User', ['databaseId', 'login']],
  ['Mutation', ['minimizeComment']],
  ['MinimizeCommentInput', undefined],
  ['MinimizeCommentPayload', ['clientMutationId', 'minimizedComment']],
  ['Minimizable', undefined],
  ['ReportedContentClassifiers', undefined],
])

function cut(schema, version) {
  const definitions = parse(schema).definitions.filter(({ name }) => KEPT.has(name?.value))
  const missing = [...KEPT.keys()].filter((type) => !definitions.some(({ name }) => name.value === type))
  if (missing.length > 0) throw new Error(`the schema has no ${missing.join(', ')}`)
  const head = [
    `# GitHub's GraphQL schema, cut by scripts/github-graphql.js from ${PACKAGE} ${version}.`,
    '# Copyright (c) GitHub 2025 - Licensed as MIT.',
  ]
  return [head.join('\n'), ...definitions.map(typeText)].join('\n\n') + '\n'
}

function typeText(definition) {
  const names = KEPT.get(definition.name.value)
  const isKept = ({ name }) => names === undefined || names.includes(name.value)
  const fields = definition.fields?.filter(isKept)
  const lost = names?.filter((name) => !fields.some((field) => field.name.value === name)) ?? []
  if (lost.length > 0) throw new Error(`${definition.name.value} has no ${lost.join(', ')}`)
  return print(withoutWords({ ...definition, fields, interfaces: [] }))
}

/** Descriptions, and directives that would have to be declared. */
function withoutWords(node) {
  if (Array.isArray(node)) return node.map(withoutWords)
  if (typeof node !== 'object' || node === null) return node
  const kept = Object.entries(node).filter(([key]) => !['description', 'directives', 'loc'].includes(key))
  return Object.fromEntries(kept.map(([key, value]) => [key, withoutWords(value)]))
}

/** npx tells of a package only by the folder of its programs, on PATH. */
function fromNpx() {
  for (const folder of (process.env.PATH ?? '').split(delimiter)) {
    const read = (file) => readFileSync(join(folder, '..', PACKAGE, file), 'utf8')
    try {
      return [read('schema.graphql'), JSON.parse(read('package.json')).version]
    } catch (error) {
      if (!['ENOENT', 'ENOTDIR'].includes(error.code)) throw error
    }
  }
  throw new Error(`there is no ${PACKAGE}; run this by npx, as its first lines say, or name the file`)
}

const [given, version, output = join(root, 'test/fixtures/github-schema.graphql')] = process.argv.slice(2)
try {
  const [schema, release] = given === undefined ? fromNpx() : [readFileSync(given, 'utf8'), version]
  if (release === undefined) throw new Error('name the version of the schema as well')
  writeFileSync(output, cut(schema, release))
} catch (error) {
  process.stderr.write(`${error.message}\n`)
  process.exitCode = 1
}
