import { type IncomingMessage, type ServerResponse, createServer } from 'node:http'
import { createServer as createTlsServer } from 'node:https'
import type { AddressInfo } from 'node:net'
import { buffer } from 'node:stream/consumers'
import { setTimeout as sleep } from 'node:timers/promises'
import { ClientApi } from './client-api'
import type { ApiKeys, LangfuseFaults, LangfuseOptions, Reply } from './options'
import { readExport } from './otlp'
import { SpanStore } from './span-store'
import { parsedOrText, readSpans, type StoredSpan } from './spans'

export type { LangfuseFaults, LangfuseOptions } from './options'

export interface LangfuseRequest {
  readonly method: string
  readonly path: string
  readonly headers: IncomingMessage['headers']
  readonly status: number
}

const KEYS: ApiKeys = { publicKey: 'pk-lf-1234', secretKey: 'sk-lf-very-secret-5678' }
const NEGATIVE_CACHE_MS = 300_000
const DUAL_WRITE_MS = 600_000
const DELETED_AFTER_MS = { v3: 60_000, v4: 2_000 }
const INTERNAL_ERROR: Reply = [500, { message: 'Internal Server Error', error: 'An unknown error occurred' }]
const PAGE = '<!DOCTYPE html><html><body>503 Service Temporarily Unavailable</body></html>'

/**
 * In-process server with Langfuse's public API, which answers as v3 and v4 do: health, ready, projects, OTLP traces, the
 * two endpoints that read a trace, deletion, and the endpoints of {@link ClientApi}.
 */
export class FakeLangfuse {
  readonly keys: ApiKeys
  readonly requests: LangfuseRequest[] = []
  readonly clientApi: ClientApi
  private readonly store: SpanStore
  private readonly unknownUntil = new Map<string, number>()
  private readonly now: () => number
  private readonly startMs: number
  private readonly server

  private constructor(private readonly options: LangfuseOptions) {
    this.keys = options.keys ?? KEYS
    this.now = options.now ?? ((): number => performance.now())
    this.startMs = this.now()
    this.store = new SpanStore(this.now)
    this.clientApi = new ClientApi(() => this.url, options.prompts ?? {})
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

  /** Observations by the ids of trace and span, until a deletion takes effect. */
  get spans(): ReadonlyMap<string, StoredSpan> {
    return this.store.spans
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
    if (this.faults.silentPaths?.some((prefix) => path.startsWith(prefix))) return
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
    const { method, body } = request
    const url = new URL(request.path, 'http://localhost')
    if (pathname === '/api/public/health') return this.health(url)
    if (pathname === '/api/public/ready') return this.ready()
    if (method === 'PUT' && pathname.startsWith('/media-bucket/'))
      return this.clientApi.upload(pathname, body)
    if (this.faults.databaseDown) return INTERNAL_ERROR
    if (!this.isKnown(request.headers.authorization))
      return [401, { message: "Invalid credentials. Confirm that you've configured the correct host." }]
    if (pathname === '/api/public/projects') return this.projects()
    if (pathname === '/api/public/otel/v1/traces' && method === 'POST') return this.ingest(request)
    if (pathname === '/api/public/v2/observations') return this.observations(url)
    const [, traceId] = /^\/api\/public\/traces\/(\w+)$/.exec(pathname) ?? []
    if (traceId !== undefined) return method === 'DELETE' ? this.remove(traceId) : this.trace(traceId)
    const reply = this.clientApi.reply(method, pathname, body, this.mode === 'events_only')
    return reply ?? [404, { message: 'Not Found', error: 'LangfuseNotFoundError' }]
  }

  private health({ searchParams }: URL): Reply {
    const { version } = this
    if (this.faults.databaseDown && searchParams.get('failIfDatabaseUnavailable') === 'true')
      return [503, { status: 'Database not available', version }]
    return [200, { status: 'OK', version }]
  }

  private ready(): Reply {
    const { version } = this
    if (this.ageMs >= (this.faults.readyAfterMs ?? 0)) return [200, { status: 'OK', version }]
    return [500, { status: 'SIGTERM / SIGINT received, shutting down', version }]
  }

  /** Authenticates by the hash of the secret key alone; Langfuse accepts any public key with a known secret key. */
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
    return [
      200,
      {
        data: [{ id: 'project-1', name: this.options.project ?? 'My | project', organization, metadata: {} }],
      },
    ]
  }

