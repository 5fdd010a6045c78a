import { fromJson, jsonBlob, makeLayer, manifest, type Image } from './image'
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
