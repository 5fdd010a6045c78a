import { afterEach, expect, test } from '@jest/globals'
import { gitHubError } from '../../../testkit/github/faults'
import { describeWithTerraform } from '../../../testkit/terraform/terraform'
import { Deployment } from '../deployment'

const deployments: Deployment[] = []
async function start(body: string): Promise<Deployment> {
  const deployment = await Deployment.start(body)
  deployments.push(deployment)
  return deployment
}
afterEach(() => Promise.all(deployments.splice(0).map((deployment) => deployment.stop())))

const RESOURCE = 'resource "terraform_data" "one" {\n  input = "first"\n}\n'

describeWithTerraform('drift', () => {
  test('opens an issue for a difference and closes it when there is none', async () => {
    const deployment = await start(RESOURCE)
    const found = await deployment.drift()
    expect(found.failure).toBeUndefined()
    expect(found.outputs).toMatchObject({ 'has-changes': 'true', create: '1' })
    expect(found.outputs['issue-url']).toMatch(/\/issues\/\d+$/)
    expect(found.log).toContain('Drift issue for langfuse: opened, ')
    await deployment.apply(deployment.github.history.push('main'))
    const resolved = await deployment.drift()
    expect(resolved.outputs).toMatchObject({
      'has-changes': 'false',
      'issue-url': found.outputs['issue-url'],
    })
    expect(resolved.log).toContain('Drift issue for langfuse: closed, ')
  }, 60_000)

  test('has the difference in the summary if the issue cannot be written', async () => {
    const deployment = await start(RESOURCE)
    const answer = gitHubError(403, 'Resource not accessible by integration')
    deployment.github.fault({ method: 'POST', path: /issues$/ }, { kind: 'answer', answer })
    const { failure, summary, outputs } = await deployment.drift()
    expect(failure).toMatchObject({ reason: 'github-error' })
    expect(failure?.message).toMatch(/^langfuse has drifted, and the issue could not be written\. /)
    expect(outputs).toMatchObject({ 'issue-url': '' })
    expect(summary).toContain('terraform_data.one')
  }, 60_000)

  test('leaves the issue as it is if the plan fails', async () => {
    const deployment = await start('resource "terraform_data" "one" {\n  input = local.missing\n}\n')
    const { failure, summary } = await deployment.drift()
    expect(failure).toMatchObject({ reason: 'terraform-failed' })
    expect(summary).toContain('Terraform plan failed')
    expect(deployment.github.calls.filter((call) => call.includes('/issues'))).toEqual([])
  }, 60_000)

  test('needs a token, and an event that is not a pull request', async () => {
    const deployment = await start(RESOURCE)
    await expect(deployment.drift({ 'github-token': '' })).rejects.toThrow('github-token: is empty')
    await expect(deployment.onPullRequest('drift')).rejects.toThrow('On a pull request, use plan.')
  })

  test.each([
    ['-target=terraform_data.one', '-target'],
    ['-var=password=hunter2 "-refresh-only"', '-refresh-only'],
  ])(
    'is rejected with %s, which hides differences',
    async (given, option) => {
      const deployment = await start(RESOURCE)
      deployment.env = { TF_CLI_ARGS_plan: given }
      await expect(deployment.drift()).rejects.toThrow(
        `TF_CLI_ARGS_plan: '${option.split('=', 1).join()}' limits the plan, and drift compares every resource.`,
      )
      expect(deployment.github.calls.filter((call) => call.includes('/issues'))).toEqual([])
    },
    60_000,
  )
})
