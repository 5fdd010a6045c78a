import { describe, expect, test } from '@jest/globals'
import { comparePlans, planEntries, hmac } from '../../src/review/plan-digest'
import { fingerprint } from '../../src/review/fingerprint'
import { parsePlan } from '../../src/plan/plan'
import { planJson, planOf, resource, sealed } from '../plan/a-plan'

const IDENTITY = {
  terraformVersion: '1.11.4',
  stack: 'langfuse',
  workspace: 'default',
  account: '123456789012',
  region: 'eu-central-1',
  state: 's3://state/langfuse.tfstate',
}
const SALT = 'f'.repeat(64)
const of = (json: unknown): string => fingerprint(sealed(parsePlan(json)), IDENTITY)

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
    resource({ address: 'aws_x.unchanged' }, { actions: ['no-op'], before: { a: 1 }, after: { a: 1 } }),
    resource({ address: 'aws_x.b', previous_address: 'aws_x.a' }, { actions: ['no-op'] }),
    resource({ address: 'aws_x.c' }, { actions: ['no-op'], importing: { id: 'c-1' } }),
    resource({ address: 'aws_x.gone' }, { actions: ['delete'], before: { id: 'i-1', size: 3 }, after: null }),
  ],
  {
    output_changes: { url: { actions: ['create'], before: null, after: 'https://x', after_sensitive: true } },
  },
)

/** Returns the value with the keys of all objects, and the resources, in reverse order. */
function reversed(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(reversed)
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(
    Object.entries(value)
      .reverse()
      .map(([key, item]) => {
        const inner = reversed(item)
        return [
          key,
          key === 'resource_changes' && Array.isArray(inner) ? (inner.toReversed() as unknown) : inner,
        ]
      }),
  )
}

/** Yields the value once for each string, number and boolean in it, with that one altered. */
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
  const [key, ...deeper] = path
  if (key === undefined) yield* mutations(value)
  else if (Array.isArray(value)) {
    for (const other of mutationsAt(value[Number(key)], deeper)) yield value.with(Number(key), other)
  } else {
    const fields = value as Record<string, unknown>
    for (const other of mutationsAt(fields[key], deeper)) yield { ...fields, [key]: other }
  }
}

describe('a fingerprint', () => {
  test('does not depend on the order of keys and resources', () => {
    expect(of(reversed(STACK))).toBe(of(STACK))
    expect(of(STACK)).toMatch(/^[0-9a-f]{64}$/)
  })

  test.each([
    ['a created value', 'resource_changes.0.change.after'],
    ['an updated value, sensitive or not', 'resource_changes.1.change.after'],
    ['a value known after apply', 'resource_changes.1.change.after_unknown'],
    ['the previous address', 'resource_changes.3.previous_address'],
    ['the imported object', 'resource_changes.4.change.importing'],
    ['the destroyed object', 'resource_changes.5.change.before.id'],
    ['the address', 'resource_changes.0.address'],
    ['the provider', 'resource_changes.0.provider_name'],
    ['a sensitive output', 'output_changes.url.after'],
  ])('changes with %s', (_, path) => {
    const others = [...mutationsAt(STACK, path.split('.'))]
    expect(others.length).toBeGreaterThan(0)
    const prints = others.map(of)
    expect(prints).not.toContain(of(STACK))
    expect(new Set(prints).size).toBe(others.length)
  })

  test.each([
    ['an old value', 'resource_changes.1.change.before.size'],
    ['a sensitive old value', 'resource_changes.1.change.before.password'],
  ])('changes with %s', (_, path) => {
    for (const other of mutationsAt(STACK, path.split('.'))) expect(of(other)).not.toBe(of(STACK))
  })

  test.each([
    ['the time', { ...STACK, timestamp: '2026-11-23T22:34:45Z' }],
    ['drift', { ...STACK, resource_drift: [resource({}, { actions: ['update'] })] }],
    ['relevant attributes and checks', { ...STACK, relevant_attributes: [{}], checks: [{}] }],
  ])('does not depend on %s', (_, json) => {
    expect(of(json)).toBe(of(STACK))
  })

  test('does not depend on unchanged attributes, which AWS may update at any time', () => {
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

  test.each(['terraformVersion', 'stack', 'workspace', 'account', 'region', 'state'] as const)(
    'changes with %s',
    (key) => {
      const plan = sealed(parsePlan(STACK))
      expect(fingerprint(plan, { ...IDENTITY, [key]: 'another' })).not.toBe(fingerprint(plan, IDENTITY))
    },
  )

  test('distinguishes two numbers that a double cannot', () => {
    const text = JSON.stringify(planJson([resource({}, { after: { n: 0 } })]))
    const a = text.replace('"n":0', '"n":9007199254740993')
    expect(of(a)).not.toBe(of(text.replace('"n":0', '"n":9007199254740992')))
  })
})

describe('planEntries', () => {
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

  test('shows which resources and attributes differ', () => {
    expect(comparePlans(planEntries(sealed(reviewed), SALT), planEntries(sealed(fresh), SALT))).toEqual([
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
    expect(comparePlans(planEntries(sealed(fresh), SALT), planEntries(sealed(fresh), SALT))).toEqual([])
  })

  test('has separate entries for a resource and its deposed object', () => {
    const both = planOf([
      resource(),
      resource({ deposed: 'ab' }, { actions: ['delete'], before: { id: 'x' } }),
    ])
    expect([...planEntries(sealed(both), SALT).keys()]).toEqual([
      'aws_s3_bucket.main',
      'aws_s3_bucket.main (deposed ab)',
    ])
  })

  test('contains no values, and its hashes depend on the salt', () => {
    const pin = planOf([resource({}, { after: { pin: '1234' }, after_sensitive: { pin: true } })])
    const text = JSON.stringify([...planEntries(sealed(pin), SALT)])
    expect(text).not.toContain('1234')
    expect(text).not.toBe(JSON.stringify([...planEntries(sealed(pin), 'e'.repeat(64))]))
  })

  test('requires a salt of at least 16 characters', () => {
    expect(() => hmac('x', 'short')).toThrow(/32 random bytes/)
  })
})
