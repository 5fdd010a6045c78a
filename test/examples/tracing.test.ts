import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { basename, join } from 'node:path'
import { text } from 'node:stream/consumers'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from '@jest/globals'
import { FakeLangfuse } from '../../testkit/langfuse/server'
import { programIsMissing } from '../../testkit/runner/program'

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
    expect(stderr).toContain('Unauthorized')
    expect(langfuse.spans.size).toBe(0)
  })

  test('traces a failed completion and fails', async () => {
    const { exitCode, stderr } = await start({ OPENAI_BASE_URL: UNREACHABLE })
    expect(exitCode).toBe(1)
    expect(stderr).toContain('Connection error')
    expect([...langfuse.spans.values()]).toMatchObject([{ type: 'GENERATION', model: 'gpt-4.1-mini' }])
  })

  test('has no type errors', async () => {
    expect(await run('npm', ['run', 'typecheck'], join(copy, 'typescript'))).toMatchObject({ exitCode: 0 })
  })
})

// The packages are not installed. The tests check only the syntax and the pinned versions.
describe('the example in Python', () => {
  const missing = programIsMissing('python3', 'apt-get install python3')

  ;(missing === undefined ? test : test.skip)(`can be read by Python ${missing ?? ''}`, async () => {
    expect(await run('python3', ['-m', 'py_compile', 'main.py'], join(copy, 'python'))).toMatchObject({
      exitCode: 0,
      stderr: '',
    })
  })

  test('pins its packages', async () => {
    const lines = (await readFile(join(EXAMPLE, 'python/requirements.txt'), 'utf8')).trim().split('\n')
    const packages = lines.filter((line) => !line.startsWith('#'))
    expect(packages.map((line) => line.split('==')[0])).toEqual(['langfuse', 'openai', 'python-dotenv'])
    for (const line of packages) expect(line).toMatch(/^[\w-]+==\d+\.\d+\.\d+$/)
  })
})

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

/** Runs the example with an .env file made from .env.example. */
async function start(settings: Readonly<Record<string, string>> = {}): Promise<Run> {
  const values = {
    LANGFUSE_BASE_URL: langfuse.url,
    LANGFUSE_PUBLIC_KEY: langfuse.keys.publicKey,
    LANGFUSE_SECRET_KEY: langfuse.keys.secretKey,
    OPENAI_BASE_URL: openaiUrl,
    ...settings,
  }
  const example = await readFile(join(copy, '.env.example'), 'utf8')
  for (const name of Object.keys(values)) expect(example).toMatch(new RegExp(`^${name}=`, 'm'))
  const env = Object.entries(values).reduce(
    (file, [name, value]) => file.replace(new RegExp(`^${name}=.*$`, 'm'), `${name}=${value}`),
    example,
  )
  await writeFile(join(copy, '.env'), env)
  return run('npm', ['start', '--silent'], join(copy, 'typescript'))
}

/** Environment without variables that override .env, and without those of jest and npm. */
const environment = Object.fromEntries(
  Object.entries(process.env).filter(([name]) => !/^(?:LANGFUSE_|OPENAI_|OTEL_|NODE_OPTIONS$)/.test(name)),
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
