import type { RegistryCredentials } from './docker-config'
import type { HttpClient } from '../http/client'
import { isSafeRedirect } from '../text/url'
import type { Clock } from '../http/retry'
import {
  basicAuthorization,
  type BearerChallenge,
  type Challenge,
  fetchToken,
  type LoginSource,
} from './token'
import { toPrintableLine } from '../text/sanitize'
import { HttpError } from '../http/error'

interface Grant {
  readonly header: string
  readonly expiresAtMs: number
  /** Tells an expired grant from a wrong one. */
  accepted: boolean
}

const EXPIRY_MARGIN_MS = 10_000

/** Authorizes calls to one registry. */
export class Authorizer {
  private challenge: Challenge | undefined
  private login: Promise<RegistryCredentials | undefined> | undefined
  private expected: Promise<void> | undefined
  private hasNoCredentials = false
  private readonly grants = new Map<string, Promise<Grant | undefined>>()

  constructor(
    private readonly origin: URL,
    private readonly source: LoginSource,
    private readonly runtime: { readonly http: HttpClient; readonly clock: Clock },
  ) {
    this.challenge = source.challenge
  }

  /** Only ECR's challenge is known before the first request. */
  get isEcr(): boolean {
    return this.source.challenge !== undefined
  }

  /** True after tokens were requested without credentials. */
  get isAnonymous(): boolean {
    return this.hasNoCredentials
  }

  /** Whether there are credentials, even if the challenge prevents their use. */
  async hasCredentials(): Promise<boolean> {
    return (await this.credentials().catch(() => undefined)) !== undefined
  }

  setChallenge(challenge: Challenge | undefined): void {
    this.challenge = challenge ?? this.challenge
  }

  /** Takes the answer to a request for the challenge. */
  expectChallenge(answer: Promise<Challenge | undefined>): void {
    this.expected = answer.then(
      (challenge) => {
        this.setChallenge(challenge)
      },
      () => undefined,
    )
  }

  /** Returns undefined before the first challenge. */
  async header(scopes: readonly string[]): Promise<string | undefined> {
    if (this.challenge === undefined && this.expected !== undefined) {
      // Some registries hide content from anonymous calls instead of refusing them.
      const isAnonymous = await this.credentials().then(
        (credentials) => credentials === undefined,
        () => false,
      )
      if (!isAnonymous) await this.expected
    }
    if (this.challenge === undefined) return undefined
    const key = this.challenge.scheme === 'basic' ? '' : scopes.join(' ')
    const pending = this.grants.get(key)
    const current = await pending
    if (current !== undefined && current.expiresAtMs > this.runtime.clock.now()) return current.header
    // A concurrent call may have replaced it already.
    if (current !== undefined && this.grants.get(key) === pending) this.grants.delete(key)
    const grant = this.grants.get(key) ?? this.obtainGrant(this.challenge, scopes)
    this.grants.set(key, grant)
    // Only concurrent calls share a failure.
    grant.catch(() => this.grants.delete(key))
    return (await grant)?.header
  }

  async markAccepted(header: string): Promise<void> {
    for (const pending of this.grants.values()) {
      const grant = await pending.catch(() => undefined)
      if (grant?.header === header) grant.accepted = true
    }
  }

  /** Discards the rejected grant. @returns whether another attempt can send something new */
  async handleRefusal(
    challenge: Challenge | undefined,
    { header, scopes }: { header: string | undefined; scopes: readonly string[] },
  ): Promise<boolean> {
    if (header === undefined) {
      this.setChallenge(challenge)
      return (await this.header(scopes)) !== undefined
    }
    for (const [key, pending] of this.grants) {
      const grant = await pending.catch(() => undefined)
      if (grant?.header !== header) continue
      if (!grant.accepted) return false
      this.grants.delete(key)
      this.login = undefined
    }
    return true
  }

  private credentials(): Promise<RegistryCredentials | undefined> {
    this.login ??= this.source.credentials().catch((error: unknown) => {
      this.login = undefined
      throw error
    })
    return this.login
  }

  private async obtainGrant(challenge: Challenge, scopes: readonly string[]): Promise<Grant | undefined> {
    const credentials = await this.credentials()
    this.hasNoCredentials = credentials === undefined
    if (challenge.scheme === 'bearer') return this.fetchBearerGrant(challenge, credentials, scopes)
    if (credentials === undefined || !('password' in credentials)) return undefined
    return { header: basicAuthorization(credentials, this.source), expiresAtMs: Infinity, accepted: false }
  }

  private async fetchBearerGrant(
    challenge: BearerChallenge,
    credentials: RegistryCredentials | undefined,
    scopes: readonly string[],
  ): Promise<Grant> {
    const { token, lifeMs } = await fetchToken(
      this.tokenServiceUrl(challenge.realm),
      { challenge, credentials, scopes, login: this.source },
      this.runtime,
    )
    const margin = Math.min(EXPIRY_MARGIN_MS, lifeMs / 2)
    return {
      header: `Bearer ${token}`,
      expiresAtMs: this.runtime.clock.now() + lifeMs - margin,
      accepted: false,
    }
  }

  /** Token services receive credentials, so loopback and plain HTTP are rejected. */
  private tokenServiceUrl(text: string): URL {
    const url = URL.canParse(text, this.origin.href) ? new URL(text, this.origin) : undefined
    if (url && isSafeRedirect(this.origin, url)) return url
    const message = `requires a token from '${toPrintableLine(text)}', which is not an HTTPS URL; nothing was sent there`
    throw new HttpError({ method: 'GET', url: this.origin, message, transient: false })
  }
}
