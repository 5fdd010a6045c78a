import { afterEach, describe, expect, test } from '@jest/globals'
import { createTransport } from '../../../src/langfuse/transport'
import { verify } from '../../../src/commands/verify/verify'
import type { Outcome } from '../../../src/commands/outcome'
import { selfSigned } from '../../../testkit/network/certificate'
import { ConnectProxy } from '../../../testkit/network/connect-proxy'
import { FakeLangfuse, type LangfuseFaults, type LangfuseOptions } from '../../../testkit/langfuse/server'
import {
  inputsOf,
  type ObservedRuntime,
  observedRuntime,
  type RuntimeChanges,
} from '../../../testkit/runner/runtime'

const PINNED = (tag: string): string =>
  `images:\n  langfuse-web:\n    source: docker.io/langfuse/langfuse:${tag}@sha256:${'a1'.repeat(32)}\n`

/** A clock that advances only while the program waits. */
class Hours {
  nowMs = 1_000_000
  readonly now = (): number => this.nowMs
  readonly sleep = (ms: number): Promise<void> => {
    this.nowMs += ms
    return new Promise((resolve) => setImmediate(resolve))
  }
  readonly wallClockMs = (): number => this.nowMs
  readonly random = (): number => 0.5
}

interface Verification extends Outcome {
  readonly runtime: ObservedRuntime
  readonly langfuse: FakeLangfuse
  readonly hours: Hours
}

/** Longer than the stand-in's queue needs for a deletion. */
const DELETION_MS = 60_000

const servers: { stop(): Promise<void> }[] = []
afterEach(() => Promise.all(servers.splice(0).map((server) => server.stop())))

interface Case extends LangfuseOptions {
  readonly inputs?: Record<string, string>
  readonly changes?: RuntimeChanges
  /** Tag in images.yaml; the version itself if absent. */
  readonly tag?: string
}

async function verified({ inputs, changes, tag, ...options }: Case = {}): Promise<Verification> {
  const hours = new Hours()
  const langfuse = await FakeLangfuse.start({ now: hours.now, ...options })
  servers.push(langfuse)
  const images = PINNED(tag ?? options.version ?? '3.225.11')
  const runtime = observedRuntime({ images, clock: hours, ...changes })
  const { publicKey, secretKey } = langfuse.keys
  const given = { url: langfuse.url, 'public-key': publicKey, 'secret-key': secretKey, ...inputs }
  try {
    return { ...(await verify(inputsOf('verify', given), runtime)), runtime, langfuse, hours }
  } finally {
    await runtime.http.close()
    hours.nowMs += DELETION_MS
  }
}

const failing = (faults: LangfuseFaults, options: Case = {}): Promise<Verification> =>
  verified({ ...options, faults, inputs: { timeout: '30', ...options.inputs } })

const reads = ({ langfuse }: Verification): string[] =>
  langfuse.requests
    .filter(({ method, path }) => method === 'GET' && /traces\/|observations/.test(path))
    .map(({ path }) => path.replace(/[0-9a-f]{32}/, '<id>').replace(/\?.*/, ''))

describe.each([
  ['3.225.11', undefined, '/api/public/traces/<id>'],
  ['4.16.0', 'events_only', '/api/public/v2/observations'],
  ['4.16.0', 'dual', '/api/public/v2/observations'],
] as const)('Langfuse %s (%s)', (version, mode, path) => {
  const langfuse = { version, ...(mode && { mode }), readableAfterMs: 4000 }

  test('is verified: a generation is sent, read back and deleted', async () => {
    const done = await verified(langfuse)
    expect(done.failure).toBeUndefined()
    expect(done.warnings).toEqual([])
    expect(done.outputs).toMatchObject({
      version,
      'healthy-after': '0.0',
      'project-url': `${done.langfuse.url}/project/project-1`,
    })
    expect(Number(done.outputs['readable-after'])).toBeGreaterThanOrEqual(4)
    expect(Number(done.outputs['readable-after'])).toBeLessThan(8)
    expect(new Set(reads(done))).toEqual(new Set([path]))
    expect(done.langfuse.spans.size).toBe(0)
    expect(done.summary).toContain(`## ✅ Langfuse ${version} is ready, and a trace was read back`)
    expect(done.runtime.lines.join('\n')).toContain('the trace was readable after')
  })

  test('that loses the token usage fails', async () => {
    const { failure } = await failing({ droppedFields: ['usageDetails'] }, langfuse)
    expect(failure).toMatchObject({ reason: 'trace-not-found' })
    expect(failure?.message).toContain('it lacks its token usage')
  })
})

