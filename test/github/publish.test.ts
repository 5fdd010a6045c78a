import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, jest, test } from '@jest/globals'
import { type StepResult, publish } from '../../src/github/publish'

const emptyResult: StepResult = {
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
// A single directory, because @actions/core caches the path of the summary file.
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
/** Parses `name<<delimiter`, lines, delimiter. */
const outputs = (): Record<string, string> =>
  Object.fromEntries(
    [...left('GITHUB_OUTPUT').matchAll(/^(.+)<<(\S+)\n([\s\S]*?)\n\2$/gm)].map(
      ([, name = '', , value = '']) => [name, value],
    ),
  )
const commands = (): string[] => printed.split('\n').filter((line) => line.startsWith('::'))
const isFailed = (): boolean => process.exitCode === 1

describe('a step', () => {
  test('that fails ends message and summary with a link to the help', () => {
    const source = { GITHUB_ACTION_REPOSITORY: 'acme/langfuse-deploy', GITHUB_ACTION_REF: 'v1' }
    const failure = { reason: 'state-locked', message: 'The state is locked.' }
    const long = { ...emptyResult, summary: `## Failed\n\n${'row\n'.repeat(400_000)}`, failure }
    publish(long, { ...process.env, ...source })
    const url = 'https://github.com/acme/langfuse-deploy/blob/v1/docs/failure-reasons.md#state-locked'
    expect(commands()).toContain(`::error::The state is locked.%0AHelp: ${url}`)
    expect(left('GITHUB_STEP_SUMMARY')).toMatch(/\n\[Help\]\(https:.*#state-locked\)\n$/)
    expect(left('GITHUB_STEP_SUMMARY').length).toBeLessThanOrEqual(1024 * 1024)
  })

  test('writes its outputs and its summary', () => {
    publish({ ...emptyResult, outputs: { images: '{"a":"b"}', text: 'two\nlines' } }, process.env)
    expect(outputs()).toEqual({ images: '{"a":"b"}', text: 'two\nlines' })
    expect(left('GITHUB_STEP_SUMMARY')).toBe('## Done\n')
    expect(commands()).toEqual([])
    expect(isFailed()).toBe(false)
  })

  test('appends its summary', () => {
    writeFileSync(join(folder, 'GITHUB_STEP_SUMMARY'), 'before\n')
    publish(emptyResult, process.env)
    expect(left('GITHUB_STEP_SUMMARY')).toBe('before\n## Done\n')
  })

  test('that fails sets failure-reason and prints the message', () => {
    const failure = { reason: 'copy-failed', message: 'web: answered 404' }
    publish({ ...emptyResult, outputs: { images: '{}' }, failure }, process.env)
    expect(outputs()).toEqual({ images: '{}', 'failure-reason': 'copy-failed' })
    expect(commands()).toEqual(['::error::web: answered 404'])
    expect(isFailed()).toBe(true)
    expect(left('GITHUB_STEP_SUMMARY')).toBe('## Done\n')
  })

  test('annotates the lines of a file', () => {
    const annotations = [
      {
        severity: 'error' as const,
        file: 'deploy/images.yaml',
        startLine: 3,
        startColumn: 13,
        message: 'no digest',
      },
    ]
    publish({ ...emptyResult, annotations }, process.env)
    expect(commands()).toHaveLength(1)
    expect(commands()[0]).toMatch(
      /^::error (?=.*file=deploy\/images\.yaml)(?=.*line=3)(?=.*col=13).*::no digest$/,
    )
  })

  test('prints at most the annotations that the runner shows', () => {
    const many = Array.from({ length: 14 }, (_, index) => index)
    const annotations = many.map((line) => ({
      severity: 'error' as const,
      file: 'f',
      startLine: line,
      message: `error ${line}`,
    }))
    publish({ ...emptyResult, warnings: many.map((index) => `warning ${index}`), annotations }, process.env)
    expect(commands().filter((line) => line.startsWith('::warning'))).toHaveLength(10)
    expect(commands().filter((line) => line.startsWith('::error'))).toHaveLength(10)
  })

  test('cannot be made to print commands by external text', () => {
    const text = 'x\n::set-output name=a::b\r\n##[error]c\u001b[31m'
    const failure = { reason: 'copy-failed', message: text }
    const annotations = [
      { severity: 'error' as const, file: 'f', startLine: 1, startColumn: 1, message: text },
    ]
    publish({ ...emptyResult, warnings: [text], annotations, failure }, process.env)
    const escaped = 'x%0A: :set-output name=a::b%0A## [error]c'
    expect(commands().map((line) => line.replace(/^::(\w+)[^:]*::/, '$1 '))).toEqual([
      `error ${escaped}`,
      `warning ${escaped}`,
      `error ${escaped}`,
    ])
    expect(printed).not.toContain('##[')
  })

  test('needs no summary file', () => {
    delete process.env['GITHUB_STEP_SUMMARY']
    publish({ ...emptyResult, outputs: { a: 'b' } }, process.env)
    expect(outputs()).toEqual({ a: 'b' })
  })

  test('prints no output into the log if there is no output file', () => {
    delete process.env['GITHUB_OUTPUT']
    publish({ ...emptyResult, outputs: { summary: 'all of the Markdown' } }, process.env)
    expect(printed).toBe('')
  })
})

describe('a file of the runner that cannot be written', () => {
  const failure = { reason: 'apply-failed', message: '3 of 4 changes were applied' }
  const result = { ...emptyResult, outputs: { added: '1', changed: '2' }, failure }

  test.each([
    ['GITHUB_OUTPUT', 'GITHUB_STEP_SUMMARY', '## Done\n'],
    ['GITHUB_STEP_SUMMARY', 'GITHUB_OUTPUT', 'failure-reason'],
  ])('hides neither the failure nor the other file: %s', (broken, other, written) => {
    // Linux's device for a full disk.
    process.env[broken] = '/dev/full'
    publish(result, process.env)
    expect(isFailed()).toBe(true)
    expect(commands()[0]).toBe('::error::3 of 4 changes were applied')
    expect(commands().slice(1)).toEqual([
      expect.stringMatching(
        /^::warning::.*(?:failure-reason|job summary): ENOSPC.*Check the disk of the runner/,
      ),
    ])
    expect(left(other)).toContain(written)
  })

  test('does not fail a step that succeeded', () => {
    process.env['GITHUB_OUTPUT'] = join(folder, 'missing/output')
    publish({ ...emptyResult, outputs: { added: '1' } }, process.env)
    expect(isFailed()).toBe(false)
    expect(commands()).toEqual([expect.stringMatching(/^::warning::.*the output added: ENOENT/)])
  })
})
