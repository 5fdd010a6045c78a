import {
  CreateBucketCommand,
  GetObjectCommand,
  ListObjectVersionsCommand,
  PutBucketEncryptionCommand,
  PutBucketVersioningCommand,
  PutObjectCommand,
  S3Client,
} from '@aws-sdk/client-s3'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from '@jest/globals'
import { assumeRole } from '../../src/aws/assume-role'
import { S3Connection } from '../../src/aws/bucket'
import { AwsError } from '../../src/aws/error'
import { InvalidPlanRecord, type PlanRecord } from '../../src/review/plan-record'
import { InvalidRecordsUrl, PlanRecordStore } from '../../src/aws/plan-record-store'
import { FakeAws } from '../../testkit/aws/server'
import { FaultProxy, type Rejection } from '../../testkit/aws/fault-proxy'
import type { ErrorAnswer } from '../../testkit/aws/faults'
import { type ObservedAws, observedAws, roleRequest } from '../../testkit/aws/runtime'
import { Moto, motoIsMissing } from '../../testkit/moto/moto'

const missing = motoIsMissing()
const suite = missing === undefined ? describe : describe.skip
const region = 'eu-central-1'
const BUCKET = 'acme-terraform-state'
const KEY = `plans/1296269/7/${'a'.repeat(40)}/terraform%2Flangfuse.json`
const wanted = {
  repositoryId: 1296269,
  pullNumber: 7,
  headSha: 'a'.repeat(40),
  stack: 'terraform/langfuse',
}
const record: PlanRecord = {
  ...wanted,
  runId: 9_000_000_042,
  runAttempt: 1,
  terraformVersion: '1.11.4',
  target: {
    workspace: 'default',
    account: '123456789012',
    region: 'eu-central-1',
    state: 's3://state/langfuse.tfstate',
  },
  fingerprint: 'f'.repeat(64),
  salt: 'c2FsdA==',
  entries: new Map([
    [
      'module.a["x/y"].aws_s3_bucket.b[0]',
      {
        kind: 'create',
        hash: 'e'.repeat(64),
        attributes: { bucket: '0f' },
        unknown: { arn: true, rule: [{ id: true, days: false }] },
        identityHash: 'a'.repeat(64),
        createdHash: 'c'.repeat(64),
        removedHash: 'b'.repeat(64),
      },
    ],
    [
      '__proto__',
      {
        kind: 'update',
        hash: 'd'.repeat(64),
        attributes: {},
        unknown: {},
        identityHash: '9'.repeat(64),
        createdHash: undefined,
        removedHash: undefined,
      },
    ],
  ]),
  counts: { create: 1, update: 1 },
  createdAt: new Date('2026-11-23T12:00:00.000Z'),
}

