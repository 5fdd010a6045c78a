import { describe, expect, test } from '@jest/globals'
import { AwsError, isTransient, missingPermission, readErrorDetails } from '../../src/aws/error'

/** An error as the SDK throws it. */
function sdkError(name: string, message: string, metadata: Readonly<Record<string, unknown>> = {}): Error {
  return Object.assign(new Error(message), { name, $metadata: metadata })
}

describe('the details of an error', () => {
  test('of AWS contain code, status, request and message', () => {
    const error = sdkError('NoSuchBucket', 'no\nbucket', { httpStatusCode: 404, requestId: 'r-1' })
    expect(readErrorDetails(error, 's3:GetObject')).toEqual({
      action: 's3:GetObject',
      code: 'NoSuchBucket',
      status: 404,
      requestId: 'r-1',
      message: 'no bucket',
    })
  })

  test('of the network contain the code of Node', () => {
    const error = Object.assign(new Error('connect ECONNREFUSED'), { code: 'ECONNREFUSED' })
    expect(readErrorDetails(error, 's3:GetObject')).toMatchObject({ code: 'ECONNREFUSED', status: undefined })
  })

  test('do not contain the secret', () => {
    const error = sdkError('Odd', 'the token hush is wrong: hush', { httpStatusCode: 400 })
    expect(readErrorDetails(error, 'sts:X', 'hush').message).toBe('the token *** is wrong: ***')
  })

  test.each([
    ['Unknown', 'UnknownError'],
    ['SyntaxError', "Unexpected token '<'. Deserialization error: to see the raw response, inspect x"],
  ])('of a foreign answer (%s) say so', (name, message) => {
    expect(readErrorDetails(sdkError(name, message, { httpStatusCode: 200 }), 's3:GetObject')).toMatchObject({
      code: 'UnreadableAnswer',
      message: 'the answer does not come from AWS',
    })
  })

  test.each([['text'], [undefined], [new Error('')]])('exist for %p too', (thrown) => {
    expect(readErrorDetails(thrown, 's3:GetObject')).toMatchObject({ action: 's3:GetObject', code: 'Error' })
  })
})

describe('a failed call', () => {
  test.each<[string, number | undefined, string]>([
    ['CredentialsProviderError', undefined, 'No AWS credentials were found: set role-to-assume'],
    ['ExpiredToken', 400, 'The credentials have expired: use role-to-assume'],
    ['InvalidClientTokenId', 403, 'AWS does not know these credentials'],
    ['InvalidIdentityToken', 400, "Check the account's identity provider"],
    ['UnreadableAnswer', 200, 'Check AWS_ENDPOINT_URL and HTTPS_PROXY'],
    ['ValidationError', 400, 'Check role-to-assume, role-duration-seconds'],
    ['AccessDenied', 403, 'Allow s3:GetObject in a policy of the role.'],
    ['ECONNREFUSED', undefined, 'Check aws-region, the network, HTTPS_PROXY and AWS_ENDPOINT_URL.'],
    ['SlowDown', 503, 'The error is temporary: re-run the job.'],
    ['Odd', 400, 'See the error code Odd in the AWS API reference of s3:GetObject.'],
  ])('with code %s and status %p has a next step', (code, status, nextStep) => {
    const error = new AwsError({ action: 's3:GetObject', code, status, message: 'x.' })
    const details = status === undefined ? code : `${code}, HTTP ${status}`
    expect(error.message).toContain(`s3:GetObject failed: x (${details}). ${nextStep}`)
    expect(error.reason).toBe(code === 'AccessDenied' ? 'aws-denied' : 'aws-error')
  })

  test('may have its own advice', () => {
    const details = { action: 'ecr:X', code: 'Odd', status: 400, requestId: 'r-1', message: 'x' }
    expect(new AwsError(details, { advice: 'Do this.' }).message).toBe(
      'ecr:X failed: x (Odd, HTTP 400, request r-1). Do this.',
    )
  })

  test.each<[string, number | undefined, string, boolean]>([
    ['ECONNRESET', undefined, '', true],
    ['TimeoutError', undefined, '', true],
    ['Error', undefined, 'socket hang up', true],
    ['ERR_TLS_CERT_ALTNAME_INVALID', undefined, '', false],
    ['CERT_HAS_EXPIRED', undefined, '', false],
    ['ENOTFOUND', undefined, '', false],
    ['InternalFailure', 500, '', true],
    ['ThrottlingException', 400, '', true],
    ['RequestTimeout', 400, '', true],
    ['AccessDenied', 403, '', false],
    ['NoSuchBucket', 404, '', false],
  ])('with %s, status %p and message %j is transient: %p', (code, status, message, expected) => {
    expect(isTransient({ action: 's3:GetObject', code, status, message })).toBe(expected)
  })

  test.each([
    ['User: x is not authorized to perform: ecr:TagResource on resource: y', 'ecr:TagResource'],
    ['Access Denied', 'ecr:CreateRepository'],
  ])('with message %j lacks the permission %s', (message, permission) => {
    expect(missingPermission({ action: 'ecr:CreateRepository', code: 'AccessDenied', message })).toBe(
      permission,
    )
  })
})
