import { afterEach, beforeEach, describe, expect, test } from '@jest/globals'
import { plan } from '../../../src/commands/plan/plan'
import { readPlanContext } from '../../../src/commands/plan/plan-context'
import type { Context } from '../../../src/github/context'
import { type FakeEvent, HEAD_SHA, otherEvent, pullRequestEvent } from '../../../testkit/github/event'
import { FakeGitHub } from '../../../testkit/github/server'
import { inputsOf, observedRuntime, type ObservedRuntime } from '../../../testkit/runner/runtime'

let github: FakeGitHub
const runtimes: ObservedRuntime[] = []

beforeEach(async () => {
  github = await FakeGitHub.start()
})
afterEach(async () => {
  await Promise.all(runtimes.splice(0).map(({ http }) => http.close()))
  await github.stop()
})

function runtimeOf({ env, payload }: FakeEvent): ObservedRuntime {
  const runtime = observedRuntime({
    env: { ...env, GITHUB_API_URL: github.url },
    readFile: () => Promise.resolve(JSON.stringify(payload)),
  })
  runtimes.push(runtime)
  return runtime
}

/** Reads the context of a run that another event started for a pull request. */
const readFor = (
  pull: number,
  inputs: Record<string, string> = {},
  event = 'issue_comment',
): Promise<Context> =>
  readPlanContext(
    inputsOf('plan', {
      'pull-request-number': String(pull),
      'pull-request-sha': HEAD_SHA,
      'github-token': github.token,
      ...inputs,
    }),
    runtimeOf(otherEvent(event)),
  )

describe('a pull request that the inputs name', () => {
  test.each(['issue_comment', 'workflow_run', 'workflow_dispatch', 'repository_dispatch'])(
    'is planned after %s',
    async (event) => {
      const { number } = github.openPull()
      expect(await readFor(number, {}, event)).toMatchObject({
        ...{ event: 'pull_request', number, headSha: HEAD_SHA, isFork: false, isClosed: false },
      })
    },
  )

  test('is known to come from a fork, which gets no credentials', async () => {
    const { number } = github.openPull({ isFork: true })
    expect(await readFor(number)).toMatchObject({ number, isFork: true })
  })

  test('is known to be closed', async () => {
    const pull = github.openPull()
    github.history.merge(pull, 'squash')
    expect(await readFor(pull.number)).toMatchObject({ isClosed: true })
  })

  test('is not looked up without a token', async () => {
    expect(await readFor(7, { 'github-token': '' })).toMatchObject({ number: 7, isFork: false })
    expect(github.requests).toEqual([])
  })

  test('that does not exist is an error', async () => {
    await expect(readFor(404)).rejects.toThrow(/pulls\/404 answered 404/)
  })
})

test.each([
  ['of this repository', pullRequestEvent({ state: 'closed' })],
  ['of a fork', pullRequestEvent({ state: 'closed', head: 'fork' })],
  ['of a deleted fork', pullRequestEvent({ state: 'closed', head: 'deleted' })],
])('a closed pull request %s gets no plan, which would replace the reviewed one', async (_, event) => {
  const outcome = await plan(inputsOf('plan', { 'github-token': github.token }), runtimeOf(event))
  expect(outcome).toMatchObject({ failure: undefined, outputs: {} })
  expect(outcome.summary).toContain('### Plan · not needed for a closed pull request')
  expect(github.requests).toEqual([])
})
