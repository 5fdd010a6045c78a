import { afterEach, beforeEach, describe, expect, test } from '@jest/globals'
import { assumeRole } from '../../src/aws/assume-role'
import { clientSettings } from '../../src/aws/client'
import { Ecr } from '../../src/aws/ecr'
import { FakeAws } from '../../testkit/aws/server'
import { observedAws, roleRequest } from '../../testkit/aws/runtime'
import { ConnectProxy } from '../../testkit/network/connect-proxy'

let aws: FakeAws
beforeEach(async () => {
  aws = await FakeAws.start()
})
afterEach(() => aws.stop())

describe('a proxy', () => {
  let proxy: ConnectProxy
  beforeEach(async () => {
    proxy = await ConnectProxy.start(Number(new URL(aws.url).port))
  })
  afterEach(() => proxy.stop())

  test('carries the calls to its hosts, with its own credentials', async () => {
    const runtime = observedAws(aws, {
      env: { AWS_ENDPOINT_URL_STS: 'http://sts.example:8080', AWS_ENDPOINT_URL_ECR: aws.url },
      proxyUrl: ({ hostname }) =>
        hostname === 'sts.example' ? `http://me:pass@127.0.0.1:${proxy.port}` : undefined,
    })
    const session = await assumeRole(roleRequest(), runtime)
    await new Ecr(session, runtime).login()
    expect(proxy.tunnels).toEqual(['sts.example:8080'])
    expect(proxy.authorizations).toEqual([`Basic ${Buffer.from('me:pass').toString('base64')}`])
    expect(aws.inputsOf('GetAuthorizationToken')).toHaveLength(1)
  })

  test("is chosen for the region's real AWS host", async () => {
    const hosts: string[] = []
    const runtime = observedAws(aws, {
      env: {},
      proxyUrl: (url) => {
        hosts.push(url.href)
        return 'http://127.0.0.1:1'
      },
    })
    await expect(assumeRole(roleRequest(), runtime)).rejects.toThrow(/was not assumed/)
    expect(new Set(hosts)).toEqual(new Set(['https://sts.eu-central-1.amazonaws.com/']))
  })
})

describe('the settings of a client', () => {
  const session = { region: 'eu-central-1', credentials: undefined }
  const settings = (env: NodeJS.ProcessEnv) => clientSettings('ECR', session, observedAws(aws, { env }))

  test.each([
    [{}, undefined],
    [{ AWS_ENDPOINT_URL: 'http://all' }, 'http://all'],
    [{ AWS_ENDPOINT_URL: 'http://all', AWS_ENDPOINT_URL_ECR: 'http://ecr' }, 'http://ecr'],
    [{ AWS_ENDPOINT_URL: 'http://all', AWS_ENDPOINT_URL_STS: 'http://sts' }, 'http://all'],
    [{ AWS_ENDPOINT_URL: 'http://all', AWS_IGNORE_CONFIGURED_ENDPOINT_URLS: 'true' }, undefined],
    [{ AWS_ENDPOINT_URL: '' }, undefined],
  ])('of %j have the endpoint %s', async (env, endpoint) => {
    expect((await settings(env)).endpoint).toBe(endpoint)
  })

  test('of S3 use path style for configured endpoints only', async () => {
    const s3 = (env: NodeJS.ProcessEnv) => clientSettings('S3', session, observedAws(aws, { env }))
    const named = { AWS_ENDPOINT_URL: 'http://all', AWS_ENDPOINT_URL_S3: 'http://s3' }
    expect(await s3(named)).toMatchObject({ endpoint: 'http://s3', forcePathStyle: true })
    expect(await s3({ AWS_ENDPOINT_URL_ECR: 'http://ecr' })).not.toHaveProperty('forcePathStyle')
    expect(await settings(named)).not.toHaveProperty('forcePathStyle')
  })

  test.each([
    [{}, 5],
    [{ AWS_MAX_ATTEMPTS: '2' }, 2],
    [{ AWS_MAX_ATTEMPTS: 'many' }, 5],
    [{ AWS_MAX_ATTEMPTS: '0' }, 5],
  ])('of %j make %i attempts', async (env, attempts) => {
    expect((await settings(env)).maxAttempts).toBe(attempts)
  })

  test("switch off the SDK's notice on Node versions", async () => {
    const env: NodeJS.ProcessEnv = {}
    await settings(env)
    expect(env['AWS_SDK_JS_NODE_VERSION_SUPPORT_WARNING_DISABLED']).toBe('true')
  })
})
