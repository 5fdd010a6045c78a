import type { PinnedImage } from '../../images/images-yaml'
import { checkComplete, type ImageDetails, UnusableImage } from '../../registry/inspect-image'
import { normalizePlatform } from '../../registry/manifest'
import type { FoundUpdate, ImageCheckRuntime } from './found-update'
import { HOUR_MS } from '../../text/format'
import { checkSignature } from './signature-check'
import { checkRelease, releasedVersion, type ReleaseEvidence } from './release-check'

interface VersionCheck {
  readonly image: PinnedImage
  readonly found: ImageDetails
  readonly pinned: ImageDetails | undefined
  readonly runtime: ImageCheckRuntime
}

export type CheckedVersion =
  | { readonly kind: 'too-new'; readonly ageMs: number }
  | {
      readonly kind: 'usable'
      readonly update: Omit<FoundUpdate, 'kind'>
      /** Whether a security release is younger than the minimum age. */
      readonly hasSkippedAge: boolean
    }

/** The stack runs on arm64; copies of it may run on amd64. */
const STACK_PLATFORMS = ['linux/arm64', 'linux/amd64']
/**
 * Checks platforms, age, release and completeness of a version.
 *
 * @throws UnusableImage, HttpError
 */
export async function checkVersion(tag: string, check: VersionCheck): Promise<CheckedVersion> {
  const { image, found, pinned, runtime } = check
  const { registry, history, nowMs, minAgeMs } = runtime
  const missingPlatforms = findMissingPlatforms(found, pinned)
  const release = await checkRelease(image, { tag, found, pinned }, history)
  const ageMs = youngestAgeMs(found, release, nowMs)
  const isTooNew = ageMs !== undefined && ageMs < minAgeMs
  if (isTooNew && !isSecurityRelease(release)) return { kind: 'too-new', ageMs }
  await checkComplete(registry, image.repository, found)
  const { evidence, signature } = await addSignature(release, check)
  const isSecurity = isSecurityRelease(evidence)
  const releases = evidence.kind === 'unknown-publisher' ? undefined : await history.readFor(image)
  const versionOf = (of: string, details: ImageDetails | undefined): string | undefined =>
    evidence.kind === 'unknown-publisher' ? of : releasedVersion(of, details?.version, releases)
  const { digest, size, source } = found
  const update = {
    ...{ image, tag, digest, size, source, evidence, signature, isSecurity, missingPlatforms, minAgeMs },
    ageMs: evidence.kind === 'unconfirmed' ? undefined : ageMs,
    version: versionOf(tag, found),
    fromVersion: versionOf(image.tag, pinned),
    oldSize: pinned?.size,
  }
  return { kind: 'usable', update, hasSkippedAge: isTooNew && isSecurity }
}

const isSecurityRelease = (evidence: ReleaseEvidence): boolean =>
  evidence.kind === 'confirmed' && evidence.isSecurity

/** Signatures are read last, because they cost pulls. */
async function addSignature(
  evidence: ReleaseEvidence,
  { image, found, runtime }: VersionCheck,
): Promise<Pick<FoundUpdate, 'evidence' | 'signature'>> {
  if (evidence.kind === 'unconfirmed') return { evidence, signature: { kind: 'none' } }
  const signature = await checkSignature(image, found.digest, runtime)
  if (signature.kind !== 'invalid') return { evidence, signature }
  return { evidence: { kind: 'unconfirmed', problem: signature.problem }, signature }
}

/**
 * Returns the platforms that the new image lacks and the stack does not need.
 *
 * @throws UnusableImage if the stack needs one of them
 */
function findMissingPlatforms(found: ImageDetails, pinned: ImageDetails | undefined): string[] {
  const platforms = found.platforms.map(normalizePlatform)
  const missing = (pinned?.platforms ?? []).map(normalizePlatform).filter((one) => !platforms.includes(one))
  const needed = missing.filter(
    (one) => STACK_PLATFORMS.includes(one) || one === normalizePlatform(pinned?.measuredPlatform ?? ''),
  )
  if (needed.length > 0) throw new UnusableImage(`has no ${needed.join(' and no ')}`)
  return missing
}

/** Returns the age that an image states. A date in the future proves nothing. */
export function createdAgeMs({ createdMs }: ImageDetails, nowMs: number): number | undefined {
  return createdMs === undefined || createdMs > nowMs + HOUR_MS ? undefined : nowMs - createdMs
}

/** An image states its own date, which a thief can choose, so the release's date counts if it is younger. */
function youngestAgeMs(found: ImageDetails, evidence: ReleaseEvidence, nowMs: number): number | undefined {
  const published = evidence.kind === 'unconfirmed' ? undefined : evidence.publishedMs
  const ages = [createdAgeMs(found, nowMs), published === undefined ? undefined : nowMs - published]
  const known = ages.filter((age) => age !== undefined)
  return known.length === 0 ? undefined : Math.min(...known)
}
