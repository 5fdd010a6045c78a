import { afterEach, beforeEach, expect, test } from '@jest/globals'
import { Ecr } from '../../src/aws/ecr'
import { AwsError } from '../../src/aws/error'
import { ambientSession } from '../../src/aws/session'
import { FakeAws } from '../../testkit/aws/server'
import { observedAws } from '../../testkit/aws/runtime'

const region = 'eu-central-1'
const AWS_VARIABLE = /^AWS_/
let aws: FakeAws
let before: NodeJS.ProcessEnv

// The SDK's default chain always reads `process.env`.
beforeEach(async () => {
  before = { ...process.env }
  for (const name of Object.keys(process.env))
    if (AWS_VARIABLE.test(name)) Reflect.deleteProperty(process.env, name)
  process.env['AWS_EC2_METADATA_DISABLED'] = 'true'
  process.env['AWS_CONFIG_FILE'] = process.env['AWS_SHARED_CREDENTIALS_FILE'] = '/dev/null'
  aws = await FakeAws.start()
})
afterEach(async () => {
  for (const name of Object.keys(process.env))
    if (AWS_VARIABLE.test(name)) Reflect.deleteProperty(process.env, name)
  Object.assign(process.env, before)
  await aws.stop()
})

function setCredentials(): void {
  process.env['AWS_ACCESS_KEY_ID'] = aws.staticCredentials.accessKeyId
  process.env['AWS_SECRET_ACCESS_KEY'] = aws.staticCredentials.secretAccessKey
}

test('without a list of accounts no request is sent, and calls use the environment', async () => {
  setCredentials()
  const runtime = observedAws(aws)
  const session = await ambientSession({ region, allowedAccountIds: [] }, runtime)
  expect(session).toEqual({ region, accountId: undefined, credentials: undefined })
  expect(aws.requests).toEqual([])
  expect((await new Ecr(session, runtime).login()).username).toBe('AWS')
})

test('with a list, the account is requested from AWS', async () => {
  setCredentials()
  const session = await ambientSession({ region, allowedAccountIds: ['123456789012'] }, observedAws(aws))
  expect(session.accountId).toBe('123456789012')
})

test('an account that is not on the list is rejected', async () => {
  setCredentials()
  await expect(
    ambientSession({ region, allowedAccountIds: ['111111111111'] }, observedAws(aws)),
  ).rejects.toThrow(/is in account 123456789012, but allowed-account-ids contains only 111111111111/)
})

test.each([
  [
    'the account is requested',
    () => ambientSession({ region, allowedAccountIds: ['123456789012'] }, observedAws(aws)),
  ],
  [
    'a registry password is requested',
    async () =>
      new Ecr(
        await ambientSession({ region, allowedAccountIds: [] }, observedAws(aws)),
        observedAws(aws),
      ).login(),
  ],
])('without credentials, the error names their possible sources when %s', async (_, call) => {
  const failure = call()
  await expect(failure).rejects.toBeInstanceOf(AwsError)
  await expect(failure).rejects.toThrow(
    /No AWS credentials were found: set role-to-assume .*configure-aws-credentials.*AWS_ACCESS_KEY_ID/,
  )
})

test('credentials that AWS does not know lead to another error than missing ones', async () => {
  setCredentials()
  process.env['AWS_ACCESS_KEY_ID'] = 'AKIANOTKNOWNHERE0000'
  await expect(
    ambientSession({ region, allowedAccountIds: ['123456789012'] }, observedAws(aws)),
  ).rejects.toThrow(/AWS does not know these credentials/)
})
