import { readFileSync, writeFileSync } from 'node:fs'
import { delimiter, join } from 'node:path'
import process from 'node:process'

/**
 * Cuts GitHub's description of its API (13 MB) to the parts that testkit/github/contract.ts needs for
 * the operations in testkit/github/routes.ts and settings.ts, and writes test/fixtures/github-openapi.json:
 *
 *   npx --yes --package=@octokit/openapi@23.0.2 -- node scripts/github-openapi.js
 *   node scripts/github-openapi.js <api.github.com.json> [<output>]
 */

const root = join(import.meta.dirname, '..')
const COPYRIGHT = 'Copyright (c) 2020 Octokit contributors'
const IN_PACKAGE = '@octokit/openapi/generated/api.github.com.json'

/** Descriptions, and fields that only SDK generators use. */
const DROPPED =
  /^(?:description|summary|title|examples?|tags|operationId|externalDocs|headers|deprecated|servers|x-.*)$/

/** Method and path template of each operation of testkit/github. */
function routes() {
  const sources = ['routes.ts', 'settings.ts'].map((name) =>
    readFileSync(join(root, 'testkit/github', name), 'utf8'),
  )
  const source = sources.join('\n')
  const found = [...source.matchAll(/^ {2}\['([A-Z]+)', '(\/[^']*)'/gm)]
  if (found.length === 0) throw new Error('testkit/github has no table of routes')
  return found.map(([, method, template]) => ({ method: method.toLowerCase(), template }))
}

/** Sorts keys, so that the output is reproducible. */
function sorted(entries) {
  return Object.fromEntries([...entries].sort(([a], [b]) => (a < b ? -1 : 1)))
}

function pruned(node) {
  if (Array.isArray(node)) return node.map(pruned)
  if (typeof node !== 'object' || node === null) return node
  const remaining = Object.entries(node).filter(([key]) => !DROPPED.test(key))
  return sorted(remaining.map(([key, value]) => [key, prunedAt(key, value)]))
}

function prunedAt(key, value) {
  // Values, not schema keywords.
  if (['enum', 'default', 'const', 'required'].includes(key)) return value
  // Property names, not schema keywords: a property may be named `description`.
  if (key === 'properties')
    return sorted(Object.entries(value).map(([name, schema]) => [name, pruned(schema)]))
  return pruned(value)
}

/** Removes error responses, which are never checked. */
function prunedOperation({ parameters, requestBody, responses }) {
  const good = Object.entries(responses).filter(([status]) => status.startsWith('2'))
  return pruned({ parameters, requestBody, responses: Object.fromEntries(good) })
}

/** Copies the components to which a node refers, recursively. */
function copyReferences(node, api, components) {
  if (typeof node !== 'object' || node === null) return
  for (const value of Object.values(node)) copyReferences(value, api, components)
  if (typeof node.$ref !== 'string') return
  const [, kind, name] = /^#\/components\/([^/]+)\/([^/]+)$/.exec(node.$ref) ?? []
  if (kind === undefined) throw new Error(`${node.$ref} leads to something else than a component`)
  if (components[kind]?.[name] !== undefined) return
  components[kind] ??= {}
  components[kind][name] = pruned(api.components[kind][name])
  copyReferences(components[kind][name], api, components)
}

function cut(api) {
  const paths = {}
  const components = {}
  for (const { method, template } of routes()) {
    const operation = api.paths[template]?.[method]
    if (operation === undefined)
      throw new Error(`${method.toUpperCase()} ${template} is not in the description`)
    paths[template] = { ...paths[template], [method]: prunedOperation(operation) }
  }
  copyReferences(paths, api, components)
  const { version, license } = api.info
  return {
    openapi: api.openapi,
    info: {
      title: 'GitHub REST API, cut by scripts/github-openapi.js from @octokit/openapi',
      version,
      license: { ...license, copyright: COPYRIGHT },
    },
    paths: sorted(Object.entries(paths)),
    components: sorted(
      Object.entries(components).map(([kind, named]) => [kind, sorted(Object.entries(named))]),
    ),
  }
}

/** Reads the package that npx installed; npx passes only the folder of its programs, on PATH. */
function fromNpx() {
  for (const folder of (process.env.PATH ?? '').split(delimiter)) {
    const file = join(folder, '..', IN_PACKAGE)
    try {
      return readFileSync(file, 'utf8')
    } catch (error) {
      if (!['ENOENT', 'ENOTDIR'].includes(error.code)) throw error
    }
  }
  throw new Error(
    '@octokit/openapi is not installed. Run this script by npx (command at the top of the script), or pass the file.',
  )
}

const [given, output = join(root, 'test/fixtures/github-openapi.json')] = process.argv.slice(2)
try {
  const text = given === undefined ? fromNpx() : readFileSync(given, 'utf8')
  writeFileSync(output, `${JSON.stringify(cut(JSON.parse(text)), null, 1)}\n`)
} catch (error) {
  process.stderr.write(`${error.message}\n`)
  process.exitCode = 1
}
