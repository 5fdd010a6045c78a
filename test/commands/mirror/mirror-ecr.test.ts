import { afterAll, afterEach, describe, expect, test } from '@jest/globals'
import type { FakeAwsOptions } from '../../../testkit/aws/server'
import { FakeEcr } from '../../../testkit/aws/ecr'
import { makeImage, makeLayer } from '../../../testkit/registry/image'
import { putImage } from '../../../testkit/registry/push'
import type { RegistryOptions } from '../../../testkit/registry/server'
import { type DemoRun, MirrorDemo, twoPlatforms } from '../../../testkit/runner/mirror-demo'
import { realClock } from '../../../testkit/runner/runtime'
import type { Request } from '../../stack/iam-policy'
import { ecrRequests, unrecordedRequests } from '../../stack/calls/small-roles'

const ROLE = 'arn:aws:iam::123456789012:role/deploy'
const running: { stop(): Promise<void> }[] = []
const accounts: FakeEcr[] = []
const requests: Request[] = []
afterEach(async () => {
  requests.push(...accounts.splice(0).flatMap(ecrRequests))
  await Promise.all(running.splice(0).map((one) => one.stop()))
})

// deploy-policies.test.ts holds the record to the policy of the role.
afterAll(() => {
  expect(unrecordedRequests('langfuse-mirror', requests)).toEqual([])
})

interface Account {
  readonly ecr: FakeEcr
  readonly stage: MirrorDemo
  readonly mirror: (inputs?: Record<string, string>) => Promise<DemoRun>
}

async function open(
  options: FakeAwsOptions & { readonly registry?: RegistryOptions } = {},
  images = { app: twoPlatforms() } as MirrorDemo['images'],
): Promise<Account> {
  const ecr = await FakeEcr.start(options)
  const stage = await MirrorDemo.create({ images })
  accounts.push(ecr)
  running.push(ecr, { stop: () => stage.remove() })
  const env = {
    ...ecr.aws.env,
    GITHUB_REPOSITORY: 'acme/langfuse',
    GITHUB_RUN_ID: '42',
    DOCKER_CONFIG: '/nonexistent',
  }
  const idToken = async (audience: string): Promise<string> => {
    const headers = { authorization: `Bearer ${ecr.aws.idTokenRequestToken}` }
    const response = await fetch(`${ecr.aws.idTokenUrl}&audience=${audience}`, { headers })
    return ((await response.json()) as { value: string }).value
  }
  return {
    ecr,
    stage,
    mirror: (inputs = {}) =>
      stage.mirror(
        { registry: '', 'aws-region': 'eu-central-1', 'role-to-assume': ROLE, ...inputs },
        // The registry counts requests a second, so the time between them is real.
        { env, idToken, clock: realClock },
      ),
  }
}

