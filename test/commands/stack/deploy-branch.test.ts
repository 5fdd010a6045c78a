import { describe, expect, test } from '@jest/globals'
import { requireDeployBranch } from '../../../src/commands/stack/deploy-branch'
import { readContext } from '../../../src/github/context'
import {
  type FakeEvent,
  mergeGroupEvent,
  otherEvent,
  pullRequestEvent,
  pushEvent,
} from '../../../testkit/github/event'

const COMMANDS = ['apply', 'drift'] as const

const check = async (
  { env, payload }: FakeEvent,
  command: (typeof COMMANDS)[number],
  { ref, deployBranch }: { readonly ref?: string; readonly deployBranch?: string } = {},
): Promise<void> => {
  const given = { ...env, ...(ref !== undefined && { GITHUB_REF: ref }) }
  const context = await readContext(given, () => Promise.resolve(JSON.stringify(payload)))
  requireDeployBranch(context, { command, deployBranch })
}

/** An event whose file does not describe the repository. */
const schedule = { ...otherEvent('schedule'), payload: { schedule: '0 0 * * *' } }

describe.each(COMMANDS)('%s', (command) => {
  test.each([
    ['a push to the default branch', pushEvent()],
    ['a manual run', otherEvent('workflow_dispatch')],
    ['a schedule', otherEvent('schedule')],
    ['a schedule whose event has no repository', schedule],
    ['another workflow', otherEvent('workflow_run')],
    ['a request of the API', otherEvent('repository_dispatch')],
  ])('runs for %s', async (_, event) => {
    await expect(check(event, command)).resolves.toBeUndefined()
  })

  test.each([
    ['refs/heads/feature/a#b', otherEvent('workflow_dispatch')],
    ['refs/heads/Main', otherEvent('workflow_dispatch')],
    [`refs/heads/${'ü'.repeat(120)}`, otherEvent('workflow_dispatch')],
    ['refs/heads/main/main', pushEvent()],
    ['refs/tags/main', pushEvent()],
    ['refs/heads/gh-readonly-queue/main/pr-7', mergeGroupEvent()],
    ['refs/pull/7/merge', otherEvent('pull_request_review')],
  ])('is rejected for %s', async (ref, event) => {
    await expect(check(event, command, { ref })).rejects.toThrow(
      `command: ${command} runs for the branch main only, and this run is for ${ref}. To ${command === 'apply' ? 'deploy' : 'check'} another branch, name it in the input deploy-branch.`,
    )
  })

  test('is rejected without a branch', async () => {
    await expect(check(schedule, command, { ref: '' })).rejects.toThrow(
      `command: ${command} runs for a branch only, and this run is for no branch.`,
    )
  })

  test('runs for the branch in deploy-branch only', async () => {
    const deployBranch = 'release/é"1'
    await check(pushEvent(`refs/heads/${deployBranch}`), command, { deployBranch })
    await expect(check(pushEvent(), command, { deployBranch })).rejects.toThrow(
      `the branch ${deployBranch} only`,
    )
  })

  test.each([
    pullRequestEvent(),
    pullRequestEvent({ state: 'closed' }),
    pullRequestEvent({ trigger: 'pull_request_target' }),
  ])('is rejected on a pull request', async (event) => {
    await expect(check(event, command)).rejects.toThrow('On a pull request, use plan.')
  })
})
