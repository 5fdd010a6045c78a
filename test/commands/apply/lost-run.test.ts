import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { afterEach, expect, test } from '@jest/globals'
import { describeWithTerraform } from '../../../testkit/terraform/terraform'
import { Deployment } from '../deployment'

const deployments: Deployment[] = []
afterEach(() => Promise.all(deployments.splice(0).map((deployment) => deployment.stop())))

/** Fails until the file `ready` exists in the root. */
const UNSTABLE = `
resource "terraform_data" "first" {
  input = "1"
}
resource "terraform_data" "second" {
  depends_on = [terraform_data.first]
  provisioner "local-exec" {
    command = "test -e \${path.module}/ready"
  }
}
`

type Attempt = Readonly<Record<string, unknown>>
interface ApplyRecord {
  readonly attempt?: Attempt
  readonly started?: Attempt
}

const isRecordName = (name: string): boolean => name.startsWith('state/applies/')

/** An apply of a reviewed plan that failed half-way, and its record. */
async function failedApply(): Promise<{
  deployment: Deployment
  sha: string
  name: string
  record: ApplyRecord
}> {
  const deployment = await Deployment.start(UNSTABLE)
  deployments.push(deployment)
  const pull = deployment.github.openPull()
  await deployment.plan(pull)
  const sha = deployment.github.history.merge(pull, 'squash')
  expect((await deployment.apply(sha)).failure).toMatchObject({ reason: 'apply-failed' })
  await writeFile(join(deployment.root.directory, 'ready'), '')
  const name = [...deployment.s3.objects.keys()].find(isRecordName) ?? ''
  const record = JSON.parse(deployment.s3.objects.get(name)?.toString() ?? '{}') as ApplyRecord
  return { deployment, sha, name, record }
}

describeWithTerraform('an apply whose run was lost', () => {
  test('is completed by a re-run of the job with what it recorded at its beginning', async () => {
    const { deployment, sha, name, record } = await failedApply()
    const { attempt, ...others } = record
    expect(record.started).toBeUndefined()
    const started = { ...attempt, serial: 0 }
    deployment.s3.objects.set(name, Buffer.from(JSON.stringify({ ...others, started })))
    const completed = await deployment.apply(sha, { 'require-review': 'true' })
    expect(completed.failure).toBeUndefined()
    expect(completed.summary).toContain('Remaining: 1 change.')
    expect(JSON.parse(deployment.s3.objects.get(name)?.toString() ?? '{}')).not.toHaveProperty('started')
  }, 90_000)

  test.each([
    ['of another commit', { commit: 'f'.repeat(40), serial: 0 }],
    ['of a newer state', { serial: 999 }],
    ['of another plan', { fingerprint: 'other', serial: 0 }],
  ])(
    'is not completed with a record %s',
    async (_, changes) => {
      const { deployment, sha, name, record } = await failedApply()
      const { attempt, ...others } = record
      const started = { ...attempt, ...changes }
      deployment.s3.objects.set(name, Buffer.from(JSON.stringify({ ...others, started })))
      const refused = await deployment.apply(sha, { 'require-review': 'true' })
      expect(refused.failure?.reason).toMatch(/^(?:plan-changed|superseded)$/)
    },
    90_000,
  )

  test('is not continued next to a state that was not saved', async () => {
    const { deployment, sha } = await failedApply()
    const state = deployment.s3.objects.get('state/langfuse.tfstate') ?? ''
    await writeFile(join(deployment.root.directory, 'errored.tfstate'), state)
    const pull = deployment.github.openPull()
    const refusal = /errored\.tfstate is a state that an earlier apply could not save/
    for (const outcome of [await deployment.apply(sha), await deployment.plan(pull)]) {
      expect(outcome.failure?.message).toMatch(refusal)
      expect(outcome.summary).toMatch(refusal)
    }
  }, 90_000)
})