suite(missing ?? 'the records of reviewed plans in S3 (moto)', () => {
  let moto: Moto
  let raw: S3Client
  let aws: FakeAws
  let proxy: FaultProxy
  let runtime: ObservedAws
  let refusal: Rejection
  let requests: string[]

  beforeAll(async () => {
    moto = await Moto.start()
    const credentials = { accessKeyId: 'seed', secretAccessKey: 'seed' }
    raw = new S3Client({ region, endpoint: moto.directUrl, forcePathStyle: true, credentials })
    const CreateBucketConfiguration = { LocationConstraint: region } as const
    await raw.send(new CreateBucketCommand({ Bucket: BUCKET, CreateBucketConfiguration }))
    const VersioningConfiguration = { Status: 'Enabled' } as const
    await raw.send(new PutBucketVersioningCommand({ Bucket: BUCKET, VersioningConfiguration }))
  }, 60_000)
  afterAll(async () => {
    raw.destroy()
    await moto.stop()
  })
  beforeEach(async () => {
    aws = await FakeAws.start()
    refusal = () => undefined
    requests = []
    proxy = await FaultProxy.start(moto.directUrl, (request) => {
      requests.push(`${request.method} ${request.url}`)
      return refusal(request) ?? aws.unauthenticated(request)
    })
    runtime = observedAws(aws, {
      env: { ...aws.env, AWS_ENDPOINT_URL_S3: proxy.url, AWS_MAX_ATTEMPTS: '1' },
    })
  })
  afterEach(async () => {
    await proxy.stop()
    await aws.stop()
  })

  const at = async (url = `s3://${BUCKET}/plans/`): Promise<PlanRecordStore> =>
    new PlanRecordStore(url, new S3Connection(await assumeRole(roleRequest(), runtime), runtime))

  async function put(body: string): Promise<void> {
    await raw.send(new PutObjectCommand({ Bucket: BUCKET, Key: KEY, Body: body }))
  }

  async function failureOf(call: Promise<unknown>): Promise<Error> {
    return call.then(
      () => {
        throw new Error('it did not fail')
      },
      (error: unknown) => error as Error,
    )
  }

  test('are read as they were written', async () => {
    const records = await at()
    expect(await records.write(record)).toBe(`s3://${BUCKET}/${KEY}`)
    expect(await records.read(wanted)).toEqual(record)
  })

  test('are JSON objects with a version, in a folder per repository, pull request and commit', async () => {
    await (await at()).write(record)
    const object = await raw.send(new GetObjectCommand({ Bucket: BUCKET, Key: KEY }))
    expect(object.ContentType).toBe('application/json')
    expect(JSON.parse((await object.Body?.transformToString()) ?? '')).toMatchObject({
      version: 4,
      createdAt: '2026-11-23T12:00:00.000Z',
      entries: { ['__proto__']: { kind: 'update' } },
    })
  })

  test('contain only the fields of a record', async () => {
    const loose = { ...record, plan: 'secret', version: 9, counts: { ...record.counts } }
    await (await at()).write(loose)
    const object = await raw.send(new GetObjectCommand({ Bucket: BUCKET, Key: KEY }))
    const body = (await object.Body?.transformToString()) ?? ''
    expect(body).not.toContain('secret')
    expect(JSON.parse(body)).toMatchObject({ version: 4 })
  })

  test("are encrypted with the bucket's default encryption", async () => {
    const Rules = [
      { ApplyServerSideEncryptionByDefault: { SSEAlgorithm: 'aws:kms', KMSMasterKeyID: 'alias/state' } },
    ] as const
    const ServerSideEncryptionConfiguration = { Rules: [...Rules] }
    await raw.send(new PutBucketEncryptionCommand({ Bucket: BUCKET, ServerSideEncryptionConfiguration }))
    await (await at()).write(record)
    const object = await raw.send(new GetObjectCommand({ Bucket: BUCKET, Key: KEY }))
    expect(object).toMatchObject({ ServerSideEncryption: 'aws:kms', SSEKMSKeyId: 'alias/state' })
  })

  test('of a later run replace earlier ones, which a versioned bucket keeps', async () => {
    const records = await at(`s3://${BUCKET}/again`)
    await records.write(record)
    await records.write({ ...record, runAttempt: 2 })
    expect(await records.read(wanted)).toMatchObject({ runAttempt: 2 })
    const { Versions } = await raw.send(new ListObjectVersionsCommand({ Bucket: BUCKET, Prefix: 'again/' }))
    expect(Versions).toHaveLength(2)
  })

  test.each([
    ['s3://acme-terraform-state', ''],
    ['s3://acme-terraform-state/', ''],
    ['s3://acme-terraform-state/a/b', 'a/b/'],
    ['s3://acme-terraform-state/a/b/', 'a/b/'],
  ])('are stored below %s', async (url, prefix) => {
    const written = await (await at(url)).write(record)
    expect(written).toBe(`s3://${BUCKET}/${prefix}${KEY.replace('plans/', '')}`)
    expect(await (await at(url)).read(wanted)).toEqual(record)
  })

  test.each([
    'acme-terraform-state',
    'https://acme-terraform-state.s3.amazonaws.com/plans/',
    's3://A/plans/',
    's3://acme-terraform-state//plans/',
    's3://acme-terraform-state/../other/',
    's3://acme-terraform-state/plans/?x',
    's3://acme-terraform-state/pl ans/',
    '',
  ])("are not stored in '%s'", async (url) => {
    const failure = at(url)
    await expect(failure).rejects.toBeInstanceOf(InvalidRecordsUrl)
    await expect(failure).rejects.toThrow(
      `plan-records: '${url}' is not the URL of a folder in S3; expected, for example, s3://`,
    )
  })

  test.each([
    ['another repository', { repositoryId: 5 }],
    ['another pull request', { pullNumber: 70 }],
    ['another commit', { headSha: 'b'.repeat(40) }],
    ['another stack', { stack: 'terraform' }],
    ['a stack with an encoded name', { stack: 'terraform%2Flangfuse' }],
  ])('are not found for %s', async (_, changes) => {
    const records = await at()
    await records.write(record)
    expect(await records.read({ ...wanted, ...changes })).toBeUndefined()
  })

  test.each([
    ['pullNumber', { pullNumber: 0 }],
    ['pullNumber', { pullNumber: 1.5 }],
    ['headSha', { headSha: 'main' }],
    ['headSha', { headSha: '../'.repeat(13) + 'x' }],
    ['stack', { stack: '' }],
    ['repositoryId', { repositoryId: Number.NaN }],
  ])('are not requested with an invalid %s, %j', async (field, changes) => {
    const records = await at()
    await expect(records.read({ ...wanted, ...changes })).rejects.toThrow(`its field ${field} is missing`)
    await expect(records.write({ ...record, ...changes })).rejects.toThrow(`its field ${field} is missing`)
    expect(requests).toEqual([])
  })

  test('are not written when they could not be read again', async () => {
    const records = await at()
    await expect(records.write({ ...record, fingerprint: '' })).rejects.toThrow(
      /was not written: its field fingerprint is missing/,
    )
    expect(requests).toEqual([])
  })

  test.each([
    ['repository', { repositoryId: 5 }, 'repository 5 instead of 1296269'],
    ['pull request', { pullNumber: 8 }, 'pull request 8 instead of 7'],
    ['commit', { headSha: 'b'.repeat(40) }, `commit ${'b'.repeat(40)} instead of ${'a'.repeat(40)}`],
    ['stack', { stack: 'x\n::error::' }, 'stack x ::error:: instead of terraform/langfuse'],
  ])('of another %s are rejected', async (_, changes, sentence) => {
    await put(json(changes))
    const failure = await failureOf((await at()).read(wanted))
    expect(failure).toBeInstanceOf(InvalidPlanRecord)
    expect(failure.message).toContain(
      `s3://${BUCKET}/${KEY} is not a valid record of this plan: it is a record of ${sentence}. Run plan on the pull request again`,
    )
  })

  test.each([
    ['no JSON', 'x', 'it is not a JSON object'],
    ['nothing', ' ', 'it is not a JSON object'],
    ['a list', '[]', 'it is not a JSON object'],
    [
      'an older version',
      json({ version: 3 }),
      'it was recorded by another version of the action (record version 3, this action reads 4). Run plan on the pull request again',
    ],
    [
      'marks that nest too deeply',
      json({}).replace('"days":false', `"days":${'['.repeat(200_000)}${']'.repeat(200_000)}`),
      "unknown['rule'] is missing or invalid",
    ],
    ['a later version', json({ version: 5 }), 'recorded by another version of the action (record version 5,'],
    [
      'no version',
      json({ version: undefined }),
      'recorded by another version of the action (record version undefined,',
    ],
    ['a number as string', json({ pullNumber: '7' }), 'its field pullNumber is missing'],
    ['a run without a number', json({ runId: null }), 'its field runId is missing'],
    ['a fingerprint with a line break', json({ fingerprint: 'a\nb' }), 'its field fingerprint is missing'],
    ['no salt', json({ salt: undefined }), 'its field salt is missing'],
    ['a list of entries', json({ entries: [] }), 'its field entries is missing'],
    [
      'an entry without a hash',
      json({ entries: { a: { kind: 'x' } } }),
      "its field entries['a'].hash is missing",
    ],
    ['a count below zero', json({ counts: { create: -1 } }), "its field counts['create'] is missing"],
    ['no time', json({ createdAt: 'soon' }), 'its field createdAt is missing'],
  ])('with %s are rejected', async (_, body, sentence) => {
    await put(body)
    await expect((await at()).read(wanted)).rejects.toThrow(sentence)
  })

  test('of more than 32 MiB are not downloaded', async () => {
    await put(' '.repeat(32 * 1024 * 1024 + 1))
    const failure = (await at()).read(wanted)
    await expect(failure).rejects.toBeInstanceOf(AwsError)
    await expect(failure).rejects.toThrow(/has 33554433 bytes, more than the limit of 33554432/)
  })

  describe('in a bucket', () => {
    const denied = (action: string): ErrorAnswer => ({
      status: 403,
      code: 'AccessDenied',
      message: `User: arn:aws:sts::123456789012:assumed-role/deploy/x is not authorized to perform: ${action} on resource: "r"`,
    })

    test.each([
      [
        's3:GetObject',
        /Allow s3:GetObject on the objects plans\/\* of bucket acme-terraform-state .*Allow s3:ListBucket on the bucket too\. Without it, S3 answers AccessDenied/,
      ],
      [
        's3:ListBucket',
        /Allow s3:ListBucket on bucket acme-terraform-state\. Without it, S3 answers AccessDenied/,
      ],
      ['kms:Decrypt', /Allow kms:Decrypt on the key that encrypts bucket acme-terraform-state/],
    ])('without %s, reading names the missing permission', async (action, advice) => {
      refusal = () => denied(action)
      const failure = await failureOf((await at()).read(wanted))
      expect(failure).toMatchObject({ name: 'AwsError', code: 'AccessDenied', operation: 'GetObject' })
      expect(failure.message).toMatch(advice)
      expect(failure.message).toContain(`s3://${BUCKET}/${KEY}`)
    })

    test('without write permission, writing names the missing permission', async () => {
      refusal = () => denied('s3:PutObject')
      await expect((await at()).write(record)).rejects.toThrow(
        /Allow s3:PutObject on the objects plans\/\* of bucket acme-terraform-state in a policy of the role/,
      )
    })

    test('that does not exist, reading and writing say so', async () => {
      const records = await at('s3://acme-terraform-stat/plans/')
      const sentence = /NoSuchBucket.*The bucket acme-terraform-stat does not exist .*correct plan-records/
      await expect(records.read(wanted)).rejects.toThrow(sentence)
      await expect(records.write(record)).rejects.toThrow(sentence)
    })

    test('of another region, reading and writing work', async () => {
      const headers = { 'x-amz-bucket-region': 'us-west-2' }
      refusal = (request) =>
        request.headers.authorization?.includes('/us-west-2/s3/')
          ? undefined
          : { status: 301, code: 'PermanentRedirect', message: 'elsewhere', headers }
      const records = await at()
      await records.write(record)
      expect(await records.read(wanted)).toEqual(record)
    })

    test('with an expired session, reading says so', async () => {
      const records = await at()
      await records.write(record)
      for (const session of aws.sts.sessions.values()) session.endsAt = 0
      await expect(records.read(wanted)).rejects.toThrow(/ExpiredToken.*The credentials have expired/)
    })
  })
})

/** The JSON of the record with changed fields. */
function json(changes: Readonly<Record<string, unknown>>): string {
  return JSON.stringify({ version: 4, ...record, entries: Object.fromEntries(record.entries), ...changes })
}
