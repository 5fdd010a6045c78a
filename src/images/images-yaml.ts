import {
  type Document,
  isAlias,
  isMap,
  isNode,
  isScalar,
  LineCounter,
  parseDocument,
  type YAMLMap,
} from 'yaml'
import { InvalidReference, isRepository, parseReference } from '../text/image-reference'
import { toPrintableLine } from '../text/sanitize'

/** Where something stands in a file, both from 1. */
export interface Position {
  readonly line: number
  readonly column: number
}

/** One entry of images.yaml. */
export interface PinnedImage {
  readonly name: string
  readonly registry: string
  readonly repository: string
  readonly tag: string
  readonly digest: string
  /** What `refresh` stays within. */
  readonly follow: string | undefined
  /** `os/architecture[/variant]`; the digest then is that platform's manifest. */
  readonly platform: string | undefined
  /** Of the reference. */
  readonly position: Position
}

export interface Fault extends Position {
  readonly message: string
}

/** All that is wrong with the file, at once. */
export class InvalidImages extends Error {
  override readonly name = 'InvalidImages'

  constructor(
    readonly path: string,
    readonly faults: readonly Fault[],
  ) {
    const lines = faults.map(({ line, column, message }) => `${path}:${line}:${column}: ${message}`)
    super(faults.length === 1 ? lines.join() : `${path} has ${faults.length} faults:\n${lines.join('\n')}`)
  }
}

const KEYS = ['source', 'follow', 'platform']
const EXAMPLE =
  "images:\n  langfuse-web:\n    source: ghcr.io/langfuse/langfuse:3.98.0@sha256:…\n    follow: '3'"
const PLATFORM = /^[a-z0-9]+\/[a-z0-9_]+(?:\/[a-z0-9.]+)?$/

/**
 * Reads images.yaml.
 *
 * @param path how errors call the file
 * @throws InvalidImages with every fault, by line and column
 */
export function parseImages(text: string, path: string): PinnedImage[] {
  const reader = new Reader(text)
  const images = reader.read()
  if (reader.faults.length === 0) return images
  const inOrder = [...reader.faults].sort((a, b) => a.line - b.line || a.column - b.column)
  throw new InvalidImages(path, inOrder)
}

/** A key of a mapping, where it stands, and what it maps to. */
interface Entry {
  readonly key: string
  readonly offset: number
  readonly value: unknown
}

class Reader {
  readonly faults: Fault[] = []
  private readonly lines = new LineCounter()
  private readonly document: Document.Parsed

  constructor(text: string) {
    // Twins are told apart below, with a better sentence than the parser's.
    this.document = parseDocument(text, { lineCounter: this.lines, uniqueKeys: false, prettyErrors: false })
  }

  read(): PinnedImage[] {
    const { contents, errors } = this.document
    for (const { message, pos } of errors) this.fault(pos[0], toPrintableLine(message))
    if (errors.length > 0) return []
    if (isMap(contents)) return this.readFile(contents)
    this.fault(0, `the file is ${isNothing(contents) ? 'empty' : 'not a mapping'}; it takes\n${EXAMPLE}`)
    return []
  }

  private readFile(file: YAMLMap): PinnedImage[] {
    const entries = this.entries(file, (key) => `'${key}' is given twice`)
    for (const { key, offset } of entries) {
      if (key !== 'images') this.fault(offset, `unknown key '${key}'; the file takes 'images'`)
    }
    const images = entries.find(({ key }) => key === 'images')
    if (images && isMap(images.value) && images.value.items.length > 0) return this.readImages(images.value)
    this.fault(images?.offset ?? 0, `'images' must map names to images:\n${EXAMPLE}`)
    return []
  }

  private readImages(images: YAMLMap): PinnedImage[] {
    const twins = (name: string): string =>
      `there are two images named '${name}'; names become repositories, so each is taken once`
    return this.entries(images, twins).flatMap(({ key: name, offset, value }) => {
      if (!isRepository(name)) {
        this.fault(offset, `'${name}' cannot name a repository: lower-case letters, digits, '.', '_' and '-'`)
      }
      if (isMap(value)) return this.readImage(name, value, offset)
      const example = 'source: ghcr.io/langfuse/langfuse:3.98.0@sha256:…'
      if (isAlias(value)) this.fault(offset, `'${name}' is an alias, *${value.source}; write the image out`)
      else this.fault(offset, `'${name}' must have a source, as in ${example}`)
      return []
    })
  }

