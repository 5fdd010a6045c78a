import { expect, test } from '@jest/globals'
import { parseEcrHost } from '../../src/aws/ecr-host'

test.each([
  ['123456789012.dkr.ecr.eu-central-1.amazonaws.com', 'eu-central-1'],
  ['123456789012.dkr.ecr.cn-north-1.amazonaws.com.cn', 'cn-north-1'],
  ['123456789012.dkr.ecr-fips.us-gov-west-1.amazonaws.com', 'us-gov-west-1'],
  ['123456789012.dkr-ecr.ap-northeast-1.on.aws', 'ap-northeast-1'],
  ['123456789012.dkr-ecr-fips.us-east-1.on.aws', 'us-east-1'],
  ['123456789012.dkr-ecr.cn-north-1.on.amazonwebservices.com.cn', 'cn-north-1'],
  ['123456789012.dkr.ecr.eusc-de-east-1.amazonaws.eu', 'eusc-de-east-1'],
  ['123456789012.DKR.ECR.EU-CENTRAL-1.AMAZONAWS.COM', 'eu-central-1'],
])('%s is an ECR registry in %s', (host, region) => {
  expect(parseEcrHost(host)).toEqual({ accountId: '123456789012', region })
})

test.each([
  'ghcr.io',
  'public.ecr.aws',
  '127.0.0.1:5000',
  '12345678901.dkr.ecr.eu-central-1.amazonaws.com',
  '123456789012.dkr.ecr.eu-central-1.amazonaws.com.evil.example',
  'evil.example/123456789012.dkr.ecr.eu-central-1.amazonaws.com',
  'x.123456789012.dkr.ecr.eu-central-1.amazonaws.com',
  '123456789012.dkr.ecr.evil.example#.eu-central-1.amazonaws.com',
  '123456789012.dkr.ecr.eu-central-1.amazonaws.com:443',
  '123456789012xdkr.ecr.eu-central-1.amazonaws.com',
  '123456789012.dkr.ecr..amazonaws.com',
  '123456789012.dkr.ecr.eu-central-1.amazonaws.com\n',
])('%j is not', (host) => {
  expect(parseEcrHost(host)).toBeUndefined()
})
