import { isAlias, isMap, type YAMLMap } from 'yaml'
import { parseAgeMs } from '../text/age'
import { InvalidReference, isRepository, parseReference } from '../text/image-reference'
import { toPrintableLine } from '../text/sanitize'
import type { FailureReason } from '../text/failure-reason'
import {
  type Entry,
  type FileProblem,
  isEmptyNode,
  type LocatedText,
  type Position,
  YamlReader,
} from './yaml-reader'

export type { FileProblem } from './yaml-reader'

/** Image in images.yaml. */
export interface PinnedImage {
  readonly name: string
  readonly registry: string
  readonly repository: string
  readonly tag: string
  readonly digest: string
  readonly follow: string | undefined
  /** `os/architecture[/variant]`. */
  readonly platform: string | undefined
  /** Instead of the input `min-age`. */
  readonly minAgeMs?: number | undefined
  /** Tags, and versions as prefixes, that are never proposed. */
  readonly ignore?: readonly string[] | undefined
  /** Labels of the pull request. */
  readonly labels?: readonly string[] | undefined
  readonly position: Position
}

/** A file of another kind has a problem in each line. */
const MAX_SHOWN_PROBLEMS = 20

/** Thrown for an invalid images.yaml. */
export class InvalidImages extends Error {
  override readonly name = 'InvalidImages'
  readonly reason: FailureReason = 'invalid-images'

  constructor(
    readonly path: string,
    readonly problems: readonly FileProblem[],
  ) {
    const all = problems.map(({ line, column, message }) => `${path}:${line}:${column}: ${message}`)
    const lines = [...new Set(all)]
    const rest = lines.length - MAX_SHOWN_PROBLEMS
    const shown = [...lines.slice(0, MAX_SHOWN_PROBLEMS), ...(rest > 0 ? [`and ${rest} more`] : [])]
    super(lines.length === 1 ? lines.join() : `${path} has ${lines.length} problems:\n${shown.join('\n')}`)
  }
}

const IMAGE_KEYS = ['source', 'follow', 'platform', 'min-age', 'ignore', 'labels']
const EXAMPLE =
  "images:\n  langfuse-web:\n    source: ghcr.io/langfuse/langfuse:3.98.0@sha256:…\n    follow: '3'"
const PLATFORM = /^[a-z0-9]+\/[a-z0-9_]+(?:\/[a-z0-9.]+)?$/

/**
 * Parses images.yaml.
 *
 * @param path file name in errors
 * @throws InvalidImages with every problem
 */
export function parseImages(text: string, path: string): PinnedImage[] {
  const reader = new Reader(text)
  const images = reader.read()
  if (reader.problems.length === 0) return images
  const inOrder = [...reader.problems].sort((a, b) => a.line - b.line || a.column - b.column)
  throw new InvalidImages(path, inOrder)
}

class Reader extends YamlReader {
  read(): PinnedImage[] {
    const { contents, errors } = this.document
    for (const { message, pos } of errors) this.report(pos[0], toPrintableLine(message))
    if (errors.length > 0) return []
    if (isMap(contents)) return this.readFile(contents)
    this.report(0, `the file is ${isEmptyNode(contents) ? 'empty' : 'not a mapping'}; expected\n${EXAMPLE}`)
    return []
  }

  private readFile(file: YAMLMap): PinnedImage[] {
    const entries = this.entries(file, (key) => `duplicate key '${key}'`)
    for (const { key, offset } of entries) {
      if (key !== 'images') this.report(offset, `unknown key '${key}'; expected 'images'`)
    }
    const images = entries.find(({ key }) => key === 'images')
    if (images && isMap(images.value) && images.value.items.length > 0) return this.readImages(images.value)
    this.report(images?.offset ?? 0, `'images' must map names to images:\n${EXAMPLE}`)
    return []
  }

  private readImages(images: YAMLMap): PinnedImage[] {
    const duplicate = (name: string): string => `duplicate image '${name}'; each image becomes one repository`
    return this.entries(images, duplicate).flatMap(({ key: name, offset, value }) => {
      if (!isRepository(name)) {
        this.report(
          offset,
          `'${name}' is not a repository name: expected lower-case letters, digits, '.', '_' and '-'`,
        )
      }
      if (isMap(value)) return this.readImage(name, value, offset)
      const example = 'source: ghcr.io/langfuse/langfuse:3.98.0@sha256:…'
      if (isAlias(value))
        this.report(
          offset,
          `'${name}' is the alias *${value.source}, which is not supported; write the image in full`,
        )
      else this.report(offset, `'${name}' must have a source, as in ${example}`)
      return []
    })
  }

  private readImage(name: string, image: YAMLMap, at: number): PinnedImage[] {
    const entries = this.entries(image, (key) => `duplicate key '${key}' in image '${name}'`)
    for (const { key, offset } of entries) {
      const known = `supported keys: ${IMAGE_KEYS.join(', ')}`
      if (!IMAGE_KEYS.includes(key)) this.report(offset, `unknown key '${key}' in image '${name}'; ${known}`)
    }
    const given = entries.find(({ key }) => key === 'source')
    if (given === undefined || isEmptyNode(given.value)) this.report(at, `'${name}' has no source`)
    const source = this.text(entries, 'source')
    const follow = this.text(entries, 'follow')
    const platform = this.text(entries, 'platform')
    if (platform !== undefined && !PLATFORM.test(platform.value)) {
      const shown = toPrintableLine(platform.value)
      this.report(
        platform.offset,
        `'${shown}' is not a platform; expected os/architecture, as in linux/arm64`,
      )
    }
    const settings = {
      minAgeMs: this.readMinAge(entries),
      ignore: this.texts(entries, 'ignore', '3.225.6'),
      labels: this.texts(entries, 'labels', 'infrastructure'),
    }
    const pinned = source && this.readSource(source)
    if (pinned === undefined) return []
    const position = this.position(source?.offset ?? at)
    return [{ name, ...pinned, follow: follow?.value, platform: platform?.value, ...settings, position }]
  }

  private readMinAge(entries: readonly Entry[]): number | undefined {
    const text = this.text(entries, 'min-age')
    if (text === undefined) return undefined
    const ageMs = parseAgeMs(text.value)
    if (ageMs === undefined)
      this.report(text.offset, `'${toPrintableLine(text.value)}' is not an age; expected 3d, 12h or '0'`)
    return ageMs
  }

  private readSource({ value, offset }: LocatedText): PinnedReference | undefined {
    const shown = toPrintableLine(value)
    try {
      const { registry, repository, tag, digest } = parseReference(value)
      if (digest?.startsWith('sha512:') === true) {
        // Targets store a manifest under its sha256, so a deployment by sha512 would not find it.
        this.report(
          offset,
          `'${shown}' has a sha512 digest; registries store images by sha256, so pin the sha256 digest`,
        )
        return undefined
      }
      if (tag !== undefined && digest !== undefined) return { registry, repository, tag, digest }
      if (tag === undefined) {
        this.report(offset, `'${shown}' has no tag; write name:tag@digest to show the version`)
      }
      if (digest === undefined) {
        const why = 'because a tag can move to another image'
        this.report(offset, `'${shown}' has no digest; write name:tag@sha256:…, ${why}`)
      }
    } catch (error) {
      if (!(error instanceof InvalidReference)) throw error
      this.report(offset, toPrintableLine(error.message))
    }
    return undefined
  }
}

type PinnedReference = Pick<PinnedImage, 'registry' | 'repository' | 'tag' | 'digest'>
