import { describe, expect, test } from '@jest/globals'
import { comparePlans, planEntries, hmac } from '../../src/review/plan-digest'
import { fingerprint } from '../../src/review/fingerprint'
import { parsePlan } from '../../src/plan/plan'
import { planJson, planOf, resource } from '../plan/a-plan'

const IDENTITY = { terraformVersion: '1.11.4', stack: 'langfuse', workspace: 'default' }
const SALT = 'f'.repeat(64)
const of = (json: unknown): string => fingerprint(parsePlan(json), IDENTITY)

const STACK = planJson(
  [
    resource(
      {},
      { after: { bucket: 'one', tags: { a: '1', b: '2' }, rules: [{ id: 'x', days: 3 }, { id: 'y' }] } },
    ),
    resource(
      { address: 'aws_db_instance.main', type: 'aws_db_instance', name: 'main' },
      {
        actions: ['update'],
        before: { password: 'old', size: 1, restorable: '10:00', flag: false },
        after: { password: 'new', size: 2, restorable: '10:00', flag: true },
        after_unknown: { endpoint: true, list: [false, true] },
        before_sensitive: { password: true },
        after_sensitive: { password: true },
      },
    ),
    resource({ address: 'aws_x.kept' }, { actions: ['no-op'], before: { a: 1 }, after: { a: 1 } }),
    resource({ address: 'aws_x.b', previous_address: 'aws_x.a' }, { actions: ['no-op'] }),
    resource({ address: 'aws_x.c' }, { actions: ['no-op'], importing: { id: 'c-1' } }),
    resource({ address: 'aws_x.gone' }, { actions: ['delete'], before: { id: 'i-1', size: 3 }, after: null }),
  ],
  {
    output_changes: { url: { actions: ['create'], before: null, after: 'https://x', after_sensitive: true } },
  },
)

/** The same value with the keys of every object, and the resources, in another order. */
function shuffled(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(shuffled)
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(
    Object.entries(value)
      .reverse()
      .map(([key, item]) => {
        const inner = shuffled(item)
        return [
          key,
          key === 'resource_changes' && Array.isArray(inner) ? (inner.toReversed() as unknown) : inner,
        ]
      }),
  )
}

/** Every way to alter one string, number or boolean within a value. */
function* mutations(value: unknown): Generator {
  if (Array.isArray(value)) {
    for (const [index, item] of value.entries()) {
      for (const other of mutations(item)) yield value.with(index, other)
    }
  } else if (typeof value === 'object' && value !== null) {
    for (const [key, item] of Object.entries(value)) {
      for (const other of mutations(item)) yield { ...value, [key]: other }
    }
  } else if (typeof value === 'boolean') yield !value
  else if (typeof value === 'number') yield value + 1
  else if (typeof value === 'string') yield `${value}'`
}

function* mutationsAt(value: unknown, path: readonly string[]): Generator {
  const [key, ...rest] = path
  if (key === undefined) yield* mutations(value)
  else if (Array.isArray(value)) {
    for (const other of mutationsAt(value[Number(key)], rest)) yield value.with(Number(key), other)
  } else {
    const fields = value as Record<string, unknown>
    for (const other of mutationsAt(fields[key], rest)) yield { ...fields, [key]: other }
  }
}