test('Langfuse 4 in legacy mode is read with the API of v3', async () => {
  const done = await verified({ version: '4.16.0', mode: 'legacy' })
  expect(done.failure).toBeUndefined()
  expect(reads(done)).toEqual(['/api/public/v2/observations', '/api/public/traces/<id>'])
})

describe('verify waits', () => {
  test('while the load balancer has no healthy target, and sends no key before Langfuse is ready', async () => {
    const done = await verified({ faults: { startsAfterMs: 20_000, readyAfterMs: 40_000 } })
    expect(done.failure).toBeUndefined()
    expect(Number(done.outputs['healthy-after'])).toBeGreaterThanOrEqual(40)
    const early = done.langfuse.requests.slice(0, -1).filter(({ path }) => /health|ready/.test(path))
    expect(early.every(({ headers }) => headers.authorization === undefined)).toBe(true)
    const ready = done.langfuse.requests.findIndex(
      ({ path, status }) => path.endsWith('/ready') && status === 200,
    )
    const keyed = done.langfuse.requests.findIndex(({ headers }) => headers.authorization !== undefined)
    expect(keyed).toBeGreaterThan(ready)
    expect(done.runtime.lines.filter((line) => line.startsWith('Waiting: '))).toHaveLength(2)
  })

  test('while tasks of the old version answer', async () => {
    const faults = { oldVersion: { version: '3.224.0', untilMs: 15_000 } }
    const done = await verified({ faults })
    expect(done.failure).toBeUndefined()
    expect(done.outputs['version']).toBe('3.225.11')
    expect(done.runtime.lines).toContain('Waiting: Langfuse answers as 3.224.0, not yet as 3.225.11')
  })

  test('until the run is cancelled, and then deletes the trace', async () => {
    const cancelled = new AbortController()
    const hours = new Hours()
    const clock = {
      now: hours.now,
      wallClockMs: hours.now,
      random: hours.random,
      sleep: (ms: number) => {
        cancelled.abort()
        return hours.sleep(ms)
      },
    }
    const changes = { clock, interruption: cancelled.signal }
    const done = await verified({ now: hours.now, readableAfterMs: 9000, changes })
    expect(done.failure?.reason).toBe('cancelled')
    expect(done.summary).toMatch(
      /^## ⚠️ Cancelled\n\n- .*The trace [0-9a-f]{32} was sent and deleted again\\\. It may still appear/,
    )
    hours.nowMs += DELETION_MS
    expect((servers[0] as FakeLangfuse).spans.size).toBe(0)
  })
})

