import type { getOctokit } from '@actions/github'
import { type GitHubErrorDetails, errorDetails, GitHubError, isRateLimited } from './error'
import { type Clock, retry, type Transient } from '../http/retry'
import { isTransientStatus, RETRY } from '../http/retry-policies'
import type { Log } from './log'
import { numberAt, textAt } from '../text/json'

export type Octokit = ReturnType<typeof getOctokit>

export interface GitHubRuntime {
  readonly clock: Pick<Clock, 'sleep' | 'random'>
  readonly log: Pick<Log, 'info'>
  /** Longest time for a response with its body. Default: 30 s. */
  readonly responseTimeoutMs?: number
}

export interface GitHub {
  readonly octokit: Octokit
  readonly repo: { readonly owner: string; readonly repo: string }
  readonly clock: Pick<Clock, 'sleep' | 'random'>
}

export interface GitHubAccess {
  readonly token: string
  /** `GITHUB_API_URL`. */
  readonly apiUrl: string
  readonly repository: { readonly owner: string; readonly name: string }
}

/** GitHub's minimum for a response without a time. */
const RATE_LIMIT_DELAY_MS = 60_000
/** A primary limit can last an hour. */
const MAX_TOTAL_WAIT_MS = 180_000
const RESPONSE_TIMEOUT_MS = 30_000
const MIN_LOGGED_WAIT_MS = 10_000

/**
 * Opens the API of a repository. Requests throw a GitHubError, after retries where they are safe.
 *
 * Octokit's plugins wait up to an hour, and repeat uncertain writes.
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
    retryRequest(options, runtime, async () => {
      // Changed in place: before-after-hook 4.0 calls the inner hooks with the options that it got at first.
      const signal = AbortSignal.timeout(runtime.responseTimeoutMs ?? RESPONSE_TIMEOUT_MS)
      Object.assign(options, { request: { ...options.request, signal } })
      const response = await request(options)
      if (!isInvalidResponse(response)) return response
      const error = new Error('the response is incomplete, or not from GitHub')
      throw Object.assign(error, { request: { url: response.url } })
    }),
  )
  const { owner, name: repo } = access.repository
  return { octokit, repo: { owner, repo }, clock: runtime.clock }
}

interface RequestTarget {
  readonly method: string
  readonly url: string
}

function retryRequest<T>(request: RequestTarget, runtime: GitHubRuntime, call: () => Promise<T>): Promise<T> {
  return retry(
    () =>
      call().catch((cause: unknown) => {
        throw new GitHubError(errorDetails(cause, request), { cause })
      }),
    {
      backoff: RETRY.github,
      clock: runtime.clock,
      maxTotalWaitMs: MAX_TOTAL_WAIT_MS,
      classify: (error, attempt) =>
        error instanceof GitHubError ? classify(error.details, attempt) : undefined,
      onWait: (error, waitMs) => {
        if (waitMs <= MIN_LOGGED_WAIT_MS || !(error instanceof GitHubError)) return
        runtime.log.info(`Waiting ${Math.ceil(waitMs / 1000)} s for GitHub: ${error.serverMessage}`)
      },
    },
  )
}

function classify(details: GitHubErrorDetails, attempt: number): Transient | undefined {
  // A rate-limited request was not carried out, whatever its method.
  if (isRateLimited(details)) return { waitMs: rateLimitWaitMs(details, attempt) }
  const isTransient = details.status === undefined || isTransientStatus(details.status)
  // A POST without a response may have been carried out. Only its caller can find out.
  const isUncertainPost = details.method === 'POST' && !details.path.endsWith('/graphql')
  return isTransient && !isUncertainPost ? {} : undefined
}

function rateLimitWaitMs({ headers }: GitHubErrorDetails, attempt: number): number {
  const seconds = Number(headers['retry-after'])
  if (headers['retry-after'] !== undefined && Number.isFinite(seconds)) return seconds * 1000
  // The runner's clock may be wrong.
  const nowMs = Date.parse(textAt(headers, 'date') ?? '')
  const resetMs = Number(headers['x-ratelimit-reset']) * 1000
  if (headers['x-ratelimit-remaining'] === '0' && resetMs > 0 && nowMs > 0)
    return Math.max(0, resetMs - nowMs) + 1000
  return RATE_LIMIT_DELAY_MS * 2 ** (attempt - 1)
}

/** Octokit returns truncated JSON and HTML pages as text. */
function isInvalidResponse(response: unknown): boolean {
  const type = textAt(response, 'headers', 'content-type') ?? ''
  const isText = textAt(response, 'data') !== undefined
  return isText && numberAt(response, 'status') !== 204 && /json|html/.test(type)
}

/**
 * Sends a GraphQL query or an idempotent mutation, which may be repeated.
 *
 * @throws GitHubError, with status 200 if the response contains errors
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
    const details = errorDetails(cause, { method: 'POST', url: '/graphql' })
    throw new GitHubError({ ...details, status: 200 }, { cause })
  }
}
