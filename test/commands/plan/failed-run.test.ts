import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { hostname, tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals'
import { type CommentInputs, commentLostRun, StepKilled } from '../../../src/commands/plan/failed-run'
import { runPost } from '../../../src/commands/post/post'
import { InvalidInput, readInputs } from '../../../src/inputs/inputs'
import { commentInvalidInputs } from '../../../src/post'
import { pullRequestEvent } from '../../../testkit/github/event'
import { serverError } from '../../../testkit/github/faults'
import type { FakePull } from '../../../testkit/github/history'
import { FakeGitHub } from '../../../testkit/github/server'
import { type ObservedRuntime, observedRuntime } from '../../../testkit/runner/runtime'
import { describeWithTerraform } from '../../../testkit/terraform/terraform'
import { Deployment } from '../deployment'

describeWithTerraform('a plan that fails before Terraform plans', () => {
  let deployment: Deployment
  beforeEach(async () => {
    deployment = await Deployment.start('resource "terraform_data" "one" {\n  input = 1\n}\n')
  })
  afterEach(() => deployment.stop())

  test('replaces the plan of the commit before, and keeps what people approved', async () => {
    const { github } = deployment
    const pull = github.openPull()
    await deployment.plan(pull)
    const planned = pull.commits.at(-1) ?? ''
    const failed = github.history.pushTo(pull)
    deployment.env = { TF_CLI_ARGS_plan: '-refresh-only' }
    await expect(deployment.plan(pull)).rejects.toThrow('leaves out every change')
    const { body } = github.comments[0] ?? { body: '' }
    expect(github.comments).toHaveLength(1)
    expect(body).toContain(
      `### ❌ Plan failed · \`langfuse\`\n\n**Commit \`${failed.slice(0, 7)}\` has no plan`,
    )
    expect(body).not.toContain('terraform_data')

    deployment.env = {}
    github.history.pushTo(pull)
    await deployment.plan(pull)
    expect(github.comments[0]?.body).toContain(`No change since the plan of \`${planned.slice(0, 7)}\``)
  }, 60_000)

  test.each([
    ['no Terraform', { 'terraform-version': '99.0.0' }, {}],
    ['no directory', { 'working-directory': '/nonexistent' }, {}],
    ['no state bucket', {}, { AWS_ENDPOINT_URL: 'http://127.0.0.1:1' }],
    ['no var-file', { 'var-file': 'missing.tfvars' }, {}],
  ])(
    'says why: %s',
    async (_, inputs, env) => {
      const pull = deployment.github.openPull()
      deployment.env = { TERRAFORM_RELEASES_URL: 'http://127.0.0.1:1', ...env }
      await deployment.plan(pull, inputs).catch(() => undefined)
      expect(deployment.github.comments).toHaveLength(1)
      expect(deployment.github.comments[0]?.body).toMatch(/### ❌ (?:Terraform p|P)lan failed/)
      expect(deployment.github.comments[0]?.body).toContain(pull.commits.at(-1)?.slice(0, 7))
    },
    60_000,
  )
})

describe('the comment of a run without a plan', () => {
  let github: FakeGitHub
  let pull: FakePull
  beforeEach(async () => {
    github = await FakeGitHub.start()
    pull = github.openPull()
  })
  afterEach(() => github.stop())

  const inputsWith = (changes: Partial<CommentInputs> = {}): CommentInputs => ({
    ...{ stack: 'langfuse', githubToken: github.token, pullRequest: undefined, comment: 'always' },
    ...changes,
  })
  const runtimeFor = (headSha: string, head: 'same' | 'fork' = 'same'): ObservedRuntime => {
    const { env, payload } = pullRequestEvent({ number: pull.number, headSha, head })
    return observedRuntime({
      env: { ...env, GITHUB_EVENT_PATH: '/event.json', GITHUB_API_URL: github.url, APP_TOKEN: 'app-token-1' },
      readFile: () => Promise.resolve(JSON.stringify(payload)),
    })
  }
  const comment = (
    error: unknown,
    headSha = pull.commits.at(-1) ?? '',
    inputs = inputsWith(),
  ): Promise<void> => commentLostRun(error, inputs, runtimeFor(headSha))
  const bodies = (): string[] => github.comments.map(({ body }) => body)

  test('names invalid inputs, and quotes none', async () => {
    await comment(new InvalidInput("stack: 'hunter2' is not x\nlock-timeout: '1' is not a duration"))
    expect(bodies()[0]).toContain('`Invalid inputs: stack, lock-timeout`')
    expect(bodies()[0]).not.toContain('hunter2')
  })

  test.each([
    ['a value that another input rejects', { INPUT_PARALLELISM: 'many' }, 1],
    ['another command', { INPUT_COMMAND: 'apply' }, 0],
    ['no command', { INPUT_COMMAND: 'plna' }, 0],
    ['half of a pull request', { 'INPUT_PULL-REQUEST-NUMBER': '7' }, 0],
    ['a stack without a place for its record', { INPUT_STACK: 'x'.repeat(201) }, 0],
  ])('is written by a step with invalid inputs, if these can be read: %s', async (_, inputs, count) => {
    const base = await mkdtemp(join(tmpdir(), 'event-'))
    const { env, payload } = pullRequestEvent({ number: pull.number, headSha: pull.commits.at(-1) ?? '' })
    const GITHUB_EVENT_PATH = join(base, 'event.json')
    await writeFile(GITHUB_EVENT_PATH, JSON.stringify(payload))
    const step = { INPUT_COMMAND: 'plan', INPUT_STACK: 'langfuse', 'INPUT_GITHUB-TOKEN': github.token }
    const runner = { ...env, GITHUB_EVENT_PATH, GITHUB_API_URL: github.url }
    await commentInvalidInputs(new InvalidInput('parallelism: x'), { ...runner, ...step, ...inputs })
    expect(bodies()).toHaveLength(count)
    await rm(base, { recursive: true })
  })

  test('masks credentials of the environment, and is not longer than GitHub takes', async () => {
    await comment(new Error(`app-token-1\n${'`<x>@everyone '.repeat(20_000)}`))
    expect(bodies()[0]).not.toContain('app-token-1')
    expect(bodies()[0]?.length).toBeLessThan(8_000)
    expect(bodies()[0]).toContain('Fix the cause and re-run the job')
  })

  test('does not replace the comment of a newer commit', async () => {
    const [older = ''] = pull.commits
    const newer = github.history.pushTo(pull)
    await comment(new Error('newer'), newer)
    const before = bodies()
    await comment(new Error('older'), older)
    expect(bodies()).toEqual(before)
  })

  test('of a cancelled run replaces only the comment of another commit', async () => {
    const [first = ''] = pull.commits
    await comment(new StepKilled(), first)
    expect(bodies()).toEqual([])
    await comment(new Error('first'), first)
    const second = github.history.pushTo(pull)
    const third = github.history.pushTo(pull)
    const before = bodies()
    // The push of the third commit has cancelled it.
    await comment(new StepKilled(), second)
    await comment(new StepKilled(), first)
    expect(bodies()).toEqual(before)
    await comment(new StepKilled(), third)
    expect(bodies()[0]).toContain(`### ⚠️ Plan cancelled · \`langfuse\`\n\n**Commit \`${third.slice(0, 7)}\``)
    await comment(new StepKilled(), third)
    expect(bodies()).toHaveLength(1)
  })

  test.each([
    ['comment: never', { comment: 'never' }],
    ['no token', { githubToken: undefined }],
  ] as const)('is not written with %s', async (_, changes) => {
    await comment(new Error('x'), undefined, inputsWith(changes))
    expect(bodies()).toEqual([])
  })

  test('is not written for a fork, or if GitHub rejects it, which the log says', async () => {
    const [headSha = ''] = pull.commits
    await commentLostRun(new Error('x'), inputsWith(), runtimeFor(headSha, 'fork'))
    github.fault({ path: /\/issues\/\d+\/comments/, method: 'POST' }, serverError(), 20)
    const runtime = runtimeFor(headSha)
    await commentLostRun(new Error('x'), inputsWith(), runtime)
    expect(bodies()).toEqual([])
    expect(runtime.lines.join()).toContain('was not commented')
  })

  test.each([
    ['was killed', true],
    ['has reported its result', false],
  ])('comes from the post step if the step %s', async (_, wasKilled) => {
    await comment(new Error('first'))
    const second = github.history.pushTo(pull)
    const base = await mkdtemp(join(tmpdir(), 'post-plan-'))
    const folder = join(base, 'step')
    if (wasKilled) await mkdir(folder)
    const inputs = readInputs({
      ...{ INPUT_COMMAND: 'plan', INPUT_STACK: 'langfuse', 'INPUT_GITHUB-TOKEN': github.token },
    })
    await runPost(folder, { inputs, runtime: { ...runtimeFor(second), hostname: hostname() } })
    expect(bodies()[0]?.includes('Plan cancelled')).toBe(wasKilled)
    await rm(base, { recursive: true })
  })
})
