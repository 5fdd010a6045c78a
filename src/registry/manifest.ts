import { CorruptContent, UnsupportedContent } from './error'
import { MANIFEST_TYPES, OCI_INDEX, OCI_MANIFEST } from './media-types'
import { isDigest } from '../text/image-reference'
import { isRecord, parseObject } from '../text/json'
import { toPrintableLine } from '../text/sanitize'

/** OCI image specification, "OCI Content Descriptors". */
export interface Descriptor {
  readonly mediaType: string
  readonly digest: string
  readonly size: number
  readonly platform?: Platform
  readonly artifactType?: string
  readonly annotations?: Readonly<Record<string, string>>
  readonly urls?: readonly string[]
}

export interface Platform {
  readonly os: string
  readonly architecture: string
  readonly variant?: string
}

export interface Manifest {
  /** As served, because the digest depends on every byte. */
  readonly bytes: Buffer
  readonly mediaType: string
  readonly digest: string
  readonly manifests: readonly Descriptor[]
  /** Config first. */
  readonly blobs: readonly Descriptor[]
  readonly config: Descriptor | undefined
  readonly subject: Descriptor | undefined
  readonly artifactType: string | undefined
  readonly annotations: Readonly<Record<string, string>> | undefined
}

const SCHEMA_1 = /^application\/vnd\.docker\.distribution\.manifest\.v1\+/

/** Returns `algorithm:hex`. */
export function digestOf(bytes: Buffer, algorithm: 'sha256' | 'sha512' = 'sha256'): string {
  return `${algorithm}:${process.getBuiltinModule('node:crypto').createHash(algorithm).update(bytes).digest('hex')}`
}

/** Algorithm of a digest. */
export const algorithmOf = (digest: string): 'sha256' | 'sha512' =>
  digest.startsWith('sha512:') ? 'sha512' : 'sha256'

/** Image specification, "Non-Distributable Layers". */
export function isForeign({ mediaType, urls }: Descriptor): boolean {
  return urls !== undefined && urls.length > 0 && /foreign|nondistributable/.test(mediaType)
}

/** Returns `os/architecture[/variant]`. */
export function formatPlatform({ os, architecture, variant }: Platform): string {
  return [os, architecture, variant].filter((part) => part).join('/')
}

/** Platform of an index entry, or an empty string. */
export const platformOf = ({ platform }: Descriptor): string => (platform ? formatPlatform(platform) : '')

const DEFAULT_VARIANTS: Readonly<Record<string, string>> = {
  'linux/arm64/v8': 'linux/arm64',
  'linux/arm': 'linux/arm/v7',
  'linux/amd64/v1': 'linux/amd64',
}

/** Removes a variant that is the default, which build tools either write or leave out. */
export const normalizePlatform = (platform: string): string => DEFAULT_VARIANTS[platform] ?? platform

/** A request without a variant matches all variants. */
export const matchesPlatform = (actual: string, requested: string): boolean =>
  normalizePlatform(actual) === normalizePlatform(requested) || actual.startsWith(`${requested}/`)

/** Excludes attestations, which buildx lists as `unknown/unknown`. */
export function isRunnable({ platform }: Descriptor): boolean {
  return platform !== undefined && platform.os !== 'unknown'
}

/** @throws CorruptContent for another digest */
export function verifyDigest(bytes: Buffer, digest: string): void {
  const actual = digestOf(bytes, algorithmOf(digest))
  if (actual === digest) return
  throw new CorruptContent(
    `the manifest ${digest} arrived as ${bytes.length} bytes with digest ${actual}; the registry or a proxy changed it`,
    { mayBeTransient: true },
  )
}

/**
 * Parses a manifest and verifies its digest.
 *
 * @param served `Content-Type`, for a manifest without `mediaType`
 * @throws CorruptContent for another digest or invalid JSON
 * @throws UnsupportedContent for schema 1 and unknown types
 */
