import { rm } from 'node:fs/promises'
import { join } from 'node:path'
import { afterEach, expect, test } from '@jest/globals'
import { serverError } from '../../../testkit/github/faults'
import { describeWithTerraform } from '../../../testkit/terraform/terraform'
import { Deployment } from '../deployment'

const deployments: Deployment[] = []
async function start(body: string): Promise<Deployment> {
  const deployment = await Deployment.start(body)
  deployments.push(deployment)
  return deployment
}
afterEach(() => Promise.all(deployments.splice(0).map((deployment) => deployment.stop())))

const data = (name: string, input: string): string =>
  `resource "terraform_data" "${name}" {\n  input = "${input}"\n}\n`
const short = (sha: string | undefined): string => (sha ?? '').slice(0, 7)

/** As for a role that writes records and cannot read them. */
function forgetRecords({ s3 }: Deployment): void {
  for (const name of s3.objects.keys()) if (name.startsWith('state/plans/')) s3.objects.delete(name)
}

describeWithTerraform('the comment of a later plan', () => {
  test('lists what has changed since the previous commit, and since the approved one', async () => {
    const deployment = await start(data('one', 'first') + data('two', 'same'))
    const { github } = deployment
    const pull = github.openPull()
    await deployment.plan(pull)
    const approved = pull.commits.at(-1)
    expect(github.comments[0]?.body).not.toMatch(/since/)

    const second = github.history.pushTo(pull)
    await deployment.write(data('one', 'second') + data('two', 'same') + data('three', 'new'))
    await deployment.plan(pull)
    expect(github.comments).toHaveLength(1)
    expect(github.comments[0]?.body).toContain(
      `> [!NOTE]\n> **Changed since the plan of \`${short(approved)}\`** (2 differences).\n>\n> - \`terraform_data.one\` has other values\n> - \`terraform_data.three\` is new in the plan\n>\n> Sensitive values are not compared.`,
    )

    pull.reviews.push({
      ...{ author: { login: 'octocat', id: 583_231, type: 'User' }, state: 'APPROVED' },
      ...{ commit: approved ?? '', submittedAt: '2026-01-01T00:00:00Z' },
    })
    github.history.pushTo(pull)
    await deployment.plan(pull)
    const body = github.comments[0]?.body ?? ''
    expect(body).toContain(`> [!WARNING]\n> **Changed since \`octocat\` approved \`${short(approved)}\`** (2`)
    expect(body).not.toContain(short(second))

    github.history.pushTo(pull)
    await deployment.write(data('one', 'first') + data('two', 'same'))
    await deployment.plan(pull)
    expect(github.comments[0]?.body).toContain(
      `No change since \`octocat\` approved \`${short(approved)}\`. Sensitive values are not compared.`,
    )
  }, 90_000)

  test('names another plan of the same commit that cannot be read, in a new comment', async () => {
    const deployment = await start(data('one', 'first'))
    const { github } = deployment
    const pull = github.openPull()
    await deployment.plan(pull)
    forgetRecords(deployment)
    await deployment.plan(pull)
    expect(github.comments).toHaveLength(1)
    expect(github.comments[0]?.body).not.toMatch(/since/)
    forgetRecords(deployment)
    await deployment.write(data('one', 'second'))
    await deployment.plan(pull)
    expect(github.comments).toHaveLength(2)
    expect(github.comments[1]?.body).toContain(
      '**Changed since an earlier plan of the same commit** (1 difference).\n>\n> - `terraform_data.one` has other values',
    )
  }, 90_000)

  test.each(['can', 'cannot'])(
    'names two states with one stack, if the role %s read the record',
    async (can) => {
      const deployment = await start(data('one', 'first'))
      const { github, root } = deployment
      const pull = github.openPull()
      await deployment.plan(pull, { 'backend-config': 'key=staging.tfstate' })
      if (can === 'cannot') forgetRecords(deployment)
      await rm(join(root.directory, '.terraform'), { recursive: true })
      await deployment.plan(pull, { 'backend-config': 'key=production.tfstate' })
      expect(github.comments).toHaveLength(2)
      expect(github.comments[1]?.body).toContain(
        '**An earlier plan of the same commit was for another target**: state `s3://state/staging.tfstate` instead of `s3://state/production.tfstate`. This plan replaces it, and `apply` rejects the earlier one. If both are to be applied, give each its own `stack`.',
      )
    },
    90_000,
  )

  test('is not replaced by a re-run for an older commit', async () => {
    const deployment = await start(data('one', 'first'))
    const { github } = deployment
    const pull = github.openPull()
    const old = { ...pull }
    await deployment.plan(pull)
    const newer = github.history.pushTo(pull)
    await deployment.write(data('one', 'second'))
    await deployment.plan(pull)
    const { body } = github.comments[0] ?? {}
    await deployment.write(data('one', 'first'))
    const { warnings, outputs, failure } = await deployment.plan(old)
    expect(failure).toBeUndefined()
    expect(github.comments.map((one) => one.body)).toEqual([body])
    expect(outputs).toMatchObject({ 'comment-url': '' })
    expect(warnings).toEqual([
      `The comment on pull request #${pull.number} was left as it is: it shows the plan of the newer commit ${newer}, and this run planned ${old.commits.at(-1)}.`,
    ])
  }, 90_000)

  test('is the one of this commit, although the plan could not be recorded', async () => {
    const deployment = await start(data('one', 'first'))
    const { github } = deployment
    const pull = github.openPull()
    await deployment.plan(pull)
    const head = github.history.pushTo(pull)
    await deployment.write(data('one', 'second'))
    deployment.s3.denied.add(`state/plans/4711/${pull.number}/${head}/langfuse.json`)
    const { failure, outputs } = await deployment.plan(pull)
    expect(outputs).toMatchObject({ record: '' })
    expect(failure?.reason).toBe('aws-denied')
    expect(failure?.message).toContain('was not recorded, so it cannot be applied. s3:PutObject failed')
    expect(github.comments).toHaveLength(1)
    expect(github.comments[0]?.body).toContain('> **This plan was not recorded**')
    expect(github.comments[0]?.body).toContain(`commit \`${short(head)}\``)
  }, 90_000)

  test('remembers earlier plans over a plan that fails, and says nothing if GitHub fails', async () => {
    const deployment = await start(data('one', 'first'))
    const { github } = deployment
    const pull = github.openPull()
    await deployment.plan(pull)
    const first = pull.commits.at(-1)
    github.history.pushTo(pull)
    await deployment.write(data('one', '${local.missing}'))
    expect((await deployment.plan(pull)).failure).toBeDefined()
    github.history.pushTo(pull)
    await deployment.write(data('one', 'second'))
    await deployment.plan(pull)
    expect(github.comments[0]?.body).toContain(`Changed since the plan of \`${short(first)}\``)
    github.history.pushTo(pull)
    github.fault({ path: /\/issues\/\d+\/comments/, method: 'GET' }, serverError(), 5)
    const { failure } = await deployment.plan(pull)
    expect(failure).toBeUndefined()
  }, 90_000)
})
