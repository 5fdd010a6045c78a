import { isRecord } from '../text/json'
import { toPrintableLine } from '../text/sanitize'

const NAMES = ['sub', 'aud', 'repository', 'ref', 'environment'] as const

/** What a trust policy can ask of GitHub's ID token, as printable lines; undefined for a claim that is absent. */
export type Claims = Readonly<Record<(typeof NAMES)[number], string | undefined>>

/**
 * AWS did not let this job assume a role.
 * The message names the role and the token's claims, never the token, and says what is usually wrong.
 */
export class AccessDenied extends Error {
  override readonly name = 'AccessDenied'
  readonly code = 'AccessDenied'

  constructor(
    readonly roleArn: string,
    /** Undefined when GitHub gave the job no token. */
    readonly claims: Claims | undefined,
    reason: string,
  ) {
    super(
      `${roleArn} was not assumed: ${reason.replace(/\.$/, '')}.\n${(claims ? denied(claims) : tokenless()).join('\n')}`,
    )
  }
}

/** Decodes the payload of a JWT (RFC 7519, section 3) without checking its signature, which is AWS's to do. */
export function claimsOf(token: string): Claims {
  const payload = decode(token.split('.')[1] ?? '')
  const claim = (name: (typeof NAMES)[number]): string | undefined => {
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
  }
}

function decode(segment: string): Record<string, unknown> {
  try {
    const payload: unknown = JSON.parse(Buffer.from(segment, 'base64url').toString())
    return isRecord(payload) ? payload : {}
  } catch {
    return {}
  }
}

function denied(claims: Claims): string[] {
  const shown = NAMES.map((name) => `${name} ${claims[name] === undefined ? '(none)' : `'${claims[name]}'`}`)
  return [
    `The ID token of this job says: ${shown.join(', ')}.`,
    `Usually the role's trust policy asks for another sub. ${subForm(claims.sub ?? '')}`,
    "Also check that the policy names GitHub's identity provider in the role's own account, " +
      `that the provider lists the audience '${claims.aud ?? ''}', and that the role exists under this very name.`,
    'A pull request from a fork and a job with another `environment:` have other claims than the ones a deploy role trusts.',
  ]
}

/**
 * Since 2026-07-15 new, renamed and transferred repositories carry immutable ids in `sub`; older ones may opt in.
 * https://docs.github.com/en/actions/reference/security/oidc
 */
function subForm(sub: string): string {
  if (/^repo:[^/@:]+@\d+\/[^/@:]+@\d+(?::|$)/.test(sub)) {
    return (
      'This sub is in the form with immutable ids, repo:OWNER@ID/REPO@ID:…; ' +
      "a trust policy written for 'repo:OWNER/REPO:…' does not match it."
    )
  }
  if (/^repo:[^/@:]+\/[^/@:]+(?::|$)/.test(sub)) {
    return (
      'This sub is in the form with names only, repo:OWNER/REPO:…; ' +
      "a trust policy written for 'repo:OWNER@ID/REPO@ID:…' does not match it."
    )
  }
  return 'This sub is in neither of the usual forms (repo:OWNER/REPO:…, repo:OWNER@ID/REPO@ID:…): the repository or its organisation has customised it.'
}

function tokenless(): string[] {
  return [
    'Usually the job lacks `permissions: id-token: write` (naming any permission sets the others to none).',
    'A pull request from a fork gets no ID token at all: run this command on events of the repository itself.',
  ]
}
