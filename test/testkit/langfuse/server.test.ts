import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import { afterEach, describe, expect, test } from '@jest/globals'
import { FakeLangfuse, type LangfuseOptions } from '../../../testkit/langfuse/server'
import { jsonOf, sendRequest, type SentRequest } from '../../../testkit/network/request'
import { basic } from '../../../testkit/registry/auth'

const TRACE = '0123456789abcdef0123456789abcdef'
const SPAN = '0123456789abcdef'
const OTHER_SPAN = 'fedcba9876543210'
const START_MS = 1_700_000_000_000
const START_NS = BigInt(START_MS) * 1_000_000n
const PATH = '/api/public/otel/v1/traces'
const JSON_TYPE = { 'content-type': 'application/json' }
const PROTOBUF = { 'content-type': 'application/x-protobuf' }
const GZIP = { 'content-encoding': 'gzip' }

const started: FakeLangfuse[] = []
afterEach(() => Promise.all(started.splice(0).map((langfuse) => langfuse.stop())))

async function start(options: LangfuseOptions = {}): Promise<FakeLangfuse> {
  const langfuse = await FakeLangfuse.start(options)
  started.push(langfuse)
  return langfuse
}

const authorizationOf = ({ keys }: FakeLangfuse): string => basic(keys.publicKey, keys.secretKey)

const send = (langfuse: FakeLangfuse, headers: Record<string, string>, body: Buffer): Promise<SentRequest> =>
  sendRequest(`${langfuse.url}${PATH}`, 'POST', {
    headers: { authorization: authorizationOf(langfuse), ...headers },
    body,
  })

const ask = (langfuse: FakeLangfuse, path: string, authorization?: string): Promise<SentRequest> =>
  sendRequest(`${langfuse.url}${path}`, 'GET', {
    headers: { authorization: authorization ?? authorizationOf(langfuse) },
  })

type Attributes = Readonly<Record<string, object>>

const text = (stringValue: string): object => ({ stringValue })

function jsonSpan(spanId: string, values: Attributes, more: object = {}): object {
  const attributes = Object.entries(values).map(([key, value]) => ({ key, value }))
  const times = { startTimeUnixNano: String(START_NS), endTimeUnixNano: String(START_NS + 1n) }
  return { traceId: TRACE, spanId, name: 'a span', ...times, attributes, ...more }
}

const jsonExport = (...spans: readonly object[]): Buffer =>
  Buffer.from(JSON.stringify({ resourceSpans: [{ scopeSpans: [{ spans }] }] }))

const CHAT: Attributes = {
  'langfuse.trace.name': text('a chat'),
  'langfuse.observation.type': text('generation'),
  'langfuse.observation.model.name': text('gpt-4.1-mini'),
  'langfuse.observation.input': text('"hello"'),
  'langfuse.observation.output': text('"good day"'),
  'langfuse.observation.usage_details': text('{"input":7,"output":9}'),
}

/** Protobuf fields: bytes, a varint below 128, and eight fixed bytes. */
const bytes = (number: number, content: Buffer | string): Buffer => {
  const { length } = Buffer.from(content)
  const size = length < 128 ? [length] : [(length & 127) | 128, length >> 7]
  return Buffer.concat([Buffer.from([(number << 3) | 2, ...size]), Buffer.from(content)])
}
const varint = (number: number, value: number): Buffer => Buffer.from([number << 3, value])
const fixed64 = (number: number, value: Buffer): Buffer =>
  Buffer.concat([Buffer.from([(number << 3) | 1]), value])

function nanoseconds(value: bigint): Buffer {
  const buffer = Buffer.alloc(8)
  buffer.writeBigUInt64LE(value)
  return buffer
}

function double(value: number): Buffer {
  const buffer = Buffer.alloc(8)
  buffer.writeDoubleLE(value)
  return buffer
}

function protobufSpan(spanId: string, attributes: Readonly<Record<string, Buffer>>): Buffer {
  return Buffer.concat([
    bytes(1, Buffer.from(TRACE, 'hex')),
    bytes(2, Buffer.from(spanId, 'hex')),
    bytes(5, 'a span'),
    varint(6, 3),
    fixed64(7, nanoseconds(START_NS)),
    fixed64(8, nanoseconds(START_NS + 1n)),
    ...Object.entries(attributes).map(([key, value]) =>
      bytes(9, Buffer.concat([bytes(1, key), bytes(2, value)])),
    ),
    // Unused flags of four bytes.
    Buffer.from([0x85, 0x01, 1, 1, 0, 0]),
  ])
}

