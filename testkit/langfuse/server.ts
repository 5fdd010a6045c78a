import { type IncomingMessage, type ServerResponse, createServer } from 'node:http'
import { createServer as createTlsServer } from 'node:https'
import type { AddressInfo } from 'node:net'
import { buffer } from 'node:stream/consumers'
import { setTimeout as sleep } from 'node:timers/promises'
import type { Certificate } from '../network/certificate'
import { readExport } from './otlp'
import { parsedOrText, readSpans, type StoredSpan } from './spans'

export interface LangfuseFaults {
  /** A load balancer without healthy targets answers with a page. */
  readonly startsAfterMs?: number
  readonly databaseDown?: true
  /** Health and ready are as ever, and whatever comes with keys is never answered. */
  readonly redisDown?: true
  /** Healthy from the start, ready after this. */
  readonly readyAfterMs?: number
  /** A task of another version answers until then. */
  readonly oldVersion?: { readonly version: string; readonly untilMs: number }
  readonly redirectsTo?: string
  /** Something else answers with a page of its own, status 200. */
  readonly page?: true
  /** The first project, and its keys, come into being then. */
  readonly keysAfterMs?: number
  readonly projectsStatus?: number
  /** What an answer with status 207 has as its errors. */
  readonly errors?: readonly Readonly<Record<string, unknown>>[]
  /** Status of that many answers to a trace. */
  readonly sendFails?: { readonly status: number; readonly times: number; readonly message: string }
  readonly rejects?: string
  readonly neverReadable?: true
  /** Status of each answer to a read; 500 as where nothing listens at ClickHouse's address. */
  readonly readStatus?: number
  /** Fields that a generation loses on its way. */
  readonly loses?: readonly string[]
  readonly deleteStatus?: number
  /** Each answer takes that long, by the clock on the wall. */
  readonly slowMs?: number
}

export interface LangfuseOptions {
  readonly version?: string
  /** Of v4: which tables it writes. */
  readonly mode?: 'events_only' | 'dual' | 'legacy'
  readonly readableAfterMs?: number
  readonly faults?: LangfuseFaults
  readonly keys?: typeof KEYS
  readonly now?: () => number
  readonly certificate?: Certificate
}

export interface LangfuseRequest {
  readonly method: string
  readonly path: string
  readonly headers: IncomingMessage['headers']
  readonly status: number
}

const KEYS = { publicKey: 'pk-lf-1234', secretKey: 'sk-lf-very-secret-5678' }
const NEGATIVE_CACHE_MS = 300_000
const DUAL_WRITE_MS = 600_000
const PAGE = '<!DOCTYPE html><html><body>503 Service Temporarily Unavailable</body></html>'

type Reply = readonly [status: number, body: unknown, headers?: Record<string, string>]

/**
 * Langfuse's published API in process, as v3 and v4 answer: health, ready, projects, OTLP traces, and the two paths by
 * which a trace is read. Traces become readable with time, and a secret key that came with an unknown public key stays
 * unknown for five minutes.
 */
export class FakeLangfuse {
  readonly keys: typeof KEYS
  readonly requests: LangfuseRequest[] = []
  /** Observations by the ids of trace and span. */
  readonly spans = new Map<string, StoredSpan & { readonly readableAtMs: number }>()
  /** End of the time for which a secret key is remembered as unknown. */
  private readonly unknownUntil = new Map<string, number>()
  private readonly now: () => number
  private readonly startMs: number
  private readonly server

  private constructor(private readonly options: LangfuseOptions) {
    this.keys = options.keys ?? KEYS
    this.now = options.now ?? ((): number => performance.now())
    this.startMs = this.now()
    const serve = (from: IncomingMessage, to: ServerResponse): void =>
      void this.serve(from, to).catch(() => to.destroy())
    this.server = options.certificate ? createTlsServer(options.certificate, serve) : createServer(serve)
  }

  static async start(options: LangfuseOptions = {}): Promise<FakeLangfuse> {
    const langfuse = new FakeLangfuse(options)
    await new Promise<void>((resolve) => langfuse.server.listen(0, '127.0.0.1', resolve))
    return langfuse
  }

  get port(): number {
    return (this.server.address() as AddressInfo).port
  }

  get url(): string {
    return `http://127.0.0.1:${this.port}`
  }

  async stop(): Promise<void> {
    this.server.closeAllConnections()
    await new Promise((resolve) => this.server.close(resolve))
  }

