import { createHash } from 'node:crypto'
import { afterEach, describe, expect, test } from '@jest/globals'
import { FakeLangfuse, type LangfuseOptions } from '../../../testkit/langfuse/server'
import { basic } from '../../../testkit/registry/auth'

const started: FakeLangfuse[] = []
afterEach(() => Promise.all(started.splice(0).map((langfuse) => langfuse.stop())))

async function start(options: LangfuseOptions = {}): Promise<FakeLangfuse> {
  const langfuse = await FakeLangfuse.start(options)
  started.push(langfuse)
  return langfuse
}

interface ApiResponse {
  readonly status: number
  readonly body: unknown
}

async function call(
  { url, keys }: FakeLangfuse,
  path: string,
  { method = 'GET', body }: { readonly method?: string; readonly body?: unknown } = {},
): Promise<ApiResponse> {
  const headers = { authorization: basic(keys.publicKey, keys.secretKey) }
  const content = body === undefined ? {} : { body: JSON.stringify(body) }
  const response = await fetch(`${url}/api/public/${path}`, { method, headers, ...content })
  return { status: response.status, body: await response.json() }
}

const post = (langfuse: FakeLangfuse, path: string, body: unknown): Promise<ApiResponse> =>
  call(langfuse, path, { method: 'POST', body })

const event = (id: string, type: string): object => ({ id, type, body: { name: type, value: 1 } })

describe('ingestion', () => {
  const batch = [event('1', 'trace-create'), event('2', 'score-create')]

  test.each<[string, LangfuseOptions]>([
    ['v3', {}],
    ['v4 in dual mode', { version: '4.16.0', mode: 'dual' }],
  ])('of %s accepts every event', async (_, options) => {
    const langfuse = await start(options)
    const successes = [
      { id: '1', status: 201 },
      { id: '2', status: 201 },
    ]
    expect(await post(langfuse, 'ingestion', { batch })).toEqual({
      status: 207,
      body: { successes, errors: [] },
    })
    expect(langfuse.clientApi.events.map(({ type }) => type)).toEqual(['trace-create', 'score-create'])
    expect(langfuse.clientApi.scores).toEqual([{ name: 'score-create', value: 1 }])
  })

  test('of v4 in events_only mode accepts scores only', async () => {
    const langfuse = await start({ version: '4.16.0' })
    const error = expect.stringMatching(/^Event type "trace-create" is not accepted by .*events_only/)
    expect(await post(langfuse, 'ingestion', { batch })).toEqual({
      status: 207,
      body: {
        successes: [{ id: '2', status: 201 }],
        errors: [{ id: '1', status: 400, message: 'Event type not accepted', error }],
      },
    })
    expect(langfuse.clientApi.events.map(({ type }) => type)).toEqual(['score-create'])
  })

  test.each([[{}], [[]], ['no JSON object']])('rejects %j, which has no batch', async (body) => {
    expect(await post(await start(), 'ingestion', body)).toMatchObject({
      status: 400,
      body: { message: 'Invalid request data' },
    })
  })
})

describe('a score', () => {
  const score = { id: 'my-score', traceId: 'a'.repeat(32), name: 'quality', value: 0.5 }

  test('is stored', async () => {
    const langfuse = await start()
    expect(await post(langfuse, 'scores', score)).toEqual({ status: 200, body: { id: 'my-score' } })
    expect(langfuse.clientApi.scores).toEqual([score])
  })

  test.each(['3.225.11', '4.16.0'])('in an array is rejected by %s', async (version) => {
    const langfuse = await start({ version })
    const message = 'Invalid input: expected object, received array'
    expect(await post(langfuse, 'scores', [score])).toMatchObject({
      status: 400,
      body: { message: 'Invalid request data', error: [{ message }] },
    })
    expect(langfuse.clientApi.scores).toEqual([])
  })

  test.each([
    ['name', { value: 1 }],
    ['value', { name: 'quality' }],
  ])('without its %s is rejected', async (field, body) => {
    expect(await post(await start(), 'scores', body)).toMatchObject({
      status: 400,
      body: { error: [{ path: [field] }] },
    })
  })
})

describe('media', () => {
  const bytes = Buffer.from('an image')
  const sha256Hash = createHash('sha256').update(bytes).digest('base64')
  const request = { contentType: 'image/png', contentLength: bytes.length, sha256Hash, field: 'input' }

  test('is uploaded to the returned address, once', async () => {
    const langfuse = await start()
    const { status, body } = await post(langfuse, 'media', request)
    const { mediaId, uploadUrl } = body as { readonly mediaId: string; readonly uploadUrl: string }
    expect({ status, mediaId }).toEqual({ status: 201, mediaId: expect.stringMatching(/^[\w-]{22}$/) })
    expect((await fetch(uploadUrl, { method: 'PUT', body: bytes })).status).toBe(200)
    const patch = { method: 'PATCH', body: { uploadHttpStatus: 200 } }
    expect((await call(langfuse, `media/${mediaId}`, patch)).status).toBe(200)
    expect(langfuse.clientApi.media.get(mediaId)?.bytes).toEqual(bytes)
    expect(await post(langfuse, 'media', request)).toEqual({
      status: 201,
      body: { mediaId, uploadUrl: null },
    })
  })

  test.each([
    ['without a hash', { ...request, sha256Hash: undefined }, 'Invalid request data'],
    [
      'above the size limit',
      { ...request, contentLength: 1e9 + 1 },
      'File size must be less than 1000000000 bytes',
    ],
  ])('%s is rejected', async (_, body, message) => {
    expect(await post(await start(), 'media', body)).toMatchObject({ status: 400, body: { message } })
  })

  test('of an unknown id cannot be uploaded', async () => {
    const { url } = await start()
    expect((await fetch(`${url}/media-bucket/unknown`, { method: 'PUT', body: 'x' })).status).toBe(404)
  })
})

describe('a prompt', () => {
  test('is returned with its version and labels', async () => {
    const langfuse = await start({ prompts: { 'my prompt': 'Hello {{name}}' } })
    expect(await call(langfuse, 'v2/prompts/my%20prompt')).toMatchObject({
      status: 200,
      body: {
        name: 'my prompt',
        version: 1,
        type: 'text',
        prompt: 'Hello {{name}}',
        labels: ['production', 'latest'],
      },
    })
  })

  test('that does not exist is not found', async () => {
    expect(await call(await start(), 'v2/prompts/greeting')).toEqual({
      status: 404,
      body: {
        message: "Prompt not found: 'greeting' with label 'production'",
        error: 'LangfuseNotFoundError',
      },
    })
  })
})

test.each(['ingestion', 'scores', 'media', 'v2/prompts/x'])('%s needs keys', async (path) => {
  const { url } = await start()
  expect((await fetch(`${url}/api/public/${path}`, { method: 'POST', body: '{}' })).status).toBe(401)
})
