import { setMaxListeners } from 'node:events'
import http from 'node:http'
import type { LookupFunction } from 'node:net'
import { networkError } from './network-error'
import { isLoopback, mayLeadTo } from '../text/image-reference'
import { FastAgent } from './agent'
import type { HttpRequest } from './request'
import { toPrintableLine } from '../text/sanitize'
import { HttpError } from './error'

export interface HttpAnswer {
  readonly response: http.IncomingMessage
  /** Who answered in the end, after redirects. */
  readonly url: URL
}

export interface HttpOptions {
  readonly idleTimeoutMs: number
  /** The proxy for an address, from HTTPS_PROXY and NO_PROXY. */
  proxyUrl?(url: URL): string | undefined
  readonly lookup?: LookupFunction
  readonly ca?: string
}

const MAX_REDIRECTS = 5
export const REDIRECTS: readonly number[] = [301, 302, 303, 307, 308]

/** HTTP/1.1 with kept connections: TLS for all but loopback, redirects that leave the credentials behind. */
export class Http {
  private readonly agents = new Map<string, Promise<http.Agent>>()

  /** Reaches a proxy that was asked for a tunnel and never answered. */
  private readonly closing = new AbortController()

  constructor(private readonly options: HttpOptions) {
    setMaxListeners(0, this.closing.signal)
  }

  /**
   * Sends one request; redirects of GET and HEAD are followed, without credentials once the origin changes.
   *
   * @throws HttpError when no answer came; its `transient` says whether another try may help
   */
  async send(request: HttpRequest, redirects = 0): Promise<HttpAnswer> {
    const response = await this.exchange(request)
    const location = response.headers.location
    const follows = request.redirect !== 'manual' && (request.method === 'GET' || request.method === 'HEAD')
    if (!follows || location === undefined || !REDIRECTS.includes(response.statusCode ?? 0)) {
      return { response, url: request.url }
    }
    response.resume()
    if (redirects >= MAX_REDIRECTS) throw failure(request, `more than ${MAX_REDIRECTS} redirects`)
    const url = redirectTarget(request, location)
    const headers = url.origin === request.url.origin ? request.headers : withoutCredentials(request.headers)
    return this.send({ ...request, url, ...(headers && { headers }) }, redirects + 1)
  }

  /** Closes the kept connections, so that the process can end. */
  async close(): Promise<void> {
    this.closing.abort()
    for (const agent of this.agents.values()) (await agent).destroy()
  }

  private async exchange({
    method,
    url,
    headers,
    body,
    idleTimeoutMs = this.options.idleTimeoutMs,
  }: HttpRequest): Promise<http.IncomingMessage> {
    const agent = await this.agentFor(url)
    const client = url.protocol === 'http:' ? http : await import('node:https')
    const { ca } = this.options
    const given = { 'accept-encoding': 'identity', ...headers }
    const request = client.request(url, { method, agent, headers: given, ...(ca !== undefined && { ca }) })
    return new Promise((resolve, reject) => {
      const fail = (error: unknown): void => {
        reject(networkError({ method, url }, error))
      }
      request.on('error', fail)
      endWhenIdle(request, idleTimeoutMs, fail)
      request.once('response', (response) => {
        // An answer before the end of the body is a refusal; the rest of the body has no taker.
        if (!request.writableEnded) response.once('end', () => request.destroy())
        resolve(response)
      })
      if (body === undefined || Buffer.isBuffer(body)) request.end(body)
      else
        pump(body, request).catch((error: unknown) => {
          request.destroy()
          // What the source of the bytes has to say goes up as it is.
          reject(error instanceof Error ? error : new Error(String(error)))
        })
    })
  }

  private agentFor(url: URL): Promise<http.Agent> {
    const proxy = isLoopback(url.hostname) ? undefined : this.options.proxyUrl?.(url)
    const key = `${url.protocol} ${proxy ?? ''}`
    const agent = this.agents.get(key) ?? this.openAgent(url.protocol, proxy)
    this.agents.set(key, agent)
    return agent
  }

  private async openAgent(protocol: string, proxy: string | undefined): Promise<http.Agent> {
    const { lookup, ca } = this.options
    const options = { keepAlive: true, ...(lookup && { lookup }), ...(ca !== undefined && { ca }) }
    if (proxy !== undefined) {
      const { HttpsProxyAgent } = await import('https-proxy-agent')
      return new HttpsProxyAgent(proxy, { ...options, signal: this.closing.signal })
    }
    if (protocol === 'http:') return new FastAgent(options)
    const { FastTlsAgent } = await import('./tls-agent')
    return new FastTlsAgent(options)
  }
}

/** Ends a request on which nothing moves. Node itself counts only from the connection on. */
function endWhenIdle(request: http.ClientRequest, limitMs: number, fail: (error: Error) => void): void {
  let answer: http.IncomingMessage | undefined
  const end = (): void => {
    const error = new Error(`nothing moved for ${limitMs / 1000} s`)
    // The reader of an answer is told by the answer; a request that has no connection yet tells nobody.
    answer?.destroy(error)
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
  request.once('response', (response) => {
    answer = response
  })
  request.once('close', opened)
  request.setTimeout(limitMs, end)
}

function withoutCredentials(headers: HttpRequest['headers'] = {}): Record<string, string> {
  return Object.fromEntries(Object.entries(headers).filter(([name]) => name !== 'authorization'))
}

async function pump(chunks: AsyncIterable<Buffer>, request: http.ClientRequest): Promise<void> {
  const answer = new AbortController()
  request.once('response', () => {
    answer.abort()
  })
  for await (const chunk of chunks) {
    if (answer.signal.aborted || request.destroyed) return
    if (!request.write(chunk)) await movable(request)
  }
  request.end()
}

/** Settles when more can be written, or when nothing ever will be. */
function movable(request: http.ClientRequest): Promise<void> {
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

function redirectTarget(request: HttpRequest, location: string): URL {
  const url = URL.canParse(location, request.url.href) ? new URL(location, request.url) : undefined
  if (url === undefined)
    throw failure(request, `redirects to '${toPrintableLine(location)}', which is no address`)
  if (mayLeadTo(request.url, url)) return url
  throw failure(
    request,
    `redirects to ${toPrintableLine(url.origin)}, which is not safe to follow (only HTTPS is)`,
  )
}

function failure({ method, url }: Pick<HttpRequest, 'method' | 'url'>, message: string): HttpError {
  return new HttpError({ method, url, message, transient: false })
}
