import type { AwsSession } from '../../src/aws/credentials'
import {
  ECRClient,
  DescribeRepositoriesCommand,
  GetLifecyclePolicyCommand,
  PutImageTagMutabilityCommand,
} from '@aws-sdk/client-ecr'
import { ListTagsForResourceCommand } from '@aws-sdk/client-ecr'
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import { assumeRole } from '../../src/aws/assume-role'
import { Ecr } from '../../src/aws/ecr'
import { LIFECYCLE_POLICY } from '../../src/aws/ecr-repository'
import type { RoleRuntime } from '../../src/aws/assume-role'
import { roleRequest } from '../../testkit/aws/runtime'
import { mintIdToken } from '../../testkit/github/id-token'
import { Moto, motoIsMissing } from '../../testkit/moto/moto'

const missing = motoIsMissing()
const suite = missing === undefined ? describe : describe.skip
const DIGEST = `sha256:${'a'.repeat(64)}`

suite(missing ?? 'a local AWS (moto)', () => {
  let moto: Moto
  let session: AwsSession
  let raw: ECRClient
  let runtime: RoleRuntime
  const masked: string[] = []

  beforeAll(async () => {
    moto = await Moto.start({
      registryHost: '127.0.0.1:5001',
      dataPlane: {
        manifest: (_, reference) => (reference === '3.1' ? DIGEST : undefined),
        blob: (_, digest) => digest === DIGEST,
      },
    })
    runtime = {
      env: { AWS_ENDPOINT_URL: moto.url },
      mask: (secret) => masked.push(secret),
      sleep: () => Promise.resolve(),
      random: () => 0,
      wallClockMs: Date.now,
      idToken: (audience) => Promise.resolve(mintIdToken(audience, {})),
    }
    session = await assumeRole(roleRequest({ allowedAccountIds: ['123456789012'] }), runtime)
    const credentials = session.credentials ?? (() => Promise.reject(new Error('no provider')))
    raw = new ECRClient({ region: session.region, endpoint: moto.directUrl, credentials })
  })
  afterAll(() => moto.stop())

  test("opens a session in the role's account", async () => {
    expect(session.accountId).toBe('123456789012')
    const credentials = await session.credentials?.()
    expect(masked).toEqual([
      credentials?.accessKeyId,
      credentials?.secretAccessKey,
      credentials?.sessionToken,
    ])
  })

  test('creates a repository with the settings', async () => {
    expect(await new Ecr(session, runtime).createRepository('langfuse/web')).toEqual({ created: true })
    const { repositories } = await raw.send(
      new DescribeRepositoriesCommand({ repositoryNames: ['langfuse/web'] }),
    )
    expect(repositories).toMatchObject([
      {
        imageTagMutability: 'IMMUTABLE',
        imageScanningConfiguration: { scanOnPush: true },
        encryptionConfiguration: { encryptionType: 'AES256' },
      },
    ])
    const resourceArn = repositories?.[0]?.repositoryArn
    const { tags } = await raw.send(new ListTagsForResourceCommand({ resourceArn }))
    expect(tags).toEqual([{ Key: 'managed-by', Value: 'langfuse-deploy' }])
    const policy = await raw.send(new GetLifecyclePolicyCommand({ repositoryName: 'langfuse/web' }))
    expect(JSON.parse(policy.lifecyclePolicyText ?? '')).toEqual(JSON.parse(LIFECYCLE_POLICY))
  })

  test('keeps the settings of a repository that exists', async () => {
    const ecr = new Ecr(session, runtime)
    await ecr.createRepository('langfuse/worker')
    const repositoryName = 'langfuse/worker'
    await raw.send(new PutImageTagMutabilityCommand({ repositoryName, imageTagMutability: 'MUTABLE' }))
    expect(await ecr.createRepository(repositoryName)).toEqual({ created: false })
    const { repositories } = await raw.send(
      new DescribeRepositoriesCommand({ repositoryNames: [repositoryName] }),
    )
    expect(repositories?.[0]?.imageTagMutability).toBe('MUTABLE')
  })

  test('logs in to the local registry', async () => {
    expect(await new Ecr(session, runtime).login()).toMatchObject({ host: '127.0.0.1:5001', username: 'AWS' })
  })

  test('finds images and blobs of the local registry', async () => {
    const ecr = new Ecr(session, runtime)
    await ecr.createRepository('langfuse/grafana')
    const found = await ecr.findImages('langfuse/grafana', { tags: ['3.1', '3.2'], digests: [] })
    expect(found).toEqual({ repositoryExists: true, digests: new Map([['3.1', DIGEST]]) })
    expect(await ecr.findBlobs('langfuse/grafana', [DIGEST])).toEqual(new Set([DIGEST]))
  })

  test('finds nothing in a missing repository', async () => {
    const ecr = new Ecr(session, runtime)
    const found = await ecr.findImages('langfuse/nowhere', { tags: ['3.1'], digests: [] })
    expect(found).toEqual({ repositoryExists: false, digests: new Map() })
    expect(await ecr.findBlobs('langfuse/nowhere', [DIGEST])).toEqual(new Set())
  })
})