describe('mirror into ECR', () => {
  test('assumes the role, creates the repositories and copies the images', async () => {
    const { ecr, stage, mirror } = await open()
    const { failure, outputs, runtime } = await mirror()
    expect(failure).toBeUndefined()
    expect(ecr.registry.tags('langfuse/app')).toEqual({ '1.0': stage.digest('app') })
    expect(ecr.registry.isComplete('langfuse/app', '1.0')).toBe(true)
    expect(outputs['images']).toBe(
      JSON.stringify({ app: `${ecr.registry.host}/langfuse/app@${stage.digest('app')}` }),
    )
    expect(ecr.aws.inputsOf('AssumeRoleWithWebIdentity')[0]).toMatchObject({
      RoleSessionName: 'acme-langfuse-42-1',
    })
    expect(ecr.aws.inputsOf('CreateRepository')[0]).toMatchObject({
      repositoryName: 'langfuse/app',
      imageTagMutability: 'IMMUTABLE',
      imageScanningConfiguration: { scanOnPush: true },
    })
    expect(runtime.secrets).toContain(ecr.aws.password)
    expect(runtime.lines.join('\n')).not.toContain(ecr.aws.password)
  })

  test('checks images in batches, and sends nothing else if all are present', async () => {
    const { ecr, stage, mirror } = await open({}, { a: twoPlatforms('a'), b: twoPlatforms('b') })
    await mirror()
    expect(ecr.registry.requests.filter(({ method }) => method === 'HEAD')).toEqual([])
    expect(ecr.aws.inputsOf('BatchCheckLayerAvailability')).toEqual([])
    const [created, fetched] = [ecr.aws.inputsOf('CreateRepository').length, stage.source.requests.length]
    ecr.registry.requests.length = 0
    ecr.aws.requests.length = 0
    const { outputs } = await mirror()
    expect(outputs).toMatchObject({ copied: '0', bytes: '0' })
    expect(ecr.aws.requests.map(({ operation }) => operation).sort()).toEqual([
      'AssumeRoleWithWebIdentity',
      'BatchGetImage',
      'BatchGetImage',
      // The manifest of an index, which tells the scanned image, came with BatchGetImage.
      'DescribeImageScanFindings',
      'DescribeImageScanFindings',
      'GetAuthorizationToken',
      'GetIdToken',
    ])
    expect(ecr.registry.requests).toEqual([])
    expect(stage.source.requests).toHaveLength(fetched)
    expect(created).toBe(2)
  })

  test('checks layers in batches if the repository exists', async () => {
    const { ecr, mirror } = await open({ repositories: ['langfuse/app'] })
    const { failure } = await mirror()
    expect(failure).toBeUndefined()
    expect(ecr.aws.inputsOf('BatchCheckLayerAvailability')).toHaveLength(1)
    expect(ecr.aws.inputsOf('CreateRepository')).toEqual([])
  })

  test('falls back to HEAD requests if the role may not call the API', async () => {
    const { ecr, mirror } = await open({ repositories: ['langfuse/app'] })
    ecr.aws.fail('BatchGetImage', 'denied')
    ecr.aws.fail('BatchCheckLayerAvailability', 'denied')
    const { failure } = await mirror()
    expect(failure).toBeUndefined()
    expect(ecr.registry.requests.some(({ method }) => method === 'HEAD')).toBe(true)
  })

  test('mounts a shared layer if the account permits it, and uploads it otherwise', async () => {
    const base = makeLayer({ size: 500_000, seed: 'base' })
    const images = {
      a: makeImage({ seed: 'a', layers: [base] }),
      b: makeImage({ seed: 'b', layers: [base] }),
    }
    for (const [blobMounting, mounts] of [
      ['ENABLED', 1],
      ['DISABLED', 0],
    ] as const) {
      const { ecr, mirror } = await open({ blobMounting }, images)
      const { failure } = await mirror()
      expect(failure).toBeUndefined()
      expect(ecr.registry.requests.filter(({ path }) => path.includes('mount='))).toHaveLength(mounts)
    }
  })

  test('gets a new password when the old one expires during a copy', async () => {
    const { ecr, mirror } = await open({ registry: { auth: { kind: 'ecr' } } })
    ecr.registry.fault({
      match: { method: 'PUT', path: /blobs/ },
      action: {
        kind: 'answer',
        status: 403,
        body: 'Your authorization token has expired. Reauthenticate and try again.',
      },
    })
    const { failure } = await mirror()
    expect(failure).toBeUndefined()
    expect(ecr.aws.inputsOf('GetAuthorizationToken').length).toBeGreaterThan(1)
  })

  test('sends at most ten manifests per second', async () => {
    const images = Object.fromEntries(['a', 'b', 'c', 'd'].map((name) => [name, twoPlatforms(name)]))
    const { ecr, mirror } = await open({}, images)
    const { failure } = await mirror()
    expect(failure).toBeUndefined()
    const puts = ecr.registry.requests.filter(
      ({ method, path }) => method === 'PUT' && /manifests/.test(path),
    )
    expect(puts.length).toBeGreaterThan(20)
    // All at once, half of them would be refused; a loaded machine may bunch some that were sent in time.
    expect(puts.filter(({ status }) => status === 429).length).toBeLessThan(4)
  })

  test('does not change a tag of an immutable repository', async () => {
    const { ecr, stage, mirror } = await open({ repositories: ['langfuse/app'] })
    const old = putImage(ecr.registry, 'langfuse/app', '1.0', makeImage({ seed: 'old' }))
    const { failure, warnings } = await mirror()
    expect(failure).toBeUndefined()
    expect(ecr.registry.tags('langfuse/app')).toEqual({
      '1.0': old,
      [`1.0-${stage.digest('app').slice(7, 19)}`]: stage.digest('app'),
    })
    expect(warnings).toHaveLength(1)
  })
})

describe('ECR rejects', () => {
  test('a role that cannot be assumed: the error names the role and the claims, never the token', async () => {
    const { ecr, mirror } = await open()
    ecr.aws.fail('AssumeRoleWithWebIdentity', 'denied')
    const error = await mirror().catch((thrown: unknown) => thrown)
    const { message } = error as Error
    expect(message).toContain(ROLE)
    expect(message).toContain("aud 'sts.amazonaws.com'")
    for (const token of ecr.aws.idTokens) expect(message).not.toContain(token)
    expect(ecr.registry.requests).toEqual([])
  })

  test('an account that is not allowed, before any request to it', async () => {
    const { ecr, mirror } = await open()
    await expect(mirror({ 'allowed-account-ids': '111111111111' })).rejects.toThrow('111111111111')
    expect(ecr.aws.requests).toEqual([])
  })

  test('a repository that may not be created: the image fails with the command to run', async () => {
    const { ecr, mirror } = await open(
      { repositories: ['langfuse/b'] },
      { a: makeImage({ seed: 'a' }), b: makeImage({ seed: 'b' }) },
    )
    ecr.aws.fail('CreateRepository', 'denied')
    const { failure, outputs } = await mirror()
    expect(failure).toMatchObject({ reason: 'aws-denied' })
    expect(failure?.message).toContain('aws ecr create-repository')
    expect(outputs['copied']).toBe('1')
    expect(ecr.registry.tags('langfuse/a')).toEqual({})
  })

  test('a missing repository if create-repositories is false', async () => {
    const { ecr, mirror } = await open()
    const { failure } = await mirror({ 'create-repositories': 'false' })
    expect(failure?.message).toContain(
      'create-repositories: is false and the repository langfuse/app does not exist',
    )
    expect(ecr.aws.inputsOf('CreateRepository')).toEqual([])
  })

  test('a run without a region, and names the input', async () => {
    const { mirror } = await open()
    await expect(mirror({ 'aws-region': '' })).rejects.toThrow('aws-region: is required')
  })

  test('nothing in a dry run, which logs the repositories that it would create', async () => {
    const { ecr, mirror } = await open()
    const { runtime } = await mirror({ 'dry-run': 'true' })
    expect(ecr.aws.inputsOf('CreateRepository')).toEqual([])
    expect(runtime.lines).toContain('langfuse/app would be created')
  })
})
