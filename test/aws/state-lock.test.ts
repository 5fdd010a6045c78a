import { existsSync } from 'node:fs'
import { readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { CreateBucketCommand, PutObjectCommand, S3Client } from '@aws-sdk/client-s3'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from '@jest/globals'
import { Bucket, S3Connection } from '../../src/aws/bucket'
import { type StateBackend, readBackend } from '../../src/aws/state-backend'
import { readLock } from '../../src/aws/state-lock'
import { Moto, motoIsMissing } from '../../testkit/moto/moto'
import { TerraformRoot, terraformIsMissing } from '../../testkit/terraform/root'

const region = 'eu-central-1'
const BUCKET = 'acme-terraform-state'
const credentials = {
  accessKeyId: 'seed',
  secretAccessKey: 'seed',
  sessionToken: 'seed',
  expiration: new Date(Date.now() + 3_600_000),
}
const session = { region, accountId: undefined, credentials: () => Promise.resolve(credentials) }

/** A resource that is created until the test writes the file `go`. */
const HELD = `
resource "terraform_data" "held" {
  provisioner "local-exec" {
    command = "touch started; for i in $(seq 300); do test -e go && break; sleep 0.1; done"
  }
}
`
const backend = (settings: string): string => `
terraform {
  backend "s3" {
    bucket         = "${BUCKET}"
    use_path_style = true
    ${settings.split('; ').join('\n    ')}
  }
}
`

const withoutTerraform = terraformIsMissing() ?? motoIsMissing()
const suite = withoutTerraform === undefined ? describe : describe.skip

suite(withoutTerraform ?? 'a real Terraform with the S3 backend', () => {
  let moto: Moto
  let s3: S3Client
  let root: TerraformRoot | undefined
  let env: Record<string, string>

  beforeAll(async () => {
    moto = await Moto.start()
    s3 = new S3Client({ region, endpoint: moto.directUrl, forcePathStyle: true, credentials })
    const CreateBucketConfiguration = { LocationConstraint: region } as const
    await s3.send(new CreateBucketCommand({ Bucket: BUCKET, CreateBucketConfiguration }))
  }, 60_000)
  afterAll(async () => {
    s3.destroy()
    await moto.stop()
  })
  beforeEach(() => {
    env = { AWS_ENDPOINT_URL: moto.url, AWS_ACCESS_KEY_ID: 'seed', AWS_SECRET_ACCESS_KEY: 'seed' }
  })
  afterEach(async () => {
    await root?.remove()
  })

  const runtime = () => ({ env: { AWS_ENDPOINT_URL: moto.url }, mask: () => undefined })
  const lockAt = ({ bucket, key }: { readonly bucket: string; readonly key: string }) =>
    readLock(new Bucket(bucket, new S3Connection(session, runtime())), key)

  async function initialised(settings: string): Promise<TerraformRoot> {
    root = await TerraformRoot.create(backend(settings) + HELD)
    await root.succeed(['init', '-input=false'], env)
    return root
  }
  const backendOf = async ({ directory }: TerraformRoot): Promise<StateBackend> => {
    const found = await readBackend(directory, { env, readFile: read })
    if (found === undefined) throw new Error('no backend')
    return found
  }

  test('stores bucket, key and region in its data directory, and starts without a lock', async () => {
    const found = await backendOf(await initialised(`key = "a/b"; region = "${region}"; use_lockfile = true`))
    expect(found).toEqual({ bucket: BUCKET, key: 'a/b', region, workspace: 'default', hasLockFile: true })
    expect(await lockAt(found)).toBeUndefined()
  })

  test('holds a lock with owner, time and operation during apply', async () => {
    const made = await initialised(`key = "held"; region = "${region}"; use_lockfile = true`)
    const found = await backendOf(made)
    const applied = made.succeed(['apply', '-auto-approve'], env)
    await until(() => existsSync(join(made.directory, 'started')))
    const lock = await lockAt(found)
    const { exitCode, stderr } = await made.run(['plan', '-lock-timeout=0s'], env)
    await writeFile(join(made.directory, 'go'), '')
    await applied
    expect(lock).toMatchObject({
      operation: 'OperationTypeApply',
      info: '',
      who: expect.stringMatching(/.@./),
      version: expect.stringMatching(/^\d+\.\d+\.\d+/),
      path: `${BUCKET}/held`,
    })
    expect(Math.abs(Date.now() - (lock?.created?.getTime() ?? 0))).toBeLessThan(60_000)
    expect(exitCode).toBe(1)
    expect(stderr).toMatch(new RegExp(`ID: +${lock?.id}\\b`))
    expect(await lockAt(found)).toBeUndefined()
  }, 60_000)

  test('stores state and lock of a workspace under its own key', async () => {
    env['AWS_REGION'] = region
    const made = await initialised('key = "ws"; workspace_key_prefix = "teams"; use_lockfile = true')
    await made.succeed(['workspace', 'new', 'blue'], env)
    const found = await backendOf(made)
    expect(found).toEqual({
      bucket: BUCKET,
      key: 'teams/blue/ws',
      region: undefined,
      workspace: 'blue',
      hasLockFile: true,
    })
    await made.run(['workspace', 'select', 'default'], env)
    expect(await backendOf(made)).toMatchObject({ key: 'ws', workspace: 'default' })
    env['TF_WORKSPACE'] = 'green'
    const applied = made.succeed(['apply', '-auto-approve'], env)
    await until(() => existsSync(join(made.directory, 'started')))
    const green = await backendOf(made)
    const lock = await lockAt(green)
    await writeFile(join(made.directory, 'go'), '')
    await applied
    expect(green).toMatchObject({ key: 'teams/green/ws', workspace: 'green' })
    expect(lock).toMatchObject({ operation: 'OperationTypeApply' })
  }, 60_000)

  test("uses Terraform's default prefix for workspaces, and may have no lock file", async () => {
    const made = await initialised(`key = "plain"; region = "${region}"`)
    await made.succeed(['workspace', 'new', 'blue'], env)
    expect(await backendOf(made)).toMatchObject({ key: 'env:/blue/plain', hasLockFile: false })
  }, 60_000)

  test('may use another data directory', async () => {
    env['TF_DATA_DIR'] = 'data'
    expect(await backendOf(await initialised(`key = "a/b"; region = "${region}"`))).toMatchObject({
      key: 'a/b',
    })
  })

  test('has no S3 backend with a local one or none', async () => {
    root = await TerraformRoot.create('terraform {\n  backend "local" {}\n}\n')
    expect(await readBackend(root.directory, { env, readFile: read })).toBeUndefined()
    await root.succeed(['init', '-input=false'], env)
    expect(await readBackend(root.directory, { env, readFile: read })).toBeUndefined()
  })

  test.each([
    ['no JSON', 'locked by hand'],
    ['a list', '[]'],
    ['wrong types', '{"ID":7,"Who":null,"Created":"soon"}'],
  ])('is also locked by an object with %s', async (_, Body) => {
    await s3.send(new PutObjectCommand({ Bucket: BUCKET, Key: 'odd.tflock', Body }))
    expect(await lockAt({ bucket: BUCKET, key: 'odd' })).toEqual({
      id: '',
      operation: '',
      info: '',
      who: '',
      version: '',
      created: undefined,
      path: '',
    })
  })

  test('has a lock of printable lines', async () => {
    const Body = JSON.stringify({ ID: 'x', Who: 'me\n::error::\u001b[31m@host', Info: 'y'.repeat(1000) })
    await s3.send(new PutObjectCommand({ Bucket: BUCKET, Key: 'loud.tflock', Body }))
    const lock = await lockAt({ bucket: BUCKET, key: 'loud' })
    expect(lock).toMatchObject({ id: 'x', who: 'me ::error:: [31m@host' })
    expect(lock?.info.length).toBeLessThan(500)
  })

  test('without its bucket is an error, not an unlocked state', async () => {
    const lock = lockAt({ bucket: 'acme-nothing', key: 'a' })
    await expect(lock).rejects.toThrow(/NoSuchBucket.*The bucket acme-nothing does not exist/)
  })
})

const read = (path: string): Promise<string> => readFile(path, 'utf8')

async function until(holds: () => boolean): Promise<void> {
  while (!holds()) await new Promise((resolve) => setTimeout(resolve, 50))
}
