import { hasKnownSource, sourceRepository, type SourceRepository } from '../../github/releases'
import type { PinnedImage } from '../../images/images-yaml'
import { toPrintableLine } from '../../text/sanitize'
import { isInRange, parseImageVersion, securityNumber } from '../../images/version'
import type { ImageDetails } from '../../registry/inspect-image'
import {
  findRelease,
  keyOf,
  type ReleaseHistory,
  type Releases,
  type VersionedRelease,
} from './release-history'

/**
 * Evidence of the source repository for an image. `confirmed`: a known publisher has the release, its git tag, and, if the
 * image names a commit, that commit. `unconfirmed`: a known publisher lacks one of them. `unknown-publisher`: the image
 * itself names its repository, so nothing is proven.
 */
export type ReleaseEvidence =
  | {
      readonly kind: 'confirmed'
      readonly publishedMs: number | undefined
      readonly isSecurity: boolean
      /** Whether the publisher's provenance attestation of the image was verified. */
      readonly isAttested?: boolean
    }
  | { readonly kind: 'unconfirmed'; readonly problem: string }
  | { readonly kind: 'unknown-publisher'; readonly publishedMs: number | undefined }

/** Known before the image is read, which Docker Hub counts as a pull. */
export type ReleaseState =
  | { readonly kind: 'released'; readonly publishedMs: number | undefined; readonly isSecurity: boolean }
  | { readonly kind: 'not-released'; readonly problem: string }
  | { readonly kind: 'unknown' }

/** Returns what the releases of a known publisher say about a version tag. */
export async function findReleaseState(
  image: PinnedImage,
  tag: string,
  history: ReleaseHistory,
): Promise<ReleaseState> {
  const source = knownSource(image)
  const releases = await history.read(source)
  if (source === undefined || releases === undefined || !isReleaseTag(tag, releases))
    return { kind: 'unknown' }
  const release = findRelease(releases, tag)
  if (release === undefined) return { kind: 'not-released', problem: noRelease(source, tag) }
  return { kind: 'released', publishedMs: release.publishedMs, isSecurity: isSecurityRelease(release) }
}

interface ImageToCheck {
  readonly tag: string
  readonly found: ImageDetails
  /** Undefined if the registry no longer has it. */
  readonly pinned: ImageDetails | undefined
}

/** Compares an image with the releases and git tags of its source repository. */
export async function checkRelease(
  image: PinnedImage,
  { tag, found, pinned }: ImageToCheck,
  history: ReleaseHistory,
): Promise<ReleaseEvidence> {
  const source = knownSource(image)
  if (source === undefined) {
    const releases = await history.read(sourceRepository(image.repository, found.source))
    return { kind: 'unknown-publisher', publishedMs: findRelease(releases ?? [], tag)?.publishedMs }
  }
  const releases = await history.read(source)
  if (releases === undefined) return unconfirmed(`the releases of ${keyOf(source)} could not be read`)
  const version = releasedVersion(tag, found.version, releases)
  if (version === undefined)
    return unconfirmed(`its label org.opencontainers.image.version names no release within ${tag}`)
  const release = findRelease(releases, version)
  if (release === undefined) return unconfirmed(noRelease(source, version))
  if (found.revision === undefined && pinned?.revision !== undefined)
    return unconfirmed(`it has no label org.opencontainers.image.revision, which ${image.tag} has`)
  const evidence = await checkCommit(source, { release, revision: found.revision }, history)
  return evidence.kind === 'confirmed'
    ? checkAttestation({ image, source, found, evidence }, history)
    : evidence
}

interface AttestationCheck {
  readonly image: PinnedImage
  readonly source: SourceRepository
  readonly found: ImageDetails
  readonly evidence: ReleaseEvidence & { readonly kind: 'confirmed' }
}

/** A publisher that attested the pinned image attests the next one too. */
async function checkAttestation(
  { image, source, found, evidence }: AttestationCheck,
  history: ReleaseHistory,
): Promise<ReleaseEvidence> {
  const attestation = await history.attestation(source, found.digest)
  switch (attestation.kind) {
    case 'verified':
      return { ...evidence, isAttested: true }
    case 'invalid':
      return unconfirmed(
        `the provenance attestation of ${keyOf(source)} could not be verified: ${toPrintableLine(attestation.problem)}`,
      )
    case 'none': {
      const pinned = await history.attestation(source, image.digest)
      return pinned.kind === 'verified'
        ? unconfirmed(`${keyOf(source)} has a provenance attestation of ${image.tag}, and none of this image`)
        : evidence
    }
  }
}

async function checkCommit(
  source: SourceRepository,
  { release, revision }: { readonly release: VersionedRelease; readonly revision: string | undefined },
  history: ReleaseHistory,
): Promise<ReleaseEvidence> {
  const { tag, publishedMs } = release
  const commit = await history.tagCommit(source, tag)
  if (commit === undefined) return unconfirmed(`${keyOf(source)} has no git tag ${tag}`)
  if (commit === 'unreadable') return unconfirmed(`the git tag ${tag} of ${keyOf(source)} could not be read`)
  if (revision !== undefined && !isCommit(revision, commit))
    return unconfirmed(
      `its label org.opencontainers.image.revision is ${shortCommit(revision)}, and the git tag ${tag} of ${keyOf(source)} is commit ${commit.slice(0, 7)}`,
    )
  return { kind: 'confirmed', publishedMs, isSecurity: isSecurityRelease(release) }
}

/**
 * Returns the version of a tag: itself, or what its label says for a moving tag. The label of other tags may be the base
 * image's.
 *
 * @param labelled `org.opencontainers.image.version`
 */
export function releasedVersion(
  tag: string,
  labelled: string | undefined,
  releases: Releases,
): string | undefined {
  if (isReleaseTag(tag, releases)) return tag
  const label = parseImageVersion(labelled ?? '')
  const range = parseImageVersion(tag)?.numbers ?? []
  return label !== undefined && isInRange(label.numbers, range) ? label.tag : undefined
}

/** A tag with fewer numbers than the newest release, such as `3.225`, moves. */
function isReleaseTag(tag: string, releases: Releases): boolean {
  const version = parseImageVersion(tag)
  const length = releases?.[0]?.version.numbers.length ?? 3
  return version !== undefined && version.numbers.length >= length
}

const knownSource = ({ repository }: PinnedImage): SourceRepository | undefined =>
  hasKnownSource(repository) ? sourceRepository(repository, undefined) : undefined

/** Builds write the whole ID or the beginning that Git shows. */
const isCommit = (revision: string, commit: string): boolean =>
  /^[0-9a-f]{7,}$/i.test(revision) && commit.startsWith(revision.toLowerCase())

/** The label is untrusted text. */
const shortCommit = (revision: string): string =>
  /^[0-9a-f]{7,64}$/.test(revision) ? `commit ${revision.slice(0, 7)}` : 'not a commit'

const unconfirmed = (problem: string): ReleaseEvidence => ({ kind: 'unconfirmed', problem })

const noRelease = (source: SourceRepository, version: string): string =>
  `${keyOf(source)} has no release v${version.replace(/^v/, '')}`

/** Notes of a known publisher name the CVEs that a release fixes. */
const isSecurityRelease = ({ version, body }: VersionedRelease): boolean =>
  securityNumber(version) > 0 || /\bCVE-\d{4}-\d{4,}/i.test(body)