const protobufExport = (...spans: readonly Buffer[]): Buffer => {
  const resource = bytes(1, bytes(1, Buffer.concat([bytes(1, 'service.name'), bytes(2, bytes(1, 'me'))])))
  const scope = Buffer.concat([bytes(1, bytes(1, 'a scope')), ...spans.map((span) => bytes(2, span))])
  return bytes(1, Buffer.concat([resource, bytes(2, scope)]))
}

const PROTOBUF_CHAT = {
  'gen_ai.operation.name': bytes(1, 'chat'),
  'gen_ai.request.model': bytes(1, 'gpt-4.1-mini'),
  'gen_ai.usage.input_tokens': varint(3, 7),
  'gen_ai.usage.output_tokens': varint(3, 9),
  'gen_ai.prompt': bytes(1, 'hello'),
  'gen_ai.completion': bytes(1, 'good day'),
}
const STORED_CHAT = {
  traceId: TRACE,
  spanId: SPAN,
  startMs: START_MS,
  type: 'GENERATION',
  model: 'gpt-4.1-mini',
  usageDetails: { input: 7, output: 9 },
}

describe('a trace export is accepted', () => {
  const json = jsonExport(jsonSpan(SPAN, CHAT))
  const protobuf = protobufExport(protobufSpan(SPAN, PROTOBUF_CHAT))

  test.each<[string, Record<string, string>, Buffer]>([
    ['JSON', JSON_TYPE, json],
    ['JSON with a charset', { 'content-type': 'Application/JSON; charset=utf-8' }, json],
    ['JSON and gzip', { ...JSON_TYPE, ...GZIP }, gzipSync(json)],
    ['protobuf', PROTOBUF, protobuf],
    ['protobuf and gzip', { ...PROTOBUF, ...GZIP }, gzipSync(protobuf)],
  ])('as %s', async (_, headers, body) => {
    const langfuse = await start()
    const answer = await send(langfuse, headers, body)
    expect({ status: answer.status, body: jsonOf(answer) }).toEqual({ status: 200, body: {} })
    expect(answer.headers['content-type']).toBe('application/json')
    expect([...langfuse.spans.values()]).toMatchObject([STORED_CHAT])
  })

  test.each<[string, Record<string, string>, string]>([
    ['JSON', JSON_TYPE, '{"resourceSpans":[]}'],
    ['JSON without spans', JSON_TYPE, '{}'],
    ['protobuf', PROTOBUF, ''],
  ])('also if it is empty, as %s', async (_, headers, body) => {
    const langfuse = await start()
    const answer = await send(langfuse, headers, Buffer.from(body))
    expect({ status: answer.status, body: jsonOf(answer) }).toEqual({ status: 200, body: {} })
    expect(langfuse.spans.size).toBe(0)
  })
})

describe('a trace export is rejected, and the next request is answered', () => {
  const protobuf = protobufExport(protobufSpan(SPAN, PROTOBUF_CHAT))

  test.each<[string, Record<string, string>, Buffer, string]>([
    ['bad gzip', { ...JSON_TYPE, ...GZIP }, Buffer.from('{}'), 'Failed to decompress request body'],
    [
      'gzip that was cut',
      { ...PROTOBUF, ...GZIP },
      gzipSync(protobuf).subarray(0, -9),
      'Failed to decompress request body',
    ],
    ['gzip that is not announced', JSON_TYPE, gzipSync('{}'), 'Failed to parse OTel JSON Trace'],
    ['bad JSON', JSON_TYPE, Buffer.from('{'), 'Failed to parse OTel JSON Trace'],
    ['JSON that is null', JSON_TYPE, Buffer.from('null'), 'Failed to parse OTel JSON Trace'],
    [
      'JSON as protobuf',
      PROTOBUF,
      Buffer.from('{"resourceSpans":[]}'),
      'Failed to parse OTel Protobuf Trace',
    ],
    ['protobuf that was cut', PROTOBUF, protobuf.subarray(0, -1), 'Failed to parse OTel Protobuf Trace'],
    ['a varint without end', PROTOBUF, Buffer.alloc(12, 0xff), 'Failed to parse OTel Protobuf Trace'],
    ['a varint in place of spans', PROTOBUF, varint(1, 1), 'Failed to parse OTel Protobuf Trace'],
    ['another content type', { 'content-type': 'text/plain' }, Buffer.from('{}'), 'Invalid content type'],
    ['no content type', {}, Buffer.from('{}'), 'Invalid content type'],
    [
      'a later ingestion version',
      { ...PROTOBUF, 'x-langfuse-ingestion-version': '5' },
      protobuf,
      'Unsupported x-langfuse-ingestion-version',
    ],
    [
      'malformed ids',
      JSON_TYPE,
      jsonExport(jsonSpan('1', {})),
      'Invalid OTLP trace export: Error: malformed ids',
    ],
  ])('for %s', async (_, headers, body, error) => {
    const langfuse = await start()
    const answer = await send(langfuse, headers, body)
    expect({ status: answer.status, body: jsonOf(answer) }).toEqual({ status: 400, body: { error } })
    expect(langfuse.spans.size).toBe(0)
    expect((await ask(langfuse, '/api/public/projects')).status).toBe(200)
  })
})

