import { describe, expect, test } from '@jest/globals'
import { rejectPartialPlans, rejectRefreshOnly } from '../../../src/commands/stack/plan-options'

describe('a plan that leaves out every change of the configuration', () => {
  test.each(['-refresh-only', '"-refresh-only=true"', '-var=pin=1234  -refresh-only -lock=false'])(
    'is rejected, without other arguments, which may be secret: %s',
    (value) => {
      expect(() => {
        rejectRefreshOnly({ TF_CLI_ARGS_plan: value })
      }).toThrow(
        "TF_CLI_ARGS_plan: '-refresh-only' makes a plan that leaves out every change of the configuration. Remove the option from TF_CLI_ARGS_plan.",
      )
    },
  )

  test.each([
    '',
    '-refresh=false',
    '-refresh-only=false',
    '-target=module.refresh-only',
    '-var=x=-refresh-only-x',
    '-destroy',
  ])('is not a plan with %j', (value) => {
    expect(() => {
      rejectRefreshOnly({ TF_CLI_ARGS_plan: value, TF_CLI_ARGS_apply: '-refresh-only' })
    }).not.toThrow()
  })
})

test.each([
  ['-target=a.b', '-target'],
  ['--exclude=a.b', '--exclude'],
  ['-refresh-only', '-refresh-only'],
  ['-no-color -refresh=false', '-refresh=false'],
  ['-destroy', '-destroy'],
  ["'-target' a.b", '-target'],
])('drift rejects %s', (value, option) => {
  expect(() => {
    rejectPartialPlans({ TF_CLI_ARGS: value })
  }).toThrow(`TF_CLI_ARGS: '${option}' limits the plan, and drift compares every resource.`)
})
