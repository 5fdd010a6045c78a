import { join } from 'node:path'
import { afterEach, describe, expect, test } from '@jest/globals'
import { FakeLangfuse, type LangfuseOptions } from '../../testkit/langfuse/server'
import { basic } from '../../testkit/registry/auth'
import { type ProgramResult, pythonClientsAreMissing, pythonOf, run } from './python-clients/environment'

const SCRIPTS = join(import.meta.dirname, 'python-clients')
const MODEL = 'gpt-4.1-mini'
const missing = await pythonClientsAreMissing({
  'langfuse-3': 'langfuse==3.15.0',
  'langfuse-4': 'langfuse==4.18.0',
  'langfuse-5': 'langfuse==5.0.4',
})
const describeClients = missing === undefined ? describe : describe.skip

const started: FakeLangfuse[] = []
afterEach(() => Promise.all(started.splice(0).map((langfuse) => langfuse.stop())))

async function start(options: LangfuseOptions): Promise<FakeLangfuse> {
  const langfuse = await FakeLangfuse.start({ prompts: { greeting: 'Hello {{name}}' }, ...options })
  started.push(langfuse)
  return langfuse
}

function runSdk(environment: string, langfuse: FakeLangfuse): Promise<ProgramResult> {
  return run(pythonOf(environment), [join(SCRIPTS, 'langfuse_client.py')], {
    LANGFUSE_HOST: langfuse.url,
    LANGFUSE_BASE_URL: langfuse.url,
    LANGFUSE_PUBLIC_KEY: langfuse.keys.publicKey,
    LANGFUSE_SECRET_KEY: langfuse.keys.secretKey,
  })
}

const traceIdIn = ({ stdout }: ProgramResult): string =>
  (JSON.parse(stdout) as { readonly traceId: string }).traceId

const requestsTo = ({ requests }: FakeLangfuse, path: string): unknown[] =>
  requests.filter((request) => request.method === 'POST' && request.path === `/api/public/${path}`)

async function read(langfuse: FakeLangfuse, path: string): Promise<unknown> {
  const { publicKey, secretKey } = langfuse.keys
  const headers = { authorization: basic(publicKey, secretKey) }
  return (await fetch(`${langfuse.url}${path}`, { headers })).json()
}

describeClients(`the Langfuse SDK for Python${missing === undefined ? '' : ` (skipped: ${missing})`}`, () => {
  const score = { name: 'quality', value: 1 }

  test.each([
    { sdk: '3.15.0', version: '3.225.11', encoding: {}, scores: ['ingestion', 207, [score]] },
    { sdk: '4.18.0', version: '4.16.0', encoding: {}, scores: ['ingestion', 207, [score]] },
    {
      ...{ sdk: '5.0.4', version: '4.16.0', encoding: { 'content-encoding': 'gzip' } },
      // An array of scores, which Langfuse accepts only from a later version on.
      scores: ['scores', 400, []],
    },
  ] as const)(
    'of version $sdk authenticates against Langfuse $version, sends a trace with media and a score, and reads a prompt',
    async ({ sdk, version, encoding, scores: [path, status, stored] }) => {
      const langfuse = await start({ version })
      const result = await runSdk(`langfuse-${sdk.charAt(0)}`, langfuse)
      expect(result).toMatchObject({ exitCode: 0 })
      expect(JSON.parse(result.stdout)).toMatchObject({ isAuthenticated: true, prompt: 'Hello Ada' })

      const headers = { 'content-type': 'application/x-protobuf', ...encoding }
      expect(requestsTo(langfuse, 'otel/v1/traces')).toMatchObject([{ status: 200, headers }])
      const traceId = traceIdIn(result)
      const spans = [...langfuse.spans.values()]
      expect(spans.find(({ type }) => type === 'GENERATION')).toMatchObject({
        ...{ traceId, name: 'completion', model: MODEL, usageDetails: { input: 7, output: 9 } },
        output: '{"role": "assistant", "content": "good day"}',
      })
      expect(spans.find(({ type }) => type === 'SPAN')).toMatchObject({ traceId, traceName: 'answer' })

      expect(requestsTo(langfuse, 'media')).toMatchObject([{ status: 201 }])
      expect([...langfuse.clientApi.media.values()]).toMatchObject([
        { contentType: 'image/png', bytes: Buffer.from('an image') },
      ])
      expect(requestsTo(langfuse, path)).toMatchObject([{ status }])
      expect(langfuse.clientApi.scores).toMatchObject(stored)
    },
    60_000,
  )
})

describeClients('the OpenTelemetry exporter for Python', () => {
  test.each([
    ['without compression', {}, '3.225.11'],
    ['with gzip', { OTEL_EXPORTER_OTLP_COMPRESSION: 'gzip' }, '4.16.0'],
  ])(
    'sends a trace that Langfuse returns, %s',
    async (_, settings, version) => {
      const langfuse = await start({ version })
      const { publicKey, secretKey } = langfuse.keys
      const result = await run(pythonOf('langfuse-5'), [join(SCRIPTS, 'opentelemetry_client.py')], {
        OTEL_EXPORTER_OTLP_ENDPOINT: `${langfuse.url}/api/public/otel`,
        OTEL_EXPORTER_OTLP_HEADERS: `Authorization=${encodeURIComponent(basic(publicKey, secretKey))}`,
        ...settings,
      })
      expect(result).toMatchObject({ exitCode: 0, stderr: '' })
      const traceId = traceIdIn(result)
      const generation = { type: 'GENERATION', usageDetails: { input: 7, output: 9 } }
      const path = version.startsWith('3')
        ? `/api/public/traces/${traceId}`
        : `/api/public/v2/observations?traceId=${traceId}&fields=core,usage`
      const { observations, data } = (await read(langfuse, path)) as Record<string, unknown>
      expect(observations ?? data).toMatchObject([generation, { type: 'SPAN' }])
    },
    60_000,
  )
})