describe('two spans of one trace', () => {
  const child = jsonSpan(OTHER_SPAN, CHAT, { parentSpanId: SPAN })
  const both = jsonExport(jsonSpan(SPAN, {}), child)
  const expected = [
    { id: SPAN, type: 'SPAN' },
    { id: OTHER_SPAN, type: 'GENERATION', usageDetails: { input: 7, output: 9 } },
  ]

  test.each([
    ['in one export', [both]],
    ['in one export each', [jsonExport(jsonSpan(SPAN, {})), jsonExport(child)]],
    ['where one is sent twice', [both, jsonExport(child)]],
  ])("are both stored and read by v3's endpoint, %s", async (_, bodies) => {
    const langfuse = await start()
    for (const body of bodies) await send(langfuse, JSON_TYPE, body)
    const trace = jsonOf(await ask(langfuse, `/api/public/traces/${TRACE}`))
    expect(trace).toMatchObject({ id: TRACE, observations: expected })
  })

  test("are both read by v4's endpoint", async () => {
    const langfuse = await start({ version: '4.16.0' })
    await send(langfuse, { ...JSON_TYPE, 'x-langfuse-ingestion-version': '4' }, both)
    const query = `traceId=${TRACE}&fields=usage`
    expect(jsonOf(await ask(langfuse, `/api/public/v2/observations?${query}`))).toMatchObject({
      data: expected,
    })
  })

  test('are both deleted, and other traces are not', async () => {
    const langfuse = await start({ deletedAfterMs: 0 })
    const other = jsonSpan(SPAN, {}, { traceId: 'f'.repeat(32) })
    await send(langfuse, JSON_TYPE, both)
    await send(langfuse, JSON_TYPE, jsonExport(other))
    const headers = { authorization: authorizationOf(langfuse) }
    await sendRequest(`${langfuse.url}/api/public/traces/${TRACE}`, 'DELETE', { headers })
    expect([...langfuse.spans.values()]).toMatchObject([{ traceId: 'f'.repeat(32) }])
  })
})

