import { inspect } from 'node:util'
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals'
import { AccessDenied } from '../../src/aws/access-denied'
import { assumeRole } from '../../src/aws/assume-role'
import { Ecr } from '../../src/aws/ecr'
import { AwsError } from '../../src/aws/error'
import { FakeAws } from '../../testkit/aws/server'
import { type ObservedAws, observedAws, roleRequest } from '../../testkit/aws/runtime'

const REPOSITORY = 'langfuse/langfuse-web'
const digest = (n: number): string => `sha256:${n.toString(16).padStart(64, '0')}`

let aws: FakeAws
let runtime: ObservedAws
let ecr: Ecr
/** Tags and digests that the registry has, to their digests. */
let manifests: Map<string, string>
let blobs: Set<string>

beforeEach(async () => {
  manifests = new Map()
  blobs = new Set()
  aws = await FakeAws.start({
    registryHost: '127.0.0.1:5000',
    repositories: [REPOSITORY],
    dataPlane: {
      manifest: (repository, reference) => (repository === REPOSITORY ? manifests.get(reference) : undefined),
      blob: (_, blob) => blobs.has(blob),
    },
  })
  runtime = observedAws(aws)
  ecr = new Ecr(await assumeRole(roleRequest(), runtime), runtime)
})
afterEach(() => aws.stop())

