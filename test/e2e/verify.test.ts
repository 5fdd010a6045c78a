import { mkdtemp, readFile, realpath, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { afterAll, afterEach, beforeAll, describe, expect, test } from '@jest/globals'
import { FakeLangfuse, type LangfuseOptions } from '../../testkit/langfuse/server'
import { Moto, motoIsMissing } from '../../testkit/moto/moto'
import { runStep, startStep, type Step, type StepResult } from '../../testkit/runner/step'
import { TerraformRoot, terraformIsMissing } from '../../testkit/terraform/root'

const REGION = 'eu-central-1'
const PINNED = `images:\n  langfuse-web:\n    source: docker.io/langfuse/langfuse:3.225.11@sha256:${'a1'.repeat(32)}\n`

const servers: FakeLangfuse[] = []
afterEach(() => Promise.all(servers.splice(0).map((server) => server.stop())))

async function langfuseWith(options: LangfuseOptions): Promise<FakeLangfuse> {
  const langfuse = await FakeLangfuse.start(options)
  servers.push(langfuse)
  return langfuse
}

/** The log without ::add-mask:: commands. */
const shown = ({ log }: StepResult): string => log.replace(/^::add-mask::.*$/gm, '')

describe('with an address and keys', () => {
  const step = ({ url, keys }: FakeLangfuse, inputs: Record<string, string> = {}): Step => ({
    files: { 'images.yaml': PINNED },
    inputs: {
      command: 'verify',
      'github-token': 'ghs_token',
      url,
      'public-key': keys.publicKey,
      'secret-key': keys.secretKey,
      ...inputs,
    },
  })

  test.each(['3.225.11', '4.16.0'])('the bundle verifies Langfuse %s', async (version) => {
    const langfuse = await langfuseWith({
      version,
      readableAfterMs: 700,
      deletedAfterMs: 0,
      faults: { startsAfterMs: 600 },
    })
    const files = { 'images.yaml': PINNED.replace('3.225.11', version) }
    const ran = await runStep({ ...step(langfuse), files })
    expect({ exitCode: ran.exitCode, log: ran.log }).toMatchObject({ exitCode: 0 })
    expect(ran.outputs).toMatchObject({ version, 'project-url': `${langfuse.url}/project/project-1` })
    expect(ran.outputs).not.toHaveProperty('failure-reason')
    expect(ran.summary).toContain(`## ✅ Langfuse ${version} is ready`)
    expect(langfuse.spans.size).toBe(0)
    expect(ran.log).toContain(`::add-mask::${langfuse.keys.secretKey}`)
    expect(shown(ran) + ran.summary).not.toContain(langfuse.keys.secretKey)
    expect(ran.log).not.toMatch(/warning/i)
  })

  test('a trace that never becomes readable fails the step with a reason and the likely cause', async () => {
    const langfuse = await langfuseWith({ faults: { neverReadable: true } })
    const { exitCode, outputs, log } = await runStep(step(langfuse, { timeout: '2' }))
    expect(exitCode).toBe(1)
    expect(outputs).toMatchObject({
      'failure-reason': 'trace-not-found',
      version: '3.225.11',
      'readable-after': '',
    })
    expect(log).toMatch(/::error::Langfuse accepted the trace .* Likely causes: worker/)
  })

  test('a cancelled run deletes its trace and ends', async () => {
    const langfuse = await langfuseWith({ readableAfterMs: 1e9 })
    const running = await startStep(step(langfuse))
    while (langfuse.spans.size === 0) await sleep(20)
    running.send('SIGINT')
    const { exitCode, outputs } = await running.ended
    expect(exitCode).toBe(1)
    expect(outputs['failure-reason']).toBe('cancelled')
    expect(langfuse.requests.at(-1)).toMatchObject({ method: 'DELETE', status: 200 })
  })
})

const missing = terraformIsMissing() ?? motoIsMissing()
const describeStack = missing === undefined ? describe : describe.skip

describeStack(`with the outputs of a stack${missing === undefined ? '' : ` (skipped: ${missing})`}`, () => {
  let moto: Moto
  let workspace: string
  let root: TerraformRoot

  beforeAll(async () => {
    workspace = await realpath(await mkdtemp(join(tmpdir(), 'verify-')))
    moto = await Moto.start()
    root = await TerraformRoot.create('', join(workspace, 'terraform/langfuse'))
  }, 60_000)
  afterAll(async () => {
    await moto.stop()
    await rm(workspace, { recursive: true, force: true })
  })

  const secret = async (name: string, value: string): Promise<string> => {
    const answer = await fetch(moto.directUrl, {
      method: 'POST',
      headers: {
        'content-type': 'application/x-amz-json-1.1',
        'x-amz-target': 'secretsmanager.CreateSecret',
        authorization: `AWS4-HMAC-SHA256 Credential=AKIATEST/20260101/${REGION}/secretsmanager/aws4_request`,
      },
      body: JSON.stringify({ Name: name, SecretString: value }),
    })
    return ((await answer.json()) as { ARN: string }).ARN
  }

  const apply = async (outputs: Record<string, unknown>): Promise<void> => {
    const blocks = Object.entries(outputs).map(
      ([name, value]) => `output "${name}" {\n  value = ${JSON.stringify(value)}\n}\n`,
    )
    await root.write(`terraform {\n  required_version = ">= 1.11"\n}\n${blocks.join('')}`)
    await root.succeed(['init'], {})
    await root.succeed(['apply', '-auto-approve'], {})
  }

  const verify = (inputs: Record<string, string> = {}): Promise<StepResult> =>
    runStep({
      workspace,
      inputs: { command: 'verify', 'github-token': 'ghs_token', 'aws-region': 'us-east-1', ...inputs },
      env: {
        AWS_ENDPOINT_URL: moto.url,
        AWS_MAX_ATTEMPTS: '2',
        AWS_ACCESS_KEY_ID: 'AKIAFAKEFAKEFAKEFAKE',
        AWS_SECRET_ACCESS_KEY: 'fake-secret-access-key',
        RUNNER_TEMP: workspace,
        ...root.initEnv,
      },
    })

  test('the address, the keys, the version and the log names are read from the outputs', async () => {
    const langfuse = await langfuseWith({ version: '4.16.0', deletedAfterMs: 0 })
    const { publicKey, secretKey } = langfuse.keys
    const arn = await secret(
      'langfuse/api-keys',
      JSON.stringify({ public_key: publicKey, secret_key: secretKey }),
    )
    await apply({
      url: langfuse.url,
      api_keys_secret_arn: arn,
      langfuse_version: '4.16.0',
      log_groups: { web: '/langfuse/web', worker: '/langfuse/worker' },
    })
    const ran = await verify()
    expect({ exitCode: ran.exitCode, log: ran.log }).toMatchObject({ exitCode: 0 })
    expect(ran.outputs).toMatchObject({ version: '4.16.0' })
    expect(ran.summary).toContain('as pinned')
    expect(langfuse.spans.size).toBe(0)
    expect(ran.log).toContain(`::add-mask::${secretKey}`)
    expect(shown(ran)).not.toContain(secretKey)

    const lost = await langfuseWith({ version: '4.16.0', faults: { neverReadable: true } })
    const failed = await verify({ url: lost.url, timeout: '1' })
    expect(failed.outputs['failure-reason']).toBe('trace-not-found')
    expect(failed.summary).toContain('`aws logs tail /langfuse/worker --since 15m`')
  }, 60_000)

  test.each([
    ['no output', {}, 'invalid-input', /has no outputs\. Apply it first, check backend-config and workspace/],
    ['no address', { api_keys_secret_arn: 'x' }, 'invalid-input', /has no valid output 'url'\. Set url/],
    ...['ftp://127.0.0.1', 'http://langfuse.example.com', 'https://user:password@langfuse.example.com'].map(
      (url) =>
        [`the unsafe url ${url}`, { url }, 'invalid-input', /has no valid output 'url'. Set url/] as const,
    ),
    [
      'no secret',
      { url: 'https://langfuse.example.com' },
      'invalid-input',
      /has no valid output 'api_keys_secret_arn'\. Set public-key and secret-key/,
    ],
    [
      'a missing secret',
      {
        url: 'https://langfuse.example.com',
        api_keys_secret_arn: `arn:aws:secretsmanager:${REGION}:123456789012:secret:gone-AbCdEf`,
      },
      'aws-error',
      /secretsmanager:GetSecretValue failed: .*The secret .* does not exist: apply the stack again/,
    ],
  ])('a stack with %s reports the next step', async (_, outputs, reason, words) => {
    await apply(outputs)
    const { exitCode, outputs: set, log } = await verify()
    expect(exitCode).toBe(1)
    expect(set['failure-reason']).toBe(reason)
    expect(log).toMatch(words)
  })

  test('the content of an invalid secret is not printed', async () => {
    const arn = await secret('langfuse/other', 'top-secret-text')
    await apply({ url: 'https://langfuse.example.com', api_keys_secret_arn: arn })
    const ran = await verify()
    expect(ran.outputs['failure-reason']).toBe('invalid-input')
    expect(ran.log).toContain('is not a JSON object with public_key and secret_key')
    expect(shown(ran) + ran.summary).not.toContain('top-secret-text')
  })

  test('a missing workspace is not created', async () => {
    await apply({ url: 'https://langfuse.example.com' })
    const ran = await verify({ workspace: 'staging' })
    expect(ran.outputs['failure-reason']).toBe('terraform-failed')
    expect(await readFile(join(root.directory, '.terraform/environment'), 'utf8').catch(() => '')).toBe('')
  })
})