describe('attributes', () => {
  async function stored(attributes: Attributes): Promise<unknown> {
    const langfuse = await start()
    await send(langfuse, JSON_TYPE, jsonExport(jsonSpan(SPAN, attributes)))
    return [...langfuse.spans.values()][0]
  }

  test.each<[string, Attributes, object]>([
    ['of none', {}, { type: 'SPAN', traceName: 'a span', input: 'null', output: 'null', usageDetails: {} }],
    ['of Langfuse', CHAT, { ...STORED_CHAT, traceName: 'a chat', input: '"hello"', output: '"good day"' }],
    [
      'of OpenTelemetry',
      {
        'gen_ai.operation.name': text('invoke_agent'),
        'gen_ai.request.model': text('asked'),
        'gen_ai.response.model': text('answered'),
        'gen_ai.input.messages': text('["in"]'),
        'gen_ai.output.messages': text('["out"]'),
        'gen_ai.usage.prompt_tokens': { intValue: 7 },
        'gen_ai.usage.completion_tokens': { intValue: '9' },
        'gen_ai.usage.cache_read_tokens': { doubleValue: 2 },
      },
      {
        type: 'AGENT',
        model: 'answered',
        input: '["in"]',
        output: '["out"]',
        usageDetails: { input: 7, output: 9, cache_read_tokens: 2 },
      },
    ],
    [
      'of OpenLLMetry',
      {
        'gen_ai.request.model': text('m'),
        'gen_ai.prompt.0.role': text('user'),
        'gen_ai.prompt.0.content': text('hello'),
        'gen_ai.completion.0.content': text('good day'),
      },
      {
        type: 'GENERATION',
        model: 'm',
        input: '[{"role":"user","content":"hello"}]',
        output: '[{"content":"good day"}]',
      },
    ],
    [
      'of OpenInference',
      {
        'openinference.span.kind': text('LLM'),
        'llm.model_name': text('m'),
        'llm.input_messages.0.message.content': text('hello'),
        'output.value': text('good day'),
        'llm.token_count.prompt': { intValue: '7' },
        'llm.token_count.completion': { intValue: '9' },
        'llm.token_count.total': { intValue: '16' },
      },
      {
        type: 'GENERATION',
        model: 'm',
        input: '[{"message":{"content":"hello"}}]',
        output: 'good day',
        usageDetails: { input: 7, output: 9, total: 16 },
      },
    ],
    ['of a tool', { 'openinference.span.kind': text('TOOL') }, { type: 'TOOL' }],
  ])('%s', async (_, attributes, expected) => {
    expect(await stored(attributes)).toMatchObject(expected)
  })

  test('of protobuf have every kind of value', async () => {
    const langfuse = await start()
    const minusOne = Buffer.concat([Buffer.from([3 << 3]), Buffer.alloc(9, 0xff), Buffer.from([1])])
    const list = Buffer.concat([
      bytes(1, bytes(1, 'x'.repeat(200))),
      bytes(1, varint(2, 1)),
      bytes(1, minusOne),
      bytes(1, fixed64(4, double(0.5))),
      bytes(1, bytes(6, bytes(1, Buffer.concat([bytes(1, 'key'), bytes(2, bytes(7, 'bytes'))])))),
      bytes(1, ''),
    ])
    const body = protobufExport(protobufSpan(SPAN, { 'input.value': bytes(5, list) }))
    expect((await send(langfuse, PROTOBUF, body)).status).toBe(200)
    const [span] = [...langfuse.spans.values()]
    const base64 = Buffer.from('bytes').toString('base64')
    expect(JSON.parse(span?.input ?? '')).toEqual(['x'.repeat(200), true, -1, 0.5, { key: base64 }, null])
  })

  test('that are not JSON are read as text', async () => {
    const langfuse = await start()
    await send(langfuse, JSON_TYPE, jsonExport(jsonSpan(SPAN, { 'input.value': text('good day') })))
    expect(jsonOf(await ask(langfuse, `/api/public/traces/${TRACE}`))).toMatchObject({
      observations: [{ input: 'good day', output: null }],
    })
  })
})

describe('keys', () => {
  const projects = async (langfuse: FakeLangfuse, publicKey: string, secretKey: string): Promise<number> =>
    (await ask(langfuse, '/api/public/projects', basic(publicKey, secretKey))).status

  test('belong to a project of an organization', async () => {
    const answer = jsonOf(await ask(await start(), '/api/public/projects'))
    expect(answer).toMatchObject({ data: [{ id: 'project-1', organization: { name: 'My organization' } }] })
  })

  test('are found by the secret key with any public key', async () => {
    const langfuse = await start()
    expect(await projects(langfuse, 'pk-lf-other', langfuse.keys.secretKey)).toBe(200)
  })

  test('that do not exist yet are cached as unknown for five minutes', async () => {
    let nowMs = 0
    const langfuse = await start({ now: () => nowMs, faults: { keysAfterMs: 1000 } })
    const { publicKey, secretKey } = langfuse.keys
    expect(await projects(langfuse, publicKey, secretKey)).toBe(401)
    nowMs = 299_999
    expect(await projects(langfuse, publicKey, secretKey)).toBe(401)
    nowMs = 300_000
    expect(await projects(langfuse, publicKey, secretKey)).toBe(200)
  })

  test("are rejected with Langfuse's message", async () => {
    const langfuse = await start()
    const answer = await ask(langfuse, '/api/public/projects', basic(langfuse.keys.publicKey, 'sk-lf-other'))
    const message = "Invalid credentials. Confirm that you've configured the correct host."
    expect({ status: answer.status, body: jsonOf(answer) }).toEqual({ status: 401, body: { message } })
  })
})

