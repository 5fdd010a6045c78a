import type { AwsSession } from './credentials'
import { AccessDenied, claimsOf } from './access-denied'
import type { AwsRuntime } from './client'
import { AwsError, type AwsFacts, factsOf, isDenied, isTransient } from './error'
import { renewing } from './renewing-credentials'
import type { RoleRequest } from './role-request'
import { audienceOf, checkAccount, checkRole } from './role'
import { type Assumed, exchange } from './web-identity'
import { toPrintableLine } from '../text/sanitize'

/** GitHub gives the job ID tokens and did not give this one. */
export class NoIdToken extends Error {
  override readonly name = 'NoIdToken'
}

export interface RoleRuntime extends AwsRuntime {
  /** A new ID token of GitHub's each time; it is valid for five minutes. */
  idToken(audience: string): Promise<string>
  sleep(ms: number): Promise<void>
  /** 0 to 1. */
  random(): number
  /** Milliseconds since 1970. */
  now?(): number
}

const TRIES = 6
// A role or trust policy that was changed a moment ago reaches all of IAM within seconds.
const TRIES_WHEN_DENIED = 3
const FIRST_WAIT_MS = 1_000
const LONGEST_WAIT_MS = 20_000

/**
 * Assumes a role with GitHub's ID token; the session renews itself, as {@link renewing} says.
 * https://docs.aws.amazon.com/STS/latest/APIReference/API_AssumeRoleWithWebIdentity.html
 *
 * @throws AccessDenied when AWS refuses the role, or GitHub gives the job no token; AwsError for any other failure
 * of the call; Error when the role's ARN or its account cannot be meant (nothing is asked then)
 */
export async function assumeRole(request: RoleRequest, runtime: RoleRuntime): Promise<AwsSession> {
  const role = checkRole(request)
  const assume = async (): Promise<Assumed> => {
    const assumed = await persistently(request, runtime)
    checkAccount(assumed.accountId, request.allowedAccountIds, `The session of ${role.arn}`)
    return assumed
  }
  const first = await assume()
  const now = (): number => runtime.now?.() ?? Date.now()
  const renewed = renewing(async () => (await assume()).credentials, first.credentials, now)
  return { region: request.region, accountId: first.accountId, ...renewed }
}

async function persistently(request: RoleRequest, runtime: RoleRuntime): Promise<Assumed> {
  for (let tries = 1; ; tries++) {
    const outcome = await once(request, runtime)
    if ('credentials' in outcome) return outcome
    if (tries >= outcome.tries) throw outcome.failure(tries)
    // Full jitter: https://aws.amazon.com/blogs/architecture/exponential-backoff-and-jitter/
    await runtime.sleep(runtime.random() * Math.min(LONGEST_WAIT_MS, FIRST_WAIT_MS * 2 ** (tries - 1)))
  }
}

interface Failed {
  /** How many tries a failure of this kind is worth. */
  readonly tries: number
  failure(tries: number): Error
}

async function once(request: RoleRequest, runtime: RoleRuntime): Promise<Assumed | Failed> {
  let token: string
  try {
    token = await runtime.idToken(audienceOf(request.region))
  } catch (error) {
    return tokenless(error, request, runtime)
  }
  try {
    return await exchange(token, request, runtime)
  } catch (error) {
    if (error instanceof AwsError) return { tries: 1, failure: () => error }
    return refused(error, token, request)
  }
}

function tokenless(error: unknown, { roleArn }: RoleRequest, { env }: RoleRuntime): Failed {
  const reason = `GitHub gave no ID token: ${toPrintableLine(error instanceof Error ? error.message : String(error))}`
  if (!env['ACTIONS_ID_TOKEN_REQUEST_URL'] || !env['ACTIONS_ID_TOKEN_REQUEST_TOKEN']) {
    return { tries: 1, failure: () => new AccessDenied(roleArn, undefined, reason) }
  }
  const advice = "Look at https://www.githubstatus.com and run the job again; the job's permissions are fine."
  return {
    tries: TRIES,
    failure: (tries) =>
      new NoIdToken(`${roleArn} was not assumed: ${reason} (${tries} tries). ${advice}`, { cause: error }),
  }
}

function refused(error: unknown, token: string, { roleArn }: RoleRequest): Failed {
  const facts = factsOf(error, 'sts:AssumeRoleWithWebIdentity', token)
  const { words } = facts
  const after = (tries: number): string => (tries > 1 ? ` (${tries} tries)` : '')
  if (isDenied(facts)) {
    const reason = (tries: number) =>
      `${words} ${facts.requestId ? `(request ${facts.requestId})` : ''}${after(tries)}`
    return {
      tries: TRIES_WHEN_DENIED,
      failure: (tries) => new AccessDenied(roleArn, claimsOf(token), reason(tries)),
    }
  }
  return {
    tries: isTransient(facts) || isIssuerUnreachable(facts) ? TRIES : 1,
    // No cause: the SDK's error holds on to what was sent and answered, and the token is in there.
    failure: (tries) =>
      new AwsError({ ...facts, words: `${roleArn} was not assumed: ${words}${after(tries)}` }),
  }
}

/** STS could not fetch GitHub's keys, which it says with a 400. */
function isIssuerUnreachable({ code, words }: AwsFacts): boolean {
  if (code.startsWith('IDPCommunicationError')) return true
  return code.startsWith('InvalidIdentityToken') && /retrieve verification key/i.test(words)
}
