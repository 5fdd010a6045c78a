import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { Ajv, type AnySchemaObject } from 'ajv'
import { buildSchema, GraphQLError, parse, validate as validateGraphql } from 'graphql'
import type { GitHubRequest } from './server'

/** OpenAPI, as far as it is read here; a `$ref` may stand for any node. */
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

// Cut to what is used here by scripts/github-openapi.js and scripts/github-graphql.js.
const api = JSON.parse(fixture('github-openapi.json')) as { paths: Record<string, Record<string, Node>> }
const graphqlSchema = buildSchema(fixture('github-schema.graphql'))
// Values of a URL are text, which ajv turns into what the schema asks for.
const ajv = new Ajv({ strict: false, coerceTypes: true, validateFormats: false, logger: false })

/**
 * What GitHub's own descriptions (OpenAPI for REST, the schema for GraphQL) say against requests,
 * and against the fake's answers where they hold something that GitHub's would not.
 */
export function contractBreaches(requests: readonly GitHubRequest[]): string[] {
  return [...new Set(requests.flatMap((request) => breaches(request)))]
}

function breaches(request: GitHubRequest): string[] {
  const { method, path, headers, body } = request
  const told = headers['user-agent'] ? [] : [`${method} ${path}: GitHub refuses requests without User-Agent`]
  if (path === '/graphql') {
    const query = String((body as Record<string, unknown>)['query'])
    return [...told, ...graphqlFaults(query).map(({ message }) => `GraphQL: ${message}`)]
  }
  const found = operationOf(method, path)
  if (found === undefined)
    return [
      ...told,
      `${method} ${path}: there is no such operation, or test/fixtures/github-openapi.json lacks it`,
    ]
  const faults = [
    ...parameterFaults(found, request),
    ...bodyFaults(found.operation, request),
    ...answerFaults(found.operation, request),
  ]
  return [...told, ...faults.map((fault) => `${method} ${found.template}: ${fault}`)]
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

/** The template with the fewest parameters wins: `/issues/comments/{id}` before `/issues/{number}/{more}`. */
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
  const faults = parameters.flatMap(({ name, in: place, required, schema }) => {
    const value = place === 'path' ? values[name] : (query.get(name) ?? undefined)
    if (value === undefined) return required === true ? [`${name} is missing`] : []
    return schemaFaults(schema, { value }, name)
  })
  return [...unknown.map((name) => `there is no parameter ${name}`), ...faults]
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

/** Keys that a schema does not name; it allows them, GitHub ignores them, and whoever wrote them erred. */
function unknownKeys(value: unknown, schema: Node, where: string): string[] {
  const variants = variantsOf(schema)
  if (Array.isArray(value)) {
    const items = variants.find(({ items: one }) => one !== undefined)?.['items'] as Node | undefined
    return items === undefined ? [] : value.flatMap((one) => unknownKeys(one, items, `${where}[]`))
  }
  if (typeof value !== 'object' || value === null) return []
  const known = Object.assign({}, ...variants.map(({ properties }) => properties)) as Record<string, Node>
  if (Object.keys(known).length === 0) return []
  return Object.entries(value).flatMap(([key, inner]) => {
    const described = known[key]
    return described === undefined
      ? [`${where} has no ${key}`]
      : unknownKeys(inner, described, `${where}.${key}`)
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

/** For request schemas, which are shallow and never contain themselves. */
function resolveAll(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(resolveAll)
  if (typeof value !== 'object' || value === null) return value
  const node = resolve(value as Node)
  // Beside `oneOf` GitHub says `nullable` without a type, which means nothing (OpenAPI 3.0.3) and which ajv refuses.
  const entries = Object.entries(node).filter(([key]) => key !== 'nullable' || node['type'] !== undefined)
  return Object.fromEntries(entries.map(([key, inner]) => [key, resolveAll(inner)]))
}
