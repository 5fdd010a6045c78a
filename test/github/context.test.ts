import { describe, expect, test } from '@jest/globals'
import { type Context, readContext } from '../../src/github/context'
import {
  BASE_SHA,
  type FakeEvent,
  HEAD_SHA,
  MERGE_SHA,
  mergeGroupEvent,
  otherEvent,
  pullRequestEvent,
  pushEvent,
} from '../../testkit/github/event'

const read = ({ env, payload }: FakeEvent, changes: NodeJS.ProcessEnv = {}): Promise<Context> =>
  readContext({ ...env, ...changes }, () => Promise.resolve(JSON.stringify(payload)))

describe('the context', () => {
  test('of a pull request knows its head and its base', async () => {
    expect(await read(pullRequestEvent())).toMatchObject({
      event: 'pull_request',
      trigger: 'pull_request',
      number: 7,
      headSha: HEAD_SHA,
      baseSha: BASE_SHA,
      baseRef: 'main',
      isFork: false,
      author: 'contributor',
      sha: MERGE_SHA,
      ref: 'refs/pull/7/merge',
    })
  })

  test.each([
    ['from a fork', pullRequestEvent({ head: 'fork' })],
    ['from a fork that was deleted', pullRequestEvent({ head: 'deleted' })],
    [
      'from a fork that runs with the rights of the base',
      pullRequestEvent({ head: 'fork', trigger: 'pull_request_target' }),
    ],
  ])('of a pull request %s has isFork', async (_, event) => {
    expect(await read(event)).toMatchObject({ event: 'pull_request', isFork: true })
  })

  test.each(['open', 'closed'])('of a pull request that is %s knows it', async (state) => {
    const event = await read(pullRequestEvent({ state }))
    expect(event).toMatchObject({ event: 'pull_request', isClosed: state === 'closed' })
  })

  test('of a pull request without repository ids has isFork', async () => {
    const event = pullRequestEvent()
    const payload = JSON.parse(JSON.stringify(event.payload).replaceAll('"id":4711', '"id":null')) as unknown
    expect(await read({ ...event, payload })).toMatchObject({ isFork: true })
  })

  test('of a pull request by a deleted user has the author ghost', async () => {
    const event = pullRequestEvent()
    const payload = JSON.parse(
      JSON.stringify(event.payload).replace(/"user":\{[^}]*\}/, '"user":null'),
    ) as unknown
    expect(await read({ ...event, payload })).toMatchObject({ author: 'ghost' })
  })

  test.each([
    ['refs/heads/main', true],
    ['refs/heads/release', false],
    ['refs/tags/main', false],
  ])('of a push to %s: the default branch is %s', async (ref, isDefaultBranch) => {
    expect(await read(pushEvent(ref))).toMatchObject({ event: 'push', sha: MERGE_SHA, ref, isDefaultBranch })
  })

  test('of a merge group has its base branch', async () => {
    expect(await read(mergeGroupEvent())).toMatchObject({
      event: 'merge_group',
      headSha: HEAD_SHA,
      baseSha: BASE_SHA,
      baseRef: 'main',
    })
  })

  test.each(['schedule', 'workflow_dispatch'] as const)('of %s needs only the run', async (name) => {
    expect(await read(otherEvent(name))).toMatchObject({ event: name, sha: MERGE_SHA })
  })

  test('of another event has its name', async () => {
    expect(await read(otherEvent('release'))).toMatchObject({ event: 'other', name: 'release' })
  })

  test("contains the repository's id and the run's address", async () => {
    expect(await read(pushEvent())).toMatchObject({
      repository: { owner: 'acme', name: 'langfuse', id: '4711' },
      runId: '1234567890',
      runAttempt: '2',
      runUrl: 'https://github.com/acme/langfuse/actions/runs/1234567890/attempts/2',
      actor: 'octocat',
      workflow: 'plan',
    })
  })

  test('uses a GitHub Enterprise Server, and reads a missing repository id from the event', async () => {
    const enterprise = {
      GITHUB_SERVER_URL: 'https://git.acme.example',
      GITHUB_API_URL: 'https://git.acme.example/api/v3',
      GITHUB_REPOSITORY_ID: '',
    }
    expect(await read(pushEvent(), enterprise)).toMatchObject({
      apiUrl: 'https://git.acme.example/api/v3',
      runUrl: 'https://git.acme.example/acme/langfuse/actions/runs/1234567890/attempts/2',
      repository: { id: '4711' },
    })
  })
})

describe('an invalid environment is rejected:', () => {
  test.each([
    ['GITHUB_EVENT_NAME', '', /GITHUB_EVENT_NAME is not set\. .* workflow step/],
    ['GITHUB_EVENT_PATH', '', /GITHUB_EVENT_PATH is not set/],
    ['GITHUB_RUN_ID', '', /GITHUB_RUN_ID is not set/],
    ['GITHUB_REPOSITORY', 'langfuse', /GITHUB_REPOSITORY: 'langfuse' does not have the form owner\/name/],
    ['GITHUB_API_URL', 'api.github.com', /GITHUB_API_URL: 'api.github.com' is not the address of a server/],
    ['GITHUB_SERVER_URL', 'ftp://x', /GITHUB_SERVER_URL: 'ftp:\/\/x' is not the address of a server/],
    ['GITHUB_REPOSITORY', 'a/b/c', /GITHUB_REPOSITORY: 'a\/b\/c' does not have the form owner\/name/],
    ['GITHUB_SHA', '../../x', /GITHUB_SHA: "..\/..\/x" is not a commit SHA/],
    ['GITHUB_EVENT_NAME', 'merge_group', /no 'merge_group' although the event is merge_group/],
  ])('%s=%s', async (name, value, sentence) => {
    await expect(read(pushEvent(), { [name]: value })).rejects.toThrow(sentence)
  })

  test.each([
    ['a pull request without a number', { pull_request: {} }, /no 'pull_request' although/],
    ['an event that is not an object', [], /no 'pull_request' although/],
  ])('%s', async (_, payload, sentence) => {
    await expect(read({ ...pullRequestEvent(), payload })).rejects.toThrow(sentence)
  })

  test('a head that is not a commit', async () => {
    const event = pullRequestEvent({ headSha: 'main; rm -rf /' })
    await expect(read(event)).rejects.toThrow('pull_request.head.sha: "main; rm -rf /" is not a commit SHA')
  })

  test('an event file that is missing or not JSON', async () => {
    const { env } = pushEvent()
    const missing = readContext(env, () => Promise.reject(new Error('ENOENT')))
    await expect(missing).rejects.toThrow(
      "GITHUB_EVENT_PATH: '/runner/event.json' cannot be read. The runner writes this file.",
    )
    await expect(readContext(env, () => Promise.resolve('{'))).rejects.toThrow('is not JSON')
  })
})
