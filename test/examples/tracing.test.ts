import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { readFileSync } from 'node:fs'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { basename, join } from 'node:path'
import { text } from 'node:stream/consumers'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from '@jest/globals'
import { FakeLangfuse } from '../../testkit/langfuse/server'
import { parse } from 'yaml'
import { pythonClientsAreMissing, pythonOf } from '../integration/python-clients/environment'

const EXAMPLE = join(import.meta.dirname, '../../examples/tracing')
const QUESTION = 'Which city is the capital of France?'
/** An address without a server. */
const UNREACHABLE = 'http://127.0.0.1:1/v1'

interface Run {
  readonly exitCode: number | null
  readonly stdout: string
  readonly stderr: string
}

let copy: string
let standIn: ChildProcess
let openaiUrl: string
let langfuse: FakeLangfuse

// As described in README.md, with the packages of the lock file, in a copy.
beforeAll(async () => {
  copy = await mkdtemp(join(tmpdir(), 'tracing-'))
  const isSource = (path: string): boolean => !['node_modules', '.venv', '.env'].includes(basename(path))
  await cp(EXAMPLE, copy, { recursive: true, filter: isSource })
  const install = ['ci', '--prefer-offline', '--no-audit', '--no-fund']
  expect(await run('npm', install, join(copy, 'typescript'))).toMatchObject({ exitCode: 0 })
  standIn = spawn(process.execPath, [join(copy, 'openai-stand-in.mjs'), '0'], {
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  openaiUrl = await addressOf(standIn)
}, 300_000)
afterAll(async () => {
  standIn.kill()
  await rm(copy, { recursive: true })
})

beforeEach(async () => {
  langfuse = await FakeLangfuse.start()
})
afterEach(() => langfuse.stop())

describe('the example in TypeScript', () => {
  test('sends one generation with model, input, output, token usage and trace name', async () => {
    const { exitCode, stdout, stderr } = await start()
    expect({ exitCode, stderr }).toEqual({ exitCode: 0, stderr: '' })
    const [span, ...others] = [...langfuse.spans.values()]
    expect(others).toEqual([])
    expect(span).toMatchObject({
      type: 'GENERATION',
      traceName: 'tracing-example',
      model: 'gpt-4.1-mini',
      usageDetails: { input: 7, output: 9, total: 16 },
    })
    expect(JSON.parse(span?.input ?? '')).toEqual([{ role: 'user', content: QUESTION }])
    expect(JSON.parse(span?.output ?? '')).toMatchObject({
      role: 'assistant',
      content: `You asked: ${QUESTION}`,
    })
    expect(stdout).toContain(`You asked: ${QUESTION}\nTrace: ${langfuse.url}/trace/${span?.traceId}\n`)
  })

  test('sends one request to Langfuse, OTLP over JSON', async () => {
    await start()
    expect(langfuse.requests).toMatchObject([
      {
        method: 'POST',
        path: '/api/public/otel/v1/traces',
        status: 200,
        headers: { 'content-type': 'application/json', 'x-langfuse-sdk-name': 'javascript' },
      },
    ])
  })

  // The SDK would send prompts to Langfuse Cloud.
  test("does not start without Langfuse's address", async () => {
    const { exitCode, stdout, stderr } = await start({ LANGFUSE_BASE_URL: '' })
    expect({ exitCode, stdout }).toEqual({ exitCode: 1, stdout: '' })
    expect(stderr).toContain('LANGFUSE_BASE_URL is not set')
  })

  test('fails when Langfuse does not know the keys', async () => {
    const { exitCode, stderr } = await start({ LANGFUSE_SECRET_KEY: 'sk-lf-of-another-project' })
    expect(exitCode).toBe(1)
    expect(stderr).toMatch(/^The trace did not arrive at http:\S+: .*Unauthorized.*\n$/)
    expect(langfuse.spans.size).toBe(0)
  })

  test('traces a failed completion and fails', async () => {
    const { exitCode, stderr } = await start({ OPENAI_BASE_URL: UNREACHABLE })
    expect(exitCode).toBe(1)
    expect(stderr).toMatch(/^The model at http:\/\/127\.0\.0\.1:1\/v1 gave no answer: Connection error.*\n$/)
    expect([...langfuse.spans.values()]).toMatchObject([{ type: 'GENERATION', model: 'gpt-4.1-mini' }])
  })

  test('has no type errors', async () => {
    expect(await run('npm', ['run', 'typecheck'], join(copy, 'typescript'))).toMatchObject({ exitCode: 0 })
  })
})

const requirements = readFileSync(join(EXAMPLE, 'python/requirements.txt'), 'utf8')
const missing = await pythonClientsAreMissing({
  examples: requirements,
  // The newest major version, for Langfuse 4 only.
  'examples-langfuse-5': requirements
    .replace(/^langfuse==.*$/m, 'langfuse==5.0.4')
    .replace(/^# langchain[^]*/m, ''),
})
const describePython = missing === undefined ? describe : describe.skip

describePython(`the example in Python${missing === undefined ? '' : ` (skipped: ${missing})`}`, () => {
  const startPython = async (
    file: string,
    settings: Readonly<Record<string, string>> = {},
    sdk = 'examples',
  ): Promise<Run> => {
    await writeSettings(settings)
    return run(pythonOf(sdk), [file], join(copy, 'python'))
  }

  test.each([
    ['examples', '3.225.11'],
    ['examples', '4.16.0'],
    ['examples-langfuse-5', '4.16.0'],
  ])(
    '%s sends a generation to Langfuse %s',
    async (sdk, version) => {
      await langfuse.stop()
      langfuse = await FakeLangfuse.start({ version })
      const { exitCode, stdout, stderr } = await startPython('main.py', {}, sdk)
      expect({ exitCode, stderr }).toEqual({ exitCode: 0, stderr: '' })
      const generation = [...langfuse.spans.values()].find(({ type }) => type === 'GENERATION')
      expect(generation).toMatchObject({ traceName: 'tracing-example', model: 'gpt-4.1-mini' })
      expect(JSON.parse(generation?.input ?? '')).toEqual([{ role: 'user', content: QUESTION }])
      expect(stdout).toBe(`You asked: ${QUESTION}\nTrace: ${langfuse.url}/trace/${generation?.traceId}\n`)
    },
    60_000,
  )

  test('with LangChain sends chain, prompt and generation in one trace', async () => {
    const { exitCode, stdout, stderr } = await startPython('langchain_example.py')
    expect({ exitCode, stderr }).toEqual({ exitCode: 0, stderr: '' })
    const spans = [...langfuse.spans.values()]
    expect(new Set(spans.map(({ traceId }) => traceId)).size).toBe(1)
    expect(spans.find(({ type }) => type === 'GENERATION')).toMatchObject({
      name: 'ChatOpenAI',
      usageDetails: { input: 7, output: 9, total: 16 },
    })
    expect(stdout).toContain(`Trace: ${langfuse.url}/trace/${spans[0]?.traceId ?? ''}\n`)
  }, 60_000)

  test('with Bedrock sends a generation', async () => {
    const bedrock = createServer((request, response) => {
      const output = { message: { role: 'assistant', content: [{ text: 'Paris' }] } }
      const usage = { inputTokens: 7, outputTokens: 1, totalTokens: 8 }
      request.resume().on('end', () => {
        response.writeHead(200, { 'content-type': 'application/json' })
        response.end(JSON.stringify({ output, usage, stopReason: 'end_turn', metrics: { latencyMs: 1 } }))
      })
    })
    await new Promise<void>((resolve) => bedrock.listen(0, '127.0.0.1', resolve))
    try {
      const { port } = bedrock.address() as AddressInfo
      const { exitCode, stdout, stderr } = await startPython('bedrock_example.py', {
        AWS_ENDPOINT_URL_BEDROCK_RUNTIME: `http://127.0.0.1:${port}`,
        AWS_DEFAULT_REGION: 'eu-central-1',
        AWS_ACCESS_KEY_ID: 'test',
        AWS_SECRET_ACCESS_KEY: 'test',
      })
      expect({ exitCode, stderr }).toEqual({ exitCode: 0, stderr: '' })
      const [span] = [...langfuse.spans.values()]
      expect(span).toMatchObject({ type: 'GENERATION', usageDetails: { input: 7, output: 1, total: 8 } })
      expect(stdout).toBe(`Paris\nTrace: ${langfuse.url}/trace/${span?.traceId}\n`)
    } finally {
      bedrock.close()
    }
  }, 60_000)

  test('with OpenTelemetry alone sends a generation', async () => {
    const { exitCode, stderr } = await startPython('opentelemetry_example.py')
    expect({ exitCode, stderr }).toEqual({ exitCode: 0, stderr: '' })
    expect([...langfuse.spans.values()]).toMatchObject([
      { type: 'GENERATION', usageDetails: { input: 7, output: 9 } },
    ])
  }, 60_000)

  describe.each(['main.py', 'opentelemetry_example.py'])('%s fails', (file) => {
    test.each<[string, Readonly<Record<string, string>>, RegExp]>([
      ['without an address', { LANGFUSE_BASE_URL: '' }, /^LANGFUSE_BASE_URL is not set/],
      [
        'with keys of another project',
        { LANGFUSE_SECRET_KEY: 'sk-lf-other' },
        /(?:did not accept the API keys: 401|did not arrive .*401)/,
      ],
      ['when nothing listens', { LANGFUSE_BASE_URL: 'http://127.0.0.1:1' }, /http:\/\/127\.0\.0\.1:1/],
    ])(
      '%s, with one sentence',
      async (_, settings, sentence) => {
        const { exitCode, stderr } = await startPython(file, { OTEL_EXPORTER_OTLP_TIMEOUT: '2', ...settings })
        expect(exitCode).toBe(1)
        expect(stderr.trim().split('\n').at(-1)).toMatch(sentence)
        expect(langfuse.spans.size).toBe(0)
      },
      60_000,
    )
  })

  test('fails when Langfuse does not accept the trace', async () => {
    await langfuse.stop()
    langfuse = await FakeLangfuse.start({ faults: { failedSends: { status: 400, times: 9, message: 'no' } } })
    const { exitCode, stderr } = await startPython('main.py')
    expect(exitCode).toBe(1)
    expect(stderr).toContain(`The trace did not arrive at ${langfuse.url}`)
  }, 60_000)

  test('pins its packages', () => {
    const lines = requirements.split('\n').filter((line) => line !== '' && !line.startsWith('#'))
    for (const line of lines) expect(line).toMatch(/^[\w-]+==\d+\.\d+\.\d+$/)
  })
})

describe('the configuration of', () => {
  const read = async (path: string): Promise<unknown> => parse(await readFile(join(EXAMPLE, path), 'utf8'))

  test('LiteLLM sends traces by OpenTelemetry', async () => {
    expect(await read('litellm/config.yaml')).toMatchObject({
      litellm_settings: { callbacks: ['langfuse_otel'] },
    })
  })

  test('the collector defines each component that its pipeline uses', async () => {
    const { receivers, processors, exporters, service } = (await read('collector/config.yaml')) as Collector
    const { traces } = service.pipelines
    expect(Object.keys(receivers)).toEqual(traces.receivers)
    expect(Object.keys(processors)).toEqual(traces.processors)
    expect(Object.keys(exporters)).toEqual(traces.exporters)
  })
})

interface Collector {
  readonly receivers: object
  readonly processors: object
  readonly exporters: object
  readonly service: { readonly pipelines: { readonly traces: Readonly<Record<string, string[]>> } }
}

describe('the stand-in for the OpenAI API', () => {
  const ask = async (body: object, headers: Record<string, string> = {}): Promise<unknown> => {
    const content = { method: 'POST', body: JSON.stringify(body), headers }
    const answer = await fetch(`${openaiUrl}/chat/completions`, content)
    return { status: answer.status, ...((await answer.json()) as object) }
  }
  const key = { authorization: 'Bearer any' }

  test.each([
    ['a missing key', {}, {}, 401, 'an API key is missing; any key is accepted'],
    ['a stream', { stream: true }, key, 400, 'streaming is not supported'],
    ['a body without messages', { model: 'gpt' }, key, 400, 'model and messages are required'],
  ])('refuses %s as OpenAI does', async (_, body, headers, status, message) => {
    expect(await ask(body, headers)).toMatchObject({ status, error: { message } })
  })
})

/** Runs the example in TypeScript. */
async function start(settings: Readonly<Record<string, string>> = {}): Promise<Run> {
  await writeSettings(settings)
  return run('npm', ['start', '--silent'], join(copy, 'typescript'))
}

/** Writes an .env file made from .env.example. Settings that it lacks are added. */
async function writeSettings(settings: Readonly<Record<string, string>>): Promise<void> {
  const values = {
    LANGFUSE_BASE_URL: langfuse.url,
    LANGFUSE_PUBLIC_KEY: langfuse.keys.publicKey,
    LANGFUSE_SECRET_KEY: langfuse.keys.secretKey,
    OPENAI_BASE_URL: openaiUrl,
    ...settings,
  }
  const example = await readFile(join(copy, '.env.example'), 'utf8')
  const env = Object.entries(values).reduce((file, [name, value]) => {
    const line = new RegExp(`^${name}=.*$`, 'm')
    return line.test(file) ? file.replace(line, `${name}=${value}`) : `${file}\n${name}=${value}\n`
  }, example)
  await writeFile(join(copy, '.env'), env)
}

/** Environment without variables that override .env, and without those of jest and npm. */
const environment = Object.fromEntries(
  Object.entries(process.env).filter(
    ([name]) => !/^(?:LANGFUSE_|OPENAI_|OTEL_|AWS_|NODE_OPTIONS$)/.test(name),
  ),
)

async function run(program: string, args: readonly string[], cwd: string): Promise<Run> {
  const child = spawn(program, args, { cwd, env: environment, stdio: ['ignore', 'pipe', 'pipe'] })
  const [stdout, stderr, [exitCode]] = await Promise.all([
    text(child.stdout),
    text(child.stderr),
    once(child, 'close') as Promise<[number | null]>,
  ])
  return { exitCode, stdout, stderr }
}

/** Reads the address that the stand-in prints when it listens. */
async function addressOf(server: ChildProcess): Promise<string> {
  let printed = ''
  for await (const chunk of server.stdout ?? []) {
    printed += String(chunk)
    const [, url] = /OPENAI_BASE_URL=(\S+)\n/.exec(printed) ?? []
    if (url !== undefined) return url
  }
  throw new Error(`the stand-in ended; it printed: ${printed}`)
}
