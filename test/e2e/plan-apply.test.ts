import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, describe, expect, test } from '@jest/globals'
import { Environment, rootWith } from '../../testkit/runner/environment'

const environments: Environment[] = []
async function build(body: string): Promise<Environment> {
  const environment = await Environment.build(body)
  environments.push(environment)
  return environment
}
afterEach(() => Promise.all(environments.splice(0).map((environment) => environment.tearDown())), 30_000)

const data = (name: string, input: string): string =>
  `resource "terraform_data" "${name}" {\n  input = ${input}\n}\n`

describe('from pull request to deployment', () => {
  test('a planned, commented and merged change is applied, and the next plan is empty', async () => {
    const environment = await build(
      data('one', '"first"') + 'output "first" {\n  value = terraform_data.one.output\n}\n',
    )
    const pull = environment.github.openPull({ commits: 2 })

    const planned = await environment.plan(pull)
    expect({ exitCode: planned.exitCode, log: planned.log }).toMatchObject({ exitCode: 0 })
    expect(planned.outputs).toMatchObject({ 'has-changes': 'true', create: '1', destroy: '0' })
    expect(environment.github.comments).toHaveLength(1)
    expect(environment.github.comments[0]?.body).toContain('terraform_data.one')
    expect(planned.outputs['comment-url']).not.toBe('')

    const sha = environment.github.history.merge(pull, 'squash')
    const applied = await environment.apply(sha, { 'require-review': 'true' })
    expect({ exitCode: applied.exitCode, log: applied.log }).toMatchObject({ exitCode: 0 })
    expect(JSON.parse(applied.outputs['terraform-outputs'] ?? '')).toEqual({ first: 'first' })
    expect(applied.summary).toContain('✅ Applied')

    const again = await environment.apply(environment.github.history.push('main'))
    expect(again.exitCode).toBe(0)
    expect(again.outputs).toMatchObject({ 'has-changes': 'false' })
  }, 120_000)

  test('plans of different pull requests are not confused', async () => {
    const environment = await build(data('one', '"first"'))
    const other = { 'pull-request-number': '99', 'pull-request-sha': 'a'.repeat(40) }
    const { exitCode, outputs, log } = await environment.plan(environment.github.openPull(), other)
    expect({ exitCode, reason: outputs['failure-reason'] }).toEqual({ exitCode: 1, reason: 'invalid-input' })
    expect(log).toContain('pull-request-number: this run already belongs to pull request #7')
    expect(environment.github.comments).toEqual([])
  }, 60_000)

  test('a state that cannot be saved at first is saved later', async () => {
    let refusals = 2
    const environment = await Environment.build(data('one', '"first"'), ({ method, url }) => {
      if (method !== 'PUT' || url?.split('?')[0] !== '/acme-terraform-state/langfuse.tfstate')
        return undefined
      return refusals-- > 0 ? { status: 403, code: 'AccessDenied', message: 'not now' } : undefined
    })
    environments.push(environment)
    const { exitCode, outputs, log, summary } = await environment.apply(
      environment.github.history.push('main'),
    )
    expect({ exitCode, reason: outputs['failure-reason'] }).toEqual({ exitCode: 1, reason: 'apply-failed' })
    expect(log).toContain('The state is now saved in the backend')
    expect(summary).toContain('The state is saved with serial')
    expect((await environment.state()).addresses).toEqual(['terraform_data.one'])
    expect(existsSync(join(environment.root.directory, 'errored.tfstate'))).toBe(false)
    const again = await environment.apply(environment.github.history.push('main'))
    expect(again.outputs).toMatchObject({ 'has-changes': 'false' })
  }, 120_000)

  test('a change after the review is not applied and is listed on the pull request', async () => {
    const environment = await build(data('one', '"first"'))
    const pull = environment.github.openPull()
    await environment.plan(pull)
    await environment.root.write(rootWith(data('one', '"other"') + data('two', '"new"')))
    const applied = await environment.apply(environment.github.history.merge(pull, 'merge'))
    expect(applied.exitCode).toBe(1)
    expect(applied.outputs['failure-reason']).toBe('plan-changed')
    expect(applied.summary).toContain(
      '`terraform_data.one`: would be created as reviewed, with different values of `input`',
    )
    expect(applied.summary).toContain(
      '`terraform_data.two`: not in the reviewed plan, **would now be created**',
    )
    expect(environment.github.comments.map(({ body }) => body).join()).toContain(
      'Not applied: the plan has changed',
    )
    const state = await environment.root.run(['state', 'list'], {})
    expect(state.stdout).toBe('')
  }, 120_000)
})
