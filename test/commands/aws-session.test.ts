import { afterEach, beforeEach, describe, expect, test } from '@jest/globals'
import { openSession } from '../../src/commands/aws-session'
import { observedAws } from '../../testkit/aws/runtime'
import { FakeAws } from '../../testkit/aws/server'
import { mirrorInputs, type ObservedRuntime, observedRuntime } from '../../testkit/runner/runtime'

const ROLE = 'arn:aws:iam::123456789012:role/deploy'
const RUN = { GITHUB_REPOSITORY: 'acme/langfuse', GITHUB_RUN_ID: '42', GITHUB_RUN_ATTEMPT: '2' }

describe('openSession', () => {
  let aws: FakeAws
  let runtime: ObservedRuntime

  beforeEach(async () => {
    aws = await FakeAws.start()
    runtime = observedRuntime({
      env: { ...aws.env, ...RUN },
      idToken: async (audience) => observedAws(aws).idToken(audience),
    })
  })
  afterEach(() => aws.stop())

  test.each([
    [{ 'role-session-name': 'deploy@langfuse' }, 'deploy@langfuse'],
    [{}, 'acme-langfuse-42-2'],
  ])('assumes the role with %j as session %s', async (given, sessionName) => {
    const { aws: inputs } = mirrorInputs({ 'role-to-assume': ROLE, ...given })
    await openSession(inputs, aws.env['AWS_REGION'] ?? 'eu-central-1', runtime)
    expect(aws.inputsOf('AssumeRoleWithWebIdentity')).toEqual([
      expect.objectContaining({ RoleArn: ROLE, RoleSessionName: sessionName }),
    ])
    expect(runtime.lines).toContain(`Assumed ${ROLE} as ${sessionName}`)
  })

  test('renews the credentials by the wall clock, not by the monotonic clock', async () => {
    const hour = 3_600_000
    let nowMs = Date.now()
    const clock = { ...runtime.clock, now: () => 0, wallClockMs: () => nowMs }
    const { aws: inputs } = mirrorInputs({ 'role-to-assume': ROLE })
    const session = await openSession(inputs, 'eu-central-1', { ...runtime, clock })
    const first = await session.credentials?.()
    nowMs += hour
    expect(await session.credentials?.()).not.toEqual(first)
    expect(aws.inputsOf('AssumeRoleWithWebIdentity')).toHaveLength(2)
  })

  test('requires a region', async () => {
    const { aws: inputs } = mirrorInputs({ 'role-to-assume': ROLE })
    await expect(openSession(inputs, undefined, runtime)).rejects.toMatchObject({
      name: 'InvalidInput',
      message: 'aws-region: is required, as in eu-central-1; AWS_REGION and AWS_DEFAULT_REGION are not set',
    })
    expect(aws.requests).toEqual([])
  })
})
