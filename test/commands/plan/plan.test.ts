import { setTimeout as sleep } from 'node:timers/promises'
import { afterEach, expect, test } from '@jest/globals'
import type { Clock } from '../../../src/http/retry'
import { describeWithTerraform } from '../../../testkit/terraform/terraform'
import { Deployment } from '../deployment'

const deployments: Deployment[] = []
async function start(body: string): Promise<Deployment> {
  const deployment = await Deployment.start(body)
  deployments.push(deployment)
  return deployment
}
afterEach(() => Promise.all(deployments.splice(0).map((deployment) => deployment.stop())))

const REAL_CLOCK: Clock = {
  sleep: async (ms) => sleep(ms),
  random: () => 0.5,
  now: () => performance.now(),
  wallClockMs: Date.now,
}

const RESOURCE = 'resource "terraform_data" "one" {\n  input = "first"\n}\n'

describeWithTerraform('plan', () => {
  test('comments on the pull request and records the plan', async () => {
    const deployment = await start(RESOURCE)
    const { outputs, failure, summary } = await deployment.plan(deployment.github.openPull())
    expect(failure).toBeUndefined()
    expect(outputs).toMatchObject({ create: '1', 'has-changes': 'true' })
    expect(outputs['record']).toMatch(/^s3:\/\/state\/plans\/4711\/\d+\/[0-9a-f]{40}\/langfuse\.json$/)
    expect(deployment.s3.objects.has((outputs['record'] ?? '').replace('s3://', ''))).toBe(true)
    expect(deployment.github.comments[0]?.body).toContain('terraform_data.one')
    expect(summary).toContain('terraform_data.one')
  }, 60_000)

  test('says that the state exists and is empty, as after a cancelled first plan', async () => {
    const deployment = await start(RESOURCE)
    const state = {
      version: 4,
      terraform_version: '1.11.4',
      serial: 1,
      lineage: 'l',
      outputs: {},
      resources: [],
    }
    deployment.s3.objects.set('state/langfuse.tfstate', Buffer.from(JSON.stringify(state)))
    await deployment.plan(deployment.github.openPull())
    expect(deployment.github.comments[0]?.body).toContain(
      'The state exists, with serial 1, and has no resources. A cancelled first plan and a destroy leave such a state, and it is used.',
    )
    expect((await deployment.apply(deployment.github.history.push('main'))).failure).toBeUndefined()
    const { summary } = await deployment.plan(deployment.github.openPull())
    expect(summary).not.toContain('has no resources')
  }, 60_000)

  test('names values that differ in every plan, if it plans twice', async () => {
    const deployment = await start(`resource "terraform_data" "time" {
  input = plantimestamp()
}
${RESOURCE}`)
    deployment.clock = { ...REAL_CLOCK }
    await deployment.plan(deployment.github.openPull(), { 'plan-twice': 'true' })
    const [comment] = deployment.github.comments
    expect(comment?.body).toContain('A second plan of the same commit differs')
    expect(comment?.body).toContain('> - `terraform_data.time` has other values of `input`')
    expect(comment?.body).not.toContain('`terraform_data.one` has other values')
  }, 60_000)

  test('says nothing about a second plan that is equal', async () => {
    const deployment = await start(RESOURCE)
    await deployment.plan(deployment.github.openPull(), { 'plan-twice': 'true' })
    expect(deployment.github.comments[0]?.body).not.toContain('second plan')
  }, 60_000)

  test('records nothing if the second plan fails', async () => {
    const deployment = await start(RESOURCE)
    const breakRoot = (): Promise<void> => deployment.write(`${RESOURCE}this is not Terraform`)
    deployment.clock = { ...REAL_CLOCK, sleep: breakRoot }
    const { failure } = await deployment.plan(deployment.github.openPull(), { 'plan-twice': 'true' })
    expect(failure).toMatchObject({ reason: 'terraform-failed' })
    expect([...deployment.s3.objects.keys()]).toEqual([])
    expect(deployment.github.comments[0]?.body).toContain('Terraform plan failed')
  }, 60_000)

  test('warns if the plan cannot be recorded', async () => {
    const deployment = await start(RESOURCE)
    await deployment.root.write(RESOURCE)
    const { outputs, warnings } = await deployment.plan(deployment.github.openPull())
    expect(outputs).toMatchObject({ record: '' })
    expect(warnings).toEqual([expect.stringContaining('The plan was not recorded')])
  }, 60_000)

  test.each(['comment', 'github-token'])(
    'writes no comment without %s',
    async (input) => {
      const deployment = await start(RESOURCE)
      deployment.inputs = input === 'comment' ? { comment: 'never' } : { 'github-token': '' }
      const { outputs, warnings } = await deployment.plan(deployment.github.openPull())
      expect(outputs).toMatchObject({ 'comment-url': '' })
      expect(deployment.github.comments).toEqual([])
      expect(warnings).toEqual(input === 'comment' ? [] : ['No comment was written: github-token is empty.'])
    },
    60_000,
  )

  test('comments with the diagnostics of a plan that failed', async () => {
    const deployment = await start('resource "terraform_data" "one" {\n  input = local.missing\n}\n')
    const { failure, annotations, summary } = await deployment.plan(deployment.github.openPull())
    expect(failure).toMatchObject({ reason: 'terraform-failed' })
    expect(failure?.message).toContain('is not valid: Reference to undeclared local value')
    expect(annotations).toEqual([expect.objectContaining({ title: 'Reference to undeclared local value' })])
    expect(summary).toContain('Terraform plan failed')
    expect(deployment.github.comments[0]?.body).toContain('Terraform plan failed')
  }, 60_000)

  test.each([
    ['/nonexistent', 'does not exist'],
    [import.meta.filename, 'is not a directory'],
  ])('reports a working-directory that is wrong as invalid input: %s', async (directory, problem) => {
    const deployment = await start(RESOURCE)
    const planned = deployment.plan(deployment.github.openPull(), { 'working-directory': directory })
    await expect(planned).rejects.toMatchObject({
      reason: 'invalid-input',
      message: `working-directory: '${directory}' ${problem}. Check out the repository before this step (actions/checkout), or correct the path.`,
    })
  })

  test('checks a fork for format and validity only', async () => {
    const deployment = await start('resource "terraform_data"   "one" {}\n')
    const { outputs, failure, summary } = await deployment.plan(deployment.github.openPull({ isFork: true }))
    expect(outputs).toEqual({})
    expect(summary).toContain('This pull request comes from a fork. Forks get no credentials')
    expect(summary).toContain('- ✅ valid\n- ❌ `main.tf` is not formatted. Run `terraform fmt -recursive`.')
    expect(failure).toMatchObject({ reason: 'terraform-failed' })
    expect(deployment.s3.objects.size).toBe(0)
  }, 60_000)

  test('succeeds in a merge queue without credentials', async () => {
    const deployment = await start('this is not Terraform')
    const { outputs, failure, summary } = await deployment.planInQueue()
    expect({ outputs, failure }).toEqual({ outputs: {}, failure: undefined })
    expect(summary).toContain('This run belongs to a merge queue. Nothing was planned')
    expect(deployment.s3.objects.size).toBe(0)
  }, 60_000)

  test('reports a plan with targets as incomplete', async () => {
    const deployment = await start(`${RESOURCE}resource "terraform_data" "two" {}\n`)
    await deployment.apply(deployment.github.history.push('main'))
    await deployment.write(`${RESOURCE}resource "terraform_data" "two" {\n  input = "new"\n}\n`)
    const { summary } = await deployment.plan(deployment.github.openPull(), { target: 'terraform_data.one' })
    expect(summary).toContain('nothing to create, update or destroy in the targeted resources.')
    expect(summary).toContain('only the targeted resources were planned')
    expect(summary).not.toContain('No changes')
  }, 60_000)

  test('writes the plan as JSON without secrets', async () => {
    const deployment = await start(
      'variable "pin" {\n  sensitive = true\n  type = number\n}\nresource "terraform_data" "one" {\n  input = { pin = var.pin, name = "x" }\n  provisioner "local-exec" {\n    command = "echo ${path.module}"\n  }\n}\n',
    )
    deployment.env = { RUNNER_TEMP: '/runner/temp' }
    const inputs = { variables: 'pin=735192846', stack: 'terraform/a' }
    const { outputs, summary } = await deployment.plan(deployment.github.openPull(), inputs)
    expect(outputs['plan-json']).toBe('/runner/temp/plan-terraform-a.json')
    const text = deployment.files.get('/runner/temp/plan-terraform-a.json') ?? ''
    expect(text).not.toContain('735192846')
    expect(JSON.parse(text)).toMatchObject({
      resource_changes: [
        {
          address: 'terraform_data.one',
          change: { after: { input: { pin: '(sensitive value)', name: 'x' } } },
        },
      ],
    })
    expect(summary).toContain('- `terraform_data.one` runs `local-exec`: `"echo ${path.module}"`')
  }, 60_000)
})