  private readImage(name: string, image: YAMLMap, at: number): PinnedImage[] {
    const entries = this.entries(image, (key) => `'${key}' of image '${name}' is given twice`)
    for (const { key, offset } of entries) {
      const known = `an image takes ${KEYS.join(', ')}`
      if (!KEYS.includes(key)) this.fault(offset, `unknown key '${key}' of image '${name}'; ${known}`)
    }
    const given = entries.find(({ key }) => key === 'source')
    if (given === undefined || isNothing(given.value)) this.fault(at, `'${name}' has no source`)
    const source = this.text(entries, 'source')
    const follow = this.text(entries, 'follow')
    const platform = this.text(entries, 'platform')
    if (platform !== undefined && !PLATFORM.test(platform.value)) {
      const shown = toPrintableLine(platform.value)
      this.fault(platform.offset, `'${shown}' is not a platform; it is os/architecture, as in linux/arm64`)
    }
    const pinned = source && this.readSource(source)
    if (pinned === undefined) return []
    const position = this.position(source?.offset ?? at)
    return [{ name, ...pinned, follow: follow?.value, platform: platform?.value, position }]
  }

  private readSource({ value, offset }: Text): Pinned | undefined {
    const shown = toPrintableLine(value)
    try {
      const { registry, repository, tag, digest } = parseReference(value)
      if (tag !== undefined && digest !== undefined) return { registry, repository, tag, digest }
      if (tag === undefined) {
        this.fault(offset, `'${shown}' has no tag; write name:tag@digest, so that people see the version`)
      }
      if (digest === undefined) {
        const why = 'since a tag can be moved to other content'
        this.fault(offset, `'${shown}' has no digest; write name:tag@sha256:…, ${why}`)
      }
    } catch (error) {
      if (!(error instanceof InvalidReference)) throw error
      this.fault(offset, toPrintableLine(error.message))
    }
    return undefined
  }

  private entries(map: YAMLMap, twin: (key: string) => string): Entry[] {
    const seen = new Set<string>()
    return map.items.map(({ key: node, value }) => {
      const key = toPrintableLine(isScalar(node) ? (node.source ?? String(node.value)) : String(node))
      const offset = offsetOf(node)
      if (seen.has(key)) this.fault(offset, twin(key))
      seen.add(key)
      return { key, offset, value }
    })
  }

  /** A value that must be text: YAML reads 25.10 without quotes as the number 25.1. */
  private text(entries: readonly Entry[], key: string): Text | undefined {
    const entry = entries.find((candidate) => candidate.key === key)
    if (entry === undefined || isNothing(entry.value)) return undefined
    const { value } = entry
    const at = isNode(value) ? offsetOf(value) : entry.offset
    if (isScalar(value) && typeof value.value === 'string') return { value: value.value, offset: at }
    if (isAlias(value)) {
      this.fault(at, `${key} is an alias, *${value.source}; write the value out`)
      return undefined
    }
    const written = isScalar(value) ? toPrintableLine(value.source ?? '') : ''
    this.fault(at, `${key} must be text${written && `; put it in quotes: ${key}: '${written}'`}`)
    return undefined
  }

  private fault(offset: number, message: string): void {
    this.faults.push({ ...this.position(offset), message })
  }

  private position(offset: number): Position {
    const { line, col } = this.lines.linePos(offset)
    return { line: Math.max(line, 1), column: Math.max(col, 1) }
  }
}

/** A key without a value, or an empty document. */
const isNothing = (node: unknown): boolean => node === null || (isScalar(node) && node.value === null)

type Pinned = Pick<PinnedImage, 'registry' | 'repository' | 'tag' | 'digest'>

interface Text {
  readonly value: string
  readonly offset: number
}

const offsetOf = (node: unknown): number => (isNode(node) ? (node.range?.[0] ?? 0) : 0)
