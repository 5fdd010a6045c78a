import { afterEach, describe, expect, test } from '@jest/globals'
import type { RegistryCredentials } from '../../src/registry/docker-config'
import { mount } from '../../src/registry/upload-session'
import { parseChallenge } from '../../src/registry/token'
import { selfSigned } from '../../testkit/network/certificate'
import { makeImage } from '../../testkit/registry/image'
import { putImage } from '../../testkit/registry/push'
import {
  type Auth,
  FakeRegistry,
  type RecordedRequest,
  type RegistryOptions,
} from '../../testkit/registry/server'
import { basic } from '../../testkit/registry/auth'
import { MirrorDemo } from '../../testkit/runner/mirror-demo'
import { Closing, getManifest, lookup, openClient, type Opened, type OpenOptions, password } from './open'
import { HttpError } from '../../src/http/error'

const closing = new Closing()
afterEach(() => closing.all())

const image = makeImage()
const get = getManifest(image)
const user = { kind: 'bearer', user: 'u', password: 'p' } as const
const anonymous = { kind: 'bearer', anonymous: true } as const

async function start(auth: Auth, options: RegistryOptions = {}): Promise<FakeRegistry> {
  const fake = closing.add(await FakeRegistry.start({ auth, ...options }))
  putImage(fake, 'a', '1', image)
  putImage(fake, 'b', '1', image)
  return fake
}

const connect = (fake: FakeRegistry, options: OpenOptions = {}): Opened =>
  closing.add(openClient(fake, options))

/** Lists the requests as `method path-without-query status`. */
const requestLines = ({ requests }: FakeRegistry): string[] =>
  requests.map(({ method, path, status }) => `${method} ${short(path)} ${status}`)
