import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { Ajv, type AnySchemaObject } from 'ajv'
import { buildSchema, GraphQLError, parse, validate as validateGraphql } from 'graphql'
import type { GitHubRequest } from './server'

/** The used part of an OpenAPI document; any node may be a `$ref`. */
interface Node {
  readonly $ref?: string
  readonly [key: string]: unknown
}

interface Parameter {
  readonly name: string
  readonly in: 'path' | 'query'
  readonly required?: boolean
  readonly schema: AnySchemaObject
}

const fixture = (name: string): string =>
  readFileSync(join(import.meta.dirname, '../../test/fixtures', name), 'utf8')

// Reduced by scripts/github-openapi.js and scripts/github-graphql.js.
const api = JSON.parse(fixture('github-openapi.json')) as { paths: Record<string, Record<string, Node>> }
const graphqlSchema = buildSchema(fixture('github-schema.graphql'))
// URL values are strings, which ajv converts to the schema's types.
const ajv = new Ajv({ strict: false, coerceTypes: true, validateFormats: false, logger: false })

/**
 * Lists violations of GitHub's OpenAPI document and GraphQL schema: in requests, and in the server's answers if they
 * contain data that GitHub's do not.
 */
export function contractBreaches(requests: readonly GitHubRequest[]): string[] {
  return [...new Set(requests.flatMap((request) => breaches(request)))]
}

function breaches(request: GitHubRequest): string[] {
  const { method, path, headers, body } = request
  const missingHeader = headers['user-agent']
    ? []
    : [`${method} ${path}: GitHub rejects requests without User-Agent`]
  if (path === '/graphql') {
    const query = String((body as Record<string, unknown>)['query'])
    return [...missingHeader, ...graphqlFaults(query).map(({ message }) => `GraphQL: ${message}`)]
  }
  const found = operationOf(method, path)
  if (found === undefined)
    return [
      ...missingHeader,
      `${method} ${path}: unknown operation, or missing in test/fixtures/github-openapi.json`,
    ]
  const faults = [
    ...parameterFaults(found, request),
    ...bodyFaults(found.operation, request),
    ...answerFaults(found.operation, request),
  ]
  return [...missingHeader, ...faults.map((fault) => `${method} ${found.template}: ${fault}`)]
}

function graphqlFaults(query: string): readonly GraphQLError[] {
  try {
    return validateGraphql(graphqlSchema, parse(query))
  } catch (error) {
    if (error instanceof GraphQLError) return [error]
    throw error
  }
}

interface Found {
  readonly template: string
  readonly operation: Node
  readonly values: Readonly<Record<string, string>>
}

/** Finds the matching template with the fewest parameters: `/issues/comments/{id}` before `/issues/{number}/{more}`. */
function operationOf(method: string, path: string): Found | undefined {
  const found = Object.entries(api.paths).flatMap(([template, operations]): Found[] => {
    const operation = operations[method.toLowerCase()]
    if (operation === undefined) return []
    const names = [...template.matchAll(/\{(\w+)\}/g)].map(([, name = '']) => name)
    const pattern = template.replace(/[.+]/g, '\\$&').replace(/\{(\w+)\}/g, '([^/]+)')
    const match = new RegExp(`^${pattern}$`).exec(path)
    if (match === null) return []
    const values = names.map((name, index) => [name, decodeURIComponent(match[index + 1] ?? '')] as const)
    return [{ template, operation, values: Object.fromEntries(values) }]
  })
  return found.sort((a, b) => Object.keys(a.values).length - Object.keys(b.values).length)[0]
}

function parameterFaults({ operation, values }: Found, { query }: GitHubRequest): string[] {
  const parameters = ((operation['parameters'] ?? []) as Node[]).map(
    (one) => resolve(one) as Parameter & Node,
  )
  const known = parameters.filter((one) => one.in === 'query').map(({ name }) => name)
  const unknown = [...query.keys()].filter((name) => !known.includes(name))
  const faults = parameters.flatMap(({ name, in: location, required, schema }) => {
    const value = location === 'path' ? values[name] : (query.get(name) ?? undefined)
    if (value === undefined) return required === true ? [`${name} is missing`] : []
    return schemaFaults(schema, { value }, name)
  })
  return [...unknown.map((name) => `unknown parameter ${name}`), ...faults]
}

