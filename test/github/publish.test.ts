import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, jest, test } from '@jest/globals'
import { type Publication, publish } from '../../src/github/publish'

const nothing: Publication = {
  outputs: {},
  summary: '## Done',
  warnings: [],
  annotations: [],
  failure: undefined,
}

let folder: string
let env: NodeJS.ProcessEnv
let exitCode: typeof process.exitCode
let printed: string
// One folder for all: @actions/core keeps the path of the summary that it found first.
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'runner-'))
})
afterAll(() => {
  rmSync(folder, { recursive: true })
})
beforeEach(() => {
  env = { ...process.env }
  exitCode = process.exitCode
  for (const name of ['GITHUB_OUTPUT', 'GITHUB_STEP_SUMMARY']) {
    process.env[name] = join(folder, name)
    writeFileSync(join(folder, name), '')
  }
  printed = ''
  jest.spyOn(process.stdout, 'write').mockImplementation((chunk) => {
    printed += String(chunk)
    return true
  })
})
afterEach(() => {
  jest.restoreAllMocks()
  process.env = env
  process.exitCode = exitCode
})

const left = (name: string): string => readFileSync(join(folder, name), 'utf8')
/** Outputs as the runner reads them: `name<<delimiter`, lines, the delimiter. */
const outputs = (): Record<string, string> =>
  Object.fromEntries(
    [...left('GITHUB_OUTPUT').matchAll(/^(.+)<<(\S+)\n([\s\S]*?)\n\2$/gm)].map(
      ([, name = '', , value = '']) => [name, value],
    ),
  )
const commands = (): string[] => printed.split('\n').filter((line) => line.startsWith('::'))
const isFailed = (): boolean => process.exitCode === 1

describe('a step', () => {
  test('leaves its outputs and its summary with the runner', async () => {
    await publish({ ...nothing, outputs: { images: '{"a":"b"}', text: 'two\nlines' } }, process.env)
    expect(outputs()).toEqual({ images: '{"a":"b"}', text: 'two\nlines' })
    expect(left('GITHUB_STEP_SUMMARY')).toBe('## Done\n')
    expect(commands()).toEqual([])
    expect(isFailed()).toBe(false)
  })

  test('adds its summary to what the job has', async () => {
    writeFileSync(join(folder, 'GITHUB_STEP_SUMMARY'), 'before\n')
    await publish(nothing, process.env)
    expect(left('GITHUB_STEP_SUMMARY')).toBe('before\n## Done\n')
  })

  test('that fails says why in a word for the workflow and in words for people', async () => {
    const failure = { reason: 'copy-failed', message: 'web: answered 404' }
    await publish({ ...nothing, outputs: { images: '{}' }, failure }, process.env)
    expect(outputs()).toEqual({ images: '{}', 'failure-reason': 'copy-failed' })
    expect(commands()).toEqual(['::error::web: answered 404'])
    expect(isFailed()).toBe(true)
    expect(left('GITHUB_STEP_SUMMARY')).toBe('## Done\n')
  })

  test('annotates the lines of a file', async () => {
    const annotations = [
      {
        severity: 'error' as const,
        file: 'deploy/images.yaml',
        startLine: 3,
        startColumn: 13,
        message: 'no digest',
      },
    ]
    await publish({ ...nothing, annotations }, process.env)
    expect(commands()).toHaveLength(1)
    expect(commands()[0]).toMatch(
      /^::error (?=.*file=deploy\/images\.yaml)(?=.*line=3)(?=.*col=13).*::no digest$/,
    )
  })

  test('gives no more of a kind than the runner shows', async () => {
    const many = Array.from({ length: 14 }, (_, index) => index)
    const annotations = many.map((line) => ({
      severity: 'error' as const,
      file: 'f',
      startLine: line,
      message: `fault ${line}`,
    }))
    await publish({ ...nothing, warnings: many.map((index) => `warning ${index}`), annotations }, process.env)
    expect(commands().filter((line) => line.startsWith('::warning'))).toHaveLength(10)
    expect(commands().filter((line) => line.startsWith('::error'))).toHaveLength(10)
  })

  test('cannot be made to say commands by words from outside', async () => {
    const words = 'x\n::set-output name=a::b\r\n##[error]c\u001b[31m'
    const failure = { reason: 'copy-failed', message: words }
    const annotations = [
      { severity: 'error' as const, file: 'f', startLine: 1, startColumn: 1, message: words },
    ]
    await publish({ ...nothing, warnings: [words], annotations, failure }, process.env)
    const escaped = 'x%0A: :set-output name=a::b%0A## [error]c'
    expect(commands().map((line) => line.replace(/^::(\w+)[^:]*::/, '$1 '))).toEqual([
      `warning ${escaped}`,
      `error ${escaped}`,
      `error ${escaped}`,
    ])
    expect(printed).not.toContain('##[')
  })

  test('without a place for summaries does without', async () => {
    delete process.env['GITHUB_STEP_SUMMARY']
    await publish({ ...nothing, outputs: { a: 'b' } }, process.env)
    expect(outputs()).toEqual({ a: 'b' })
  })
})
