import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals'
import { otherEvent } from '../../testkit/github/event'
import { makeImage } from '../../testkit/registry/image'
import { runStep, type StepResult } from '../../testkit/runner/step'
import { Upstream } from '../../testkit/registry/upstream'

let upstream: Upstream
let workspace: string
beforeEach(async () => {
  upstream = await Upstream.start()
  workspace = await mkdtemp(join(tmpdir(), 'workspace-'))
})
afterEach(async () => {
  await upstream.stop()
  await rm(workspace, { recursive: true })
})

async function refresh(inputs: Readonly<Record<string, string>> = {}): Promise<StepResult> {
  const { env, payload } = otherEvent('schedule')
  const { github } = upstream
  await writeFile(join(workspace, 'images.yaml'), upstream.file)
  return runStep({
    inputs: { command: 'refresh', 'github-token': github.token, ...inputs },
    workspace,
    files: { 'event.json': JSON.stringify(payload) },
    env: {
      ...env,
      GITHUB_EVENT_PATH: join(workspace, 'event.json'),
      GITHUB_API_URL: github.url,
      GITHUB_SHA: github.history.branchHead('main') ?? '',
    },
  })
}

describe('the bundle', () => {
  test('proposes newer images in one pull request, or commits them', async () => {
    const old = upstream.publish('langfuse/langfuse', '3.9.0', makeImage({ seed: 'old' }))
    const fresh = upstream.publish('langfuse/langfuse', '3.10.0', makeImage({ seed: 'new' }))
    // A direct commit needs a release.
    upstream.release('langfuse/langfuse', ['v3.10.0', 'v3.9.0'])
    upstream.commit(`# Mine.\nimages:\n  web:\n    source: ${old} # pinned\n    follow: '3'\n`)
    const proposed = await refresh()
    expect({ exitCode: proposed.exitCode, log: proposed.log }).toMatchObject({ exitCode: 0 })
    expect(proposed.outputs).toMatchObject({ updated: '1', 'pull-request-number': '7' })
    expect(proposed.summary).toContain('Opened [#7]')
    expect(proposed.log.replace(/^::add-mask::.*$/gm, '')).not.toContain(upstream.github.token)
    expect(await readFile(join(workspace, 'images.yaml'), 'utf8')).toBe(upstream.file)

    const direct = await refresh({ mode: 'direct', 'deploy-workflow': 'deploy.yml' })
    expect({ exitCode: direct.exitCode, log: direct.log }).toMatchObject({ exitCode: 0 })
    const { history, state } = upstream.github
    const commit = history.branchHead('main') ?? ''
    expect(direct.outputs).toMatchObject({ commit, 'pull-request-url': '' })
    upstream.file = state.git.filesAt(commit)['images.yaml'] ?? ''
    expect(upstream.file).toBe(`# Mine.\nimages:\n  web:\n    source: ${fresh} # pinned\n    follow: '3'\n`)
    expect(state.workflows.started).toEqual([{ file: 'deploy.yml', ref: 'main' }])

    const done = await refresh()
    expect(done.outputs).toMatchObject({ updated: '0', 'pull-request-url': '' })
    expect(upstream.github.history.pulls.get(7)?.state).toBe('closed')
  }, 60_000)
})
