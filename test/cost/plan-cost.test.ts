import { expect, test } from '@jest/globals'
import { estimatePlan } from '../../src/cost/plan-cost'
import { costLine } from '../../src/report/cost'
import { planOf, resource } from '../plan/a-plan'

const nat = (change: Record<string, unknown> = {}) =>
  resource({ address: 'aws_nat_gateway.this["a"]', type: 'aws_nat_gateway' }, { after: {}, ...change })

const balancer = (change: Record<string, unknown> = {}) =>
  resource({ address: 'aws_lb.this', type: 'aws_lb' }, { after: { internal: true }, ...change })

const cost = (resources: Parameters<typeof planOf>[0], region: string | undefined = 'us-east-1') =>
  costLine(estimatePlan(planOf(resources), region))

const unchanged = { actions: ['no-op'], before: { internal: true }, after: { internal: true } }

test('a new part adds its price to that of the parts that stay', () => {
  expect(cost([balancer(unchanged), nat()])).toContain(
    '**Cost:** about +33 USD a month (16 → 49). <sub>List prices of us-east-1',
  )
})

test('a part that is destroyed is subtracted', () => {
  expect(cost([nat({ actions: ['delete'], before: {}, after: null })])).toContain(
    'about −33 USD a month (33 → 0)',
  )
})

test('a change without effect on the fixed cost', () => {
  const update = { actions: ['update'], before: { internal: true }, after: { internal: true } }
  expect(cost([balancer(update)])).toContain('**Cost:** unchanged, about 16 USD a month.')
})

test('the Region decides about the price', () => {
  expect(cost([nat()], 'eu-central-1')).toContain('about +38 USD a month')
})

test('a Region without prices, and none, are unknown', () => {
  expect(cost([nat()], 'ap-south-1')).toBe('**Cost:** unknown, because there are no prices of ap-south-1.')
  expect(costLine(estimatePlan(planOf([nat()]), undefined))).toBe(
    '**Cost:** unknown, because the Region is unknown.',
  )
})

test('a changed type and a part without a price are named', () => {
  const lambda = resource({ address: 'aws_lambda_function.x', type: 'aws_lambda_function' }, { after: {} })
  const instance = resource({ type: 'aws_instance' }, { after: { instance_type: 'x99.huge' } })
  expect(cost([nat(), lambda, instance])).toContain(
    'The price is unknown of `aws_lambda_function`, `EC2 (x99.huge)`.',
  )
})

test('a plan without a part that has a price has no line', () => {
  expect(cost([resource()])).toBe('')
})
