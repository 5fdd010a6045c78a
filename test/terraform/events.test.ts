import { describe, expect, test } from '@jest/globals'
import { ApplyProgress } from '../../src/terraform/apply-progress'
import { parseEvent } from '../../src/terraform/events'

const line = (fields: Record<string, unknown>): string =>
  JSON.stringify({ '@message': 'a message', ...fields })

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
    expect(parseEvent(text)).toMatchObject(event)
  })

  test('of a drifted resource differs from that of a planned change', () => {
    const change = { resource: { addr: 'aws_x.y' }, action: 'update' }
    expect(parseEvent(line({ type: 'resource_drift', change }))).toMatchObject({
      kind: 'drift',
      address: 'aws_x.y',
    })
  })

  test('is cleaned before it is parsed', () => {
    const fields = {
      type: 'diagnostic',
      diagnostic: { severity: 'warning', summary: 'S', detail: 'hunter2hunter2' },
    }
    const clean = (value: unknown): unknown =>
      JSON.parse(JSON.stringify(value).replaceAll('hunter2hunter2', '***')) as unknown
    expect(JSON.stringify(parseEvent(line(fields), clean))).not.toContain('hunter2')
  })
})

test('an apply without an end has unfinished and not started changes', () => {
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
  for (const one of lines) progress.add(parseEvent(line(one)))
  expect(progress.report()).toEqual({
    applied: [],
    failed: [],
    unfinished: [
      { address: 'a', action: 'replace', seconds: 4, done: ['delete'], isRunning: false },
      { address: 'd', action: 'read', seconds: 0, done: [], isRunning: true },
    ],
    actions: [],
    notStarted: [
      { address: 'b', action: 'create' },
      { address: 'c', action: 'move' },
    ],
    diagnostics: [],
    summary: undefined,
  })
})

test('provider actions are reported in the order in which they began, with their results', () => {
  const progress = new ApplyProgress()
  const action = (addr: string, event: string) => ({
    action: { addr, action_type: 'aws_lambda_invoke' },
    lifecycle: { resource: { addr: 'a' }, trigger_index: 0, actions_index: 0, trigger_event: event },
  })
  const lines = [
    { type: 'planned_change', change: { resource: { addr: 'a' }, action: 'create' } },
    { type: 'apply_start', hook: { resource: { addr: 'a' }, action: 'create' } },
    { type: 'action_start', hook: action('action.x.one', 'BeforeCreate') },
    { type: 'action_progress', hook: { ...action('action.x.one', 'BeforeCreate'), message: 'half' } },
    { type: 'action_complete', hook: action('action.x.one', 'BeforeCreate') },
    { type: 'action_start', hook: action('action.x.two', 'AfterCreate') },
    { type: 'action_errored', hook: { ...action('action.x.two', 'AfterCreate'), error: 'exit 1' } },
    { type: 'apply_errored', hook: { resource: { addr: 'a' }, action: 'create' } },
    { type: 'action_start', hook: { action: { addr: 'action.x.three' }, invoke: {} } },
  ]
  for (const fields of lines) progress.add(parseEvent(line(fields)))
  const { actions, failed } = progress.report()
  expect(actions).toEqual([
    { address: 'action.x.one', triggeredBy: 'a', event: 'BeforeCreate', status: 'completed', error: '' },
    { address: 'action.x.two', triggeredBy: 'a', event: 'AfterCreate', status: 'failed', error: 'exit 1' },
    { address: 'action.x.three', triggeredBy: undefined, event: undefined, status: 'running', error: '' },
  ])
  expect(failed).toMatchObject([{ address: 'a', failedAction: 'action.x.two' }])
})
