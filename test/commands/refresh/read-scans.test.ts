import { afterEach, beforeEach, expect, test } from '@jest/globals'
import { FakeEcr } from '../../../testkit/aws/ecr'
import { ecrRequests, unrecordedRequests } from '../../stack/calls/small-roles'
import { putImage } from '../../../testkit/registry/push'
import { Upstream, version } from '../../../testkit/registry/upstream'

let upstream: Upstream
let ecr: FakeEcr
const [old, fresh] = [version('old', { days: 30 }), version('new')]
const armOf = ({ children }: typeof old): string => children[1]?.descriptor.digest ?? ''

beforeEach(async () => {
  upstream = await Upstream.start()
  ecr = await FakeEcr.start({ repositories: ['langfuse/web'], roleArn: ROLE })
  upstream.release('langfuse/langfuse', ['v3.10.0', 'v3.9.0'])
  const source = upstream.publish('langfuse/langfuse', '3.9.0', old)
  upstream.publish('langfuse/langfuse', '3.10.0', fresh)
  upstream.commit(`images:\n  web:\n    source: ${source}\n    follow: '3'\n`)
  putImage(ecr.registry, 'langfuse/web', '3.9.0', old)
  ecr.aws.scans.set(armOf(old), scan({ CRITICAL: 3, HIGH: 1 }))
})
afterEach(() => Promise.all([upstream.stop(), ecr.stop()]))

const scan = (findingSeverityCounts: Record<string, number>) => ({
  imageScanStatus: { status: 'COMPLETE' },
  imageScanFindings: { findingSeverityCounts },
})
const ROLE = 'arn:aws:iam::123456789012:role/mirror'
async function idToken(audience: string): Promise<string> {
  const headers = { authorization: `Bearer ${ecr.aws.idTokenRequestToken}` }
  const response = await fetch(`${ecr.aws.idTokenUrl}&audience=${audience}`, { headers })
  return ((await response.json()) as { value: string }).value
}
const refresh = (inputs: Record<string, string> = {}) =>
  upstream.refresh(
    { 'scan-findings': 'true', 'aws-region': 'eu-central-1', 'role-to-assume': ROLE, ...inputs },
    { env: { ...ecr.aws.env, GITHUB_RUN_ID: '42' }, idToken },
  )
const body = (): string => [...upstream.github.history.pulls.values()][0]?.body ?? ''

test('findings of the pinned and the proposed image are in the pull request and the summary', async () => {
  const { summary } = await refresh()
  const line = '- **web**: `3.9.0` has 3 critical, 1 high; `3.10.0` has no result: `not in ECR`'
  expect(summary).toContain(line)
  expect(body()).toContain(`### Scan findings of Amazon ECR\n\n${line}`)

  putImage(ecr.registry, 'langfuse/web', '3.10.0', fresh)
  ecr.aws.scans.set(armOf(fresh), scan({ HIGH: 1 }))
  await refresh()
  expect(body()).toContain('`3.10.0` has 1 high: **fixes 3 critical**')
  // test/stack/deploy-policies.test.ts checks the role against the record.
  expect(unrecordedRequests('langfuse-refresh', ecrRequests(ecr))).toEqual([])
})

test('an error is named and fails nothing', async () => {
  ecr.aws.fail('BatchGetImage', 'denied')
  const { failure, summary } = await refresh()
  expect(failure).toBeUndefined()
  expect(summary).toContain('has no result: `the role lacks ecr:BatchGetImage`')
})

test('a role that cannot be assumed is named and fails nothing', async () => {
  const { failure, summary } = await refresh({ 'role-to-assume': 'arn:aws:iam::123456789012:role/other' })
  expect(failure).toBeUndefined()
  expect(summary).toContain('role/other was not assumed')
})

test('without the input, no AWS API is called', async () => {
  const { summary } = await refresh({ 'scan-findings': 'false', 'role-to-assume': '' })
  expect(summary).not.toContain('Scan findings')
  expect(ecr.aws.requests).toEqual([])
})
