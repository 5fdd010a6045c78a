import { type Token, tokenize } from './install/hcl'
import { isRecord, parseJson } from '../text/json'

export interface Attribute {
  /** Source of the expression. */
  readonly text: string
  /** The strings and numbers in it. */
  readonly literals: readonly string[]
}

export interface Block {
  readonly type: string
  readonly labels: readonly string[]
  readonly attributes: ReadonlyMap<string, Attribute>
  readonly blocks: readonly Block[]
}

interface OpenBlock extends Block {
  readonly attributes: Map<string, Attribute>
  readonly blocks: OpenBlock[]
}

/** No configuration is nested deeper. */
const MAX_DEPTH = 200

const newBlock = (type: string, labels: readonly string[]): OpenBlock => ({
  type,
  labels,
  attributes: new Map(),
  blocks: [],
})

/** Parses a file in HCL as one block, also where it has errors. */
export function parseHcl(source: string): Block {
  const tokens = tokenize(source)
  const open = [newBlock('', [])]
  for (let at = 0; at < tokens.length;) {
    const token = tokens[at]
    const block = open.at(-1)
    if (token === undefined || block === undefined) break
    const next = tokens[at + 1]
    if (token.kind === 'close') {
      if (open.length > 1) open.pop()
      at += 1
    } else if (token.kind !== 'word') at += 1
    else if (next?.text === '=' && next.kind === 'other') {
      const end = endOfExpression(tokens, at + 2)
      block.attributes.set(token.text, attributeOf(source, tokens.slice(at + 2, end)))
      at = end
    } else {
      const labels = labelsAt(tokens, at + 1)
      at += 1 + labels.length
      if (tokens[at]?.text !== '{' || tokens[at]?.kind !== 'open') continue
      const child = newBlock(token.text, labels)
      // Deeper blocks are read, but not as blocks of blocks.
      const parent = open[Math.min(open.length, MAX_DEPTH) - 1]
      parent?.blocks.push(child)
      open.push(child)
      at += 1
    }
  }
  return open[0] ?? newBlock('', [])
}

/** A line break ends an expression outside of brackets. */
function endOfExpression(tokens: readonly Token[], start: number): number {
  let depth = 0
  for (let at = start; at < tokens.length; at++) {
    const token = tokens[at]
    if (depth === 0 && at > start && token?.startsLine) return at
    if (token?.kind === 'open') depth += 1
    if (token?.kind === 'close') depth -= 1
    if (depth < 0) return at
  }
  return tokens.length
}

function labelsAt(tokens: readonly Token[], start: number): string[] {
  const labels: string[] = []
  for (const token of tokens.slice(start, start + MAX_LABELS)) {
    if (token.startsLine || (token.kind !== 'string' && token.kind !== 'word')) break
    labels.push(token.text)
  }
  return labels
}

const MAX_LABELS = 3

/** Returns an expression's source and the strings and numbers in it. */
export const parseExpression = (source: string): Attribute => attributeOf(source, tokenize(source))

function attributeOf(source: string, tokens: readonly Token[]): Attribute {
  const start = tokens[0]?.start ?? 0
  const end = tokens.at(-1)?.end ?? start
  const literals: string[] = []
  let number = ''
  for (const [at, token] of tokens.entries()) {
    if (token.kind === 'string' || token.kind === 'template') literals.push(token.text)
    const isAdjacent = tokens[at - 1]?.end === token.start
    const isDigit = token.kind === 'other' && /[\d.]/.test(token.text)
    if (number !== '' && !(isDigit && isAdjacent)) {
      literals.push(number)
      number = ''
    }
    if (isDigit) number += token.text
  }
  if (number !== '') literals.push(number)
  return { text: source.slice(start, end), literals }
}

/** Blocks with labels, and their number. */
const LABEL_COUNTS: ReadonlyMap<string, number> = new Map([
  ['resource', 2],
  ['data', 2],
  ['ephemeral', 2],
  ['variable', 1],
  ['provider', 1],
  ['backend', 1],
  ['module', 1],
  ['output', 1],
  ['provisioner', 1],
])

/** Parses a file in the JSON syntax (https://developer.hashicorp.com/terraform/language/syntax/json). */
export function parseJsonSyntax(source: string): Block {
  const value = isTooDeep(source) ? undefined : parseJson(source)
  return jsonBlock('', [], isRecord(value) ? value : {})
}

function jsonBlock(type: string, labels: readonly string[], body: Readonly<Record<string, unknown>>): Block {
  const entries = Object.entries(body)
  return {
    type,
    labels,
    attributes: new Map(entries.map(([name, value]) => [name, jsonAttribute(value)])),
    // JSON does not tell blocks from objects.
    blocks: entries.flatMap(([name, value]) => jsonBlocks(name, value, [])),
  }
}

function jsonBlocks(type: string, value: unknown, labels: readonly string[]): Block[] {
  const missing = (LABEL_COUNTS.get(type) ?? 0) - labels.length
  const bodies: readonly unknown[] = Array.isArray(value) ? value : [value]
  return bodies
    .filter(isRecord)
    .flatMap((body) =>
      missing > 0
        ? Object.entries(body).flatMap(([label, inner]) => jsonBlocks(type, inner, [...labels, label]))
        : [jsonBlock(type, labels, body)],
    )
}

const jsonAttribute = (value: unknown): Attribute => ({
  text: typeof value === 'string' ? value : JSON.stringify(value),
  literals: leavesOf(value),
})

/** Returns the strings and numbers in a JSON value. */
export function leavesOf(value: unknown): string[] {
  if (typeof value === 'string' || typeof value === 'number') return [String(value)]
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(leavesOf) : []
}

export function isTooDeep(source: string): boolean {
  let depth = 0
  for (const character of source) {
    if (character === '{' || character === '[') depth += 1
    if (character === '}' || character === ']') depth -= 1
    if (depth > MAX_DEPTH) return true
  }
  return false
}
