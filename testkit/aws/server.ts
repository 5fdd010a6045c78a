import { randomBytes } from 'node:crypto'
import { type IncomingMessage, type Server, type ServerResponse, createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { text } from 'node:stream/consumers'
import { breakResponse, isError, send } from './answer'
import { type DataPlane, type EcrState, type Repository, answerEcr } from './ecr-api'
import { type ErrorAnswer, type Fault, Faults, errorAnswer } from './faults'
import { OTHER_ACCOUNT, type StsState, assumeRole, callerIdentity, errorXml, result } from './sts'
import { mintIdToken } from '../github/id-token'

export interface FakeAwsOptions {
  /** `host[:port]` of the registry that GetAuthorizationToken returns. */
  readonly registryHost?: string
  /** Content of that registry; empty if absent. */
  readonly dataPlane?: DataPlane
  readonly password?: string
  readonly repositories?: readonly string[]
  /** `ENABLED` permits cross-repository mounts; an account's default is `DISABLED`. */
  readonly blobMounting?: 'ENABLED' | 'DISABLED'
  readonly roleArn?: string
  readonly region?: string
  readonly audience?: string
  /** Duration of a session in seconds; `DurationSeconds` of the request if absent. */
  readonly sessionSeconds?: number
  /** Claims that replace the usual claims of GitHub's ID tokens. */
  readonly claims?: Readonly<Record<string, unknown>>
  /** Holds the answer to an operation. */
  readonly beforeAnswer?: (operation: string) => Promise<void>
}

export interface AwsRequest {
  /** `AssumeRoleWithWebIdentity`, `BatchGetImage`, …, or `GetIdToken` for GitHub's endpoint. */
  readonly operation: string
  readonly input: Readonly<Record<string, unknown>>
  readonly headers: IncomingMessage['headers']
}

/**
 * In-process STS (Query and XML), ECR API (JSON 1.1 with `X-Amz-Target`) and GitHub's ID token endpoint on one port.
 * Clients use it by the variables in {@link FakeAws.env}.
 *
 * It checks role, audience and expiry of the web identity token, rejects a token that is used twice, and accepts only
 * credentials that it issued (or {@link FakeAws.staticCredentials}) and at most 100 ids in a batch.
 */
export class FakeAws {
  readonly requests: AwsRequest[] = []
  readonly idTokenRequestToken = randomBytes(16).toString('hex')
  /** Credentials of an IAM user, for steps without a role. */
  readonly staticCredentials = {
    accessKeyId: 'AKIAFAKEFAKEFAKEFAKE',
    secretAccessKey: 'fake-secret-access-key',
  }
  readonly password: string
  readonly idTokens: string[] = []
  claims: Readonly<Record<string, unknown>>
  private readonly faults = new Faults()

  private constructor(
    private readonly server: Server,
    readonly sts: StsState,
    private readonly ecr: EcrState,
    private readonly options: FakeAwsOptions,
  ) {
    this.password = ecr.password
    this.claims = options.claims ?? {}
    sts.sessions.set(this.staticCredentials.accessKeyId, { token: undefined, endsAt: Infinity })
    server.on('request', (request, response) => void this.serve(request, response))
  }

  static async start(options: FakeAwsOptions = {}): Promise<FakeAws> {
    const { roleArn = 'arn:aws:iam::123456789012:role/deploy', region = 'eu-central-1' } = options
    const accountId = roleArn.split(':')[4] ?? ''
    const server = createServer()
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
    const sts: StsState = {
      accountId,
      roleArn,
      audience: options.audience ?? 'sts.amazonaws.com',
      sessionSeconds: options.sessionSeconds,
      secrets: [],
      sessions: new Map(),
      usedTokens: new Set(),
    }
    const host = options.registryHost ?? `${accountId}.dkr.ecr.${region}.amazonaws.com`
    const ecr: EcrState = {
      accountId,
      region,
      registryUrl: `${/^(?:127\.|localhost|\[::1\])/.test(host) ? 'http' : 'https'}://${host}`,
      password: options.password ?? randomBytes(48).toString('base64'),
      repositories: new Map((options.repositories ?? []).map((name) => [name, { settings: {} }])),
      dataPlane: options.dataPlane ?? { manifest: () => undefined, blob: () => false },
      blobMounting: options.blobMounting ?? 'DISABLED',
      archived: new Set(),
      scans: new Map(),
    }
    return new FakeAws(server, sts, ecr, options)
  }

  get url(): string {
    return `http://127.0.0.1:${(this.server.address() as AddressInfo).port}`
  }

  /** For `ACTIONS_ID_TOKEN_REQUEST_URL`, to which @actions/core appends `&audience=…`. */
  get idTokenUrl(): string {
    return `${this.url}/id-token?api-version=2.0`
  }

  get repositories(): ReadonlyMap<string, Repository> {
    return this.ecr.repositories
  }

  get archived(): Set<string> {
    return this.ecr.archived
  }

  get scans(): EcrState['scans'] {
    return this.ecr.scans
  }

  get env(): Record<string, string> {
    return {
      AWS_ENDPOINT_URL: this.url,
      ACTIONS_ID_TOKEN_REQUEST_URL: this.idTokenUrl,
      ACTIONS_ID_TOKEN_REQUEST_TOKEN: this.idTokenRequestToken,
    }
  }

  /** Plans a fault for the next `times` calls of an operation; for all if absent. */
  fail(operation: string, fault: Fault, times = Infinity): void {
    this.faults.add(operation, fault, times)
  }

  inputsOf(operation: string): AwsRequest['input'][] {
    return this.requests.filter((request) => request.operation === operation).map(({ input }) => input)
  }

  async stop(): Promise<void> {
    this.server.closeAllConnections()
    await new Promise((resolve) => this.server.close(resolve))
  }

  private async serve(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const body = await text(request)
    const target = /^AmazonEC2ContainerRegistry_V20150921\.(\w+)$/.exec(
      String(request.headers['x-amz-target']),
    )?.[1]
    await this.options.beforeAnswer?.(target ?? new URLSearchParams(body).get('Action') ?? 'GetIdToken')
    if (request.url?.startsWith('/id-token')) this.serveIdToken(request, response)
    else if (target !== undefined) await this.serveEcr(target, request, { body, response })
    else this.serveSts(request, { body, response })
  }

  private serveIdToken(request: IncomingMessage, response: ServerResponse): void {
    const audience =
      new URL(request.url ?? '', this.url).searchParams.get('audience') ?? 'https://github.com/acme'
    const fault = this.arrived('GetIdToken', { audience }, request)
    if (fault === 'reset') response.destroy()
    else if (fault !== undefined) send(response, fault === 'denied' ? 403 : 503, '{"message":"no token"}')
    else if (request.headers.authorization !== `Bearer ${this.idTokenRequestToken}`) send(response, 401, '{}')
    else {
      const value = mintIdToken(audience, this.claims)
      this.idTokens.push(value)
      send(response, 200, JSON.stringify({ count: 1, value }))
    }
  }

  private serveSts(request: IncomingMessage, { body, response }: Exchange): void {
    const form = new URLSearchParams(body)
    const operation = form.get('Action') ?? ''
    const fault = this.arrived(operation, Object.fromEntries(form), request)
    if (fault !== undefined && breakResponse(fault, response, result(operation, ''))) return
    const accountId = fault === 'wrong-account' ? OTHER_ACCOUNT : this.sts.accountId
    const echo = {
      status: 400,
      code: 'Odd',
      message: `\n::error::token ${form.get('WebIdentityToken') ?? ''}`,
    }
    const answer =
      (fault === 'echo' ? echo : fault && errorAnswer(fault, `sts:${operation}`, '')) ??
      (operation === 'AssumeRoleWithWebIdentity'
        ? assumeRole(this.sts, form, accountId)
        : (this.unauthenticated(request) ?? callerIdentity(accountId)))
    if (typeof answer === 'string') send(response, 200, answer, 'text/xml')
    else send(response, answer.status, errorXml(answer), 'text/xml')
  }

  private async serveEcr(
    operation: string,
    request: IncomingMessage,
    { body, response }: Exchange,
  ): Promise<void> {
    const input = JSON.parse(body) as Record<string, unknown>
    const fault = this.arrived(operation, input, request)
    if (fault !== undefined && breakResponse(fault, response, '{}')) return
    const { region, accountId } = this.ecr
    const resource = `arn:aws:ecr:${region}:${accountId}:repository/${String(input['repositoryName'])}`
    const answer =
      (fault && errorAnswer(fault, `ecr:${operation}`, resource)) ??
      this.unauthenticated(request) ??
      (await answerEcr(this.ecr, operation, input))
    const error = isError(answer) ? answer : undefined
    const json = error === undefined ? answer : { __type: error.code, message: error.message }
    send(response, error?.status ?? 200, JSON.stringify(json), 'application/x-amz-json-1.1')
  }

  private arrived(
    operation: string,
    input: AwsRequest['input'],
    { headers }: IncomingMessage,
  ): Fault | undefined {
    this.requests.push({ operation, input, headers })
    return this.faults.take(operation)
  }

  /** Returns the error for an unknown or expired access key; signatures are not checked. */
  unauthenticated({ headers }: IncomingMessage): ErrorAnswer | undefined {
    const keyId = /^AWS4-HMAC-SHA256 Credential=(\w+)\//.exec(headers.authorization ?? '')?.[1] ?? ''
    const session = this.sts.sessions.get(keyId)
    if (session === undefined || session.token !== headers['x-amz-security-token']) {
      return {
        status: 400,
        code: 'UnrecognizedClientException',
        message: 'The security token in the request is invalid',
      }
    }
    if (session.endsAt > Date.now()) return undefined
    return {
      status: 400,
      code: 'ExpiredTokenException',
      message: 'The security token in the request is expired',
    }
  }
}

interface Exchange {
  readonly body: string
  readonly response: ServerResponse
}
