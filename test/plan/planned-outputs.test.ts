import { expect, test } from '@jest/globals'
import { plannedOutputs } from '../../src/plan/planned-outputs'

test('planned outputs are the known values that are not sensitive', () => {
  const outputs = {
    url: { sensitive: false, type: 'string', value: 'https://langfuse.example.com' },
    ports: { sensitive: false, value: [80, 443] },
    password: { sensitive: true, type: 'string', value: 'secret' },
    unknown: { sensitive: false },
  }
  expect(plannedOutputs(JSON.stringify({ planned_values: { outputs } }))).toEqual({
    url: 'https://langfuse.example.com',
    ports: [80, 443],
  })
  expect(plannedOutputs('{"planned_values":{"root_module":{}}}')).toEqual({})
})
