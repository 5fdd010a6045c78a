import { afterEach, describe, expect, test } from '@jest/globals'
import { sendRequest, jsonOf, type SentRequest } from '../../../testkit/network/request'
import { makeImage } from '../../../testkit/registry/image'
import { putImage } from '../../../testkit/registry/push'
import { FakeRegistry, type Auth } from '../../../testkit/registry/server'
import { basic } from '../../../testkit/registry/auth'

const started: FakeRegistry[] = []
async function start(auth: Auth): Promise<FakeRegistry> {
  const registry = await FakeRegistry.start({ auth })
  started.push(registry)
  putImage(registry, 'a', 'v1', makeImage())
  return registry
}
afterEach(() => Promise.all(started.splice(0).map((registry) => registry.stop())))

const pull = (registry: FakeRegistry, authorization?: string): Promise<SentRequest> =>
  sendRequest(`${registry.origin}/v2/a/manifests/v1`, 'GET', {
    headers: authorization ? { authorization } : {},
  })
const push = (registry: FakeRegistry, authorization: string): Promise<SentRequest> =>
  sendRequest(`${registry.origin}/v2/a/blobs/uploads/`, 'POST', { headers: { authorization } })

async function login(registry: FakeRegistry, actions: string, authorization?: string): Promise<string> {
  const url = `${registry.origin}/token?service=fake-registry&scope=repository:a:${actions}`
  const answer = await sendRequest(url, 'GET', { headers: authorization ? { authorization } : {} })
  return answer.status === 200 ? `Bearer ${tokenOf(answer)}` : `${answer.status}`
}
const tokenOf = (answer: SentRequest): string => (jsonOf(answer) as { token: string }).token

test('Basic', async () => {
  const registry = await start({ kind: 'basic', user: 'u', password: 'p' })
  expect(await pull(registry)).toMatchObject({
    status: 401,
    headers: { 'www-authenticate': 'Basic realm="fake registry"' },
  })
  expect((await pull(registry, basic('u', 'wrong'))).status).toBe(401)
  expect((await pull(registry, basic('u', 'p'))).status).toBe(200)
  expect(registry.requests.map(({ headers }) => headers.authorization)).toEqual([
    undefined,
    basic('u', 'wrong'),
    basic('u', 'p'),
  ])
})

describe('Bearer', () => {
  const user = basic('u', 'p')
  const auth = { kind: 'bearer', user: 'u', password: 'p' } as const

  test('challenges with realm, service and scope', async () => {
    const registry = await start(auth)
    expect((await pull(registry)).headers['www-authenticate']).toBe(
      `Bearer realm="${registry.origin}/token",service="fake-registry",scope="repository:a:pull"`,
    )
    const mount = await sendRequest(`${registry.origin}/v2/b/blobs/uploads/?mount=sha256:x&from=a`, 'POST')
    expect(mount.headers['www-authenticate']).toContain('scope="repository:b:pull,push repository:a:pull"')
  })

  test('grants exactly the requested scope', async () => {
    const registry = await start(auth)
    const token = await login(registry, 'pull', user)
    expect((await pull(registry, token)).status).toBe(200)
    const refused = await push(registry, token)
    expect([refused.status, refused.headers['www-authenticate']]).toEqual([
      401,
      expect.stringContaining('error="insufficient_scope"'),
    ])
    expect((await push(registry, await login(registry, 'pull,push', user))).status).toBe(202)
    expect(await login(registry, 'pull', basic('u', 'wrong'))).toBe('401')
    expect(await login(registry, 'pull')).toBe('401')
  })

  test('permits anonymous pulls if configured', async () => {
    const registry = await start({ ...auth, anonymous: true })
    const token = await login(registry, 'pull,push')
    expect((await pull(registry, token)).status).toBe(200)
    expect((await push(registry, token)).status).toBe(401)
  })

  test('tokens expire after a number of requests, after a time, or immediately', async () => {
    const counted = await start({ ...auth, requests: 2 })
    const token = await login(counted, 'pull', user)
    const statuses = [await pull(counted, token), await pull(counted, token), await pull(counted, token)]
    expect(statuses.map(({ status }) => status)).toEqual([200, 200, 401])
    expect(statuses[2]?.headers['www-authenticate']).toContain('error="invalid_token"')
    const timed = await start({ ...auth, lifeMs: 0 })
    expect((await pull(timed, await login(timed, 'pull', user))).status).toBe(401)
    const revoked = await start(auth)
    const good = await login(revoked, 'pull', user)
    revoked.expireCredentials()
    expect((await pull(revoked, good)).status).toBe(401)
  })

  test('accepts an identity token by POST', async () => {
    const registry = await start({ kind: 'bearer', identityToken: 'long-lived' })
    const grant = (refreshToken: string): Promise<SentRequest> =>
      sendRequest(`${registry.origin}/token`, 'POST', {
        headers: { 'content-type': 'application/x-www-form-urlencoded' },
        body: Buffer.from(
          `grant_type=refresh_token&refresh_token=${refreshToken}&service=fake-registry&scope=repository:a:pull&client_id=test`,
        ),
      })
    expect((await pull(registry, `Bearer ${tokenOf(await grant('long-lived'))}`)).status).toBe(200)
    expect((await grant('forged')).status).toBe(401)
  })

  test("can be issued by another registry's token service", async () => {
    const issuer = await start(auth)
    const registry = await start({ kind: 'bearer', issuer })
    expect((await pull(registry)).headers['www-authenticate']).toContain(`realm="${issuer.origin}/token"`)
    expect((await pull(registry, await login(issuer, 'pull', user))).status).toBe(200)
  })
})

test('ECR reports an expired password in plain text until a new one is used', async () => {
  const registry = await start({
    kind: 'ecr',
    requests: 2,
    password: (password) => password.startsWith('good'),
  })
  expect((await pull(registry, basic('AWS', 'bad'))).status).toBe(401)
  const answers: SentRequest[] = []
  for (const password of ['good-1', 'good-1', 'good-1', 'good-1', 'good-2']) {
    answers.push(await pull(registry, basic('AWS', password)))
  }
  expect(answers.map(({ status }) => status)).toEqual([200, 200, 403, 403, 200])
  expect(answers[2]?.headers['content-type']).toContain('text/plain')
  expect(answers[2]?.bytes.toString()).toBe(
    'Your authorization token has expired. Reauthenticate and try again.',
  )
})
