import { readBody } from '../http/body'
import { HttpError, type HttpErrorDetails } from '../http/error'
import type { HttpRequest, HttpResponse } from '../http/request'
import { parseRetryAfter } from '../http/retry'
import { isTransientStatus } from '../http/retry-policies'
import { withoutFullStop } from '../text/format'
import { toPrintableLine } from '../text/sanitize'
import type { Denial } from './denied'
import { parseErrorBody } from './error'
import { parseChallenge } from './token'

const MAX_ERROR_BYTES = 1024 * 1024
/** Refusals of the content, which some registries send with status 500. */
const FINAL_CODES =
  /^(?:MANIFEST_INVALID|MANIFEST_UNVERIFIED|DIGEST_INVALID|NAME_INVALID|SIZE_INVALID|TAG_INVALID|UNSUPPORTED)$/
/** Distribution reports foreign layers as an unknown error with this text. */
const FINAL_MESSAGE = /(?:invalid|missing|unexpected) url on layer/i
/** A quota of ECR (https://docs.aws.amazon.com/AmazonECR/latest/userguide/service-quotas.html). */
const QUOTA_CODES = /^LIMIT_?EXCEEDED(?:EXCEPTION)?$/i
const QUOTA_ADVICE = 'delete images that are not used, or request a higher quota in Service Quotas'
/** ECR and gateways of AWS also throttle with 400, 403 and 405. */
const THROTTLED_CODES =
  /^(?:TOO_?MANY_?REQUESTS|THROTTL\w*|SLOW_?DOWN|REQUEST_?LIMIT_?EXCEEDED)(?:EXCEPTION)?$/i
const THROTTLED_MESSAGE = /\b(?:rate exceeded|ThrottlingException)\b/i
/** The proxy answers CONNECT in place of the registry. */
const PROXY_LOGIN = 'the proxy requires a login (HTTPS_PROXY, as in http://user:password@host:port)'
/** Plain text of ECR with status 403 (https://github.com/awslabs/amazon-ecr-credential-helper/issues/7). */
const EXPIRED_TOKEN = /authorization token has expired/i

/** A request, and the URL that answered it after redirects. */
export interface AnsweredRequest {
  readonly request: HttpRequest
  readonly url: URL
}

/** Reads the reason for a status that the caller does not accept. */
export async function readFailure(
  { request, url }: AnsweredRequest,
  response: HttpResponse,
  wallClockMs: number,
): Promise<HttpErrorDetails> {
  const status = response.statusCode ?? 0
  const body = await readBody(response, request, MAX_ERROR_BYTES).catch(() => Buffer.alloc(0))
  const contentType = response.headers['content-type'] ?? ''
  const { codes, message } = parseErrorBody({ status, body: body.toString('utf8'), contentType })
  const isFinal =
    codes.some((code) => FINAL_CODES.test(code) || QUOTA_CODES.test(code)) || FINAL_MESSAGE.test(message)
  const isThrottled = codes.some((code) => THROTTLED_CODES.test(code)) || THROTTLED_MESSAGE.test(message)
  const advice = await adviceFor({ method: request.method, message, codes }, status)
  const reason = advice === undefined ? message : `${withoutFullStop(message)}; ${advice}`
  return {
    method: request.method,
    url,
    status,
    codes,
    message: withRedirect({ request, url }, status, status === 407 ? `${PROXY_LOGIN}: ${message}` : reason),
    retryAfterMs: parseRetryAfter(response.headers['retry-after'], wallClockMs),
    transient: (isTransientStatus(status) || isThrottled) && !isFinal,
  }
}

async function adviceFor(denial: Denial, status: number): Promise<string | undefined> {
  if (denial.codes.some((code) => QUOTA_CODES.test(code))) return QUOTA_ADVICE
  if (status !== 403 || EXPIRED_TOKEN.test(denial.message)) return undefined
  const { deniedAdvice } = await import('./denied')
  return deniedAdvice(denial)
}

function withRedirect({ request, url }: AnsweredRequest, status: number, message: string): string {
  if (status >= 300 && status < 400) return toPrintableLine(`${message} (the redirect was not followed)`)
  if (url.origin === request.url.origin) return message
  return toPrintableLine(`${message} (${request.url.host} redirected the request to this host)`)
}

/** ECR answers a HEAD with an expired token without a body. */
export function isLoginWanted({ status, message, method }: HttpErrorDetails, isEcr: boolean): boolean {
  if (status === 401) return true
  return status === 403 && (EXPIRED_TOKEN.test(message) || (isEcr && method === 'HEAD'))
}

interface LoginFacts {
  /** Name of the registry. */
  readonly name: string
  readonly scopes: readonly string[]
  readonly login: 'none' | 'anonymous' | 'credentials'
  /** Whether there are credentials, even if they were not sent. */
  readonly hasCredentials: boolean
  /** `WWW-Authenticate` */
  readonly challenge: string | undefined
}

/** Explains a refused login; the next step comes last. */
export function loginError(details: HttpErrorDetails, facts: LoginFacts): HttpError {
  const cause = (facts.login === 'none' ? challengeProblem(facts) : undefined) ?? loginCause(facts)
  return new HttpError({ ...details, message: `${details.message}; ${cause}`, transient: false })
}

/** Returns why no login was tried, if it is not for the lack of credentials. */
function challengeProblem({ name, challenge, hasCredentials }: LoginFacts): string | undefined {
  if (challenge !== undefined && parseChallenge(challenge) === undefined)
    return `${name} asks for a login that this action does not have: ${toPrintableLine(challenge)}. It has Basic and Bearer`
  if (!hasCredentials) return undefined
  return challenge === undefined
    ? `its header WWW-Authenticate, which says how to log in, is missing. Check that ${name} is a registry and that no proxy removes the header`
    : `${name} takes a user name and a password, and Docker's configuration has an identity token for it. Log in with a password`
}

function loginCause({ name, scopes, login, challenge = '' }: LoginFacts): string {
  const repository = /^repository:(.+):[^:]*$/.exec(scopes[0] ?? '')?.[1]
  const image = repository === undefined ? name : `${name}/${repository}`
  const advice = `og in to ${name} before this step (docker/login-action, or docker login)`
  const isPush = scopes.some((scope) => scope.includes('push'))
  if (login === 'none' || (login === 'anonymous' && isPush))
    return `${name} requires a login and no credentials were found. L${advice}`
  // Registries hide which private repositories exist.
  if (login === 'anonymous') {
    return `${image} does not exist, or is private and no credentials were found. Check the name, or l${advice}`
  }
  // The credentials are valid for other repositories.
  if (challenge.includes('insufficient_scope')) {
    return `${image} does not exist, or these credentials have no access to it. Check the name, or l${advice}`
  }
  return `${name} rejected the credentials. L${advice}`
}
