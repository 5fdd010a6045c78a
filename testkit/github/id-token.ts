import { randomUUID } from 'node:crypto'

export const ISSUER = 'https://token.actions.githubusercontent.com'

/** GitHub's ID tokens expire after five minutes. */
const LIFE_SECONDS = 300

/**
 * Creates a JWT in the format of GitHub's ID tokens, with an invalid signature and a unique `jti`.
 */
export function mintIdToken(audience: string, claims: Readonly<Record<string, unknown>>): string {
  const now = Math.floor(Date.now() / 1000)
  const payload = {
    jti: randomUUID(),
    iss: ISSUER,
    aud: audience,
    iat: now,
    nbf: now,
    exp: now + LIFE_SECONDS,
    repository: 'acme/langfuse',
    ref: 'refs/heads/main',
    sub: 'repo:acme/langfuse:ref:refs/heads/main',
    ...claims,
  }
  return [{ alg: 'RS256', typ: 'JWT', kid: 'fake' }, payload]
    .map((part) => Buffer.from(JSON.stringify(part)).toString('base64url'))
    .concat(Buffer.from('not a signature').toString('base64url'))
    .join('.')
}

export function readIdToken(token: string): Record<string, unknown> | undefined {
  try {
    return JSON.parse(Buffer.from(token.split('.')[1] ?? '', 'base64url').toString()) as Record<
      string,
      unknown
    >
  } catch {
    return undefined
  }
}
