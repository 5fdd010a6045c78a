import { inspect } from 'node:util'
import { describe, expect, test } from '@jest/globals'
import fc from 'fast-check'
import { countChanges } from '../../src/plan/counts'
import { canonicalJson, isEqualJson, parseJsonExactly } from '../../src/plan/json'
import { InvalidPlan, parsePlan } from '../../src/plan/plan'
import { planJson, planOf, resource } from './a-plan'

describe('a plan', () => {
  test.each([
    [['no-op'], 'no-op', undefined],
    [['create'], 'create', undefined],
    [['read'], 'read', undefined],
    [['update'], 'update', undefined],
    [['delete'], 'delete', undefined],
    [['forget'], 'forget', undefined],
    [['delete', 'create'], 'replace', 'delete-first'],
    [['create', 'delete'], 'replace', 'create-first'],
    [['create', 'forget'], 'replace', 'forget-old'],
  ])('%j is a %s', (actions, kind, order) => {
    expect(planOf([resource({}, { actions })]).resources[0]).toMatchObject({ kind, order })
  })

  test('is parsed from text and from parsed JSON', () => {
    const json = planJson([resource()])
    expect(parsePlan(JSON.stringify(json))).toEqual(parsePlan(json))
  })

  test('contains previous address, import ID, deposed key and replace paths', () => {
    const given = {
      previous_address: 'aws_s3_bucket.old',
      deposed: 'ab12',
      action_reason: 'replace_by_request',
    }
    const paths = [['bucket'], ['rule', 0, 'id']]
    const change = { importing: { id: 'b-1' }, replace_paths: paths }
    expect(planOf([resource(given, change)]).resources[0]).toMatchObject({
      previousAddress: 'aws_s3_bucket.old',
      deposed: 'ab12',
      reason: 'replace_by_request',
      importId: 'b-1',
      replacePaths: paths,
    })
  })

  test.each([
    ['an identity', { identity: { bucket: 'b' } }, '{"bucket":"b"}'],
    ['an ID that is known after apply', { unknown: true }, '(known after apply)'],
  ])('may import by %s', (_, importing, id) => {
    expect(planOf([resource({}, { importing })]).resources[0]?.importId).toBe(id)
  })

  test('may have unknown fields', () => {
    const given = {
      format_version: '1.9',
      novelty: { a: 1 },
      deferred_changes: [{}],
      action_invocations: [{}],
    }
    const plan = planOf([{ ...resource({}, { novelty: true }), novelty: [] }], given)
    expect(plan).toMatchObject({ deferred: [{ content: '{}' }], actionInvocations: [{ content: '{}' }] })
    expect(countChanges(plan).hasChanges).toBe(true)
  })

  test('keeps every digit of a number that a double cannot represent', () => {
    const text = JSON.stringify(planJson([resource({}, { after: { n: 'N', s: 'a 12345678901234567890' } })]))
    const plan = parsePlan(text.replace('"N"', '12345678901234567891'))
    expect(plan.resources[0]?.after).toEqual({ n: '12345678901234567891', s: 'a 12345678901234567890' })
  })

  test.each([
    ['truncated text', '{"format_version":"1.2","secret":"hunter2', /not JSON .*cut off/],
    ['a list', [], /not a JSON object/],
    ['no version', {}, /no format_version/],
    ['a later format', { format_version: '2.0' }, /format "2.0".*newer version of the action/],
    ['a state', { format_version: '1.0', values: {} }, /a state, not a plan/],
    ['no address', planJson([{}]), /resource_changes\[0\] has no address/],
    ['no type', planJson([resource({ type: undefined })]), /aws_s3_bucket\.main has no type/],
    ['no actions', planJson([resource({}, { actions: undefined })]), /aws_s3_bucket\.main has no actions/],
    ['unknown actions', planJson([resource({}, { actions: ['explode'] })]), /\["explode"\].*newer one/],
    ['an output without actions', planJson([], { output_changes: { o: {} } }), /output o has no actions/],
  ])('is rejected with a reason: %s', (_, json, sentence) => {
    expect(() => parsePlan(json)).toThrow(InvalidPlan)
    expect(() => parsePlan(json)).toThrow(sentence)
  })

  test('that is damaged is not quoted, since it may contain a secret', () => {
    const thrown = ((): unknown => {
      try {
        return parsePlan('{"a":"hunter2')
      } catch (error) {
        return error
      }
    })()
    expect(inspect(thrown)).toContain('not JSON')
    expect(inspect(thrown)).not.toContain('hunter2')
  })
})

describe('counts', () => {
  test('include a moved and updated resource in both', () => {
    const moved = resource({ previous_address: 'aws_s3_bucket.old' }, { actions: ['update'] })
    expect(countChanges(planOf([moved]))).toMatchObject({ update: 1, move: 1, hasChanges: true })
  })

  test('do not include a replacement as a creation or destruction', () => {
    const counts = countChanges(planOf([resource({}, { actions: ['delete', 'create'] })]))
    expect(counts).toMatchObject({ replace: 1, create: 0, destroy: 0 })
  })

  test('do not include data sources', () => {
    const read = resource({ mode: 'data' }, { actions: ['read'] })
    expect(countChanges(planOf([read, resource({}, { actions: ['no-op'] })]))).toMatchObject({
      hasChanges: false,
    })
  })

  test('include outputs, imports and forgotten resources', () => {
    const output = { o: { actions: ['create'], before: null, after: 1, after_unknown: false } }
    expect(countChanges(planOf([], { output_changes: output }))).toMatchObject({
      outputs: 1,
      hasChanges: true,
    })
    const imported = resource({}, { actions: ['no-op'], importing: { id: 'x' } })
    expect(countChanges(planOf([imported]))).toMatchObject({ import: 1, hasChanges: true })
    expect(countChanges(planOf([resource({}, { actions: ['forget'] })]))).toMatchObject({
      forget: 1,
      hasChanges: true,
    })
  })
})

