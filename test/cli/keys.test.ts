import { chmod, mkdtemp, readFile, rm, stat, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import {
  CreateSecretCommand,
  PutSecretValueCommand,
  SecretsManagerClient,
} from '@aws-sdk/client-secrets-manager'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals'
import { setVariables } from '../../src/cli/keys/env-file'
import { motoIsMissing } from '../../testkit/moto/moto'
import { runCli } from './cli'
import { LocalEcs } from './local-ecs'

describe('variables of an .env file', () => {
  const variables = { URL: 'https://langfuse.example.com', KEY: 'pk' }

  test.each([
    ['', 'URL=https://langfuse.example.com\nKEY=pk\n'],
    ['# comment\nKEY=old\nOTHER=1\n', '# comment\nKEY=pk\nOTHER=1\nURL=https://langfuse.example.com\n'],
    ['KEY=old\nURL=\nexport KEY=older', 'KEY=pk\nURL=https://langfuse.example.com\nKEY=pk\n'],
    ['export KEY = old\nURL=\nKEY_2=x', 'KEY=pk\nURL=https://langfuse.example.com\nKEY_2=x\n'],
  ])('are set in %j', (text, expected) => {
    expect(setVariables(text, variables)).toBe(expected)
    expect(setVariables(expected, variables)).toBe(expected)
  })

  test('may contain a $', () => {
    expect(setVariables('KEY=old\n', { KEY: "a$&$1$'b" })).toBe("KEY=a$&$1$'b\n")
  })
})

const missing = motoIsMissing()

;(missing === undefined ? describe : describe.skip)(`keys (${missing ?? 'moto'})`, () => {
  let ecs: LocalEcs
  let secrets: SecretsManagerClient
  let folder: string
  const SecretId = 'langfuse/api-keys'
  const KEYS = JSON.stringify({ public_key: 'pk-lf-1', secret_key: 'sk-lf-secret' })

  beforeAll(async () => {
    ecs = await LocalEcs.start()
    await ecs.createService('web', { NEXTAUTH_URL: 'https://langfuse.example.com' })
    secrets = new SecretsManagerClient(ecs.settings)
    await secrets.send(new CreateSecretCommand({ Name: SecretId, SecretString: KEYS }))
  }, 60_000)
  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'keys-'))
    await secrets.send(new PutSecretValueCommand({ SecretId, SecretString: KEYS }))
  })
  afterAll(async () => {
    secrets.destroy()
    await rm(folder, { recursive: true })
    await ecs.stop()
  })

  const written =
    'LANGFUSE_BASE_URL=https://langfuse.example.com\nLANGFUSE_PUBLIC_KEY=pk-lf-1\nLANGFUSE_SECRET_KEY=sk-lf-secret\n'

  test('writes a file that only its owner can read, and prints no key', async () => {
    const file = join(folder, '.env')
    const { output, progress, error } = await runCli(['keys', '--file', file], ecs)
    expect(error).toBe('')
    expect(await readFile(file, 'utf8')).toBe(written)
    expect((await stat(file)).mode & 0o777).toBe(0o600)
    expect([...output, ...progress].join('\n')).not.toContain('lf-')
  })

  test('keeps the other lines of a file', async () => {
    const file = join(folder, '.env')
    await writeFile(file, 'OPENAI_API_KEY=none\n')
    await chmod(file, 0o644)
    await runCli(['keys', '--file', file], ecs)
    expect(await readFile(file, 'utf8')).toBe(`OPENAI_API_KEY=none\n${written}`)
    expect((await stat(file)).mode & 0o777).toBe(0o600)
  })

  test.each([
    ['a stack that does not exist', ['--stack', 'other'], /service other-web does not exist/],
    [
      'a folder that does not exist',
      ['--file', '/nowhere/.env'],
      /^--file: '\/nowhere\/\.env' cannot be written/,
    ],
  ])('names %s', async (_, args, message) => {
    const { exitCode, error } = await runCli(['keys', '--file', join(folder, '.env'), ...args], ecs)
    expect(exitCode).toBe(1)
    expect(error).toMatch(message)
  })

  test('names a secret with another content, without its value', async () => {
    await secrets.send(new PutSecretValueCommand({ SecretId, SecretString: 'sk-lf-text' }))
    const { error } = await runCli(['keys', '--file', join(folder, '.env')], ecs)
    expect(error).toMatch(/langfuse\/api-keys is not a JSON object with public_key and secret_key/)
    expect(error).not.toContain('sk-lf-text')
  })
})
