import { chmodSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { delimiter, join } from 'node:path'
import { getExecOutput } from '@actions/exec'
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals'
import {
  type Credentials,
  dockerCredentials,
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

/** As main.ts runs a helper. */
const run: RunHelper = (program, args, input) =>
  getExecOutput(program, args, { input: Buffer.from(input), silent: true, ignoreReturnCode: true })

function write(config: unknown): void {
  const text = typeof config === 'string' ? config : JSON.stringify(config)
  writeFileSync(join(home, 'config.json'), text)
}

/** Puts `docker-credential-<name>` on PATH: answers are by server, and what it was asked is kept in a file. */
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
const ask = (
  registry: string,
  env: NodeJS.ProcessEnv = { DOCKER_CONFIG: home },
): Promise<Credentials | undefined> => dockerCredentials(registry, { env, run })

describe('auths', () => {
  test.each<[string, string, string, unknown, Credentials | undefined]>([
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
      'an identity token, which goes first',
      'x.azurecr.io',
      'x.azurecr.io',
      { auth: base64('00000000-0000-0000-0000-000000000000:'), identitytoken: 'refresh' },
      { identityToken: 'refresh' },
    ],
    [
      'an empty identity token, which does not count',
      'a.b',
      'a.b',
      { ...entry('u'), identitytoken: '' },
      { username: 'u', password: 'p' },
    ],
    ['a port', 'host:5000', 'host:5000', entry('u'), { username: 'u', password: 'p' }],
    ['an address for a key', 'ghcr.io', 'https://ghcr.io', entry('u'), { username: 'u', password: 'p' }],
    [
      'an address with a path',
      'ghcr.io',
      'https://ghcr.io/v2/',
      entry('u'),
      { username: 'u', password: 'p' },
    ],
    ["Docker Hub's first address", 'docker.io', HUB, entry('u'), { username: 'u', password: 'p' }],
    ['Docker Hub by name', 'docker.io', 'docker.io', entry('u'), { username: 'u', password: 'p' }],
    ['another registry', 'ghcr.io', 'quay.io', entry('u'), undefined],
    ['the same host on another port', 'host:5000', 'host:5001', entry('u'), undefined],
    ['a host whose name begins alike', 'ghcr.io', 'ghcr.io.example.com', entry('u'), undefined],
    ['an empty entry, as a credential store leaves it', 'ghcr.io', 'ghcr.io', {}, undefined],
    ['an empty auth', 'ghcr.io', 'ghcr.io', { auth: '' }, undefined],
  ])('%s', async (_, registry, key, value, expected) => {
    write({ auths: { [key]: value } })
    expect(await ask(registry)).toEqual(expected)
  })

  test("Docker Hub's first address goes before its other names, since docker login writes that one", async () => {
    write({ auths: { 'docker.io': entry('old'), [HUB]: entry('new') } })
    expect(await ask('docker.io')).toMatchObject({ username: 'new' })
  })

  test.each([['!!!'], [base64('nocolon')], [base64(':p')]])(
    'an auth that is not user:password (%s) is named',
    async (auth) => {
      write({ auths: { 'ghcr.io': { auth } } })
      const words = `${home}/config.json: auths.ghcr.io.auth is not base64 of user:password; run docker login again`
      await expect(ask('ghcr.io')).rejects.toThrow(new DockerConfigError(words))
    },
  )
})

describe('the file', () => {
  test('that is not there means anonymous', async () => {
    expect(await ask('ghcr.io')).toBeUndefined()
    expect(await ask('ghcr.io', { DOCKER_CONFIG: join(home, 'nowhere') })).toBeUndefined()
  })

  test('is found by DOCKER_CONFIG, else below HOME', async () => {
    mkdirSync(join(home, '.docker'))
    writeFileSync(
      join(home, '.docker', 'config.json'),
      JSON.stringify({ auths: { 'ghcr.io': entry('home') } }),
    )
    write({ auths: { 'ghcr.io': entry('given') } })
    expect(await ask('ghcr.io', { HOME: home })).toMatchObject({ username: 'home' })
    expect(await ask('ghcr.io', { HOME: home, DOCKER_CONFIG: home })).toMatchObject({ username: 'given' })
    // A workflow that sets a variable to an expression without a value sets it to nothing.
    expect(await ask('ghcr.io', { HOME: home, DOCKER_CONFIG: '' })).toMatchObject({ username: 'home' })
  })

  test.each([
    ['{"auths": ', 'config.json is not a JSON object; run docker login again, or remove it'],
    ['', 'config.json is not a JSON object'],
    ['[]', 'config.json is not a JSON object; run docker login again, or remove it'],
    ['null', 'config.json is not a JSON object'],
  ])('with %j in it is named with what to do', async (text, words) => {
    write(text)
    await expect(ask('ghcr.io')).rejects.toThrow(words)
    await expect(ask('ghcr.io')).rejects.toBeInstanceOf(DockerConfigError)
  })

  test('that cannot be read is named', async () => {
    mkdirSync(join(home, 'config.json'))
    await expect(ask('ghcr.io')).rejects.toThrow(`${home}/config.json cannot be read`)
  })

  test.each([
    ['auths that are a list', { auths: [] }],
    ['an entry that is text', { auths: { 'ghcr.io': 'u:p' } }],
    ['helpers that are text', { credHelpers: 'gcr' }],
    ['settings of other things', { psFormat: 'x', HttpHeaders: {} }],
  ])('with %s means anonymous', async (_, config) => {
    write(config)
    expect(await ask('ghcr.io')).toBeUndefined()
  })
})

describe('a credential helper', () => {
  test('of credHelpers is asked for its registry, by `get` with the server on stdin', async () => {
    const asked = installHelper('mine', { 'ghcr.io': secretOf('helped') })
    write({ credHelpers: { 'ghcr.io': 'mine' }, credsStore: 'none', auths: { 'ghcr.io': entry('file') } })
    expect(await ask('ghcr.io')).toEqual({ username: 'helped', password: 'p' })
    expect(asked()).toEqual(['get ghcr.io'])
  })

  test('of credHelpers is not asked for another registry', async () => {
    write({ credHelpers: { 'ghcr.io': 'none' }, auths: { 'quay.io': entry('file') } })
    expect(await ask('quay.io')).toMatchObject({ username: 'file' })
  })

  test('of credsStore is asked for all, Docker Hub by its address', async () => {
    const asked = installHelper('store', { 'ghcr.io': secretOf('a'), [HUB]: secretOf('b') })
    write({ credsStore: 'store', auths: { 'ghcr.io': {}, [HUB]: {} } })
    expect(await ask('ghcr.io')).toMatchObject({ username: 'a' })
    expect(await ask('docker.io')).toMatchObject({ username: 'b' })
    expect(asked()).toEqual(['get ghcr.io', `get ${HUB}`])
  })

  test('of credsStore that does not know the registry leaves it to the file', async () => {
    const asked = installHelper('store', {})
    write({ credsStore: 'store', auths: { 'ghcr.io': entry('file') } })
    expect(await ask('ghcr.io')).toMatchObject({ username: 'file' })
    expect(await ask('quay.io')).toBeUndefined()
    expect(asked()).toEqual(['get ghcr.io', 'get quay.io'])
  })

  test.each([
    ['credsStore', { credsStore: '' }],
    ['credHelpers', { credHelpers: { 'ghcr.io': '' } }],
  ])('that is an empty name in %s is none, as with Docker', async (_, config) => {
    write({ ...config, auths: { 'ghcr.io': entry('file') } })
    expect(await ask('ghcr.io')).toMatchObject({ username: 'file' })
  })

  test('may give a token in place of a password', async () => {
    installHelper('mine', { 'ghcr.io': { stdout: '{"Username":"<token>","Secret":"refresh"}' } })
    write({ credHelpers: { 'ghcr.io': 'mine' } })
    expect(await ask('ghcr.io')).toEqual({ identityToken: 'refresh' })
  })

  test('that is not installed is named with what to do', async () => {
    write({ credHelpers: { 'ghcr.io': 'nowhere' } })
    await expect(ask('ghcr.io')).rejects.toThrow(
      "docker-credential-nowhere, which Docker's config names for ghcr.io, cannot be run; install it, or take it out of the config",
    )
    await expect(ask('ghcr.io')).rejects.toBeInstanceOf(DockerConfigError)
  })

  test.each<[string, { exitCode?: number; stdout: string }, string]>([
    [
      'fails',
      { exitCode: 3, stdout: 'the keychain\n::error::is locked' },
      'docker-credential-mine get failed for ghcr.io with exit code 3: the keychain ::error::is locked',
    ],
    [
      'answers something else',
      { stdout: '{"user":"u"}' },
      'docker-credential-mine answered something other than Username and Secret for ghcr.io',
    ],
    [
      'answers no JSON',
      { stdout: 'u p' },
      'docker-credential-mine answered something other than Username and Secret for ghcr.io',
    ],
    [
      'answers nothing',
      { stdout: '' },
      'docker-credential-mine answered something other than Username and Secret for ghcr.io',
    ],
  ])('that %s is named', async (_, answer, words) => {
    installHelper('mine', { 'ghcr.io': answer })
    write({ credHelpers: { 'ghcr.io': 'mine' } })
    await expect(ask('ghcr.io')).rejects.toThrow(new DockerConfigError(words))
  })

  test.each(['../evil', 'a b', '$(id)', 'a/b'])("that is called '%s' is not run", async (helper) => {
    write({ credsStore: helper })
    const ran: string[] = []
    const runNothing: RunHelper = (program) => {
      ran.push(program)
      return Promise.resolve({ exitCode: 0, stdout: '{"Username":"u","Secret":"p"}' })
    }
    const asked = dockerCredentials('ghcr.io', { env: { DOCKER_CONFIG: home }, run: runNothing })
    await expect(asked).rejects.toThrow(`'${helper}' is not the name of a credential helper`)
    expect(ran).toEqual([])
  })
})
