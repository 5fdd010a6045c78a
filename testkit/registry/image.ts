import { buffered, sha256, virtual, type Content, type Magic } from './content'
import { mediaTypes, type Descriptor, type Family, type Platform } from './manifest'

/** A blob and how a manifest names it. */
export interface Blob {
  readonly descriptor: Descriptor
  /** Undefined for a foreign layer, which no registry holds. */
  readonly content: Content | undefined
}

/** A manifest or index with everything below it. */
export interface Image {
  readonly descriptor: Descriptor
  readonly bytes: Buffer
  readonly blobs: readonly Blob[]
  readonly children: readonly Image[]
}

export interface LayerOptions {
  readonly size: number
  /** Different seeds, different bytes; default: the size. */
  readonly seed?: string
  readonly family?: Family
  readonly kind?: 'layer' | 'zstd' | 'foreign'
  /** The known digest, which spares hashing a large virtual layer. */
  readonly digest?: string
}

/** A layer of any size, made on the fly. Give the same object to two images to share it. */
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
  /** Sizes in bytes, or layers of {@link makeLayer}. */
  readonly layers?: readonly (number | Blob)[]
  readonly platform?: Platform
  readonly mediaTypes?: Family
  /** Makes images with the same layers different. */
  readonly seed?: string
  readonly annotations?: Readonly<Record<string, string>>
  readonly subject?: Image
  /** ISO 8601. */
  readonly created?: string
  readonly labels?: Readonly<Record<string, string>>
}

/** An image for one platform. */
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
  /** One in-toto attestation for each image, as buildx writes them. */
  readonly attestations?: boolean
  readonly annotations?: Readonly<Record<string, string>>
  readonly subject?: Image
}

/** An index of images, or of indexes. */
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

/** What buildx adds for provenance: an image of no platform that names its subject in an annotation. */
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

/** Everything that a tag leads to, children before parents, each once. */
export function inOrder(image: Image, seen = new Set<string>()): Image[] {
  if (seen.has(image.descriptor.digest)) return []
  seen.add(image.descriptor.digest)
  return [...image.children.flatMap((child) => inOrder(child, seen)), image]
}

/** Bytes of all blobs below the image, each counted once. */
export function blobBytes(image: Image): number {
  const contents = inOrder(image).flatMap(({ blobs }) => blobs.map(({ content }) => content))
  const sizes = new Map(contents.flatMap((content) => (content ? [[content.digest, content.size]] : [])))
  return [...sizes.values()].reduce((sum, size) => sum + size, 0)
}

const CREATED = '2026-01-01T00:00:00Z'
const PREDICATE = 'https://slsa.dev/provenance/v0.2'

const json = (value: unknown): Buffer => Buffer.from(JSON.stringify(value, null, 2))

export function jsonBlob(mediaType: string, value: unknown): Blob {
  const content = buffered(Buffer.from(JSON.stringify(value)))
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
