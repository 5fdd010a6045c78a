import { afterEach, describe, expect, test } from '@jest/globals'
import { gitHubError } from '../../testkit/github/faults'
import { type Environment, Environments } from '../../testkit/runner/environment'

const street = new Environments()
afterEach(() => street.tearDown(), 30_000)

const data = (input: string): string => `resource "terraform_data" "one" {\n  input = "${input}"\n}\n`

async function deployed(body: string): Promise<Environment> {
  const environment = await street.build(body)
  const { exitCode, log } = await environment.apply(environment.github.history.push('main'))
  expect({ exitCode, log }).toMatchObject({ exitCode: 0 })
  return environment
}

describe('drift', () => {
  test('opens one issue, updates it, closes it when there is no drift, and reopens it', async () => {
    const environment = await deployed(data('as reviewed'))
    const calm = await environment.drift()
    expect({ exitCode: calm.exitCode, log: calm.log }).toMatchObject({ exitCode: 0 })
    expect(calm.outputs).toMatchObject({ 'has-changes': 'false', 'issue-url': '' })
    expect(environment.github.issues).toEqual([])

    // Changing the state has the same effect as a change outside of Terraform.
    await environment.write(data('something else'))
    const found = await environment.drift()
    expect({ exitCode: found.exitCode, log: found.log }).toMatchObject({ exitCode: 0 })
    const [issue] = environment.github.issues
    expect(found.outputs).toMatchObject({
      'has-changes': 'true',
      update: '1',
      'issue-url': 'https://github.com/acme/langfuse/issues/1001',
    })
    expect(found.summary).toContain('<code>terraform_data.one</code>')
    expect(issue).toMatchObject({ title: 'Drift: langfuse', state: 'open' })
    // The body contains the summary below an introduction.
    expect(issue?.body).toContain(found.summary.trim())
    expect(issue?.body).toContain('something else')

    await environment.write(data('as reviewed'))
    const fixed = await environment.drift()
    expect(fixed.outputs).toMatchObject({ 'has-changes': 'false', 'issue-url': found.outputs['issue-url'] })
    expect(issue).toMatchObject({ state: 'closed', stateReason: 'completed' })
    expect(issue?.body).toContain('✅ **No changes.**')

    await environment.write(data('once more'))
    await environment.drift()
    expect(issue).toMatchObject({ state: 'open', stateReason: 'reopened' })
    expect(environment.github.issues).toHaveLength(1)
    expect((await environment.state()).text).toContain('as reviewed')
    expect((await environment.keys()).filter((key) => key.startsWith('plans/'))).toEqual([])
  }, 180_000)

  test('fails if GitHub rejects the issue, and is still in the summary', async () => {
    const environment = await street.build(data('new'))
    const answer = gitHubError(410, 'Issues has been disabled in this repository.')
    environment.github.fault({ method: 'POST', path: /issues$/ }, { kind: 'answer', answer })
    const { exitCode, outputs, summary, log } = await environment.drift()
    expect(exitCode).toBe(1)
    expect(outputs).toMatchObject({ 'failure-reason': 'github-error', create: '1', 'issue-url': '' })
    expect(summary).toContain('<code>terraform_data.one</code>')
    expect(log).toContain('langfuse has drifted, and the issue could not be written')
  }, 120_000)

  test('does not change the issue if the plan fails', async () => {
    const environment = await deployed(data('as reviewed'))
    await environment.write(data('other'))
    await environment.drift()
    const [before] = structuredClone(environment.github.issues)
    await environment.write('resource "terraform_data" "one" {\n  input = var.nowhere\n}\n')
    const { exitCode, outputs, log } = await environment.drift()
    expect(exitCode).toBe(1)
    expect(outputs['failure-reason']).toBe('terraform-failed')
    expect(log).toMatch(/::error title=Reference to undeclared input variable,file=.*main\.tf,line=\d+/)
    expect(environment.github.issues).toEqual([before])
  }, 120_000)

  test('is rejected in pull requests and without a token', async () => {
    const environment = await street.build(data('x'))
    const missing = await environment.drift({ 'github-token': '' })
    expect(missing.outputs['failure-reason']).toBe('invalid-input')
    expect(missing.log).toContain('github-token: is empty, and drift writes an issue with it')
    const wrong = await environment.plan(environment.github.openPull(), { command: 'drift' })
    expect(wrong.outputs['failure-reason']).toBe('invalid-input')
    expect(wrong.log).toContain('On a pull request, use plan')
  }, 120_000)
})
