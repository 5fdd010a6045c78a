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
/** Digests by tag and digest in the registry. */
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
  test('contains host with port, user name and password, valid for twelve hours', async () => {
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

  test("for another account's registry has that registry's host", async () => {
    await aws.stop()
    aws = await FakeAws.start()
    runtime = observedAws(aws)
    const other = new Ecr(await assumeRole(roleRequest(), runtime), runtime, '999999999999')
    expect((await other.login()).host).toBe('999999999999.dkr.ecr.eu-central-1.amazonaws.com')
  })

  test('that is denied names the permission in the error', async () => {
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
    ['html', /the answer does not come from AWS \(UnreadableAnswer, HTTP 502\).*AWS_ENDPOINT_URL/],
  ] as const)('with an answer of kind %s is an error', async (fault, sentence) => {
    aws.fail('GetAuthorizationToken', fault)
    runtime.env['AWS_MAX_ATTEMPTS'] = '1'
    await expect(new Ecr(await assumeRole(roleRequest(), runtime), runtime).login()).rejects.toThrow(sentence)
  })

  test.each(['throttled', 'server-error', 'reset'] as const)(
    'succeeds after two failures of kind %s',
    async (fault) => {
      aws.fail('GetAuthorizationToken', fault, 2)
      expect((await ecr.login()).username).toBe('AWS')
      expect(aws.inputsOf('GetAuthorizationToken')).toHaveLength(3)
    },
  )

  test('with a role that can no longer be assumed reports the role, not ECR', async () => {
    aws.sts.sessionSeconds = 0
    const expired = await assumeRole(roleRequest(), runtime)
    aws.fail('AssumeRoleWithWebIdentity', 'denied')
    const late = new Ecr(expired, runtime)
    await expect(late.login()).rejects.toBeInstanceOf(AccessDenied)
    await expect(late.findBlobs(REPOSITORY, [digest(1)])).rejects.toBeInstanceOf(AccessDenied)
  })
})

