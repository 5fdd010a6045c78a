import { afterEach, describe, expect, test } from '@jest/globals'
import { refuse } from '../../testkit/github/faults'
import { type House, Street } from '../../testkit/runner/environment'

const street = new Street()
afterEach(() => street.tearDown(), 30_000)

const data = (input: string): string => `resource "terraform_data" "one" {\n  input = "${input}"\n}\n`

async function deployed(body: string): Promise<House> {
  const house = await street.build(body)
  const { exitCode, log } = await house.apply(house.github.history.push('main'))
  expect({ exitCode, log }).toMatchObject({ exitCode: 0 })
  return house
}

describe('drift', () => {
  test('opens one issue, updates it, closes it when it is mended, and reopens it', async () => {
    const house = await deployed(data('as reviewed'))
    const calm = await house.drift()
    expect({ exitCode: calm.exitCode, log: calm.log }).toMatchObject({ exitCode: 0 })
    expect(calm.outputs).toMatchObject({ 'has-changes': 'false', 'issue-url': '' })
    expect(house.github.issues).toEqual([])

    // To Terraform, a state that says otherwise is what a change outside of it is.
    await house.write(data('something else'))
    const found = await house.drift()
    expect({ exitCode: found.exitCode, log: found.log }).toMatchObject({ exitCode: 0 })
    const [issue] = house.github.issues
    expect(found.outputs).toMatchObject({
      'has-changes': 'true',
      update: '1',
      'issue-url': 'https://github.com/acme/langfuse/issues/1001',
    })
    expect(found.summary).toContain('<code>terraform_data.one</code>')
    expect(issue).toMatchObject({ title: 'Drift: langfuse', state: 'open' })
    // But for the text above it, the body is what the summary says.
    expect(issue?.body).toContain(found.summary.trim())
    expect(issue?.body).toContain('something else')

    await house.write(data('as reviewed'))
    const mended = await house.drift()
    expect(mended.outputs).toMatchObject({ 'has-changes': 'false', 'issue-url': found.outputs['issue-url'] })
    expect(issue).toMatchObject({ state: 'closed', stateReason: 'completed' })
    expect(issue?.body).toContain('✅ **No changes.**')

    await house.write(data('once more'))
    await house.drift()
    expect(issue).toMatchObject({ state: 'open', stateReason: 'reopened' })
    expect(house.github.issues).toHaveLength(1)
    expect((await house.state()).text).toContain('as reviewed')
    expect((await house.keys()).filter((key) => key.startsWith('plans/'))).toEqual([])
  }, 180_000)

  test('that GitHub takes no issue on fails, and is in the summary all the same', async () => {
    const house = await street.build(data('new'))
    const answer = refuse(410, 'Issues has been disabled in this repository.')
    house.github.fault({ method: 'POST', path: /issues$/ }, { kind: 'answer', answer })
    const { exitCode, outputs, summary, log } = await house.drift()
    expect(exitCode).toBe(1)
    expect(outputs).toMatchObject({ 'failure-reason': 'github-failed', create: '1', 'issue-url': '' })
    expect(summary).toContain('<code>terraform_data.one</code>')
    expect(log).toContain('langfuse has drifted, and there is no issue on it')
  }, 120_000)

  test('leaves the issue as it is where the plan fails', async () => {
    const house = await deployed(data('as reviewed'))
    await house.write(data('other'))
    await house.drift()
    const [before] = structuredClone(house.github.issues)
    await house.write('resource "terraform_data" "one" {\n  input = var.nowhere\n}\n')
    const { exitCode, outputs, log } = await house.drift()
    expect(exitCode).toBe(1)
    expect(outputs['failure-reason']).toBe('terraform-failed')
    expect(log).toMatch(/::error title=Reference to undeclared input variable,file=.*main\.tf,line=\d+/)
    expect(house.github.issues).toEqual([before])
  }, 120_000)

  test('is not for pull requests, nor without a token', async () => {
    const house = await street.build(data('x'))
    const missing = await house.drift({ 'github-token': '' })
    expect(missing.outputs['failure-reason']).toBe('invalid-input')
    expect(missing.log).toContain('github-token: is empty; drift keeps an issue with it')
    const wrong = await house.plan(house.github.openPull(), { command: 'drift' })
    expect(wrong.outputs['failure-reason']).toBe('invalid-input')
    expect(wrong.log).toContain('on a pull request, use plan')
  }, 120_000)
})
