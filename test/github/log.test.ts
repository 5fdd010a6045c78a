import { Writable } from 'node:stream'
import { describe, expect, test } from '@jest/globals'
import { openLog } from '../../src/github/log'
import { escapeWorkflowCommands } from '../../src/text/sanitize'

/** What a log writes, as the runner reads it. */
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

/** How the runner finds commands (actions/runner, ActionCommand.cs): the new form begins a line, the old one is anywhere. */
const isCommand = (line: string): boolean => /^\s*::/.test(line) || line.includes('##[')

describe('what is logged', () => {
  test('comes a line each', () => {
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
    ['a command after the line end of Windows', 'fine\r\n::error::x', 'fine\n: :error::x'],
    ['a command after the line end of old Macs', 'fine\r::error::x', 'fine\n: :error::x'],
    ['a command after other line ends', 'a\u2028::error::x\u0085::b\u000b::c', 'a::error::x::b::c'],
    ['a command of three colons', ':::error::x', ': ::error::x'],
    ['a command behind a mark that cannot be seen', '\ufeff::error::x', ': :error::x'],
    ['a command behind a zero byte', '\u0000::error::x', ': :error::x'],
    ['a command behind a colour', '\u001b[31m::error::x', ': :error::x'],
    ['an old command', '##[error]x', '## [error]x'],
    ['an old command within a line', 'a ##[error]x ##[b]', 'a ## [error]x ## [b]'],
    ['an old command with more of it', '###[error]x', '### [error]x'],
    ['an old command split by what cannot be seen', '#\u200b#\u0007[error]x', '## [error]x'],
    ['an old command split by a colour', '##\u001b[0m[error]x', '## [error]x'],
    ['colours', '\u001b[1;31mred\u001b[0m', 'red'],
    ['what hides or turns text', 'a\u202eb\u2066c\u200dd', 'abcd'],
  ])('is no longer %s', (_, text, expected) => {
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
  ])('stays as it is: %j', (text) => {
    expect(escapeWorkflowCommands(text)).toBe(text)
  })
})

describe('a secret', () => {
  test('is masked by the command that the runner knows', () => {
    expect(
      written(({ mask }) => {
        mask('p4ss')
      }),
    ).toBe('::add-mask::p4ss\n')
  })

  test('of several lines is masked line by line, without empty ones, which would mask everything', () => {
    expect(
      written(({ mask }) => {
        mask('one\r\n\ntwo\n')
      }),
    ).toBe('::add-mask::one\n::add-mask::two\n')
    expect(
      written(({ mask }) => {
        mask('')
      }),
    ).toBe('')
  })

  test('cannot end the command or hide from it', () => {
    expect(
      written(({ mask }) => {
        mask('50%0A::x\r::y')
      }),
    ).toBe('::add-mask::50%250A::x%0D::y\n')
  })
})
