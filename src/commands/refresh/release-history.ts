import type { GitHub } from '../../github/octokit'
import {
  compareUrl,
  readReleases,
  type Release,
  sourceRepository,
  type SourceRepository,
} from '../../github/releases'
import type { ImageUpdate, NotesOf } from '../../report/refresh'
import type { PinnedImage } from '../../images/images-yaml'
import { compareVersions, parseVersion, type Version } from '../../images/version'
import type { NewerImage } from './find-update'

interface VersionedRelease extends Release {
  readonly version: Version
}

/** What GitHub knows of where images are made; each repository is asked once. */
export class Upstream {
  private readonly known = new Map<string, Promise<readonly VersionedRelease[]>>()

  /** @param github undefined where there is no token, or a GitHub that is not theirs */
  constructor(private readonly github: GitHub | undefined) {}

  async releasedMs(image: PinnedImage, tag: string, source: string | undefined): Promise<number | undefined> {
    const releases = await this.releasesOf(sourceRepository(image.repository, source))
    return find(releases, tag)?.publishedMs
  }

  async update(newer: NewerImage): Promise<ImageUpdate> {
    const { image, tag: to, digest: toDigest, kind, ageMs, size, oldSize } = newer
    const { name, tag: from, digest: fromDigest } = image
    const source = sourceRepository(image.repository, newer.source)
    const releases = await this.releasesOf(source)
    const [old, fresh] = [find(releases, from), find(releases, to)]
    const isPair = source !== undefined && old !== undefined && fresh !== undefined && old.tag !== fresh.tag
    return {
      ...{ name, from, to, fromDigest, toDigest, kind, ageMs, size, oldSize },
      releaseUrl: fresh?.url,
      compareUrl: isPair ? compareUrl(source, old.tag, fresh.tag) : undefined,
    }
  }

  /** Notes of what lies between, once for images that are made together. */
  async notes(all: readonly NewerImage[]): Promise<NotesOf[]> {
    const notes = new Map<string, NotesOf>()
    for (const { image, tag: to, source: label } of all) {
      const source = sourceRepository(image.repository, label)
      if (source === undefined) continue
      const key = `${source.owner}/${source.repo} ${image.tag} ${to}`
      const names = [...(notes.get(key)?.names ?? []), image.name]
      const releases = between(await this.releasesOf(source), image.tag, to)
      notes.set(key, { names, from: image.tag, to, releases })
    }
    return [...notes.values()]
  }

  private async releasesOf(source: SourceRepository | undefined): Promise<readonly VersionedRelease[]> {
    if (this.github === undefined || source === undefined) return []
    const key = `${source.owner}/${source.repo}`
    const known =
      this.known.get(key) ?? readReleases(this.github, source).then((all) => all.flatMap(versioned))
    this.known.set(key, known)
    return known
  }
}

/** ClickHouse names a release `v25.12.11.4-stable`, and the image of it `25.12.11.4`. */
function versioned(release: Release): VersionedRelease[] {
  const version = parseVersion(release.tag.replace(/-(?:stable|lts)$/, ''))
  return version === undefined || version.suffix !== '' ? [] : [{ ...release, version }]
}

/** A suffix of an image, as in `-alpine`, is of its build. */
function numbersIn(tag: string): Version | undefined {
  const version = parseVersion(tag)
  return version && { ...version, suffix: '' }
}

function find(releases: readonly VersionedRelease[], tag: string): VersionedRelease | undefined {
  const version = numbersIn(tag)
  return version && releases.find((one) => compareVersions(one.version, version) === 0)
}

/** After the one, up to the other, newest first. */
function between(releases: readonly VersionedRelease[], from: string, to: string): VersionedRelease[] {
  const [first, last] = [numbersIn(from), numbersIn(to)]
  if (first === undefined || last === undefined) return []
  return releases
    .filter(({ version }) => compareVersions(version, first) > 0 && compareVersions(version, last) <= 0)
    .sort((a, b) => compareVersions(b.version, a.version))
}
