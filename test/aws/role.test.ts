import { describe, expect, test } from '@jest/globals'
import { audienceOf, checkAccount, checkRole, InvalidRole } from '../../src/aws/role'

const check = (roleArn: string, region = 'eu-central-1', allowedAccountIds: readonly string[] = []) =>
  checkRole({ roleArn, region, allowedAccountIds })

describe('a role', () => {
  test.each([
    ['arn:aws:iam::123456789012:role/deploy', 'eu-central-1', 'aws'],
    ['arn:aws:iam::123456789012:role/path/to/deploy', 'us-east-1', 'aws'],
    ['arn:aws-cn:iam::123456789012:role/deploy', 'cn-north-1', 'aws-cn'],
    ['arn:aws-us-gov:iam::123456789012:role/deploy', 'us-gov-west-1', 'aws-us-gov'],
    ['arn:aws-eusc:iam::123456789012:role/deploy', 'eusc-de-east-1', 'aws-eusc'],
    ['arn:aws-iso:iam::123456789012:role/deploy', 'us-iso-east-1', 'aws-iso'],
  ])('%s is accepted in %s', (arn, region, partition) => {
    expect(check(arn, region)).toEqual({ arn, partition, accountId: '123456789012' })
  })

  test.each([
    'deploy',
    'arn:aws:iam::123456789012:user/deploy',
    'arn:aws:iam::12345678901:role/deploy',
    'arn:aws:iam::123456789012:role/',
    'arn:aws:iam::123456789012:role/a b',
  ])("'%s' is rejected", (arn) => {
    expect(() => check(arn)).toThrow(InvalidRole)
    expect(() => check(arn)).toThrow(
      `role-to-assume: '${arn}' is not the ARN of a role; expected, for example,`,
    )
  })

  test.each([
    ['cn-north-1', 'aws-cn'],
    ['us-gov-west-1', 'aws-us-gov'],
    ['eusc-de-east-1', 'aws-eusc'],
  ])('of another partition than %s is rejected', (region, partition) => {
    expect(() => check('arn:aws:iam::123456789012:role/deploy', region)).toThrow(
      `belongs to partition aws, but aws-region ${region} to ${partition}`,
    )
  })

  test('outside the allowed accounts is rejected', () => {
    expect(() => check('arn:aws:iam::123456789012:role/deploy', 'eu-central-1', ['111111111111'])).toThrow(
      'role-to-assume arn:aws:iam::123456789012:role/deploy is in account 123456789012, ' +
        'but allowed-account-ids contains only 111111111111; correct the credentials or allowed-account-ids',
    )
  })
})

test.each([
  ['an empty list', []],
  ['its own id', ['111111111111', '123456789012']],
])('an account is accepted by %s', (_, allowed) => {
  expect(() => {
    checkAccount('123456789012', allowed, 'The session')
  }).not.toThrow()
})

test.each([
  ['eu-central-1', 'sts.amazonaws.com'],
  ['cn-north-1', 'sts.amazonaws.com.cn'],
  ['us-gov-west-1', 'sts.amazonaws.com'],
])('the audience in %s is %s', (region, audience) => {
  expect(audienceOf(region)).toBe(audience)
})
