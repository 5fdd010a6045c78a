import { afterEach, beforeEach, describe, expect, test } from '@jest/globals'
import type { Destination } from '../../../src/commands/refresh/destination'
import type { FoundUpdate } from '../../../src/commands/refresh/found-update'
import { ReleaseHistory } from '../../../src/commands/refresh/release-history'
import { writeUpdates } from '../../../src/commands/refresh/write-updates'
import type { Context } from '../../../src/github/context'
import type { GitHub } from '../../../src/github/octokit'
import { parseImages, type PinnedImage } from '../../../src/images/images-yaml'
import { openFake } from '../../../testkit/github/runtime'
import { FakeGitHub } from '../../../testkit/github/server'

const digest = (character: string): string => `sha256:${character.repeat(64)}`
const TEXT = ['web', 'worker']
  .map((name) => `  ${name}:\n    source: ghcr.io/acme/${name}:1.0.0@${digest('a')}\n    follow: '1'\n`)
  .reduce((text, entry) => text + entry, 'images:\n')
const IMAGES = parseImages(TEXT, 'images.yaml')

let fake: FakeGitHub
beforeEach(async () => {
  fake = await FakeGitHub.start()
  fake.commit('main', { 'images.yaml': TEXT })
})
afterEach(() => fake.stop())

function updateOf(image: PinnedImage | undefined, kind: FoundUpdate['kind']): FoundUpdate {
  if (image === undefined) throw new Error('no such image')
  return {
    ...{ image, tag: '1.1.0', digest: digest('b'), kind, ageMs: 1, minAgeMs: 0 },
    ...{ size: 1, source: undefined, oldSize: 1, version: '1.1.0', fromVersion: '1.0.0' },
    ...{ isSecurity: false, signature: { kind: 'none' }, missingPlatforms: [] },
    evidence: { kind: 'unknown-publisher', publishedMs: undefined },
  }
}

/** GitHub's API whose requests to a path fail with an error that is not GitHub's. */
async function githubFailingAt(path: string): Promise<GitHub> {
  const github = await openFake(fake)
  const request = (route: string, parameters?: Record<string, unknown>): unknown =>
    route.includes(path)
      ? Promise.reject(new TypeError('boom'))
      : (github.octokit.request as (...args: unknown[]) => unknown)(route, parameters)
  return {
    ...github,
    octokit: Object.assign(Object.create(github.octokit), { request }) as GitHub['octokit'],
  }
}

function write(github: GitHub, deployWorkflow: string | undefined, selected: readonly FoundUpdate[]) {
  const context = {
    sha: fake.history.branchHead('main') ?? '',
    runUrl: 'https://github.com/acme/langfuse/actions/runs/1',
    serverUrl: 'https://github.com',
    repository: { owner: fake.state.owner, name: fake.state.repo, id: '1' },
  } as Context
  const destination: Destination = {
    github,
    context,
    base: 'main',
    branch: 'langfuse-deploy/refresh',
    deployWorkflow,
  }
  return writeUpdates(
    { selected, notes: [] },
    {
      inputs: { images: 'images.yaml', mode: 'direct', only: [] },
      text: TEXT,
      workspace: process.cwd(),
      findings: { checks: [], history: new ReleaseHistory(undefined), runUrl: context.runUrl },
      destination,
    },
  )
}

describe('a direct commit is reported', () => {
  test('if its deployment cannot be started for an unexpected reason', async () => {
    const github = await githubFailingAt('/dispatches')
    const written = await write(github, 'deploy.yml', [updateOf(IMAGES[0], 'newer')])
    const commit = fake.history.branchHead('main') ?? ''
    expect(written.commit).toBe(commit)
    expect(written.message).toContain(`Committed [${commit.slice(0, 7)}]`)
    expect(written.failure).toEqual({
      reason: 'internal-error',
      message: `main has commit ${commit.slice(0, 7)}, and deploy.yml was not started. Start it by hand. boom`,
    })
  })

  test('if the other updates cannot be proposed for an unexpected reason', async () => {
    const github = await githubFailingAt('POST /repos/{owner}/{repo}/pulls')
    const written = await write(github, 'deploy.yml', [
      updateOf(IMAGES[0], 'newer'),
      updateOf(IMAGES[1], 'retagged'),
    ])
    expect(written.commit).toBe(fake.history.branchHead('main'))
    expect(written.message).toMatch(/^Committed .* Started `deploy\.yml` to deploy it\.\n\n❌ `boom`$/)
    expect(written.failure).toEqual({ reason: 'internal-error', message: 'boom' })
  })
})
