import { expect, test } from '@jest/globals'
import { AwsError } from '../../../src/aws/error'
import { callAws } from '../../../src/cli/aws/connection'

/** An error of the SDK. */
const failure = (name: string, message = 'No', httpStatusCode?: number): Error =>
  Object.assign(new Error(message), { name, $metadata: { httpStatusCode } })

test.each([
  [
    'no credentials',
    failure('CredentialsProviderError'),
    'No valid AWS credentials were found: log in with `aws sso login`',
  ],
  [
    'an expired session of single sign-on',
    failure('TokenProviderError'),
    'No valid AWS credentials were found',
  ],
  [
    'an expired session',
    failure('ExpiredTokenException', 'expired', 403),
    'log in again, for example with `aws sso login`',
  ],
  [
    'unknown credentials',
    failure('InvalidClientTokenId', 'No', 403),
    'AWS does not know these credentials: check AWS_PROFILE',
  ],
  [
    'a missing permission',
    failure('AccessDenied', 'not authorized to perform: iam:CreateRole', 403),
    'The credentials lack iam:CreateRole. Use administrator credentials',
  ],
  ['a wrong clock', failure('RequestTimeTooSkewed', 'No', 403), 'The clock of this machine is wrong'],
  [
    'a throttled request',
    failure('ThrottlingException', 'No', 400),
    'The error is temporary: run the same command again.',
  ],
  ['no network', failure('ENOTFOUND'), 'Check the Region, the network, HTTPS_PROXY and AWS_ENDPOINT_URL.'],
  ['another server', failure('Unknown', 'No', 200), 'another server probably answered'],
  ['another error', failure('ValidationError', 'No', 400), 'See the error code ValidationError'],
])('%s has advice for a command line', async (_, error, advice) => {
  const failed = await callAws('sts:GetCallerIdentity', () => Promise.reject(error)).catch(String)
  expect(failed).toContain(advice)
  expect(failed).not.toMatch(/role-to-assume|aws-region|runner|the job/)
})

test('the advice for workflows is replaced', async () => {
  const details = { action: 'sts:GetCallerIdentity', code: 'CredentialsProviderError', message: 'none' }
  const given = new AwsError(details)
  expect(given.message).toContain('role-to-assume')
  await expect(callAws('x:Y', () => Promise.reject(given))).rejects.toThrow(
    'sts:GetCallerIdentity failed: none (CredentialsProviderError). No valid AWS credentials',
  )
})
