import { readFileSync } from 'node:fs'
import { homedir } from 'node:os'
import { join } from 'node:path'
import { errorCode } from '../http/error'
import { isRecord, parseObject } from '../text/json'
import { errorMessage, toPrintableLine } from '../text/sanitize'
import type { FailureReason } from '../text/failure-reason'

/** Password or OAuth refresh token (`identitytoken`). */
export type RegistryCredentials =
  { readonly username: string; readonly password: string } | { readonly identityToken: string }

export type RunHelper = (
  program: string,
  args: string[],
  input: string,
) => Promise<{ exitCode: number; stdout: string }>

/** File or credential helper cannot be used. */
export class DockerConfigError extends Error {
  override readonly name = 'DockerConfigError'
  readonly reason: FailureReason = 'copy-failed'
}

/**
 * Reads credentials from `credHelpers`, then `credsStore`, then `auths`
 * (https://docs.docker.com/reference/cli/docker/login/#credential-stores).
 *
 * @returns undefined for anonymous access
 * @throws DockerConfigError
 */
export async function readDockerCredentials(
  registry: string,
  runtime: { readonly env: NodeJS.ProcessEnv; readonly run: RunHelper },
): Promise<RegistryCredentials | undefined> {
  const { DOCKER_CONFIG: folder, HOME: home } = runtime.env
  const path = join(folder || join(home || homedir(), '.docker'), 'config.json')
  const config = readDockerConfig(path)
  const keys = configKeys(registry)
  const helpers = isRecord(config['credHelpers']) ? config['credHelpers'] : {}
  const named =
    keys.map((key) => helpers[key]).find(isNonEmptyString) ??
    Object.entries(helpers)
      .filter(([key]) => keys.includes(hostOfKey(key)))
      .map(([, helper]) => helper)
      .find(isNonEmptyString)
  if (named !== undefined) return askHelper(named, keys[0] ?? registry, runtime.run)
  const store = config['credsStore']
  if (isNonEmptyString(store)) {
    const stored = await askHelper(store, keys[0] ?? registry, runtime.run)
    if (stored !== undefined) return stored
  }
  return fromAuths(config['auths'], keys, path)
}

function readDockerConfig(path: string): Record<string, unknown> {
  const config = parseObject(readText(path))
  if (config === undefined)
    throw new DockerConfigError(`${path} is not a JSON object; run docker login again, or remove it`)
  return config
}

function readText(path: string): string {
  try {
    return readFileSync(path, 'utf8')
  } catch (error) {
    if (errorCode(error) === 'ENOENT') return '{}'
    throw new DockerConfigError(`${path} cannot be read: ${errorMessage(error)}`, { cause: error })
  }
}

const isNonEmptyString = (value: unknown): value is string => typeof value === 'string' && value !== ''

/** `docker login` stores Docker Hub under the URL of its version 1 API. */
function configKeys(registry: string): string[] {
  if (registry === 'docker.io') {
    return ['https://index.docker.io/v1/', 'index.docker.io', 'docker.io', 'registry-1.docker.io']
  }
  return [registry, `https://${registry}`]
}

/** Reduces a key such as `https://HOST/v1/` to its host, as Docker does. Keys with a namespace stay as they are. */
const hostOfKey = (key: string): string => key.replace(/^https?:\/\//, '').replace(/\/(?:v[12]\/?)?$/, '')

function fromAuths(auths: unknown, keys: readonly string[], path: string): RegistryCredentials | undefined {
  if (!isRecord(auths)) return undefined
  const key =
    keys.find((candidate) => isRecord(auths[candidate])) ??
    Object.keys(auths).find((candidate) => keys.includes(hostOfKey(candidate)))
  const entry = key === undefined ? undefined : auths[key]
  if (!isRecord(entry)) return undefined
  if (typeof entry['identitytoken'] === 'string' && entry['identitytoken'] !== '') {
    return { identityToken: entry['identitytoken'] }
  }
  if (typeof entry['username'] === 'string' && typeof entry['password'] === 'string') {
    return { username: entry['username'], password: entry['password'] }
  }
  if (typeof entry['auth'] !== 'string' || entry['auth'] === '') return undefined
  const [username, ...password] = Buffer.from(entry['auth'], 'base64').toString('utf8').split(':')
  if (username && password.length > 0) return { username, password: password.join(':').replace(/\0+$/, '') }
  throw new DockerConfigError(
    `${path}: auths.${toPrintableLine(key ?? '')}.auth is not base64 of user:password; run docker login again`,
  )
}

/** Protocol: https://github.com/docker/docker-credential-helpers. */
async function askHelper(
  helper: string,
  server: string,
  run: RunHelper,
): Promise<RegistryCredentials | undefined> {
  const program = `docker-credential-${helper}`
  if (!/^[\w.-]+$/.test(helper))
    throw new DockerConfigError(
      `'${toPrintableLine(helper)}' in Docker's config is not a valid name of a credential helper`,
    )
  const { exitCode, stdout } = await run(program, ['get'], server).catch((error: unknown) => {
    throw new DockerConfigError(
      `${program} cannot be run, but Docker's config uses it for ${server}; install it or remove it from the config`,
      { cause: error },
    )
  })
  if (exitCode !== 0) {
    if (/credentials not found/i.test(stdout)) return undefined
    throw new DockerConfigError(
      `${program} get failed for ${server} with exit code ${exitCode}: ${toPrintableLine(stdout)}`,
    )
  }
  const answer = parseObject(stdout)
  if (
    answer === undefined ||
    typeof answer['Username'] !== 'string' ||
    typeof answer['Secret'] !== 'string'
  ) {
    throw new DockerConfigError(
      `${program} get returned no JSON object with Username and Secret for ${server}`,
    )
  }
  const { Username: username, Secret: secret } = answer
  return username === '<token>' ? { identityToken: secret } : { username, password: secret }
}
