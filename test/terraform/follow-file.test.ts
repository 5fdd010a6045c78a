import { describe, expect, test } from '@jest/globals'
import { LineSplitter, MAX_LINE_LENGTH } from '../../src/terraform/follow-file'

describe('lines', () => {
  test('that are too long are truncated, with the number of omitted characters', () => {
    const split: string[] = []
    const lines = new LineSplitter((one) => split.push(one))
    for (let at = 0; at < 20; at++) lines.add(Buffer.alloc(100_000, 'x'))
    lines.add(Buffer.from('\nnext\r\n\rlast'))
    lines.end()
    expect(split).toEqual([
      `${'x'.repeat(MAX_LINE_LENGTH)}… (${2_000_000 - MAX_LINE_LENGTH} more characters)`,
      'next',
      '\rlast',
    ])
  })

  test('may contain bytes that are not UTF-8', () => {
    const split: string[] = []
    const lines = new LineSplitter((one) => split.push(one))
    lines.add(Buffer.from([0x61, 0xff, 0xe2, 0x82]))
    lines.add(Buffer.from([0x0a, 0xe2, 0x82]))
    lines.end()
    expect(split).toEqual(['a\ufffd\ufffd', '\ufffd'])
  })
})