export function parseManifest(bytes: Buffer, digest: string, served: string): Manifest {
  // Digests of schema 1 exclude the signatures and never match.
  if (SCHEMA_1.test(served)) throw schema1Error(digest)
  verifyDigest(bytes, digest)
  const json = parseObject(bytes.toString('utf8'))
  if (json === undefined) throw new CorruptContent(`the manifest ${digest} is not a JSON object`)
  const mediaType = manifestType(json, served, digest)
  const at = `manifest ${digest}`
  const config = optionalDescriptor(json['config'], `${at}: config`)
  // The entries of a BuildKit cache are blobs.
  const [manifests, blobs] = partition(
    parseDescriptors(json['manifests'], `${at}: manifests`),
    isManifestEntry,
  )
  return {
    bytes,
    mediaType,
    digest,
    manifests,
    blobs: [
      ...blobs,
      ...(config === undefined ? [] : [config]),
      ...parseDescriptors(json['layers'] ?? json['blobs'], `${at}: ${json['layers'] ? 'layers' : 'blobs'}`),
    ],
    config,
    subject: optionalDescriptor(json['subject'], `${at}: subject`),
    artifactType: stringValue(json['artifactType']),
    annotations: stringRecord(json['annotations']),
  }
}

/** Registries set optional fields to null. */
const optionalDescriptor = (value: unknown, at: string): Descriptor | undefined =>
  value === undefined || value === null ? undefined : parseDescriptor(value, at)

/** Image specification, "Image Index": entries may have any media type. */
const isManifestEntry = ({ mediaType }: Descriptor): boolean =>
  mediaType === '' || /[.+](?:manifest|index)\b/.test(mediaType)

function partition<T>(items: readonly T[], isFirst: (item: T) => boolean): [T[], T[]] {
  return [items.filter(isFirst), items.filter((item) => !isFirst(item))]
}

function manifestType(json: Record<string, unknown>, served: string, digest: string): string {
  const declared = stringValue(json['mediaType']) ?? served.split(';')[0]?.trim() ?? ''
  if (json['schemaVersion'] === 1 || SCHEMA_1.test(declared)) throw schema1Error(digest)
  if (MANIFEST_TYPES.some((type) => type === declared)) return declared
  if (Array.isArray(json['manifests'])) return OCI_INDEX
  if (isRecord(json['config'])) return OCI_MANIFEST
  throw new UnsupportedContent(
    `the manifest ${digest} has the unknown media type '${toPrintableLine(declared)}'`,
  )
}

function schema1Error(digest: string): UnsupportedContent {
  return new UnsupportedContent(
    `the manifest ${digest} uses Docker's schema 1, which this action does not copy; ` +
      'pull and push the image with a current version of Docker to convert it to schema 2',
  )
}

function parseDescriptors(value: unknown, at: string): Descriptor[] {
  if (value === undefined || value === null) return []
  if (!Array.isArray(value)) throw new CorruptContent(`${at} is not a list`)
  return value.map((entry: unknown, index) => parseDescriptor(entry, `${at}[${index}]`))
}

/** @param at position for the message @throws CorruptContent */
export function parseDescriptor(value: unknown, at: string): Descriptor {
  if (!isRecord(value)) throw new CorruptContent(`${at} is not a descriptor`)
  const { mediaType, digest, size, urls } = value
  if (typeof digest !== 'string' || !isDigest(digest)) throw new CorruptContent(`${at} has no valid digest`)
  if (typeof size !== 'number' || !Number.isSafeInteger(size) || size < 0) {
    throw new CorruptContent(`${at} has no valid size`)
  }
  const annotations = stringRecord(value['annotations'])
  const artifactType = stringValue(value['artifactType'])
  const platform = parsePlatform(value['platform'])
  return {
    mediaType: stringValue(mediaType) ?? '',
    digest,
    size,
    ...(platform && { platform }),
    ...(artifactType !== undefined && { artifactType }),
    ...(annotations && { annotations }),
    ...(Array.isArray(urls) && { urls: urls.filter((url) => typeof url === 'string') }),
  }
}

/** Index entries and image configs use the same keys. */
export function parsePlatform(value: unknown): Platform | undefined {
  if (!isRecord(value)) return undefined
  const { os, architecture, variant } = value
  if (typeof os !== 'string' || typeof architecture !== 'string') return undefined
  return { os, architecture, ...(typeof variant === 'string' && variant !== '' && { variant }) }
}

const stringValue = (value: unknown): string | undefined =>
  typeof value === 'string' && value !== '' ? value : undefined

function stringRecord(value: unknown): Record<string, string> | undefined {
  if (!isRecord(value)) return undefined
  const entries = Object.entries(value).filter(
    (entry): entry is [string, string] => typeof entry[1] === 'string',
  )
  return Object.fromEntries(entries)
}
