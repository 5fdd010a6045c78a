import http from 'node:http'
import { IdleTimeout, networkError } from './network-error'
import { isLoopback, isSafeRedirect } from '../text/url'
import { Agents, type ConnectionSettings } from './agents'
import { BulkClient } from './bulk-client'
import type { HttpRequest, HttpResponse } from './request'
import { SlabPool } from './slabs'
import { toPrintableLine } from '../text/sanitize'
import { HttpError } from './error'

/** A response, after redirects. */
export interface HttpResult {
  readonly response: HttpResponse
  readonly url: URL
}

/** Options of {@link HttpClient}. */
export interface HttpOptions extends ConnectionSettings {
  readonly idleTimeoutMs: number
  /** Applies HTTPS_PROXY and NO_PROXY. */
  proxyUrl?(url: URL): string | undefined
  /** Waits until a host may be sent a request. */
  waitForTurn?(host: string): Promise<void>
}

const MAX_REDIRECTS = 5
/** Signed URLs and tokens in headers exceed Node's default of 16 KiB. */
const MAX_HEADER_BYTES = 128 * 1024
/** Status codes of redirects (RFC 9110 §15.4). */
export const REDIRECT_STATUSES: readonly number[] = [301, 302, 303, 307, 308]

/** HTTP/1.1 client with keep-alive. */
export class HttpClient {
  private readonly agents: Agents
  private readonly slabs = new SlabPool()
  private readonly bulk: BulkClient

  constructor(private readonly options: HttpOptions) {
    this.agents = new Agents(options)
    this.bulk = new BulkClient({ slabs: this.slabs, lookup: options.lookup, ca: options.ca })
  }

  /**
   * Sends a request and follows redirects of GET and HEAD, to another origin without credentials.
   *
   * @throws HttpError without a response
   */
  async send(request: HttpRequest, redirects = 0): Promise<HttpResult> {
    await this.options.waitForTurn?.(request.url.host)
    const response = (await this.exchangeBulk(request)) ?? (await this.exchange(request))
    const location = response.headers.location
    const follows = request.redirect !== 'manual' && (request.method === 'GET' || request.method === 'HEAD')
    if (!follows || location === undefined || !REDIRECT_STATUSES.includes(response.statusCode ?? 0)) {
      return { response, url: request.url }
    }
    response.resume()
    if (redirects >= MAX_REDIRECTS) throw permanentError(request, `more than ${MAX_REDIRECTS} redirects`)
    const url = parseRedirect(request, location)
    const headers = url.origin === request.url.origin ? request.headers : withoutCredentials(request.headers)
    return this.send({ ...request, url, ...(headers && { headers }) }, redirects + 1)
  }

  /** Opens connections for later requests, until a number of each kind is unused; errors are left to the requests. */
  prepare(url: URL, { bulk = 0, other = 0 }: { readonly bulk?: number; readonly other?: number }): void {
    if (this.proxyOf(url) !== undefined) return
    if (bulk > 0) this.bulk.prepare(url, bulk).catch(() => undefined)
    if (other > 0) this.agents.prepare(url, other).catch(() => undefined)
  }

  /** Closes idle connections, which keep the process alive. */
  async close(): Promise<void> {
    this.bulk.close()
    await this.agents.destroy()
  }

  /** Returns undefined for a request that Node's client must send. */
  private async exchangeBulk({
    method,
    url,
    headers,
    bulk,
    idleTimeoutMs = this.options.idleTimeoutMs,
  }: HttpRequest): Promise<HttpResponse | undefined> {
    if (bulk === undefined || method !== 'GET' || this.proxyOf(url) !== undefined) return undefined
    const given = { 'accept-encoding': 'identity', ...headers }
    try {
      return await this.bulk.get({ url, headers: given, idleTimeoutMs, content: bulk })
    } catch (error) {
      throw networkError({ method, url }, error)
    }
  }

