import { describe, expect, test } from '@jest/globals'
import { COMMANDS as ALL_COMMANDS, SPECS } from '../../src/inputs/specs'
import { type Inputs, InvalidInput, type MirrorInputs, readInputs } from '../../src/inputs/inputs'
import { inputsOf, mirrorInputs } from '../../testkit/runner/runtime'

type Command = Inputs['command']
type Given = Readonly<Record<string, string>>

const read = (given: Given, env: NodeJS.ProcessEnv = {}): MirrorInputs => inputsOf('mirror', given, env)

function problemsOf(command: string, given: Given): string[] {
  const inputs = Object.entries({ command, ...given })
  try {
    readInputs(Object.fromEntries(inputs.map(([name, value]) => [`INPUT_${name.toUpperCase()}`, value])))
  } catch (error) {
    if (error instanceof InvalidInput) return error.message.split('\n')
    throw error
  }
  return []
}

const NO_AWS = {
  region: undefined,
  roleToAssume: undefined,
  roleSessionName: undefined,
  roleDurationSeconds: 3600,
  allowedAccountIds: [],
}

const NO_STACK = {
  aws: NO_AWS,
  githubToken: undefined,
  directory: 'terraform/langfuse',
  stack: 'terraform/langfuse',
  engine: 'auto',
  terraformVersion: undefined,
  backendConfig: [],
  varFiles: [],
  variables: [],
  targets: [],
  replace: [],
  workspace: undefined,
  parallelism: 10,
  lockTimeout: '5m',
  allowDestroy: [],
  statefulTypes: [],
  planRecords: undefined,
}

/** Shared inputs of plan and apply, with a given value and its parsed form. */
const STACK: readonly (readonly [name: string, given: string, read: Readonly<Record<string, unknown>>])[] = [
  ['github-token', 'ghs_abc', { githubToken: 'ghs_abc' }],
  ['working-directory', 'infra/langfuse', { directory: 'infra/langfuse', stack: 'infra/langfuse' }],
  ['stack', 'production', { stack: 'production', directory: 'terraform/langfuse' }],
  ['engine', 'opentofu', { engine: 'opentofu' }],
  ['terraform-version', '~> 1.11, != 1.11.1', { terraformVersion: '~> 1.11, != 1.11.1' }],
  ['backend-config', 'bucket=state\nbackend.hcl', { backendConfig: ['bucket=state', 'backend.hcl'] }],
  ['var-file', 'a.tfvars\nsub/b c.tfvars', { varFiles: ['a.tfvars', 'sub/b c.tfvars'] }],
  [
    'variables',
    'size=small\nempty=\njson={"a" = "b"}',
    { variables: ['size=small', 'empty=', 'json={"a" = "b"}'] },
  ],
  ['target', 'module.a["x y"]\naws_s3_bucket.b', { targets: ['module.a["x y"]', 'aws_s3_bucket.b'] }],
  ['replace', 'aws_instance.a[0]', { replace: ['aws_instance.a[0]'] }],
  ...['action.aws_lambda_invoke.notify', 'module.a["x y"].action.x.y', 'action.x.y["a.b"]'].map(
    (invoke): [string, string, { invoke: string }] => ['invoke', invoke, { invoke }],
  ),
  ['workspace', 'staging', { workspace: 'staging' }],
  ['parallelism', '1000', { parallelism: 1000 }],
  ['lock-timeout', '1h30m', { lockTimeout: '1h30m' }],
  ['lock-timeout', '0s', { lockTimeout: '0s' }],
  ['allow-destroy', 'aws_db_instance.a["b,c"]', { allowDestroy: ['aws_db_instance.a["b,c"]'] }],
  ['stateful-types', 'acme_disk\nacme_tape2', { statefulTypes: ['acme_disk', 'acme_tape2'] }],
  ['plan-records', 's3://acme/plans/', { planRecords: 's3://acme/plans/' }],
  ['role-session-name', 'ci+a=b,c.d@e-f_1', { aws: { ...NO_AWS, roleSessionName: 'ci+a=b,c.d@e-f_1' } }],
  ['role-duration-seconds', '43200', { aws: { ...NO_AWS, roleDurationSeconds: 43_200 } }],
]

