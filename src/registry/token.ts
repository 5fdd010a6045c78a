import { encodeBasicCredentials } from '../http/basic-authorization'
import { readBody } from '../http/body'
import type { RegistryCredentials } from './docker-config'
import { isHtml } from '../http/html'
import { parseErrorBody } from './error'
import type { HttpClient } from '../http/client'
import { type Clock, parseRetryAfter } from '../http/retry'
import { isTransientStatus } from '../http/retry-policies'
import { parseObject } from '../text/json'
import { HttpError } from '../http/error'
import type { HttpRequest, HttpResponse } from '../http/request'

/** `WWW-Authenticate` header (https://distribution.github.io/distribution/spec/auth/token/). */
export type Challenge = { readonly scheme: 'basic' } | BearerChallenge

export interface BearerChallenge {
  readonly scheme: 'bearer'
  readonly realm: string
  readonly service: string | undefined
}

export interface LoginSource {
  /** Set if known before the first request. */
  readonly challenge?: Challenge
  /** Called again after a rejection; undefined for anonymous access. */
  readonly credentials: () => Promise<RegistryCredentials | undefined>
  /** Called before the first use of a secret. */
  readonly mask: (secret: string) => void
}

/** Default of `expires_in` in the token specification. */
const DEFAULT_TOKEN_LIFE_SECONDS = 60
const MAX_TOKEN_ANSWER_BYTES = 256 * 1024
const MAX_PING_ANSWER_BYTES = 8 * 1024 * 1024

/** Parses `WWW-Authenticate`; prefers Bearer. */
export function parseChallenge(header: string | undefined): Challenge | undefined {
  if (header === undefined) return undefined
  const bearer = /\bBearer\s+(.*)$/i.exec(header)
  if (bearer?.[1] !== undefined) {
    const parameters = new Map<string, string>()
    for (const [, name = '', quoted, bare] of bearer[1].matchAll(/(\w+)=(?:"([^"]*)"|([^\s,"]+))/g)) {
      // A second challenge may follow.
      if (!parameters.has(name.toLowerCase())) parameters.set(name.toLowerCase(), quoted ?? bare ?? '')
    }
    const realm = parameters.get('realm')
    if (realm !== undefined) return { scheme: 'bearer', realm, service: parameters.get('service') }
  }
  return /\bBasic\b/i.test(header) ? { scheme: 'basic' } : undefined
}

/**
 * Asks a registry for its challenge.
 *
 * @returns undefined if it answers without one
 * @throws HttpError
 */
export async function fetchChallenge(
  origin: URL,
  { http }: { readonly http: HttpClient },
): Promise<Challenge | undefined> {
  const request: HttpRequest = { method: 'GET', url: new URL('/v2/', origin) }
  const { response, url } = await http.send(request)
  await readBody(response, request, MAX_PING_ANSWER_BYTES)
  return url.origin === origin.origin ? parseChallenge(response.headers['www-authenticate']) : undefined
}

/** Masks the password and its encoded form. */
export function basicAuthorization(
  { username, password }: { username: string; password: string },
  { mask }: LoginSource,
): string {
  const encoded = encodeBasicCredentials(username, password)
  mask(password)
  mask(encoded)
  return `Basic ${encoded}`
}

interface TokenRequest {
  readonly challenge: BearerChallenge
  readonly credentials: RegistryCredentials | undefined
  readonly scopes: readonly string[]
  readonly login: LoginSource
}

/**
 * Fetches a token: with POST for an identity token, otherwise with GET.
 *
 * @throws HttpError
 */
export async function fetchToken(
  realm: URL,
  tokenRequest: TokenRequest,
  { http, clock }: { readonly http: HttpClient; readonly clock: Pick<Clock, 'wallClockMs'> },
): Promise<{ token: string; lifeMs: number }> {
  const request = toHttpRequest(realm, tokenRequest)
  const { response, url } = await http.send(request)
  const body = await readBody(response, request, MAX_TOKEN_ANSWER_BYTES)
  if (response.statusCode !== 200) {
    const retryAfterMs = parseRetryAfter(response.headers['retry-after'], clock.wallClockMs())
    throw tokenError(request, response, { body, isAnonymous: !tokenRequest.credentials, retryAfterMs })
  }
  const contentType = response.headers['content-type'] ?? ''
  const answer = parseToken(body, { method: request.method, url, contentType })
  tokenRequest.login.mask(answer.token)
  return answer
}

function toHttpRequest(realm: URL, { challenge, credentials, scopes, login }: TokenRequest): HttpRequest {
  if (credentials !== undefined && 'identityToken' in credentials) {
    login.mask(credentials.identityToken)
    const form = new URLSearchParams({
      grant_type: 'refresh_token',
      service: challenge.service ?? '',
      scope: scopes.join(' '),
      client_id: 'langfuse-deploy',
      refresh_token: credentials.identityToken,
    })
    const headers = { 'content-type': 'application/x-www-form-urlencoded' }
    return { method: 'POST', url: realm, headers, body: Buffer.from(form.toString()) }
  }
  const url = new URL(realm)
  if (challenge.service !== undefined) url.searchParams.set('service', challenge.service)
  for (const scope of scopes) url.searchParams.append('scope', scope)
  return {
    method: 'GET',
    url,
    ...(credentials && { headers: { authorization: basicAuthorization(credentials, login) } }),
  }
}

function parseToken(
  body: Buffer,
  { method, url, contentType }: Pick<HttpRequest, 'method' | 'url'> & { readonly contentType: string },
): { token: string; lifeMs: number } {
  const answer = parseObject(body.toString('utf8')) ?? {}
  // Token services leave one of the two out, set it to null or to an empty string.
  const token = [answer['token'], answer['access_token']].find(isToken)
  if (token === undefined) {
    const text = body.toString('utf8')
    const { codes, message: reason } = parseErrorBody({ status: 200, body: text, contentType })
    // Another answer may contain a token that cannot be used.
    const cause = codes.length > 0 || isHtml(contentType, text) ? `: ${reason}` : ''
    const message = `the answer of the token service contains no token${cause}`
    throw new HttpError({ method, url, codes, message, transient: false })
  }
  // Some services send the number as a string.
  const seconds = Number(answer['expires_in'] ?? 0)
  return { token, lifeMs: (seconds > 0 ? seconds : DEFAULT_TOKEN_LIFE_SECONDS) * 1000 }
}

/** Other characters cannot be sent in a header. */
const isToken = (value: unknown): value is string => typeof value === 'string' && /^[\x21-\x7e]+$/.test(value)

function tokenError(
  { method, url }: HttpRequest,
  { statusCode = 0, headers }: HttpResponse,
  answer: { body: Buffer; isAnonymous: boolean; retryAfterMs: number | undefined },
): HttpError {
  const { codes, message } = parseErrorBody({
    status: statusCode,
    body: answer.body.toString('utf8'),
    contentType: headers['content-type'] ?? '',
  })
  const isRefusal = !isTransientStatus(statusCode)
  const outcome = answer.isAnonymous ? 'no token for anonymous access' : 'no token for these credentials'
  const advice = 'Log in to the registry before this step (docker/login-action, or docker login)'
  return new HttpError({
    method,
    url,
    status: statusCode,
    codes,
    retryAfterMs: answer.retryAfterMs,
    message: isRefusal ? `${outcome}: ${message}. ${advice}` : message,
    transient: !isRefusal,
  })
}
