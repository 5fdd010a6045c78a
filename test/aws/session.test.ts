import { afterEach, beforeEach, expect, test } from '@jest/globals'
import { Ecr } from '../../src/aws/ecr'
import { AwsError } from '../../src/aws/error'
import { ambientSession } from '../../src/aws/session'
import { FakeAws } from '../../testkit/aws/server'
import { observedAws } from '../../testkit/aws/runtime'

const region = 'eu-central-1'
const ours = /^AWS_/
let aws: FakeAws
let before: NodeJS.ProcessEnv

// The SDK's default chain reads the process's own environment, whatever it is handed.
beforeEach(async () => {
  before = { ...process.env }
  for (const name of Object.keys(process.env)) if (ours.test(name)) Reflect.deleteProperty(process.env, name)
  process.env['AWS_EC2_METADATA_DISABLED'] = 'true'
  process.env['AWS_CONFIG_FILE'] = process.env['AWS_SHARED_CREDENTIALS_FILE'] = '/dev/null'
  aws = await FakeAws.start()
})
afterEach(async () => {
  for (const name of Object.keys(process.env)) if (ours.test(name)) Reflect.deleteProperty(process.env, name)
  Object.assign(process.env, before)
  await aws.stop()
})

function haveCredentials(): void {
  process.env['AWS_ACCESS_KEY_ID'] = aws.staticCredentials.accessKeyId
  process.env['AWS_SECRET_ACCESS_KEY'] = aws.staticCredentials.secretAccessKey
}

test('without a list of accounts nothing is asked of AWS, and calls use the environment', async () => {
  haveCredentials()
  const runtime = observedAws(aws)
  const session = await ambientSession({ region, allowedAccountIds: [] }, runtime)
  expect(session).toEqual({ region, accountId: undefined, credentials: undefined })
  expect(aws.requests).toEqual([])
  expect((await new Ecr(session, runtime).login()).username).toBe('AWS')
})

test('with one, AWS is asked for the account', async () => {
  haveCredentials()
  const session = await ambientSession({ region, allowedAccountIds: ['123456789012'] }, observedAws(aws))
  expect(session.accountId).toBe('123456789012')
})

test('an account that is not on the list is refused', async () => {
  haveCredentials()
  await expect(
    ambientSession({ region, allowedAccountIds: ['111111111111'] }, observedAws(aws)),
  ).rejects.toThrow(/leads to account 123456789012, but allowed-account-ids has only 111111111111/)
})

test.each([
  [
    'the account is asked for',
    () => ambientSession({ region, allowedAccountIds: ['123456789012'] }, observedAws(aws)),
  ],
  [
    'a registry is logged in to',
    async () =>
      new Ecr(
        await ambientSession({ region, allowedAccountIds: [] }, observedAws(aws)),
        observedAws(aws),
      ).login(),
  ],
])('without credentials, the error says where to get some once %s', async (_, call) => {
  const failure = call()
  await expect(failure).rejects.toBeInstanceOf(AwsError)
  await expect(failure).rejects.toThrow(
    /No AWS credentials were found: give role-to-assume .*configure-aws-credentials.*AWS_ACCESS_KEY_ID/,
  )
})

test('credentials that AWS does not know are told apart from missing ones', async () => {
  haveCredentials()
  process.env['AWS_ACCESS_KEY_ID'] = 'AKIANOTKNOWNHERE0000'
  await expect(
    ambientSession({ region, allowedAccountIds: ['123456789012'] }, observedAws(aws)),
  ).rejects.toThrow(/AWS does not know these credentials/)
})
