export const OCI_INDEX = 'application/vnd.oci.image.index.v1+json'
export const OCI_MANIFEST = 'application/vnd.oci.image.manifest.v1+json'
const OCI_ARTIFACT = 'application/vnd.oci.artifact.manifest.v1+json'
const DOCKER_LIST = 'application/vnd.docker.distribution.manifest.list.v2+json'
const DOCKER_MANIFEST = 'application/vnd.docker.distribution.manifest.v2+json'

/** What an `Accept` header lists, always whole: ECR converts a manifest for a client that names fewer. */
export const MANIFEST_TYPES = [OCI_INDEX, OCI_MANIFEST, OCI_ARTIFACT, DOCKER_LIST, DOCKER_MANIFEST] as const

/** By digest nothing is converted, so schema 1 can be asked for too, to be refused by name. */
export const READABLE_TYPES = [
  ...MANIFEST_TYPES,
  'application/vnd.docker.distribution.manifest.v1+prettyjws',
  'application/vnd.docker.distribution.manifest.v1+json',
] as const
