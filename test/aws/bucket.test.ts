import { createServer, type Server, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { CreateBucketCommand, S3Client } from '@aws-sdk/client-s3'
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import { ApplyRecordStore } from '../../src/aws/apply-record-store'
import { Bucket, S3Connection } from '../../src/aws/bucket'
import { AwsError } from '../../src/aws/error'
import { readStateSerial } from '../../src/aws/state-serial'
import { Moto, motoIsMissing } from '../../testkit/moto/moto'

const region = 'eu-central-1'
const BUCKET = 'acme-terraform-state'
const credentials = {
  accessKeyId: 'seed',
  secretAccessKey: 'seed',
  sessionToken: 'seed',
  expiration: new Date(Date.now() + 3_600_000),
}

const missing = motoIsMissing()
const suite = missing === undefined ? describe : describe.skip

suite(missing ?? 'S3 (moto)', () => {
  let moto: Moto
  let bucket: Bucket

  beforeAll(async () => {
    moto = await Moto.start()
    const s3 = new S3Client({ region, endpoint: moto.directUrl, forcePathStyle: true, credentials })
    const CreateBucketConfiguration = { LocationConstraint: region } as const
    await s3.send(new CreateBucketCommand({ Bucket: BUCKET, CreateBucketConfiguration }))
    s3.destroy()
    const session = { region, accountId: undefined, credentials: () => Promise.resolve(credentials) }
    const runtime = { env: { AWS_ENDPOINT_URL: moto.url }, mask: () => undefined }
    bucket = new Bucket(BUCKET, new S3Connection(session, runtime))
  }, 60_000)
  afterAll(() => moto.stop())

  describe('an object', () => {
    test('is read as it was written, and replaced by the next one', async () => {
      await bucket.write('a.json', '{"a":"ä"}')
      expect(await bucket.read('a.json', 100)).toBe('{"a":"ä"}')
      await bucket.write('a.json', '{}')
      expect(await bucket.read('a.json', 100)).toBe('{}')
    })

    test('that is missing is undefined', async () => {
      expect(await bucket.read('missing.json', 100)).toBeUndefined()
      expect(await bucket.readHead('missing.json', 100)).toBeUndefined()
    })

    test('of the maximum size is read, a larger one is an error', async () => {
      await bucket.write('large.json', 'x'.repeat(100))
      expect(await bucket.read('large.json', 100)).toHaveLength(100)
      const failure = bucket.read('large.json', 99)
      await expect(failure).rejects.toBeInstanceOf(AwsError)
      await expect(failure).rejects.toThrow(
        `s3://${BUCKET}/large.json has 100 bytes, more than the limit of 99`,
      )
    })

    test.each([
      [5, 'xxxxx'],
      [50, 'x'.repeat(10)],
    ])('has a head of at most %i bytes', async (bytes, expected) => {
      await bucket.write('head.json', 'x'.repeat(10))
      expect(await bucket.readHead('head.json', bytes)).toBe(expected)
    })
  })

  describe('the serial of a state', () => {
    test.each([
      [
        'Terraform',
        '{\n  "version": 4,\n  "terraform_version": "1.11.4",\n  "serial": 7,\n  "resources": []}',
        7,
      ],
      ['a compact format', '{"version":4,"serial":12,"resources":[]}', 12],
      ['no serial', '{"version":4}', undefined],
      ['a serial after the head', `{"outputs":"${'x'.repeat(2_000)}","serial":7}`, undefined],
      ['no JSON', 'x', undefined],
    ])('of %s is read from its head', async (_, body, serial) => {
      await bucket.write('state', body)
      expect(await readStateSerial(bucket, 'state')).toBe(serial)
    })

    test('is undefined without a state', async () => {
      expect(await readStateSerial(bucket, 'no-state')).toBeUndefined()
    })
  })

  describe('the record of applies', () => {
    const applied = {
      commit: 'b'.repeat(40),
      at: '2026-11-28T01:00:00.000Z',
      salt: 's',
      settings: { a: 'h' },
    }
    const attempt = { commit: 'a'.repeat(40), fingerprint: 'f', planInputsHash: 'h', serial: 7 }
    const open = (stack: string, workspace = 'default', state = 's3://b/k'): ApplyRecordStore =>
      new ApplyRecordStore(bucket, { repositoryId: '1296269', stack, workspace, state })
    const none = { applied: undefined, attempt: undefined }

    test('is stored per repository, stack, workspace and state', async () => {
      await open('terraform/a').write({ applied, attempt })
      expect(await open('terraform/a').read()).toEqual({ applied, attempt })
      expect(await open('terraform/b').read()).toEqual(none)
      expect(await open('terraform/a', 'blue').read()).toEqual(none)
      expect(await open('terraform/a', 'default', 's3://b/other').read()).toEqual(none)
      expect(await bucket.read('applies/1296269/terraform%2Fa.json', 1_000)).toBe(
        JSON.stringify({ applied, attempt, state: 's3://b/k' }),
      )
    })

    test.each([
      ['no JSON', 'x', none],
      ['a list', '[]', none],
      [
        'wrong types',
        '{"state":"s3://b/k","attempt":{"commit":7,"serial":"7"},"applied":{"settings":{"a":1}}}',
        {
          applied: { commit: '', at: '', salt: '', settings: {} },
          attempt: { commit: '', fingerprint: '', planInputsHash: '', serial: -1 },
        },
      ],
    ])('with %s matches no plan', async (_, body, expected) => {
      await bucket.write('applies/1296269/odd.json', body)
      expect(await open('odd').read()).toEqual(expected)
    })
  })
})

describe('an object in a busy bucket', () => {
  const answers: ((response: ServerResponse) => void)[] = []
  let server: Server
  let bucket: Bucket
  const conflict = (response: ServerResponse): void => {
    response.writeHead(409, { 'content-type': 'application/xml' })
    response.end('<Error><Code>OperationAborted</Code><Message>Try again.</Message></Error>')
  }
  const brokenBody = (response: ServerResponse): void => {
    response.writeHead(200, { 'content-length': '100' })
    response.write('{"a"')
    setTimeout(() => response.destroy(), 20)
  }
  const complete = (response: ServerResponse): void => {
    response.writeHead(200, { 'content-length': '2' }).end('{}')
  }

  beforeAll(async () => {
    server = createServer((request, response) => {
      request.resume()
      answers.shift()?.(response)
    })
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
    const endpoint = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
    const session = { region, accountId: undefined, credentials: () => Promise.resolve(credentials) }
    const clock = { sleep: () => Promise.resolve(), random: () => 0 }
    const runtime = { env: { AWS_ENDPOINT_URL: endpoint }, mask: () => undefined, clock }
    bucket = new Bucket(BUCKET, new S3Connection(session, runtime))
  })
  afterAll(() => {
    server.closeAllConnections()
    server.close()
  })

  test('is read again after a conflict and after a broken body', async () => {
    answers.push(conflict, brokenBody, complete)
    expect(await bucket.read('a.json', 1_000)).toBe('{}')
    expect(answers).toEqual([])
  })

  test('is written again after a conflict', async () => {
    answers.push(conflict, complete)
    await bucket.write('a.json', '{}')
    expect(answers).toEqual([])
  })

  test('is an error after four conflicts', async () => {
    answers.push(conflict, conflict, conflict, conflict, complete)
    await expect(bucket.read('a.json', 1_000)).rejects.toMatchObject({ code: 'OperationAborted' })
    expect(answers.splice(0)).toHaveLength(1)
  })
})
