import { type ChildProcess, execFileSync, spawn } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import { basic } from '../../testkit/registry/auth'

const ROOT = join(import.meta.dirname, '../..')

let npm: ChildProcess
let output = ''
let variables: Readonly<Record<string, string>>

beforeAll(async () => {
  // In a process group of its own, so that a failed test can end it with all of its children.
  const stdio = ['ignore', 'pipe', 'inherit'] as const
  npm = spawn('npm', ['run', '--silent', 'testkit'], { cwd: ROOT, detached: true, stdio: [...stdio] })
  for await (const chunk of npm.stdout ?? []) {
    output += String(chunk)
    if (output.endsWith('\n')) break
  }
  variables = sourced(output)
}, 60_000)
afterAll(() => {
  try {
    process.kill(-(npm.pid ?? 0), 'SIGKILL')
  } catch {
    // The last test has ended it.
  }
})

/** The variables that a shell has after it ran the output. */
function sourced(script: string): Record<string, string> {
  const env = { PATH: process.env['PATH'] ?? '' }
  const printed = execFileSync('sh', ['-c', `${script}\nenv -0`], { env, encoding: 'utf8' })
  const pairs = printed.split('\0').map((line): [string, string] => {
    const at = line.indexOf('=')
    return [line.slice(0, at), line.slice(at + 1)]
  })
  return Object.fromEntries(pairs)
}

const variable = (name: string): string => variables[name] ?? ''

async function get(url: string, authorization?: string): Promise<{ status: number; text: string }> {
  const response = await fetch(url, authorization === undefined ? {} : { headers: { authorization } })
  return { status: response.status, text: await response.text() }
}

describe('npm run testkit', () => {
  test('prints export lines and nothing else', () => {
    const lines = output.trimEnd().split('\n')
    expect(lines.length).toBeGreaterThan(15)
    expect(lines.filter((line) => !/^export [A-Z_0-9]+='[^']*'$/.test(line))).toEqual([])
  })

  test('serves a registry with an image', async () => {
    const [, host, repository, digest] =
      /^([\d.:]+)\/([\w/]+):[\d.]+@(sha256:\w+)$/.exec(variable('TESTKIT_IMAGE')) ?? []
    expect(host).toBe(variable('TESTKIT_REGISTRY_HOST'))
    const manifest = await get(`http://${host}/v2/${repository}/manifests/${digest}`)
    expect(manifest.status).toBe(200)
    expect(JSON.parse(manifest.text)).toMatchObject({ schemaVersion: 2 })
  })

  test('serves ID tokens, STS and ECR', async () => {
    const bearer = `Bearer ${variable('ACTIONS_ID_TOKEN_REQUEST_TOKEN')}`
    const token = await get(`${variable('ACTIONS_ID_TOKEN_REQUEST_URL')}&audience=sts.amazonaws.com`, bearer)
    const { value } = JSON.parse(token.text) as { readonly value: string }
    const assumed = await fetch(variable('AWS_ENDPOINT_URL'), {
      method: 'POST',
      body: new URLSearchParams({
        Action: 'AssumeRoleWithWebIdentity',
        RoleArn: variable('TESTKIT_ROLE_ARN'),
        RoleSessionName: 'test',
        WebIdentityToken: value,
        DurationSeconds: '3600',
      }),
    })
    expect({ status: assumed.status, text: await assumed.text() }).toEqual({
      status: 200,
      text: expect.stringContaining('<AccessKeyId>'),
    })
    expect((await get(`http://${variable('TESTKIT_ECR_HOST')}/v2/`)).status).toBe(401)
  })

  test('serves S3', async () => {
    const url = `${variable('AWS_ENDPOINT_URL_S3')}/bucket/key`
    expect((await get(url)).status).toBe(404)
    await fetch(url, { method: 'PUT', body: 'content' })
    expect(await get(url)).toEqual({ status: 200, text: 'content' })
  })

  test('serves GitHub', async () => {
    const repository = `${variable('GITHUB_API_URL')}/repos/${variable('GITHUB_REPOSITORY')}`
    const ref = await get(`${repository}/git/ref/heads%2Fmain`, `Bearer ${variable('GITHUB_TOKEN')}`)
    expect(ref.status).toBe(200)
    expect(JSON.parse(ref.text)).toMatchObject({ object: { sha: variable('GITHUB_SHA') } })
  })

  test('serves Langfuse', async () => {
    const keys = basic(variable('LANGFUSE_PUBLIC_KEY'), variable('LANGFUSE_SECRET_KEY'))
    expect((await get(`${variable('LANGFUSE_BASE_URL')}/api/public/health`)).status).toBe(200)
    expect((await get(`${variable('LANGFUSE_HOST')}/api/public/projects`, keys)).status).toBe(200)
  })

  test('stops all servers on SIGTERM', async () => {
    const exited = once(npm, 'exit')
    process.kill(Number(variable('TESTKIT_PID')), 'SIGTERM')
    expect(await exited).toEqual([0, null])
    const urls = ['AWS_ENDPOINT_URL', 'AWS_ENDPOINT_URL_S3', 'GITHUB_API_URL', 'LANGFUSE_BASE_URL']
    const hosts = ['TESTKIT_REGISTRY_HOST', 'TESTKIT_ECR_HOST'].map((name) => `http://${variable(name)}`)
    for (const url of [...urls.map(variable), ...hosts]) await expect(fetch(url)).rejects.toThrow()
  })
})