  private ingest({ headers, body }: { headers: IncomingMessage['headers']; body: Buffer }): Reply {
    const { errors, failedSends, rejectedSpans } = this.faults
    const resourceSpans = readExport(headers, body)
    if (typeof resourceSpans === 'string') return [400, { error: resourceSpans }]
    if (resourceSpans.length === 0) return [200, {}]
    const ingestion = headers['x-langfuse-ingestion-version']
    if (!(Number(ingestion ?? 0) <= 4)) return [400, { error: 'Unsupported x-langfuse-ingestion-version' }]
    const tries = this.requests.filter(({ path }) => path.endsWith('/otel/v1/traces')).length
    if (failedSends !== undefined && tries < failedSends.times)
      return [failedSends.status, { message: 'Internal Server Error', error: failedSends.message }]
    const spans = readSpans(resourceSpans)
    if (typeof spans === 'string') return [400, { error: spans }]
    if (errors !== undefined) return [207, { successes: [], errors }]
    if (rejectedSpans !== undefined)
      return [200, { partialSuccess: { rejectedSpans: '1', errorMessage: rejectedSpans } }]
    const isDelayed = this.isV4 && this.mode === 'dual' && ingestion !== '4'
    const delayMs = isDelayed ? DUAL_WRITE_MS : (this.options.readableAfterMs ?? 0)
    const readableAtMs = this.faults.neverReadable ? Infinity : this.now() + delayMs
    for (const span of spans) this.store.add(span, readableAtMs)
    return [200, {}]
  }

  private observations(url: URL): Reply {
    if (this.mode === 'v3' || this.mode === 'legacy') {
      const message = 'The observations v2 API is only available in a Langfuse v4 write mode.'
      return [404, { message, error: 'LangfuseNotFoundError' }]
    }
    const failure = this.readFailure()
    if (failure !== undefined) return failure
    const from = new Date(url.searchParams.get('fromStartTime') ?? 0).getTime()
    const fields = url.searchParams.get('fields') ?? ''
    const asked = this.store
      .readable(url.searchParams.get('traceId') ?? '')
      .filter(({ startMs }) => startMs >= from)
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
    const failure = this.readFailure()
    if (failure !== undefined) return failure
    const spans = this.store.readable(traceId)
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
    return Object.fromEntries(
      Object.entries(fields).filter(([name]) => !this.faults.droppedFields?.includes(name)),
    )
  }

  /** The answer of a failed read; undefined if ClickHouse works. */
  private readFailure(): Reply | undefined {
    const { clickHouseDown, readStatus } = this.faults
    if (clickHouseDown)
      return [500, { message: 'Internal Server Error', error: 'connect ECONNREFUSED 127.0.0.1:8123' }]
    if (readStatus === undefined) return undefined
    return [readStatus, { message: 'Request is taking too long to process.', error: 'Request timed out' }]
  }

  /** Queues the deletion, also of a trace that does not exist. */
  private remove(traceId: string): Reply {
    const { deleteStatus, failedDeletes } = this.faults
    const attempts = this.requests.filter(({ method }) => method === 'DELETE').length
    if (failedDeletes !== undefined && attempts < failedDeletes.times)
      return [failedDeletes.status, { message: 'Service unavailable' }]
    if (deleteStatus !== undefined) return [deleteStatus, { message: 'Access denied' }]
    const delayMs = this.options.deletedAfterMs ?? DELETED_AFTER_MS[this.isV4 ? 'v4' : 'v3']
    this.store.delete(traceId, this.now() + delayMs)
    return [200, { message: 'Trace deleted successfully' }]
  }
}
