import type { IncomingHttpHeaders, IncomingMessage } from 'node:http'
import { Authorizer } from './auth'
import { readBody } from '../http/body'
import { parseErrorBody } from './error'
import { RateLimiter, type RateLimitedCall, type RateLimits } from '../http/rate-limiter'
import { type Http, REDIRECTS } from '../http/client'
import { MANIFEST_TYPES } from './media-types'
import { type PullsLeft, parsePullsLeft } from './pull-limit'
import { type Clock, parseRetryAfter, retry, type RetryPolicy } from '../http/retry'
import { type Login, parseChallenge } from './token'
import { toPrintableLine } from '../text/sanitize'
import { HttpError, type HttpFailure } from '../http/error'
import type { HttpRequest } from '../http/request'

/** Dependencies of a registry client. */
export interface RegistryRuntime {
  readonly http: Http
  readonly clock: Clock
  readonly retry: RetryPolicy
  /** How long an upload may rest; a registry is busy with a large commit long after the last byte. */
  readonly uploadIdleTimeoutMs: number
}

export interface RegistryAddress {
  /** As people write it: `docker.io`, `ghcr.io`, `123456789012.dkr.ecr.eu-west-1.amazonaws.com`. */
  readonly name: string
  /** Where its API is. */
  readonly origin: URL
  readonly login: Login
  readonly rates?: RateLimits | undefined
}

export interface Call {
  readonly method: HttpRequest['method']
  /** Below `/v2/`, or the address that the registry gave. */
  readonly path: string | URL
  readonly scopes: readonly string[]
  readonly accept?: readonly number[]
  readonly headers?: Readonly<Record<string, string>>
  readonly body?: HttpRequest['body']
  readonly idleTimeoutMs?: number
  readonly rated?: RateLimitedCall
  readonly redirect?: HttpRequest['redirect']
}

export interface Answer {
  readonly status: number
  readonly headers: IncomingHttpHeaders
  readonly body: Buffer
}

const ANSWER_LIMIT = 8 * 1024 * 1024
const TRANSIENT = new Set([408, 429, 500, 502, 503, 504])
/** ECR says so in plain text, with status 403 (https://github.com/awslabs/amazon-ecr-credential-helper/issues/7). */
const EXPIRED = /authorization token has expired/i

export const pull = (repository: string): string => `repository:${repository}:pull`
export const push = (repository: string): string => `repository:${repository}:pull,push`

/** One registry over the OCI distribution specification 1.1: addresses, authorization, retries, its words in errors. */
export class Registry {
  readonly name: string
  readonly origin: URL
  private readonly authorizer: Authorizer
  private readonly governor: RateLimiter
  /** What Docker Hub said last of how many manifests it would still give. */
  pullsLeft: PullsLeft | undefined

  constructor(
    address: RegistryAddress,
    readonly runtime: RegistryRuntime,
  ) {
    this.name = address.name
    this.origin = address.origin
    this.authorizer = new Authorizer(address.origin, address.login, runtime)
    this.governor = new RateLimiter(address.rates, runtime.clock)
  }

  /** Opens a connection and learns how to log in; what fails here is told by the first call that matters. */
  async greet(): Promise<void> {
    try {
      const request: HttpRequest = { method: 'GET', url: new URL('/v2/', this.origin) }
      const { response, url } = await this.runtime.http.send(request)
      await readBody(response, request, ANSWER_LIMIT)
      if (url.origin === this.origin.origin)
        this.authorizer.learn(parseChallenge(response.headers['www-authenticate']))
    } catch {
      return
    }
  }

  /** One call with retries, read to its end. @throws HttpError for a status that `accept` does not list */
  async call(call: Call): Promise<Answer> {
    return retry(() => this.attempt(call), this.runtime.clock, this.runtime.retry)
  }

  /** One call, once. */
  async attempt(call: Call): Promise<Answer> {
    const { response, request } = await this.open(call)
    const body = await readBody(response, request, ANSWER_LIMIT)
    return { status: response.statusCode ?? 0, headers: response.headers, body }
  }

