import { textAt } from '../text/json'

/** `@actions/core` waits three minutes for a silent server. */
const TIMEOUT_MS = 20_000

export interface IdTokenOptions {
  readonly env: NodeJS.ProcessEnv
  /** Removes a secret from all later log output. */
  readonly mask: (secret: string) => void
  readonly timeoutMs?: number
}

/**
 * Requests an ID token of the job from GitHub, once.
 *
 * @throws Error without `permissions: id-token: write`, and if the server does not answer with a token
 * @see https://docs.github.com/actions/reference/security/oidc
 */
export async function requestIdToken(
  audience: string,
  { env, mask, timeoutMs = TIMEOUT_MS }: IdTokenOptions,
): Promise<string> {
  const { HttpClient } = await import('@actions/http-client')
  const { BearerCredentialHandler } = await import('@actions/http-client/lib/auth')
  const address = required(env, 'ACTIONS_ID_TOKEN_REQUEST_URL')
  const handler = new BearerCredentialHandler(required(env, 'ACTIONS_ID_TOKEN_REQUEST_TOKEN'))
  const client = new HttpClient('langfuse-deploy', [handler], { socketTimeout: timeoutMs })
  const url = new URL(address)
  url.searchParams.set('audience', audience)
  const { result } = await client.getJson<unknown>(url.href)
  const token = textAt(result, 'value')
  if (token === undefined || token === '') throw new Error('the answer has no token')
  mask(token)
  return token
}

function required(env: NodeJS.ProcessEnv, name: string): string {
  const value = env[name]
  if (value === undefined || value === '') throw new Error(`Unable to get ${name} env variable`)
  return value
}
