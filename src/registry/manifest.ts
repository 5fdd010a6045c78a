import { createHash } from 'node:crypto'
import { CorruptContent, UnsupportedContent } from './error'
import { MANIFEST_TYPES, OCI_INDEX, OCI_MANIFEST } from './media-types'
import { isDigest } from '../text/image-reference'
import { isRecord, parseObject } from '../text/json'
import { toPrintableLine } from '../text/sanitize'

/** OCI image specification, "OCI Content Descriptors". */
export interface Descriptor {
  readonly mediaType: string
  readonly digest: string
  /** Bytes. */
  readonly size: number
  readonly platform?: Platform
  readonly artifactType?: string
  readonly annotations?: Readonly<Record<string, string>>
  /** Where the content lies when no registry may distribute it. */
  readonly urls?: readonly string[]
}

export interface Platform {
  readonly os: string
  readonly architecture: string
  readonly variant?: string
}

/** A manifest as it was served, and what it names. */
export interface Manifest {
  /** The exact bytes; a registry that gets them computes the same digest. */
  readonly bytes: Buffer
  readonly mediaType: string
  readonly digest: string
  /** Child manifests, for an index. */
  readonly manifests: readonly Descriptor[]
  /** Config and layers, for an image; blobs, for an artifact. */
  readonly blobs: readonly Descriptor[]
  readonly config: Descriptor | undefined
  readonly subject: Descriptor | undefined
  readonly artifactType: string | undefined
  readonly annotations: Readonly<Record<string, string>> | undefined
}

const SCHEMA_1 = /^application\/vnd\.docker\.distribution\.manifest\.v1\+/

export function digestOf(bytes: Buffer, algorithm: 'sha256' | 'sha512' = 'sha256'): string {
  return `${algorithm}:${createHash(algorithm).update(bytes).digest('hex')}`
}

export const algorithmOf = (digest: string): 'sha256' | 'sha512' =>
  digest.startsWith('sha512:') ? 'sha512' : 'sha256'

/** Layers that carry their own address and that no registry needs to hold (image specification, "Non-Distributable Layers"). */
export function isForeign({ mediaType, urls }: Descriptor): boolean {
  return urls !== undefined && urls.length > 0 && /foreign|nondistributable/.test(mediaType)
}

export function formatPlatform({ os, architecture, variant }: Platform): string {
  return [os, architecture, variant].filter((part) => part).join('/')
}

/** Only names an image for people to run, not the attestations that buildx files under `unknown/unknown`. */
export function isRunnable({ platform }: Descriptor): boolean {
  return platform !== undefined && platform.os !== 'unknown'
}

/**
 * Reads a manifest, checked against the digest it was asked for by.
 *
 * @param served the `Content-Type` it came with; the manifest's own `mediaType` goes first
 * @throws CorruptContent when bytes and digest disagree or the JSON is not a manifest
 * @throws UnsupportedContent for Docker's schema 1
 */
export function parseManifest(bytes: Buffer, digest: string, served: string): Manifest {
  // Its digest is not that of its bytes, so it is told apart before they are compared.
  if (SCHEMA_1.test(served)) throw schema1(digest)
  const actual = digestOf(bytes, algorithmOf(digest))
  if (actual !== digest) {
    throw new CorruptContent(
      `the manifest ${digest} came as ${bytes.length} bytes whose digest is ${actual}; the registry or something on the way altered it`,
    )
  }
  const json = parseObject(bytes.toString('utf8'))
  if (json === undefined) throw new CorruptContent(`the manifest ${digest} is not a JSON object`)
  const mediaType = manifestType(json, served, digest)
  const at = `manifest ${digest}`
  const config = json['config'] === undefined ? undefined : descriptor(json['config'], `${at}: config`)
  return {
    bytes,
    mediaType,
    digest,
    manifests: descriptors(json['manifests'], `${at}: manifests`),
    blobs: [
      ...(config === undefined ? [] : [config]),
      ...descriptors(json['layers'] ?? json['blobs'], `${at}: ${json['layers'] ? 'layers' : 'blobs'}`),
    ],
    config,
    subject: json['subject'] === undefined ? undefined : descriptor(json['subject'], `${at}: subject`),
    artifactType: text(json['artifactType']),
    annotations: strings(json['annotations']),
  }
}

function manifestType(json: Record<string, unknown>, served: string, digest: string): string {
  const declared = text(json['mediaType']) ?? served.split(';')[0]?.trim() ?? ''
  if (json['schemaVersion'] === 1 || SCHEMA_1.test(declared)) throw schema1(digest)
  if (MANIFEST_TYPES.some((type) => type === declared)) return declared
  if (Array.isArray(json['manifests'])) return OCI_INDEX
  if (json['config'] !== undefined) return OCI_MANIFEST
  throw new UnsupportedContent(
    `the manifest ${digest} is of a type nobody knows, '${toPrintableLine(declared)}'`,
  )
}

function schema1(digest: string): UnsupportedContent {
  return new UnsupportedContent(
    `the manifest ${digest} is of Docker's schema 1, which this action does not copy; ` +
      'pull and push the image once with a current Docker to get a schema 2 manifest',
  )
}

function descriptors(value: unknown, at: string): Descriptor[] {
  if (value === undefined || value === null) return []
  if (!Array.isArray(value)) throw new CorruptContent(`${at} is not a list`)
  return value.map((entry: unknown, index) => descriptor(entry, `${at}[${index}]`))
}

/** @throws CorruptContent that names the place */
export function descriptor(value: unknown, at: string): Descriptor {
  if (!isRecord(value)) throw new CorruptContent(`${at} is not a descriptor`)
  const { mediaType, digest, size, urls } = value
  if (typeof digest !== 'string' || !isDigest(digest)) throw new CorruptContent(`${at} has no valid digest`)
  if (typeof size !== 'number' || !Number.isSafeInteger(size) || size < 0) {
    throw new CorruptContent(`${at} has no valid size`)
  }
  const annotations = strings(value['annotations'])
  const artifactType = text(value['artifactType'])
  const platform = parsePlatform(value['platform'])
  return {
    mediaType: text(mediaType) ?? '',
    digest,
    size,
    ...(platform && { platform }),
    ...(artifactType !== undefined && { artifactType }),
    ...(annotations && { annotations }),
    ...(Array.isArray(urls) && { urls: urls.filter((url) => typeof url === 'string') }),
  }
}

/** Platform of an index entry, or of an image's config, which has the same three keys. */
export function parsePlatform(value: unknown): Platform | undefined {
  if (!isRecord(value)) return undefined
  const { os, architecture, variant } = value
  if (typeof os !== 'string' || typeof architecture !== 'string') return undefined
  return { os, architecture, ...(typeof variant === 'string' && variant !== '' && { variant }) }
}

const text = (value: unknown): string | undefined =>
  typeof value === 'string' && value !== '' ? value : undefined

function strings(value: unknown): Record<string, string> | undefined {
  if (!isRecord(value)) return undefined
  const entries = Object.entries(value).filter(
    (entry): entry is [string, string] => typeof entry[1] === 'string',
  )
  return Object.fromEntries(entries)
}
