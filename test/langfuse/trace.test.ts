import { expect, test } from '@jest/globals'
import type { ApiResponse, ApiRequest } from '../../src/langfuse/client'
import { Langfuse } from '../../src/langfuse/client'
import { createTrace, sendTrace, toOtlp } from '../../src/langfuse/trace'

const TRACE = createTrace(Buffer.alloc(24, 0xab), new Date('2026-11-25T04:00:00.123Z'))

test('a trace is OTLP over JSON: ids in hexadecimal, times in nanoseconds, attributes as a list', () => {
  const text = (key: string, stringValue: string): object => ({ key, value: { stringValue } })
  expect(toOtlp(TRACE)).toEqual({
    resourceSpans: [
      {
        resource: { attributes: [text('service.name', 'langfuse-deploy')] },
        scopeSpans: [
          {
            scope: { name: 'langfuse-deploy' },
            spans: [
              {
                traceId: 'ab'.repeat(16),
                spanId: 'ab'.repeat(8),
                name: 'langfuse-deploy verify',
                kind: 1,
                startTimeUnixNano: '1795579200123000000',
                endTimeUnixNano: '1795579200373000000',
                attributes: [
                  text('langfuse.trace.name', 'langfuse-deploy verify'),
                  text('langfuse.observation.type', 'generation'),
                  text('langfuse.observation.model.name', 'langfuse-deploy-verify'),
                  text('langfuse.observation.input', '[{"role":"user","content":"ping abababababab"}]'),
                  text('langfuse.observation.output', '{"role":"assistant","content":"pong abababababab"}'),
                  text('langfuse.observation.usage_details', '{"input":7,"output":5,"total":12}'),
                ],
              },
            ],
          },
        ],
      },
    ],
  })
})

const pollOptions = {
  clock: { sleep: () => Promise.resolve(), now: () => 0 },
  limitMs: 0,
  interruption: new AbortController().signal,
  onWait: () => undefined,
}

async function sent(version: string, response: Partial<ApiResponse>): Promise<ApiRequest | undefined> {
  let sentRequest: ApiRequest | undefined
  const langfuse = new Langfuse(new URL('https://langfuse.example.com/base/'), (request) => {
    sentRequest = request
    return Promise.resolve({
      status: 200,
      contentType: 'application/json',
      location: undefined,
      body: '{}',
      ...response,
    })
  })
  const keys = { publicKey: 'pk', secretKey: 'sk' }
  await sendTrace(langfuse.withKeys(keys), TRACE, { version, pollOptions })
  return sentRequest
}

test.each([
  ['3.225.11', undefined],
  ['4.16.0', '4'],
  ['5.0.0', '4'],
])('a trace for Langfuse %s has the ingestion version %s', async (version, header) => {
  const request = await sent(version, {})
  expect(request?.url.href).toBe('https://langfuse.example.com/base/api/public/otel/v1/traces')
  expect(request?.headers['x-langfuse-ingestion-version']).toBe(header)
  expect(request?.headers['authorization']).toBe('Basic cGs6c2s=')
})

test.each<[string, Partial<ApiResponse>, string | undefined]>([
  ['an empty body', { body: '' }, undefined],
  ['an empty list of errors', { status: 207, body: '{"successes":[{"id":"1"}],"errors":[]}' }, undefined],
  ['no rejected spans', { body: '{"partialSuccess":{"rejectedSpans":"0"}}' }, undefined],
  ['errors', { body: '{"errors":[{}]}' }, 'answered 200, but rejected the trace: no reason given'],
  [
    'a rejected span',
    { body: '{"partialSuccess":{"rejectedSpans":1}}' },
    'rejected the trace: 1 span was rejected',
  ],
  ['an HTML page', { contentType: 'text/html', body: '<html>' }, 'answered 200: an HTML page'],
  [
    'a redirect',
    { status: 302, location: 'https://login.example.com' },
    'a redirect to https://login.example.com',
  ],
  ['status 404', { status: 404 }, 'has no OpenTelemetry endpoint. The minimum version is 3.22'],
  [
    'a list of errors',
    { status: 400, body: '{"message":"Invalid request data","error":[{"code":"x"}]}' },
    '[{"code":"x"}]',
  ],
])('a response with %s is accepted or rejected', async (_, response, message) => {
  const sending = sent('3.225.11', response)
  if (message === undefined) await expect(sending).resolves.toBeDefined()
  else await expect(sending).rejects.toThrow(message)
})
