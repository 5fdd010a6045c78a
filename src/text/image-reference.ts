import type { FailureReason } from './failure-reason'
import { isLoopback } from './url'

/** Parsed image reference. */
export interface Reference {
  /** `host[:port]`; `docker.io` for Docker Hub. */
  readonly registry: string
  /** Includes `library/` for Docker Official Images. */
  readonly repository: string
  readonly tag: string | undefined
  readonly digest: string | undefined
}

/** Thrown for an invalid image reference. */
export class InvalidReference extends Error {
  override readonly name = 'InvalidReference'
  readonly reason: FailureReason = 'invalid-images'
}

const HOST_PATTERN =
  /^(?:[a-zA-Z0-9](?:[a-zA-Z0-9-]*[a-zA-Z0-9])?(?:\.[a-zA-Z0-9](?:[a-zA-Z0-9-]*[a-zA-Z0-9])?)*|\[[0-9a-fA-F:]+\])(?::[0-9]{1,5})?$/
// OCI distribution specification, "Pulling manifests": <name> and <reference>.
const REPOSITORY_PATTERN =
  /^[a-z0-9]+(?:(?:\.|_|__|-+)[a-z0-9]+)*(?:\/[a-z0-9]+(?:(?:\.|_|__|-+)[a-z0-9]+)*)*$/
const TAG_PATTERN = /^[a-zA-Z0-9_][a-zA-Z0-9._-]{0,127}$/
// OCI image specification, "Digests": the two registered algorithms.
const DIGEST_PATTERN = /^(?:sha256:[a-f0-9]{64}|sha512:[a-f0-9]{128})$/

/** Reports whether a text is `host[:port]`. The URL parser rejects port 99999 and 1.2.3.999. */
export const isHost = (text: string): boolean => HOST_PATTERN.test(text) && URL.canParse(`https://${text}`)
/** Reports whether a text is a repository name. */
export const isRepository = (text: string): boolean => text.length <= 255 && REPOSITORY_PATTERN.test(text)
/** Reports whether a text is a tag. */
export const isTag = (text: string): boolean => TAG_PATTERN.test(text)
/** Reports whether a text is a digest. */
export const isDigest = (text: string): boolean => DIGEST_PATTERN.test(text)

/**
 * Parses an image reference like `docker pull`.
 *
 * @throws InvalidReference
 */
export function parseReference(text: string): Reference {
  const [beforeDigest = '', digest, ...more] = text.split('@')
  if (more.length > 0) throw new InvalidReference(`'${text}' has more than one '@'`)
  if (digest !== undefined && !isDigest(digest)) {
    throw new InvalidReference(
      `'${digest}' is not a digest: expected sha256: and 64 lower-case hexadecimal digits`,
    )
  }
  // A colon before the last slash starts the port.
  const colon = beforeDigest.indexOf(':', beforeDigest.lastIndexOf('/') + 1)
  const tag = colon < 0 ? undefined : beforeDigest.slice(colon + 1)
  if (tag !== undefined && !isTag(tag)) {
    throw new InvalidReference(`'${tag}' is not a tag: expected up to 128 letters, digits, '_', '.' and '-'`)
  }
  return { ...parseName(colon < 0 ? beforeDigest : beforeDigest.slice(0, colon)), tag, digest }
}

function parseName(name: string): { registry: string; repository: string } {
  const slash = name.indexOf('/')
  const first = slash < 0 ? '' : name.slice(0, slash)
  // Docker's rule: the first component is a host if it has a dot or a port, or is localhost.
  const hasHost = first === 'localhost' || /[.:]/.test(first)
  if (hasHost && !isHost(first)) throw new InvalidReference(`'${first}' is not a registry host`)
  const registry =
    !hasHost || first === 'index.docker.io' || first === 'registry-1.docker.io' ? 'docker.io' : first
  const path = hasHost ? name.slice(slash + 1) : name
  const repository = registry === 'docker.io' && path !== '' && !path.includes('/') ? `library/${path}` : path
  if (!isRepository(repository)) {
    throw new InvalidReference(
      `'${path}' is not a repository name: expected lower-case letters, digits, '.', '_', '-' and '/'`,
    )
  }
  return { registry, repository }
}

/** Returns the base URL of a registry's API: HTTP for loopback, otherwise HTTPS. */
export function apiOrigin(registry: string): URL {
  if (registry === 'docker.io') return new URL('https://registry-1.docker.io')
  const url = new URL(`https://${registry}`)
  return isLoopback(url.hostname) ? new URL(`http://${registry}`) : url
}
