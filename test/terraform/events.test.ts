import { describe, expect, test } from '@jest/globals'
import { ApplyProgress } from '../../src/terraform/apply-progress'
import { lockOf } from '../../src/terraform/diagnostic'
import { parseLine } from '../../src/terraform/events'
import { Lines, LONGEST_LINE } from '../../src/terraform/follow-file'

const line = (fields: Record<string, unknown>): string =>
  JSON.stringify({ '@message': 'as a person reads it', ...fields })

describe('a line', () => {
  test.each([
    [
      '{"type":"diagnostic"}',
      { kind: 'diagnostic', diagnostic: { severity: 'error', summary: '', detail: '' } },
    ],
    ['{"type":"diagnostic","diagnostic":7}', { kind: 'diagnostic' }],
    [
      '{"type":"planned_change","change":{"resource":null}}',
      { kind: 'planned-change', address: '', action: '' },
    ],
    ['{"type":"apply_start","hook":[]}', { kind: 'apply', step: 'start', address: '' }],
    ['{"type":"change_summary","changes":{"add":"many"}}', { kind: 'summary', add: 0 }],
    ['{"type":"outputs","outputs":{"a":{},"b":{}}}', { kind: 'outputs', names: ['a', 'b'] }],
    ['{"type":"of_tomorrow","@message":"new"}', { kind: 'other', type: 'of_tomorrow', message: 'new' }],
    ['{"type":7}', { kind: 'text', message: '{"type":7}' }],
    ['{"type":"version"', { kind: 'text', message: '{"type":"version"' }],
    ['[1]', { kind: 'text', message: '[1]' }],
    ['', { kind: 'text', message: '' }],
    ['panic: runtime error', { kind: 'text', message: 'panic: runtime error' }],
    ['{"type":"__proto__","kind":"text"}', { kind: 'other', type: '__proto__' }],
    ['{"type":"constructor"}', { kind: 'other', type: 'constructor' }],
  ])('%s is an event', (text, event) => {
    expect(parseLine(text)).toMatchObject(event)
  })

  test('of a resource that drifted tells it from one that is to change', () => {
    const change = { resource: { addr: 'aws_x.y' }, action: 'update' }
    expect(parseLine(line({ type: 'resource_drift', change }))).toMatchObject({
      kind: 'drift',
      address: 'aws_x.y',
    })
  })

  test('is cleaned before anything is made of it', () => {
    const fields = {
      type: 'diagnostic',
      diagnostic: { severity: 'warning', summary: 'S', detail: 'hunter2hunter2' },
    }
    const clean = (value: unknown): unknown =>
      JSON.parse(JSON.stringify(value).replaceAll('hunter2hunter2', '***')) as unknown
    expect(JSON.stringify(parseLine(line(fields), clean))).not.toContain('hunter2')
  })
})

describe('lines', () => {
  test('that are too long are cut and counted', () => {
    const heard: string[] = []
    const lines = new Lines((one) => heard.push(one))
    for (let at = 0; at < 20; at++) lines.add(Buffer.alloc(100_000, 'x'))
    lines.add(Buffer.from('\nnext\r\n\rlast'))
    lines.end()
    expect(heard).toEqual([
      `${'x'.repeat(LONGEST_LINE)}… (${2_000_000 - LONGEST_LINE} more characters)`,
      'next',
      '\rlast',
    ])
  })

  test('survive bytes that are no UTF-8', () => {
    const heard: string[] = []
    const lines = new Lines((one) => heard.push(one))
    lines.add(Buffer.from([0x61, 0xff, 0xe2, 0x82]))
    lines.add(Buffer.from([0x0a, 0xe2, 0x82]))
    lines.end()
    expect(heard).toEqual(['a\ufffd\ufffd', '\ufffd'])
  })
})

describe('a lock', () => {
  const diagnostic = (summary: string, detail: string) => ({
    severity: 'error' as const,
    summary,
    detail,
    address: undefined,
    range: undefined,
  })
  const INFO =
    'Lock Info:\n  ID:        1-2\n  Path:      b/k\n  Operation: OperationTypePlan\n  Who:       me@host\n  Version:   1.11.4\n  Created:   2026-11-23 22:00:00 +0000 UTC\n  Info:      \n'

  test('is read from the error, not from the words around it', () => {
    const detail = `Error message: ID: forged\nLock Info:\n  ID: forged\n\n${INFO}\n\nTerraform acquires a state lock`
    expect(lockOf(diagnostic('Error acquiring the state lock', detail))).toEqual({
      kind: 'held',
      id: '1-2',
      path: 'b/k',
      operation: 'OperationTypePlan',
      who: 'me@host',
      version: '1.11.4',
      created: '2026-11-23 22:00:00 +0000 UTC',
      info: '',
    })
    expect(lockOf(diagnostic('Error releasing the state lock', INFO))).toMatchObject({ kind: 'left' })
  })

  test.each([
    ['another error', 'Error', INFO],
    ['no information', 'Error acquiring the state lock', 'AccessDenied'],
    ['no id', 'Error acquiring the state lock', 'Lock Info:\n  ID:\n  Who: me'],
  ])('is not made up of %s', (_, summary, detail) => {
    expect(lockOf(diagnostic(summary, detail))).toBeUndefined()
  })
})

test('an apply that dies leaves what was under way unfinished', () => {
  const progress = new ApplyProgress()
  const resource = (addr: string) => ({ resource: { addr } })
  const lines = [
    { type: 'planned_change', change: { ...resource('a'), action: 'replace' } },
    { type: 'planned_change', change: { ...resource('b'), action: 'create' } },
    { type: 'planned_change', change: { ...resource('c'), action: 'move' } },
    { type: 'apply_start', hook: { ...resource('a'), action: 'delete' } },
    { type: 'apply_complete', hook: { ...resource('a'), action: 'delete', elapsed_seconds: 4 } },
    { type: 'apply_start', hook: { ...resource('d'), action: 'read' } },
  ]
  for (const one of lines) progress.take(parseLine(line(one)))
  expect(progress.report()).toEqual({
    applied: [],
    failed: [],
    unfinished: [
      { address: 'a', action: 'replace', seconds: 4, done: ['delete'] },
      { address: 'd', action: 'read', seconds: 0, done: [] },
    ],
    notTried: [
      { address: 'b', action: 'create' },
      { address: 'c', action: 'move' },
    ],
    diagnostics: [],
    summary: undefined,
  })
})
