/** A parsed image reference, as in `ghcr.io/langfuse/langfuse:3.98.0@sha256:…`. */
export interface Reference {
  /** Host and optional port, `docker.io` for Docker Hub. */
  readonly registry: string
  /** Path below the registry, with `library/` for Docker Hub's official images. */
  readonly repository: string
  readonly tag: string | undefined
  readonly digest: string | undefined
}

export class InvalidReference extends Error {
  override readonly name = 'InvalidReference'
}

const HOST =
  /^(?:[a-zA-Z0-9](?:[a-zA-Z0-9-]*[a-zA-Z0-9])?(?:\.[a-zA-Z0-9](?:[a-zA-Z0-9-]*[a-zA-Z0-9])?)*|\[[0-9a-fA-F:]+\])(?::[0-9]{1,5})?$/
// OCI distribution specification, "Pulling manifests": <name> and <reference>.
const REPOSITORY = /^[a-z0-9]+(?:(?:\.|_|__|-+)[a-z0-9]+)*(?:\/[a-z0-9]+(?:(?:\.|_|__|-+)[a-z0-9]+)*)*$/
const TAG = /^[a-zA-Z0-9_][a-zA-Z0-9._-]{0,127}$/
// OCI image specification, "Digests": the two registered algorithms.
const DIGEST = /^(?:sha256:[a-f0-9]{64}|sha512:[a-f0-9]{128})$/

/** Also refuses what no address can have: port 99999, 1.2.3.999. */
export const isHost = (text: string): boolean => HOST.test(text) && URL.canParse(`https://${text}`)
export const isRepository = (text: string): boolean => text.length <= 255 && REPOSITORY.test(text)
export const isTag = (text: string): boolean => TAG.test(text)
export const isDigest = (text: string): boolean => DIGEST.test(text)

/**
 * Reads a reference the way `docker pull` does, Docker Hub's short names included.
 *
 * @throws InvalidReference that says which part is wrong
 */
export function parseReference(text: string): Reference {
  const [beforeDigest = '', digest, ...more] = text.split('@')
  if (more.length > 0) throw new InvalidReference(`'${text}' has more than one '@'`)
  if (digest !== undefined && !isDigest(digest)) {
    throw new InvalidReference(
      `'${digest}' is not a digest: it takes sha256: and 64 lower-case hexadecimal digits`,
    )
  }
  // A colon before the last slash belongs to the port.
  const colon = beforeDigest.indexOf(':', beforeDigest.lastIndexOf('/') + 1)
  const tag = colon < 0 ? undefined : beforeDigest.slice(colon + 1)
  if (tag !== undefined && !isTag(tag)) {
    throw new InvalidReference(`'${tag}' is not a tag: up to 128 letters, digits, '_', '.' and '-'`)
  }
  return { ...parseName(colon < 0 ? beforeDigest : beforeDigest.slice(0, colon)), tag, digest }
}

function parseName(name: string): { registry: string; repository: string } {
  const slash = name.indexOf('/')
  const first = slash < 0 ? '' : name.slice(0, slash)
  // Docker's rule: a first component with a dot or a port, or localhost, is a host.
  const hasHost = first === 'localhost' || /[.:]/.test(first)
  if (hasHost && !isHost(first)) throw new InvalidReference(`'${first}' is not a registry host`)
  const registry =
    !hasHost || first === 'index.docker.io' || first === 'registry-1.docker.io' ? 'docker.io' : first
  const path = hasHost ? name.slice(slash + 1) : name
  const repository = registry === 'docker.io' && path !== '' && !path.includes('/') ? `library/${path}` : path
  if (!isRepository(repository)) {
    throw new InvalidReference(
      `'${path}' is not a repository name: lower-case letters, digits, '.', '_', '-' and '/'`,
    )
  }
  return { registry, repository }
}

/** The address of a registry's API: plain HTTP for loopback only, Docker Hub by its real host. */
export function apiOrigin(registry: string): URL {
  if (registry === 'docker.io') return new URL('https://registry-1.docker.io')
  const url = new URL(`https://${registry}`)
  return isLoopback(url.hostname) ? new URL(`http://${registry}`) : url
}

export function isLoopback(hostname: string): boolean {
  return hostname === 'localhost' || hostname === '[::1]' || /^127(?:\.\d{1,3}){3}$/.test(hostname)
}

/** Whether a registry may send its clients on to this address: to HTTPS anywhere, to loopback only from loopback. */
export function mayLeadTo(from: URL, to: URL): boolean {
  if (isLoopback(to.hostname)) return isLoopback(from.hostname) && /^https?:$/.test(to.protocol)
  return to.protocol === 'https:'
}