  /** One call, once, whose answer is still to be read. */
  async open(call: Call): Promise<{ response: IncomingMessage; request: HttpRequest }> {
    if (call.rated !== undefined) await this.governor.acquire(call.rated)
    const authorization = await this.authorizer.header(call.scopes)
    const url = typeof call.path === 'string' ? new URL(`/v2/${call.path}`, this.origin) : call.path
    const request: HttpRequest = {
      method: call.method,
      url,
      headers: { ...call.headers, ...(authorization !== undefined && { authorization }) },
      ...(call.body !== undefined && { body: call.body }),
      ...(call.redirect !== undefined && { redirect: call.redirect }),
      ...(call.idleTimeoutMs !== undefined && { idleTimeoutMs: call.idleTimeoutMs }),
    }
    const answer = await this.runtime.http.send(request)
    const { response } = answer
    const status = response.statusCode ?? 0
    // What the host of a redirect says of credentials is not the registry's word: it never gets to see any.
    const isOwn = answer.url.origin === url.origin
    this.pullsLeft = parsePullsLeft(response.headers['ratelimit-remaining']) ?? this.pullsLeft
    if (isOwn && status !== 401 && status !== 403 && authorization !== undefined) {
      await this.authorizer.accept(authorization)
    }
    if ((call.accept ?? [200]).includes(status)) return { response, request }
    const facts = await this.refusal({ ...request, url: answer.url }, response)
    if (isOwn && isLoginWanted(facts)) throw await this.loginError(response, facts, { authorization, call })
    throw new HttpError(facts)
  }

  /** What a tag or digest stands for, at no cost to Docker Hub's budget. */
  async headManifest(
    repository: string,
    reference: string,
  ): Promise<{ digest: string | undefined; headers: IncomingHttpHeaders }> {
    const { status, headers } = await this.call({
      method: 'HEAD',
      path: `${repository}/manifests/${reference}`,
      scopes: [pull(repository)],
      accept: [200, 404],
      headers: { accept: MANIFEST_TYPES.join(', ') },
    })
    return { digest: status === 200 ? headers['docker-content-digest']?.toString() : undefined, headers }
  }

  async hasBlob(repository: string, digest: string): Promise<boolean> {
    const { status } = await this.call({
      method: 'HEAD',
      path: `${repository}/blobs/${digest}`,
      scopes: [push(repository)],
      // A registry that says where the blob lies has it; an address signed for GET would refuse the HEAD.
      accept: [200, ...REDIRECTS, 404],
      redirect: 'manual',
    })
    return status !== 404
  }

  private async refusal(request: HttpRequest, response: IncomingMessage): Promise<HttpFailure> {
    const status = response.statusCode ?? 0
    const body = await readBody(response, request, ANSWER_LIMIT).catch(() => Buffer.alloc(0))
    const { codes, message } = parseErrorBody(body.toString('utf8'), response.headers['content-type'] ?? '')
    const retryAfterMs = parseRetryAfter(response.headers['retry-after'], Date.now())
    const { method, url } = request
    return {
      method,
      url,
      status,
      codes,
      message: explain(status, message),
      retryAfterMs,
      transient: TRANSIENT.has(status),
    }
  }

  /** Tried again at once where there is a new login to offer. */
  private async loginError(
    response: IncomingMessage,
    facts: HttpFailure,
    { authorization, call }: { authorization: string | undefined; call: Call },
  ): Promise<HttpError> {
    const challenge = parseChallenge(response.headers['www-authenticate'])
    const isRenewed = await this.authorizer.refuse(challenge, { header: authorization, scopes: call.scopes })
    if (isRenewed) return new HttpError({ ...facts, retryAfterMs: 0, transient: true })
    return new HttpError({
      ...facts,
      message: this.howToLogIn(facts.message, authorization),
      transient: false,
    })
  }

  private howToLogIn(message: string, authorization: string | undefined): string {
    const cause =
      authorization === undefined
        ? 'it wants credentials and there are none'
        : 'it refuses the credentials that were given'
    return `${message}; ${cause}: log in to ${this.name} before this step (docker/login-action, or docker login)`
  }
}

function isLoginWanted({ status, message }: HttpFailure): boolean {
  return status === 401 || (status === 403 && EXPIRED.test(message))
}

function explain(status: number, message: string): string {
  return status >= 300 && status < 400
    ? toPrintableLine(`${message} (a redirect that is not followed)`)
    : message
}
