import { chmodSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { delimiter, join } from 'node:path'
import { getExecOutput } from '@actions/exec'
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals'
import {
  type RegistryCredentials,
  readDockerCredentials,
  DockerConfigError,
  type RunHelper,
} from '../../src/registry/docker-config'

const HUB = 'https://index.docker.io/v1/'
const base64 = (text: string): string => Buffer.from(text).toString('base64')
const entry = (user: string): { auth: string } => ({ auth: base64(`${user}:p`) })

let home: string
let path: string | undefined
beforeEach(() => {
  home = mkdtempSync(join(tmpdir(), 'docker-config-'))
  path = process.env['PATH']
})
afterEach(() => {
  process.env['PATH'] = path
  rmSync(home, { recursive: true })
})

/** Runs a helper like main.ts. */
const run: RunHelper = (program, args, input) =>
  getExecOutput(program, args, { input: Buffer.from(input), silent: true, ignoreReturnCode: true })

function write(config: unknown): void {
  const text = typeof config === 'string' ? config : JSON.stringify(config)
  writeFileSync(join(home, 'config.json'), text)
}

/** Puts `docker-credential-<name>` on PATH. Answers are keyed by server; requests are recorded in a file. */
function installHelper(
  name: string,
  answers: Record<string, { exitCode?: number; stdout: string }>,
): () => string[] {
  const asked = join(home, `${name}.asked`)
  const bin = join(home, 'bin')
  mkdirSync(bin, { recursive: true })
  const program = join(bin, `docker-credential-${name}`)
  const script = `#!${process.execPath}
const fs = require('node:fs')
const server = fs.readFileSync(0, 'utf8')
fs.appendFileSync(${JSON.stringify(asked)}, process.argv[2] + ' ' + server + '\\n')
const missing = { exitCode: 1, stdout: 'credentials not found in native keychain\\n' }
const { exitCode = 0, stdout } = ${JSON.stringify(answers)}[server] ?? missing
process.stdout.write(stdout)
process.exitCode = exitCode
`
  writeFileSync(program, script)
  chmodSync(program, 0o755)
  process.env['PATH'] = `${bin}${delimiter}${path ?? ''}`
  return () => readFileSync(asked, 'utf8').trimEnd().split('\n')
}

const secretOf = (user: string): { stdout: string } => ({
  stdout: JSON.stringify({ ServerURL: 'x', Username: user, Secret: 'p' }),
})
const readCredentials = (
  registry: string,
  env: NodeJS.ProcessEnv = { DOCKER_CONFIG: home },
): Promise<RegistryCredentials | undefined> => readDockerCredentials(registry, { env, run })

describe('auths', () => {
  test.each<[string, string, string, unknown, RegistryCredentials | undefined]>([
    ['auth', 'ghcr.io', 'ghcr.io', { auth: base64('u:p') }, { username: 'u', password: 'p' }],
    [
      'a password with colons',
      'ghcr.io',
      'ghcr.io',
      { auth: base64('u:p:q:') },
      { username: 'u', password: 'p:q:' },
    ],
    [
      'a password that is not ASCII',
      'ghcr.io',
      'ghcr.io',
      { auth: base64('u:pä€') },
      { username: 'u', password: 'pä€' },
    ],
    [
      'an auth padded with zero bytes',
      'ghcr.io',
      'ghcr.io',
      { auth: base64('u:p\0\0') },
      { username: 'u', password: 'p' },
    ],
    [
      'username and password',
      'ghcr.io',
      'ghcr.io',
      { username: 'u', password: 'p' },
      { username: 'u', password: 'p' },
    ],
    [
      'an identity token, which has precedence',
      'x.azurecr.io',
      'x.azurecr.io',
      { auth: base64('00000000-0000-0000-0000-000000000000:'), identitytoken: 'refresh' },
      { identityToken: 'refresh' },
    ],
    [
      'an empty identity token, which is ignored',
      'a.b',
      'a.b',
      { ...entry('u'), identitytoken: '' },
      { username: 'u', password: 'p' },
    ],
    ['a port', 'host:5000', 'host:5000', entry('u'), { username: 'u', password: 'p' }],
    ['a URL as key', 'ghcr.io', 'https://ghcr.io', entry('u'), { username: 'u', password: 'p' }],
    ['a URL with a path', 'ghcr.io', 'https://ghcr.io/v2/', entry('u'), { username: 'u', password: 'p' }],
    ['the key http://ghcr.io/', 'ghcr.io', 'http://ghcr.io/', entry('u'), { username: 'u', password: 'p' }],
    [
      'the key https://ghcr.io/v1/',
      'ghcr.io',
      'https://ghcr.io/v1/',
      entry('u'),
      { username: 'u', password: 'p' },
    ],
    [
      'the key https://ghcr.io/v1',
      'ghcr.io',
      'https://ghcr.io/v1',
      entry('u'),
      { username: 'u', password: 'p' },
    ],
    ['the key ghcr.io/', 'ghcr.io', 'ghcr.io/', entry('u'), { username: 'u', password: 'p' }],
    ['the key ghcr.io/v2/', 'ghcr.io', 'ghcr.io/v2/', entry('u'), { username: 'u', password: 'p' }],
    [
      'the key http://ghcr.io/v2/',
      'ghcr.io',
      'http://ghcr.io/v2/',
      entry('u'),
      { username: 'u', password: 'p' },
    ],
    ['a key with a namespace', 'ghcr.io', 'ghcr.io/team', entry('u'), undefined],
    ["Docker Hub's version 1 URL", 'docker.io', HUB, entry('u'), { username: 'u', password: 'p' }],
    ['Docker Hub by name', 'docker.io', 'docker.io', entry('u'), { username: 'u', password: 'p' }],
    ['another registry', 'ghcr.io', 'quay.io', entry('u'), undefined],
    ['the same host on another port', 'host:5000', 'host:5001', entry('u'), undefined],
    ['a host with the same prefix', 'ghcr.io', 'ghcr.io.example.com', entry('u'), undefined],
    ['an empty entry, as with a credential store', 'ghcr.io', 'ghcr.io', {}, undefined],
    ['an empty auth', 'ghcr.io', 'ghcr.io', { auth: '' }, undefined],
  ])('%s', async (_, registry, key, value, expected) => {
    write({ auths: { [key]: value } })
    expect(await readCredentials(registry)).toEqual(expected)
  })

  test("Docker Hub's version 1 URL, which docker login writes, has precedence over its other names", async () => {
    write({ auths: { 'docker.io': entry('old'), [HUB]: entry('new') } })
    expect(await readCredentials('docker.io')).toMatchObject({ username: 'new' })
  })

  test.each([['!!!'], [base64('nocolon')], [base64(':p')]])(
    'an auth that is not user:password (%s) is named in the error',
    async (auth) => {
      write({ auths: { 'ghcr.io': { auth } } })
      const words = `${home}/config.json: auths.ghcr.io.auth is not base64 of user:password; run docker login again`
      await expect(readCredentials('ghcr.io')).rejects.toThrow(new DockerConfigError(words))
    },
  )
})

describe('the file', () => {
  test('means anonymous access when it is missing', async () => {
    expect(await readCredentials('ghcr.io')).toBeUndefined()
    expect(await readCredentials('ghcr.io', { DOCKER_CONFIG: join(home, 'nowhere') })).toBeUndefined()
  })

  test('is found in DOCKER_CONFIG, otherwise below HOME', async () => {
    mkdirSync(join(home, '.docker'))
    writeFileSync(
      join(home, '.docker', 'config.json'),
      JSON.stringify({ auths: { 'ghcr.io': entry('home') } }),
    )
    write({ auths: { 'ghcr.io': entry('given') } })
    expect(await readCredentials('ghcr.io', { HOME: home })).toMatchObject({ username: 'home' })
    expect(await readCredentials('ghcr.io', { HOME: home, DOCKER_CONFIG: home })).toMatchObject({
      username: 'given',
    })
    // A workflow expression without a value sets the variable to an empty string.
    expect(await readCredentials('ghcr.io', { HOME: home, DOCKER_CONFIG: '' })).toMatchObject({
      username: 'home',
    })
  })

  test.each([
    ['{"auths": ', 'config.json is not a JSON object; run docker login again, or remove it'],
    ['', 'config.json is not a JSON object'],
    ['[]', 'config.json is not a JSON object; run docker login again, or remove it'],
    ['null', 'config.json is not a JSON object'],
  ])('with content %j is named in the error, with the next step', async (text, words) => {
    write(text)
    await expect(readCredentials('ghcr.io')).rejects.toThrow(words)
    await expect(readCredentials('ghcr.io')).rejects.toBeInstanceOf(DockerConfigError)
  })

  test('that cannot be read is named in the error', async () => {
    mkdirSync(join(home, 'config.json'))
    await expect(readCredentials('ghcr.io')).rejects.toThrow(`${home}/config.json cannot be read`)
  })

  test.each([
    ['auths that are a list', { auths: [] }],
    ['an entry that is a string', { auths: { 'ghcr.io': 'u:p' } }],
    ['helpers that are a string', { credHelpers: 'gcr' }],
    ['unrelated settings', { psFormat: 'x', HttpHeaders: {} }],
  ])('with %s means anonymous access', async (_, config) => {
    write(config)
    expect(await readCredentials('ghcr.io')).toBeUndefined()
  })
})

describe('a credential helper', () => {
  test('of credHelpers runs `get` with its registry on stdin', async () => {
    const asked = installHelper('mine', { 'ghcr.io': secretOf('helped') })
    write({ credHelpers: { 'ghcr.io': 'mine' }, credsStore: 'none', auths: { 'ghcr.io': entry('file') } })
    expect(await readCredentials('ghcr.io')).toEqual({ username: 'helped', password: 'p' })
    expect(asked()).toEqual(['get ghcr.io'])
  })

  test('of credHelpers is not used for another registry', async () => {
    write({ credHelpers: { 'ghcr.io': 'none' }, auths: { 'quay.io': entry('file') } })
    expect(await readCredentials('quay.io')).toMatchObject({ username: 'file' })
  })

  test('of credsStore is used for all registries, for Docker Hub by its URL', async () => {
    const asked = installHelper('store', { 'ghcr.io': secretOf('a'), [HUB]: secretOf('b') })
    write({ credsStore: 'store', auths: { 'ghcr.io': {}, [HUB]: {} } })
    expect(await readCredentials('ghcr.io')).toMatchObject({ username: 'a' })
    expect(await readCredentials('docker.io')).toMatchObject({ username: 'b' })
    expect(asked()).toEqual(['get ghcr.io', `get ${HUB}`])
  })

  test('of credsStore without the registry falls back to the file', async () => {
    const asked = installHelper('store', {})
    write({ credsStore: 'store', auths: { 'ghcr.io': entry('file') } })
    expect(await readCredentials('ghcr.io')).toMatchObject({ username: 'file' })
    expect(await readCredentials('quay.io')).toBeUndefined()
    expect(asked()).toEqual(['get ghcr.io', 'get quay.io'])
  })

  test.each([
    ['credsStore', { credsStore: '' }],
    ['credHelpers', { credHelpers: { 'ghcr.io': '' } }],
  ])('with an empty name in %s is ignored, as in Docker', async (_, config) => {
    write({ ...config, auths: { 'ghcr.io': entry('file') } })
    expect(await readCredentials('ghcr.io')).toMatchObject({ username: 'file' })
  })

  test('may return a token instead of a password', async () => {
    installHelper('mine', { 'ghcr.io': { stdout: '{"Username":"<token>","Secret":"refresh"}' } })
    write({ credHelpers: { 'ghcr.io': 'mine' } })
    expect(await readCredentials('ghcr.io')).toEqual({ identityToken: 'refresh' })
  })

  test('that is not installed is named in the error, with the next step', async () => {
    write({ credHelpers: { 'ghcr.io': 'nowhere' } })
    await expect(readCredentials('ghcr.io')).rejects.toThrow(
      "docker-credential-nowhere cannot be run, but Docker's config uses it for ghcr.io; install it or remove it from the config",
    )
    await expect(readCredentials('ghcr.io')).rejects.toBeInstanceOf(DockerConfigError)
  })

  test.each<[string, { exitCode?: number; stdout: string }, string]>([
    [
      'fails',
      { exitCode: 3, stdout: 'the keychain\n::error::is locked' },
      'docker-credential-mine get failed for ghcr.io with exit code 3: the keychain ::error::is locked',
    ],
    [
      'returns another object',
      { stdout: '{"user":"u"}' },
      'docker-credential-mine get returned no JSON object with Username and Secret for ghcr.io',
    ],
    [
      'returns no JSON',
      { stdout: 'u p' },
      'docker-credential-mine get returned no JSON object with Username and Secret for ghcr.io',
    ],
    [
      'returns nothing',
      { stdout: '' },
      'docker-credential-mine get returned no JSON object with Username and Secret for ghcr.io',
    ],
  ])('that %s is named in the error', async (_, answer, words) => {
    installHelper('mine', { 'ghcr.io': answer })
    write({ credHelpers: { 'ghcr.io': 'mine' } })
    await expect(readCredentials('ghcr.io')).rejects.toThrow(new DockerConfigError(words))
  })

  test.each(['../evil', 'a b', '$(id)', 'a/b'])("named '%s' is not run", async (helper) => {
    write({ credsStore: helper })
    const ran: string[] = []
    const runNothing: RunHelper = (program) => {
      ran.push(program)
      return Promise.resolve({ exitCode: 0, stdout: '{"Username":"u","Secret":"p"}' })
    }
    const asked = readDockerCredentials('ghcr.io', { env: { DOCKER_CONFIG: home }, run: runNothing })
    await expect(asked).rejects.toThrow(
      `'${helper}' in Docker's config is not a valid name of a credential helper`,
    )
    expect(ran).toEqual([])
  })
})
