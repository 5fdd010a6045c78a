import { afterEach, beforeEach, describe, expect, test } from '@jest/globals'
import { verify } from '../../../src/commands/verify/verify'
import type { Outcome } from '../../../src/commands/outcome'
import { pushEvent } from '../../../testkit/github/event'
import { FakeGitHub } from '../../../testkit/github/server'
import { FakeLangfuse, type LangfuseFaults } from '../../../testkit/langfuse/server'
import { inputsOf, observedRuntime } from '../../../testkit/runner/runtime'
import { fixture } from '../../fixtures/fixture'

const imagesWith = (tag: string): string =>
  `images:\n  langfuse-web:\n    source: docker.io/langfuse/langfuse:${tag}@sha256:${'a1'.repeat(32)}\n`

let github: FakeGitHub
beforeEach(async () => {
  github = await FakeGitHub.start()
})
afterEach(() => github.stop())

interface Deployed {
  /** Commit that was deployed before. */
  readonly earlier: string
  readonly commit: string
  readonly tag: string
}

function deploy(from: string, tag: string): Deployed {
  const earlier = github.commit('main', { 'images.yaml': imagesWith(from) })
  return { earlier, commit: github.commit('main', { 'images.yaml': imagesWith(tag) }), tag }
}

const DOWN: LangfuseFaults = { readyAfterMs: 1e9 }

async function run(
  { earlier, commit, tag }: Deployed,
  inputs: Record<string, string> = {},
  faults: LangfuseFaults = DOWN,
): Promise<Outcome> {
  const langfuse = await FakeLangfuse.start({ version: tag, faults })
  const { env, payload } = pushEvent('refs/heads/main', commit)
  const runtime = observedRuntime({
    env: { ...env, GITHUB_API_URL: github.url, GITHUB_EVENT_PATH: 'event.json' },
    readFile: (path) => Promise.resolve(path === 'event.json' ? JSON.stringify(payload) : imagesWith(tag)),
  })
  const { publicKey, secretKey } = langfuse.keys
  const given = {
    ...{
      url: langfuse.url,
      'public-key': publicKey,
      'secret-key': secretKey,
      timeout: '1',
      stack: 'langfuse',
    },
    ...{ 'revert-to': earlier, 'github-token': github.token, ...inputs },
  }
  try {
    return await verify(inputsOf('verify', given), runtime)
  } finally {
    await runtime.http.close()
    await langfuse.stop()
  }
}

/** Replaces commits and ports, which differ in every run. */
const stable = (text: string, { earlier, commit }: Deployed): string =>
  text
    .replaceAll(earlier, 'a'.repeat(40))
    .replaceAll(commit, 'b'.repeat(40))
    .replaceAll(earlier.slice(0, 7), 'aaaaaaa')
    .replaceAll(commit.slice(0, 7), 'bbbbbbb')
    .replace(/1\\:\d{4,5} was/, '1:PORT was')

describe('a failed verification', () => {
  test.each([
    ['a minor version', '4.50.0', 'reverts/minor'],
    ['a major version', '3.225.11', 'reverts/major'],
  ])('opens a pull request that says why and what the revert of %s does', async (_, from, name) => {
    const deployed = deploy(from, '4.51.0')
    const { failure, outputs, summary, warnings } = await run(deployed)
    expect(failure?.reason).toBe('unhealthy')
    expect(warnings).toEqual([])
    const [pull] = [...github.history.pulls.values()]
    expect(outputs).toMatchObject({
      'pull-request-number': '7',
      'pull-request-url': 'https://github.com/acme/langfuse/pull/7',
      'pull-request-sha': pull?.commits.at(-1),
    })
    expect(summary).toContain('**Revert:** Opened [#7](https://github.com/acme/langfuse/pull/7)')
    const text = stable(`# ${pull?.title ?? ''}\n\n${pull?.body ?? ''}\n`, deployed)
    expect(text).toBe(fixture(name, text))
  })

  test('opens one pull request per deployment', async () => {
    const deployed = deploy('4.50.0', '4.51.0')
    await run(deployed)
    const { summary } = await run(deployed)
    expect(summary).toContain('**Revert:** Already proposed: [#7]')
    expect(github.history.pulls.size).toBe(1)
  })

  test.each([
    ['without an earlier deployment', { 'revert-to': '' }],
    ['of a working Langfuse', {}],
  ])('opens none %s', async (what, inputs) => {
    const { outputs, failure } = await run(
      deploy('4.50.0', '4.51.0'),
      inputs,
      what.includes('working') ? {} : DOWN,
    )
    expect(failure === undefined).toBe(what.includes('working'))
    expect(outputs).not.toHaveProperty('pull-request-number')
    expect(github.calls).toEqual([])
  })

  test.each<[what: string, reason: RegExp, prepare: (deployed: Deployed) => Record<string, string>]>([
    ['without a token', /github-token is empty/, () => ({ 'github-token': '' })],
    [
      'without the right to open one',
      /not permitted to create or approve pull requests/,
      () => {
        const message = 'GitHub Actions is not permitted to create or approve pull requests.'
        github.fault(
          { method: 'POST', path: /\/pulls$/ },
          { kind: 'answer', answer: { status: 403, body: { message } } },
        )
        return {}
      },
    ],
    [
      'if a later commit changed the same file',
      /Later commits changed images\.yaml/,
      () => {
        github.commit('main', { 'images.yaml': imagesWith('4.52.0') })
        return {}
      },
    ],
    ['if the earlier commit is unknown', /404/, () => ({ 'revert-to': 'f'.repeat(40) })],
  ])('names the reason and the command %s', async (_, reason, prepare) => {
    const deployed = deploy('4.50.0', '4.51.0')
    const inputs = prepare(deployed)
    const { failure, warnings, summary } = await run(deployed, inputs)
    expect(failure?.reason).toBe('unhealthy')
    expect(warnings).toEqual([expect.stringMatching(reason)])
    const to = inputs['revert-to'] ?? deployed.earlier
    expect(summary).toContain(`git revert --no-edit ${to}..${deployed.commit}`)
  })
})
