import { devNull } from 'node:os'
import { describe, expect, test } from '@jest/globals'
import { terraformEnvironment } from '../../src/terraform/environment'

const TOKEN = `ghs_${'a1B2'.repeat(9)}`
const ENDPOINT = { uri: 'http://127.0.0.1:4711/x', token: 'endpoint-token' }
const basic = Buffer.from(`x-access-token:${TOKEN}`).toString('base64')

const JOB_VARIABLES = {
  GITHUB_TOKEN: TOKEN,
  'INPUT_GITHUB-TOKEN': TOKEN,
  INPUT_COMMAND: 'plan',
  input_lower: 'x',
  ACTIONS_ID_TOKEN_REQUEST_TOKEN: 'id-request-token',
  ACTIONS_ID_TOKEN_REQUEST_URL: 'https://token.example',
  ACTIONS_RUNTIME_TOKEN: 'runtime-token',
  ACTIONS_RESULTS_URL: 'https://results.example',
  GITHUB_ENV: '/x/env',
  GITHUB_OUTPUT: '/x/output',
  GITHUB_STATE: '/x/state',
  STATE_folder: '/x',
}
const COPIED_TOKENS = {
  GH_TOKEN: TOKEN,
  MY_HEADER: `bearer ${TOKEN}`,
  GIT_CONFIG_VALUE_0: `AUTHORIZATION: basic ${basic}`,
  TF_VAR_copied: 'runtime-token',
}
const USER_VARIABLES = {
  PATH: '/bin',
  HOME: '/home/me',
  GITHUB_REPOSITORY: 'acme/langfuse',
  RUNNER_TRACKING_ID: 'github_1',
  TF_VAR_name: 'prod',
  TF_CLI_ARGS_plan: '-compact-warnings',
  TF_PLUGIN_CACHE_DIR: '/cache',
  AWS_REGION: 'eu-central-1',
  AWS_ENDPOINT_URL_S3: 'http://127.0.0.1:1',
  HTTPS_PROXY: 'http://proxy:3128',
  EMPTY: '',
}
const AWS = {
  AWS_ACCESS_KEY_ID: 'AKIA',
  AWS_SECRET_ACCESS_KEY: 'secret',
  AWS_SESSION_TOKEN: 'session',
  AWS_PROFILE: 'me',
  AWS_ROLE_ARN: 'arn',
  AWS_WEB_IDENTITY_TOKEN_FILE: '/x',
  AWS_CONTAINER_CREDENTIALS_RELATIVE_URI: '/x',
  AWS_CONTAINER_AUTHORIZATION_TOKEN_FILE: '/x',
  AWS_CONFIG_FILE: '/home/me/config',
}
const FIXED_VARIABLES = { TF_IN_AUTOMATION: 'true', TF_INPUT: '0', CHECKPOINT_DISABLE: 'true' }

describe("Terraform's environment", () => {
  test('contains no token of the job, under any name', () => {
    const env = terraformEnvironment(
      { ...JOB_VARIABLES, ...COPIED_TOKENS, ...USER_VARIABLES, ...AWS, UNSET: undefined },
      ENDPOINT,
    )
    expect(env).toEqual({
      ...USER_VARIABLES,
      ...FIXED_VARIABLES,
      NO_PROXY: '127.0.0.1',
      AWS_CONTAINER_CREDENTIALS_FULL_URI: ENDPOINT.uri,
      AWS_CONTAINER_AUTHORIZATION_TOKEN: ENDPOINT.token,
      AWS_CONFIG_FILE: devNull,
      AWS_SHARED_CREDENTIALS_FILE: devNull,
      AWS_EC2_METADATA_DISABLED: 'true',
    })
    for (const secret of [TOKEN, basic, 'id-request-token', 'runtime-token', 'AKIA']) {
      expect(JSON.stringify(env)).not.toContain(secret)
    }
  })

  test('inherits the AWS credentials of the step without an endpoint', () => {
    expect(terraformEnvironment({ ...JOB_VARIABLES, ...USER_VARIABLES, ...AWS }, 'inherited')).toEqual({
      ...USER_VARIABLES,
      ...AWS,
      ...FIXED_VARIABLES,
      NO_PROXY: '127.0.0.1',
    })
  })

  test.each([
    [{}, { NO_PROXY: '127.0.0.1' }],
    [{ NO_PROXY: 'corp, .internal' }, { NO_PROXY: 'corp, .internal,127.0.0.1' }],
    [{ NO_PROXY: '127.0.0.1,corp' }, { NO_PROXY: '127.0.0.1,corp' }],
    [{ NO_PROXY: '*' }, { NO_PROXY: '*' }],
    [{ no_proxy: 'corp' }, { NO_PROXY: 'corp,127.0.0.1', no_proxy: 'corp,127.0.0.1' }],
  ])('excludes the endpoint from proxies: %j', (given, expected) => {
    expect(terraformEnvironment(given, ENDPOINT)).toMatchObject(expected)
  })
})
