import { afterEach, describe, expect, test } from '@jest/globals'
import { exchangeOver } from '../../../src/langfuse/transport'
import { verify } from '../../../src/commands/verify/verify'
import type { Outcome } from '../../../src/commands/runtime'
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

/** A clock that only waits move. */
class Hours {
  nowMs = 1_000_000
  readonly now = (): number => this.nowMs
  readonly sleep = (ms: number): Promise<void> => {
    this.nowMs += ms
    return new Promise((resolve) => setImmediate(resolve))
  }
  readonly random = (): number => 0.5
}

interface Verification extends Outcome {
  readonly runtime: ObservedRuntime
  readonly langfuse: FakeLangfuse
  readonly hours: Hours
}

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
    expect(done.summary).toContain(`## ✅ Langfuse ${version} answers, and a trace came back`)
    expect(done.runtime.lines.join('\n')).toContain('the trace was readable after')
  })

  test('that loses the token usage is not fine', async () => {
    const { failure } = await failing({ loses: ['usageDetails'] }, langfuse)
    expect(failure).toMatchObject({ reason: 'trace-lost' })
    expect(failure?.message).toContain('it is there without its token usage')
  })
})

test('Langfuse 4 that still writes what v3 has is read by the path of v3', async () => {
  const done = await verified({ version: '4.16.0', mode: 'legacy' })
  expect(done.failure).toBeUndefined()
  expect(reads(done)).toEqual(['/api/public/v2/observations', '/api/public/traces/<id>'])
})

