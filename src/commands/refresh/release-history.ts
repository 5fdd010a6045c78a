import { readAttestations } from '../../github/attestations'
import { GitHubError } from '../../github/error'
import type { GitHub } from '../../github/octokit'
import {
  readReleases,
  readTagCommit,
  type Release,
  sourceRepository,
  type SourceRepository,
} from '../../github/releases'
import { isProvenance, type LoadTrust, verifyProvenance } from '../../github/provenance'
import type { PinnedImage } from '../../images/images-yaml'
import { compareImageVersions, type ImageVersion, parseImageVersion, variantOf } from '../../images/version'

export interface VersionedRelease extends Release {
  readonly version: ImageVersion
}

/** Releases of a repository, newest first; undefined if it cannot be read. */
export type Releases = readonly VersionedRelease[] | undefined

export type Attestation =
  | { readonly kind: 'verified' | 'none' }
  /** It is wrong, or could not be read or verified. */
  | { readonly kind: 'invalid'; readonly problem: string }

/** GitHub releases of the source repositories. */
export class ReleaseHistory {
  private readonly reading = new Map<string, Promise<Releases>>()
  private readonly commits = new Map<string, Promise<string | undefined>>()
  private readonly loaded = new Map<string, readonly VersionedRelease[]>()

  private readonly attested = new Map<string, Promise<Attestation>>()
  private loadingTrust: ReturnType<LoadTrust> | undefined

  /** @param loadTrust called if a repository has published an attestation */
  constructor(
    private readonly github: GitHub | undefined,
    private readonly loadTrust: LoadTrust = () => Promise.reject(new Error('there is no trust root')),
  ) {}

  async read(source: SourceRepository | undefined): Promise<Releases> {
    if (this.github === undefined || source === undefined) return undefined
    const key = keyOf(source)
    const reading =
      this.reading.get(key) ??
      readReleases(this.github, source).then((releases) => releases?.flatMap(withVersion))
    this.reading.set(key, reading)
    const releases = await reading
    this.loaded.set(key, releases ?? [])
    return releases
  }

  /** Reads the releases of an image of a known publisher. */
  readFor({ repository }: PinnedImage): Promise<Releases> {
    return this.read(sourceRepository(repository, undefined))
  }

  /**
   * Reads the commit of a git tag.
   *
   * @returns undefined if the tag does not exist, and `unreadable` for an error of GitHub
   */
  async tagCommit(source: SourceRepository, tag: string): Promise<string | undefined> {
    if (this.github === undefined) return 'unreadable'
    const key = `${keyOf(source)}@${tag}`
    const reading =
      this.commits.get(key) ?? readTagCommit(this.github, source, tag).catch(unreadableOnGitHubError)
    this.commits.set(key, reading)
    return reading
  }

  /** Reads and verifies the provenance that a repository published for an image. */
  attestation(source: SourceRepository, digest: string): Promise<Attestation> {
    const key = `${keyOf(source)}@${digest}`
    const reading = this.attested.get(key) ?? this.verify(source, digest)
    this.attested.set(key, reading)
    return reading
  }

  /** Returns the trust root for signatures. @throws Error if it cannot be loaded */
  trust(): ReturnType<LoadTrust> {
    this.loadingTrust ??= this.loadTrust()
    return this.loadingTrust
  }

  private async verify(source: SourceRepository, digest: string): Promise<Attestation> {
    if (this.github === undefined) return { kind: 'none' }
    try {
      const bundles = (await readAttestations(this.github, source, digest)).filter(isProvenance)
      if (bundles.length === 0) return { kind: 'none' }
      const trust = await this.trust()
      const claim = { source, digest }
      const checks = bundles.map((bundle) => verifyProvenance(bundle, claim, trust))
      // One valid attestation is enough, as for `gh attestation verify`.
      await Promise.any(checks)
      return { kind: 'verified' }
    } catch (error) {
      const first: unknown = error instanceof AggregateError ? error.errors[0] : error
      return { kind: 'invalid', problem: first instanceof Error ? first.message : String(first) }
    }
  }

  /** Returns what {@link read} has read. */
  releasesOf(source: SourceRepository | undefined): readonly VersionedRelease[] {
    return (source && this.loaded.get(keyOf(source))) ?? []
  }
}

export const keyOf = ({ owner, repo }: SourceRepository): string => `${owner}/${repo}`

function unreadableOnGitHubError(error: unknown): string {
  if (error instanceof GitHubError) return 'unreadable'
  throw error
}

/**
 * The release of the image `25.12.11.4` is ClickHouse's `v25.12.11.4-stable`, and the release of `12.4.5-security-01` is
 * Grafana's `v12.4.5+security-01`.
 */
function withVersion(release: Release): VersionedRelease[] {
  const tag = release.tag.replace(/-(?:stable|lts)$/, '').replace('+security-', '-security-')
  const version = parseImageVersion(tag)
  return version === undefined || variantOf(version) !== '' ? [] : [{ ...release, version }]
}

/** Variants such as `-alpine` have no release of their own. */
export function withoutVariant(tag: string | undefined): ImageVersion | undefined {
  const version = parseImageVersion(tag ?? '')
  if (version === undefined) return undefined
  const variant = variantOf(version)
  return { ...version, suffix: version.suffix.slice(0, version.suffix.length - variant.length) }
}

/** `3.010.0` has the numbers of the release `v3.10.0`, and is not its name. */
const isSameVersion = (one: ImageVersion, other: ImageVersion): boolean =>
  compareImageVersions(one, other) === 0 && hasLeadingZero(one) === hasLeadingZero(other)

const hasLeadingZero = ({ tag }: ImageVersion): boolean => /(?:^v?|\.)0\d/.test(tag)

/** @param tag an image's version */
export function findRelease(
  releases: readonly VersionedRelease[],
  tag: string | undefined,
): VersionedRelease | undefined {
  const version = withoutVariant(tag)
  return version && releases.find((release) => isSameVersion(release.version, version))
}
