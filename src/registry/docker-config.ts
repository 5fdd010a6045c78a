import { readFile } from 'node:fs/promises'
import { homedir } from 'node:os'
import { join } from 'node:path'
import { codeOf } from '../http/error'
import { isRecord, parseObject } from '../text/json'
import { toPrintableLine } from '../text/sanitize'

/** What a registry or its token service takes: a password, or the refresh token that some logins leave instead. */
export type Credentials =
  { readonly username: string; readonly password: string } | { readonly identityToken: string }

/** Runs a program with a line of input. */
export type RunHelper = (
  program: string,
  args: string[],
  input: string,
) => Promise<{ exitCode: number; stdout: string }>

export class DockerConfigError extends Error {
  override readonly name = 'DockerConfigError'
}

/**
 * The credentials that `docker login` left for a registry: `credHelpers`, then `credsStore`, then `auths`
 * (https://docs.docker.com/reference/cli/docker/login/#credential-stores).
 *
 * @returns undefined when there are none, which means anonymous
 * @throws DockerConfigError when the file or a helper is broken
 */
export async function dockerCredentials(
  registry: string,
  runtime: { readonly env: NodeJS.ProcessEnv; readonly run: RunHelper },
): Promise<Credentials | undefined> {
  const { DOCKER_CONFIG: folder, HOME: home } = runtime.env
  const path = join(folder || join(home || homedir(), '.docker'), 'config.json')
  const config = await readConfig(path)
  const keys = configKeys(registry)
  const helpers = isRecord(config['credHelpers']) ? config['credHelpers'] : {}
  const named = keys.map((key) => helpers[key]).find(isGiven)
  if (named !== undefined) return askHelper(named, keys[0] ?? registry, runtime.run)
  const store = config['credsStore']
  if (isGiven(store)) {
    const stored = await askHelper(store, keys[0] ?? registry, runtime.run)
    if (stored !== undefined) return stored
  }
  return fromAuths(config['auths'], keys, path)
}

async function readConfig(path: string): Promise<Record<string, unknown>> {
  const text = await readFile(path, 'utf8').catch((error: unknown) => {
    if (codeOf(error) === 'ENOENT') return '{}'
    throw new DockerConfigError(`${path} cannot be read`, { cause: error })
  })
  const config = parseObject(text)
  if (config === undefined)
    throw new DockerConfigError(`${path} is not a JSON object; run docker login again, or remove it`)
  return config
}

/** An empty name is how people switch a helper off. */
const isGiven = (value: unknown): value is string => typeof value === 'string' && value !== ''

/** The names a registry goes by in the file; Docker Hub's is an address of its first API. */
function configKeys(registry: string): string[] {
  if (registry === 'docker.io') {
    return ['https://index.docker.io/v1/', 'index.docker.io', 'docker.io', 'registry-1.docker.io']
  }
  return [
    registry,
    `https://${registry}`,
    `https://${registry}/`,
    `https://${registry}/v2/`,
    `http://${registry}`,
  ]
}

function fromAuths(auths: unknown, keys: readonly string[], path: string): Credentials | undefined {
  if (!isRecord(auths)) return undefined
  const key = keys.find((candidate) => isRecord(auths[candidate]))
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

/** The protocol of https://github.com/docker/docker-credential-helpers: a server on stdin, JSON on stdout. */
async function askHelper(helper: string, server: string, run: RunHelper): Promise<Credentials | undefined> {
  const program = `docker-credential-${helper}`
  if (!/^[\w.-]+$/.test(helper))
    throw new DockerConfigError(`'${toPrintableLine(helper)}' is not the name of a credential helper`)
  const { exitCode, stdout } = await run(program, ['get'], server).catch((error: unknown) => {
    throw new DockerConfigError(
      `${program}, which Docker's config names for ${server}, cannot be run; install it, or take it out of the config`,
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
    throw new DockerConfigError(`${program} answered something other than Username and Secret for ${server}`)
  }
  const { Username: username, Secret: secret } = answer
  return username === '<token>' ? { identityToken: secret } : { username, password: secret }
}
