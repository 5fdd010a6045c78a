/** Manifest formats, independent of src/, which is under test. */
export interface Descriptor {
  readonly mediaType: string
  readonly digest: string
  readonly size: number
  readonly urls?: readonly string[]
  readonly platform?: Platform
  readonly annotations?: Readonly<Record<string, string>>
  readonly artifactType?: string
}

export interface Platform {
  readonly os: string
  readonly architecture: string
  readonly variant?: string
}

export interface ManifestJson {
  readonly schemaVersion?: number
  readonly mediaType?: string
  readonly artifactType?: string
  readonly config?: Descriptor
  readonly layers?: readonly Descriptor[]
  readonly manifests?: readonly Descriptor[]
  readonly subject?: Descriptor
  readonly annotations?: Readonly<Record<string, string>>
  readonly fsLayers?: readonly { readonly blobSum: string }[]
}

export const mediaTypes = {
  oci: {
    index: 'application/vnd.oci.image.index.v1+json',
    manifest: 'application/vnd.oci.image.manifest.v1+json',
    config: 'application/vnd.oci.image.config.v1+json',
    layer: 'application/vnd.oci.image.layer.v1.tar+gzip',
    zstd: 'application/vnd.oci.image.layer.v1.tar+zstd',
    foreign: 'application/vnd.oci.image.layer.nondistributable.v1.tar+gzip',
  },
  docker: {
    index: 'application/vnd.docker.distribution.manifest.list.v2+json',
    manifest: 'application/vnd.docker.distribution.manifest.v2+json',
    config: 'application/vnd.docker.container.image.v1+json',
    layer: 'application/vnd.docker.image.rootfs.diff.tar.gzip',
    zstd: 'application/vnd.docker.image.rootfs.diff.tar.zstd',
    foreign: 'application/vnd.docker.image.rootfs.foreign.diff.tar.gzip',
  },
} as const

export type Family = keyof typeof mediaTypes

export const SCHEMA_1 = 'application/vnd.docker.distribution.manifest.v1+prettyjws'
export const EMPTY = 'application/vnd.oci.empty.v1+json'

/** Digests that a registry must have before it accepts the manifest, without foreign layers. */
export function needs(json: ManifestJson): { blobs: string[]; manifests: string[] } {
  const isHere = ({ mediaType, urls }: Descriptor): boolean =>
    urls === undefined && !/foreign|nondistributable/.test(mediaType)
  const layers = (json.layers ?? []).filter(isHere).map(({ digest }) => digest)
  const config = json.config === undefined ? [] : [json.config.digest]
  const fsLayers = (json.fsLayers ?? []).map(({ blobSum }) => blobSum)
  return {
    blobs: [...new Set([...config, ...layers, ...fsLayers])],
    manifests: [...new Set((json.manifests ?? []).map(({ digest }) => digest))],
  }
}
