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
  failure: undefined,
  logGroups: {},
}

const NOTHING = { version: undefined, healthySeconds: undefined, project: undefined, traceId: undefined }
const failed = { ...works, readableSeconds: undefined }
const logGroups = { web: '/langfuse/web', worker: '/langfuse/worker', clickhouse: '/langfuse/clickhouse' }

const CASES: readonly (readonly [fixture: string, VerifyReport])[] = [
  ['verify-works', works],
  [
    'verify-without-a-pin',
    { ...works, stack: undefined, expected: undefined, notRemoved: 'answered 403: Access denied' },
  ],
  [
    'verify-not-healthy',
    {
      ...failed,
      ...NOTHING,
      failure: {
        stage: 'health',
        suspects: ['address', 'web'],
        message:
          'Langfuse at https://langfuse.example.com was not ready within 300 s: /api/public/health answered 503: a web page, which something else than the API has sent',
      },
      logGroups,
    },
  ],
  [
    'verify-wrong-version',
    {
      ...failed,
      ...NOTHING,
      failure: {
        stage: 'version',
        suspects: ['web'],
        message:
          'Langfuse at https://langfuse.example.com answers as 3.224.0, and 3.225.11 is what is pinned: after 300 s no task of that version had taken over',
      },
    },
  ],
  [
    'verify-keys-refused',
    {
      ...failed,
      project: undefined,
      failure: {
        stage: 'keys',
        suspects: ['keys'],
        message: 'Langfuse refused the API keys: Invalid credentials',
      },
    },
  ],
  [
    'verify-trace-refused',
    {
      ...failed,
      failure: {
        stage: 'send',
        suspects: ['S3', 'Redis', 'web'],
        message:
          '/api/public/otel/v1/traces answered 500: <script>alert(1)</script> @everyone [x](javascript:y) | `z`',
      },
      logGroups,
    },
  ],
  [
    'verify-trace-lost',
    {
      ...failed,
      failure: {
        stage: 'read',
        suspects: ['worker', 'ClickHouse', 'S3', 'Redis'],
        message:
          'Langfuse took the trace 5b8efff798038103d269b633813fc60c, but 300 s later it cannot be found',
      },
      logGroups,
    },
  ],
]

describe('the summary', () => {
  test.each(CASES)('%s', (name, report) => {
    const rendered = renderVerify(report)
    expect(rendered).toBe(fixture(`summaries/${name}`, rendered))
  })

  test('names every part that can be at fault, and how to look', () => {
    const suspects = ['address', 'web', 'worker', 'ClickHouse', 'PostgreSQL', 'Redis', 'S3', 'keys'] as const
    const text = renderVerify({ ...failed, failure: { stage: 'read', suspects, message: 'lost' } })
    expect(text.match(/^- \*\*.+\*\*: .{40,}$/gm)).toHaveLength(suspects.length)
  })

  test('keeps a link a link, whatever the project is called', () => {
    const project = { name: 'a](https://evil.test) <b>', url: 'https://langfuse.example.com/project/a)b' }
    const text = renderVerify({ ...works, project })
    expect(text).toContain('](https://langfuse.example.com/project/a%29b)')
    expect(text).not.toContain('a](https://evil.test)')
  })
})

test('the line of the log has both times', () => {
  expect(verifySentence(works)).toBe(
    'Langfuse 3.225.11 was ready after 4.2 s; the trace was readable after 6.1 s',
  )
})
