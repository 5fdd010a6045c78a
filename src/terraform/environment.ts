import { devNull } from 'node:os'
import { secretForms } from '../text/secret-forms'

export interface CredentialEndpoint {
  readonly uri: string
  readonly token: string
}

/** Variables that give access to GitHub or to the runner. */
const JOB_VARIABLES =
  /^(?:ACTIONS_.*|INPUT_.*|STATE_.*|GITHUB_(?:TOKEN|ENV|OUTPUT|PATH|STATE|STEP_SUMMARY))$/i

const TOKEN_VARIABLES = [
  'GITHUB_TOKEN',
  'INPUT_GITHUB-TOKEN',
  'ACTIONS_RUNTIME_TOKEN',
  'ACTIONS_ID_TOKEN_REQUEST_TOKEN',
]

/** Variables that take precedence over the endpoint, or configure it. */
const AWS_CREDENTIAL_VARIABLES = new Set([
  'AWS_ACCESS_KEY_ID',
  'AWS_ACCESS_KEY',
  'AWS_SECRET_ACCESS_KEY',
  'AWS_SECRET_KEY',
  'AWS_SESSION_TOKEN',
  'AWS_SECURITY_TOKEN',
  'AWS_CREDENTIAL_EXPIRATION',
  'AWS_PROFILE',
  'AWS_DEFAULT_PROFILE',
  'AWS_ROLE_ARN',
  'AWS_ROLE_SESSION_NAME',
  'AWS_WEB_IDENTITY_TOKEN_FILE',
  'AWS_CONTAINER_CREDENTIALS_RELATIVE_URI',
  'AWS_CONTAINER_CREDENTIALS_FULL_URI',
  'AWS_CONTAINER_AUTHORIZATION_TOKEN',
  'AWS_CONTAINER_AUTHORIZATION_TOKEN_FILE',
])

/**
 * Returns the step's environment without the job's tokens.
 *
 * @param credentials `inherited` keeps the step's AWS credentials, `none` removes them
 */
export function terraformEnvironment(
  env: Readonly<NodeJS.ProcessEnv>,
  credentials: CredentialEndpoint | 'inherited' | 'none',
): Record<string, string> {
  const tokens = TOKEN_VARIABLES.flatMap((name) => secretForms(env[name] ?? ''))
  const inherited = Object.entries(env).filter(
    (entry): entry is [string, string] =>
      entry[1] !== undefined &&
      !JOB_VARIABLES.test(entry[0]) &&
      !containsToken(entry[1], tokens) &&
      (credentials === 'inherited' || !AWS_CREDENTIAL_VARIABLES.has(entry[0].toUpperCase())),
  )
  return {
    ...Object.fromEntries(inherited),
    ...proxyExclusions(env),
    ...(credentials === 'inherited' ? {} : NO_OTHER_CREDENTIALS),
    ...(typeof credentials === 'string' ? {} : endpointVariables(credentials)),
    TF_IN_AUTOMATION: 'true',
    TF_INPUT: '0',
    CHECKPOINT_DISABLE: 'true',
  }
}

const containsToken = (value: string, tokens: readonly string[]): boolean =>
  tokens.some((token) => value.includes(token))

function endpointVariables({ uri, token }: CredentialEndpoint): Record<string, string> {
  return {
    AWS_CONTAINER_CREDENTIALS_FULL_URI: uri,
    AWS_CONTAINER_AUTHORIZATION_TOKEN: token,
  }
}

/** Profiles precede the endpoint, the instance role follows it. */
const NO_OTHER_CREDENTIALS = {
  AWS_CONFIG_FILE: devNull,
  AWS_SHARED_CREDENTIALS_FILE: devNull,
  AWS_EC2_METADATA_DISABLED: 'true',
}

const LOOPBACK = '127.0.0.1'

/** Go reads NO_PROXY first, then no_proxy. */
function proxyExclusions(env: Readonly<NodeJS.ProcessEnv>): Record<string, string> {
  const given = env['NO_PROXY'] || env['no_proxy'] || ''
  const hosts = given.split(',').map((host) => host.trim())
  const value = hosts.some((host) => host === '*' || host === LOOPBACK)
    ? given
    : [given, LOOPBACK].filter(Boolean).join(',')
  return env['no_proxy'] === undefined ? { NO_PROXY: value } : { NO_PROXY: value, no_proxy: value }
}
