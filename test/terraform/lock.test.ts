import { readFile } from 'node:fs/promises'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from '@jest/globals'
import { TerraformFailed } from '../../src/terraform/error'
import { readPidFile } from '../../src/terraform/pid-file'
import { pidFilePath } from '../../src/terraform/runner'
import { Moto, motoIsMissing } from '../../testkit/moto/moto'
import {
  describeWithTerraform,
  openRoot,
  type Root,
  terraformEnv,
  untilFile,
} from '../../testkit/terraform/terraform'

const missing = motoIsMissing()
const suite = missing === undefined ? describeWithTerraform : describe.skip
const MAIN = `
terraform {
  backend "s3" {}
}
resource "terraform_data" "first" {
  input = "kept"
}
resource "terraform_data" "slow" {
  input = terraform_data.first.output
  provisioner "local-exec" {
    command = "touch started; until [ -e go ] || [ ! -e started ]; do sleep 0.1; done"
  }
}
`

suite(missing ?? 'a state in S3 with a lock file', () => {
  let moto: Moto
  const roots: Root[] = []
  beforeAll(async () => {
    moto = await Moto.start({
      registryHost: '127.0.0.1:1',
      dataPlane: { manifest: () => undefined, blob: () => false },
    })
  })
  afterAll(() => moto.stop())
  beforeEach(async () => {
    await fetch(`${moto.directUrl}/state`, { method: 'PUT' })
  })
  afterEach(async () => {
    for (const root of roots.splice(0)) await root.remove()
    await reset()
  })

  const reset = (): Promise<unknown> => fetch(`${moto.directUrl}/moto-api/reset`, { method: 'POST' })
  const objects = async (): Promise<string[]> =>
    [...(await (await fetch(`${moto.directUrl}/state?list-type=2`)).text()).matchAll(/<Key>([^<]*)</g)].map(
      ([, key = '']) => key,
    )

  /** An initialized root; all roots share one state. */
  async function initialised(interruption?: AbortSignal): Promise<Root> {
    const env = terraformEnv({
      AWS_ENDPOINT_URL: moto.directUrl,
      AWS_ACCESS_KEY_ID: 'test',
      AWS_SECRET_ACCESS_KEY: 'test',
      AWS_MAX_ATTEMPTS: '1',
      AWS_EC2_METADATA_DISABLED: 'true',
    })
    const root = await openRoot({ 'main.tf': MAIN }, { env, interruption })
    roots.push(root)
    const settings = [
      'bucket=state',
      'key=a/terraform.tfstate',
      'region=eu-central-1',
      'use_lockfile=true',
      'use_path_style=true',
    ]
    await root.terraform.init({ backendConfig: settings })
    return root
  }

  /** An apply that holds the lock until the file `go` exists. */
  async function applying(interruption?: AbortSignal) {
    const root = await initialised(interruption)
    await root.terraform.plan(root.planFile)
    const applied = root.terraform.apply(root.planFile)
    await untilFile(root.path('started'))
    return { root, applied }
  }

  async function lockedOut(root: Root): Promise<TerraformFailed> {
    const error: unknown = await root.terraform
      .plan(root.planFile, { lockTimeout: '0s' })
      .catch((thrown: unknown) => thrown)
    if (error instanceof TerraformFailed) return error
    throw new Error('the plan was not locked out', { cause: error })
  }

  test('is locked during an apply, and the error names the holder', async () => {
    const { root, applied } = await applying()
    expect(await objects()).toContain('a/terraform.tfstate.tflock')
    const failure = await lockedOut(await initialised())
    expect(failure.lock).toMatchObject({
      kind: 'held',
      id: expect.stringMatching(/^[\da-f-]{36}$/),
      operation: 'OperationTypeApply',
      path: 'state/a/terraform.tfstate',
      who: expect.stringContaining('@'),
      created: expect.stringMatching(/^\d{4}-\d\d-\d\d /),
      version: expect.stringMatching(/^\d+\.\d+/),
    })
    const { who = '', id = '' } = failure.lock ?? {}
    expect(failure.message).toContain(`The state is locked: held by ${who} since `)
    expect(failure.message).toContain(`terraform force-unlock ${id}.`)
    await root.write({ go: '' })
    expect(await applied).toMatchObject({ succeeded: true, lock: undefined })
    expect(await objects()).toEqual(['a/terraform.tfstate'])
  })

  test('can be waited for with lock-timeout', async () => {
    const { root, applied } = await applying()
    const other = await initialised()
    const planned = other.terraform.plan(other.planFile, { lockTimeout: '10m' })
    await root.write({ go: '' })
    expect(await applied).toMatchObject({ succeeded: true })
    expect(await planned).toMatchObject({ hasChanges: false })
  })

  test('is saved and unlocked after an interrupt', async () => {
    const cancel = new AbortController()
    const { root, applied } = await applying(cancel.signal)
    cancel.abort()
    expect(await applied).toMatchObject({
      succeeded: false,
      interrupted: true,
      lock: undefined,
      unsavedState: undefined,
    })
    expect(await objects()).toEqual(['a/terraform.tfstate'])
    expect(await root.terraform.stateVersion()).toMatchObject({ serial: expect.any(Number) })
  })

  test('stays locked after Terraform was killed, until force-unlock', async () => {
    const { root, applied } = await applying()
    const record = readPidFile(pidFilePath(root.runtime.folder))
    process.kill(record?.pid ?? 0, 'SIGKILL')
    const { exit, report } = await applied
    expect(exit).toEqual({ exitCode: undefined, signal: 'SIGKILL' })
    expect(report).toMatchObject({
      applied: [{ address: 'terraform_data.first' }],
      unfinished: [{ address: 'terraform_data.slow', action: 'create', done: [] }],
    })
    const other = await initialised()
    const { lock } = await lockedOut(other)
    await other.terraform.forceUnlock(lock?.id ?? '')
    expect(await other.terraform.plan(other.planFile)).toMatchObject({ hasChanges: true })
    await root.write({ go: '' })
  })

  test('is written to a file if it cannot be saved', async () => {
    const { root, applied } = await applying()
    await reset()
    await root.write({ go: '' })
    const { succeeded, unsavedState, failure } = await applied
    expect({ succeeded, unsavedState }).toEqual({
      succeeded: false,
      unsavedState: root.path('errored.tfstate'),
    })
    expect(await readFile(root.path('errored.tfstate'), 'utf8')).toContain('kept')
    expect(failure?.message).toContain('terraform state push errored.tfstate')
  })
})