describe('a failure names the step, the likely cause and the next step', () => {
  test.each<[string, LangfuseFaults, string, RegExp, string]>([
    [
      'never starts',
      { startsAfterMs: 1e9 },
      'unhealthy',
      /was not ready within 30 s: .*health answered 503: an HTML page/,
      'network path',
    ],
    ['never gets ready', { readyAfterMs: 1e9 }, 'unhealthy', /ready answered 500: SIGTERM/, 'web'],
    [
      'has no database',
      { databaseDown: true },
      'unhealthy',
      /was not ready within 30 s: .*health answered 503: Database not available/,
      'PostgreSQL',
    ],
    ['is another page', { page: true }, 'unhealthy', /answered 200: an HTML page/, 'network path'],
    [
      'redirects',
      { redirectsTo: 'https://langfuse.example.com' },
      'unhealthy',
      /a redirect to https:\/\/langfuse\.example\.com\/api\/public\/health\. Set the input url to https:\/\/langfuse\.example\.com/,
      'network path',
    ],
    [
      'stays at the old version',
      { oldVersion: { version: '3.224.0', untilMs: 1e9 } },
      'wrong-version',
      /answers as 3\.224\.0 after 30 s; the pinned version is 3\.225\.11/,
      'web',
    ],
    [
      'does not know the keys',
      { keysAfterMs: 1e9 },
      'invalid-api-keys',
      /rejected the API keys: Invalid credentials/,
      'API keys',
    ],
    [
      'cannot look the keys up',
      { projectsStatus: 500 },
      'invalid-api-keys',
      /could not be checked/,
      'PostgreSQL',
    ],
    [
      'answers 207 with errors',
      { errors: [{ id: '1', status: 400, message: 'not accepted', error: 'in events_only mode' }] },
      'ingestion-rejected',
      /answered 207, but rejected the trace: 400 not accepted, in events_only mode/,
      'S3',
    ],
    [
      'rejects spans',
      { rejectedSpans: 'quota exceeded' },
      'ingestion-rejected',
      /answered 200, but rejected the trace: quota exceeded/,
      'S3',
    ],
    [
      'cannot store the trace',
      { failedSends: { status: 500, times: 1e9, message: 'Failed to upload to S3' } },
      'ingestion-rejected',
      /could not accept a trace: .*500: Internal Server Error, Failed to upload to S3/,
      'S3',
    ],
    [
      'has no storage',
      { errors: [{ status: 500, message: 'Failed to upload JSON to S3' }] },
      'ingestion-rejected',
      /Failed to upload JSON to S3\. Likely causes: S3\. The/,
      'S3',
    ],
    [
      'has a full queue',
      {
        failedSends: {
          status: 500,
          times: 1e9,
          message: "OOM command not allowed when used memory > 'maxmemory'.",
        },
      },
      'ingestion-rejected',
      /'maxmemory'\. Likely causes: Redis\. The/,
      'Redis',
    ],
    [
      'never shows the trace',
      { neverReadable: true },
      'trace-not-found',
      /it cannot be found after 30 s/,
      'worker',
    ],
    [
      'cannot read',
      { readStatus: 422 },
      'trace-not-found',
      /cannot be read \(the API answered 422: Request is/,
      'ClickHouse',
    ],
    [
      'has no ClickHouse',
      { clickHouseDown: true },
      'trace-not-found',
      /cannot be read \(the API answered 500: Internal Server Error, connect ECONNREFUSED/,
      'ClickHouse',
    ],
    [
      'garbles the input',
      { droppedFields: ['input', 'model'] },
      'trace-not-found',
      /it lacks its model, input/,
      'worker',
    ],
  ])('of a Langfuse that %s', async (_, faults, reason, message, part) => {
    const { failure, summary } = await failing(faults)
    expect(failure?.reason).toBe(reason)
    expect(failure?.message).toMatch(message)
    expect(failure?.message).toContain(`Likely causes: ${part}`)
    expect(summary).toContain(`**${part}**: `)
    expect(summary).toContain('❌')
  })

  test('an invalid certificate is a fault of the network path alone', async () => {
    const langfuse = await FakeLangfuse.start({ certificate: selfSigned('DNS:langfuse.test') })
    servers.push(langfuse)
    const url = langfuse.url.replace('http:', 'https:')
    const { failure } = await verified({ inputs: { url, timeout: '1' } })
    expect(failure?.message).toContain('its TLS certificate is self-signed')
    expect(failure?.message).toContain('Likely causes: network path. ')
  })

  test('also if nothing listens', async () => {
    const { failure } = await verified({ inputs: { url: 'http://127.0.0.1:1', timeout: '2' } })
    expect(failure?.message).toContain('nothing listens at this address (ECONNREFUSED)')
  })

  test('also if nothing answers', async () => {
    const langfuse = await FakeLangfuse.start({ faults: { slowMs: 2000 } })
    servers.push(langfuse)
    const runtime = observedRuntime()
    const asked = createTransport(runtime, 50)({ method: 'GET', url: new URL(langfuse.url), headers: {} })
    await expect(asked.finally(() => runtime.http.close())).rejects.toMatchObject({
      name: 'NoResponse',
      message: `GET 127.0.0.1:${langfuse.port}/: no data for 0.05 s`,
    })
  })
})

test('a slow Langfuse is verified', async () => {
  expect((await verified({ faults: { slowMs: 600 } })).failure).toBeUndefined()
})

test('rejected keys are not sent again, because Langfuse caches the rejection', async () => {
  const { langfuse } = await failing({ keysAfterMs: 10 })
  expect(langfuse.requests.filter(({ headers }) => headers.authorization !== undefined)).toHaveLength(1)
})

test('a trace that was rejected for a transient reason is sent again with the same id', async () => {
  const done = await verified({ faults: { failedSends: { status: 503, times: 2, message: 'slow down' } } })
  expect(done.failure).toBeUndefined()
  expect(done.langfuse.requests.filter(({ method }) => method === 'POST')).toHaveLength(3)
  expect(done.langfuse.spans.size).toBe(0)
})

test('a trace that cannot be deleted is a warning with its id', async () => {
  const { failure, warnings, summary } = await verified({ faults: { deleteStatus: 403 } })
  expect(failure).toBeUndefined()
  expect(warnings).toEqual([
    expect.stringMatching(/^The trace [0-9a-f]{32} could not be deleted: answered 403: Access denied$/),
  ])
  expect(summary).toContain('Delete it manually')
})

test('a trace that never appeared is deleted too, and may appear later', async () => {
  const { langfuse, summary } = await failing({ neverReadable: true })
  expect(langfuse.requests.at(-1)).toMatchObject({ method: 'DELETE', status: 200 })
  expect(summary).toMatch(/> The trace `[0-9a-f]{32}` may still appear in the project/)
})

test('a trace without an answer may appear later, a rejected one cannot', async () => {
  const unanswered = await failing({ failedSends: { status: 502, times: 1e9, message: 'bad gateway' } })
  expect(unanswered.summary).toContain('may still appear in the project')
  expect(unanswered.langfuse.requests.at(-1)).toMatchObject({ method: 'DELETE', status: 200 })
  const rejected = await failing({ failedSends: { status: 400, times: 1e9, message: 'invalid' } })
  expect(rejected.summary).not.toContain('may still appear')
  expect(rejected.langfuse.requests.at(-1)).toMatchObject({ method: 'POST', status: 400 })
})

test('a deletion that fails for a transient reason is repeated', async () => {
  const { warnings, langfuse } = await verified({ faults: { failedDeletes: { status: 503, times: 2 } } })
  expect(warnings).toEqual([])
  expect(langfuse.requests.filter(({ method }) => method === 'DELETE')).toHaveLength(3)
  expect(langfuse.spans.size).toBe(0)
})

describe('the version', () => {
  test.each(['3', '3.225', '3.225.11', 'v3.225.11'])('%s matches the version that answers', async (tag) => {
    expect((await verified({ tag })).failure).toBeUndefined()
  })

  test('is not compared if the tag is no version, with a warning', async () => {
    const { failure, warnings, summary } = await verified({ tag: 'latest' })
    expect(failure).toBeUndefined()
    expect(warnings).toEqual([expect.stringContaining('The version was not compared')])
    expect(summary).toContain('not checked (no version is pinned)')
  })
})

describe('a secret', () => {
  test('is masked before the first request', async () => {
    const { runtime, langfuse } = await verified()
    const { publicKey, secretKey } = langfuse.keys
    const basic = Buffer.from(`${publicKey}:${secretKey}`).toString('base64')
    expect(runtime.secrets).toEqual(expect.arrayContaining([secretKey, basic]))
  })

  test('is sent through the proxy to the deployment', async () => {
    const certificate = selfSigned('DNS:langfuse.test')
    const langfuse = await FakeLangfuse.start({ certificate })
    const proxy = await ConnectProxy.start(langfuse.port)
    servers.push(langfuse, proxy)
    const runtime = observedRuntime({
      images: PINNED('3.225.11'),
      httpOptions: {
        ca: certificate.cert,
        proxyUrl: () => `http://127.0.0.1:${proxy.port}`,
        idleTimeoutMs: 5000,
      },
    })
    const { publicKey, secretKey } = langfuse.keys
    const given = { url: 'https://langfuse.test', 'public-key': publicKey, 'secret-key': secretKey }
    const { failure } = await verify(inputsOf('verify', given), runtime).finally(() => runtime.http.close())
    expect(failure).toBeUndefined()
    expect(new Set(proxy.tunnels)).toEqual(new Set(['langfuse.test:443']))
  })
})