  private get faults(): LangfuseFaults {
    return this.options.faults ?? {}
  }

  private get ageMs(): number {
    return this.now() - this.startMs
  }

  private get version(): string {
    const { oldVersion } = this.faults
    if (oldVersion !== undefined && this.ageMs < oldVersion.untilMs) return oldVersion.version
    return this.options.version ?? '3.225.11'
  }

  private get isV4(): boolean {
    return this.version.startsWith('4.')
  }

  private get mode(): 'v3' | 'events_only' | 'dual' | 'legacy' {
    return this.isV4 ? (this.options.mode ?? 'events_only') : 'v3'
  }

  private async serve(from: IncomingMessage, to: ServerResponse): Promise<void> {
    const { method = '', url: path = '', headers } = from
    const body = await buffer(from)
    if (this.faults.slowMs !== undefined) await sleep(this.faults.slowMs)
    if (this.faults.redisDown && headers.authorization !== undefined) return
    const [status, answer, more] = this.reply({ method, path, headers, body })
    this.requests.push({ method, path, headers, status })
    const isPage = typeof answer === 'string'
    to.writeHead(status, { 'content-type': isPage ? 'text/html' : 'application/json', ...more })
    to.end(isPage ? answer : JSON.stringify(answer))
  }

  private reply(request: Omit<LangfuseRequest, 'status'> & { readonly body: Buffer }): Reply {
    const { startsAfterMs = 0, redirectsTo, page } = this.faults
    const { pathname } = new URL(request.path, 'http://localhost')
    if (redirectsTo !== undefined) return [301, PAGE, { location: `${redirectsTo}${pathname}` }]
    if (page) return [200, '<html><body>Welcome to nginx</body></html>']
    if (this.ageMs < startsAfterMs) return [503, PAGE]
    if (pathname === '/api/public/health') return this.health()
    if (pathname === '/api/public/ready') return this.ready()
    if (!this.isKnown(request.headers.authorization))
      return [401, { message: "Invalid credentials. Confirm that you've configured the correct host." }]
    if (pathname === '/api/public/projects') return this.projects()
    if (pathname === '/api/public/otel/v1/traces' && request.method === 'POST') return this.take(request)
    if (pathname === '/api/public/v2/observations')
      return this.observations(new URL(request.path, 'http://localhost'))
    const [, traceId] = /^\/api\/public\/traces\/(\w+)$/.exec(pathname) ?? []
    if (traceId === undefined) return [404, { message: 'Not Found', error: 'LangfuseNotFoundError' }]
    return request.method === 'DELETE' ? this.remove(traceId) : this.trace(traceId)
  }

  private health(): Reply {
    const { version } = this
    if (this.faults.databaseDown) return [503, { status: 'Database not available', version }]
    return [200, { status: 'OK', version }]
  }

  private ready(): Reply {
    const { version } = this
    if (this.ageMs >= (this.faults.readyAfterMs ?? 0)) return [200, { status: 'OK', version }]
    return [500, { status: 'SIGTERM / SIGINT received, shutting down', version }]
  }

  /** Looks for the hash of the secret key first: where it is known, any public key will do. */
  private isKnown(authorization = ''): boolean {
    const [, encoded = ''] = /^Basic (.+)$/.exec(authorization) ?? []
    const [publicKey = '', secretKey = ''] = Buffer.from(encoded, 'base64').toString().split(':')
    if (this.now() < (this.unknownUntil.get(secretKey) ?? 0)) return false
    const isThere = this.ageMs >= (this.faults.keysAfterMs ?? 0)
    if (isThere && secretKey === this.keys.secretKey) return true
    if (!isThere || publicKey !== this.keys.publicKey)
      this.unknownUntil.set(secretKey, this.now() + NEGATIVE_CACHE_MS)
    return false
  }

  private projects(): Reply {
    const { projectsStatus } = this.faults
    if (projectsStatus !== undefined) return [projectsStatus, { message: 'Internal server error' }]
    const organization = { id: 'organization-1', name: 'My organization' }
    return [200, { data: [{ id: 'project-1', name: 'My | project', organization, metadata: {} }] }]
  }

