import { GitHubError } from './error'
import type { GitHub } from './octokit'
import { itemsOf, textAt, valueAt } from '../text/json'

export interface SourceRepository {
  readonly owner: string
  readonly repo: string
}

export interface Release {
  readonly tag: string
  readonly url: string
  /** Markdown from an untrusted author. */
  readonly body: string
  readonly publishedMs: number | undefined
}

/** By image, if its label is missing or wrong. */
const KNOWN_SOURCES: Readonly<Record<string, string>> = {
  'langfuse/langfuse': 'langfuse/langfuse',
  'langfuse/langfuse-worker': 'langfuse/langfuse',
  'clickhouse/clickhouse-server': 'ClickHouse/ClickHouse',
  'grafana/grafana': 'grafana/grafana',
  'grafana/grafana-oss': 'grafana/grafana',
}

/** Reports whether an image's source repository is known without its label. */
export const hasKnownSource = (image: string): boolean => Object.hasOwn(KNOWN_SOURCES, image)

const SOURCE = /^https:\/\/github\.com\/([\w-]{1,39})\/([\w.-]{1,100}?)(?:\.git)?(?:[/#?].*)?$/
const MAX_PAGES = 5

/**
 * Returns the source repository of an image.
 *
 * @param label `org.opencontainers.image.source`
 */
export function sourceRepository(image: string, label: string | undefined): SourceRepository | undefined {
  const known = hasKnownSource(image) ? KNOWN_SOURCES[image] : undefined
  const [, owner, repo] =
    SOURCE.exec(known === undefined ? (label ?? '') : `https://github.com/${known}`) ?? []
  return owner === undefined || repo === undefined ? undefined : { owner, repo }
}

/** Reads the newest published releases; undefined if the repository cannot be read. */
export async function readReleases(
  github: GitHub,
  source: SourceRepository,
): Promise<readonly Release[] | undefined> {
  const releases: Release[] = []
  try {
    for (let page = 1; page <= MAX_PAGES; page++) {
      const { data } = await github.octokit.request('GET /repos/{owner}/{repo}/releases', {
        ...source,
        per_page: 100,
        page,
      })
      releases.push(...itemsOf(data).flatMap((one) => parseRelease(one, source)))
      if (itemsOf(data).length < 100) break
    }
  } catch (error) {
    if (error instanceof GitHubError) return undefined
    throw error
  }
  return releases
}

/**
 * Reads the commit of a git tag.
 *
 * @returns undefined if the tag does not exist
 * @throws GitHubError
 */
export async function readTagCommit(
  github: GitHub,
  source: SourceRepository,
  tag: string,
): Promise<string | undefined> {
  try {
    // Resolves annotated tags to their commit.
    const { data } = await github.octokit.request('GET /repos/{owner}/{repo}/commits/{ref}', {
      ...source,
      ref: `tags/${tag}`,
    })
    return textAt(data, 'sha')
  } catch (error) {
    // 422: no commit of this name.
    if (error instanceof GitHubError && (error.status === 404 || error.status === 422)) return undefined
    throw error
  }
}

function parseRelease(data: unknown, { owner, repo }: SourceRepository): Release[] {
  const tag = textAt(data, 'tag_name')
  if (tag === undefined || valueAt(data, 'draft') === true || valueAt(data, 'prerelease') === true) return []
  const publishedMs = Date.parse(textAt(data, 'published_at') ?? '')
  return [
    {
      tag,
      url: `https://github.com/${owner}/${repo}/releases/tag/${encodeTag(tag)}`,
      body: textAt(data, 'body') ?? '',
      publishedMs: Number.isNaN(publishedMs) ? undefined : publishedMs,
    },
  ]
}

/** Returns the address that compares two tags. */
export function compareUrl({ owner, repo }: SourceRepository, from: string, to: string): string {
  return `https://github.com/${owner}/${repo}/compare/${encodeTag(from)}...${encodeTag(to)}`
}

/** Parentheses would end a Markdown link. */
const encodeTag = (tag: string): string =>
  encodeURIComponent(tag).replace(/[!'()*]/g, (character) => `%${character.charCodeAt(0).toString(16)}`)
