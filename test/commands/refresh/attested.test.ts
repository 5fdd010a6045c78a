import { afterEach, beforeAll, beforeEach, expect, test } from '@jest/globals'
import { gitHubError } from '../../../testkit/github/faults'
import { FakeSigstore } from '../../../testkit/github/sigstore'
import { Upstream, version } from '../../../testkit/registry/upstream'

const REPOSITORY = 'langfuse/langfuse'
const direct = { mode: 'direct', 'deploy-workflow': 'deploy.yml' }

let sigstore: FakeSigstore
beforeAll(async () => {
  sigstore = await FakeSigstore.start()
})

let upstream: Upstream
let oldDigest: string
let newDigest: string
beforeEach(async () => {
  upstream = await Upstream.start()
  upstream.release(REPOSITORY, ['v3.10.0', 'v3.9.0'])
  const source = upstream.publish(REPOSITORY, '3.9.0', version('old', { days: 30 }))
  const fresh = upstream.publish(REPOSITORY, '3.10.0', version('new'))
  oldDigest = source.split('@')[1] ?? ''
  newDigest = fresh.split('@')[1] ?? ''
  upstream.commit(`images:\n  web:\n    source: ${source}\n    follow: '3'\n`)
})
afterEach(() => upstream.stop())

const publish = (digest: string, ...bundles: readonly unknown[]) =>
  upstream.github.state.attestations.set(`${REPOSITORY}@${digest}`, bundles)
const attest = (digest: string, repository = REPOSITORY) => sigstore.attest({ digest, repository })
const refresh = (inputs = {}, loadTrust = () => Promise.resolve(sigstore.trust)) =>
  upstream.refresh(inputs, { loadTrust })
const body = (): string => [...upstream.github.history.pulls.values()][0]?.body ?? ''

test('a version with a valid attestation is confirmed, and one valid attestation is enough', async () => {
  publish(newDigest, await attest(newDigest, 'langfuse/other'), await attest(newDigest))
  await refresh()
  expect(body()).toContain('· attested |')
  expect(body()).not.toContain('not confirmed')
  expect((await refresh(direct)).outputs['commit']).not.toBe('')
})

test('a version without attestations is confirmed by its release, and no trust root is loaded', async () => {
  const loadTrust = () => Promise.reject(new Error('loaded'))
  expect((await refresh(direct, loadTrust)).outputs['commit']).not.toBe('')
})

test('other attestations, such as of an SBOM, prove nothing and refute nothing', async () => {
  const predicateType = 'https://spdx.dev/Document'
  publish(newDigest, await sigstore.attest({ digest: newDigest, repository: REPOSITORY, predicateType }))
  await refresh()
  expect(body()).not.toContain('attested')
})

test('a token that may not read attestations changes nothing', async () => {
  const answer = gitHubError(403, 'Resource not accessible by integration')
  upstream.github.fault({ path: /attestations/ }, { kind: 'answer', answer })
  expect((await refresh(direct)).outputs['commit']).not.toBe('')
})

async function expectUnconfirmed(problem: string, loadTrust?: () => Promise<typeof sigstore.trust>) {
  const { outputs, failure } = await refresh(direct, loadTrust)
  expect(failure).toBeUndefined()
  expect(outputs['commit']).toBe('')
  expect(body()).toContain(`**web \`3.10.0\` is not confirmed by its publisher: ${problem}`)
}

test('a version with an attestation of another repository is not confirmed', async () => {
  publish(newDigest, await attest(newDigest, 'langfuse/other'))
  await expectUnconfirmed(
    'the provenance attestation of langfuse/langfuse could not be verified: it was built from https://github.com/langfuse/other.**',
  )
})

test('a version without an attestation is not confirmed if the pinned one has one', async () => {
  publish(oldDigest, await attest(oldDigest))
  await expectUnconfirmed(
    'langfuse/langfuse has a provenance attestation of 3.9.0, and none of this image.**',
  )
})

test('an attestation is not trusted if the trust root cannot be loaded', async () => {
  publish(newDigest, await attest(newDigest))
  await expectUnconfirmed(
    'the provenance attestation of langfuse/langfuse could not be verified: no network.**',
    () => Promise.reject(new Error('no network')),
  )
})
