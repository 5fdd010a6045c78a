import { expect, test } from '@jest/globals'
import { redactPlan } from '../../src/plan/redact-plan'
import { createRedactor } from '../../src/text/redact'

const HIDDEN = '(sensitive value)'
const redactor = createRedactor(['correct horse', 'read', '12345678'])

test('marked values are hidden, of resources, outputs and variables', () => {
  const plan = {
    configuration: {
      root_module: {
        variables: { pin: { default: 4711, sensitive: true }, flag: { default: true } },
      },
    },
    variables: { pin: { value: 4711 }, flag: { value: false } },
    planned_values: {
      outputs: { a: { sensitive: true, value: ['b'] }, c: { sensitive: false, value: 'd' } },
    },
    resource_changes: [
      {
        change: {
          actions: ['create'],
          after: { a: [1, true, null], b: 'c' },
          after_sensitive: { a: [true, true, true] },
        },
      },
    ],
  }
  expect(redactPlan(plan, redactor)).toEqual({
    configuration: {
      root_module: {
        variables: { pin: { default: HIDDEN, sensitive: true }, flag: { default: true } },
      },
    },
    variables: { pin: { value: HIDDEN }, flag: { value: false } },
    planned_values: {
      outputs: { a: { sensitive: true, value: HIDDEN }, c: { sensitive: false, value: 'd' } },
    },
    resource_changes: [
      {
        change: {
          actions: ['create'],
          after: { a: [HIDDEN, HIDDEN, null], b: 'c' },
          after_sensitive: { a: [true, true, true] },
        },
      },
    ],
  })
})

test('known secrets are hidden everywhere, short ones only as whole values', () => {
  const plan = {
    resource_changes: [
      {
        address: 'a.b["correct horse"]',
        index: 'correct horse',
        change: {
          actions: ['read'],
          after: { id: 'read', n: 12345678, text: 'to read' },
          after_sensitive: {},
        },
      },
    ],
    configuration: { root_module: { locals: { expressions: { a: { constant_value: 'read' } } } } },
  }
  expect(redactPlan(plan, redactor)).toEqual({
    resource_changes: [
      {
        address: 'a.b["***"]',
        index: '***',
        change: { actions: ['read'], after: { id: HIDDEN, n: HIDDEN, text: 'to read' }, after_sensitive: {} },
      },
    ],
    configuration: { root_module: { locals: { expressions: { a: { constant_value: HIDDEN } } } } },
  })
})