describe('given inputs are read', () => {
  test('has a default for every input except the command', () => {
    expect(read({})).toEqual({
      command: 'mirror',
      aws: NO_AWS,
      images: 'images.yaml',
      only: [],
      registry: undefined,
      prefix: 'langfuse',
      createRepositories: true,
      includeReferrers: false,
      referrers: 'best-effort',
      force: false,
      concurrency: undefined,
      dryRun: false,
    })
  })

  test('reads every input of mirror', () => {
    const role = 'arn:aws:iam::123456789012:role/deploy'
    expect(
      read({
        'aws-region': 'eu-central-1',
        'role-to-assume': role,
        'role-session-name': 'deploy@langfuse',
        'role-duration-seconds': '900',
        'allowed-account-ids': '123456789012\n210987654321',
        images: 'deploy/images.yaml',
        only: 'clickhouse',
        registry: 'registry.example.com:5000',
        prefix: 'team/langfuse',
        'create-repositories': 'false',
        'include-referrers': 'true',
        referrers: 'required',
        force: 'true',
        concurrency: '64',
        'dry-run': 'true',
      }),
    ).toEqual({
      command: 'mirror',
      aws: {
        region: 'eu-central-1',
        roleToAssume: role,
        roleSessionName: 'deploy@langfuse',
        roleDurationSeconds: 900,
        allowedAccountIds: ['123456789012', '210987654321'],
      },
      images: 'deploy/images.yaml',
      only: ['clickhouse'],
      registry: 'registry.example.com:5000',
      prefix: 'team/langfuse',
      createRepositories: false,
      includeReferrers: true,
      referrers: 'required',
      force: true,
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
  ])('a list has one item on each line: %j', (given, items) => {
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
  ])("a boolean follows the YAML core schema: '%s'", (given, value) => {
    expect(read({ 'dry-run': given }).dryRun).toBe(value)
  })

  test.each(['localhost:5000', '[::1]:5000', '123456789012.dkr.ecr.eu-central-1.amazonaws.com'])(
    'a registry is a host: %s',
    (registry) => {
      expect(read({ registry }).registry).toBe(registry)
    },
  )

  test('white space around a value is removed', () => {
    expect(read({ images: ' images.yaml\n', concurrency: ' 4 ' })).toMatchObject({
      images: 'images.yaml',
      concurrency: 4,
    })
  })
})

describe('plan and apply', () => {
  test('has a default for every input except the command', () => {
    const plan = { command: 'plan', comment: 'always', planTwice: false }
    expect(inputsOf('plan', {})).toEqual({ ...NO_STACK, ...plan })
    expect(inputsOf('apply', {})).toEqual({
      ...NO_STACK,
      command: 'apply',
      requireReview: 'auto',
      deployBranch: undefined,
      sensitiveOutputs: [],
    })
  })

  describe.each(['plan', 'apply'] as const)('%s', (command) => {
    test.each(STACK)('%s: %j', (name, given, value) => {
      expect(inputsOf(command, { [name]: given })).toEqual({ ...inputsOf(command, {}), ...value })
    })
  })

  test.each(['always', 'changes', 'never'] as const)('plan comments %s', (comment) => {
    expect(inputsOf('plan', { comment })).toMatchObject({ comment })
  })

  test('apply reads require-review and sensitive-outputs', () => {
    const given = { 'require-review': 'true', 'sensitive-outputs': 'salt\nadmin_password' }
    expect(inputsOf('apply', given)).toMatchObject({
      requireReview: 'always',
      sensitiveOutputs: ['salt', 'admin_password'],
    })
  })
})

describe('verify', () => {
  const keys = { 'public-key': 'pk-lf-1', 'secret-key': 'sk-lf-1' }

  test('has a default for every input except the command', () => {
    const { aws, directory, stack, engine, terraformVersion, backendConfig, workspace } = NO_STACK
    expect(inputsOf('verify', {})).toEqual({
      ...{ command: 'verify', aws, directory, stack, engine, terraformVersion, backendConfig, workspace },
      ...{ images: 'images.yaml', url: undefined, keys: undefined, outputs: undefined, timeoutSeconds: 300 },
    })
  })

  test('reads url, keys and timeout', () => {
    const given = { ...keys, url: 'https://langfuse.example.com/base/', timeout: '60', workspace: 'staging' }
    expect(inputsOf('verify', given)).toMatchObject({
      url: new URL('https://langfuse.example.com/base/'),
      keys: { publicKey: 'pk-lf-1', secretKey: 'sk-lf-1' },
      timeoutSeconds: 60,
      workspace: 'staging',
    })
  })

  test.each(['http://localhost:3000', 'http://127.0.0.1:3000', 'http://[::1]:3000'])(
    'permits HTTP on loopback: %s',
    (url) => {
      expect(inputsOf('verify', { url }).url).toEqual(new URL(url))
    },
  )

  const NO_URL = 'is not an HTTPS base URL, as in https://langfuse.example.com'
  test.each([
    [{ url: 'langfuse.example.com' }, `url: 'langfuse.example.com' ${NO_URL}`],
    [{ url: 'http://langfuse.example.com' }, `url: 'http://langfuse.example.com' ${NO_URL}`],
    [
      { url: 'https://user:pw@langfuse.example.com' },
      `url: 'https://user:pw@langfuse.example.com' ${NO_URL}`,
    ],
    [{ url: 'https://langfuse.example.com/?a=b' }, `url: 'https://langfuse.example.com/?a=b' ${NO_URL}`],
    [{ 'public-key': 'pk-lf-1' }, 'secret-key: is required with public-key'],
    [{ 'secret-key': 'sk-lf-1' }, 'public-key: is required with secret-key'],
    [{ timeout: '0' }, "timeout: '0' is not a whole number from 1 to 3600"],
  ])('rejects %j', (given, problem) => {
    expect(problemsOf('verify', given)).toEqual([problem])
  })
})

const COMMANDS = ALL_COMMANDS.join(', ')

describe('refresh', () => {
  test('has a default for every input except the command', () => {
    expect(inputsOf('refresh', {})).toMatchObject({
      images: 'images.yaml',
      only: [],
      dryRun: false,
      mode: 'pull-request',
      deployWorkflow: undefined,
      minAgeMs: 3 * 86_400_000,
      branch: 'langfuse-deploy/refresh',
    })
  })

  test.each([
    ['0', 0],
    ['90m', 5_400_000],
    ['12h', 43_200_000],
    ['14d', 1_209_600_000],
  ])('an age of %s is %d ms', (given, minAgeMs) => {
    expect(inputsOf('refresh', { 'min-age': given })).toMatchObject({ minAgeMs })
  })

  test('deploy-workflow requires mode: direct', () => {
    const given = { 'deploy-workflow': 'deploy.yml' }
    expect(inputsOf('refresh', { ...given, mode: 'direct' })).toMatchObject({ deployWorkflow: 'deploy.yml' })
    expect(() => inputsOf('refresh', given)).toThrow(
      'deploy-workflow: is used with mode: direct only; remove it, or set mode: direct',
    )
    expect(() => inputsOf('refresh', { 'deploy-workflow': '../x', mode: 'direct' })).toThrow(
      "deploy-workflow: '../x' is not a workflow file name, as in deploy.yml",
    )
  })

  test.each(['3', '3w', '-1d', '1.5d', '3d 4h', '99999d'])("'%s' is not an age", (given) => {
    expect(() => inputsOf('refresh', { 'min-age': given })).toThrow(
      `min-age: '${given}' is not an age, as in 3d, 12h or 0`,
    )
  })
})

describe('the pull request of a plan', () => {
  const headSha = 'a'.repeat(40)

  test('is given by number and SHA, or not at all', () => {
    const given = { 'pull-request-number': '7', 'pull-request-sha': headSha }
    expect(inputsOf('plan', given)).toMatchObject({ pullRequest: { number: 7, headSha } })
    expect(inputsOf('plan', {})).toMatchObject({ pullRequest: undefined })
  })

  test.each([
    [{ 'pull-request-number': '7' }, 'pull-request-sha: is required with pull-request-number'],
    [{ 'pull-request-sha': headSha }, 'pull-request-number: is required with pull-request-sha'],
    [
      { 'pull-request-number': '#7', 'pull-request-sha': headSha },
      "pull-request-number: '#7' is not a pull request number",
    ],
    [
      { 'pull-request-number': '7', 'pull-request-sha': 'abc1234' },
      "pull-request-sha: 'abc1234' is not a full commit SHA",
    ],
  ])('is rejected for %j', (given, message) => {
    expect(() => inputsOf('plan', given)).toThrow(message)
  })
})

describe('drift', () => {
  test('uses the inputs of plan, except those for reviewing and applying it', () => {
    expect(inputsOf('drift', { stack: 'langfuse', variables: 'a=b' })).toMatchObject({
      stack: 'langfuse',
      variables: ['a=b'],
      allowDestroy: [],
      planRecords: undefined,
    })
    for (const [name, value] of Object.entries({
      comment: 'never',
      'allow-destroy': 'x.y',
      'plan-records': 's3://b/',
      target: 'x.y',
      replace: 'x.y',
      invoke: 'action.x.y',
    }))
      expect(() => inputsOf('drift', { [name]: value })).toThrow(`${name}: is not used by drift`)
  })
})

describe('a problem names the input, its value and the expected value', () => {
  test.each([
    ['command', '', `command: is required; expected one of ${COMMANDS}`],
    ['command', 'miror', `command: 'miror' is not one of ${COMMANDS}`],
    ['command', 'Mirror', `command: 'Mirror' is not one of ${COMMANDS}`],
    ['role-duration-seconds', '899', "role-duration-seconds: '899' is not a whole number from 900 to 43200"],
    [
      'role-duration-seconds',
      '43201',
      "role-duration-seconds: '43201' is not a whole number from 900 to 43200",
    ],
    ['role-duration-seconds', '1h', "role-duration-seconds: '1h' is not a whole number from 900 to 43200"],
    ...['x', 'a b', 'role/deploy', 'a'.repeat(65), 'rôle'].map((name): [string, string, string] => [
      'role-session-name',
      name,
      `role-session-name: '${name}' is not 2 to 64 letters, digits and characters _+=,.@-`,
    ]),
    ['allowed-account-ids', '1234', "allowed-account-ids: '1234' is not an account ID of 12 digits"],
    [
      'allowed-account-ids',
      '123456789012, 210987654321',
      "allowed-account-ids: '123456789012, 210987654321' is not an account ID of 12 digits",
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
    ['referrers', 'required', 'referrers: required needs include-referrers: true'],
    ['referrers', 'all', "referrers: 'all' is not one of best-effort, required"],
    ['dry-run', 'no', "dry-run: 'no' is not true or false"],
    ['concurrency', '0', "concurrency: '0' is not a whole number from 1 to 64"],
    ['concurrency', '65', "concurrency: '65' is not a whole number from 1 to 64"],
    ['concurrency', '-1', "concurrency: '-1' is not a whole number from 1 to 64"],
    ['concurrency', '1.5', "concurrency: '1.5' is not a whole number from 1 to 64"],
    ['concurrency', '8e0', "concurrency: '8e0' is not a whole number from 1 to 64"],
  ])("%s '%s'", (name, value, problem) => {
    expect(problemsOf('mirror', { [name]: value })).toEqual([problem])
  })

  describe.each(['plan', 'apply'])('of %s', (command) => {
    test.each([
      [
        'role-duration-seconds',
        '899',
        "role-duration-seconds: '899' is not a whole number from 900 to 43200",
      ],
      ['allowed-account-ids', 'prod', "allowed-account-ids: 'prod' is not an account ID of 12 digits"],
      [
        'variables',
        'size',
        'variables: line 1 is not name=value; give a value of several lines in TF_VAR_<name> or in a var-file',
      ],
      [
        'variables',
        '=small',
        'variables: line 1 is not name=value; give a value of several lines in TF_VAR_<name> or in a var-file',
      ],
      [
        'variables',
        'a b=small',
        'variables: line 1 is not name=value; give a value of several lines in TF_VAR_<name> or in a var-file',
      ],
      ['parallelism', '0', "parallelism: '0' is not a whole number from 1 to 1000"],
      ['parallelism', '1001', "parallelism: '1001' is not a whole number from 1 to 1000"],
      ['parallelism', 'ten', "parallelism: 'ten' is not a whole number from 1 to 1000"],
      ['lock-timeout', '5', "lock-timeout: '5' is not a duration, as in 5m or 30s"],
      ['lock-timeout', '5 minutes', "lock-timeout: '5 minutes' is not a duration, as in 5m or 30s"],
      [
        'stateful-types',
        'aws_db_instance.a',
        "stateful-types: 'aws_db_instance.a' is not a resource type, as in aws_db_instance",
      ],
      [
        'stateful-types',
        'AWS::RDS::DBInstance',
        "stateful-types: 'AWS::RDS::DBInstance' is not a resource type, as in aws_db_instance",
      ],
    ])("%s '%s'", (name, value, problem) => {
      expect(problemsOf(command, { [name]: value })).toEqual([problem])
    })
  })

  test.each([
    ['plan', 'comment', 'on', "comment: 'on' is not one of always, changes, never"],
    ['plan', 'comment', 'Always', "comment: 'Always' is not one of always, changes, never"],
    [
      'plan',
      'stack',
      'x'.repeat(201),
      `stack: '${'x'.repeat(200)}…' is not a name of at most 200 characters`,
    ],
    [
      'plan',
      'variables',
      '-lock=false',
      'variables: line 1 is not name=value; give a value of several lines in TF_VAR_<name> or in a var-file',
    ],
    ['apply', 'require-review', 'yes', "require-review: 'yes' is not auto, true or false"],
  ])("of only %s: %s '%s'", (command, name, value, problem) => {
    expect(problemsOf(command, { [name]: value })).toEqual([problem])
  })

  test('and all problems are reported at once', () => {
    const given = {
      'role-session-name': 'x',
      'role-duration-seconds': 'long',
      'allowed-account-ids': '123456789012\nprod\nstaging',
      prefix: 'a b',
      'dry-run': 'maybe',
      concurrency: 'many',
    }
    expect(problemsOf('mirrors', given)).toEqual([
      `command: 'mirrors' is not one of ${COMMANDS}`,
      "role-session-name: 'x' is not 2 to 64 letters, digits and characters _+=,.@-",
      "role-duration-seconds: 'long' is not a whole number from 900 to 43200",
      "allowed-account-ids: 'prod' is not an account ID of 12 digits",
      "allowed-account-ids: 'staging' is not an account ID of 12 digits",
      "prefix: 'a b' is not a repository prefix, as in langfuse",
      "concurrency: 'many' is not a whole number from 1 to 64",
      "dry-run: 'maybe' is not true or false",
    ])
  })
})

/** Problem of an unused input. README.md's table and its test cover the commands. */
const only = (name: string, command: string, users = SPECS[name]?.commands.join(', ') ?? ''): string =>
  `${name}: is not used by ${command}, only by ${users}; remove it`

describe('an input that the command does not use', () => {
  test.each([
    ['images', 'deploy/images.yaml'],
    ['only', 'clickhouse'],
    ['registry', 'registry.example.com'],
    ['prefix', 'team'],
    ['create-repositories', 'false'],
    ['include-referrers', 'true'],
    ['referrers', 'required'],
    ['concurrency', '4'],
    ['dry-run', 'true'],
  ])('%s is rejected by plan and apply', (name, value) => {
    expect(problemsOf('plan', { [name]: value })).toEqual([only(name, 'plan')])
    expect(problemsOf('apply', { [name]: value })).toEqual([only(name, 'apply')])
  })

  const shared = new Set(['github-token', 'role-session-name', 'role-duration-seconds'])
  test.each(STACK.filter(([name]) => !shared.has(name)))('%s is rejected by mirror: %j', (name, value) => {
    expect(problemsOf('mirror', { [name]: value })).toEqual([only(name, 'mirror')])
  })

  test.each<[Command, string, string, string]>([
    ['mirror', 'comment', 'never', 'plan'],
    ['apply', 'comment', 'never', 'plan'],
    ['mirror', 'require-review', 'true', 'apply'],
    ['plan', 'require-review', 'true', 'apply'],
    ['mirror', 'sensitive-outputs', 'salt', 'apply'],
    ['plan', 'sensitive-outputs', 'salt', 'apply'],
    ['verify', 'var-file', 'a.tfvars', 'plan, apply, drift'],
    ['plan', 'url', 'https://langfuse.example.com', 'verify'],
    ['apply', 'timeout', '60', 'verify'],
  ])("%s rejects %s '%s'", (command, name, value, users) => {
    expect(problemsOf(command, { [name]: value })).toEqual([only(name, command, users)])
  })

  test('is reported with all other problems, before them', () => {
    expect(problemsOf('plan', { 'dry-run': 'maybe', only: 'web', parallelism: 'many' })).toEqual([
      only('only', 'plan'),
      only('dry-run', 'plan'),
      "parallelism: 'many' is not a whole number from 1 to 1000",
    ])
  })

  test('is not reported for an unknown command', () => {
    expect(problemsOf('destroy', { 'dry-run': 'true', stack: 'production' })).toEqual([
      `command: 'destroy' is not one of ${COMMANDS}`,
    ])
  })

  // The runner passes the defaults of action.yml as if a workflow had given them.
  test.each<[Command, Given]>([
    ['plan', { images: 'images.yaml', prefix: 'langfuse', 'create-repositories': 'true' }],
    ['apply', { 'include-referrers': 'false', 'dry-run': 'false', comment: 'always', only: '' }],
    ['mirror', { 'working-directory': 'terraform/langfuse', parallelism: '10', 'lock-timeout': '5m' }],
    ['mirror', { comment: 'always', 'require-review': 'auto', 'github-token': 'ghs_abc', stack: '\n' }],
  ])('%s accepts the defaults that the runner passes: %j', (command, given) => {
    const { 'github-token': githubToken } = given
    expect(inputsOf(command, given)).toEqual(
      inputsOf(command, githubToken ? { 'github-token': githubToken } : {}),
    )
  })

  test('is accepted if it repeats the default', () => {
    expect(mirrorInputs({ 'lock-timeout': ' 5m\n' })).toEqual(mirrorInputs({}))
  })
})
