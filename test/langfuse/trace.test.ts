import { expect, test } from '@jest/globals'
import type { Answer, Question } from '../../src/langfuse/client'
import { Langfuse } from '../../src/langfuse/client'
import { composeTrace, sendTrace, spansOf } from '../../src/langfuse/trace'

const TRACE = composeTrace(Buffer.alloc(24, 0xab), new Date('2026-11-25T04:00:00.123Z'))

test('a trace is OTLP over JSON: ids in hexadecimal, times in nanoseconds, attributes as a list', () => {
  const text = (key: string, stringValue: string): object => ({ key, value: { stringValue } })
  expect(spansOf(TRACE)).toEqual({
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

const patience = {
  clock: { sleep: () => Promise.resolve(), now: () => 0 },
  limitMs: 0,
  interruption: new AbortController().signal,
  onWait: () => undefined,
}

async function sent(version: string, answer: Partial<Answer>): Promise<Question | undefined> {
  let asked: Question | undefined
  const langfuse = new Langfuse(new URL('https://langfuse.example.com/base/'), (question) => {
    asked = question
    return Promise.resolve({
      status: 200,
      contentType: 'application/json',
      location: undefined,
      body: '{}',
      ...answer,
    })
  })
  const keys = { publicKey: 'pk', secretKey: 'sk' }
  await sendTrace(langfuse.as(keys), TRACE, { version, patience })
  return asked
}

test.each([
  ['3.225.11', undefined],
  ['4.16.0', '4'],
  ['5.0.0', '4'],
])('Langfuse %s is asked to show it at once with %s', async (version, header) => {
  const asked = await sent(version, {})
  expect(asked?.url.href).toBe('https://langfuse.example.com/base/api/public/otel/v1/traces')
  expect(asked?.headers['x-langfuse-ingestion-version']).toBe(header)
  expect(asked?.headers['authorization']).toBe('Basic cGs6c2s=')
})

test.each<[string, Partial<Answer>, string | undefined]>([
  ['nothing at all', { body: '' }, undefined],
  ['errors that are none', { status: 207, body: '{"successes":[{"id":"1"}],"errors":[]}' }, undefined],
  ['no spans rejected', { body: '{"partialSuccess":{"rejectedSpans":"0"}}' }, undefined],
  [
    'errors',
    { body: '{"errors":[{}]}' },
    'answered 200, and with it that the trace was not taken: no reason given',
  ],
  ['a rejected span', { body: '{"partialSuccess":{"rejectedSpans":1}}' }, 'not taken: 1 span was rejected'],
  ['a page', { contentType: 'text/html', body: '<html>' }, 'answered 200: a web page'],
  [
    'a redirect',
    { status: 302, location: 'https://login.example.com' },
    'a redirect to https://login.example.com',
  ],
  ['no such path', { status: 404 }, 'takes no OpenTelemetry traces; 3.22 is the first that does'],
  [
    'a list of faults',
    { status: 400, body: '{"message":"Invalid request data","error":[{"code":"x"}]}' },
    '[{"code":"x"}]',
  ],
])('of an answer with %s', async (_, answer, fault) => {
  const sending = sent('3.225.11', answer)
  if (fault === undefined) await expect(sending).resolves.toBeDefined()
  else await expect(sending).rejects.toThrow(fault)
})
