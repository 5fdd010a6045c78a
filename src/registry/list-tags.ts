import { pullScope, type Registry, type RegistryAnswer, type RegistryCall } from './client'
import { nextQuery } from './next-page'
import { isTag } from '../text/image-reference'
import { parseObject } from '../text/json'
import { HttpError } from '../http/error'

const PAGE_SIZE = 1_000
/** Some registries answer with all tags at once. */
const MAX_PAGE_BYTES = 64 * 1024 * 1024
/** Stops a registry that invents pages. */
const MAX_TAGS = 500_000
/** Pages in a row without a new tag. */
const MAX_IDLE_PAGES = 3

/**
 * Lists all tags (specification, "Listing Tags").
 *
 * @throws HttpError, also for an invalid or endless list
 */
export async function listTags(registry: Registry, repository: string): Promise<string[]> {
  const tags = new Set<string>()
  const first = new URL(`/v2/${repository}/tags/list`, registry.origin)
  const seen = new Set<string>()
  let answer = await firstPage(registry, repository, first)
  for (let idlePages = 0; ;) {
    const known = tags.size
    for (const tag of parseTags(answer.body, first)) tags.add(tag)
    idlePages = tags.size > known ? 0 : idlePages + 1
    const next = nextPage(answer.headers['link'], first)
    // Some registries repeat a page without end.
    if (next === undefined || seen.has(next.href) || idlePages >= MAX_IDLE_PAGES) return [...tags]
    if (tags.size > MAX_TAGS) throw listError(first, 'the tag list does not end')
    seen.add(next.href)
    answer = await registry.call(pageCall(repository, next))
  }
}

/** Registries limit the page size; one that rejects ours chooses its own. */
async function firstPage(registry: Registry, repository: string, url: URL): Promise<RegistryAnswer> {
  const sized = new URL(`?n=${PAGE_SIZE}`, url)
  try {
    return await registry.call(pageCall(repository, sized))
  } catch (error) {
    if (!(error instanceof HttpError) || ![400, 413, 416, 422].includes(error.status ?? 0)) throw error
    return registry.call(pageCall(repository, url)).catch(() => {
      throw error
    })
  }
}

const pageCall = (repository: string, path: URL): RegistryCall => ({
  method: 'GET',
  path,
  scopes: [pullScope(repository)],
  maxBytes: MAX_PAGE_BYTES,
})

function parseTags(body: Buffer, url: URL): string[] {
  const list = parseObject(body.toString('utf8'))?.['tags']
  // Some registries send `null` for an empty list.
  if (list === null) return []
  if (!Array.isArray(list)) throw listError(url, 'the answer is not a tag list')
  return list.filter((tag): tag is string => typeof tag === 'string' && isTag(tag))
}

/**
 * Takes only the query of the link: the request carries credentials, and registries behind a path prefix leave the prefix
 * out or add another one.
 */
function nextPage(link: string | readonly string[] | undefined, list: URL): URL | undefined {
  const search = nextQuery(link, list)
  return search === undefined ? undefined : new URL(search, list)
}

const listError = (url: URL, message: string): HttpError =>
  new HttpError({ method: 'GET', url, message, transient: false })