function bodyFaults(operation: Node, { body }: GitHubRequest): string[] {
  const described = operation['requestBody'] as Node | undefined
  if (described === undefined) return body === undefined ? [] : ['there is no body']
  const { required, content } = resolve(described) as Node & { content: Record<string, { schema: Node }> }
  if (body === undefined) return required === true ? ['the body is missing'] : []
  const schema = content['application/json']?.schema ?? {}
  const value: unknown = structuredClone(body)
  return [...schemaFaults(schema, { value }, 'body'), ...unknownKeys(body, schema, 'body')]
}

function answerFaults(operation: Node, { answer }: GitHubRequest): string[] {
  const responses = operation['responses'] as Record<string, Node> | undefined
  const described = responses?.[String(answer?.status)]
  if (answer === undefined || answer.status >= 300) return []
  if (described === undefined) return [`the fake answers ${answer.status}, GitHub does not`]
  const content = resolve(described)['content'] as Record<string, { schema: Node }> | undefined
  return unknownKeys(answer.body, content?.['application/json']?.schema ?? {}, 'answer')
}

function schemaFaults(schema: Node | AnySchemaObject, holder: { value: unknown }, name: string): string[] {
  const validate = ajv.compile({ type: 'object', properties: { value: resolveAll(schema) } })
  if (validate(holder)) return []
  return (validate.errors ?? []).map(
    ({ instancePath, message = '' }) => `${name}${instancePath.replace('/value', '')} ${message}`,
  )
}

/** Lists keys that a schema does not define. GitHub ignores them, so they are mistakes. */
function unknownKeys(value: unknown, schema: Node, where: string): string[] {
  const variants = variantsOf(schema)
  if (Array.isArray(value)) {
    const items = variants.find(({ items: one }) => one !== undefined)?.['items'] as Node | undefined
    return items === undefined ? [] : value.flatMap((one) => unknownKeys(one, items, `${where}[]`))
  }
  if (typeof value !== 'object' || value === null) return []
  const properties = variants.map((variant) => (variant['properties'] ?? {}) as Record<string, Node>)
  if (properties.every((one) => Object.keys(one).length === 0)) return []
  return Object.entries(value).flatMap(([key, inner]) => {
    // Variants of a list's items may define the same key differently.
    const described = properties.map((one) => one[key]).filter((one) => one !== undefined)
    if (described.length === 0) return [`${where} has no ${key}`]
    const faults = described.map((one) => unknownKeys(inner, one, `${where}.${key}`))
    return faults.reduce((fewest, one) => (one.length < fewest.length ? one : fewest))
  })
}

function variantsOf(schema: Node): Node[] {
  const node = resolve(schema)
  const inner = ['allOf', 'anyOf', 'oneOf'].flatMap((key) => (node[key] ?? []) as Node[])
  return [node, ...inner.flatMap(variantsOf)]
}

function resolve(node: Node): Node {
  if (node.$ref === undefined) return node
  const keys = node.$ref.replace('#/', '').split('/')
  const found = keys.reduce<unknown>((inner, key) => (inner as Record<string, unknown>)[key], api)
  return resolve(found as Node)
}

/** Resolves references of request schemas, which are not recursive. */
function resolveAll(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(resolveAll)
  if (typeof value !== 'object' || value === null) return value
  const node = resolve(value as Node)
  // GitHub has `nullable` without a type next to `oneOf`, which has no effect (OpenAPI 3.0.3) and which ajv rejects.
  const entries = Object.entries(node).filter(([key]) => key !== 'nullable' || node['type'] !== undefined)
  return Object.fromEntries(entries.map(([key, inner]) => [key, resolveAll(inner)]))
}
