import { describe, expect, test } from '@jest/globals'
import { OPENTOFU, TERRAFORM } from '../../src/plan/engine'
import {
  applyArguments,
  initArguments,
  InvalidArgument,
  planArguments,
  positionalArgument,
  requireActions,
} from '../../src/terraform/arguments'

describe('the arguments of init', () => {
  test.each([
    ['1.9.0', false, ['init', '-input=false', '-json']],
    ['1.8.5', false, ['init', '-input=false', '-no-color']],
    ['1.11.4', true, ['init', '-input=false', '-json', '-lockfile=readonly']],
  ])('of Terraform %s, with a lock file: %s', (version, hasLockFile, expected) => {
    expect(initArguments({}, { version, hasLockFile })).toEqual(expected)
  })

  test('contain no backend settings without a backend', () => {
    const options = { backend: 'none', backendConfig: ['bucket=b'], lockfile: 'update' } as const
    expect(initArguments(options, { version: '1.11.4', hasLockFile: true })).toEqual([
      'init',
      '-input=false',
      '-json',
      '-backend=false',
    ])
  })
})

test('the arguments of plan contain one item for each value', () => {
  const options = {
    lock: 'none',
    lockTimeout: '5m',
    parallelism: 3,
    targets: ['x["y"]'],
    replace: ['z'],
  } as const
  expect(planArguments('/tmp/plan', options, ['-var-file=a b.tfvars'])).toEqual([
    'plan',
    '-input=false',
    '-json',
    '-detailed-exitcode',
    '-out=/tmp/plan',
    '-lock=false',
    '-lock-timeout=5m',
    '-parallelism=3',
    '-var-file=a b.tfvars',
    '-target=x["y"]',
    '-replace=z',
  ])
  expect(planArguments('/tmp/plan', { invoke: 'action.x.y["z"]' }).at(-1)).toBe('-invoke=action.x.y["z"]')
})

test.each([
  ['1.13.5', TERRAFORM, 'Terraform 1.13.5'],
  ['1.12.6', OPENTOFU, 'OpenTofu 1.12.6'],
] as const)('version %s of an engine has no provider actions', (version, engine, name) => {
  expect(() => {
    requireActions(version, engine)
  }).toThrow(
    new InvalidArgument(
      `invoke: ${name} has no provider actions. Remove the input, or require Terraform 1.14.0 or newer in the root module.`,
    ),
  )
})

test('Terraform has provider actions since 1.14', () => {
  expect(() => {
    requireActions('1.14.0')
  }).not.toThrow()
})

test('the arguments of apply end with the plan file', () => {
  expect(applyArguments('/tmp/plan', { parallelism: 3 })).toEqual([
    'apply',
    '-input=false',
    '-json',
    '-parallelism=3',
    '/tmp/plan',
  ])
})

describe('an invalid argument', () => {
  test.each([
    ['', "workspace: '' cannot be passed on because it is empty"],
    ['-x', "workspace: '-x' cannot be passed on because it begins with a hyphen"],
  ])('is the positional value %j', (value, message) => {
    expect(() => positionalArgument('workspace', value)).toThrow(new InvalidArgument(message))
  })

  test('is a value with a NUL character, which the message does not repeat', () => {
    expect(() => planArguments('plan', {}, ['-var=password=secret\0'])).toThrow(
      new InvalidArgument(
        '-var: the value contains a NUL character, which a process argument cannot contain. Remove it.',
      ),
    )
  })
})
