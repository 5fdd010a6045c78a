import { isRecord } from '../text/json'
import { toPrintableLine } from '../text/sanitize'
import type { FailureReason } from '../text/failure-reason'
import { withoutFullStop } from '../text/format'

const CLAIM_NAMES = ['sub', 'aud', 'repository', 'ref', 'environment', 'iss'] as const

/** Of github.com. An enterprise can add a path with its own name. */
const ISSUER = 'https://token.actions.githubusercontent.com'

/** Claims of GitHub's ID token, as printable lines. */
export type Claims = Readonly<Record<(typeof CLAIM_NAMES)[number], string | undefined>>

/** The message contains the token's claims, never the token. */
export class AccessDenied extends Error {
  override readonly name = 'AccessDenied'
  readonly reason: FailureReason = 'aws-denied'
  readonly code = 'AccessDenied'

  constructor(
    readonly roleArn: string,
    /** Undefined without a token. */
    readonly claims: Claims | undefined,
    reason: string,
  ) {
    super(
      `${roleArn} was not assumed: ${withoutFullStop(reason)}.\n${(claims ? describeClaims(claims) : missingTokenAdvice()).join('\n')}`,
    )
  }
}

/** Reads the claims of a JWT (RFC 7519 §3); AWS verifies it. */
export function readClaims(token: string): Claims {
  const payload = decodePayload(token.split('.')[1] ?? '')
  const claim = (name: (typeof CLAIM_NAMES)[number]): string | undefined => {
    const value = payload[name]
    const values = (Array.isArray(value) ? value : [value]).filter((one) => typeof one === 'string')
    return values.length > 0 ? toPrintableLine(values.join(', ')) : undefined
  }
  return {
    sub: claim('sub'),
    aud: claim('aud'),
    repository: claim('repository'),
    ref: claim('ref'),
    environment: claim('environment'),
    iss: claim('iss'),
  }
}

function decodePayload(segment: string): Record<string, unknown> {
  try {
    const payload: unknown = JSON.parse(Buffer.from(segment, 'base64url').toString())
    return isRecord(payload) ? payload : {}
  } catch {
    return {}
  }
}

function describeClaims(claims: Claims): string[] {
  const { iss = '' } = claims
  const shown = CLAIM_NAMES.map(
    (name) => `${name} ${claims[name] === undefined ? '(none)' : `'${claims[name]}'`}`,
  )
  return [
    `The job's ID token has these claims: ${shown.join(', ')}.`,
    `The usual cause is a role whose trust policy requires another sub. ${describeSubFormat(claims.sub ?? '')}`,
    "Also check that the trust policy names GitHub's identity provider in the role's account, " +
      `that the provider lists the audience '${claims.aud ?? ''}', and that a role with this name exists.`,
    ...(iss === '' || iss === ISSUER ? [] : [describeIssuer(iss)]),
    'Pull requests from forks and jobs with another `environment:` have other claims than a deploy role trusts.',
  ]
}

/** GitHub Enterprise Server, ghe.com and enterprises with an issuer of their own. */
const describeIssuer = (iss: string): string =>
  `The issuer of this token is not ${ISSUER}, which terraform/bootstrap trusts: create an identity provider with the URL ` +
  `'${iss}' in the role's account, and a role that trusts it.`

/**
 * Repositories created, renamed or transferred since 2026-07-15 have immutable ids in `sub`; older ones can opt in.
 * https://docs.github.com/en/actions/reference/security/oidc
 */
function describeSubFormat(sub: string): string {
  if (/^repo:[^/@:]+@\d+\/[^/@:]+@\d+(?::|$)/.test(sub)) {
    return (
      'This sub contains immutable ids, as in repo:OWNER@ID/REPO@ID:…; ' +
      "a trust policy written for 'repo:OWNER/REPO:…' does not match it."
    )
  }
  if (/^repo:[^/@:]+\/[^/@:]+(?::|$)/.test(sub)) {
    return (
      'This sub contains names only, as in repo:OWNER/REPO:…; ' +
      "a trust policy written for 'repo:OWNER@ID/REPO@ID:…' does not match it."
    )
  }
  return (
    'This sub has neither of the usual forms (repo:OWNER/REPO:…, repo:OWNER@ID/REPO@ID:…): ' +
    'the repository or its organization has customized it.'
  )
}

function missingTokenAdvice(): string[] {
  return [
    'Add `id-token: write` to `permissions:` of the job (listing any permission sets the others to none).',
    'Pull requests from forks get no ID token: run this command on events of the repository itself.',
  ]
}