describe('a login', () => {
  test('is host with port, user name and password, good for twelve hours', async () => {
    const { expiresAt, ...login } = await ecr.login()
    expect(login).toEqual({ host: '127.0.0.1:5000', username: 'AWS', password: aws.password })
    expect(expiresAt.getTime() - Date.now()).toBeGreaterThan(11.9 * 3_600_000)
  })

  test('masks the password and its base64 form', async () => {
    const { password } = await ecr.login()
    expect(runtime.masked).toEqual(
      expect.arrayContaining([password, Buffer.from(`AWS:${password}`).toString('base64')]),
    )
  })

  test("keeps a password's colons", async () => {
    await aws.stop()
    aws = await FakeAws.start({ password: 'a:b:c' })
    runtime = observedAws(aws)
    expect(await new Ecr(await assumeRole(roleRequest(), runtime), runtime).login()).toMatchObject({
      host: '123456789012.dkr.ecr.eu-central-1.amazonaws.com',
      password: 'a:b:c',
    })
  })

  test("to another account's registry leads to that registry's host", async () => {
    await aws.stop()
    aws = await FakeAws.start()
    runtime = observedAws(aws)
    const other = new Ecr(await assumeRole(roleRequest(), runtime), runtime, '999999999999')
    expect((await other.login()).host).toBe('999999999999.dkr.ecr.eu-central-1.amazonaws.com')
  })

  test('that is denied names the permission', async () => {
    aws.fail('GetAuthorizationToken', 'denied')
    const error: unknown = await ecr.login().catch((reason: unknown) => reason)
    expect(error).toBeInstanceOf(AwsError)
    expect(error).toMatchObject({
      operation: 'GetAuthorizationToken',
      code: 'AccessDeniedException',
      requestId: 'request-1',
    })
    expect(String(error)).toMatch(/Allow ecr:GetAuthorizationToken in a policy of the role\.$/)
    for (const secret of aws.sts.secrets) expect(inspect(error, { depth: 9 })).not.toContain(secret)
  })

  test.each([
    ['incomplete', /the answer lacks the registry's address or password/],
    ['html', /the answer is not one that AWS gives \(UnreadableAnswer, HTTP 502\).*AWS_ENDPOINT_URL/],
  ] as const)('answered with something %s is an error that says so', async (fault, sentence) => {
    aws.fail('GetAuthorizationToken', fault)
    runtime.env['AWS_MAX_ATTEMPTS'] = '1'
    await expect(new Ecr(await assumeRole(roleRequest(), runtime), runtime).login()).rejects.toThrow(sentence)
  })

  test.each(['throttled', 'server-error', 'reset'] as const)(
    'that is %s twice succeeds in the end',
    async (fault) => {
      aws.fail('GetAuthorizationToken', fault, 2)
      expect((await ecr.login()).username).toBe('AWS')
      expect(aws.inputsOf('GetAuthorizationToken')).toHaveLength(3)
    },
  )

  test('with a role that can no longer be assumed says that, not that ECR denied it', async () => {
    aws.sts.sessionSeconds = 0
    const expired = await assumeRole(roleRequest(), runtime)
    aws.fail('AssumeRoleWithWebIdentity', 'denied')
    const late = new Ecr(expired, runtime)
    await expect(late.login()).rejects.toBeInstanceOf(AccessDenied)
    await expect(late.blobs(REPOSITORY, [digest(1)])).rejects.toBeInstanceOf(AccessDenied)
  })
})

describe('images', () => {
  test('by tag and by digest are asked in one request, in every form that ECR would else convert', async () => {
    manifests.set('3.1', digest(1)).set(digest(1), digest(1)).set(digest(2), digest(2))
    const presence = await ecr.images(REPOSITORY, {
      tags: ['3.1', '3.2'],
      digests: [digest(1), digest(2), digest(3)],
    })
    expect(presence).toEqual({
      repositoryExists: true,
      digests: new Map([
        ['3.1', digest(1)],
        [digest(1), digest(1)],
        [digest(2), digest(2)],
      ]),
    })
    expect(aws.inputsOf('BatchGetImage')).toHaveLength(1)
    expect(aws.inputsOf('BatchGetImage')[0]?.['acceptedMediaTypes']).toContain(
      'application/vnd.oci.image.index.v1+json',
    )
  })

  test('do not come with names that nobody asked for', async () => {
    manifests.set('3.1', digest(1))
    const presence = await ecr.images(REPOSITORY, { tags: ['3.1'], digests: [] })
    expect([...(presence?.digests.keys() ?? [])]).toEqual(['3.1'])
  })

  test('of more than a hundred names are asked a hundred at a time, each once', async () => {
    const digests = Array.from({ length: 230 }, (_, n) => digest(n))
    for (const one of digests) manifests.set(one, one)
    const presence = await ecr.images(REPOSITORY, { tags: [], digests: [...digests, ...digests] })
    expect(presence?.digests.size).toBe(230)
    const sizes = aws.inputsOf('BatchGetImage').map((input) => (input['imageIds'] as unknown[]).length)
    expect(sizes).toEqual([100, 100, 30])
  })

  test('of a repository that is not there are none, and it says so', async () => {
    const presence = await ecr.images('langfuse/other', { tags: ['3.1'], digests: [] })
    expect(presence).toEqual({ repositoryExists: false, digests: new Map() })
  })

  test('that the role may not list are unknown', async () => {
    aws.fail('BatchGetImage', 'denied')
    expect(await ecr.images(REPOSITORY, { tags: ['3.1'], digests: [] })).toBeUndefined()
  })

  test('that AWS cannot list are an error, not absent', async () => {
    runtime.env['AWS_MAX_ATTEMPTS'] = '1'
    aws.fail('BatchGetImage', 'server-error')
    await expect(ecr.images(REPOSITORY, { tags: ['3.1'], digests: [] })).rejects.toThrow(
      /^ecr:BatchGetImage failed: Internal failure \(ServerException, HTTP 500, request request-1\)\. This is a passing/,
    )
  })

  test("of another account's registry are asked there", async () => {
    const session = await assumeRole(roleRequest(), runtime)
    await new Ecr(session, runtime, '999999999999').images(REPOSITORY, { tags: ['3.1'], digests: [] })
    expect(aws.inputsOf('BatchGetImage')).toMatchObject([
      { registryId: '999999999999', repositoryName: REPOSITORY },
    ])
  })
})

describe('blobs', () => {
  test('are those that are available', async () => {
    blobs.add(digest(1)).add(digest(3))
    expect(await ecr.blobs(REPOSITORY, [digest(1), digest(2), digest(3)])).toEqual(
      new Set([digest(1), digest(3)]),
    )
    expect(aws.inputsOf('BatchCheckLayerAvailability')).toHaveLength(1)
  })

  test('that are archived do not count', async () => {
    aws.archived.add(digest(1))
    blobs.add(digest(1)).add(digest(2))
    expect(await ecr.blobs(REPOSITORY, [digest(1), digest(2)])).toEqual(new Set([digest(2)]))
  })

  test('of more than a hundred are asked a hundred at a time, each once', async () => {
    const digests = Array.from({ length: 101 }, (_, n) => digest(n))
    for (const one of digests) blobs.add(one)
    expect(await ecr.blobs(REPOSITORY, [...digests, ...digests])).toEqual(new Set(digests))
    const sizes = aws
      .inputsOf('BatchCheckLayerAvailability')
      .map((input) => (input['layerDigests'] as []).length)
    expect(sizes).toEqual([100, 1])
  })

  test('of which there are none to ask for cost no request', async () => {
    expect(await ecr.blobs(REPOSITORY, [])).toEqual(new Set())
    expect(aws.inputsOf('BatchCheckLayerAvailability')).toEqual([])
  })

  test('of a repository that is not there are none', async () => {
    expect(await ecr.blobs('langfuse/other', [digest(1)])).toEqual(new Set())
  })

  test('that the role may not check are unknown', async () => {
    aws.fail('BatchCheckLayerAvailability', 'denied')
    expect(await ecr.blobs(REPOSITORY, [digest(1)])).toBeUndefined()
  })
})

describe('a new repository', () => {
  test('has immutable tags, scan on push, encryption, our tag, and a policy for what no tag leads to', async () => {
    expect(await ecr.createRepository('langfuse/grafana')).toEqual({ created: true })
    const { settings, lifecyclePolicyText = '' } = aws.repositories.get('langfuse/grafana') ?? {}
    expect(settings).toEqual({
      repositoryName: 'langfuse/grafana',
      imageTagMutability: 'IMMUTABLE',
      imageScanningConfiguration: { scanOnPush: true },
      encryptionConfiguration: { encryptionType: 'AES256' },
      tags: [{ Key: 'managed-by', Value: 'langfuse-deploy' }],
    })
    const { rules } = JSON.parse(lifecyclePolicyText) as { rules: { selection: unknown }[] }
    expect(rules.map(({ selection }) => selection)).toEqual([
      { tagStatus: 'untagged', countType: 'sinceImagePushed', countUnit: 'days', countNumber: 30 },
    ])
  })

  test('that exists already keeps its settings', async () => {
    expect(await ecr.createRepository(REPOSITORY)).toEqual({ created: false })
    expect(aws.repositories.get(REPOSITORY)).toEqual({ settings: {} })
    expect(aws.inputsOf('PutLifecyclePolicy')).toEqual([])
  })

  test('that may not be created names the permission, the repository and both ways around', async () => {
    aws.fail('CreateRepository', 'denied')
    const creation = ecr.createRepository('langfuse/grafana')
    await expect(creation).rejects.toBeInstanceOf(AwsError)
    await expect(creation).rejects.toThrow(
      /repository langfuse\/grafana could not be created.*Allow ecr:CreateRepository on repository\/langfuse\/grafana.*aws ecr create-repository --region eu-central-1 --repository-name langfuse\/grafana .*create-repositories: false/,
    )
  })

  test.each([
    [
      'denied',
      /AccessDeniedException\)\. Allow ecr:PutLifecyclePolicy for later repositories and run: aws ecr put/,
    ],
    ['reset', /\)\. Run: aws ecr put/],
  ] as const)('whose policy could not be put (%s) is there, with a warning', async (fault, sentence) => {
    runtime.env['AWS_MAX_ATTEMPTS'] = '1'
    aws.fail('PutLifecyclePolicy', fault)
    const { created, warning } = await ecr.createRepository('langfuse/grafana')
    expect(created).toBe(true)
    expect(warning).toMatch(/^Repository langfuse\/grafana was created without a lifecycle policy/)
    expect(warning).toMatch(sentence)
  })
})

test('credentials that run low are renewed before the next call', async () => {
  aws.sts.sessionSeconds = 60
  const short = new Ecr(await assumeRole(roleRequest(), runtime), runtime)
  aws.sts.sessionSeconds = undefined
  await short.login()
  await short.login()
  expect(aws.inputsOf('AssumeRoleWithWebIdentity')).toHaveLength(3)
  expect(new Set(runtime.tokens).size).toBe(3)
})
