import { expect, test } from '@jest/globals'
import { readInputs } from '../../src/inputs/inputs'

const read = (inputs: Readonly<Record<string, string>>) =>
  readInputs({
    INPUT_COMMAND: 'plan',
    ...Object.fromEntries(
      Object.entries(inputs).map(([name, value]) => [`INPUT_${name.toUpperCase()}`, value]),
    ),
  })

test.each(['aws_lambda_invoke.notify', 'action.x', 'action.x.y\naction.x.z', '-invoke=action.x.y'])(
  'invoke is not %j',
  (invoke) => {
    expect(() => read({ invoke })).toThrow('is not the address of one provider action')
  },
)

test.each([{ target: 'a.b' }, { replace: 'a.b' }])('invoke is not combined with %j', (other) => {
  expect(() => read({ invoke: 'action.x.y', ...other })).toThrow(
    'invoke: a plan that runs one action has no target or replace; remove one of the inputs',
  )
})
