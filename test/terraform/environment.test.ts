import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { devNull, tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals'
import { terraformEnvironment } from '../../src/terraform/environment'
import { pluginCache } from '../../src/terraform/install/plugin-cache'

const TOKEN = `ghs_${'a1B2'.repeat(9)}`
const ENDPOINT = { uri: 'http://127.0.0.1:4711/x', token: 'endpoint-token' }
const basic = Buffer.from(`x-access-token:${TOKEN}`).toString('base64')

const OF_THE_JOB = {
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
const HIDING_PLACES = {
  GH_TOKEN: TOKEN,
  MY_HEADER: `bearer ${TOKEN}`,
  GIT_CONFIG_VALUE_0: `AUTHORIZATION: basic ${basic}`,
  TF_VAR_copied: 'runtime-token',
}
const OF_THE_USER = {
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
const OWN = { TF_IN_AUTOMATION: 'true', TF_INPUT: '0', CHECKPOINT_DISABLE: 'true' }

describe("Terraform's environment", () => {
  test('has nothing that lets it act as the job, wherever that hides', () => {
    const env = terraformEnvironment(
      { ...OF_THE_JOB, ...HIDING_PLACES, ...OF_THE_USER, ...AWS, GONE: undefined },
      ENDPOINT,
    )
    expect(env).toEqual({
      ...OF_THE_USER,
      ...OWN,
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

  test('keeps the AWS credentials of the step when there are no others', () => {
    expect(terraformEnvironment({ ...OF_THE_JOB, ...OF_THE_USER, ...AWS }, 'of the step')).toEqual({
      ...OF_THE_USER,
      ...AWS,
      ...OWN,
      NO_PROXY: '127.0.0.1',
    })
  })

  test.each([
    [{}, { NO_PROXY: '127.0.0.1' }],
    [{ NO_PROXY: 'corp, .internal' }, { NO_PROXY: 'corp, .internal,127.0.0.1' }],
    [{ NO_PROXY: '127.0.0.1,corp' }, { NO_PROXY: '127.0.0.1,corp' }],
    [{ NO_PROXY: '*' }, { NO_PROXY: '*' }],
    [{ no_proxy: 'corp' }, { NO_PROXY: 'corp,127.0.0.1', no_proxy: 'corp,127.0.0.1' }],
  ])('reaches the endpoint without a proxy: %j', (given, expected) => {
    expect(terraformEnvironment(given, ENDPOINT)).toMatchObject(expected)
  })
})

describe('the cache of providers', () => {
  let folder: string
  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'plugins-'))
  })
  afterEach(() => rm(folder, { recursive: true }))

  test('is in the tool cache, or else with what is temporary', async () => {
    const HOME = folder
    expect(
      await pluginCache({ HOME, RUNNER_TOOL_CACHE: join(folder, 'tools'), RUNNER_TEMP: folder }),
    ).toEqual({
      TF_PLUGIN_CACHE_DIR: join(folder, 'tools', 'terraform-plugins'),
    })
    expect(await pluginCache({ HOME, RUNNER_TEMP: folder })).toEqual({
      TF_PLUGIN_CACHE_DIR: join(folder, 'terraform-plugins'),
    })
    expect(await pluginCache({ HOME })).toEqual({})
  })

  test('is left to a user who has one', async () => {
    await writeFile(join(folder, '.terraformrc'), 'plugin_cache_dir = "/mine"\n')
    await writeFile(join(folder, 'other'), '# plugin_cache_dir = "/mine"\n')
    const env = { HOME: folder, RUNNER_TEMP: folder }
    expect(await pluginCache(env)).toEqual({})
    expect(await pluginCache({ ...env, HOME: '/nonexistent', TF_PLUGIN_CACHE_DIR: '/mine' })).toEqual({})
    expect(await pluginCache({ ...env, TF_CLI_CONFIG_FILE: join(folder, 'other') })).toHaveProperty(
      'TF_PLUGIN_CACHE_DIR',
    )
  })

  test('is done without where it cannot be made', async () => {
    await writeFile(join(folder, 'file'), '')
    expect(await pluginCache({ HOME: folder, RUNNER_TEMP: join(folder, 'file') })).toEqual({})
  })
})
