import { Writable } from 'node:stream'
import { describe, expect, test } from '@jest/globals'
import { type Log, openLog } from '../../src/github/log'

function logged(use: (log: Log) => void): string {
  let text = ''
  const write = (chunk: Buffer, _: string, done: () => void): void => {
    text += chunk.toString()
    done()
  }
  use(openLog(new Writable({ write })))
  return text
}

describe('the log', () => {
  test('folds what is between a group and its end', () => {
    const text = logged((log) => {
      log.group('terraform plan')
      log.info('Plan: 2 to add')
      log.endGroup()
    })
    expect(text).toBe('::group::terraform plan\nPlan: 2 to add\n::endgroup::\n')
  })

  test('has a title of a group on one line, in which nothing is a command', () => {
    const text = logged((log) => {
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
  ])('is not led by what Terraform prints: %j', (line) => {
    const text = logged((log) => {
      log.info(line)
    })
    expect(text).not.toMatch(/^\s*::|##\[/m)
  })

  test('masks each line of a secret', () => {
    const text = logged((log) => {
      log.mask('one\ntwo%')
    })
    expect(text).toBe('::add-mask::one\n::add-mask::two%25\n')
  })
})