const short = (path: string): string =>
  path
    .replace(/\?.*$/, '')
    .replace(/^\/v2\//, '')
    .replace(/sha256:\w+/, 'x')
const tokenRequests = ({ requests }: FakeRegistry): RecordedRequest[] =>
  requests.filter(({ path }) => path.startsWith('/token'))

describe('Bearer', () => {
  test('without credentials requests one anonymous token and sends it with later requests', async () => {
    const fake = await start(anonymous)
    const { registry } = connect(fake)
    const { body } = await registry.call(get)
    await registry.call(get)
    expect(body.equals(image.bytes)).toBe(true)
    expect(requestLines(fake)).toEqual([
      'GET a/manifests/x 401',
      'GET /token 200',
      'GET a/manifests/x 200',
      'GET a/manifests/x 200',
    ])
    expect(tokenRequests(fake)[0]?.path).toBe('/token?service=fake-registry&scope=repository%3Aa%3Apull')
    expect(tokenRequests(fake)[0]?.headers.authorization).toBeUndefined()
    expect(fake.requests[2]?.headers.authorization).toMatch(/^Bearer \S{64}$/)
  })

  test('with a user sends the password only to the token service', async () => {
    const fake = await start(user)
    const { registry } = connect(fake, { credentials: password('u', 'p') })
    await registry.call(get)
    expect(requestLines(fake)).toEqual(['GET a/manifests/x 401', 'GET /token 200', 'GET a/manifests/x 200'])
    const holders = fake.requests.filter(({ headers }) => headers.authorization === basic('u', 'p'))
    expect(holders.map(({ path }) => short(path))).toEqual(['/token'])
  })

  test('with an identity token exchanges it with POST', async () => {
    const fake = await start({ kind: 'bearer', identityToken: 'long-lived' })
    const { registry, runtime } = connect(fake, {
      credentials: () => Promise.resolve({ identityToken: 'long-lived' }),
    })
    await registry.call(get)
    expect(requestLines(fake)).toEqual(['GET a/manifests/x 401', 'POST /token 200', 'GET a/manifests/x 200'])
    expect(tokenRequests(fake)[0]?.path).toBe('/token')
    expect(runtime.secrets).toContain('long-lived')
  })

  test("uses a token service on another loopback host with the registry's service name", async () => {
    const issuer = await start(user)
    const fake = await start({ kind: 'bearer', issuer, service: 'this one' })
    const { registry } = connect(fake, { credentials: password('u', 'p') })
    await registry.call(get)
    expect(requestLines(issuer)).toEqual(['GET /token 200'])
    expect(issuer.requests[0]?.path).toContain('service=this+one&')
  })

  test("keeps the realm's query parameters", async () => {
    const issuer = await start(user)
    const fake = await start({ kind: 'bearer', issuer, realm: `${issuer.origin}/token?account=x` })
    const { registry } = connect(fake, { credentials: password('u', 'p') })
    await registry.call(get)
    expect(issuer.requests[0]?.path).toBe(
      '/token?account=x&service=fake-registry&scope=repository%3Aa%3Apull',
    )
  })

  test('requests one scope per repository, and both scopes of a mount in one token', async () => {
    const fake = await start(user)
    const { registry } = connect(fake, { credentials: password('u', 'p') })
    await registry.call(get)
    await registry.call(getManifest(image, 'b'))
    const blob = image.blobs[0]?.descriptor
    if (blob === undefined) throw new Error('the image has no blobs')
    expect(await mount({ registry, repository: 'c', blob }, 'a')).toBe('mounted')
    const scopes = tokenRequests(fake).map(({ path }) =>
      new URL(path, fake.origin).searchParams.getAll('scope'),
    )
    expect(scopes).toEqual([
      ['repository:a:pull'],
      ['repository:b:pull'],
      ['repository:c:pull,push', 'repository:a:pull'],
    ])
    expect(fake.hasBlob('c', blob.digest)).toBe(true)
  })

  test('requests one token for concurrent calls with the same scope', async () => {
    const fake = await start(anonymous)
    const { registry } = connect(fake)
    const answers = await Promise.all(Array.from({ length: 8 }, () => registry.call(get)))
    expect(answers.map(({ status }) => status)).toEqual(Array<number>(8).fill(200))
    expect(tokenRequests(fake)).toHaveLength(1)
  })
})

describe('an expiring token', () => {
  const openAt = (fake: FakeRegistry): Opened & { wait: (seconds: number) => void } => {
    let now = 1_000_000
    const clock = {
      now: () => now,
      wallClockMs: () => now,
      random: () => 0.5,
      sleep: () => Promise.resolve(),
    }
    const opened = connect(fake, { credentials: password('u', 'p'), changes: { clock } })
    return { ...opened, wait: (seconds) => (now += seconds * 1000) }
  }

  test('is renewed shortly before it expires, without a rejected request', async () => {
    const fake = await start({ ...user, lifeMs: 300_000 })
    const { registry, wait } = openAt(fake)
    await registry.call(get)
    wait(280)
    await registry.call(get)
    expect(tokenRequests(fake)).toHaveLength(1)
    wait(15)
    await registry.call(get)
    expect(tokenRequests(fake)).toHaveLength(2)
    expect(fake.requests.filter(({ status }) => status === 401)).toHaveLength(1)
  })

  test('is renewed once for concurrent calls', async () => {
    const fake = await start({ ...user, lifeMs: 300_000 })
    const { registry, wait } = openAt(fake)
    await registry.call(get)
    wait(1000)
    await Promise.all(Array.from({ length: 8 }, () => registry.call(get)))
    expect(tokenRequests(fake)).toHaveLength(2)
  })

  test('is renewed after a rejection when it expires early', async () => {
    const fake = await start({ ...user, requests: 2 })
    const { registry } = connect(fake, { credentials: password('u', 'p') })
    for (let call = 1; call <= 3; call++) await registry.call(get)
    expect(requestLines(fake).slice(2)).toEqual([
      'GET a/manifests/x 200',
      'GET a/manifests/x 200',
      'GET a/manifests/x 401',
      'GET /token 200',
      'GET a/manifests/x 200',
    ])
  })

  test('is renewed once when concurrent calls are rejected', async () => {
    const fake = await start(user)
    const { registry } = connect(fake, { credentials: password('u', 'p') })
    await registry.call(get)
    fake.expireCredentials()
    const answers = await Promise.all(Array.from({ length: 8 }, () => registry.call(get)))
    expect(answers.map(({ status }) => status)).toEqual(Array<number>(8).fill(200))
    expect(tokenRequests(fake)).toHaveLength(2)
  })

  test('is not renewed again when the new token is rejected too', async () => {
    const fake = await start(user)
    const { registry } = connect(fake, { credentials: password('u', 'p') })
    await registry.call(get)
    fake.fault({ match: { path: /manifests/ }, times: Infinity, action: { kind: 'unauthorized' } })
    await expect(registry.call(get)).rejects.toThrow('rejected the credentials')
    expect(requestLines(fake).slice(3)).toEqual([
      'GET a/manifests/x 401',
      'GET /token 200',
      'GET a/manifests/x 401',
    ])
  })

  test.each<[string, RegistryOptions, RegistryOptions]>([
    ['at the source', { auth: { ...anonymous, requests: 2 } }, {}],
    // Each attempt of a blob takes up to four requests; a lower limit would never complete one.
    ['at the target', {}, { auth: { ...user, requests: 5 } }],
  ])('is renewed during a copy when it expires %s', async (_, source, target) => {
    const images = { app: makeImage({ layers: [400_000, 300_000, 200_000, 100_000] }) }
    const demo = await MirrorDemo.create({ images, source, target })
    closing.add({ stop: () => demo.remove() })
    const auths = { [demo.target.host]: { username: 'u', password: 'p' } }
    const config = closing.add(await configFile({ auths }))
    const { failure } = await demo.mirror({ concurrency: '1' }, { env: { DOCKER_CONFIG: config.folder } })
    expect(failure).toBeUndefined()
    expect(demo.target.isComplete('langfuse/app', '1.0')).toBe(true)
    expect(tokenRequests(target.auth ? demo.target : demo.source).length).toBeGreaterThan(2)
  })
})

async function configFile(config: unknown): Promise<{ folder: string; stop(): Promise<void> }> {
  const { mkdtemp, rm, writeFile } = await import('node:fs/promises')
  const { tmpdir } = await import('node:os')
  const folder = await mkdtemp(`${tmpdir()}/docker-config-`)
  await writeFile(`${folder}/config.json`, JSON.stringify(config))
  return { folder, stop: () => rm(folder, { recursive: true }) }
}

describe('Basic', () => {
  const auth = { kind: 'basic', user: 'u', password: 'p' } as const

  test('is sent after the challenge of the registry', async () => {
    const fake = await start(auth)
    const { registry } = connect(fake, { credentials: password('u', 'p') })
    await registry.call(get)
    await registry.call(getManifest(image, 'b'))
    expect(requestLines(fake)).toEqual([
      'GET a/manifests/x 401',
      'GET a/manifests/x 200',
      'GET b/manifests/x 200',
    ])
    expect(fake.requests[1]?.headers.authorization).toBe(basic('u', 'p'))
  })

  test('is sent with the first request when the challenge is known', async () => {
    const fake = await start(auth)
    const credentials = password('u', 'p')
    const { registry } = connect(fake, {
      login: { challenge: { scheme: 'basic' }, credentials, mask: () => undefined },
    })
    await registry.call(get)
    expect(requestLines(fake)).toEqual(['GET a/manifests/x 200'])
  })

  test('with a wrong password fails without a retry and names the registry to log in to', async () => {
    const fake = await start(auth)
    const { registry, runtime } = connect(fake, { credentials: password('u', 'wrong') })
    await expect(registry.call(get)).rejects.toThrow(
      `answered 401: UNAUTHORIZED: authentication required; ${fake.host} rejected the credentials. Log in to ${fake.host} before this step (docker/login-action, or docker login)`,
    )
    expect(requestLines(fake)).toEqual(['GET a/manifests/x 401', 'GET a/manifests/x 401'])
    expect(runtime.waits).toEqual([0])
  })

  test('without a password fails without a retry', async () => {
    const fake = await start(auth)
    const { registry } = connect(fake)
    await expect(registry.call(get)).rejects.toThrow(
      'requires a login and no credentials were found. Log in to',
    )
    expect(requestLines(fake)).toEqual(['GET a/manifests/x 401'])
  })
})

describe('ECR', () => {
  test('gets a new password when a plain text 403 reports that the old one expired', async () => {
    const fake = await start({ kind: 'ecr', requests: 2, password: (secret) => secret.startsWith('good') })
    let logins = 0
    const credentials = (): Promise<RegistryCredentials> =>
      Promise.resolve({ username: 'AWS', password: `good-${++logins}` })
    const { registry, runtime } = connect(fake, {
      login: { challenge: { scheme: 'basic' }, credentials, mask: (one) => secrets.push(one) },
    })
    const secrets: string[] = []
    for (let call = 1; call <= 4; call++) await registry.call(get)
    expect(fake.requests.map(({ status, headers }) => [status, headers.authorization])).toEqual([
      [200, basic('AWS', 'good-1')],
      [200, basic('AWS', 'good-1')],
      [403, basic('AWS', 'good-1')],
      [200, basic('AWS', 'good-2')],
      [200, basic('AWS', 'good-2')],
    ])
    expect(secrets).toEqual(expect.arrayContaining(['good-1', 'good-2']))
    expect(runtime.waits).toEqual([0])
  })

  test('gets a new password when a HEAD is refused with 403, which has no body', async () => {
    const fake = await start({ kind: 'ecr', requests: 1, password: (secret) => secret.startsWith('good') })
    let logins = 0
    const credentials = (): Promise<RegistryCredentials> =>
      Promise.resolve({ username: 'AWS', password: `good-${++logins}` })
    const { registry } = connect(fake, {
      login: { challenge: { scheme: 'basic' }, credentials, mask: () => undefined },
    })
    await registry.hasBlob('a', `sha256:${'0'.repeat(64)}`)
    expect(await registry.hasBlob('a', `sha256:${'0'.repeat(64)}`)).toBe(false)
    expect(fake.requests.map(({ status }) => status)).toEqual([404, 403, 404])
  })

  test('that refuses a HEAD for good is an error', async () => {
    const fake = await start({ kind: 'ecr' })
    fake.fault({ match: {}, times: Infinity, action: { kind: 'answer', status: 403 } })
    const { registry } = connect(fake, {
      login: {
        challenge: { scheme: 'basic' },
        credentials: password('AWS', 'x'),
        mask: () => undefined,
      },
    })
    await expect(registry.hasBlob('a', `sha256:${'0'.repeat(64)}`)).rejects.toMatchObject({ status: 403 })
  })

  test('gets no second request after another 403', async () => {
    const fake = await start({ kind: 'ecr' })
    const body = '{"errors":[{"code":"DENIED","message":"no basic auth"}]}'
    fake.fault({ match: {}, times: Infinity, action: { kind: 'answer', status: 403, body } })
    const { registry } = connect(fake, { credentials: password('AWS', 'x') })
    await expect(registry.call(get)).rejects.toMatchObject({
      status: 403,
      codes: ['DENIED'],
      transient: false,
    })
    expect(requestLines(fake)).toEqual(['GET a/manifests/x 401', 'GET a/manifests/x 403'])
  })
})

test.each<[string, Auth, RegistryCredentials]>([
  ['Basic', { kind: 'basic', user: 'u', password: 'hush' }, { username: 'u', password: 'hush' }],
  ['Bearer', { ...user, password: 'hush' }, { username: 'u', password: 'hush' }],
  ['an identity token', { kind: 'bearer', identityToken: 'hush' }, { identityToken: 'hush' }],
])('with %s all secrets are masked before they are sent', async (_, auth, credentials) => {
  const fake = await start(auth)
  const masked: { secret: string; before: number }[] = []
  const mask = (secret: string): void => void masked.push({ secret, before: fake.requests.length })
  const { registry } = connect(fake, { login: { credentials: () => Promise.resolve(credentials), mask } })
  await registry.call(get)
  const sent = fake.requests.flatMap(({ headers }, index) =>
    headers.authorization === undefined
      ? []
      : [{ secret: headers.authorization.replace(/^\w+ /, ''), index }],
  )
  expect(sent.length).toBeGreaterThan(0)
  for (const { secret, index } of sent) {
    expect(masked.find((one) => one.secret === secret)?.before).toBeLessThanOrEqual(index)
  }
  expect(masked.map(({ secret }) => secret)).toContain('hush')
})

describe('credentials that fail to load', () => {
  test('are requested again by the next call', async () => {
    const fake = await start(user)
    let asked = 0
    const credentials = (): Promise<RegistryCredentials> =>
      ++asked === 1 ? Promise.reject(new Error('the helper is broken')) : password('u', 'p')()
    const { registry } = connect(fake, { credentials })
    await expect(registry.call(get)).rejects.toThrow('the helper is broken')
    expect((await registry.call(get)).status).toBe(200)
  })

  test("fail the call without a retry, with the helper's message", async () => {
    const fake = await start(user)
    const { registry, runtime } = connect(fake, {
      credentials: () => Promise.reject(new Error('the helper is broken')),
    })
    await expect(registry.call(get)).rejects.toThrow('the helper is broken')
    expect(runtime.waits).toEqual([])
    expect(requestLines(fake)).toEqual(['GET a/manifests/x 401'])
  })
})

describe('a token service', () => {
  test('that rejects the password is named in the error and not asked again', async () => {
    const fake = await start(user)
    const { registry, runtime } = connect(fake, { credentials: password('u', 'wrong') })
    await expect(registry.call(get)).rejects.toThrow(
      `GET ${fake.host}/token answered 401: no token for these credentials: `,
    )
    expect(requestLines(fake)).toEqual(['GET a/manifests/x 401', 'GET /token 401'])
    expect(runtime.waits).toEqual([])
  })

  test('that rejects anonymous access leads to an error with the login command', async () => {
    const fake = await start(user)
    const { registry } = connect(fake)
    await expect(registry.call(get)).rejects.toThrow(/no token for anonymous access: .*docker login/)
  })

  test.each<[string, { status?: number; body: string; type?: string }, string]>([
    [
      'an HTML page',
      { body: '<html>Sign in</html>', type: 'text/html' },
      'the answer of the token service contains no token: the answer is an HTML page',
    ],
    [
      'an error and status 200',
      { body: '{"errors":[{"code":"DENIED","message":"quota exceeded"}]}' },
      'the answer of the token service contains no token: DENIED: quota exceeded',
    ],
    [
      'a token that no header can have',
      { body: '{"token":"two\\nlines"}' },
      'the answer of the token service contains no token',
    ],
    ['nothing', { body: '' }, 'the answer of the token service contains no token'],
    ['JSON without a token', { body: '{"access":"x"}' }, 'the answer of the token service contains no token'],
    ['an empty token', { body: '{"token":""}' }, 'the answer of the token service contains no token'],
    [
      'a token that is not a string',
      { body: '{"token":{"a":1}}' },
      'the answer of the token service contains no token',
    ],
    ['truncated JSON', { body: '{"token":"abc' }, 'the answer of the token service contains no token'],
    ['a list', { body: '[]' }, 'the answer of the token service contains no token'],
    [
      'an HTML page and an error status',
      { status: 403, body: '<html></html>', type: 'text/html' },
      'the answer is an HTML page',
    ],
  ])('that answers with %s is not asked again', async (_, { status = 200, body, type }, words) => {
    const fake = await start(user)
    const headers = { 'content-type': type ?? 'application/json' }
    fake.fault({
      match: { path: /^\/token/ },
      times: Infinity,
      action: { kind: 'answer', status, body, headers },
    })
    const { registry, runtime } = connect(fake, { credentials: password('u', 'p') })
    const error = await registry.call(get).catch((thrown: unknown) => thrown)
    expect(error).toBeInstanceOf(HttpError)
    expect(error).toMatchObject({ message: expect.stringContaining(words) as unknown, transient: false })
    expect(runtime.waits).toEqual([])
    expect(tokenRequests(fake)).toHaveLength(1)
  })

  test.each<[string, { status: number; headers?: Record<string, string> }, number]>([
    ['is unavailable', { status: 503 }, 375],
    ['limits requests', { status: 429 }, 375],
    ['sends Retry-After', { status: 429, headers: { 'retry-after': '7' } }, 7000],
  ])('that %s gets a second request', async (_, answer, wait) => {
    const fake = await start(user)
    fake.fault({ match: { path: /^\/token/ }, action: { kind: 'answer', ...answer } })
    const { registry, runtime } = connect(fake, { credentials: password('u', 'p') })
    expect((await registry.call(get)).status).toBe(200)
    expect(runtime.waits).toContain(wait)
  })

  test('may answer with access_token, as in OAuth 2', async () => {
    const fake = await start({ kind: 'none' })
    fake.fault({ match: { path: /manifests/ }, action: { kind: 'unauthorized' } })
    const body = '{"access_token":"opaque","expires_in":60}'
    fake.fault({ match: { path: /^\/token/ }, action: { kind: 'answer', status: 200, body } })
    const { registry } = connect(fake)
    await registry.call(get)
    expect(fake.requests.at(-1)?.headers.authorization).toBe('Bearer opaque')
  })
})

describe('an answer of a token service', () => {
  test.each([
    ['{"token":"","access_token":"opaque"}'],
    ['{"token":null,"access_token":"opaque"}'],
    ['{"token":"opaque","access_token":null,"expires_in":"300"}'],
    ['{"token":"opaque","expires_in":null,"issued_at":null}'],
    ['{"token":"opaque","expires_in":-1}'],
    ['{"token":"opaque","expires_in":"soon"}'],
  ])('%s has a token', async (body) => {
    const fake = await start({ kind: 'none' })
    fake.fault({ match: { path: /manifests/ }, action: { kind: 'unauthorized' } })
    fake.fault({ match: { path: /^\/token/ }, action: { kind: 'answer', status: 200, body } })
    const { registry } = connect(fake)
    await registry.call(get)
    expect(fake.requests.at(-1)?.headers.authorization).toBe('Bearer opaque')
  })
})

describe('a 401', () => {
  test.each<[string, Record<string, string>, RegistryCredentials | undefined, string]>([
    ['without a challenge', {}, undefined, 'requires a login and no credentials were found. Log in to'],
    [
      'without a challenge, with a password',
      {},
      { username: 'u', password: 'p' },
      'its header WWW-Authenticate, which says how to log in, is missing',
    ],
    [
      'with another scheme',
      { 'www-authenticate': 'Negotiate' },
      { username: 'u', password: 'p' },
      'asks for a login that this action does not have: Negotiate. It has Basic and Bearer',
    ],
    [
      'for a password, with an identity token',
      { 'www-authenticate': 'Basic realm="x"' },
      { identityToken: 'long-lived' },
      "takes a user name and a password, and Docker's configuration has an identity token for it",
    ],
  ])('%s is explained and final', async (_, headers, credentials, words) => {
    const fake = await start({ kind: 'none' })
    const action = { kind: 'answer', status: 401, headers } as const
    fake.fault({ match: { path: /manifests/ }, times: Infinity, action })
    const { registry } = connect(fake, { credentials: () => Promise.resolve(credentials) })
    await expect(registry.call(get)).rejects.toThrow(words)
    expect(fake.requests).toHaveLength(1)
  })
})

test('an anonymous client that is refused is asked to check the name', async () => {
  const fake = await start({ kind: 'bearer', anonymous: true })
  fake.fault({ match: { path: /manifests/ }, times: Infinity, action: { kind: 'unauthorized' } })
  const { registry } = connect(fake)
  await expect(registry.call(get)).rejects.toThrow(
    `${fake.host}/a does not exist, or is private and no credentials were found. Check the name, or log in to ${fake.host}`,
  )
})

describe('an unsafe realm receives nothing', () => {
  test.each([
    ['http://registry.example/token'],
    ['ftp://127.0.0.1/token'],
    ['http://169.254.169.254/latest'],
  ])('%s, sent by a registry on loopback', async (realm) => {
    const fake = await start({ ...user, realm })
    const { registry, runtime } = connect(fake, { credentials: password('u', 'p') })
    await expect(registry.call(get)).rejects.toThrow(
      `requires a token from '${realm}', which is not an HTTPS URL; nothing was sent there`,
    )
    expect(requestLines(fake)).toEqual(['GET a/manifests/x 401'])
    expect(runtime.waits).toEqual([])
  })

  test.each([
    ['this machine over plain HTTP', (elsewhere: FakeRegistry) => `${elsewhere.origin}/token`],
    [
      'this machine as localhost',
      (elsewhere: FakeRegistry) => `http://localhost:${elsewhere.host.split(':')[1] ?? ''}/token`,
    ],
    ['this machine over TLS', (elsewhere: FakeRegistry) => `https://${elsewhere.host}/token`],
  ])('%s, sent by a remote registry', async (_, realmAt) => {
    const elsewhere = await start(user)
    const tls = selfSigned('DNS:registry.test')
    const fake = await start({ ...user, realm: realmAt(elsewhere) }, { tls })
    const port = fake.host.split(':')[1] ?? ''
    const { registry } = closing.add(
      openClient(
        { host: `registry.test:${port}`, origin: `https://registry.test:${port}` },
        { credentials: password('u', 'p'), changes: { httpOptions: { ca: tls.cert, lookup } } },
      ),
    )
    await expect(registry.call(get)).rejects.toThrow('nothing was sent there')
    expect(elsewhere.requests).toEqual([])
  })

  test("a redirect's host cannot request the registry's credentials", async () => {
    const elsewhere = await start(user)
    const fake = await start({ kind: 'none' })
    const headers = { location: `${elsewhere.origin}/v2/a/manifests/1` }
    fake.fault({ match: {}, times: Infinity, action: { kind: 'answer', status: 307, headers } })
    const { registry } = connect(fake, { credentials: password('u', 'p') })
    await expect(registry.call(get)).rejects.toMatchObject({ status: 401, transient: false })
    expect(requestLines(elsewhere)).toEqual(['GET a/manifests/1 401'])
    expect(elsewhere.requests[0]?.headers.authorization).toBeUndefined()
  })

  test('another host receives the credentials over TLS, as with Docker Hub', async () => {
    const tls = selfSigned('DNS:registry.test', 'DNS:auth.test')
    const issuer = await start(user, { tls })
    const realm = `https://auth.test:${issuer.host.split(':')[1] ?? ''}/token`
    const fake = await start({ kind: 'bearer', issuer, realm }, { tls })
    const port = fake.host.split(':')[1] ?? ''
    const { registry } = closing.add(
      openClient(
        { host: `registry.test:${port}`, origin: `https://registry.test:${port}` },
        { credentials: password('u', 'p'), changes: { httpOptions: { ca: tls.cert, lookup } } },
      ),
    )
    expect((await registry.call(get)).status).toBe(200)
    expect(requestLines(issuer)).toEqual(['GET /token 200'])
  })
})

describe('WWW-Authenticate', () => {
  const realm = 'https://auth.example/token'
  test.each<[string, string | undefined, ReturnType<typeof parseChallenge>]>([
    ['Bearer', `Bearer realm="${realm}",service="s",scope="x"`, { scheme: 'bearer', realm, service: 's' }],
    [
      'in lower case, with spaces',
      `bearer Realm="${realm}", Service="s"`,
      { scheme: 'bearer', realm, service: 's' },
    ],
    ['without a service', `Bearer realm="${realm}"`, { scheme: 'bearer', realm, service: undefined }],
    [
      'with a service without quotes',
      `Bearer realm="${realm}",service=s`,
      { scheme: 'bearer', realm, service: 's' },
    ],
    ['Basic', 'Basic realm="x"', { scheme: 'basic' }],
    ['Basic alone', 'Basic', { scheme: 'basic' }],
    [
      'Basic, then Bearer',
      `Basic realm="x", Bearer realm="${realm}",service="s"`,
      { scheme: 'bearer', realm, service: 's' },
    ],
    [
      'Bearer, then Basic',
      `Bearer realm="${realm}",service="s", Basic realm="x"`,
      { scheme: 'bearer', realm, service: 's' },
    ],
    ['Bearer without a realm', 'Bearer service="s"', undefined],
    ['an unknown scheme', 'Negotiate', undefined],
    ['an empty header', '', undefined],
    ['no header', undefined, undefined],
  ])('%s', (_, header, challenge) => {
    expect(parseChallenge(header)).toEqual(challenge)
  })

  test.each(['Bearer', 'Bearer realm=', 'Negotiate', 'Bearer service="x"', '"'])(
    '%j fails without a retry',
    async (challenge) => {
      const fake = await start({ kind: 'none' })
      fake.fault({ match: {}, times: Infinity, action: { kind: 'unauthorized', challenge } })
      const { registry, runtime } = connect(fake, { credentials: password('u', 'p') })
      await expect(registry.call(get)).rejects.toMatchObject({ status: 401, transient: false })
      expect(requestLines(fake)).toEqual(['GET a/manifests/x 401'])
      expect(runtime.waits).toEqual([])
    },
  )
})
