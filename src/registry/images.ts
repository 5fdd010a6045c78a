import { isMap, isNode, isScalar, LineCounter, type Pair, parseDocument, type YAMLMap } from 'yaml'
import { oneLine } from './error'
import { InvalidReference, isRepository, parseReference } from './reference'

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

class Reader {
  readonly faults: Fault[] = []
  private readonly lines = new LineCounter()

  constructor(private readonly text: string) {}

  read(): PinnedImage[] {
    // Twins are told apart below, with a better sentence than the parser's.
    const document = parseDocument(this.text, {
      lineCounter: this.lines,
      uniqueKeys: false,
      prettyErrors: false,
    })
    for (const { message, pos } of document.errors) this.fault(pos[0], oneLine(message))
    if (this.faults.length > 0) return []
    if (document.contents === null) this.fault(0, `the file is empty; it takes\n${EXAMPLE}`)
    else if (!isMap(document.contents)) this.fault(0, `the file is not a mapping; it takes\n${EXAMPLE}`)
    else return this.readFile(document.contents)
    return []
  }

  private readFile(file: YAMLMap): PinnedImage[] {
    for (const pair of file.items) {
      if (keyOf(pair) !== 'images')
        this.fault(offsetOf(pair.key), `unknown key '${keyOf(pair)}'; the file takes 'images'`)
    }
    const images = file.get('images')
    if (isMap(images) && images.items.length > 0) return this.readImages(images)
    this.fault(offsetOf(file), `'images' must map names to images:\n${EXAMPLE}`)
    return []
  }

  private readImages(images: YAMLMap): PinnedImage[] {
    const seen = new Set<string>()
    return images.items.flatMap((pair) => {
      const name = keyOf(pair)
      const at = offsetOf(pair.key)
      if (seen.has(name))
        this.fault(
          at,
          `there are two images named '${name}'; names become repositories, so each is taken once`,
        )
      seen.add(name)
      if (!isRepository(name)) {
        this.fault(at, `'${name}' cannot name a repository: lower-case letters, digits, '.', '_' and '-'`)
      }
      if (isMap(pair.value)) return this.readImage(name, pair.value, at)
      this.fault(at, `'${name}' must have a source, as in source: ghcr.io/langfuse/langfuse:3.98.0@sha256:…`)
      return []
    })
  }

  private readImage(name: string, image: YAMLMap, at: number): PinnedImage[] {
    const seen = new Set<string>()
    for (const { key } of image.items) {
      const text = isScalar(key) ? String(key.value) : ''
      if (!KEYS.includes(text)) {
        this.fault(
          offsetOf(key),
          `unknown key '${oneLine(text)}' of image '${name}'; an image takes ${KEYS.join(', ')}`,
        )
      }
      if (seen.has(text)) this.fault(offsetOf(key), `'${text}' of image '${name}' is given twice`)
      seen.add(text)
    }
    const source = this.textAt(image, 'source')
    const follow = this.textAt(image, 'follow')
    const platform = this.textAt(image, 'platform')
    if (source === undefined) {
      if (!image.has('source')) this.fault(at, `'${name}' has no source`)
      return []
    }
    if (platform !== undefined && !PLATFORM.test(platform.value)) {
      this.fault(
        platform.offset,
        `'${oneLine(platform.value)}' is not a platform; it is os/architecture, as in linux/arm64`,
      )
    }
    const pinned = this.readSource(source)
    if (pinned === undefined) return []
    const position = this.position(source.offset)
    return [{ name, ...pinned, follow: follow?.value, platform: platform?.value, position }]
  }

  private readSource({
    value,
    offset,
  }: Text): Pick<PinnedImage, 'registry' | 'repository' | 'tag' | 'digest'> | undefined {
    try {
      const { registry, repository, tag, digest } = parseReference(value)
      if (tag !== undefined && digest !== undefined) return { registry, repository, tag, digest }
      if (tag === undefined)
        this.fault(offset, `'${value}' has no tag; write name:tag@digest, so that people see the version`)
      if (digest === undefined) {
        this.fault(
          offset,
          `'${value}' has no digest; write name:tag@sha256:…, since a tag can be moved to other content`,
        )
      }
    } catch (error) {
      if (!(error instanceof InvalidReference)) throw error
      this.fault(offset, oneLine(error.message))
    }
    return undefined
  }

  /** A value that must be text: YAML reads 25.10 without quotes as the number 25.1. */
  private textAt(image: YAMLMap, key: string): Text | undefined {
    const node = image.get(key, true)
    if (node === undefined) return undefined
    if (typeof node.value === 'string') return { value: node.value, offset: offsetOf(node) }
    const shown = node.source === undefined ? 'text' : `'${oneLine(node.source)}'`
    this.fault(offsetOf(node), `${key} must be text; put it in quotes: ${key}: ${shown}`)
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

interface Text {
  readonly value: string
  readonly offset: number
}

function keyOf({ key }: Pair): string {
  return oneLine(isScalar(key) ? String(key.value) : '')
}

const offsetOf = (node: unknown): number => (isNode(node) ? (node.range?.[0] ?? 0) : 0)
