import { afterEach, expect, test } from '@jest/globals'
import { readSecret, regionOfSecret } from '../../src/aws/secret'
import { FaultProxy, type RejectedRequest } from '../../testkit/aws/fault-proxy'

const ARN = 'arn:aws:secretsmanager:eu-central-1:123456789012:secret:langfuse/api-keys-AbCdEf'
const CREDENTIALS = {
  accessKeyId: 'AKIAFAKEFAKEFAKEFAKE',
  secretAccessKey: 'fake',
  sessionToken: 'fake',
  expiration: new Date(Date.now() + 3_600_000),
}

const proxies: FaultProxy[] = []
afterEach(() => Promise.all(proxies.splice(0).map((proxy) => proxy.stop())))

async function readRejected(rejection: RejectedRequest): Promise<string> {
  const proxy = await FaultProxy.start('http://127.0.0.1:1', () => rejection)
  proxies.push(proxy)
  const session = { region: 'eu-central-1', credentials: () => Promise.resolve(CREDENTIALS) }
  const env = { AWS_ENDPOINT_URL_SECRETS_MANAGER: proxy.url, AWS_MAX_ATTEMPTS: '1' }
  return readSecret(ARN, session, { env, mask: () => undefined })
}

test('a role without the permission gets an error with the permission and the alternative', async () => {
  const message = 'User: arn:aws:sts::1:role/plan is not authorized to perform: secretsmanager:GetSecretValue'
  await expect(readRejected({ status: 400, code: 'AccessDeniedException', message })).rejects.toMatchObject({
    name: 'AwsError',
    message: expect.stringContaining(
      `Allow secretsmanager:GetSecretValue on ${ARN} in a policy of the role, or set public-key and secret-key.`,
    ) as unknown,
  })
})

test('a KMS key without the permission is named by its own permission', async () => {
  const message = 'User: x is not authorized to perform: kms:Decrypt on the resource'
  await expect(readRejected({ status: 400, code: 'AccessDeniedException', message })).rejects.toThrow(
    'Allow kms:Decrypt',
  )
})

test('a missing secret is named', async () => {
  const rejection = { status: 400, code: 'ResourceNotFoundException', message: "can't find the secret" }
  await expect(readRejected(rejection)).rejects.toThrow(
    `The secret ${ARN} does not exist: apply the stack again`,
  )
})

test.each([
  [ARN, 'eu-central-1'],
  ['arn:aws-us-gov:secretsmanager:us-gov-west-1:123456789012:secret:a-AbCdEf', 'us-gov-west-1'],
  ['arn:aws:s3:::bucket', undefined],
  ['langfuse/api-keys', undefined],
])('the region of %s is %s', (arn, region) => {
  expect(regionOfSecret(arn)).toBe(region)
})