  private async exchange({
    method,
    url,
    headers,
    body,
    idleTimeoutMs = this.options.idleTimeoutMs,
  }: HttpRequest): Promise<http.IncomingMessage> {
    const agent = await this.agents.for(url, this.proxyOf(url))
    const client = url.protocol === 'http:' ? http : await import('node:https')
    const { ca } = this.options
    const given = { 'accept-encoding': 'identity', ...headers }
    const request = client.request(url, {
      method,
      agent,
      headers: given,
      maxHeaderSize: MAX_HEADER_BYTES,
      ...(ca !== undefined && { ca }),
    })
    return new Promise((resolve, reject) => {
      const fail = (error: unknown): void => {
        reject(networkError({ method, url }, error))
      }
      request.on('error', fail)
      endWhenIdle(request, idleTimeoutMs, fail)
      request.once('response', (response) => {
        // With an early response, the server reads no more of the body.
        if (!request.writableEnded) response.once('end', () => request.destroy())
        resolve(response)
      })
      if (body === undefined || Buffer.isBuffer(body)) request.end(body)
      else
        writeBody(body, request, this.slabs).catch((error: unknown) => {
          request.destroy()
          // An error of the body's source is not a network error.
          reject(error instanceof Error ? error : new Error(String(error)))
        })
    })
  }

  private proxyOf(url: URL): string | undefined {
    return isLoopback(url.hostname) ? undefined : this.options.proxyUrl?.(url)
  }
}

// Node's own timeout starts only with the connection.
function endWhenIdle(request: http.ClientRequest, limitMs: number, fail: (error: Error) => void): void {
  let response: http.IncomingMessage | undefined
  const end = (): void => {
    const error = new IdleTimeout(limitMs)
    // A request without a connection emits no error.
    response?.destroy(error)
    request.destroy(error)
    fail(error)
  }
  const opening = setTimeout(end, limitMs)
  const opened = (): void => {
    clearTimeout(opening)
  }
  request.once('socket', (socket) => {
    if (socket.connecting) socket.once('connect', opened)
    else opened()
  })
  request.once('response', (message) => {
    response = message
  })
  request.once('close', opened)
  request.setTimeout(limitMs, end)
}

function withoutCredentials(headers: HttpRequest['headers'] = {}): Record<string, string> {
  return Object.fromEntries(Object.entries(headers).filter(([name]) => name !== 'authorization'))
}

async function writeBody(
  chunks: AsyncIterable<Buffer>,
  request: http.ClientRequest,
  slabs: SlabPool,
): Promise<void> {
  const rejection = new AbortController()
  request.once('response', () => {
    rejection.abort()
  })
  for await (const chunk of chunks) {
    if (rejection.signal.aborted || request.destroyed) return
    const written = (error?: Error | null): void => {
      // After an error the kernel may still read the bytes.
      if (!error) slabs.release(chunk)
    }
    if (!request.write(chunk, written)) await waitForDrain(request)
  }
  request.end()
}

/** Resolves when the request can take more, or has ended. */
function waitForDrain(request: http.ClientRequest): Promise<void> {
  return new Promise((resolve) => {
    const events = ['drain', 'response', 'error', 'close']
    const settle = (): void => {
      for (const event of events) request.off(event, settle)
      resolve()
    }
    for (const event of events) request.on(event, settle)
    if (request.destroyed) settle()
  })
}

function parseRedirect(request: HttpRequest, location: string): URL {
  const url = URL.canParse(location, request.url.href) ? new URL(location, request.url) : undefined
  if (url === undefined)
    throw permanentError(request, `redirects to '${toPrintableLine(location)}', which is not a URL`)
  if (isSafeRedirect(request.url, url)) return url
  throw permanentError(
    request,
    `redirects to ${toPrintableLine(`${url.protocol}//${url.host}`)}, which is not followed: it is not HTTPS`,
  )
}

function permanentError({ method, url }: Pick<HttpRequest, 'method' | 'url'>, message: string): HttpError {
  return new HttpError({ method, url, message, transient: false })
}
