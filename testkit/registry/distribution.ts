import { type ChildProcess, execFileSync, spawn } from 'node:child_process'
import { createSign, randomUUID } from 'node:crypto'
import { once } from 'node:events'
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import { type AddressInfo, createServer as createTcpServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { sendRequest } from '../network/request'
import { OPENSSL } from '../network/certificate'
import { basic } from './auth'
import { testWith } from './skopeo'

export const DISTRIBUTION = '/usr/bin/docker-registry'

export const testWithDistribution = (name: string, body: () => Promise<void>): void => {
  testWith(DISTRIBUTION, 'apt-get install docker-registry', name, body)
}

export const USER = 'deploy'
export const PASSWORD = 'secret'
// Distribution accepts only bcrypt, and `htpasswd` is not installed everywhere.
const HTPASSWD = `${USER}:$2y$04$abcdefghijklmnopqrstuu2r9OfJnfCsdneAXAGHnS4UpFFP8WIrW\n`
const SERVICE = 'real registry'
const ISSUER = 'token server of the tests'
const LIFE_SECONDS = 300

export type DistributionAuth = 'none' | 'htpasswd' | 'token'

/** A real registry (Distribution 2.8, Debian's docker-registry) on a free port with its own folder. */
export class Distribution {
  private constructor(
    private readonly process: ChildProcess,
    private readonly folder: string,
    readonly host: string,
    readonly tokens: TokenServer | undefined,
  ) {}

  static async start({ auth = 'none' }: { auth?: DistributionAuth } = {}): Promise<Distribution> {
    const folder = await mkdtemp(join(tmpdir(), 'distribution-'))
    const tokens = auth === 'token' ? await TokenServer.start(folder) : undefined
    await writeFile(join(folder, 'htpasswd'), HTPASSWD)
    const host = `127.0.0.1:${await freePort()}`
    const config = {
      version: 0.1,
      log: { level: 'error', accesslog: { disabled: true } },
      storage: { filesystem: { rootdirectory: join(folder, 'registry') }, delete: { enabled: true } },
      http: { addr: host, secret: 'of the tests' },
      ...(auth === 'htpasswd' && { auth: { htpasswd: { realm: 'real', path: join(folder, 'htpasswd') } } }),
      ...(tokens && { auth: { token: tokens.settings } }),
    }
    // YAML includes JSON.
    await writeFile(join(folder, 'config.yml'), JSON.stringify(config))
    const process = spawn(DISTRIBUTION, ['serve', join(folder, 'config.yml')], { stdio: 'ignore' })
    const registry = new Distribution(process, folder, host, tokens)
    await registry.untilUp()
    return registry
  }

  get origin(): string {
    return `http://${this.host}`
  }

  async stop(): Promise<void> {
    if (this.process.exitCode === null && this.process.signalCode === null) {
      const exited = once(this.process, 'exit')
      this.process.kill()
      await exited
    }
    await this.tokens?.stop()
    await rm(this.folder, { recursive: true })
  }

  private async untilUp(): Promise<void> {
    while (![200, 401].includes((await sendRequest(`${this.origin}/v2/`)).status)) {
      if (this.process.exitCode !== null)
        throw new Error(`${DISTRIBUTION} ended with ${this.process.exitCode}`)
      await sleep(20)
    }
  }
}

/** A token service as Docker specifies it (https://distribution.github.io/distribution/spec/auth/jwt/). */
export class TokenServer {
  readonly given: string[][] = []
  private readonly server = createServer((request, response) => {
    this.answer(request, response)
  })

  private constructor(
    private readonly key: string,
    private readonly certificate: string,
    private readonly bundle: string,
  ) {}

  static async start(folder: string): Promise<TokenServer> {
    const [key, cert] = [join(folder, 'token-key.pem'), join(folder, 'token-cert.pem')]
    const request = ['req', '-x509', '-newkey', 'rsa:2048', '-nodes', '-days', '1', '-subj', '/CN=tokens']
    execFileSync(OPENSSL, [...request, '-keyout', key, '-out', cert], { stdio: 'ignore' })
    const tokens = new TokenServer(await readFile(key, 'utf8'), await readFile(cert, 'utf8'), cert)
    await once(tokens.server.listen(0, '127.0.0.1'), 'listening')
    return tokens
  }

  get settings(): Record<string, string> {
    const { port } = this.server.address() as AddressInfo
    const realm = `http://127.0.0.1:${port}/token`
    return { realm, service: SERVICE, issuer: ISSUER, rootcertbundle: this.bundle }
  }

  async stop(): Promise<void> {
    this.server.closeAllConnections()
    await once(this.server.close(), 'close')
  }

  private answer({ url = '', headers }: IncomingMessage, response: ServerResponse): void {
    const query = new URL(url, 'http://tokens').searchParams
    const isUser = headers.authorization === basic(USER, PASSWORD)
    if ((headers.authorization !== undefined && !isUser) || query.get('service') !== SERVICE) {
      response
        .writeHead(401, { 'content-type': 'application/json' })
        .end('{"details":"incorrect username or password"}')
      return
    }
    const scopes = query.getAll('scope').flatMap((scope) => scope.split(' '))
    this.given.push(scopes)
    const access = scopes.flatMap((scope) => {
      const [, name = '', actions = ''] = /^repository:(.+):([^:]*)$/.exec(scope) ?? []
      const granted = isUser ? actions.split(',') : name.startsWith('public/') ? ['pull'] : []
      return granted.length === 0 ? [] : [{ type: 'repository', name, actions: granted }]
    })
    const token = this.sign(access)
    response.writeHead(200, { 'content-type': 'application/json' })
    response.end(JSON.stringify({ token, expires_in: LIFE_SECONDS }))
  }

  private sign(access: readonly unknown[]): string {
    const now = Math.floor(Date.now() / 1000)
    const times = { iat: now, nbf: now - 10, exp: now + LIFE_SECONDS }
    const claims = { iss: ISSUER, sub: USER, aud: SERVICE, jti: randomUUID(), ...times, access }
    const x5c = [this.certificate.replace(/-----[^-]+-----|\s/g, '')]
    const parts = [{ typ: 'JWT', alg: 'RS256', x5c }, claims]
    const text = parts.map((part) => Buffer.from(JSON.stringify(part)).toString('base64url')).join('.')
    return `${text}.${createSign('RSA-SHA256').update(text).sign(this.key, 'base64url')}`
  }
}

async function freePort(): Promise<number> {
  const server = createTcpServer().listen(0, '127.0.0.1')
  await once(server, 'listening')
  const { port } = server.address() as AddressInfo
  server.close()
  await once(server, 'close')
  return port
}
