import { expect, test } from '@jest/globals'
import { pricesOf } from '../../src/cost/prices'
import { EMPTY_SHAPE, priceShape, type StackShape, sum, unknownParts } from '../../src/cost/shape'

const price = (shape: Partial<StackShape>, region = 'us-east-1') => {
  const prices = pricesOf(region)
  if (prices === undefined) throw new Error(`no prices of ${region}`)
  return priceShape({ ...EMPTY_SHAPE, ...shape }, prices)
}

test.each<[string, Partial<StackShape>, number]>([
  ['a task', { tasks: [{ name: 'web', cpuUnits: 1024, memoryMib: 2048, count: 1 }] }, 28.83],
  ['two tasks', { tasks: [{ name: 'web', cpuUnits: 1024, memoryMib: 2048, count: 2 }] }, 57.67],
  ['an instance', { instances: [{ name: 'EC2', type: 'm7g.large', count: 1 }] }, 59.57],
  ['a volume', { volumes: [{ name: 'Volume', gib: 1000, iops: 6000, throughput: 500 }] }, 110],
  ['Aurora', { databases: [{ name: 'Aurora', acus: 0.5, instances: 1 }] }, 43.8],
  ['a cache', { caches: [{ name: 'Valkey', type: 'cache.t4g.medium', count: 1 }] }, 37.96],
  ['a NAT gateway with its address', { natGateways: 1, ipv4Addresses: 1 }, 36.5],
  ['secrets', { secrets: 11 }, 4.4],
])('%s', (_, shape, expected) => {
  expect(sum(price(shape))).toBeCloseTo(expected, 1)
})

test('parts that do not exist have no line', () => {
  expect(price({})).toEqual([])
})

test('an unknown type has no price, and the others keep theirs', () => {
  const lines = price({ instances: [{ name: 'EC2', type: 'x99.huge', count: 1 }], secrets: 10 })
  expect(unknownParts(lines)).toEqual(['EC2 (x99.huge)'])
  expect(sum(lines)).toBeCloseTo(4)
})

test('tasks of an unknown size have no price', () => {
  const lines = price({ tasks: [{ name: 'web', cpuUnits: NaN, memoryMib: NaN, count: 1 }] })
  expect(unknownParts(lines)).toEqual(['web'])
})

test('a Region without prices is unknown, whatever its name', () => {
  for (const region of ['eu-north-9', 'toString', '']) expect(pricesOf(region)).toBeUndefined()
})
