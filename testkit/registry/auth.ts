import { randomBytes } from 'node:crypto'
import { collect, json, registryError, text, type Answer, type Call } from './answer'

export type Auth = { readonly kind: 'none' } | BasicAuth | BearerAuth | EcrAuth

export interface BasicAuth {
  readonly kind: 'basic'
  readonly user: string
  readonly password: string
}

export interface BearerAuth {
  readonly kind: 'bearer'
  /** Without a user, only anonymous tokens are issued. */
  readonly user?: string
  readonly password?: string
  /** Whether a client without credentials receives a pull token. */
  readonly anonymous?: boolean
  /** Refresh token that the token endpoint accepts, as stored by `docker login`. */
  readonly identityToken?: string
  /** Realm of the challenge; default: this server's /token. */
  readonly realm?: string
  /** Registry whose tokens are valid here and whose /token is the realm. */
  readonly issuer?: { readonly origin: string; readonly authority: Authority }
  readonly service?: string
  readonly lifeMs?: number
  readonly requests?: number
}

export interface EcrAuth {
  readonly kind: 'ecr'
  /** Whether a password of the user `AWS` is valid; default: any. */
  readonly password?: (password: string) => boolean
  readonly requests?: number
}

/** A permission: an action on a repository. `GET /v2/` needs none. */
export interface Access {
  readonly repository: string
  readonly action: 'pull' | 'push'
}

interface Token {
  readonly scopes: ReadonlySet<string>
  readonly expiresAt: number
  requests: number
}

export class Authority {
  private readonly tokens = new Map<string, Token>()
  private readonly passwordUses = new Map<string, number>()

  constructor(private readonly auth: Auth) {}

  /** Expires all tokens and ECR passwords used so far. */
  expireAll(): void {
    this.tokens.clear()
    for (const password of this.passwordUses.keys()) this.passwordUses.set(password, Infinity)
  }

  check(call: Call, needed: readonly Access[]): Answer | undefined {
    const header = call.header('authorization') ?? ''
    switch (this.auth.kind) {
      case 'none':
        return undefined
      case 'basic':
        return header === basic(this.auth.user, this.auth.password) ? undefined : BASIC_CHALLENGE
      case 'bearer':
        return this.checkBearer(this.auth, call, needed)
      case 'ecr':
        return this.checkEcr(this.auth, header)
    }
  }

  /** Token endpoint: GET with optional basic authentication, POST with an OAuth2 grant. */
  async token(call: Call): Promise<Answer> {
    if (this.auth.kind !== 'bearer') return registryError(404, 'NOT_FOUND', 'no token service here')
    return call.method === 'POST' ? this.grant(this.auth, call) : this.login(this.auth, call)
  }

  /** Checks expiry and scope of a token, and counts the use. */
  use(value: string): ReadonlySet<string> | undefined {
    const token = this.tokens.get(value)
    if (token === undefined || token.requests <= 0 || performance.now() > token.expiresAt) return undefined
    token.requests -= 1
    return token.scopes
  }

  private checkBearer(auth: BearerAuth, call: Call, needed: readonly Access[]): Answer | undefined {
    const header = call.header('authorization') ?? ''
    const scopes = header.startsWith('Bearer ')
      ? (auth.issuer?.authority ?? this).use(header.slice(7))
      : undefined
    if (scopes && needed.every(({ repository, action }) => scopes.has(`${repository}:${action}`)))
      return undefined
    const error = header === '' ? '' : `,error="${scopes ? 'insufficient_scope' : 'invalid_token'}"`
    const scope = needed.length > 0 ? `,scope="${scopeOf(needed)}"` : ''
    const realm = auth.realm ?? `${auth.issuer?.origin ?? call.origin}/token`
    const challenge = `Bearer realm="${realm}",service="${auth.service ?? SERVICE}"${scope}${error}`
    return registryError(401, 'UNAUTHORIZED', 'authentication required', { 'www-authenticate': challenge })
  }

