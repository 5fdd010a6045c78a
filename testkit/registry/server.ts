import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import { createServer as createTlsServer } from 'node:https'
import type { AddressInfo } from 'node:net'
import { bytesOf, type Content } from './content'
import type { Answer, Call } from './answer'
import { Authority } from './auth'
import { Broken, Exchange, type RecordedRequest } from './exchange'
import { answerInstead, deliveryOf, distort, Faults, intakeOf, type Fault, type PlacedFault } from './faults'
import type { RegistryOptions } from './options'
import { Router, uploadIn } from './router'
import { Store, type ManifestSource, type StoredManifest } from './store'

export type { Auth } from './auth'
export type { RecordedRequest } from './exchange'
export type { Fault, FaultAction, PlacedFault } from './faults'
export type { RegistryOptions } from './options'

/** In-process registry of the OCI distribution specification 1.1 with fault injection. */
export class FakeRegistry {
  readonly requests: RecordedRequest[] = []
  readonly storageRequests: RecordedRequest[] = []
  /** Number of accepted connections, with those of the second host. */
  connections = 0
  readonly authority: Authority
  private readonly store = new Store()
  private readonly faults = new Faults()
  private readonly router: Router
  private readonly servers: Server[] = []
  private readonly failures: unknown[] = []

  private constructor(private readonly options: RegistryOptions) {
    this.authority = new Authority(options.auth ?? { kind: 'none' })
    this.router = new Router(this.store, this.authority, options)
  }

  static async start(options: RegistryOptions = {}): Promise<FakeRegistry> {
    const registry = new FakeRegistry(options)
    const { router } = registry
    await registry.listen((call) => router.serve(call), registry.requests, options.port)
    if (options.redirectBlobs) {
      const storage = await registry.listen((call) => router.serveStorage(call), registry.storageRequests)
      router.storageOrigin = `${registry.scheme}://${storage}`
    }
    return registry
  }

  get host(): string {
    return hostOf(this.servers[0])
  }

  get origin(): string {
    return `${this.scheme}://${this.host}`
  }

  get storageHost(): string {
    return hostOf(this.servers[1])
  }

  /** @throws AggregateError of internal errors of this server */
  async stop(): Promise<void> {
    const closed = this.servers.map((server) => new Promise((resolve) => server.close(resolve)))
    for (const server of this.servers) server.closeAllConnections()
    await Promise.all(closed)
    if (this.failures.length > 0) throw new AggregateError(this.failures, 'internal errors of the registry')
  }

  /** Places a fault for authenticated requests, the token endpoint and the second host. */
  fault(fault: Fault): PlacedFault {
    return this.faults.add(fault)
  }

  clearFaults(): void {
    this.faults.clear()
  }

  /** Expires all tokens and ECR passwords used so far. */
  expireCredentials(): void {
    this.authority.expireAll()
  }

  createRepository(name: string): void {
    this.store.repository(name)
  }

  putBlob(repository: string, content: Content): void {
    this.store.putBlob(repository, content)
  }

  /** Stores a manifest without checks; with a false `digest`, an index can list itself. */
  putManifest(repository: string, reference: string, manifest: ManifestSource): StoredManifest {
    return this.store.putManifest(repository, reference, manifest)
  }

  /** Loses a manifest or blob that others refer to, as a broken garbage collection does. */
  lose(repository: string, digest: string): void {
    const { blobs, manifests } = this.store.repository(repository)
    blobs.delete(digest)
    manifests.delete(digest)
  }

  tags(repository: string): Record<string, string> {
    return Object.fromEntries(this.store.repositories.get(repository)?.tags ?? [])
  }

  repositories(): string[] {
    return [...this.store.repositories.keys()]
  }

  hasBlob(repository: string, digest: string): boolean {
    return this.store.blob(repository, digest) !== undefined
  }

  blob(repository: string, digest: string): Buffer | undefined {
    const content = this.store.blob(repository, digest)
    return content && bytesOf(content)
  }

  manifest(repository: string, reference: string): StoredManifest | undefined {
    return this.store.repositories.get(repository)?.manifest(reference)
  }

  /** Whether the manifest, its children and all their blobs exist. */
  isComplete(repository: string, reference: string): boolean {
    return this.store.repositories.get(repository)?.isComplete(reference) ?? false
  }

  get openUploads(): number {
    return this.store.uploads.size
  }

  private get scheme(): string {
    return this.options.tls ? 'https' : 'http'
  }

  private async listen(
    serve: (call: Call) => Answer | Promise<Answer>,
    requests: RecordedRequest[],
    port = 0,
  ): Promise<string> {
    const onRequest = (request: IncomingMessage, response: ServerResponse): void => {
      const origin = `${this.scheme}://${request.headers.host ?? this.host}`
      const exchange = new Exchange(request, response, origin)
      requests.push(exchange.record)
      this.exchange(exchange, serve).catch((error: unknown) => {
        exchange.cut()
        // The test or its client closed the connection.
        if (!(error instanceof Broken) && !isAbort(error)) this.failures.push(error)
      })
    }
    const { tls } = this.options
    const server = tls ? createTlsServer({ ...tls }, onRequest) : createServer(onRequest)
    server.requestTimeout = 0
    server.on('connection', () => (this.connections += 1))
    this.servers.push(server)
    await new Promise<void>((resolve) => server.listen(port, '127.0.0.1', resolve))
    return hostOf(server)
  }

  private async exchange(exchange: Exchange, serve: (call: Call) => Answer | Promise<Answer>): Promise<void> {
    const { call } = exchange
    const refusal = this.router.authError(call)
    const action = refusal ? undefined : this.faults.take(call.method, exchange.record.path)
    if (action?.kind === 'hang') return
    if (action?.kind === 'expire-session') this.store.uploads.delete(uploadIn(call.pathname) ?? '')
    exchange.intake = intakeOf(action)
    const answer = refusal ?? (action && answerInstead(action, call)) ?? (await serve(call))
    await this.options.beforeAnswer?.(exchange.record)
    await exchange.send(action ? distort(action, answer) : answer, deliveryOf(action))
  }
}

type Server = ReturnType<typeof createServer> | ReturnType<typeof createTlsServer>

function hostOf(server: Server | undefined): string {
  const address = server?.address() as AddressInfo | null | undefined
  if (!address) throw new Error('the registry is not listening')
  return `127.0.0.1:${address.port}`
}

/** Checks only the code: under jest, Node's errors belong to another realm. */
const isAbort = (error: unknown): boolean =>
  typeof error === 'object' &&
  error !== null &&
  'code' in error &&
  (error.code === 'ECONNRESET' || error.code === 'ERR_STREAM_PREMATURE_CLOSE')