describe('images', () => {
  test('by tag and by digest are requested together, with all media types to avoid a conversion', async () => {
    manifests.set('3.1', digest(1)).set(digest(1), digest(1)).set(digest(2), digest(2))
    const found = await ecr.findImages(REPOSITORY, {
      tags: ['3.1', '3.2'],
      digests: [digest(1), digest(2), digest(3)],
    })
    expect(found).toEqual({
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

  test('do not include names that were not requested', async () => {
    manifests.set('3.1', digest(1))
    const found = await ecr.findImages(REPOSITORY, { tags: ['3.1'], digests: [] })
    expect([...(found?.digests.keys() ?? [])]).toEqual(['3.1'])
  })

  test('of more than a hundred names are requested once each, a hundred at a time', async () => {
    const digests = Array.from({ length: 230 }, (_, n) => digest(n))
    for (const one of digests) manifests.set(one, one)
    const found = await ecr.findImages(REPOSITORY, { tags: [], digests: [...digests, ...digests] })
    expect(found?.digests.size).toBe(230)
    const sizes = aws.inputsOf('BatchGetImage').map((input) => (input['imageIds'] as unknown[]).length)
    expect(sizes).toEqual([100, 100, 30])
  })

  test('of a missing repository are empty', async () => {
    const found = await ecr.findImages('langfuse/other', { tags: ['3.1'], digests: [] })
    expect(found).toEqual({ repositoryExists: false, digests: new Map() })
  })

  test('are unknown without the permission', async () => {
    aws.fail('BatchGetImage', 'denied')
    expect(await ecr.findImages(REPOSITORY, { tags: ['3.1'], digests: [] })).toBeUndefined()
  })

  test('are an error, not absent, when AWS fails', async () => {
    runtime.env['AWS_MAX_ATTEMPTS'] = '1'
    aws.fail('BatchGetImage', 'server-error')
    await expect(ecr.findImages(REPOSITORY, { tags: ['3.1'], digests: [] })).rejects.toThrow(
      /^ecr:BatchGetImage failed: Internal failure \(ServerException, HTTP 500, request request-1\)\. The error is temporary/,
    )
  })

  test("of another account's registry are requested there", async () => {
    const session = await assumeRole(roleRequest(), runtime)
    await new Ecr(session, runtime, '999999999999').findImages(REPOSITORY, { tags: ['3.1'], digests: [] })
    expect(aws.inputsOf('BatchGetImage')).toMatchObject([
      { registryId: '999999999999', repositoryName: REPOSITORY },
    ])
  })
})

describe('blobs', () => {
  test('are the available ones', async () => {
    blobs.add(digest(1)).add(digest(3))
    expect(await ecr.findBlobs(REPOSITORY, [digest(1), digest(2), digest(3)])).toEqual(
      new Set([digest(1), digest(3)]),
    )
    expect(aws.inputsOf('BatchCheckLayerAvailability')).toHaveLength(1)
  })

  test('do not include archived ones', async () => {
    aws.archived.add(digest(1))
    blobs.add(digest(1)).add(digest(2))
    expect(await ecr.findBlobs(REPOSITORY, [digest(1), digest(2)])).toEqual(new Set([digest(2)]))
  })

  test('of more than a hundred digests are requested once each, a hundred at a time', async () => {
    const digests = Array.from({ length: 101 }, (_, n) => digest(n))
    for (const one of digests) blobs.add(one)
    expect(await ecr.findBlobs(REPOSITORY, [...digests, ...digests])).toEqual(new Set(digests))
    const sizes = aws
      .inputsOf('BatchCheckLayerAvailability')
      .map((input) => (input['layerDigests'] as []).length)
    expect(sizes).toEqual([100, 1])
  })

  test('of no digests need no request', async () => {
    expect(await ecr.findBlobs(REPOSITORY, [])).toEqual(new Set())
    expect(aws.inputsOf('BatchCheckLayerAvailability')).toEqual([])
  })

  test('of a missing repository are none', async () => {
    expect(await ecr.findBlobs('langfuse/other', [digest(1)])).toEqual(new Set())
  })

  test('are unknown without the permission to check them', async () => {
    aws.fail('BatchCheckLayerAvailability', 'denied')
    expect(await ecr.findBlobs(REPOSITORY, [digest(1)])).toBeUndefined()
  })
})

describe('a new repository', () => {
  test('has immutable tags, scan on push, encryption, a tag, and a lifecycle policy for untagged images', async () => {
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

  test('that exists keeps its settings', async () => {
    expect(await ecr.createRepository(REPOSITORY)).toEqual({ created: false })
    expect(aws.repositories.get(REPOSITORY)).toEqual({ settings: {} })
    expect(aws.inputsOf('PutLifecyclePolicy')).toEqual([])
  })

  test('that may not be created leads to an error with permission, repository and both alternatives', async () => {
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
  ] as const)('without its lifecycle policy (%s) is created with a warning', async (fault, sentence) => {
    runtime.env['AWS_MAX_ATTEMPTS'] = '1'
    aws.fail('PutLifecyclePolicy', fault)
    const { created, warning } = await ecr.createRepository('langfuse/grafana')
    expect(created).toBe(true)
    expect(warning).toMatch(/^Repository langfuse\/grafana was created without a lifecycle policy/)
    expect(warning).toMatch(sentence)
  })
})

test('expiring credentials are renewed before the next call', async () => {
  aws.sts.sessionSeconds = 60
  const short = new Ecr(await assumeRole(roleRequest(), runtime), runtime)
  aws.sts.sessionSeconds = undefined
  await short.login()
  await short.login()
  expect(aws.inputsOf('AssumeRoleWithWebIdentity')).toHaveLength(3)
  expect(new Set(runtime.tokens).size).toBe(3)
})
