import type { IncomingHttpHeaders, IncomingMessage } from 'node:http'
import { Authorizer } from './auth'
import { readBody } from './body'
import { HTML_PAGE, oneLine, parseErrorBody, RegistryError } from './error'
import { Governor, type RatedCall, type Rates } from './governor'
import { type Http, type HttpRequest, REDIRECTS } from './http'
import { digestOf, type Manifest, MANIFEST_TYPES, parseManifest, READABLE_TYPES } from './manifest'
import { type PullsLeft, parsePullsLeft } from './budget'
import { type Clock, parseRetryAfter, retry, type RetryPolicy } from './retry'
import { type Login, parseChallenge } from './token'

/** What a registry client needs of the world. */
export interface RegistryWorld {
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
  readonly rates?: Rates | undefined
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
  readonly rated?: RatedCall
  readonly redirect?: HttpRequest['redirect']
}

export interface Answer {
  readonly status: number
  readonly headers: IncomingHttpHeaders
  readonly body: Buffer
}

/** Specification, "Pushing Manifests": a registry should take 4 MiB; nobody serves more in good faith. */
const MANIFEST_LIMIT = 4 * 1024 * 1024
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
  private readonly governor: Governor
  /** What Docker Hub said last of how many manifests it would still give. */
  pullsLeft: PullsLeft | undefined

  constructor(
    address: RegistryAddress,
    readonly world: RegistryWorld,
  ) {
    this.name = address.name
    this.origin = address.origin
    this.authorizer = new Authorizer(address.origin, address.login, world)
    this.governor = new Governor(address.rates, world.clock)
  }

  /** One call with retries, read to its end. @throws RegistryError for a status that `accept` does not list */
  async call(call: Call): Promise<Answer> {
    return retry(() => this.attempt(call), this.world.clock, this.world.retry)
  }

  /** One call, once. */
  async attempt(call: Call): Promise<Answer> {
    const { response, request } = await this.open(call)
    const body = await readBody(response, request, ANSWER_LIMIT)
    return { status: response.statusCode ?? 0, headers: response.headers, body }
  }

  /** One call, once, whose answer is still to be read. */
  async open(call: Call): Promise<{ response: IncomingMessage; request: HttpRequest }> {
    if (call.rated !== undefined) await this.governor.admit(call.rated)
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
    const response = await this.world.http.send(request)
    const status = response.statusCode ?? 0
    this.pullsLeft = parsePullsLeft(response.headers['ratelimit-remaining']) ?? this.pullsLeft
    if (status !== 401 && status !== 403 && authorization !== undefined)
      await this.authorizer.accept(authorization)
    if ((call.accept ?? [200]).includes(status)) return { response, request }
    throw await this.refusal(request, response, { header: authorization, scopes: call.scopes })
  }

  /** A manifest by tag or digest, checked. @throws RegistryError, CorruptContent, UnsupportedContent */
  async manifest(
    repository: string,
    reference: string,
  ): Promise<Manifest & { headers: IncomingHttpHeaders }> {
    const call: Call = {
      method: 'GET',
      path: `${repository}/manifests/${reference}`,
      scopes: [pull(repository)],
      headers: { accept: (reference.includes(':') ? READABLE_TYPES : MANIFEST_TYPES).join(', ') },
    }
    const { bytes, headers } = await retry(
      async () => {
        const { response, request } = await this.open(call)
        if (/html/i.test(response.headers['content-type'] ?? '')) throw notARegistry(request, response)
        return { bytes: await readBody(response, request, MANIFEST_LIMIT), headers: response.headers }
      },
      this.world.clock,
      this.world.retry,
    )
    const digest = reference.includes(':')
      ? reference
      : (headers['docker-content-digest']?.toString() ?? digestOf(bytes))
    return { ...parseManifest(bytes, digest, headers['content-type'] ?? ''), headers }
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

  private async refusal(
    request: HttpRequest,
    response: IncomingMessage,
    sent: { header: string | undefined; scopes: readonly string[] },
  ): Promise<RegistryError> {
    const status = response.statusCode ?? 0
    const text = (await readBody(response, request, ANSWER_LIMIT).catch(() => Buffer.alloc(0))).toString(
      'utf8',
    )
    const { codes, message } = parseErrorBody(text, response.headers['content-type'] ?? '')
    const facts = { method: request.method, url: request.url, status, codes }
    if (status === 401 || (status === 403 && EXPIRED.test(text))) {
      const challenge = parseChallenge(response.headers['www-authenticate'])
      if (await this.authorizer.refuse(challenge, sent)) {
        return new RegistryError({ ...facts, message, retryAfterMs: 0, transient: true })
      }
      return new RegistryError({
        ...facts,
        message: this.howToLogIn(message, sent.header),
        transient: false,
      })
    }
    const retryAfterMs = parseRetryAfter(response.headers['retry-after'], Date.now())
    return new RegistryError({
      ...facts,
      message: explain(status, message),
      retryAfterMs,
      transient: TRANSIENT.has(status),
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

function notARegistry({ method, url }: HttpRequest, response: IncomingMessage): RegistryError {
  response.resume()
  return new RegistryError({ method, url, status: response.statusCode, message: HTML_PAGE, transient: false })
}

function explain(status: number, message: string): string {
  return status >= 300 && status < 400 ? oneLine(`${message} (a redirect that is not followed)`) : message
}
