import { afterEach, expect, test } from '@jest/globals'
import { readSecret, regionOfSecret } from '../../src/aws/secret'
import { FaultProxy, type Refused } from '../../testkit/aws/fault-proxy'

const ARN = 'arn:aws:secretsmanager:eu-central-1:123456789012:secret:langfuse/api-keys-AbCdEf'
const CREDENTIALS = {
  accessKeyId: 'AKIAFAKEFAKEFAKEFAKE',
  secretAccessKey: 'fake',
  sessionToken: 'fake',
  expiration: new Date(Date.now() + 3_600_000),
}

const doors: FaultProxy[] = []
afterEach(() => Promise.all(doors.splice(0).map((door) => door.stop())))

async function readRefused(refused: Refused): Promise<string> {
  const door = await FaultProxy.start('http://127.0.0.1:1', () => refused)
  doors.push(door)
  const session = { region: 'eu-central-1', credentials: () => Promise.resolve(CREDENTIALS) }
  const env = { AWS_ENDPOINT_URL_SECRETS_MANAGER: door.url, AWS_MAX_ATTEMPTS: '1' }
  return readSecret(ARN, session, { env, mask: () => undefined })
}

test('a role that may not read it is told what to allow, and the way around', async () => {
  const message = 'User: arn:aws:sts::1:role/plan is not authorized to perform: secretsmanager:GetSecretValue'
  await expect(readRefused({ status: 400, code: 'AccessDeniedException', message })).rejects.toMatchObject({
    name: 'AwsError',
    message: expect.stringContaining(
      `Allow secretsmanager:GetSecretValue on ${ARN} in a policy of the role, or give public-key and secret-key.`,
    ) as unknown,
  })
})

test('a key that may not be used is told by its own permission', async () => {
  const message = 'User: x is not authorized to perform: kms:Decrypt on the resource'
  await expect(readRefused({ status: 400, code: 'AccessDeniedException', message })).rejects.toThrow(
    'Allow kms:Decrypt',
  )
})

test('one that is gone is told by its name', async () => {
  const refused = { status: 400, code: 'ResourceNotFoundException', message: "can't find the secret" }
  await expect(readRefused(refused)).rejects.toThrow(`The secret ${ARN} is gone: apply the stack again`)
})

test.each([
  [ARN, 'eu-central-1'],
  ['arn:aws-us-gov:secretsmanager:us-gov-west-1:123456789012:secret:a-AbCdEf', 'us-gov-west-1'],
  ['arn:aws:s3:::bucket', undefined],
  ['langfuse/api-keys', undefined],
])('the region of %s is %s', (arn, region) => {
  expect(regionOfSecret(arn)).toBe(region)
})
