import { describe, expect, test } from '@jest/globals'
import { stateOutcomeOf } from '../../src/terraform/apply-outcome'
import { ApplyProgress } from '../../src/terraform/apply-progress'
import { parseLine } from '../../src/terraform/events'

type Line = Readonly<Record<string, unknown>>
const step = (type: string): Line => ({ type, hook: { resource: { addr: 'a.b' }, action: 'create' } })
const complaint = (summary: string, severity = 'error'): Line => ({
  type: 'diagnostic',
  diagnostic: { severity, summary, detail: '' },
})
const COUNT: Line = { type: 'change_summary', changes: { add: 1, operation: 'apply' } }
const BEGUN = step('apply_start')
const HALTED = complaint('execution halted')

describe('what became of the state', () => {
  test.each<readonly [string, string, readonly Line[]]>([
    ['saved', 'after its count', [BEGUN, step('apply_complete'), COUNT]],
    ['saved', 'after its count when nothing had to change', [COUNT]],
    ['saved', 'after it said what went wrong', [BEGUN, step('apply_errored'), HALTED]],
    ['untouched', 'when it failed before it began', [complaint('Saved plan is stale')]],
    ['unheard', 'when it said no more', [BEGUN, step('apply_complete')]],
    ['unheard', 'when it said nothing at all', []],
    ['unheard', 'after no more than a warning', [BEGUN, complaint('Deprecated', 'warning')]],
    ['unheard', 'when only the first try to save failed', [BEGUN, complaint('Error saving current state')]],
    ['saved', 'when a later try did it', [BEGUN, complaint('Error saving current state'), HALTED]],
    ['unsaved', 'when it says so', [BEGUN, HALTED, complaint('Failed to save state')]],
    ['unsaved', 'when it says so in other words', [BEGUN, complaint('Failed to persist state to backend')]],
  ])('is %s %s', (fate, _, lines) => {
    const progress = new ApplyProgress()
    for (const line of lines) progress.take(parseLine(JSON.stringify(line)))
    expect(stateOutcomeOf(progress.report())).toBe(fate)
  })
})
