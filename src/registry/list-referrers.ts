import { HttpError } from '../http/error'
import { httpRetry } from '../http/http-retry'
import { retry } from '../http/retry'
import { isRecord, parseObject } from '../text/json'
import { errorMessage } from '../text/sanitize'
import { pullScope, type Registry, type RegistryAnswer } from './client'
import { fetchManifestBytes, findDigest } from './fetch-manifest'
import { type Descriptor, parseDescriptor } from './manifest'
import { nextQuery } from './next-page'

/** Entries that could be read, and what could not. */
export interface ReferrerList {
  readonly entries: readonly Descriptor[]
  readonly problems: readonly string[]
  /** Set if the API said neither yes nor no. */
  readonly apiProblem?: string | undefined
  /** Whether the referrers tag has the list. */
  readonly isTagged?: boolean
}

const NOTHING: ReferrerList = { entries: [], problems: [] }
const MAX_REFERRERS = 10_000
/** Registries without the API may answer with a status that looks transient; GHCR redirects to a web page. */
const MAX_ATTEMPTS = 3
/** Answers of registries without the API. */
const API_MISSING_STATUSES = [400, 403, 404, 405, 406, 415, 501]

/** `sha256-<hex>` (specification, "Referrers Tag Schema"). */
export const referrersTag = (digest: string): string => digest.replace(':', '-')

/** Lists referrers by the API, or by the referrers tag if the API has none (specification, "Listing Referrers"). */
export async function listReferrers(
  registry: Registry,
  repository: string,
  digest: string,
): Promise<ReferrerList> {
  const { list } = await queryReferrersApi(registry, repository, digest)
  if (list.entries.length > 0) return list
  const { entries, problems } = await readReferrersTag(registry, repository, digest)
  return { ...list, entries, problems: [...list.problems, ...problems], isTagged: entries.length > 0 }
}

async function readReferrersTag(
  registry: Registry,
  repository: string,
  digest: string,
): Promise<ReferrerList> {
  const tag = referrersTag(digest)
  try {
    const tagged = await findDigest(registry, repository, tag)
    if (tagged === undefined) return NOTHING
    // Another document than an index lists nothing.
    return parsePage(await fetchManifestBytes(registry, repository, tagged)) ?? NOTHING
  } catch (error) {
    return { ...NOTHING, problems: [`the referrers tag ${tag} could not be read: ${errorMessage(error)}`] }
  }
}

/** Reads all pages of the referrers API. Entries of broken pages are reported and do not hide the others. */
export async function queryReferrersApi(
  registry: Registry,
  repository: string,
  digest: string,
): Promise<{ readonly isSupported: boolean; readonly list: ReferrerList }> {
  const entries = new Map<string, Descriptor>()
  const problems: string[] = []
  const first = new URL(`/v2/${repository}/referrers/${digest}`, registry.origin)
  let isSupported = false
  let apiProblem: string | undefined
  try {
    for (let url: URL | undefined = first; url !== undefined;) {
      const answer = await readPage(registry, repository, url)
      const page = parsePage(answer.body)
      if (page === undefined) break
      isSupported = true
      const known = entries.size
      for (const entry of page.entries) entries.set(entry.digest, entry)
      problems.push(...page.problems)
      const search = nextQuery(answer.headers['link'], url)
      const hasProgress = entries.size > known && entries.size < MAX_REFERRERS
      url = search !== undefined && hasProgress ? new URL(search, first) : undefined
    }
  } catch (error) {
    const isMissing = error instanceof HttpError && API_MISSING_STATUSES.includes(error.status ?? 0)
    const message = `the referrers of ${digest} could not be listed: ${errorMessage(error)}`
    if (isSupported) problems.push(message)
    else if (!isMissing) apiProblem = message
  }
  return { isSupported, list: { entries: [...entries.values()], problems, apiProblem } }
}

function readPage(registry: Registry, repository: string, path: URL): Promise<RegistryAnswer> {
  const { clock, retry: policy } = registry.runtime
  const options = httpRetry(clock, { ...policy, maxAttempts: MAX_ATTEMPTS })
  return retry(() => registry.attempt({ method: 'GET', path, scopes: [pullScope(repository)] }), options)
}

/** Returns undefined for another kind of document. */
function parsePage(body: Buffer): ReferrerList | undefined {
  const json = parseObject(body.toString('utf8'))
  const listed = json?.['manifests']
  if (json === undefined || !('manifests' in json)) return undefined
  // Registries send null for an empty list.
  const values: readonly unknown[] = Array.isArray(listed) ? listed : []
  const entries: Descriptor[] = []
  const problems: string[] = []
  for (const [index, value] of values.entries()) {
    try {
      entries.push(parseDescriptor(value, `referrer ${index + 1}`))
    } catch (error) {
      const digest = isRecord(value) && typeof value['digest'] === 'string' ? ` (${value['digest']})` : ''
      problems.push(`${errorMessage(error)}${digest}`)
    }
  }
  return { entries, problems }
}
