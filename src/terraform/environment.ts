import { devNull } from 'node:os'
import { secretForms } from '../text/redact'

/** Where Terraform asks for its AWS credentials, as often as it needs new ones. */
export interface CredentialEndpoint {
  readonly uri: string
  readonly token: string
}

/** What lets a program act as this job on GitHub, or speak to the runner in the step's name. */
const OF_THE_JOB = /^(?:ACTIONS_.*|INPUT_.*|STATE_.*|GITHUB_(?:TOKEN|ENV|OUTPUT|PATH|STATE|STEP_SUMMARY))$/i

const TOKENS = [
  'GITHUB_TOKEN',
  'INPUT_GITHUB-TOKEN',
  'ACTIONS_RUNTIME_TOKEN',
  'ACTIONS_ID_TOKEN_REQUEST_TOKEN',
]

/** What the AWS SDKs look at before they look at a container's endpoint, or instead of it. */
const AWS_CREDENTIALS = new Set([
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
 * The environment that Terraform and its providers run in: the step's own, less whatever would let them act as this
 * job, under any name. `TF_…`, the region, endpoints and proxies of the user stay.
 *
 * @param credentials `of the step` leaves Terraform the AWS credentials that the step was given, `none` takes them
 */
export function terraformEnvironment(
  env: Readonly<NodeJS.ProcessEnv>,
  credentials: CredentialEndpoint | 'of the step' | 'none',
): Record<string, string> {
  const tokens = TOKENS.flatMap((name) => secretForms(env[name] ?? ''))
  const kept = Object.entries(env).filter(
    (entry): entry is [string, string] =>
      entry[1] !== undefined &&
      !OF_THE_JOB.test(entry[0]) &&
      !holds(entry[1], tokens) &&
      (credentials === 'of the step' || !AWS_CREDENTIALS.has(entry[0].toUpperCase())),
  )
  return {
    ...Object.fromEntries(kept),
    ...reachable(env),
    ...(credentials === 'of the step' ? {} : NOTHING_ELSE),
    ...(typeof credentials === 'string' ? {} : endpoint(credentials)),
    TF_IN_AUTOMATION: 'true',
    TF_INPUT: '0',
    // No word to HashiCorp on who runs which version.
    CHECKPOINT_DISABLE: 'true',
  }
}

const holds = (value: string, tokens: readonly string[]): boolean =>
  tokens.some((token) => value.includes(token))

function endpoint({ uri, token }: CredentialEndpoint): Record<string, string> {
  return {
    AWS_CONTAINER_CREDENTIALS_FULL_URI: uri,
    AWS_CONTAINER_AUTHORIZATION_TOKEN: token,
  }
}

/** A profile in either file would come before an endpoint, and the machine's own role after it. */
const NOTHING_ELSE = {
  AWS_CONFIG_FILE: devNull,
  AWS_SHARED_CREDENTIALS_FILE: devNull,
  AWS_EC2_METADATA_DISABLED: 'true',
}

const LOOPBACK = '127.0.0.1'

/** The endpoint is on loopback, where no proxy leads. Go looks at the first of the two names that is set. */
function reachable(env: Readonly<NodeJS.ProcessEnv>): Record<string, string> {
  const given = env['NO_PROXY'] || env['no_proxy'] || ''
  const hosts = given.split(',').map((host) => host.trim())
  const value = hosts.some((host) => host === '*' || host === LOOPBACK)
    ? given
    : [given, LOOPBACK].filter(Boolean).join(',')
  return env['no_proxy'] === undefined ? { NO_PROXY: value } : { NO_PROXY: value, no_proxy: value }
}
