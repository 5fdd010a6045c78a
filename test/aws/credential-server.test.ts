import { request } from 'node:http'
import { connect } from 'node:net'
import { text } from 'node:stream/consumers'
import { afterEach, beforeEach, describe, expect, jest, test } from '@jest/globals'
import { assumeRole } from '../../src/aws/assume-role'
import { type CredentialServer, serveCredentials } from '../../src/aws/credential-server'
import { ambientSession } from '../../src/aws/session'
import { FakeAws } from '../../testkit/aws/server'
import { type ObservedAws, observedAws, roleRequest } from '../../testkit/aws/runtime'

const MINUTE = 60_000
let aws: FakeAws
let runtime: ObservedAws
let clock: { now: number }
let server: CredentialServer

beforeEach(async () => {
  aws = await FakeAws.start()
  clock = { now: Date.now() }
  runtime = observedAws(aws, { wallClockMs: () => clock.now })
  server = await serve(900)
})
afterEach(async () => {
  await server.close()
  await aws.stop()
})

async function serve(durationSeconds: number): Promise<CredentialServer> {
  const started = await serveCredentials(await assumeRole(roleRequest({ durationSeconds }), runtime), runtime)
  if (started === undefined) throw new Error('no server')
  return started
}

interface Answer {
  readonly status: number
  readonly headers: Readonly<Record<string, unknown>>
  readonly body: string
}

interface Ask {
  readonly method?: string
  readonly path?: string
  readonly headers?: Record<string, string>
}

/** Sends the request of an SDK, with changes. Node's fetch does not permit a Host header. */
function ask(changes: Ask = {}): Promise<Answer> {
  const { port, pathname } = new URL(server.uri)
  const { method = 'GET', path = pathname, headers = {} } = changes
  return new Promise((resolve, reject) => {
    const options = { host: '127.0.0.1', port, path, method, agent: false }
    request({ ...options, headers: { authorization: server.token, ...headers } }, (answer) => {
      text(answer).then((body) => {
        resolve({ status: answer.statusCode ?? 0, headers: answer.headers, body })
      }, reject)
    })
      .on('error', reject)
      .end()
  })
}

async function keyId(): Promise<string> {
  const { AccessKeyId } = JSON.parse((await ask()).body) as { AccessKeyId: string }
  return AccessKeyId
}

const calls = (): number => aws.inputsOf('AssumeRoleWithWebIdentity').length

describe('a request with path and token', () => {
  test('returns the credentials in the format of a container endpoint', async () => {
    const { status, headers, body } = await ask()
    expect(status).toBe(200)
    expect(headers).toMatchObject({ 'content-type': 'application/json', 'cache-control': 'no-store' })
    const [AccessKeyId, SecretAccessKey, Token] = aws.sts.secrets
    const Expiration = new Date(aws.sts.sessions.get(AccessKeyId ?? '')?.endsAt ?? 0).toISOString()
    expect(JSON.parse(body)).toEqual({ AccessKeyId, SecretAccessKey, Token, Expiration })
  })

  test("can come from AWS's SDK", async () => {
    const before = { ...process.env }
    const found = {
      AWS_ENDPOINT_URL: aws.url,
      AWS_CONTAINER_CREDENTIALS_FULL_URI: server.uri,
      AWS_CONTAINER_AUTHORIZATION_TOKEN: server.token,
      AWS_CONFIG_FILE: '/dev/null',
      AWS_SHARED_CREDENTIALS_FILE: '/dev/null',
    }
    Object.assign(process.env, found)
    const session = await ambientSession(
      { region: 'eu-central-1', allowedAccountIds: ['123456789012'] },
      runtime,
    ).finally(() => {
      for (const name of Object.keys(found)) Reflect.deleteProperty(process.env, name)
      Object.assign(process.env, before)
    })
    expect(session.accountId).toBe('123456789012')
    expect(aws.requests.at(-1)).toMatchObject({
      operation: 'GetCallerIdentity',
      headers: { 'x-amz-security-token': aws.sts.secrets[2] },
    })
  })

  test('uses loopback only, and a new, long and masked path and token per server', async () => {
    const other = await serve(900)
    const { hostname, pathname } = new URL(server.uri)
    expect(hostname).toBe('127.0.0.1')
    expect(pathname).toMatch(/^\/[\w-]{22}$/)
    expect(server.token).toMatch(/^[\w-]{43}$/)
    expect([other.token, new URL(other.uri).pathname]).not.toEqual([server.token, pathname])
    expect(runtime.masked).toEqual(expect.arrayContaining([pathname, server.token]))
    await other.close()
  })
})

describe('any other request gets an empty 403', () => {
  test.each<[string, () => Ask]>([
    ['without a token', () => ({ headers: { authorization: '' } })],
    ['with another token', () => ({ headers: { authorization: 'x'.repeat(43) } })],
    ['with a part of the token', () => ({ headers: { authorization: server.token.slice(0, -1) } })],
    ['with more than the token', () => ({ headers: { authorization: `${server.token}x` } })],
    ['with the token as a bearer', () => ({ headers: { authorization: `Bearer ${server.token}` } })],
    ['at the root', () => ({ path: '/' })],
    ['at a path below', () => ({ path: `${new URL(server.uri).pathname}/x` })],
    ['at the path with a query', () => ({ path: `${new URL(server.uri).pathname}?x` })],
    ['at the whole URL, as through a proxy', () => ({ path: server.uri })],
    ['with POST', () => ({ method: 'POST' })],
    ['with HEAD', () => ({ method: 'HEAD' })],
    ['with OPTIONS', () => ({ method: 'OPTIONS' })],
    ['with another host name (DNS rebinding)', () => ({ headers: { host: `evil.example:${port()}` } })],
    ['as localhost', () => ({ headers: { host: `localhost:${port()}` } })],
    ['without the port', () => ({ headers: { host: '127.0.0.1' } })],
  ])('%s', async (_, changes) => {
    const { status, headers, body } = await ask(changes())
    expect({ status, body }).toEqual({ status: 403, body: '' })
    expect(['connection', 'date', 'transfer-encoding']).toEqual(expect.arrayContaining(Object.keys(headers)))
  })

  test('and causes no call to AWS', async () => {
    clock.now += 14 * MINUTE
    await ask({ headers: { authorization: 'x' } })
    expect(calls()).toBe(1)
  })

  const port = (): string => new URL(server.uri).port
})