describe('a fingerprint', () => {
  test('is the same for the same plan, whatever the order of keys and resources', () => {
    expect(of(shuffled(STACK))).toBe(of(STACK))
    expect(of(STACK)).toMatch(/^[0-9a-f]{64}$/)
  })

  test.each([
    ['what is created', 'resource_changes.0.change.after'],
    ['the new value of what is updated, a secret among it', 'resource_changes.1.change.after'],
    ['what nobody knows yet', 'resource_changes.1.change.after_unknown'],
    ['where a resource was', 'resource_changes.3.previous_address'],
    ['what is imported', 'resource_changes.4.change.importing'],
    ['which object is destroyed', 'resource_changes.5.change.before.id'],
    ['the address', 'resource_changes.0.address'],
    ['the provider', 'resource_changes.0.provider_name'],
    ['a sensitive output', 'output_changes.url.after'],
  ])('is another for any change of %s', (_, path) => {
    const others = [...mutationsAt(STACK, path.split('.'))]
    expect(others.length).toBeGreaterThan(0)
    const prints = others.map(of)
    expect(prints).not.toContain(of(STACK))
    expect(new Set(prints).size).toBe(others.length)
  })

  test.each([
    ['the value that a change leaves behind', 'resource_changes.1.change.before.size'],
    ['a secret that a change leaves behind', 'resource_changes.1.change.before.password'],
  ])('is another for %s', (_, path) => {
    for (const other of mutationsAt(STACK, path.split('.'))) expect(of(other)).not.toBe(of(STACK))
  })

  test.each([
    ['the time', { ...STACK, timestamp: '2026-11-23T22:34:45Z' }],
    ['drift', { ...STACK, resource_drift: [resource({}, { actions: ['update'] })] }],
    ['relevant attributes and checks', { ...STACK, relevant_attributes: [{}], checks: [{}] }],
  ])('does not depend on %s', (_, json) => {
    expect(of(json)).toBe(of(STACK))
  })

  test('does not depend on what a change leaves as it is, which AWS may alter at any time', () => {
    const at = (time: string): unknown =>
      planJson([
        resource(
          {},
          {
            actions: ['update'],
            before: { size: 1, restorable: time },
            after: { size: 2, restorable: time },
          },
        ),
        resource(
          { address: 'aws_x.replaced' },
          {
            actions: ['delete', 'create'],
            before: { restorable: time },
            after: {},
            after_unknown: { restorable: true },
          },
        ),
        resource(
          { address: 'aws_x.gone' },
          { actions: ['delete'], before: { id: 'i', restorable: time }, after: null },
        ),
      ])
    expect(of(at('10:05'))).toBe(of(at('10:00')))
  })

  test.each(['terraformVersion', 'stack', 'workspace'] as const)('is of one %s', (key) => {
    const plan = parsePlan(STACK)
    expect(fingerprint(plan, { ...IDENTITY, [key]: 'another' })).not.toBe(fingerprint(plan, IDENTITY))
  })

  test('tells two numbers apart that are the same to a double', () => {
    const text = JSON.stringify(planJson([resource({}, { after: { n: 0 } })]))
    const a = text.replace('"n":0', '"n":9007199254740993')
    expect(of(a)).not.toBe(of(text.replace('"n":0', '"n":9007199254740992')))
  })
})

describe('the entries of two plans', () => {
  const reviewed = planOf([
    resource({ address: 'a.same' }),
    resource({ address: 'a.values' }, { after: { bucket: 'one', acl: 'x' } }),
    resource({ address: 'a.kind' }),
    resource({ address: 'a.gone' }),
  ])
  const fresh = planOf([
    resource({ address: 'a.new' }),
    resource({ address: 'a.kind' }, { actions: ['delete', 'create'] }),
    resource({ address: 'a.values' }, { after: { bucket: 'two', acl: 'x' } }),
    resource({ address: 'a.same' }),
  ])

  test('tell which resources differ, and in what', () => {
    expect(comparePlans(planEntries(reviewed, SALT), planEntries(fresh, SALT))).toEqual([
      {
        address: 'a.gone',
        reviewedKind: 'create',
        freshKind: undefined,
        differs: 'only-reviewed',
        attributes: [],
      },
      { address: 'a.kind', reviewedKind: 'create', freshKind: 'replace', differs: 'kind', attributes: [] },
      {
        address: 'a.new',
        reviewedKind: undefined,
        freshKind: 'create',
        differs: 'only-fresh',
        attributes: [],
      },
      {
        address: 'a.values',
        reviewedKind: 'create',
        freshKind: 'create',
        differs: 'values',
        attributes: ['bucket'],
      },
    ])
    expect(comparePlans(planEntries(fresh, SALT), planEntries(fresh, SALT))).toEqual([])
  })

  test('tell a deposed object from the resource that it was', () => {
    const both = planOf([
      resource(),
      resource({ deposed: 'ab' }, { actions: ['delete'], before: { id: 'x' } }),
    ])
    expect([...planEntries(both, SALT).keys()]).toEqual([
      'aws_s3_bucket.main',
      'aws_s3_bucket.main (deposed ab)',
    ])
  })

  test('hold no value, and cannot be tried out without the salt', () => {
    const pin = planOf([resource({}, { after: { pin: '1234' }, after_sensitive: { pin: true } })])
    const text = JSON.stringify([...planEntries(pin, SALT)])
    expect(text).not.toContain('1234')
    expect(text).not.toBe(JSON.stringify([...planEntries(pin, 'e'.repeat(64))]))
  })

  test('need a salt that is one', () => {
    expect(() => hmac('x', 'short')).toThrow(/32 random bytes/)
  })
})
