import { readFileSync, writeFileSync } from 'node:fs'
import { delimiter, join } from 'node:path'
import process from 'node:process'
import { parse, print } from 'graphql'

/**
 * Cuts GitHub's GraphQL schema (1.2 MB) to the fields that src/github uses, and writes
 * test/fixtures/github-schema.graphql:
 *
 *   npx --yes --package=@octokit/graphql-schema@15.26.1 -- node scripts/github-graphql.js
 *   node scripts/github-graphql.js <schema.graphql> <version> [<output>]
 */

const root = join(import.meta.dirname, '..')
const PACKAGE = '@octokit/graphql-schema'

/** Fields by type; undefined keeps the whole type. */
const KEPT = new Map([
  ['Query', ['viewer', 'repository']],
  ['Repository', ['id']],
  ['User', ['databaseId', 'login']],
  ['Mutation', ['minimizeComment', 'updateRefs']],
  ['UpdateRefsInput', undefined],
  ['RefUpdate', undefined],
  ['UpdateRefsPayload', undefined],
  ['GitObjectID', undefined],
  ['GitRefname', undefined],
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

/** Removes descriptions, and directives, which would need a declaration. */
function withoutWords(node) {
  if (Array.isArray(node)) return node.map(withoutWords)
  if (typeof node !== 'object' || node === null) return node
  const remaining = Object.entries(node).filter(
    ([key]) => !['description', 'directives', 'loc'].includes(key),
  )
  return Object.fromEntries(remaining.map(([key, value]) => [key, withoutWords(value)]))
}

/** Reads the package that npx installed; npx passes only the folder of its programs, on PATH. */
function fromNpx() {
  for (const folder of (process.env.PATH ?? '').split(delimiter)) {
    const read = (file) => readFileSync(join(folder, '..', PACKAGE, file), 'utf8')
    try {
      return [read('schema.graphql'), JSON.parse(read('package.json')).version]
    } catch (error) {
      if (!['ENOENT', 'ENOTDIR'].includes(error.code)) throw error
    }
  }
  throw new Error(
    `${PACKAGE} is not installed. Run this script by npx (command at the top of the script), or pass the schema file.`,
  )
}

const [given, version, output = join(root, 'test/fixtures/github-schema.graphql')] = process.argv.slice(2)
try {
  const [schema, release] = given === undefined ? fromNpx() : [readFileSync(given, 'utf8'), version]
  if (release === undefined) throw new Error('Pass the version of the schema as the second argument.')
  writeFileSync(output, cut(schema, release))
} catch (error) {
  process.stderr.write(`${error.message}\n`)
  process.exitCode = 1
}
