import { blobOf, fromJson, jsonBlob, makeLayer, manifest, type Image } from './image'
import { EMPTY, mediaTypes, SCHEMA_1 } from './manifest'

export function makeArtifact(subject: Image, artifactType: string, seed = 'artifact'): Image {
  const config = jsonBlob(EMPTY, {})
  const payload = jsonBlob(artifactType, { artifact: seed, of: subject.descriptor.digest })
  return manifest(mediaTypes.oci.manifest, [config, payload], {
    artifactType,
    config: config.descriptor,
    layers: [payload.descriptor],
    subject: subject.descriptor,
  })
}

export function makeCosign(
  subject: Image,
  suffix: 'sig' | 'att' | 'sbom' = 'sig',
): { tag: string; image: Image } {
  const payload = jsonBlob('application/vnd.dev.cosign.simplesigning.v1+json', {
    critical: { image: { 'docker-manifest-digest': subject.descriptor.digest }, type: suffix },
  })
  const config = jsonBlob(mediaTypes.oci.config, { architecture: '', os: '', rootfs: { type: 'layers' } })
  const image = manifest(mediaTypes.oci.manifest, [config, payload], {
    config: config.descriptor,
    layers: [{ ...payload.descriptor, annotations: { 'dev.cosignproject.cosign/signature': 'MEUCIQ==' } }],
  })
  return { tag: `${subject.descriptor.digest.replace(':', '-')}.${suffix}`, image }
}

/** A layer of a manifest of cosign. */
export interface CosignLayer {
  readonly mediaType: string
  readonly bytes: Buffer
  readonly annotations: Readonly<Record<string, string>>
}

/** Creates the manifest of the tag `sha256-<hex>.sig` or `.att`, or with a subject that of a referrer. */
export function makeCosignManifest(layers: readonly CosignLayer[], subject?: Image): Image {
  const config = jsonBlob(mediaTypes.oci.config, { architecture: '', os: '', rootfs: { type: 'layers' } })
  const blobs = layers.map(({ mediaType, bytes }) => blobOf(mediaType, bytes))
  return manifest(mediaTypes.oci.manifest, [config, ...blobs], {
    ...(subject && {
      subject: subject.descriptor,
      artifactType: 'application/vnd.dev.cosign.artifact.sig.v1+json',
    }),
    config: config.descriptor,
    layers: layers.map(({ annotations }, index) => ({ ...blobs[index]?.descriptor, annotations })),
  })
}

/** Creates the referrer that cosign 3 and actions/attest push. */
export function makeBundleArtifact(
  subject: Image,
  bundle: unknown,
  type = 'application/vnd.dev.sigstore.bundle.v0.3+json',
): Image {
  const config = jsonBlob(EMPTY, {})
  const layer = jsonBlob(type, bundle)
  return manifest(mediaTypes.oci.manifest, [config, layer], {
    artifactType: type,
    config: config.descriptor,
    layers: [layer.descriptor],
    subject: subject.descriptor,
  })
}

/** Creates a manifest of schema version 1 (before 2016). */
export function makeSchema1(name = 'old', tag = 'latest'): Image {
  const layer = makeLayer({ size: 500, seed: 'schema 1', family: 'docker' })
  const json = {
    schemaVersion: 1,
    name,
    tag,
    architecture: 'amd64',
    fsLayers: [{ blobSum: layer.descriptor.digest }],
    history: [
      { v1Compatibility: JSON.stringify({ id: 'a'.repeat(64), os: 'linux', architecture: 'amd64' }) },
    ],
    signatures: [{ header: { alg: 'ES256' }, signature: 'fake', protected: 'fake' }],
  }
  return fromJson(SCHEMA_1, [layer], json)
}
