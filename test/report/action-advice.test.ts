import { expect, test } from '@jest/globals'
import { TERRAFORM } from '../../src/plan/engine'
import { parseActionInvocation } from '../../src/plan/pending'
import { actionAdvice, endedActionsAdvice } from '../../src/report/action-advice'
import type { ActionRun, ApplyReport } from '../../src/terraform/apply-progress'

const planned = (
  name: string,
  triggeredBy: string | undefined,
  event: string,
  onFailure = 'ActionOnFailureHalt',
) =>
  parseActionInvocation({
    ...{ address: `action.x.${name}`, type: 'x', name },
    lifecycle_action_trigger: {
      ...{ triggering_resource_address: triggeredBy, action_trigger_event: event, on_failure: onFailure },
    },
  })

const run = (
  { address, triggeredBy, event }: Pick<ActionRun, 'address' | 'triggeredBy' | 'event'>,
  status: ActionRun['status'] = 'failed',
) => ({
  ...{ address, triggeredBy, event, status, error: '' },
})

const report = (part: Partial<ApplyReport>): ApplyReport => ({
  ...{ applied: [], failed: [], unfinished: [], notStarted: [], actions: [], diagnostics: [] },
  summary: undefined,
  ...part,
})

const done = [{ address: 'a.b', action: 'create', seconds: 1 }]
const base = { engine: TERRAFORM, outcome: 'failed' as const }
const LOST =
  'A provider action whose change is complete does not run again by itself, not even in a re-run of the job. After the cause is fixed, merge a pull request that adds this input to plan and apply: invoke: action.x.one.'

test('nothing is said if every action ran', () => {
  const one = planned('one', 'a.b', 'AfterCreate')
  const advice = actionAdvice({
    ...base,
    planned: [one],
    report: report({ applied: done, actions: [run(one, 'completed')] }),
  })
  expect(advice).toEqual([])
})

test.each([
  ['that failed after its change', 'failed'],
  ['whose result is unknown', 'running'],
] as const)('an action %s is not run by a re-run', (_, status) => {
  const one = planned('one', 'a.b', 'AfterCreate')
  const ended = { planned: [one], report: report({ applied: done, actions: [run(one, status)] }) }
  expect(actionAdvice({ ...base, ...ended })).toEqual([LOST])
})

test('an action after a failure of another one of the same change is not run by a re-run', () => {
  const [one, two] = [planned('one', 'a.b', 'AfterCreate'), planned('two', 'a.b', 'AfterCreate')]
  const failed = [
    { address: 'a.b', action: 'create', seconds: 1, done: [], message: '', failedAction: two.address },
  ]
  const advice = actionAdvice({
    ...base,
    planned: [one, two],
    report: report({ failed, actions: [run(two)] }),
  })
  expect(advice).toEqual([
    LOST.replace('invoke: action.x.one.', 'invoke: action.x.two, then invoke: action.x.one.'),
  ])
})

test('an action before a change that was not made runs again with it', () => {
  const [before, later] = [planned('one', 'a.b', 'BeforeCreate'), planned('two', 'a.c', 'AfterCreate')]
  const advice = actionAdvice({
    ...{ ...base, planned: [before, later] },
    report: report({ actions: [run(before)], notStarted: [{ address: 'a.c', action: 'create' }] }),
  })
  expect(advice).toEqual([
    'A re-run also runs the provider actions of its changes: action.x.one, action.x.two.',
  ])
})

test('an action with on_failure = taint is run by the replacement', () => {
  const one = planned('one', 'a.b', 'AfterCreate', 'ActionOnFailureTaint')
  const failed = [
    { address: 'a.b', action: 'create', seconds: 1, done: [], message: '', failedAction: one.address },
  ]
  const [advice, ...others] = actionAdvice({
    ...base,
    planned: [one],
    report: report({ failed, actions: [run(one)] }),
  })
  expect(others).toEqual([])
  expect(advice).toContain(
    'marked the created resource as tainted, because its provider action failed: action.x.one.',
  )
})

test('an action with on_failure = continue has failed, although the apply is complete', () => {
  const one = planned('one', 'a.b', 'AfterUpdate', 'ActionOnFailureContinue')
  const ended = {
    planned: [one, planned('two', 'a.b', 'AfterUpdate')],
    report: report({ applied: done, actions: [run(one)] }),
  }
  expect(actionAdvice({ ...base, ...ended, outcome: 'applied' })).toEqual([LOST])
})

test('an action that was requested by -invoke is named', () => {
  const one = planned('one', undefined, '')
  const advice = actionAdvice({
    ...base,
    planned: [one],
    report: report({ actions: [run({ ...one, event: undefined })] }),
  })
  expect(advice).toEqual([LOST])
})

test('a re-run after a failed apply names the actions of completed changes', () => {
  expect(endedActionsAdvice([])).toEqual([])
  expect(endedActionsAdvice(['action.x.one (AfterCreate of a.b)'])).toEqual([
    'An earlier apply completed the changes of these provider actions, so they do not run again: `action.x.one (AfterCreate of a.b)`. If its summary says that one failed, merge a pull request that adds the input `invoke` with its address to plan and apply.',
  ])
})