describe('a session of fifteen minutes', () => {
  test('is reused in the first half of its lifetime and renewed in the second', async () => {
    const first = await keyId()
    clock.now += 7 * MINUTE
    expect(await keyId()).toBe(first)
    clock.now += 1 * MINUTE
    expect(await keyId()).not.toBe(first)
    expect(calls()).toBe(2)
  })

  test('is followed by others as long as requests arrive', async () => {
    const seen = new Set<string>()
    for (let minute = 0; minute <= 120; minute += 1) {
      clock.now += MINUTE
      // The fake STS uses the real clock, so the lifetime is extended by the simulated time.
      aws.sts.sessionSeconds = 900 + (clock.now - Date.now()) / 1000
      const { status, body } = await ask()
      const { AccessKeyId, Expiration } = JSON.parse(body) as { AccessKeyId: string; Expiration: string }
      expect(status).toBe(200)
      expect(Date.parse(Expiration) - clock.now).toBeGreaterThan(7 * MINUTE)
      seen.add(AccessKeyId)
    }
    expect(seen.size).toBeGreaterThanOrEqual(15)
  })

  test('is renewed once for concurrent requests', async () => {
    clock.now += 10 * MINUTE
    const ids = await Promise.all(Array.from({ length: 20 }, keyId))
    expect(new Set(ids).size).toBe(1)
    expect(calls()).toBe(2)
    expect(runtime.masked).toEqual(expect.arrayContaining(aws.sts.secrets))
  })
})

describe('when AWS refuses to renew', () => {
  test('the old credentials are served until they expire, then a 503 with the cause', async () => {
    const first = await keyId()
    aws.fail('AssumeRoleWithWebIdentity', 'denied')
    clock.now += 14 * MINUTE
    expect(await keyId()).toBe(first)
    clock.now += 2 * MINUTE
    const { status, headers, body } = await ask()
    expect({ status, type: headers['content-type'] }).toEqual({ status: 503, type: 'application/json' })
    expect(JSON.parse(body)).toEqual({
      code: 'AccessDenied',
      message: expect.stringMatching(
        /^arn:aws:iam::123456789012:role\/deploy was not assumed: Not authorized/,
      ),
    })
    for (const secret of [...aws.sts.secrets, ...runtime.tokens]) expect(body).not.toContain(secret)
  })

  test('the next renewal waits half a minute while the old credentials are valid', async () => {
    const first = await keyId()
    aws.fail('AssumeRoleWithWebIdentity', 'echo', 1)
    clock.now += 8 * MINUTE
    expect(await keyId()).toBe(first)
    clock.now += MINUTE / 4
    expect(await keyId()).toBe(first)
    expect(calls()).toBe(2)
    clock.now += MINUTE / 4
    expect(await keyId()).not.toBe(first)
  })

  test('the next renewal is immediate when the old credentials have expired', async () => {
    aws.fail('AssumeRoleWithWebIdentity', 'echo', 2)
    clock.now += 16 * MINUTE
    expect((await ask()).status).toBe(503)
    expect((await ask()).status).toBe(503)
    expect((await ask()).status).toBe(200)
  })
})

describe('the server', () => {
  test('survives a client that disconnects during a renewal', async () => {
    let release = (): void => undefined
    const held = new Promise<void>((resolve) => (release = resolve))
    const idToken = runtime.idToken.bind(runtime)
    let started = (): void => undefined
    const renewal = new Promise<void>((resolve) => (started = resolve))
    Object.assign(runtime, {
      idToken: async (audience: string) => {
        started()
        return held.then(() => idToken(audience))
      },
    })
    clock.now += 10 * MINUTE
    const { port, pathname, host } = new URL(server.uri)
    const socket = connect(Number(port), '127.0.0.1')
    socket.write(`GET ${pathname} HTTP/1.1\r\nHost: ${host}\r\nAuthorization: ${server.token}\r\n\r\n`)
    await renewal
    socket.destroy()
    release()
    expect((await ask()).status).toBe(200)
    expect(calls()).toBe(2)
  })

  test('closes at once despite open connections', async () => {
    const other = await serve(900)
    const socket = connect(Number(new URL(other.uri).port), '127.0.0.1')
    await new Promise((resolve) => socket.once('connect', resolve))
    socket.on('error', () => undefined)
    const closed = new Promise((resolve) => socket.once('close', resolve))
    await other.close()
    await closed
    await expect(fetch(other.uri)).rejects.toThrow()
  })

  test('prints nothing', async () => {
    const spies = [process.stdout, process.stderr].map((stream) => jest.spyOn(stream, 'write'))
    await ask()
    await ask({ path: '/' })
    aws.fail('AssumeRoleWithWebIdentity', 'denied')
    clock.now += 16 * MINUTE
    await ask()
    for (const spy of spies) {
      expect(spy.mock.calls).toEqual([])
      spy.mockRestore()
    }
  })

  test('is not started for ambient credentials, which a child process finds in its environment', async () => {
    const session = await ambientSession({ region: 'eu-central-1', allowedAccountIds: [] }, runtime)
    expect(await serveCredentials(session, runtime)).toBeUndefined()
  })
})
