import { afterEach, describe, expect, test } from '@jest/globals'
import { Langfuse } from '../../src/langfuse/client'
import { VerificationFailed, type Component } from '../../src/langfuse/error'
import { waitUntilHealthy } from '../../src/langfuse/health'
import { causesOf } from '../../src/langfuse/likely-causes'
import { findProject } from '../../src/langfuse/project'
import { waitUntilReadable } from '../../src/langfuse/read-trace'
import { createTrace, sendTrace } from '../../src/langfuse/trace'
import { createTransport } from '../../src/langfuse/transport'
import { FakeLangfuse, type LangfuseFaults } from '../../testkit/langfuse/server'
import { observedRuntime } from '../../testkit/runner/runtime'

const closing: (() => Promise<unknown>)[] = []
afterEach(() => Promise.all(closing.splice(0).map((close) => close())))

/** Runs the steps of a verification with requests that time out after 300 ms. */
async function causesWith(faults: LangfuseFaults): Promise<VerificationFailed> {
  const server = await FakeLangfuse.start({ faults })
  const runtime = observedRuntime()
  closing.push(
    () => server.stop(),
    () => runtime.http.close(),
  )
  const pollOptions = {
    clock: runtime.clock,
    limitMs: 1500,
    interruption: runtime.interruption,
    onWait: (): void => undefined,
  }
  const langfuse = new Langfuse(new URL(server.url), createTransport(runtime, 300))
  const options = { version: '3.225.11', pollOptions }
  try {
    await waitUntilHealthy(langfuse, undefined, pollOptions)
    const project = langfuse.withKeys(server.keys)
    await findProject(project, pollOptions)
    const trace = createTrace(Buffer.alloc(24, 1), new Date())
    await sendTrace(project, trace, options)
    await waitUntilReadable(project, trace, options)
  } catch (error) {
    if (error instanceof VerificationFailed) return error
    throw error
  }
  throw new Error('the verification passed')
}

describe('a request that times out', () => {
  test.each<[string, LangfuseFaults, VerificationFailed['step'], readonly Component[]]>([
    ['the health check', { silentPaths: ['/api/public/health'] }, 'health', ['address', 'web']],
    [
      'everything with API keys, as without Redis',
      { redisDown: true },
      'keys',
      ['Redis', 'PostgreSQL', 'web'],
    ],
    ['the trace', { silentPaths: ['/api/public/otel'] }, 'send', ['Redis', 'S3', 'web']],
    ['the read', { silentPaths: ['/api/public/traces'] }, 'read', ['ClickHouse', 'web']],
  ])('%s', async (_, faults, step, likelyCauses) => {
    expect(await causesWith(faults)).toMatchObject({ step, likelyCauses })
  })
})

describe('a message that names a component', () => {
  const defaults: readonly Component[] = ['web']

  test.each<[string, readonly Component[]]>([
    ["ReplyError: OOM command not allowed when used memory > 'maxmemory'.", ['Redis']],
    ['WRONGPASS invalid username-password pair or user is disabled.', ['Redis']],
    ['Failed to upload JSON to S3', ['S3']],
    ['The specified bucket does not exist', ['S3']],
    ['connect ECONNREFUSED 10.0.0.5:8123', ['ClickHouse']],
    ['Authentication failed: password is incorrect, or there is no user: user_script:505.', ['ClickHouse']],
    ["Code: 60. DB::Exception: Table default.traces doesn't exist in the database", ['ClickHouse']],
    ["PrismaClientInitializationError: Can't reach the server", ['PostgreSQL']],
    ['Database not available', ['PostgreSQL']],
    ['An unknown error occurred', defaults],
  ])('%s', (message, causes) => {
    expect(causesOf(message, defaults)).toEqual(causes)
  })
})
