import type { Credentials } from './docker-config'
import type { Http } from '../http/client'
import { mayLeadTo } from '../text/image-reference'
import type { Clock } from '../http/retry'
import { basic, type BearerChallenge, type Challenge, fetchToken, type Login } from './token'
import { toPrintableLine } from '../text/sanitize'
import { HttpError } from '../http/error'

interface Grant {
  readonly header: string
  readonly expiresAtMs: number
  /** Whether the registry has taken it; one it never took is wrong, one it took has expired. */
  accepted: boolean
}

const EXPIRY_MARGIN_MS = 10_000

/** The authorization of one registry: what its challenge asks for, kept by scope, renewed when it runs out. */
export class Authorizer {
  private challenge: Challenge | undefined
  private login: Promise<Credentials | undefined> | undefined
  private readonly grants = new Map<string, Promise<Grant | undefined>>()

  constructor(
    private readonly origin: URL,
    private readonly source: Login,
    private readonly runtime: { readonly http: Http; readonly clock: Clock },
  ) {
    this.challenge = source.challenge
  }

  /** What the registry will ask for, known before it refuses anything. */
  learn(challenge: Challenge | undefined): void {
    this.challenge = challenge ?? this.challenge
  }

  /** The header to send for these scopes; undefined as long as the registry has not asked for any. */
  async header(scopes: readonly string[]): Promise<string | undefined> {
    if (this.challenge === undefined) return undefined
    const key = this.challenge.scheme === 'basic' ? '' : scopes.join(' ')
    const pending = this.grants.get(key)
    const kept = await pending
    if (kept !== undefined && kept.expiresAtMs > this.runtime.clock.now()) return kept.header
    // Whoever came first after it ran out has asked for the next one already.
    if (kept !== undefined && this.grants.get(key) === pending) this.grants.delete(key)
    const grant = this.grants.get(key) ?? this.obtain(this.challenge, scopes)
    this.grants.set(key, grant)
    // A failure to get one is told to those who wait for it, and not kept for those who come later.
    grant.catch(() => this.grants.delete(key))
    return (await grant)?.header
  }

  /** The registry took what was sent. */
  async accept(header: string): Promise<void> {
    for (const pending of this.grants.values()) {
      const grant = await pending.catch(() => undefined)
      if (grant?.header === header) grant.accepted = true
    }
  }

  /**
   * The registry refused what was sent (nothing, if undefined).
   *
   * @returns whether another try has something new to offer
   */
  async refuse(
    challenge: Challenge | undefined,
    { header, scopes }: { header: string | undefined; scopes: readonly string[] },
  ): Promise<boolean> {
    if (header === undefined) {
      this.learn(challenge)
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

  private async obtain(challenge: Challenge, scopes: readonly string[]): Promise<Grant | undefined> {
    this.login ??= this.source.credentials()
    const credentials = await this.login.catch((error: unknown) => {
      this.login = undefined
      throw error
    })
    if (challenge.scheme === 'bearer') return this.fetchToken(challenge, credentials, scopes)
    if (credentials === undefined || !('password' in credentials)) return undefined
    return { header: basic(credentials, this.source), expiresAtMs: Infinity, accepted: false }
  }

  private async fetchToken(
    challenge: BearerChallenge,
    credentials: Credentials | undefined,
    scopes: readonly string[],
  ): Promise<Grant> {
    const realm = this.realm(challenge.realm)
    const { token, lifeMs } = await fetchToken(
      realm,
      { challenge, credentials, scopes, login: this.source },
      this.runtime.http,
    )
    const margin = Math.min(EXPIRY_MARGIN_MS, lifeMs / 2)
    return {
      header: `Bearer ${token}`,
      expiresAtMs: this.runtime.clock.now() + lifeMs - margin,
      accepted: false,
    }
  }

  /** A registry may send its clients' credentials to its token service, but not to this machine or in the clear. */
  private realm(text: string): URL {
    const url = URL.canParse(text, this.origin.href) ? new URL(text, this.origin) : undefined
    if (url && mayLeadTo(this.origin, url)) return url
    const message = `asks for a token from '${toPrintableLine(text)}', which is not an HTTPS address; nothing was sent there`
    throw new HttpError({ method: 'GET', url: this.origin, message, transient: false })
  }
}
