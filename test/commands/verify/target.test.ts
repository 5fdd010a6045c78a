import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, expect, test } from '@jest/globals'
import { findTarget, type VerifyTarget } from '../../../src/commands/verify/target'
import { inputsOf, type ObservedRuntime, observedRuntime } from '../../../testkit/runner/runtime'
import { TerraformRoot } from '../../../testkit/terraform/root'
import { describeWithTerraform } from '../../../testkit/terraform/terraform'

const roots: TerraformRoot[] = []
afterEach(() => Promise.all(roots.splice(0).map((root) => root.remove())))

const KEYS = { 'public-key': 'pk-lf-1', 'secret-key': 'sk-lf-secret' }
const output = (name: string, value: string): string => `output "${name}" {\n  value = "${value}"\n}\n`

/** Returns the target of an applied root with these outputs. */
async function targetOf(
  configuration: string,
  inputs: Record<string, string> = KEYS,
): Promise<VerifyTarget & { readonly runtime: ObservedRuntime }> {
  const root = await TerraformRoot.create(configuration)
  roots.push(root)
  await root.succeed(['init'], {})
  await root.succeed(['apply', '-auto-approve'], {})
  return find(root.directory, inputs)
}

async function find(
  directory: string,
  inputs: Record<string, string>,
): Promise<VerifyTarget & { readonly runtime: ObservedRuntime }> {
  const folder = await mkdtemp(join(tmpdir(), 'step-'))
  const { PATH, HOME } = process.env
  const runtime = observedRuntime({
    env: { PATH, HOME },
    readFile: (path) => readFile(path, 'utf8'),
    createDirectory: () => Promise.resolve(folder),
  })
  const given = {
    'working-directory': directory,
    stack: 'langfuse',
    images: join(directory, 'images.yaml'),
    ...inputs,
  }
  try {
    return { ...(await findTarget(inputsOf('verify', given), runtime)), runtime }
  } finally {
    await runtime.http.close()
    await rm(folder, { recursive: true, force: true })
  }
}

describeWithTerraform('the target of verify', () => {
  test('has URL, version and log groups of the outputs', async () => {
    const outputs = [
      output('url', 'https://langfuse.example.com'),
      output('langfuse_version', '3.225.11'),
      'output "log_groups" {\n  value = { web = "/langfuse/web" }\n}\n',
    ]
    const { runtime, ...target } = await targetOf(outputs.join(''))
    expect(target).toMatchObject({
      version: '3.225.11',
      stack: 'langfuse',
      logGroups: { web: '/langfuse/web' },
      keys: { publicKey: 'pk-lf-1', secretKey: 'sk-lf-secret' },
    })
    expect(target.url.href).toBe('https://langfuse.example.com/')
    expect(runtime.secrets).toContain('sk-lf-secret')
  }, 60_000)

  test.each([
    'http://langfuse.example.com',
    'ftp://127.0.0.1',
    'https://user:password@langfuse.example.com',
    'no URL',
  ])(
    'rejects the output url %s, because keys are sent there',
    async (url) => {
      await expect(targetOf(output('url', url))).rejects.toMatchObject({
        reason: 'invalid-input',
        message: expect.stringMatching(/ has no valid output 'url'\. Set url\.$/) as unknown,
      })
    },
    60_000,
  )

  test('rejects a state without outputs', async () => {
    await expect(targetOf('')).rejects.toThrow('has no outputs. Apply it first')
  }, 60_000)
})

test('a working-directory that does not exist is invalid input', async () => {
  await expect(find('/nonexistent', KEYS)).rejects.toMatchObject({
    reason: 'invalid-input',
    message: expect.stringMatching(
      /^working-directory: '\/nonexistent' does not exist.*set url, public-key and secret-key\.$/,
    ) as unknown,
  })
})

const given = (outputs: unknown): Record<string, string> => ({ 'terraform-outputs': JSON.stringify(outputs) })

test('the target of verify can be given by the outputs of apply, without a root or Terraform', async () => {
  const outputs = {
    url: 'https://langfuse.example.com',
    langfuse_version: '3.225.11',
    log_groups: { web: '/langfuse/web' },
  }
  const { runtime, ...target } = await find('/nowhere', { ...KEYS, ...given(outputs) })
  expect(target).toMatchObject({
    url: new URL('https://langfuse.example.com'),
    version: '3.225.11',
    stack: 'langfuse',
    logGroups: { web: '/langfuse/web' },
  })
  expect(runtime).toBeDefined()
})

test('outputs without any entry are not replaced by those of the state', async () => {
  await expect(find('/nowhere', given({}))).rejects.toThrow("terraform-outputs: has no valid output 'url'")
})

test.each(['url', 'api_keys_secret_arn'])('an output that is masked there is named: %s', async (name) => {
  const arn = 'arn:aws:secretsmanager:eu-central-1:123456789012:secret:keys'
  const outputs = { url: 'https://langfuse.example.com', api_keys_secret_arn: arn }
  const masked = { ...outputs, [name]: outputs.url.replace('langfuse', '***') }
  await expect(find('/nowhere', given(masked))).rejects.toThrow(
    `terraform-outputs: the output '${name}' contains a sensitive value, which is masked. List ${name} in sensitive-outputs of apply, or set`,
  )
})

test('outputs that are not JSON are invalid', async () => {
  await expect(find('/nowhere', { 'terraform-outputs': 'url' })).rejects.toThrow(
    'terraform-outputs: is not a JSON object',
  )
})

test.each(['url', 'api_keys_secret_arn'])('an output that is missing there is named: %s', async (name) => {
  const outputs = { url: 'https://langfuse.example.com', api_keys_secret_arn: 'arn', [name]: '' }
  await expect(find('/nowhere', given(outputs))).rejects.toMatchObject({
    reason: 'invalid-input',
    message: expect.stringContaining(`terraform-outputs: has no valid output '${name}'`) as unknown,
  })
})
