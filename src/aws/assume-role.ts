import type { AwsSession, Credentials } from './credentials'
import { AccessDenied, readClaims } from './access-denied'
import type { AwsRuntime } from './client'
import { AwsError, type AwsErrorDetails, readErrorDetails, isDenied, isTransient } from './error'
import { createRenewingCredentials } from './renewing-credentials'
import type { RoleRequest } from './role-request'
import { audienceOf, checkAccount, checkRole } from './role'
import { type AssumedRole, exchangeToken } from './web-identity'
import { backoffMs } from '../http/retry'
import { RETRY } from '../http/retry-policies'
import { errorMessage } from '../text/sanitize'
import type { FailureReason } from '../text/failure-reason'

/** GitHub's token service failed. */
export class NoIdToken extends Error {
  override readonly name = 'NoIdToken'
  readonly reason: FailureReason = 'aws-error'
}

export interface RoleRuntime extends AwsRuntime {
  /** Returns a new ID token, valid for five minutes. */
  idToken(audience: string): Promise<string>
  sleep(ms: number): Promise<void>
  /** In [0, 1). */
  random(): number
  /** Milliseconds since 1970-01-01 UTC. */
  wallClockMs(): number
}

/** A changed trust policy reaches all of IAM within seconds. */
const MAX_ATTEMPTS_WHEN_DENIED = 3

/**
 * Assumes a role with GitHub's ID token. The session renews itself ({@link createRenewingCredentials}).
 * https://docs.aws.amazon.com/STS/latest/APIReference/API_AssumeRoleWithWebIdentity.html
 *
 * @throws AccessDenied, NoIdToken, AwsError; InvalidRole before the first request
 */
export async function assumeRole(request: RoleRequest, runtime: RoleRuntime): Promise<AwsSession> {
  const role = checkRole(request)
  const assume = async (): Promise<AssumedRole> => {
    const assumed = await assumeWithRetry(request, runtime)
    checkAccount(assumed.accountId, request.allowedAccountIds, `The session of ${role.arn}`)
    return assumed
  }
  const first = await assume()
  const renew = async (): Promise<Credentials> => (await assume()).credentials
  const renewed = createRenewingCredentials(renew, first.credentials, () => runtime.wallClockMs())
  return { region: request.region, accountId: first.accountId, ...renewed }
}

async function assumeWithRetry(request: RoleRequest, runtime: RoleRuntime): Promise<AssumedRole> {
  for (let attempt = 1; ; attempt++) {
    const outcome = await attemptOnce(request, runtime)
    if ('credentials' in outcome) return outcome
    if (attempt >= outcome.maxAttempts) throw outcome.failure(attempt)
    await runtime.sleep(backoffMs(RETRY.assumeRole, attempt, runtime))
  }
}

interface FailedAttempt {
  readonly maxAttempts: number
  failure(attempts: number): Error
}

async function attemptOnce(request: RoleRequest, runtime: RoleRuntime): Promise<AssumedRole | FailedAttempt> {
  let token: string
  try {
    token = await runtime.idToken(audienceOf(request.region))
  } catch (error) {
    return tokenFailure(error, request, runtime)
  }
  try {
    return await exchangeToken(token, request, runtime)
  } catch (error) {
    if (error instanceof AwsError) return { maxAttempts: 1, failure: () => error }
    return exchangeFailure(error, token, request)
  }
}

function tokenFailure(error: unknown, { roleArn }: RoleRequest, { env }: RoleRuntime): FailedAttempt {
  const reason = `GitHub issued no ID token: ${errorMessage(error)}`
  if (!env['ACTIONS_ID_TOKEN_REQUEST_URL'] || !env['ACTIONS_ID_TOKEN_REQUEST_TOKEN']) {
    return { maxAttempts: 1, failure: () => new AccessDenied(roleArn, undefined, reason) }
  }
  const advice = "Check https://www.githubstatus.com and re-run the job; the job's permissions are correct."
  return {
    maxAttempts: RETRY.assumeRole.maxAttempts,
    failure: (attempts) =>
      new NoIdToken(`${roleArn} was not assumed: ${reason} (${attempts} attempts). ${advice}`, {
        cause: error,
      }),
  }
}

function exchangeFailure(error: unknown, token: string, { roleArn }: RoleRequest): FailedAttempt {
  const details = readErrorDetails(error, 'sts:AssumeRoleWithWebIdentity', token)
  const count = (attempts: number): string => (attempts > 1 ? ` (${attempts} attempts)` : '')
  if (isDenied(details) || isUnknownIssuer(details)) {
    const reason = (attempts: number) =>
      `${details.message} ${details.requestId ? `(request ${details.requestId})` : ''}${count(attempts)}`
    return {
      maxAttempts: MAX_ATTEMPTS_WHEN_DENIED,
      failure: (attempts) => new AccessDenied(roleArn, readClaims(token), reason(attempts)),
    }
  }
  const isExpired = /^ExpiredToken/.test(details.code)
  const mayRecover = isTransient(details) || isIssuerUnreachable(details) || isExpired
  return {
    maxAttempts: mayRecover ? RETRY.assumeRole.maxAttempts : 1,
    // No cause: the SDK's error contains the token.
    failure: (attempts) =>
      new AwsError(
        { ...details, message: `${roleArn} was not assumed: ${details.message}${count(attempts)}` },
        isExpired ? { advice: EXPIRED_TOKEN } : {},
      ),
  }
}

/** Each attempt has a new token. */
const EXPIRED_TOKEN =
  "AWS saw each new ID token of GitHub as expired. It is valid for five minutes: check the runner's clock and re-run the job."

/** The account has no identity provider for the token. A new one reaches all of IAM within seconds. */
const isUnknownIssuer = ({ code, message }: AwsErrorDetails): boolean =>
  code.startsWith('InvalidIdentityToken') &&
  /no openidconnect provider|incorrect token audience/i.test(message)

/** STS answers 400 when it cannot fetch GitHub's keys. */
function isIssuerUnreachable({ code, message }: AwsErrorDetails): boolean {
  if (code.startsWith('IDPCommunicationError')) return true
  return code.startsWith('InvalidIdentityToken') && /retrieve verification key/i.test(message)
}
