import { afterEach, describe, expect, test } from '@jest/globals'
import { upload } from '../../src/registry/blobs'
import { buffered, bytesOf } from '../../testkit/registry/content'
import { makeLayer } from '../../testkit/registry/image'
import { FakeRegistry, type RegistryOptions } from '../../testkit/registry/server'
import { Closing, openClient, type Opened } from './open'

const closing = new Closing()
afterEach(() => closing.all())

const layer = makeLayer({ size: 10_000, seed: 'session' })
const blob = layer.descriptor
const content = layer.content ? bytesOf(layer.content) : Buffer.alloc(0)

async function* chunks(): AsyncGenerator<Buffer> {
  yield await Promise.resolve(content)
}

async function open(
  options: RegistryOptions = {},
): Promise<Opened & { fake: FakeRegistry; send(): Promise<void> }> {
  const fake = closing.add(await FakeRegistry.start(options))
  const opened = closing.add(openClient(fake))
  return { ...opened, fake, send: () => upload({ registry: opened.registry, repository: 'b', blob }, chunks) }
}

describe('an upload', () => {
  const errors = (...codes: string[]): string => JSON.stringify({ errors: codes.map((code) => ({ code })) })

  test.each(['POST', 'PUT'])(
    'is repeated while the registry does not know a new repository (%s)',
    async (method) => {
      const opened = await open()
      const body = errors('NAME_UNKNOWN')
      opened.fake.fault({ match: { method }, times: 2, action: { kind: 'answer', status: 404, body } })
      await opened.send()
      expect(opened.fake.blob('b', blob.digest)?.equals(content)).toBe(true)
      expect(opened.runtime.waits).toHaveLength(2)
    },
  )

  test('to a repository that stays unknown fails after some seconds', async () => {
    const opened = await open({ autoCreate: false })
    await expect(opened.send()).rejects.toMatchObject({
      codes: ['NAME_UNKNOWN'],
    })
    expect(opened.runtime.waits).toHaveLength(6)
    expect(opened.runtime.waits.reduce((sum, ms) => sum + ms)).toBeLessThan(20_000)
  })

  test('to an address that is not a registry fails at once', async () => {
    const opened = await open()
    opened.fake.fault({ match: { method: 'POST' }, times: Infinity, action: { kind: 'html', status: 404 } })
    await expect(opened.send()).rejects.toThrow('check that the host is a registry')
    expect(opened.runtime.waits).toEqual([])
  })

  describe.each([200, 202])('that is answered with %d', (status) => {
    const HEAD = { match: { method: 'HEAD' }, times: Infinity }

    test('is complete if the registry has the blob', async () => {
      const opened = await open()
      opened.fake.putBlob('b', buffered(content))
      opened.fake.fault({ match: { method: 'PUT' }, action: { kind: 'answer', status } })
      // Known some time after the upload.
      opened.fake.fault({ ...HEAD, times: 2, action: { kind: 'answer', status: 404 } })
      await opened.send()
      expect(opened.runtime.waits).toHaveLength(2)
    })

    test('fails if the registry does not have it', async () => {
      const opened = await open()
      opened.fake.fault({ match: { method: 'PUT' }, action: { kind: 'answer', status } })
      await expect(opened.send()).rejects.toThrow(
        `answered ${status}: accepted the blob ${blob.digest}, but does not have it; check that no proxy answers`,
      )
      expect(opened.fake.requests.filter(({ method }) => method === 'PUT')).toHaveLength(1)
    })

    test('is left to the manifest if the registry refuses HEAD', async () => {
      const opened = await open()
      opened.fake.fault({ match: { method: 'PUT' }, action: { kind: 'answer', status } })
      opened.fake.fault({ ...HEAD, action: { kind: 'answer', status: 405 } })
      await opened.send()
      expect(opened.runtime.waits).toEqual([])
    })
  })

  const USER = 'User: arn:aws:sts::123456789012:assumed-role/mirror/1 is not authorized to perform:'
  const PUSH =
    'ecr:BatchCheckLayerAvailability, ecr:CompleteLayerUpload, ecr:InitiateLayerUpload, ecr:PutImage and ecr:UploadLayerPart'

  test.each([
    [
      `${USER} ecr:InitiateLayerUpload on resource: r`,
      `on resource: r; allow ${PUSH} in the policy of the role`,
    ],
    [
      `${USER} ecr:PutImage on resource: r because no identity-based policy allows the ecr:PutImage action`,
      `allow ${PUSH} in the policy of the role`,
    ],
    [
      `${USER} ecr:PutImage on resource: r because no VPC endpoint policy allows the ecr:PutImage action`,
      `allow ${PUSH} in the VPC endpoint policy`,
    ],
    [
      `${USER} ecr:PutImage on resource: r because no resource-based policy allows the ecr:PutImage action`,
      `allow ${PUSH} in the repository's policy`,
    ],
    [
      `${USER} ecr:PutImage on resource: r because no permissions boundary allows the ecr:PutImage action`,
      `allow ${PUSH} in the permissions boundary`,
    ],
    [
      `${USER} ecr:PutImage on resource: r with an explicit deny in a service control policy`,
      'remove the statement of the service control policy that denies ecr:PutImage',
    ],
    [`${USER} kms:GenerateDataKey on resource: k`, 'allow kms:GenerateDataKey in the policy of the role'],
    ['requested access to the resource is denied', 'check that the credentials may push to this repository'],
  ])('that is denied with "%s" ends with advice', async (message, advice) => {
    const opened = await open()
    const body = JSON.stringify({ errors: [{ code: 'DENIED', message }] })
    opened.fake.fault({
      match: { method: 'POST' },
      times: Infinity,
      action: { kind: 'answer', status: 403, body },
    })
    const failing = opened.send()
    await expect(failing).rejects.toThrow(advice)
    await expect(failing).rejects.toThrow(message)
    expect(opened.runtime.waits).toEqual([])
  })

  test.each([
    [400, errors('TOOMANYREQUESTS')],
    [403, errors('ThrottlingException')],
    [405, '{"errors":[{"code":"UNSUPPORTED_NOW","message":"Rate exceeded"}]}'],
    [400, '{"__type":"com.amazonaws.ecr#ThrottlingException","message":"Rate exceeded"}'],
  ])('that is throttled with %d %s is tried again', async (status, body) => {
    const opened = await open()
    opened.fake.fault({ match: { method: 'POST' }, action: { kind: 'answer', status, body } })
    await opened.send()
    expect(opened.fake.hasBlob('b', blob.digest)).toBe(true)
    expect(opened.runtime.waits).toHaveLength(1)
  })

  test.each([
    [400, errors('LimitExceededException')],
    [429, errors('LIMIT_EXCEEDED')],
    [500, '{"__type":"LimitExceededException","Message":"The limit per repository is 1"}'],
  ])('that a quota prevents (%d %s) is not tried again', async (status, body) => {
    const opened = await open()
    opened.fake.fault({
      match: { method: 'POST' },
      times: Infinity,
      action: { kind: 'answer', status, body },
    })
    await expect(opened.send()).rejects.toThrow('request a higher quota in Service Quotas')
    expect(opened.runtime.waits).toEqual([])
  })
})
