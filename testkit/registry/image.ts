import { buffered, sha256, virtual, type Content, type Magic } from './content'
import { mediaTypes, type Descriptor, type Family, type Platform } from './manifest'

export interface Blob {
  readonly descriptor: Descriptor
  /** Undefined for a foreign layer, which registries do not store. */
  readonly content: Content | undefined
}

/** A manifest or index with its children. */
export interface Image {
  readonly descriptor: Descriptor
  readonly bytes: Buffer
  readonly blobs: readonly Blob[]
  readonly children: readonly Image[]
}

export interface LayerOptions {
  readonly size: number
  readonly seed?: string
  readonly family?: Family
  readonly kind?: 'layer' | 'zstd' | 'foreign'
  /** Known digest, to avoid hashing a large generated layer. */
  readonly digest?: string
}

/** Creates a layer of any size, generated on the fly. Images that are passed the same object share it. */
export function makeLayer({ size, seed, family = 'oci', kind = 'layer', digest }: LayerOptions): Blob {
  const magic: Magic = kind === 'zstd' ? 'zstd' : 'gzip'
  const content = virtual(size, seed ?? `layer of ${size}`, {
    magic,
    ...(digest !== undefined && { digest }),
  })
  const urls = kind === 'foreign' ? { urls: [`https://example.com/layers/${content.digest}`] } : {}
  const descriptor = { mediaType: mediaTypes[family][kind], digest: content.digest, size, ...urls }
  return { descriptor, content: kind === 'foreign' ? undefined : content }
}

export interface ImageOptions {
  /** Layers of {@link makeLayer}, or sizes in bytes. */
  readonly layers?: readonly (number | Blob)[]
  readonly platform?: Platform
  readonly mediaTypes?: Family
  /** Distinguishes images with the same layers. */
  readonly seed?: string
  readonly annotations?: Readonly<Record<string, string>>
  readonly subject?: Image
  readonly created?: string
  readonly labels?: Readonly<Record<string, string>>
}

export function makeImage(options: ImageOptions = {}): Image {
  const { layers = [1000, 2000], mediaTypes: family = 'oci', seed = 'image' } = options
  const { platform = { os: 'linux', architecture: 'amd64' }, annotations, subject } = options
  const { created = CREATED, labels = {} } = options
  const of = `${seed} ${platform.os}/${platform.architecture}${platform.variant ?? ''}`
  const blobs = layers.map((layer, index) =>
    typeof layer === 'number' ? makeLayer({ size: layer, seed: `${of} ${index}`, family }) : layer,
  )
  const config = jsonBlob(mediaTypes[family].config, {
    ...platform,
    created,
    config: { Env: ['PATH=/usr/bin'], Labels: { seed, ...labels } },
    rootfs: { type: 'layers', diff_ids: blobs.map(({ descriptor }) => sha256(descriptor.digest)) },
    history: blobs.map((_, index) => ({ created: CREATED, created_by: `RUN step ${index}` })),
  })
  return manifest(mediaTypes[family].manifest, [config, ...blobs], {
    config: config.descriptor,
    layers: blobs.map(({ descriptor }) => descriptor),
    ...(annotations && { annotations }),
    ...(subject && { subject: subject.descriptor }),
    platform,
  })
}

export interface IndexOptions {
  readonly mediaTypes?: Family
  /** Adds an in-toto attestation per image, as buildx does. */
  readonly attestations?: boolean
  readonly annotations?: Readonly<Record<string, string>>
  readonly subject?: Image
}

export function makeIndex(images: readonly Image[], options: IndexOptions = {}): Image {
  const { mediaTypes: family = 'oci', attestations = false, annotations, subject } = options
  const children = attestations ? [...images, ...images.map(attestationOf)] : images
  return {
    ...manifest(mediaTypes[family].index, [], {
      manifests: children.map(({ descriptor }) => descriptor),
      ...(annotations && { annotations }),
      ...(subject && { subject: subject.descriptor }),
    }),
    children,
  }
}

/** Creates buildx's provenance attestation: an image of an unknown platform with its subject in an annotation. */
function attestationOf(image: Image): Image {
  const { digest } = image.descriptor
  const statement = jsonBlob('application/vnd.in-toto+json', {
    _type: 'https://in-toto.io/Statement/v0.1',
    predicateType: PREDICATE,
    subject: [{ name: 'pkg:docker/image', digest: { sha256: digest.slice('sha256:'.length) } }],
  })
  const layer = { ...statement.descriptor, annotations: { 'in-toto.io/predicate-type': PREDICATE } }
  const platform = { os: 'unknown', architecture: 'unknown' }
  const config = jsonBlob(mediaTypes.oci.config, {
    ...platform,
    config: {},
    rootfs: { type: 'layers', diff_ids: [layer.digest] },
  })
  const annotations = {
    'vnd.docker.reference.digest': digest,
    'vnd.docker.reference.type': 'attestation-manifest',
  }
  const made = manifest(mediaTypes.oci.manifest, [config, statement], {
    config: config.descriptor,
    layers: [layer],
  })
  return { ...made, descriptor: { ...made.descriptor, annotations, platform } }
}

export function inOrder(image: Image, seen = new Set<string>()): Image[] {
  if (seen.has(image.descriptor.digest)) return []
  seen.add(image.descriptor.digest)
  return [...image.children.flatMap((child) => inOrder(child, seen)), image]
}

export function blobBytes(image: Image): number {
  const contents = inOrder(image).flatMap(({ blobs }) => blobs.map(({ content }) => content))
  const sizes = new Map(contents.flatMap((content) => (content ? [[content.digest, content.size]] : [])))
  return [...sizes.values()].reduce((sum, size) => sum + size, 0)
}

const CREATED = '2026-01-01T00:00:00Z'
const PREDICATE = 'https://slsa.dev/provenance/v0.2'

const json = (value: unknown): Buffer => Buffer.from(JSON.stringify(value, null, 2))

export const jsonBlob = (mediaType: string, value: unknown): Blob =>
  blobOf(mediaType, Buffer.from(JSON.stringify(value)))

export function blobOf(mediaType: string, bytes: Buffer): Blob {
  const content = buffered(bytes)
  return { descriptor: { mediaType, digest: content.digest, size: content.size }, content }
}

export function manifest(
  mediaType: string,
  blobs: readonly Blob[],
  { platform, ...fields }: Record<string, unknown> & { platform?: Platform },
): Image {
  const image = fromJson(mediaType, blobs, { schemaVersion: 2, mediaType, ...fields })
  return platform ? { ...image, descriptor: { ...image.descriptor, platform } } : image
}

export function fromJson(mediaType: string, blobs: readonly Blob[], value: unknown): Image {
  const bytes = json(value)
  return { descriptor: { mediaType, digest: sha256(bytes), size: bytes.length }, bytes, blobs, children: [] }
}