  private take({ headers, body }: { headers: IncomingMessage['headers']; body: Buffer }): Reply {
    const { errors, sendFails, rejects } = this.faults
    const resourceSpans = readExport(headers, body)
    if (typeof resourceSpans === 'string') return [400, { error: resourceSpans }]
    if (resourceSpans.length === 0) return [200, {}]
    const ingestion = headers['x-langfuse-ingestion-version']
    if (!(Number(ingestion ?? 0) <= 4)) return [400, { error: 'Unsupported x-langfuse-ingestion-version' }]
    const tries = this.requests.filter(({ path }) => path.endsWith('/otel/v1/traces')).length
    if (sendFails !== undefined && tries < sendFails.times)
      return [sendFails.status, { message: 'Internal Server Error', error: sendFails.message }]
    const spans = readSpans(resourceSpans)
    if (typeof spans === 'string') return [400, { error: spans }]
    if (errors !== undefined) return [207, { successes: [], errors }]
    if (rejects !== undefined) return [200, { partialSuccess: { rejectedSpans: '1', errorMessage: rejects } }]
    const isDelayed = this.isV4 && this.mode === 'dual' && ingestion !== '4'
    const delayMs = isDelayed ? DUAL_WRITE_MS : (this.options.readableAfterMs ?? 0)
    for (const span of spans) {
      const readableAtMs = this.now() + delayMs
      this.spans.set(`${span.traceId}/${span.spanId}`, { ...span, readableAtMs })
    }
    return [200, {}]
  }

  private observations(url: URL): Reply {
    if (this.mode === 'v3' || this.mode === 'legacy') {
      const message = 'The observations v2 API is only available in a Langfuse v4 write mode.'
      return [404, { message, error: 'LangfuseNotFoundError' }]
    }
    if (this.faults.readStatus !== undefined) return this.unreadable(this.faults.readStatus)
    const from = new Date(url.searchParams.get('fromStartTime') ?? 0).getTime()
    const fields = url.searchParams.get('fields') ?? ''
    const asked = this.readable(url.searchParams.get('traceId') ?? '').filter(
      ({ startMs }) => startMs >= from,
    )
    return [200, { data: asked.map((span) => this.fieldsOf(span, fields)), meta: {} }]
  }

  private fieldsOf(span: StoredSpan, fields: string): Record<string, unknown> {
    const { spanId: id, traceId, model, input, output, usageDetails, type } = span
    const groups = { io: { input, output }, model: { providedModelName: model }, usage: { usageDetails } }
    const asked = Object.entries(groups).filter(([group]) => fields.split(',').includes(group))
    return this.lossy({
      id,
      traceId,
      type,
      ...Object.fromEntries(asked.flatMap(([, group]) => Object.entries(group))),
    })
  }

  private trace(traceId: string): Reply {
    if (this.mode === 'events_only') {
      const where = 'on deployments running in Langfuse v4 events_only mode'
      return [404, { message: `This endpoint is not available ${where}.` }]
    }
    if (this.faults.readStatus !== undefined) return this.unreadable(this.faults.readStatus)
    const spans = this.readable(traceId)
    if (spans.length === 0)
      return [
        404,
        { message: `Trace ${traceId} not found within authorized project`, error: 'LangfuseNotFoundError' },
      ]
    const observations = spans.map(({ spanId: id, model, input, output, usageDetails, type }) => {
      const io = { input: parsedOrText(input), output: parsedOrText(output) }
      return this.lossy({ id, traceId, type, model, usageDetails, ...io })
    })
    return [200, { id: traceId, observations }]
  }

  private lossy(fields: Record<string, unknown>): Record<string, unknown> {
    return Object.fromEntries(Object.entries(fields).filter(([name]) => !this.faults.loses?.includes(name)))
  }

  private readable(traceId: string): StoredSpan[] {
    if (this.faults.neverReadable) return []
    const now = this.now()
    return [...this.spans.values()].filter((span) => span.traceId === traceId && now >= span.readableAtMs)
  }

  private unreadable(status: number): Reply {
    if (status === 500)
      return [status, { message: 'Internal Server Error', error: 'connect ECONNREFUSED 127.0.0.1:8123' }]
    return [status, { message: 'Request is taking too long to process.', error: 'Request timed out' }]
  }

  private remove(traceId: string): Reply {
    const { deleteStatus } = this.faults
    if (deleteStatus !== undefined) return [deleteStatus, { message: 'Access denied' }]
    for (const key of this.spans.keys()) if (key.startsWith(`${traceId}/`)) this.spans.delete(key)
    return [200, { message: 'Trace deleted successfully' }]
  }
}
