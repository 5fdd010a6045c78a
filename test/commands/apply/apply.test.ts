import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { afterEach, expect, test } from '@jest/globals'
import { describeWithTerraform } from '../../../testkit/terraform/terraform'
import { Deployment } from '../deployment'

const deployments: Deployment[] = []
async function start(body: string): Promise<Deployment> {
  const deployment = await Deployment.start(body)
  deployments.push(deployment)
  return deployment
}
afterEach(() => Promise.all(deployments.splice(0).map((deployment) => deployment.stop())))

const resource = (name: string, input: string): string =>
  `resource "terraform_data" "${name}" {\n  input = "${input}"\n}\n`

/** Fails until the file `ready` exists in the root. */
const UNSTABLE = `
${resource('first', '1')}
resource "terraform_data" "second" {
  depends_on = [terraform_data.first]
  provisioner "local-exec" {
    command = "test -e \${path.module}/ready"
  }
}
`

/** Plans on a pull request and merges it. @returns the commit on main */
async function review(deployment: Deployment): Promise<string> {
  const pull = deployment.github.openPull()
  expect((await deployment.plan(pull)).failure).toBeUndefined()
  return deployment.github.history.merge(pull, 'squash')
}

describeWithTerraform('apply', () => {
  test('applies the plan that was reviewed, and reports the state', async () => {
    const deployment = await start(
      resource('one', 'first') + 'output "input" {\n  value = terraform_data.one.input\n}\n',
    )
    const sha = await review(deployment)
    const applied = await deployment.apply(sha, { 'require-review': 'true' })
    expect(applied.failure).toBeUndefined()
    expect(applied.outputs).toMatchObject({ create: '1', 'terraform-outputs': '{"input":"first"}' })
    expect(applied.summary).toContain('✅ Applied')
    expect(applied.log).toContain('Comparing the plan with the one reviewed in #')
    expect(deployment.s3.objects.has('state/langfuse.tfstate')).toBe(true)
  }, 60_000)

  test('stops at a plan that is not the reviewed one, and names the difference', async () => {
    const deployment = await start(resource('one', 'first'))
    const sha = await review(deployment)
    await deployment.write(resource('one', 'second'))
    const stopped = await deployment.apply(sha)
    expect(stopped.failure).toMatchObject({ reason: 'plan-changed' })
    expect(stopped.failure?.message).toMatch(
      /^langfuse was not applied: the plan is not the one reviewed in #\d+ \(1 change differs\)\./,
    )
    expect(deployment.github.comments.map(({ body }) => body).join()).toContain('the plan has changed')
    expect(deployment.s3.objects.has('state/langfuse.tfstate')).toBe(false)
  }, 60_000)

  test('needs a reviewed plan if require-review is true', async () => {
    const deployment = await start(resource('one', 'first'))
    const sha = deployment.github.history.push('main')
    const { failure } = await deployment.apply(sha, { 'require-review': 'true' })
    expect(failure).toMatchObject({ reason: 'not-reviewed' })
    const allowed = await deployment.apply(sha, { 'require-review': 'false' })
    expect(allowed.failure).toBeUndefined()
    expect(allowed.warnings).toEqual([expect.stringContaining('Applied without a reviewed plan. ')])
  }, 60_000)

  test('blocks the destruction of a stateful resource until it is listed', async () => {
    const deployment = await start(resource('one', 'first'))
    deployment.inputs = { 'stateful-types': 'terraform_data', 'require-review': 'false' }
    await deployment.apply(deployment.github.history.push('main'))
    await deployment.write('')
    const sha = deployment.github.history.push('main')
    const blocked = await deployment.apply(sha)
    expect(blocked.failure).toMatchObject({ reason: 'destroy-blocked' })
    expect(blocked.failure?.message).toContain('the plan destroys terraform_data.one')
    const allowed = await deployment.apply(sha, { 'allow-destroy': 'terraform_data.one' })
    expect(allowed.outputs).toMatchObject({ destroy: '1' })
    expect(allowed.summary).toContain('Permitted by `allow-destroy`: `terraform_data.one`.')
  }, 60_000)

  test('completes an apply that failed, when the job is re-run', async () => {
    const deployment = await start(UNSTABLE)
    const sha = await review(deployment)
    const failed = await deployment.apply(sha)
    expect(failed.failure).toMatchObject({ reason: 'apply-failed' })
    expect(failed.summary).toMatch(/The state is saved with serial \d+\./)
    expect(failed.summary).toContain('Fix the cause and re-run the job.')
    await writeFile(join(deployment.root.directory, 'ready'), '')
    const completed = await deployment.apply(sha, { 'require-review': 'true' })
    expect(completed.failure).toBeUndefined()
    expect(completed.summary).toMatch(
      /An earlier apply of the plan reviewed in #\d+ failed\. Remaining: 1 change\./,
    )
    const again = await deployment.apply(sha, { 'require-review': 'true' })
    expect(again.summary).toMatch(/All changes reviewed in #\d+ are already applied\./)
  }, 90_000)

  test('is rejected on a pull request', async () => {
    const deployment = await start(resource('one', 'first'))
    await expect(deployment.onPullRequest('apply')).rejects.toThrow(
      'command: apply deploys a merged commit, after the push to its branch. On a pull request, use plan.',
    )
  })
})
