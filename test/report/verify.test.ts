import { describe, expect, test } from '@jest/globals'
import { renderVerify, type VerifyReport, verifySentence } from '../../src/report/verify'
import { fixture } from '../fixtures/fixture'

const works: VerifyReport = {
  stack: 'langfuse',
  url: 'https://langfuse.example.com',
  expected: '3.225.11',
  version: '3.225.11',
  healthySeconds: 4.23,
  project: { name: 'Production', url: 'https://langfuse.example.com/project/langfuse' },
  traceId: '5b8efff798038103d269b633813fc60c',
  readableSeconds: 6.1,
  notRemoved: undefined,
  mayAppearLater: false,
  failure: undefined,
  logGroups: {},
}

const NO_RESULTS = { version: undefined, healthySeconds: undefined, project: undefined, traceId: undefined }
const failed = { ...works, readableSeconds: undefined }
const logGroups = { web: '/langfuse/web', worker: '/langfuse/worker', clickhouse: '/langfuse/clickhouse' }

const CASES: readonly (readonly [fixture: string, VerifyReport])[] = [
  ['verify-works', works],
  [
    'verify-without-pin',
    { ...works, stack: undefined, expected: undefined, notRemoved: 'answered 403: Access denied' },
  ],
  [
    'verify-unhealthy',
    {
      ...failed,
      ...NO_RESULTS,
      failure: {
        step: 'health',
        likelyCauses: ['address', 'web'],
        message:
          "Langfuse at https://langfuse.example.com was not ready within 300 s: /api/public/health answered 503: an HTML page instead of the API's JSON (load balancer or proxy)",
      },
      logGroups,
    },
  ],
  [
    'verify-wrong-version',
    {
      ...failed,
      ...NO_RESULTS,
      failure: {
        step: 'version',
        likelyCauses: ['web'],
        message:
          'Langfuse at https://langfuse.example.com still answers as 3.224.0 after 300 s; the pinned version is 3.225.11',
      },
    },
  ],
  [
    'verify-invalid-api-keys',
    {
      ...failed,
      project: undefined,
      failure: {
        step: 'keys',
        likelyCauses: ['keys'],
        message: 'Langfuse rejected the API keys: Invalid credentials',
      },
    },
  ],
  [
    'verify-ingestion-rejected',
    {
      ...failed,
      failure: {
        step: 'send',
        likelyCauses: ['S3', 'Redis', 'web'],
        message:
          '/api/public/otel/v1/traces answered 500: <script>alert(1)</script> @everyone [x](javascript:y) | `z`',
      },
      logGroups,
    },
  ],
  [
    'verify-trace-not-found',
    {
      ...failed,
      failure: {
        step: 'read',
        likelyCauses: ['worker', 'ClickHouse', 'S3', 'Redis'],
        message:
          'Langfuse accepted the trace 5b8efff798038103d269b633813fc60c, but it cannot be found after 300 s',
      },
      logGroups,
    },
  ],
]

describe('the summary of verify', () => {
  test.each(CASES)('equals the fixture %s', (name, report) => {
    const rendered = renderVerify(report)
    expect(rendered).toBe(fixture(`summaries/${name}`, rendered))
  })

  test('names each likely cause and the next step', () => {
    const suspects = ['address', 'web', 'worker', 'ClickHouse', 'PostgreSQL', 'Redis', 'S3', 'keys'] as const
    const text = renderVerify({
      ...failed,
      failure: { step: 'read', likelyCauses: suspects, message: 'lost' },
    })
    expect(text.match(/^- \*\*.+\*\*: .{40,}$/gm)).toHaveLength(suspects.length)
  })

  test('escapes the name and URL of the project', () => {
    const project = { name: 'a](https://evil.test) <b>', url: 'https://langfuse.example.com/project/a)b' }
    const text = renderVerify({ ...works, project })
    expect(text).toContain('](https://langfuse.example.com/project/a%29b)')
    expect(text).not.toContain('a](https://evil.test)')
  })
})

test('the log line has both times', () => {
  expect(verifySentence(works)).toBe(
    'Langfuse 3.225.11 was ready after 4.2 s; the trace was readable after 6.1 s',
  )
})
