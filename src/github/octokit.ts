import type { getOctokit } from '@actions/github'
import { type GitHubFacts, factsOf, GitHubError, isRateLimited } from './error'
import type { Log } from './log'
import { numberAt, textAt } from '../text/json'

export type Octokit = ReturnType<typeof getOctokit>

/** Time and chance, so that a test can hold both. */
export interface Clock {
  readonly sleep: (ms: number) => Promise<void>
  /** Uniform in [0, 1). */
  readonly random: () => number
}

export interface GitHubRuntime {
  readonly clock: Clock
  readonly log: Pick<Log, 'info'>
}

/** One repository, as the owner of a token can reach it. */
export interface GitHub {
  readonly octokit: Octokit
  /** As Octokit's parameters name it. */
  readonly repo: { readonly owner: string; readonly repo: string }
  readonly clock: Clock
}

export interface GitHubAccess {
  readonly token: string
  /** `GITHUB_API_URL`; a GitHub Enterprise Server has its own. */
  readonly apiUrl: string
  readonly repository: { readonly owner: string; readonly name: string }
}

const TRIES = 5
const FIRST_DELAY_MS = 1_000
const LONGEST_DELAY_MS = 15_000
/** GitHub asks for at least this long where it names no time. */
const RATE_LIMIT_DELAY_MS = 60_000
/** A primary limit may last an hour, which costs more than a job that is run again. */
const LONGEST_WAIT_MS = 180_000
const ANSWER_TIMEOUT_MS = 30_000
/** Who waits longer is told for what. */
const SILENT_WAIT_MS = 10_000

/**
 * Opens a repository. A failure is a GitHubError, after as many tries as its kind deserves.
 *
 * Octokit's plugins for this need Bottleneck, wait an hour for a primary limit, repeat requests that
 * may have been done, and take no clock.
 */
export async function openGitHub(access: GitHubAccess, runtime: GitHubRuntime): Promise<GitHub> {
  const { getOctokit } = await import('@actions/github')
  const silent = (): void => undefined
  const octokit = getOctokit(access.token, {
    baseUrl: access.apiUrl,
    userAgent: 'langfuse-deploy',
    log: { debug: silent, info: silent, warn: silent, error: silent },
  })
  octokit.hook.wrap('request', (request, options) =>
    retry(options, runtime, async () => {
      const signal = AbortSignal.timeout(ANSWER_TIMEOUT_MS)
      const response = await request({ ...options, request: { ...options.request, signal } })
      if (!isBroken(response)) return response
      const error = new Error('the answer broke off, or is not one that GitHub gives')
      throw Object.assign(error, { request: { url: response.url } })
    }),
  )
  const { owner, name: repo } = access.repository
  return { octokit, repo: { owner, repo }, clock: runtime.clock }
}

interface Request {
  readonly method: string
  readonly url: string
}

async function retry<T>(request: Request, runtime: GitHubRuntime, attempt: () => Promise<T>): Promise<T> {
  let waitedMs = 0
  for (let tryNumber = 1; ; tryNumber++) {
    try {
      return await attempt()
    } catch (cause) {
      const facts = factsOf(cause, request)
      const wait = waitBeforeNext(facts, tryNumber, runtime.clock)
      if (wait === undefined || tryNumber >= TRIES || waitedMs + wait > LONGEST_WAIT_MS) {
        throw new GitHubError(facts, { cause })
      }
      waitedMs += wait
      if (wait > SILENT_WAIT_MS) {
        runtime.log.info(`Waiting ${Math.ceil(wait / 1000)} s for GitHub: ${facts.words}`)
      }
      await runtime.clock.sleep(wait)
    }
  }
}

/** Undefined when another try is of no use, or may do twice what is meant once. */
function waitBeforeNext(facts: GitHubFacts, tryNumber: number, clock: Clock): number | undefined {
  // A request that met a limit was not done, whatever it asked for.
  if (isRateLimited(facts)) return rateLimitWait(facts, tryNumber)
  const isPassing = facts.status === undefined || facts.status >= 500
  // A POST may have been done although its answer was lost; who sent it must look before sending it again.
  const isOnce = facts.method === 'POST' && !facts.path.endsWith('/graphql')
  if (!isPassing || isOnce) return undefined
  const ceiling = Math.min(LONGEST_DELAY_MS, FIRST_DELAY_MS * 2 ** (tryNumber - 1))
  return ceiling * (0.5 + clock.random() / 2)
}

function rateLimitWait({ headers }: GitHubFacts, tryNumber: number): number {
  const seconds = Number(headers['retry-after'])
  if (headers['retry-after'] !== undefined && Number.isFinite(seconds)) return seconds * 1000
  // Measured by GitHub's clock on both sides, since that of a runner may be off.
  const now = Date.parse(textAt(headers, 'date') ?? '')
  const reset = Number(headers['x-ratelimit-reset']) * 1000
  if (headers['x-ratelimit-remaining'] === '0' && reset > 0 && now > 0) return Math.max(0, reset - now) + 1000
  return RATE_LIMIT_DELAY_MS * 2 ** (tryNumber - 1)
}

/** Octokit takes JSON that broke off for an empty text, and a page in HTML for an answer. */
function isBroken(response: unknown): boolean {
  const type = textAt(response, 'headers', 'content-type') ?? ''
  const isText = textAt(response, 'data') !== undefined
  return isText && numberAt(response, 'status') !== 204 && /json|html/.test(type)
}

/**
 * Asks the GraphQL endpoint for what may be done twice, since it may be.
 * @throws GitHubError when it answers with errors, which it does with status 200
 */
export async function graphql(
  { octokit }: GitHub,
  query: string,
  variables: Readonly<Record<string, unknown>>,
): Promise<unknown> {
  try {
    const data: unknown = await octokit.graphql(query, variables)
    return data
  } catch (cause) {
    if (cause instanceof GitHubError) throw cause
    const facts = factsOf(cause, { method: 'POST', url: '/graphql' })
    throw new GitHubError({ ...facts, status: 200 }, { cause })
  }
}