  private checkEcr(auth: EcrAuth, header: string): Answer | undefined {
    const password = /^AWS:(.+)$/s.exec(decodeBasic(header))?.[1]
    if (password === undefined || !(auth.password?.(password) ?? true)) return ECR_CHALLENGE
    const uses = (this.passwordUses.get(password) ?? 0) + 1
    this.passwordUses.set(password, uses)
    return uses > (auth.requests ?? Infinity) ? ECR_EXPIRED : undefined
  }

  private login(auth: BearerAuth, call: Call): Answer {
    const header = call.header('authorization')
    const isUser = auth.user !== undefined && header === basic(auth.user, auth.password ?? '')
    if (header !== undefined && !isUser) return INCORRECT
    if (header === undefined && !auth.anonymous) return INCORRECT
    const offline = call.query.get('offline_token') === 'true' ? auth.identityToken : undefined
    return this.issue(auth, call.query.getAll('scope').join(' '), { isUser, offline })
  }

  private async grant(auth: BearerAuth, call: Call): Promise<Answer> {
    const form = new URLSearchParams((await collect(call)).toString())
    const isUser =
      form.get('grant_type') === 'refresh_token'
        ? auth.identityToken !== undefined && form.get('refresh_token') === auth.identityToken
        : auth.user !== undefined &&
          form.get('username') === auth.user &&
          form.get('password') === auth.password
    if (!isUser) return INCORRECT
    return this.issue(auth, form.get('scope') ?? '', { isUser, offline: auth.identityToken })
  }

  /** Grants the permitted part of the requested scope; anonymous clients may only pull. */
  private issue(
    auth: BearerAuth,
    asked: string,
    who: { isUser: boolean; offline: string | undefined },
  ): Answer {
    const pairs = asked.split(' ').flatMap((scope) => {
      const [, repository, actions] = /^repository:(.+):([^:]*)$/.exec(scope) ?? []
      const wanted = actions?.replace('*', 'pull,push').split(',') ?? []
      return wanted
        .filter((action) => who.isUser || action === 'pull')
        .map((action) => `${repository ?? ''}:${action}`)
    })
    const token = randomBytes(48).toString('base64url')
    const lifeMs = auth.lifeMs ?? 300_000
    const expiresAt = performance.now() + lifeMs
    this.tokens.set(token, { scopes: new Set(pairs), expiresAt, requests: auth.requests ?? Infinity })
    return json(200, {
      token,
      access_token: token,
      expires_in: Math.ceil(lifeMs / 1000),
      issued_at: new Date().toISOString(),
      ...(who.offline !== undefined && { refresh_token: who.offline }),
    })
  }
}

const SERVICE = 'fake-registry'
const ECR_REALM = 'Basic realm="https://fake.dkr.ecr.amazonaws.com/",service="ecr.amazonaws.com"'
const ECR_CHALLENGE = text(401, 'Not Authorized\n', { 'www-authenticate': ECR_REALM })
const ECR_EXPIRED = text(403, 'Your authorization token has expired. Reauthenticate and try again.')
const BASIC_CHALLENGE = registryError(401, 'UNAUTHORIZED', 'authentication required', {
  'www-authenticate': 'Basic realm="fake registry"',
})
const INCORRECT = json(401, { details: 'incorrect username or password' })

export const basic = (user: string, password: string): string =>
  `Basic ${Buffer.from(`${user}:${password}`).toString('base64')}`

const decodeBasic = (header: string): string =>
  header.startsWith('Basic ') ? Buffer.from(header.slice(6), 'base64').toString() : ''

function scopeOf(needed: readonly Access[]): string {
  const repositories = [...new Set(needed.map(({ repository }) => repository))]
  const actionsOn = (name: string): string =>
    needed
      .filter(({ repository }) => repository === name)
      .map(({ action }) => action)
      .join(',')
  return repositories.map((name) => `repository:${name}:${actionsOn(name)}`).join(' ')
}
