import type { AwsSession, Credentials } from './credentials'
import { createHash, randomBytes, timingSafeEqual } from 'node:crypto'
import { once } from 'node:events'
import { type IncomingMessage, type ServerResponse, createServer } from 'node:http'
import type { AwsRuntime } from './client'
import { toPrintableLine } from '../text/sanitize'

export interface CredentialServer {
  /** For `AWS_CONTAINER_CREDENTIALS_FULL_URI`. */
  readonly uri: string
  /** For `AWS_CONTAINER_AUTHORIZATION_TOKEN`. */
  readonly token: string
  close(): Promise<void>
}

interface AccessSecrets {
  /** Other names than `127.0.0.1:port` would permit DNS rebinding. */
  readonly host: string
  readonly path: string
  readonly token: string
}

/**
 * Serves credentials to child processes, which renew them there.
 * https://docs.aws.amazon.com/sdkref/latest/guide/feature-container-credentials.html
 *
 * @returns undefined for ambient credentials, which child processes find themselves
 */
export async function serveCredentials(
  session: AwsSession,
  runtime: Pick<AwsRuntime, 'mask'>,
): Promise<CredentialServer | undefined> {
  const credentials = session.freshCredentials ?? session.credentials
  if (credentials === undefined) return undefined
  const path = `/${randomBytes(16).toString('base64url')}`
  const token = randomBytes(32).toString('base64url')
  for (const secret of [path, token]) runtime.mask(secret)

  const server = createServer()
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  const address = server.address()
  if (address === null || typeof address === 'string') throw new Error('The server on 127.0.0.1 has no port')
  const host = `127.0.0.1:${address.port}`
  server.on('request', (request, response) => {
    if (isAuthorized(request, { host, path, token })) void sendCredentials(response, credentials)
    else response.writeHead(403, { connection: 'close' }).end()
  })
  server.unref()
  return {
    uri: `http://${host}${path}`,
    token,
    close: async () => {
      const closed = new Promise((resolve) => server.close(resolve))
      server.closeAllConnections()
      await closed
    },
  }
}

function isAuthorized(
  { method, url, headers }: IncomingMessage,
  { host, path, token }: AccessSecrets,
): boolean {
  const isRightToken = isEqualConstantTime(headers.authorization ?? '', token)
  return isEqualConstantTime(url ?? '', path) && isRightToken && method === 'GET' && headers.host === host
}

/** `timingSafeEqual` requires equal lengths. */
function isEqualConstantTime(given: string, secret: string): boolean {
  const digest = (text: string): Buffer => createHash('sha256').update(text).digest()
  return timingSafeEqual(digest(given), digest(secret))
}

async function sendCredentials(
  response: ServerResponse,
  credentials: () => Promise<Credentials>,
): Promise<void> {
  const headers = { 'content-type': 'application/json', 'cache-control': 'no-store' }
  try {
    const { accessKeyId, secretAccessKey, sessionToken, expiration } = await credentials()
    const body = {
      AccessKeyId: accessKeyId,
      SecretAccessKey: secretAccessKey,
      Token: sessionToken,
      Expiration: expiration.toISOString(),
    }
    response.writeHead(200, headers).end(JSON.stringify(body))
  } catch (error) {
    response.writeHead(503, headers).end(JSON.stringify(errorBody(error)))
  }
}

/** Format that the SDKs display. */
function errorBody(error: unknown): { code: string; message: string } {
  if (!(error instanceof Error))
    return { code: 'CredentialsUnavailable', message: toPrintableLine(String(error)) }
  const code = 'code' in error && typeof error.code === 'string' ? error.code : error.name
  return { code: toPrintableLine(code), message: toPrintableLine(error.message) }
}
