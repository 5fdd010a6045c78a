import { compareUrl, sourceRepository, type SourceRepository } from '../../github/releases'
import { compareImageVersions } from '../../images/version'
import type { ImageUpdate, ReleaseNotes } from '../../report/refresh'
import type { FoundUpdate } from './found-update'
import {
  findRelease,
  keyOf,
  type ReleaseHistory,
  type VersionedRelease,
  withoutVariant,
} from './release-history'

/** Must precede {@link describeUpdate} and {@link releaseNotes}. */
export async function loadReleases(updates: readonly FoundUpdate[], history: ReleaseHistory): Promise<void> {
  await Promise.all(updates.map((update) => history.read(sourceOf(update))))
}

/** Returns the row of an update in tables. */
export function describeUpdate(update: FoundUpdate, history: ReleaseHistory): ImageUpdate {
  const { image, tag: to, digest: toDigest, kind, ageMs, size, oldSize } = update
  const { name, tag: from, digest: fromDigest } = image
  const { isSecurity, missingPlatforms, firstSeenMs, evidence } = update
  const source = sourceOf(update)
  const releases = history.releasesOf(source)
  const [old, next] = [update.fromVersion, update.version].map((version) => findRelease(releases, version))
  const isComparable = source !== undefined && old !== undefined && next !== undefined && old.tag !== next.tag
  return {
    ...{ name, from, to, fromDigest, toDigest, kind, ageMs, size, oldSize },
    ...{ isSecurity, missingPlatforms, firstSeenMs },
    isAttested: evidence.kind === 'confirmed' && evidence.isAttested === true,
    isSigned: update.signature.kind === 'verified',
    isAgeStated: evidence.kind === 'unknown-publisher',
    unconfirmed: evidence.kind === 'unconfirmed' ? evidence.problem : undefined,
    releaseUrl: next?.url,
    compareUrl: isComparable ? compareUrl(source, old.tag, next.tag) : undefined,
  }
}

/** Returns the notes of all releases between the old and the new versions. */
export function releaseNotes(updates: readonly FoundUpdate[], history: ReleaseHistory): ReleaseNotes[] {
  const notes = new Map<string, ReleaseNotes>()
  for (const update of updates) {
    const { image, tag: to } = update
    const source = sourceOf(update)
    if (source === undefined) continue
    const key = `${keyOf(source)} ${image.tag} ${to}`
    const names = [...(notes.get(key)?.names ?? []), image.name]
    const releases = releasesBetween(history.releasesOf(source), update.fromVersion, update.version)
    notes.set(key, { names, from: image.tag, to, releases })
  }
  return [...notes.values()]
}

const sourceOf = ({ image, source }: FoundUpdate): SourceRepository | undefined =>
  sourceRepository(image.repository, source)

/** After `from`, up to `to`, newest first. */
function releasesBetween(
  releases: readonly VersionedRelease[],
  from: string | undefined,
  to: string | undefined,
): VersionedRelease[] {
  const [first, last] = [withoutVariant(from), withoutVariant(to)]
  if (first === undefined || last === undefined) return []
  return releases
    .filter(
      ({ version }) => compareImageVersions(version, first) > 0 && compareImageVersions(version, last) <= 0,
    )
    .sort((a, b) => compareImageVersions(b.version, a.version))
}
