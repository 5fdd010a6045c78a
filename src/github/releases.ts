import { GitHubError } from './error'
import type { GitHub } from './octokit'
import { itemsOf, textAt, valueAt } from '../text/json'

/** Where an image is made. */
export interface SourceRepository {
  readonly owner: string
  readonly repo: string
}

export interface Release {
  readonly tag: string
  readonly url: string
  /** Markdown, by whoever may write there. */
  readonly body: string
  readonly publishedMs: number | undefined
}

/** By the path of the image, where its own word is missing or leads elsewhere. */
const KNOWN: Readonly<Record<string, string>> = {
  'langfuse/langfuse': 'langfuse/langfuse',
  'langfuse/langfuse-worker': 'langfuse/langfuse',
  'clickhouse/clickhouse-server': 'ClickHouse/ClickHouse',
  'grafana/grafana': 'grafana/grafana',
  'grafana/grafana-oss': 'grafana/grafana',
}

const SOURCE = /^https:\/\/github\.com\/([\w-]{1,39})\/([\w.-]{1,100}?)(?:\.git)?(?:[/#?].*)?$/
const PAGES = 5

/** @param label `org.opencontainers.image.source` of the image */
export function sourceRepository(image: string, label: string | undefined): SourceRepository | undefined {
  const known = Object.hasOwn(KNOWN, image) ? KNOWN[image] : undefined
  const [, owner, repo] =
    SOURCE.exec(known === undefined ? (label ?? '') : `https://github.com/${known}`) ?? []
  return owner === undefined || repo === undefined ? undefined : { owner, repo }
}

/** The newest releases that are for everyone; none where the repository cannot be read, which is nobody's fault. */
export async function readReleases(github: GitHub, source: SourceRepository): Promise<readonly Release[]> {
  const releases: Release[] = []
  try {
    for (let page = 1; page <= PAGES; page++) {
      const { data } = await github.octokit.request('GET /repos/{owner}/{repo}/releases', {
        ...source,
        per_page: 100,
        page,
      })
      releases.push(...itemsOf(data).flatMap((one) => parseRelease(one, source)))
      if (itemsOf(data).length < 100) break
    }
  } catch (error) {
    if (!(error instanceof GitHubError)) throw error
  }
  return releases
}

function parseRelease(data: unknown, { owner, repo }: SourceRepository): Release[] {
  const tag = textAt(data, 'tag_name')
  if (tag === undefined || valueAt(data, 'draft') === true || valueAt(data, 'prerelease') === true) return []
  const publishedMs = Date.parse(textAt(data, 'published_at') ?? '')
  return [
    {
      tag,
      url: `https://github.com/${owner}/${repo}/releases/tag/${encode(tag)}`,
      body: textAt(data, 'body') ?? '',
      publishedMs: Number.isNaN(publishedMs) ? undefined : publishedMs,
    },
  ]
}

export function compareUrl({ owner, repo }: SourceRepository, from: string, to: string): string {
  return `https://github.com/${owner}/${repo}/compare/${encode(from)}...${encode(to)}`
}

/** A bracket would end the address in Markdown. */
const encode = (tag: string): string =>
  encodeURIComponent(tag).replace(/[!'()*]/g, (mark) => `%${mark.charCodeAt(0).toString(16)}`)
