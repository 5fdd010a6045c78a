import { describe, expect, test } from '@jest/globals'
import { InvalidInput, type MirrorInputs, readInputs } from '../src/inputs'

/** As a step gives them under `with:`. */
function read(given: Readonly<Record<string, string>>, env: NodeJS.ProcessEnv = {}): MirrorInputs {
  const inputs = Object.entries({ command: 'mirror', ...given })
  return readInputs({
    ...env,
    ...Object.fromEntries(inputs.map(([name, value]) => [`INPUT_${name.toUpperCase()}`, value])),
  })
}

function faultsOf(given: Readonly<Record<string, string>>): string[] {
  try {
    read(given)
  } catch (error) {
    if (error instanceof InvalidInput) return error.message.split('\n')
    throw error
  }
  return []
}

describe('what is given is read', () => {
  test('nothing but the command: everything has a default', () => {
    expect(read({})).toEqual({
      command: 'mirror',
      aws: { region: undefined, roleToAssume: undefined, roleDurationSeconds: 3600, allowedAccountIds: [] },
      images: 'images.yaml',
      only: [],
      registry: undefined,
      prefix: 'langfuse',
      createRepositories: true,
      includeReferrers: false,
      concurrency: 8,
      dryRun: false,
    })
  })

  test('everything', () => {
    const role = 'arn:aws:iam::123456789012:role/deploy'
    expect(
      read({
        'aws-region': 'eu-central-1',
        'role-to-assume': role,
        'role-duration': '900',
        'allowed-account-ids': '123456789012\n210987654321',
        images: 'deploy/images.yaml',
        only: 'clickhouse',
        registry: 'registry.example.com:5000',
        prefix: 'team/langfuse',
        'create-repositories': 'false',
        'include-referrers': 'true',
        concurrency: '64',
        'dry-run': 'true',
      }),
    ).toEqual({
      command: 'mirror',
      aws: {
        region: 'eu-central-1',
        roleToAssume: role,
        roleDurationSeconds: 900,
        allowedAccountIds: ['123456789012', '210987654321'],
      },
      images: 'deploy/images.yaml',
      only: ['clickhouse'],
      registry: 'registry.example.com:5000',
      prefix: 'team/langfuse',
      createRepositories: false,
      includeReferrers: true,
      concurrency: 64,
      dryRun: true,
    })
  })

  test.each<[string, NodeJS.ProcessEnv, string]>([
    ['eu-west-1', { AWS_REGION: 'us-east-1', AWS_DEFAULT_REGION: 'us-west-2' }, 'eu-west-1'],
    ['', { AWS_REGION: 'us-east-1', AWS_DEFAULT_REGION: 'us-west-2' }, 'us-east-1'],
    ['', { AWS_DEFAULT_REGION: 'us-west-2' }, 'us-west-2'],
  ])("aws-region '%s' with %j is %s", (given, env, region) => {
    expect(read({ 'aws-region': given }, env).aws.region).toBe(region)
  })

  test.each([
    ['clickhouse\ngrafana', ['clickhouse', 'grafana']],
    ['clickhouse\r\ngrafana\r\n', ['clickhouse', 'grafana']],
    ['\n  clickhouse  \n\n\tgrafana\n', ['clickhouse', 'grafana']],
    ['  \n ', []],
  ])('a list is one item a line: %j', (given, items) => {
    expect(read({ only: given }).only).toEqual(items)
  })

  test.each([
    ['true', true],
    ['True', true],
    ['TRUE', true],
    [' true ', true],
    ['false', false],
    ['False', false],
    ['FALSE', false],
    ['', false],
  ])("a switch is YAML's: '%s'", (given, value) => {
    expect(read({ 'dry-run': given }).dryRun).toBe(value)
  })

  test.each(['localhost:5000', '[::1]:5000', '123456789012.dkr.ecr.eu-central-1.amazonaws.com'])(
    'a registry is a host: %s',
    (registry) => {
      expect(read({ registry }).registry).toBe(registry)
    },
  )

  test('white space around a value is not part of it', () => {
    expect(read({ images: ' images.yaml\n', concurrency: ' 4 ' })).toMatchObject({
      images: 'images.yaml',
      concurrency: 4,
    })
  })
})

describe('a fault names the input, its value and what it takes', () => {
  test.each([
    ['command', '', 'command: is required; it is one of mirror'],
    ['command', 'miror', "command: 'miror' is not one of mirror"],
    ['command', 'Mirror', "command: 'Mirror' is not one of mirror"],
    ['role-duration', '899', "role-duration: '899' is not a whole number from 900 to 43200"],
    ['role-duration', '43201', "role-duration: '43201' is not a whole number from 900 to 43200"],
    ['role-duration', '1h', "role-duration: '1h' is not a whole number from 900 to 43200"],
    ['allowed-account-ids', '1234', "allowed-account-ids: '1234' is not an account id of 12 digits"],
    [
      'allowed-account-ids',
      '123456789012, 210987654321',
      "allowed-account-ids: '123456789012, 210987654321' is not an account id of 12 digits",
    ],
    [
      'registry',
      'https://registry.example.com',
      "registry: 'https://registry.example.com' is not a host, as in registry.example.com:5000",
    ],
    [
      'registry',
      'registry.example.com/team',
      "registry: 'registry.example.com/team' is not a host, as in registry.example.com:5000",
    ],
    ['prefix', 'Langfuse', "prefix: 'Langfuse' is not a repository prefix, as in langfuse"],
    ['prefix', '/langfuse', "prefix: '/langfuse' is not a repository prefix, as in langfuse"],
    ['create-repositories', 'yes', "create-repositories: 'yes' is not true or false"],
    ['include-referrers', '1', "include-referrers: '1' is not true or false"],
    ['dry-run', 'no', "dry-run: 'no' is not true or false"],
    ['concurrency', '0', "concurrency: '0' is not a whole number from 1 to 64"],
    ['concurrency', '65', "concurrency: '65' is not a whole number from 1 to 64"],
    ['concurrency', '-1', "concurrency: '-1' is not a whole number from 1 to 64"],
    ['concurrency', '1.5', "concurrency: '1.5' is not a whole number from 1 to 64"],
    ['concurrency', '8e0', "concurrency: '8e0' is not a whole number from 1 to 64"],
  ])("%s '%s'", (name, value, fault) => {
    expect(faultsOf({ [name]: value })).toEqual([fault])
  })

  test('and all faults are told at once', () => {
    const given = {
      command: 'mirrors',
      'role-duration': 'long',
      'allowed-account-ids': '123456789012\nprod\nstaging',
      prefix: 'a b',
      'dry-run': 'maybe',
      concurrency: 'many',
    }
    expect(faultsOf(given)).toEqual([
      "command: 'mirrors' is not one of mirror",
      "role-duration: 'long' is not a whole number from 900 to 43200",
      "allowed-account-ids: 'prod' is not an account id of 12 digits",
      "allowed-account-ids: 'staging' is not an account id of 12 digits",
      "prefix: 'a b' is not a repository prefix, as in langfuse",
      "concurrency: 'many' is not a whole number from 1 to 64",
      "dry-run: 'maybe' is not true or false",
    ])
  })
})