describe('the sensitive values of a plan', () => {
  test.each([
    ['a whole resource', planJson([resource({}, { after: { a: 'S' }, after_sensitive: true })])],
    [
      'a nested value',
      planJson([resource({}, { after: { a: [{ b: 'S' }] }, after_sensitive: { a: [{ b: true }] } })]),
    ],
    ['an old value', planJson([resource({}, { before: { a: 'S' }, before_sensitive: { a: true } })])],
    [
      'an output',
      planJson([], {
        output_changes: { o: { actions: ['create'], after: { k: 'S' }, after_sensitive: true } },
      }),
    ],
    [
      'a data source',
      planJson([], {
        prior_state: {
          values: {
            root_module: {
              child_modules: [{ resources: [{ values: { a: 'S' }, sensitive_values: { a: true } }] }],
            },
          },
        },
      }),
    ],
    [
      'a variable',
      planJson([], {
        variables: { v: { value: 'S' } },
        configuration: { root_module: { variables: { v: { sensitive: true } } } },
      }),
    ],
  ])('include those of %s', (_, json) => {
    expect(parsePlan(json).secrets).toEqual(['S'])
  })

  test('include the keys of a sensitive map that are no names', () => {
    const map = { password: 'S1', 'db-main-2': 'S2', 'a@example.com': 'S3', x7Kq2LmZ9: { deep_key: 'S4' } }
    const json = planJson([resource({}, { after: { map }, after_sensitive: { map: true } })])
    expect(parsePlan(json).secrets).toEqual(['S1', 'S2', 'a@example.com', 'S3', 'x7Kq2LmZ9', 'S4'])
  })
})

describe('any JSON', () => {
  const change = fc.record({
    address: fc.jsonValue(),
    mode: fc.jsonValue(),
    type: fc.jsonValue(),
    change: fc.oneof(
      fc.jsonValue(),
      fc.record({ actions: fc.jsonValue(), after: fc.jsonValue(), replace_paths: fc.jsonValue() }),
    ),
  })

  test('is a plan, or is rejected as InvalidPlan', () => {
    const damaged = fc.tuple(
      fc.constantFrom('resource_changes', 'resource_drift', 'output_changes', 'variables', 'planned_values'),
      fc.oneof(
        fc.jsonValue(),
        fc.array(change),
        fc.array(fc.jsonValue()),
        fc.dictionary(fc.string(), change),
      ),
    )
    const json = fc.oneof(
      fc.jsonValue(),
      damaged.map(([field, value]) => planJson([resource()], { [field]: value })),
    )
    fc.assert(
      fc.property(json, (value) => {
        try {
          expect(parsePlan(JSON.stringify(value)).terraformVersion).toEqual(expect.any(String))
        } catch (error) {
          if (!(error instanceof InvalidPlan)) throw error
        }
      }),
      { numRuns: 500 },
    )
  })

  test('is parsed like by JSON.parse, if a double can represent its numbers', () => {
    fc.assert(
      fc.property(fc.jsonValue(), (value) => {
        const text = JSON.stringify(value)
        expect(parseJsonExactly(text)).toEqual(JSON.parse(text))
      }),
      { numRuns: 500 },
    )
  })

  test('keeps every digit of its numbers', () => {
    fc.assert(
      fc.property(fc.bigInt({ min: -(10n ** 40n), max: 10n ** 40n }), fc.string(), (number, key) => {
        const parsed = parseJsonExactly(`{${JSON.stringify(key)}: [${number}]}`)
        expect(parsed).toEqual({ [key]: [expect.anything()] })
        const [digits] = Object.values(parsed as Record<string, readonly unknown[]>).flat()
        expect(BigInt(String(digits))).toBe(number)
      }),
    )
  })

  test('has a canonical form that does not depend on the order of keys', () => {
    fc.assert(
      fc.property(fc.jsonValue(), (value) => {
        const parsed: unknown = JSON.parse(JSON.stringify(value))
        const reversed = reverseKeys(parsed)
        expect(canonicalJson(reversed)).toBe(canonicalJson(parsed))
        expect(isEqualJson(reversed, parsed)).toBe(true)
        expect(JSON.parse(canonicalJson(parsed))).toEqual(parsed)
      }),
    )
  })

  test('is unequal to another with a different canonical form', () => {
    fc.assert(
      fc.property(fc.jsonValue(), fc.jsonValue(), (a, b) => {
        expect(isEqualJson(a, b)).toBe(canonicalJson(a) === canonicalJson(b))
      }),
    )
  })
})

function reverseKeys(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(reverseKeys)
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(
    Object.entries(value)
      .reverse()
      .map(([key, item]) => [key, reverseKeys(item)]),
  )
}
