import type { IncomingHttpHeaders } from 'node:http'
import { readBody } from '../http/body'
import { type HttpClient, REDIRECT_STATUSES } from '../http/client'
import { HttpError, type HttpErrorDetails } from '../http/error'
import { httpRetry, type RetryPolicy } from '../http/http-retry'
import { Limiter } from '../http/limiter'
import { RateLimiter, type RateLimitedCall, type RateLimits } from '../http/rate-limiter'
import { redirectOfWrite, sendFollowing } from '../http/redirected-write'
import { isHtml } from '../http/html'
import type { HttpRequest, HttpResponse } from '../http/request'
import { type Clock, retry } from '../http/retry'
import { isTransientStatus } from '../http/retry-policies'
import { Authorizer } from './auth'
import type { HashThread } from './hash-thread'
import type { AnsweredRequest } from './failure'
import { MANIFEST_TYPES } from './media-types'
import { type PullsLeft, parsePullsLeft } from './pull-limit'
import { fetchChallenge, type LoginSource, parseChallenge } from './token'

export interface RegistryRuntime {
  readonly http: HttpClient
  readonly clock: Clock
  readonly retry: RetryPolicy
  /** Includes the commit of a large blob. */
  readonly uploadIdleTimeoutMs: number
  /** Default: all content is hashed in this thread. */
  readonly hashes?: HashThread
}

export interface RegistryAddress {
  /** `docker.io`, `ghcr.io`, `123456789012.dkr.ecr.eu-west-1.amazonaws.com`. */
  readonly name: string
  /** API; differs from the name for `docker.io`. */
  readonly origin: URL
  readonly login: LoginSource
  readonly rateLimits?: RateLimits | undefined
}

export interface RegistryCall {
  readonly method: HttpRequest['method']
  /** Below `/v2/`, or a URL from the registry. */
  readonly path: string | URL
  readonly scopes: readonly string[]
  /** Default: 200. */
  readonly accept?: readonly number[]
  readonly headers?: Readonly<Record<string, string>>
  readonly body?: HttpRequest['body']
  readonly idleTimeoutMs?: number
  readonly rateLimitKey?: RateLimitedCall
  readonly redirect?: HttpRequest['redirect']
  readonly bulk?: HttpRequest['bulk']
  /** Limit of the answer's body; 0 if it is not read. */
  readonly maxBytes?: number
}

export interface RegistryAnswer {
  readonly status: number
  readonly headers: IncomingHttpHeaders
  readonly body: Buffer
  /** After redirects. */
  readonly url: URL
}

/** A response whose body was not read yet. */
export interface OpenAnswer extends AnsweredRequest {
  readonly response: HttpResponse
}

const MAX_ANSWER_BYTES = 8 * 1024 * 1024
/**
 * Statuses of a HEAD that prove nothing: registries with permissions per path answer 403 for what does not exist,
 * and some support no HEAD at all. At the target, the write decides.
 */
export const UNKNOWN_STATUSES: readonly number[] = [400, 403, 404, 405, 410, 501]
/** Of requests without a streamed body. Registries limit connections and answer bursts with 429. */
const MAX_CONCURRENT_REQUESTS = 32

/** Token scopes (https://distribution.github.io/distribution/spec/auth/scope/). */
export const pullScope = (repository: string): string => `repository:${repository}:pull`
export const pushScope = (repository: string): string => `repository:${repository}:pull,push`

/** Client of one registry (OCI distribution specification 1.1). */
export class Registry {
  readonly name: string
  readonly origin: URL
  private readonly authorizer: Authorizer
  private readonly rateLimiter: RateLimiter
  private readonly requests = new Limiter(MAX_CONCURRENT_REQUESTS)
  private readonly pulls = new Map<string, PullsLeft>()

  constructor(
    address: RegistryAddress,
    readonly runtime: RegistryRuntime,
  ) {
    this.name = address.name
    this.origin = address.origin
    this.authorizer = new Authorizer(address.origin, address.login, runtime)
    this.rateLimiter = new RateLimiter(address.rateLimits, runtime.clock)
  }

  /** Last `ratelimit-remaining` header of a repository. Pulls of some publishers are free and have none. */
  pullsLeft(repository: string): PullsLeft | undefined {
    return this.pulls.get(repository)
  }

  /** Opens connections for later requests, until a number of each kind is unused. */
  prepare(connections: Parameters<HttpClient['prepare']>[1]): void {
    this.runtime.http.prepare(this.origin, connections)
  }

  /** Connects and reads the challenge. Calls with credentials wait for it; errors are left to them. */
  ping(): void {
    this.authorizer.expectChallenge(fetchChallenge(this.origin, this.runtime))
  }

  /** Sends a request with retries. @throws HttpError, also for a status that `accept` lacks */
  async call(call: RegistryCall): Promise<RegistryAnswer> {
    return retry(() => this.attempt(call), httpRetry(this.runtime.clock, this.runtime.retry))
  }

  /** Like {@link call}, without retries. */
  async attempt(call: RegistryCall): Promise<RegistryAnswer> {
    if (call.rateLimitKey !== undefined) await this.rateLimiter.acquire(call.rateLimitKey)
    const isStreamed = call.body !== undefined && !Buffer.isBuffer(call.body)
    return isStreamed ? this.exchange(call) : this.requests.run(0, () => this.exchange(call))
  }

