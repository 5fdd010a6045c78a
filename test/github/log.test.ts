import { Writable } from 'node:stream'
import { describe, expect, test } from '@jest/globals'
import { openLog } from '../../src/github/log'
import { escapeWorkflowCommands } from '../../src/text/sanitize'

function written(use: (log: ReturnType<typeof openLog>) => void): string {
  let text = ''
  const output = new Writable({
    write(chunk: Buffer, _, done) {
      text += chunk.toString()
      done()
    },
  })
  use(openLog(output))
  return text
}

/** The runner finds new commands at the start of a line, old ones anywhere (actions/runner, ActionCommand.cs). */
const isCommand = (line: string): boolean => /^\s*::/.test(line) || line.includes('##[')

describe('a message', () => {
  test('is one line', () => {
    expect(
      written(({ info }) => {
        ;['one', 'two: ::notice', ''].forEach(info)
      }),
    ).toBe('one\ntwo: ::notice\n\n')
  })

  test.each([
    ['a command', '::set-output name=a::b', ': :set-output name=a::b'],
    ['a command after spaces', ' \t::error::x', ' \t: :error::x'],
    ['a command in the second line', 'fine\n::error::x', 'fine\n: :error::x'],
    ['a command after a Windows line end', 'fine\r\n::error::x', 'fine\n: :error::x'],
    ['a command after a carriage return', 'fine\r::error::x', 'fine\n: :error::x'],
    ['a command after other line ends', 'a\u2028::error::x\u0085::b\u000b::c', 'a::error::x::b::c'],
    ['a command with three colons', ':::error::x', ': ::error::x'],
    ['a command after an invisible character', '\ufeff::error::x', ': :error::x'],
    ['a command after a NUL byte', '\u0000::error::x', ': :error::x'],
    ['a command after a color', '\u001b[31m::error::x', ': :error::x'],
    ['an old command', '##[error]x', '## [error]x'],
    ['an old command within a line', 'a ##[error]x ##[b]', 'a ## [error]x ## [b]'],
    ['an old command after another character', '###[error]x', '### [error]x'],
    ['an old command split by invisible characters', '#\u200b#\u0007[error]x', '## [error]x'],
    ['an old command split by a color', '##\u001b[0m[error]x', '## [error]x'],
    ['colors', '\u001b[1;31mred\u001b[0m', 'red'],
    ['invisible and bidirectional characters', 'a\u202eb\u2066c\u200dd', 'abcd'],
  ])('is not %s', (_, text, expected) => {
    expect(escapeWorkflowCommands(text)).toBe(expected)
    expect(escapeWorkflowCommands(text).split('\n').some(isCommand)).toBe(false)
    expect(
      written(({ info }) => {
        info(text)
      }),
    ).toBe(`${expected}\n`)
  })

  test.each([
    'a::b',
    'http://[::1]:5000/v2/',
    'sha256:a1',
    'Ä € 👍🏽 █░ …',
    'tab\there',
    '# [x]',
    'list:\n- a',
  ])('is unchanged: %j', (text) => {
    expect(escapeWorkflowCommands(text)).toBe(text)
  })
})

describe('a secret', () => {
  test('is masked by a workflow command', () => {
    expect(
      written(({ mask }) => {
        mask('p4ss')
      }),
    ).toBe('::add-mask::p4ss\n')
  })

  test('is masked line by line, without empty lines', () => {
    expect(
      written(({ mask }) => {
        mask('first\r\n\nsecond\n')
      }),
    ).toBe('::add-mask::first\n::add-mask::second\n')
    expect(
      written(({ mask }) => {
        mask('')
      }),
    ).toBe('')
  })

  test('is masked without the brackets of a JSON document', () => {
    expect(
      written(({ mask }) => {
        mask('{\n  "a": "p4ss"\n}')
      }),
    ).toBe('::add-mask::  "a": "p4ss"\n')
  })

  test('cannot end the command', () => {
    expect(
      written(({ mask }) => {
        mask('50%0A::x\r::y')
      }),
    ).toBe('::add-mask::50%250A::x%0D::y\n')
  })
})

describe('a group', () => {
  test('encloses the lines up to its end', () => {
    const text = written((log) => {
      log.group('terraform plan')
      log.info('Plan: 2 to add')
      log.endGroup()
    })
    expect(text).toBe('::group::terraform plan\nPlan: 2 to add\n::endgroup::\n')
  })

  test('has a single-line title without commands', () => {
    const text = written((log) => {
      log.group('plan\n::error::x\r\n\u001b[1m100%')
    })
    expect(text).toBe('::group::plan : :error::x 100%25\n')
  })

  test.each([
    '::endgroup::',
    '  ::endgroup::',
    '##[endgroup]',
    'a\r::set-output name=a::b',
    '::stop-commands::x',
  ])('is not ended by a line of output: %j', (line) => {
    const text = written((log) => {
      log.info(line)
    })
    expect(text).not.toMatch(/^\s*::|##\[/m)
  })
})