describe('waiting', () => {
  test('goes on while a load balancer has nothing to offer, and no key is sent before Langfuse is ready', async () => {
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

  test('goes on while tasks of the old version answer', async () => {
    const faults = { oldVersion: { version: '3.224.0', untilMs: 15_000 } }
    const done = await verified({ faults })
    expect(done.failure).toBeUndefined()
    expect(done.outputs['version']).toBe('3.225.11')
    expect(done.runtime.lines).toContain('Waiting: Langfuse answers as 3.224.0, not yet as 3.225.11')
  })

  test('ends at once when the run is cancelled, and the trace is deleted', async () => {
    const cancelled = new AbortController()
    const hours = new Hours()
    const clock = {
      now: hours.now,
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
      /^## ⚠️ Cancelled\n\n- .*The trace [0-9a-f]{32} was sent and deleted again\\\./,
    )
    expect((servers[0] as FakeLangfuse).spans.size).toBe(0)
  })
})

describe('a failure names the stage, the part and how to look', () => {
  test.each<[string, LangfuseFaults, string, RegExp, string]>([
    [
      'never starts',
      { startsAfterMs: 1e9 },
      'not-healthy',
      /was not ready within 30 s: .*health answered 503: a web page/,
      'the way there',
    ],
    ['never gets ready', { readyAfterMs: 1e9 }, 'not-healthy', /ready answered 500: SIGTERM/, 'web'],
    ['has no database', { databaseDown: true }, 'not-healthy', /Database not available/, 'PostgreSQL'],
    ['is another page', { page: true }, 'not-healthy', /answered 200: a web page/, 'the way there'],
    [
      'redirects',
      { redirectsTo: 'https://langfuse.example.com' },
      'not-healthy',
      /a redirect to https:\/\/langfuse\.example\.com\/api\/public\/health: give https:\/\/langfuse\.example\.com as url/,
      'the way there',
    ],
    [
      'stays at the old version',
      { oldVersion: { version: '3.224.0', untilMs: 1e9 } },
      'wrong-version',
      /answers as 3\.224\.0, and 3\.225\.11 is what is pinned/,
      'web',
    ],
    [
      'does not know the keys',
      { keysAfterMs: 1e9 },
      'keys-refused',
      /refused the API keys: Invalid credentials/,
      'keys',
    ],
    [
      'cannot look the keys up',
      { projectsStatus: 500 },
      'keys-refused',
      /could not be checked/,
      'PostgreSQL',
    ],
    [
      'answers 207 with errors',
      { errors: [{ id: '1', status: 400, message: 'not accepted', error: 'in events_only mode' }] },
      'trace-refused',
      /answered 207, and with it that the trace was not taken: 400 not accepted, in events_only mode/,
      'S3',
    ],
    [
      'rejects spans',
      { rejects: 'quota exceeded' },
      'trace-refused',
      /answered 200, and .*quota exceeded/,
      'S3',
    ],
    [
      'cannot store the trace',
      { sendFails: { status: 500, times: 1e9, message: 'Failed to upload to S3' } },
      'trace-refused',
      /could not take a trace: .*500: Internal Server Error, Failed to upload to S3/,
      'S3',
    ],
    [
      'never shows the trace',
      { neverReadable: true },
      'trace-lost',
      /30 s later it cannot be found/,
      'worker',
    ],
    [
      'cannot read',
      { readStatus: 422 },
      'trace-lost',
      /cannot be read: the API answered 422: Request is/,
      'ClickHouse',
    ],
    ['garbles the input', { loses: ['input', 'model'] }, 'trace-lost', /without its model, input/, 'worker'],
  ])('of a Langfuse that %s', async (_, faults, reason, message, part) => {
    const { failure, summary } = await failing(faults)
    expect(failure?.reason).toBe(reason)
    expect(failure?.message).toMatch(message)
    expect(failure?.message).toContain(`Likely at fault: ${part}`)
    expect(summary).toContain(`**${part}**: `)
    expect(summary).toContain('❌')
  })

  test('also where nothing listens', async () => {
    const { failure } = await verified({ inputs: { url: 'http://127.0.0.1:1', timeout: '2' } })
    expect(failure?.message).toContain('nothing listens there (ECONNREFUSED)')
  })

  test('also where nothing is said', async () => {
    const langfuse = await FakeLangfuse.start({ faults: { slowMs: 2000 } })
    servers.push(langfuse)
    const runtime = observedRuntime()
    const asked = exchangeOver(runtime, 50)({ method: 'GET', url: new URL(langfuse.url), headers: {} })
    await expect(asked.finally(() => runtime.http.close())).rejects.toMatchObject({
      name: 'NoAnswer',
      message: `GET 127.0.0.1:${langfuse.port}/: nothing moved for 0.05 s`,
    })
  })
})

test('a slow Langfuse is waited for', async () => {
  expect((await verified({ faults: { slowMs: 600 } })).failure).toBeUndefined()
})

test('keys that were refused once are not tried again: Langfuse remembers them', async () => {
  const { langfuse } = await failing({ keysAfterMs: 10 })
  expect(langfuse.requests.filter(({ headers }) => headers.authorization !== undefined)).toHaveLength(1)
})

test('a trace that could not be stored in passing is sent again under the same id', async () => {
  const done = await verified({ faults: { sendFails: { status: 503, times: 2, message: 'slow down' } } })
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
  expect(summary).toContain('delete it by hand')
})

test('a trace that never appeared is deleted all the same', async () => {
  const { langfuse } = await failing({ neverReadable: true })
  expect(langfuse.requests.at(-1)).toMatchObject({ method: 'DELETE', status: 200 })
})

describe('the version', () => {
  test.each(['3', '3.225', '3.225.11', 'v3.225.11'])('%s is what answers', async (tag) => {
    expect((await verified({ tag })).failure).toBeUndefined()
  })

  test('is compared with nothing where the tag tells none, which is said', async () => {
    const { failure, warnings, summary } = await verified({ tag: 'latest' })
    expect(failure).toBeUndefined()
    expect(warnings).toEqual([expect.stringContaining('The version was compared with nothing')])
    expect(summary).toContain('compared with nothing')
  })
})

describe('what is secret', () => {
  test('is masked before the first request', async () => {
    const { runtime, langfuse } = await verified()
    const { publicKey, secretKey } = langfuse.keys
    const basic = Buffer.from(`${publicKey}:${secretKey}`).toString('base64')
    expect(runtime.secrets).toEqual(expect.arrayContaining([secretKey, basic]))
  })

  test('goes through the proxy to the host that it is for', async () => {
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
