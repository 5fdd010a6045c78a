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

interface Secrets {
  /** `127.0.0.1:port`: under any other name, a page in a browser could reach the server by DNS rebinding. */
  readonly host: string
  readonly path: string
  readonly token: string
}

/**
 * Serves a session's credentials to the programs that this process starts and that know the token,
 * as a container's credentials endpoint does: they ask again before what they have runs out, however long they run.
 * https://docs.aws.amazon.com/sdkref/latest/guide/feature-container-credentials.html
 *
 * Who it is not meant for gets the same empty answer, whatever is wrong with the request.
 *
 * @returns undefined for ambient credentials: what the step was given in its environment,
 * a program started with that environment finds and renews by itself
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
  if (address === null || typeof address === 'string') throw new Error('A server on 127.0.0.1 got no port')
  const host = `127.0.0.1:${address.port}`
  server.on('request', (request, response) => {
    if (isMeant(request, { host, path, token })) void answer(response, credentials)
    else response.writeHead(403, { connection: 'close' }).end()
  })
  // Whoever forgets to close it should not keep the process from ending.
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

function isMeant({ method, url, headers }: IncomingMessage, { host, path, token }: Secrets): boolean {
  const isRightToken = isSame(headers.authorization ?? '', token)
  return isSame(url ?? '', path) && isRightToken && method === 'GET' && headers.host === host
}

/** In the same time wherever the two differ, and of whatever length. */
function isSame(given: string, secret: string): boolean {
  const digest = (text: string): Buffer => createHash('sha256').update(text).digest()
  return timingSafeEqual(digest(given), digest(secret))
}

async function answer(response: ServerResponse, credentials: () => Promise<Credentials>): Promise<void> {
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
    response.writeHead(503, headers).end(JSON.stringify(failure(error)))
  }
}

/** The form in which the SDKs read a failure and show it. */
function failure(error: unknown): { code: string; message: string } {
  if (!(error instanceof Error))
    return { code: 'CredentialsUnavailable', message: toPrintableLine(String(error)) }
  const code = 'code' in error && typeof error.code === 'string' ? error.code : error.name
  return { code: toPrintableLine(code), message: toPrintableLine(error.message) }
}
