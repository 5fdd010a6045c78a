import {
  type Document,
  isAlias,
  isNode,
  isScalar,
  isSeq,
  LineCounter,
  parseDocument,
  type YAMLMap,
} from 'yaml'
import { toPrintableLine } from '../text/sanitize'

/** Position in a file, from 1. */
export interface Position {
  readonly line: number
  readonly column: number
}

/** Problem in images.yaml. */
export interface FileProblem extends Position {
  readonly message: string
}

export interface Entry {
  readonly key: string
  readonly offset: number
  readonly value: unknown
}

export interface LocatedText {
  readonly value: string
  readonly offset: number
}

/** Reads a YAML document and collects its problems with their positions. */
export class YamlReader {
  readonly problems: FileProblem[] = []
  protected readonly document: Document.Parsed
  private readonly lines = new LineCounter()

  constructor(text: string) {
    // Duplicate keys get a clearer message below.
    this.document = parseDocument(text, { lineCounter: this.lines, uniqueKeys: false, prettyErrors: false })
  }

  protected entries(map: YAMLMap, duplicate: (key: string) => string): Entry[] {
    const seen = new Set<string>()
    return map.items.map(({ key: node, value }) => {
      const key = toPrintableLine(isScalar(node) ? (node.source ?? String(node.value)) : String(node))
      const offset = nodeOffset(node)
      if (seen.has(key)) this.report(offset, duplicate(key))
      seen.add(key)
      return { key, offset, value }
    })
  }

  // YAML parses 25.10 without quotes as the number 25.1.
  protected text(entries: readonly Entry[], key: string): LocatedText | undefined {
    const entry = entries.find((candidate) => candidate.key === key)
    if (entry === undefined || isEmptyNode(entry.value)) return undefined
    const { value } = entry
    const at = isNode(value) ? nodeOffset(value) : entry.offset
    if (isScalar(value) && typeof value.value === 'string') return { value: value.value, offset: at }
    if (isAlias(value)) {
      this.report(at, `${key} is the alias *${value.source}, which is not supported; write the value in full`)
      return undefined
    }
    const written = isScalar(value) ? toPrintableLine(value.source ?? '') : ''
    this.report(at, `${key} must be a string${written && `; quote it: ${key}: '${written}'`}`)
    return undefined
  }

  /** Reads a list of strings. */
  protected texts(entries: readonly Entry[], key: string, example: string): string[] | undefined {
    const entry = entries.find((candidate) => candidate.key === key)
    if (entry === undefined || isEmptyNode(entry.value)) return undefined
    const items = isSeq(entry.value) ? entry.value.items : undefined
    const texts = items?.flatMap((item) =>
      isScalar(item) && typeof item.value === 'string' && item.value !== '' ? [item.value] : [],
    )
    if (texts !== undefined && texts.length === items?.length) return texts
    this.report(entry.offset, `${key} must be a list of quoted strings, as in ${key}: ['${example}']`)
    return undefined
  }

  protected report(offset: number, message: string): void {
    this.problems.push({ ...this.position(offset), message })
  }

  protected position(offset: number): Position {
    const { line, col } = this.lines.linePos(offset)
    return { line: Math.max(line, 1), column: Math.max(col, 1) }
  }
}

/** Reports whether a value is missing or null. */
export const isEmptyNode = (node: unknown): boolean =>
  node === null || (isScalar(node) && node.value === null)

const nodeOffset = (node: unknown): number => (isNode(node) ? (node.range?.[0] ?? 0) : 0)
