import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, describe, expect, test } from '@jest/globals'
import { House, rootWith } from '../../testkit/runner/environment'

const houses: House[] = []
async function build(body: string): Promise<House> {
  const house = await House.build(body)
  houses.push(house)
  return house
}
afterEach(() => Promise.all(houses.splice(0).map((house) => house.tearDown())), 30_000)

const data = (name: string, input: string): string =>
  `resource "terraform_data" "${name}" {\n  input = ${input}\n}\n`

describe('from pull request to deployment', () => {
  test('what was planned, commented and merged is applied, and then nothing is left to do', async () => {
    const house = await build(
      data('one', '"first"') + 'output "said" {\n  value = terraform_data.one.output\n}\n',
    )
    const pull = house.github.openPull({ commits: 2 })

    const planned = await house.plan(pull)
    expect({ exitCode: planned.exitCode, log: planned.log }).toMatchObject({ exitCode: 0 })
    expect(planned.outputs).toMatchObject({ 'has-changes': 'true', create: '1', destroy: '0' })
    expect(house.github.comments).toHaveLength(1)
    expect(house.github.comments[0]?.body).toContain('terraform_data.one')
    expect(planned.outputs['comment-url']).not.toBe('')

    const sha = house.github.history.merge(pull, 'squash')
    const applied = await house.apply(sha, { 'require-review': 'true' })
    expect({ exitCode: applied.exitCode, log: applied.log }).toMatchObject({ exitCode: 0 })
    expect(JSON.parse(applied.outputs['terraform-outputs'] ?? '')).toEqual({ said: 'first' })
    expect(applied.summary).toContain('✅ Applied')

    const again = await house.apply(house.github.history.push('main'))
    expect(again.exitCode).toBe(0)
    expect(again.outputs).toMatchObject({ 'has-changes': 'false' })
  }, 120_000)

  test('a run of a pull request is not taken for one of another', async () => {
    const house = await build(data('one', '"first"'))
    const other = { 'pull-request-number': '99', 'pull-request-sha': 'a'.repeat(40) }
    const { exitCode, outputs, log } = await house.plan(house.github.openPull(), other)
    expect({ exitCode, reason: outputs['failure-reason'] }).toEqual({ exitCode: 1, reason: 'invalid-input' })
    expect(log).toContain('pull-request-number: this run is of pull request #7 already; leave it out')
    expect(house.github.comments).toEqual([])
  }, 60_000)

  test('a state that cannot be saved at first is saved after all', async () => {
    let refusals = 2
    const house = await House.build(data('one', '"first"'), ({ method, url }) => {
      if (method !== 'PUT' || url?.split('?')[0] !== '/acme-terraform-state/langfuse.tfstate')
        return undefined
      return refusals-- > 0 ? { status: 403, code: 'AccessDenied', message: 'not now' } : undefined
    })
    houses.push(house)
    const { exitCode, outputs, log, summary } = await house.apply(house.github.history.push('main'))
    expect({ exitCode, reason: outputs['failure-reason'] }).toEqual({ exitCode: 1, reason: 'apply-failed' })
    expect(log).toContain('The state could not be saved at first, and is now')
    expect(summary).toContain('The state is saved, with serial')
    expect((await house.state()).addresses).toEqual(['terraform_data.one'])
    expect(existsSync(join(house.root.directory, 'errored.tfstate'))).toBe(false)
    const again = await house.apply(house.github.history.push('main'))
    expect(again.outputs).toMatchObject({ 'has-changes': 'false' })
  }, 120_000)

  test('what changed after the review is not applied, and the pull request says what', async () => {
    const house = await build(data('one', '"first"'))
    const pull = house.github.openPull()
    await house.plan(pull)
    await house.root.write(rootWith(data('one', '"other"') + data('two', '"new"')))
    const applied = await house.apply(house.github.history.merge(pull, 'merge'))
    expect(applied.exitCode).toBe(1)
    expect(applied.outputs['failure-reason']).toBe('plan-changed')
    expect(applied.summary).toContain(
      '`terraform_data.one` would be created as reviewed, but with other values: `input`',
    )
    expect(applied.summary).toContain(
      '`terraform_data.two` was not in the plan, and now **would be created**',
    )
    expect(house.github.comments.map(({ body }) => body).join()).toContain(
      'Not applied: the plan has changed',
    )
    const state = await house.root.run(['state', 'list'], {})
    expect(state.stdout).toBe('')
  }, 120_000)
})
