import { describe, expect, test } from '@jest/globals'
import { rejectPartialPlans, rejectUnreviewable } from '../../../src/commands/stack/plan-options'

describe('a plan that leaves out every change of the configuration', () => {
  test.each([
    '-refresh-only',
    '"-refresh-only=true"',
    '-var=pin=1234  -refresh-only -lock=false',
    '-ref"resh-"only',
    "-ref'resh-only=T'",
    '-refresh-only=1',
    String.raw`-refr\esh-only`,
    '-parallelism 3 -refresh-only',
    '-refresh-only;',
  ])('is rejected, without other arguments, which may be secret: %s', (value) => {
    expect(() => {
      rejectUnreviewable({ TF_CLI_ARGS_plan: value })
    }).toThrow(
      "TF_CLI_ARGS_plan: '-refresh-only' makes a plan that leaves out every change of the configuration. Remove the option from TF_CLI_ARGS_plan.",
    )
  })

  test.each([
    '',
    '-refresh=false',
    '-refresh-only=false',
    '-refresh-only=F',
    '-target=module.refresh-only',
    '-var=x=-refresh-only-x',
    '-var "x= -refresh-only "',
    '-var -refresh-only',
    '; -refresh-only',
    '-destroy',
    '-lock=false',
  ])('is not a plan with %j', (value) => {
    expect(() => {
      rejectUnreviewable({ TF_CLI_ARGS_plan: value, TF_CLI_ARGS_apply: '-refresh-only' })
    }).not.toThrow()
  })

  test('is rejected for an action, which has an input', () => {
    expect(() => {
      rejectUnreviewable({ TF_CLI_ARGS: '-invoke action.aws_lambda_invoke.one' })
    }).toThrow("TF_CLI_ARGS: '-invoke' makes a plan that leaves out every change of the configuration. Use")
  })
})

describe('options with which a run leaves the reviewed state or its protection', () => {
  test.each([
    ['TF_CLI_ARGS_plan', '-state=other.tfstate', '-state'],
    ['TF_CLI_ARGS_output', '--state other.tfstate', '--state'],
    ['TF_CLI_ARGS_apply', '-state-out=other.tfstate', '-state-out'],
    ['TF_CLI_ARGS_apply', '-lock=0', '-lock=0'],
    ['TF_CLI_ARGS', '"-lock"=false', '-lock=false'],
    ['TF_CLI_ARGS_state_push', '-force', '-force'],
    ['TF_CLI_ARGS_init', '-migrate-state -force-copy', '-migrate-state'],
    ['TF_CLI_ARGS_init', '-from-module=git::https://github.com/o/r', '-from-module'],
  ])('are rejected: %s="%s"', (variable, value, option) => {
    for (const reject of [rejectUnreviewable, rejectPartialPlans])
      expect(() => {
        reject({ [variable]: value })
      }).toThrow(`${variable}: '${option}' `)
  })

  test.each([
    ['TF_CLI_ARGS_init', '-upgrade -plugin-dir=/opt/plugins -reconfigure -backend-config=a=b'],
    ['TF_CLI_ARGS_apply', '-lock=true -parallelism=3 -no-color'],
    ['TF_CLI_ARGS_force_unlock', '-force'],
    ['TF_CLI', '-state=x'],
  ])('are not %s="%s"', (variable, value) => {
    expect(() => {
      rejectUnreviewable({ [variable]: value })
    }).not.toThrow()
  })

  test('are not searched in a text that Terraform cannot split', () => {
    expect(() => {
      rejectUnreviewable({ TF_CLI_ARGS_plan: '-var="password=hunter2' })
    }).toThrow(
      'TF_CLI_ARGS_plan: a quote, a parenthesis or a backslash is not closed. Terraform splits this variable into words as a shell does.',
    )
  })
})

describe('drift', () => {
  test.each([
    ['-target=a.b', '-target'],
    ['--exclude=a.b', '--exclude'],
    ['-target-file=targets', '-target-file'],
    ['-refresh-only', '-refresh-only'],
    ['-no-color -refresh=false', '-refresh=false'],
    ['-refresh=0', '-refresh=0'],
    ['"-refresh"=f', '-refresh=f'],
    ["-ref'resh=false'", '-refresh=false'],
    ["'-target' a.b", '-target'],
    ['-invoke=action.a.b', '-invoke'],
  ])('rejects %s', (value, option) => {
    expect(() => {
      rejectPartialPlans({ TF_CLI_ARGS: value })
    }).toThrow(`TF_CLI_ARGS: '${option}' limits the plan, and drift compares every resource.`)
  })

  test.each([
    ['-destroy', 'makes a plan to destroy, and drift expects none'],
    ['-replace=a.b', 'adds changes to the plan that are no drift'],
  ])('rejects %s', (value, problem) => {
    expect(() => {
      rejectPartialPlans({ TF_CLI_ARGS_plan: value })
    }).toThrow(problem)
  })
})