describe('a deletion', () => {
  async function deleted(options: LangfuseOptions): Promise<(ms: number) => number> {
    let nowMs = 0
    const langfuse = await start({ ...options, now: () => nowMs })
    await send(langfuse, JSON_TYPE, jsonExport(jsonSpan(SPAN, {})))
    const headers = { authorization: authorizationOf(langfuse) }
    const { status } = await sendRequest(`${langfuse.url}/api/public/traces/${TRACE}`, 'DELETE', { headers })
    expect(status).toBe(200)
    return (ms) => {
      nowMs = ms
      return langfuse.spans.size
    }
  }

  test.each<[string, LangfuseOptions, number]>([
    ['v3', {}, 60_000],
    ['v4', { version: '4.16.0' }, 2_000],
    ['a server with that option', { deletedAfterMs: 5_000 }, 5_000],
  ])('by %s takes effect after its time', async (_, options, ms) => {
    const spansAfter = await deleted(options)
    expect(spansAfter(ms - 1)).toBe(1)
    expect(spansAfter(ms)).toBe(0)
  })

  test('that takes effect before the ingestion leaves the trace in place', async () => {
    const spansAfter = await deleted({ deletedAfterMs: 1_000, readableAfterMs: 2_000 })
    expect(spansAfter(1_000)).toBe(1)
    expect(spansAfter(1e9)).toBe(1)
  })
})

test('a recorded export of LiteLLM 1.110 is read', async () => {
  const langfuse = await start({ version: '4.16.0' })
  const body = await readFile(join(import.meta.dirname, 'litellm-1.110.2.pb.gz'))
  expect((await send(langfuse, { ...PROTOBUF, ...GZIP }, body)).status).toBe(200)
  expect([...langfuse.spans.values()]).toMatchObject([
    {
      ...{ type: 'GENERATION', traceName: 'litellm-completion', model: 'gpt-4.1-mini' },
      input: '[{"role": "user", "content": "hello"}]',
      usageDetails: { input: 10, output: 20, total: 30 },
    },
    { type: 'SPAN', name: 'raw_gen_ai_request' },
  ])
})

describe('a server without a part of its backend', () => {
  const statusOf = async ({ url }: FakeLangfuse, path: string): Promise<number> =>
    (await sendRequest(`${url}/api/public/${path}`)).status

  test('answers health and ready without PostgreSQL, and projects with 500', async () => {
    const langfuse = await start({ faults: { databaseDown: true } })
    for (const path of ['health', 'ready', 'health?failIfDatabaseUnavailable=false'])
      expect(await statusOf(langfuse, path)).toBe(200)
    const checked = await ask(langfuse, '/api/public/health?failIfDatabaseUnavailable=true')
    expect({ status: checked.status, body: jsonOf(checked) }).toEqual({
      status: 503,
      body: { status: 'Database not available', version: '3.225.11' },
    })
    expect((await ask(langfuse, '/api/public/projects')).status).toBe(500)
  })

  test.each([
    ['3.225.11', `traces/${TRACE}`],
    ['4.16.0', 'v2/observations'],
  ])('of version %s accepts a trace without ClickHouse and cannot read it', async (version, path) => {
    const langfuse = await start({ version, faults: { clickHouseDown: true } })
    expect((await send(langfuse, JSON_TYPE, jsonExport(jsonSpan(SPAN, {})))).status).toBe(200)
    const answer = await ask(langfuse, `/api/public/${path}`)
    const body = { message: 'Internal Server Error', error: 'connect ECONNREFUSED 127.0.0.1:8123' }
    expect({ status: answer.status, body: jsonOf(answer) }).toEqual({ status: 500, body })
  })

  test('in events_only mode has no endpoint for a trace', async () => {
    const answer = await ask(await start({ version: '4.16.0' }), `/api/public/traces/${TRACE}`)
    const message = 'This endpoint is not available on deployments running in Langfuse v4 events_only mode.'
    expect({ status: answer.status, body: jsonOf(answer) }).toEqual({ status: 404, body: { message } })
  })

  test('answers health and ready without Redis, and no request with keys', async () => {
    const langfuse = await start({ faults: { redisDown: true } })
    for (const path of ['health', 'ready'])
      expect((await sendRequest(`${langfuse.url}/api/public/${path}`)).status).toBe(200)
    const headers = { authorization: authorizationOf(langfuse) }
    const unanswered = await sendRequest(`${langfuse.url}/api/public/projects`, 'GET', {
      headers,
      timeoutMs: 200,
    })
    expect(unanswered.status).toBe(0)
  })
})