  /** Like {@link attempt}; the caller reads or destroys the response. */
  async open(call: RegistryCall): Promise<OpenAnswer> {
    const { retry: policy, clock } = this.runtime
    // A token that is requested before the wait may expire within it.
    await policy.outages?.waitForTurn(this.origin.host, clock)
    const authorization = await this.authorizer.header(call.scopes)
    const request = this.toRequest(call, authorization)
    const answer = await sendFollowing(this.runtime.http, request)
    const { response, url } = answer
    const status = response.statusCode ?? 0
    if (!isTransientStatus(status))
      for (const { host } of [request.url, url]) policy.outages?.recordAnswer(host)
    this.recordPulls(call, response)
    // The host of a redirect receives no credentials.
    const isOwn = url.origin === request.url.origin
    if (isOwn && status !== 401 && status !== 403 && authorization !== undefined)
      await this.authorizer.markAccepted(authorization)
    const isAccepted = (call.accept ?? [200]).includes(status)
    // ECR's 403 may mean an expired token.
    if (isAccepted && !(status === 403 && this.authorizer.isEcr)) return { response, request, url }
    const redirectedTo = redirectOfWrite(request, answer)
    const { isLoginWanted, readFailure } = await import('./failure')
    const facts = await readFailure({ request, url }, response, this.runtime.clock.wallClockMs())
    if (redirectedTo) throw new HttpError({ ...facts, redirectedTo })
    if (isOwn && isLoginWanted(facts, this.authorizer.isEcr))
      throw await this.refusedLogin(response, facts, { authorization, call })
    throw new HttpError(facts)
  }

  /**
   * Returns whether a manifest exists, and its digest if the answer has one.
   * HEAD does not count as a pull on Docker Hub.
   */
  async headManifest(
    repository: string,
    reference: string,
    { scope = pullScope(repository), unknown = [] }: HeadOptions = {},
  ): Promise<ManifestHead> {
    const { status, headers } = await this.call({
      method: 'HEAD',
      path: `${repository}/manifests/${reference}`,
      scopes: [scope],
      accept: [200, 404, ...unknown],
      headers: { accept: MANIFEST_TYPES.join(', ') },
    })
    // A login page of a proxy proves nothing.
    const isPage = isHtml(headers['content-type'] ?? '')
    if (status !== 200 || isPage) return { exists: status === 404 ? false : undefined, digest: undefined }
    // Proxies remove the header; a digest as reference is its own answer.
    const digest = reference.includes(':') ? reference : undefined
    return { exists: true, digest: headers['docker-content-digest']?.toString() ?? digest }
  }

  async hasBlob(repository: string, digest: string, { ifRefused = false } = {}): Promise<boolean> {
    const { status } = await this.call({
      method: 'HEAD',
      path: `${repository}/blobs/${digest}`,
      scopes: [pushScope(repository)],
      // A redirect proves existence; its URL may be signed for GET only.
      accept: [200, ...REDIRECT_STATUSES, ...UNKNOWN_STATUSES],
      redirect: 'manual',
    })
    return UNKNOWN_STATUSES.includes(status) ? ifRefused && ![404, 410].includes(status) : true
  }

  private async exchange(call: RegistryCall): Promise<RegistryAnswer> {
    const { maxBytes = MAX_ANSWER_BYTES } = call
    const { response, request, url } = await this.open(call)
    if (maxBytes === 0) response.destroy()
    const body = maxBytes === 0 ? Buffer.alloc(0) : await readBody(response, request, maxBytes)
    return { status: response.statusCode ?? 0, headers: response.headers, body, url }
  }

  private toRequest(call: RegistryCall, authorization: string | undefined): HttpRequest {
    return {
      method: call.method,
      url: typeof call.path === 'string' ? new URL(`/v2/${call.path}`, this.origin) : call.path,
      headers: { ...call.headers, ...(authorization !== undefined && { authorization }) },
      ...(call.body !== undefined && { body: call.body }),
      ...(call.redirect !== undefined && { redirect: call.redirect }),
      ...(call.bulk !== undefined && { bulk: call.bulk }),
      ...(call.idleTimeoutMs !== undefined && { idleTimeoutMs: call.idleTimeoutMs }),
    }
  }

  private recordPulls({ path }: RegistryCall, { headers }: HttpResponse): void {
    const repository = typeof path === 'string' ? /^(.+)\/manifests\//.exec(path)?.[1] : undefined
    const left = parsePullsLeft(headers['ratelimit-remaining'])
    if (repository !== undefined && left !== undefined) this.pulls.set(repository, left)
  }

  /** Transient if there are new credentials to send. */
  private async refusedLogin(
    response: HttpResponse,
    facts: HttpErrorDetails,
    { authorization, call: { scopes } }: { authorization: string | undefined; call: RegistryCall },
  ): Promise<HttpError> {
    const header = response.headers['www-authenticate']
    const sent = { header: authorization, scopes }
    if (await this.authorizer.handleRefusal(parseChallenge(header), sent))
      return new HttpError({ ...facts, retryImmediately: true, transient: true })
    if (facts.status !== 401 && facts.method === 'HEAD') return new HttpError(facts)
    const login =
      authorization === undefined ? 'none' : this.authorizer.isAnonymous ? 'anonymous' : 'credentials'
    const hasCredentials = await this.authorizer.hasCredentials()
    const { loginError } = await import('./failure')
    return loginError(facts, { name: this.name, scopes, login, hasCredentials, challenge: header })
  }
}

/** Options of {@link Registry.headManifest}. */
interface HeadOptions {
  readonly scope?: string
  /** Statuses that prove nothing, instead of an error. */
  readonly unknown?: readonly number[]
}

interface ManifestHead {
  readonly exists: boolean | undefined
  /** Undefined for a tag if the registry, or a proxy, leaves the header out. */
  readonly digest: string | undefined
}
