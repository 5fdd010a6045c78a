import { inspect } from 'node:util'
import { describe, expect, test } from '@jest/globals'
import { countsOf } from '../../src/plan/counts'
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

  test('is read from text as well as from what JSON.parse made of it', () => {
    const json = planJson([resource()])
    expect(parsePlan(JSON.stringify(json))).toEqual(parsePlan(json))
  })

  test('tells where a resource was, what is imported, what is left over, and what forces a replacement', () => {
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
    ['an id that is not known yet', { unknown: true }, '(known after apply)'],
  ])('imports by %s', (_, importing, id) => {
    expect(planOf([resource({}, { importing })]).resources[0]?.importId).toBe(id)
  })

  test('of a newer Terraform, with fields that nobody knows, is read all the same', () => {
    const given = {
      format_version: '1.9',
      novelty: { a: 1 },
      deferred_changes: [{}],
      action_invocations: [{}],
    }
    const plan = planOf([{ ...resource({}, { novelty: true }), novelty: [] }], given)
    expect(plan).toMatchObject({ deferred: [{}], actionInvocations: [{}] })
    expect(countsOf(plan).hasChanges).toBe(true)
  })

  test('keeps every digit of a number that a double cannot hold', () => {
    const text = JSON.stringify(planJson([resource({}, { after: { n: 'N', s: 'a 12345678901234567890' } })]))
    const plan = parsePlan(text.replace('"N"', '12345678901234567891'))
    expect(plan.resources[0]?.after).toEqual({ n: '12345678901234567891', s: 'a 12345678901234567890' })
  })

  test.each([
    ['text that is cut off', '{"format_version":"1.2","secret":"hunter2', /not JSON .*cut off/],
    ['a list', [], /not a JSON object/],
    ['no version', {}, /no format_version/],
    ['a later format', { format_version: '2.0' }, /format "2.0".*newer action/],
    ['a state', { format_version: '1.0', values: {} }, /a state, not a plan/],
    ['no address', planJson([{}]), /resource_changes\[0\] has no address/],
    ['no type', planJson([resource({ type: undefined })]), /aws_s3_bucket\.main has no type/],
    ['no actions', planJson([resource({}, { actions: undefined })]), /aws_s3_bucket\.main has no actions/],
    ['unknown actions', planJson([resource({}, { actions: ['explode'] })]), /\["explode"\].*newer one/],
    ['an output without actions', planJson([], { output_changes: { o: {} } }), /output o has no actions/],
  ])('is refused with a sentence: %s', (_, json, sentence) => {
    expect(() => parsePlan(json)).toThrow(InvalidPlan)
    expect(() => parsePlan(json)).toThrow(sentence)
  })

  test('that is damaged does not get quoted, for it may hold a secret', () => {
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
  test('a resource that is moved and updated counts in both', () => {
    const moved = resource({ previous_address: 'aws_s3_bucket.old' }, { actions: ['update'] })
    expect(countsOf(planOf([moved]))).toMatchObject({ update: 1, move: 1, hasChanges: true })
  })

  test('a replacement is neither a creation nor a destruction', () => {
    const counts = countsOf(planOf([resource({}, { actions: ['delete', 'create'] })]))
    expect(counts).toMatchObject({ replace: 1, create: 0, destroy: 0 })
  })

  test('reading data changes nothing', () => {
    const read = resource({ mode: 'data' }, { actions: ['read'] })
    expect(countsOf(planOf([read, resource({}, { actions: ['no-op'] })]))).toMatchObject({
      hasChanges: false,
    })
  })

  test('outputs, imports and forgotten resources are changes', () => {
    const output = { o: { actions: ['create'], before: null, after: 1, after_unknown: false } }
    expect(countsOf(planOf([], { output_changes: output }))).toMatchObject({ outputs: 1, hasChanges: true })
    const imported = resource({}, { actions: ['no-op'], importing: { id: 'x' } })
    expect(countsOf(planOf([imported]))).toMatchObject({ import: 1, hasChanges: true })
    expect(countsOf(planOf([resource({}, { actions: ['forget'] })]))).toMatchObject({
      forget: 1,
      hasChanges: true,
    })
  })
})

describe('what a plan keeps secret', () => {
  test.each([
    ['a whole resource', planJson([resource({}, { after: { a: 'S' }, after_sensitive: true })])],
    [
      'a nested value',
      planJson([resource({}, { after: { a: [{ b: 'S' }] }, after_sensitive: { a: [{ b: true }] } })]),
    ],
    ['a value that goes', planJson([resource({}, { before: { a: 'S' }, before_sensitive: { a: true } })])],
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
  ])('%s', (_, json) => {
    expect(parsePlan(json).secrets).toEqual(['S'])
  })
})
