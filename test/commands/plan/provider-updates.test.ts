import { afterEach, beforeEach, expect, test } from '@jest/globals'
import { findProviderUpdates } from '../../../src/commands/plan/provider-updates'
import { readContext } from '../../../src/github/context'
import type { GitHub } from '../../../src/github/octokit'
import type { ProviderUpdate } from '../../../src/plan/setting'
import { pullRequestEvent, pushEvent } from '../../../testkit/github/event'
import { serverError } from '../../../testkit/github/faults'
import { openFake } from '../../../testkit/github/runtime'
import { FakeGitHub } from '../../../testkit/github/server'
import { lockedProviders } from '../../../src/terraform/settings'

const lock = (versions: Readonly<Record<string, string>>): string =>
  Object.entries(versions)
    .map(
      ([provider, version]) =>
        `provider "registry.terraform.io/hashicorp/${provider}" {\n  version     = "${version}"\n  constraints = ">= 1.0"\n  hashes = [\n    "h1:x",\n  ]\n}\n`,
    )
    .join('\n')

let fake: FakeGitHub
let github: GitHub
beforeEach(async () => {
  fake = await FakeGitHub.start()
  github = await openFake(fake)
})
afterEach(() => fake.stop())

async function find(
  current: Readonly<Record<string, string>>,
  { event = pullRequestEvent(), directory = 'terraform/langfuse' } = {},
): Promise<readonly ProviderUpdate[]> {
  const read = (): Promise<string> => Promise.resolve(JSON.stringify(event.payload))
  const context = await readContext(event.env, read)
  const settings = [{ name: 'provider.aws', content: 'x' }, ...lockedProviders(lock(current))]
  return findProviderUpdates(settings, { context, github, directory, workspace: '/work' })
}

test('provider versions are compared with the lock file of the base branch', async () => {
  const before = lock({ aws: '5.99.0', tls: '4.0.5' })
  fake.commit('main', { 'terraform/langfuse/.terraform.lock.hcl': before })
  const provider = 'registry.terraform.io/hashicorp/aws'
  const added = { provider: 'registry.terraform.io/hashicorp/random', from: undefined, to: '3.7.2' }
  expect(await find({ aws: '5.100.0', random: '3.7.2', tls: '4.0.5' })).toEqual([
    { provider, from: '5.99.0', to: '5.100.0' },
    added,
  ])
  expect(await find({ aws: '5.99.0' }, { directory: '/work/terraform/langfuse/' })).toEqual([])
})

test.each([
  ['the base branch has no lock file', {}],
  ['the run is not for a pull request', { event: pushEvent() }],
  ['the root is outside of the checkout', { directory: '/elsewhere' }],
])('nothing is known if %s', async (_, options) => {
  if ('event' in options)
    fake.commit('main', { 'terraform/langfuse/.terraform.lock.hcl': lock({ aws: '5.99.0' }) })
  expect(await find({ aws: '5.100.0' }, options)).toEqual([])
})

test('an error of GitHub does not fail the plan', async () => {
  fake.fault({}, serverError())
  expect(await find({ aws: '5.100.0' })).toEqual([])
})
