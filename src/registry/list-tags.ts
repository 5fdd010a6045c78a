import { pull, type Registry } from './client'
import { isTag } from '../text/image-reference'
import { toPrintableLine } from '../text/sanitize'
import { parseObject } from '../text/json'
import { HttpError } from '../http/error'

const PAGE_SIZE = 1_000
/** More tags than any repository has that people choose versions from. */
const MOST_TAGS = 500_000

/**
 * Every tag of a repository, page by page (OCI distribution specification, "Listing Tags").
 *
 * @throws HttpError for a list that is none or that does not end
 */
export async function listTags(registry: Registry, repository: string): Promise<string[]> {
  const tags = new Set<string>()
  const seen = new Set<string>()
  let next: URL | undefined = new URL(`/v2/${repository}/tags/list?n=${PAGE_SIZE}`, registry.origin)
  while (next !== undefined) {
    const url: URL = next
    if (seen.has(url.href) || tags.size > MOST_TAGS) throw broken(url, 'the list of tags does not end')
    seen.add(url.href)
    const { body, headers } = await registry.call({ method: 'GET', path: url, scopes: [pull(repository)] })
    for (const tag of tagsIn(body, url)) tags.add(tag)
    next = nextPage(headers['link'], url)
  }
  return [...tags]
}

function tagsIn(body: Buffer, url: URL): string[] {
  const list = parseObject(body.toString('utf8'))?.['tags']
  // Some registries say `null` for none.
  if (list === null) return []
  if (!Array.isArray(list)) throw broken(url, 'the answer is not a list of tags')
  return list.filter((tag): tag is string => typeof tag === 'string' && isTag(tag))
}

/** Of the address only path and query count: the login that goes along is for this registry alone. */
function nextPage(link: string | readonly string[] | undefined, url: URL): URL | undefined {
  const [, address] = /<([^>]*)>\s*;[^,]*\brel="?next"?/i.exec(String(link ?? '')) ?? []
  if (address === undefined) return undefined
  if (!URL.canParse(address, url.href))
    throw broken(url, `the next page is nowhere: ${toPrintableLine(address)}`)
  const { pathname, search } = new URL(address, url)
  return new URL(`${pathname}${search}`, url.origin)
}

const broken = (url: URL, message: string): HttpError =>
  new HttpError({ method: 'GET', url, message, transient: false })
