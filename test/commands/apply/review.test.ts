import { rm } from 'node:fs/promises'
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
const REQUIRED = { 'require-review': 'true' }
const STATE = 'state/langfuse.tfstate'

/** Plans on a pull request and merges it. @returns the commit on main */
async function review(deployment: Deployment, inputs: Record<string, string> = {}): Promise<string> {
  const pull = deployment.github.openPull()
  expect((await deployment.plan(pull, inputs)).failure).toBeUndefined()
  return deployment.github.history.merge(pull, 'squash')
}

/** Another job starts with a fresh checkout. */
const checkOutAgain = ({ root }: Deployment): Promise<void> =>
  rm(join(root.directory, '.terraform'), { recursive: true, force: true })

describeWithTerraform('apply', () => {
  test.each<[what: string, reviewed: Record<string, string>, env: Record<string, string>, message: string]>([
    [
      'workspace',
      {},
      { TF_WORKSPACE: 'staging' },
      'workspace staging, state s3://state/env:/staging/langfuse.tfstate, and this run is for workspace default, state s3://state/langfuse.tfstate',
    ],
    [
      'state',
      { 'backend-config': 'key=dev.tfstate' },
      {},
      'state s3://state/dev.tfstate, and this run is for state s3://state/langfuse.tfstate',
    ],
    [
      'region',
      { 'aws-region': 'eu-west-1' },
      {},
      'AWS region eu-west-1, and this run is for AWS region eu-central-1',
    ],
  ])(
    'rejects a plan that was reviewed for another %s',
    async (_, inputs, env, message) => {
      const deployment = await start(resource('one', 'first'))
      deployment.env = env
      const sha = await review(deployment, inputs)
      await checkOutAgain(deployment)
      deployment.env = {}
      const { failure, summary } = await deployment.apply(sha, REQUIRED)
      expect(failure).toMatchObject({ reason: 'plan-changed' })
      expect(failure?.message).toContain(`was reviewed for ${message}.`)
      expect(summary).toContain('| Reviewed for | This run is for |')
      expect(deployment.s3.objects.has(STATE)).toBe(false)
    },
    60_000,
  )

  test('rejects a plan that was reviewed for another account, and names both', async () => {
    const deployment = await start(resource('one', 'first'))
    deployment.s3.account = '111122223333'
    const sha = await review(deployment)
    expect(deployment.github.comments[0]?.body).toContain(
      'account `111122223333` · region `eu-central-1` · workspace `default` · state `s3://state/langfuse.tfstate`',
    )
    deployment.s3.account = '444455556666'
    const { failure } = await deployment.apply(sha, REQUIRED)
    expect(failure?.message).toContain(
      'reviewed for AWS account 111122223333, and this run is for AWS account 444455556666',
    )
  }, 60_000)

  test('rejects a commit that a later one has superseded, with and without a review', async () => {
    const deployment = await start(resource('one', 'v2'))
    const first = await review(deployment)
    await deployment.apply(first)
    await deployment.write(resource('one', 'v1'))
    const second = await review(deployment)
    const { failure: none, outputs } = await deployment.apply(second)
    expect(none).toBeUndefined()
    expect(outputs['previous-commit']).toBe(first)
    await deployment.write(resource('one', 'v2'))
    for (const inputs of [REQUIRED, { 'require-review': 'false' }]) {
      const { failure, summary } = await deployment.apply(first, inputs)
      expect(failure).toMatchObject({ reason: 'superseded' })
      expect(failure?.message).toContain(
        `Commit ${first} was superseded by ${second}, which was applied at 20`,
      )
      expect(summary).toContain(`git revert --no-edit ${first}..${second}`)
    }
    await deployment.write(resource('one', 'v1'))
    expect((await deployment.apply(second)).failure).toBeUndefined()
    // A token that may not read the commits shows nothing about them.
    const answer = { status: 404, body: { message: 'Not Found' } }
    deployment.github.fault({ path: /\/compare\// }, { kind: 'answer', answer })
    await expect(deployment.apply(deployment.github.history.push('main'))).rejects.toThrow(
      /\/compare\/\w+\.\.\.main answered 404: Not Found.*Allow `contents: read`/,
    )
  }, 120_000)

  test('rejects a plan that was recorded after its approval', async () => {
    const deployment = await start(`variable "x" {}\n${resource('one', '${var.x}')}`)
    const pull = deployment.github.openPull()
    await deployment.plan(pull, { variables: 'x=reviewed' })
    deployment.github.history.approve(pull, new Date(Date.now() + 1_000))
    const sameAgain = await deployment.plan(pull, { variables: 'x=reviewed' })
    expect(sameAgain.summary).not.toContain('Planned after the approval')
    await new Promise((resolve) => setTimeout(resolve, 2_100))
    const again = await deployment.plan(pull, { variables: 'x=changed' })
    expect(again.summary).toContain('**This plan differs from the plan of 20')
    expect(again.summary).toContain('> - `var.x` has other values')
    expect(again.summary).toContain('**Planned after the approval by `octocat`**')
    // A new comment notifies the reviewers; the old one is collapsed.
    expect(deployment.github.comments).toHaveLength(2)
    const sha = deployment.github.history.merge(pull, 'squash')
    const { failure } = await deployment.apply(sha, { ...REQUIRED, variables: 'x=changed' })
    expect(failure).toMatchObject({ reason: 'not-reviewed' })
    expect(failure?.message).toContain('after the approval by octocat at ')
  }, 120_000)

  test('requires a review as soon as the state has a resource', async () => {
    const deployment = await start(resource('one', 'first'))
    const first = await deployment.apply(deployment.github.history.push('main'))
    expect(first.failure).toBeUndefined()
    await deployment.write(resource('one', 'second'))
    const second = await deployment.apply(deployment.github.history.push('main'))
    expect(second.failure).toMatchObject({ reason: 'not-reviewed' })
    expect(second.failure?.message).toContain('A review is required because the state has resources')
  }, 60_000)

  test('reports an error of init or plan like the command plan', async () => {
    const deployment = await start('resource "terraform_data" "one" {\n  input = local.missing\n}\n')
    const { failure, annotations, summary } = await deployment.apply(deployment.github.history.push('main'))
    expect(failure).toMatchObject({ reason: 'terraform-failed' })
    expect(annotations).toEqual([
      expect.objectContaining({
        title: 'Reference to undeclared local value',
        startLine: expect.any(Number),
      }),
    ])
    expect(summary).toContain('Terraform plan failed')
  }, 60_000)

  test('plans again if the state has changed since its plan', async () => {
    const deployment = await start(resource('one', 'first'))
    const { objects } = deployment.s3
    const sha = await review(deployment)
    await deployment.apply(sha)
    const applied = objects.get(STATE)
    objects.delete(STATE)
    // Another run applies while this one compares its plan.
    deployment.github.onRequest = ({ path }) => {
      if (path.endsWith('/pulls') && applied !== undefined) objects.set(STATE, applied)
    }
    const { failure, summary, log } = await deployment.apply(sha, REQUIRED)
    expect(failure).toBeUndefined()
    expect(log).toContain('The state has changed since the plan, and nothing was applied. Planning again.')
    expect(summary).toMatch(/All changes reviewed in #\d+ are already applied\./)
  }, 60_000)

  test('rejects another provisioner, and names it', async () => {
    const provisioned = (command: string): string =>
      `resource "terraform_data" "one" {\n  provisioner "local-exec" {\n    command = "${command} \${path.module}"\n  }\n}\n`
    const deployment = await start(provisioned('echo'))
    const sha = await review(deployment)
    await deployment.write(provisioned('true'))
    const { failure, summary } = await deployment.apply(sha, REQUIRED)
    expect(failure).toMatchObject({ reason: 'plan-changed' })
    expect(summary).toContain('- `terraform_data.one (local-exec)`: **setting with another value**')
    await deployment.write(provisioned('echo'))
    expect((await deployment.apply(sha, REQUIRED)).failure).toBeUndefined()
  }, 60_000)

  test('names the variables that differ, and says that a new value in each plan never matches', async () => {
    const deployment = await start(`variable "commit" {}\n${resource('one', '${var.commit}')}`)
    const sha = await review(deployment, { variables: 'commit=1' })
    const { failure, summary } = await deployment.apply(sha, { variables: 'commit=2' })
    expect(failure).toMatchObject({ reason: 'plan-changed' })
    expect(summary).toContain('**Input variables with another value:** `commit`.')
  }, 60_000)

  test('accepts the changes of several pull requests in one push, and says which is from which', async () => {
    const deployment = await start(resource('zero', '0'))
    await deployment.apply(deployment.github.history.push('main'))
    await deployment.write(resource('zero', '0') + resource('one', '1'))
    const first = deployment.github.openPull()
    await deployment.plan(first)
    await deployment.write(resource('zero', '0') + resource('two', '2'))
    const second = deployment.github.openPull()
    await deployment.plan(second)
    deployment.github.history.merge(first, 'squash')
    const sha = deployment.github.history.merge(second, 'squash')
    await deployment.write(
      resource('zero', '0') + resource('one', '1') + resource('two', '2') + resource('three', '3'),
    )
    expect((await deployment.apply(sha)).failure).toMatchObject({ reason: 'plan-changed' })
    await deployment.write(resource('zero', '0') + resource('one', '1') + resource('two', '2'))
    const { failure, summary } = await deployment.apply(sha, REQUIRED)
    expect(failure).toBeUndefined()
    expect(summary).toContain(
      `- #${first.number}: \`terraform_data.one\`\n- #${second.number}: \`terraform_data.two\``,
    )
  }, 120_000)

  test('accepts reviewed changes of an earlier pull request, if the last one has no plan', async () => {
    const [zero, one, two] = [resource('zero', '0'), resource('one', '1'), resource('two', '2')]
    const deployment = await start(zero)
    const { history } = deployment.github
    await deployment.apply(history.push('main'))
    await deployment.write(zero + one + two)
    const pull = deployment.github.openPull()
    await deployment.plan(pull)
    history.merge(pull, 'squash')
    const sha = history.merge(deployment.github.openPull({ isFork: true }), 'squash')
    for (const body of [zero + one, zero + one + two + resource('three', '3')]) {
      await deployment.write(body)
      const { failure } = await deployment.apply(sha, REQUIRED)
      expect(failure?.message).toContain('comes from a fork, and forks get no plan')
    }
    await deployment.write(zero + one + two)
    const { failure, summary } = await deployment.apply(sha, REQUIRED)
    expect(failure).toBeUndefined()
    expect(summary).toContain(`- #${pull.number}: \`terraform_data.one\`, \`terraform_data.two\``)
  }, 60_000)

  test('runs for the deployed branch only', async () => {
    const deployment = await start(resource('one', 'first'))
    const sha = deployment.github.history.push('main')
    const refs = ['refs/tags/v1', 'refs/heads/other', 'refs/heads/gh-readonly-queue/main/pr-7']
    for (const ref of refs)
      await expect(deployment.apply(sha, {}, ref)).rejects.toThrow(
        `command: apply runs for the branch main only, and this run is for ${ref}.`,
      )
    const other = deployment.github.history.push('other')
    const { failure } = await deployment.apply(other, { 'deploy-branch': 'other' }, 'refs/heads/other')
    expect(failure).toBeUndefined()
  }, 60_000)

  test('warns about inputs that name nothing', async () => {
    const deployment = await start(resource('one', 'first'))
    const { warnings } = await deployment.apply(deployment.github.history.push('main'), {
      'allow-destroy': 'aws_db_instance.main',
      'stateful-types': 'aws_fsx_volume',
      'sensitive-outputs': 'pasword',
      target: 'terraform_data.one\nmodule.typo',
    })
    expect(warnings.slice(0, 4)).toEqual([
      'allow-destroy lists aws_db_instance.main, which this plan does not destroy. Remove it.',
      'stateful-types lists aws_fsx_volume, and the plan has no resource of this type. Correct or remove it.',
      'sensitive-outputs lists pasword, which is not an output of the root module. Correct or remove it.',
      'target lists module.typo, which matches no resource in the plan. Correct or remove it.',
    ])
  }, 60_000)

  test('says that a fork gets no plan, and what to do', async () => {
    const deployment = await start(resource('one', 'first'))
    const pull = deployment.github.openPull({ isFork: true })
    const sha = deployment.github.history.merge(pull, 'squash')
    const { failure } = await deployment.apply(sha, REQUIRED)
    expect(failure?.message).toContain(
      `#${pull.number} comes from a fork, and forks get no plan. Push its commits to a branch of this repository`,
    )
  }, 60_000)
})
