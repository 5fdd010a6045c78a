import type { GitHubAnswer } from './faults'

/**
 * Returns a page with links to the other pages, which name the repository by its id.
 *
 * @param rest remaining query parameters
 */
export function page(all: readonly unknown[], query: URLSearchParams, url: string, rest = ''): GitHubAnswer {
  const size = Math.min(100, Number(query.get('per_page') ?? 30))
  const number = Number(query.get('page') ?? 1)
  const more = rest && `&${rest}`
  const link = (to: number, rel: string): string =>
    `<${url}?per_page=${size}&page=${to}${more}>; rel="${rel}"`
  const last = Math.ceil(all.length / size)
  const headers: Record<string, string> =
    number < last ? { link: [link(number + 1, 'next'), link(last, 'last')].join(', ') } : {}
  return { status: 200, body: all.slice((number - 1) * size, number * size), headers }
}
