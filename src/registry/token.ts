import type { IncomingMessage } from 'node:http'
import { readBody } from '../http/body'
import type { Credentials } from './docker-config'
import { parseErrorBody } from './error'
import type { Http } from '../http/client'
import { parseRetryAfter } from '../http/retry'
import { parseObject } from '../text/json'
import { HttpError } from '../http/error'
import type { HttpRequest } from '../http/request'

/** `WWW-Authenticate` of a registry (https://distribution.github.io/distribution/spec/auth/token/). */
export type Challenge = { readonly scheme: 'basic' } | BearerChallenge

export interface BearerChallenge {
  readonly scheme: 'bearer'
  readonly realm: string
  readonly service: string | undefined
}

export interface Login {
  /** What the registry is known to ask for, where that is known before the first request. */
  readonly challenge?: Challenge
  /** Called once, and again when what it gave is refused; undefined means anonymous. */
  readonly credentials: () => Promise<Credentials | undefined>
  /** Keeps a secret out of the log, before its first use. */
  readonly mask: (secret: string) => void
}

/** Docker's specification: a token without expires_in lives a minute. */
const DEFAULT_TOKEN_LIFE_S = 60
const TOKEN_LIMIT = 256 * 1024

export function parseChallenge(header: string | undefined): Challenge | undefined {
  if (header === undefined) return undefined
  const bearer = /\bBearer\s+(.*)$/i.exec(header)
  if (bearer?.[1] !== undefined) {
    const parameters = new Map<string, string>()
    for (const [, name = '', quoted, bare] of bearer[1].matchAll(/(\w+)=(?:"([^"]*)"|([^\s,"]+))/g)) {
      // A second challenge may follow in the same header; what is said first is the first one's.
      if (!parameters.has(name.toLowerCase())) parameters.set(name.toLowerCase(), quoted ?? bare ?? '')
    }
    const realm = parameters.get('realm')
    if (realm !== undefined) return { scheme: 'bearer', realm, service: parameters.get('service') }
  }
  return /\bBasic\b/i.test(header) ? { scheme: 'basic' } : undefined
}

export function basic(
  { username, password }: { username: string; password: string },
  { mask }: Login,
): string {
  const encoded = Buffer.from(`${username}:${password}`).toString('base64')
  mask(password)
  mask(encoded)
  return `Basic ${encoded}`
}

interface TokenQuestion {
  readonly challenge: BearerChallenge
  readonly credentials: Credentials | undefined
  readonly scopes: readonly string[]
  readonly login: Login
}

/**
 * Asks a token service for a token of these scopes, by refresh token or by GET with Basic or without.
 *
 * @throws HttpError that says who was refused
 */
export async function fetchToken(
  realm: URL,
  question: TokenQuestion,
  http: Http,
): Promise<{ token: string; lifeMs: number }> {
  const request = tokenRequest(realm, question)
  const { response } = await http.send(request)
  const body = await readBody(response, request, TOKEN_LIMIT)
  if (response.statusCode !== 200)
    throw tokenRefused(request, response, { body, anonymous: !question.credentials })
  const answer = parseToken(body, request)
  question.login.mask(answer.token)
  return answer
}

function tokenRequest(realm: URL, { challenge, credentials, scopes, login }: TokenQuestion): HttpRequest {
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
  return { method: 'GET', url, ...(credentials && { headers: { authorization: basic(credentials, login) } }) }
}

function parseToken(body: Buffer, { method, url }: HttpRequest): { token: string; lifeMs: number } {
  const answer = parseObject(body.toString('utf8')) ?? {}
  const token = answer['token'] ?? answer['access_token']
  if (typeof token !== 'string' || token === '') {
    const message = 'the token service answered without a token'
    throw new HttpError({ method, url, message, transient: false })
  }
  const seconds = answer['expires_in']
  return {
    token,
    lifeMs: (typeof seconds === 'number' && seconds > 0 ? seconds : DEFAULT_TOKEN_LIFE_S) * 1000,
  }
}

function tokenRefused(
  { method, url }: HttpRequest,
  { statusCode = 0, headers }: IncomingMessage,
  { body, anonymous }: { body: Buffer; anonymous: boolean },
): HttpError {
  const { codes, message } = parseErrorBody(body.toString('utf8'), headers['content-type'] ?? '')
  const who = anonymous ? 'an anonymous client' : 'the credentials that were given'
  const isRefusal = statusCode < 500 && statusCode !== 429
  const remedy = 'log in to the registry before this step (docker/login-action, or docker login)'
  const words = isRefusal ? `refused a token to ${who}: ${message}; ${remedy}` : message
  const retryAfterMs = parseRetryAfter(headers['retry-after'], Date.now())
  const facts = { method, url, status: statusCode, codes, retryAfterMs }
  return new HttpError({ ...facts, message: words, transient: !isRefusal })
}
