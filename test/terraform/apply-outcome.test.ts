import { describe, expect, test } from '@jest/globals'
import { stateOutcomeOf } from '../../src/terraform/apply-outcome'
import { ApplyProgress } from '../../src/terraform/apply-progress'
import { parseEvent } from '../../src/terraform/events'

type Line = Readonly<Record<string, unknown>>
const step = (type: string): Line => ({ type, hook: { resource: { addr: 'a.b' }, action: 'create' } })
const diagnostic = (summary: string, severity = 'error'): Line => ({
  type: 'diagnostic',
  diagnostic: { severity, summary, detail: '' },
})
const COUNT: Line = { type: 'change_summary', changes: { add: 1, operation: 'apply' } }
const STARTED = step('apply_start')
const HALTED = diagnostic('execution halted')

describe('the state', () => {
  test.each<readonly [string, string, readonly Line[]]>([
    ['persisted', 'after the summary', [STARTED, step('apply_complete'), COUNT]],
    ['persisted', 'after a summary without changes', [COUNT]],
    ['persisted', 'after a final error', [STARTED, step('apply_errored'), HALTED]],
    ['unchanged', 'when the apply failed before its first change', [diagnostic('Saved plan is stale')]],
    ['unknown', 'when the output ends after a change', [STARTED, step('apply_complete')]],
    ['unknown', 'without any output', []],
    ['unknown', 'when the last diagnostic is a warning', [STARTED, diagnostic('Deprecated', 'warning')]],
    [
      'unknown',
      'when only the first attempt to save is known to have failed',
      [STARTED, diagnostic('Error saving current state')],
    ],
    [
      'persisted',
      'when only the first of two attempts to save failed',
      [STARTED, diagnostic('Error saving current state'), HALTED],
    ],
    ['not-persisted', 'after "Failed to save state"', [STARTED, HALTED, diagnostic('Failed to save state')]],
    [
      'not-persisted',
      'after "Failed to persist state to backend"',
      [STARTED, diagnostic('Failed to persist state to backend')],
    ],
  ])('is %s %s', (outcome, _, lines) => {
    const progress = new ApplyProgress()
    for (const line of lines) progress.add(parseEvent(JSON.stringify(line)))
    expect(stateOutcomeOf(progress.report())).toBe(outcome)
  })
})
