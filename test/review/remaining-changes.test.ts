import { describe, expect, test } from '@jest/globals'
import { planEntries } from '../../src/review/plan-digest'
import { endedActions, isRemainderOf } from '../../src/review/remaining-changes'
import { planOf, resource, sealed } from '../plan/a-plan'

const SALT = 'f'.repeat(64)
type Fields = Readonly<Record<string, unknown>>
type Resources = readonly Fields[]

const isRemainder = (reviewed: Resources, fresh: Resources, given: Fields = {}, then: Fields = {}): boolean =>
  isRemainderOf(sealed(planOf(fresh, given)), {
    entries: planEntries(sealed(planOf(reviewed, then)), SALT),
    salt: SALT,
  })

const network = resource({ address: 'a.network' }, { after: { cidr: '10/8' }, after_unknown: { id: true } })
const service = (change: Fields = {}): Fields =>
  resource(
    { address: 'a.service' },
    {
      after: { size: 2, definition: 'x', where: [{ port: 80, public: false }, null] },
      after_unknown: { arn: true, network: true, where: [{ subnet: true }, true], tags: {} },
      ...change,
    },
  )
/** The service's values after the network was created. */
const known = {
  after: {
    size: 2,
    definition: 'x',
    network: 'n-1',
    where: [{ port: 80, public: false, subnet: 's-1' }, { port: 81 }],
  },
  after_unknown: { arn: true, where: [{}, {}], tags: {} },
}

describe('the remainder of a reviewed plan', () => {
  test.each([
    ['all changes', [network, service()]],
    ['one of two, with the values known then', [service()]],
    ['one of two, with the values known now', [service(known)]],
    ['no change', []],
  ])('may be %s', (_, fresh) => {
    expect(isRemainder([network, service()], fresh)).toBe(true)
  })

  const changed = (after: Fields, afterUnknown: Fields = {}): Fields =>
    service({
      after: { ...known.after, ...after },
      after_unknown: { ...known.after_unknown, ...afterUnknown },
    })

  test.each([
    ['another resource', resource({ address: 'a.other' })],
    ['another value', changed({ size: 3 })],
    ['an additional value', changed({ color: 'red' })],
    [
      'another value next to one that was unknown',
      changed({ where: [{ port: 81, public: false, subnet: 's' }, {}] }),
    ],
    ['another element', changed({ where: [{ port: 80, public: false, subnet: 's-1' }, {}, {}] })],
    ['a value that was known and is unknown now', changed({ size: undefined }, { size: true })],
    ['a value that was null and is unknown now', changed({}, { policy: true })],
    ['a list element that was null and is unknown now', changed({}, { where: [{ lock: true }, {}] })],
    ['a map key that was missing and is unknown now', changed({}, { tags: { owner: true } })],
    ['a move', { ...resource({ address: 'a.network', previous_address: 'a.old' }, { actions: ['no-op'] }) }],
    ['an import', resource({ address: 'a.network' }, { actions: ['no-op'], importing: { id: 'n' } })],
    ['another action', service({ ...known, actions: ['delete'], before: { id: 's' }, after: null })],
    [
      'a replacement that was not reviewed',
      service({ ...known, actions: ['delete', 'create'], before: { size: 1 } }),
    ],
    ['another type', { ...service(known), type: 'aws_other' }],
    ['another provider', { ...service(known), provider_name: 'evil' }],
  ])('must not contain %s', (_, fresh) => {
    expect(isRemainder([network, service()], [fresh])).toBe(false)
  })

  test.each(['create', 'replace'])('may replace a tainted resource whose %s was reviewed', (kind) => {
    const before = { size: 1, id: 'old' }
    const reviewed = kind === 'create' ? service() : service({ actions: ['delete', 'create'], before })
    const tainted = (change: Fields): Fields => ({
      ...service({
        ...known,
        actions: ['delete', 'create'],
        before: { ...known.after, id: 'new' },
        ...change,
      }),
      action_reason: 'replace_because_tainted',
    })
    expect(isRemainder([reviewed], [tainted({})])).toBe(true)
    expect(isRemainder([reviewed], [tainted({ after: { ...known.after, size: 3 } })])).toBe(false)
  })

  test.each([{ previous_address: 'a.old' }, { importing: { id: 'x' } }])(
    'must not replace a tainted resource with %j',
    ({ previous_address, importing }) => {
      const before = { ...known.after, id: 'new' }
      const fresh = {
        ...service({ ...known, actions: ['delete', 'create'], before, importing }),
        previous_address,
        action_reason: 'replace_because_tainted',
      }
      expect(isRemainder([service()], [fresh])).toBe(false)
    },
  )

  test('must not repeat a replacement on request', () => {
    const replaced = (id: string): Fields =>
      service({
        actions: ['delete', 'create'],
        before: { id, size: 2 },
        after: { size: 2 },
        after_unknown: { id: true },
      })
    expect(isRemainder([network, replaced('a')], [replaced('a')])).toBe(true)
    expect(isRemainder([network, replaced('a')], [replaced('b')])).toBe(false)
  })

  test('must contain a reviewed replacement while the old object exists', () => {
    const reviewed = service({ actions: ['delete', 'create'], before: { id: 'a', size: 1 } })
    const unchanged = (id: string): Fields => service({ actions: ['no-op'], before: { id }, after: { id } })
    expect(isRemainder([network, reviewed], [network, unchanged('a')])).toBe(false)
    expect(isRemainder([network, reviewed], [network, unchanged('b')])).toBe(true)
  })

  test('may create a resource whose old object was already deleted', () => {
    const reviewed = service({ actions: ['delete', 'create'], before: { size: 1, definition: 'x' } })
    expect(isRemainder([reviewed], [service(known)])).toBe(true)
    expect(isRemainder([reviewed], [changed({ size: 3 })])).toBe(false)
  })

  test('may delete the deposed object of a reviewed replacement, and no other', () => {
    const reviewed = service({ actions: ['create', 'delete'], before: { arn: 'a:1', id: 'a', size: 1 } })
    const deposed = (before: Fields): Fields => ({
      ...service({ actions: ['delete'], before, after: null, after_unknown: {} }),
      deposed: '0af1',
    })
    expect(isRemainder([reviewed], [deposed({ arn: 'a:1', id: 'a', size: 1 })])).toBe(true)
    expect(isRemainder([reviewed], [deposed({ arn: 'a:2', id: 'a', size: 1 })])).toBe(false)
    expect(isRemainder([network], [deposed({ arn: 'a:1', id: 'a' })])).toBe(false)
    expect(isRemainder([reviewed], [{ ...deposed({ arn: 'a:1', id: 'a' }), type: 'aws_other' }])).toBe(false)
    expect(isRemainder([service({ actions: ['create'] })], [deposed({ arn: 'a:1', id: 'a' })])).toBe(false)
  })

  test('may contain an update whose new value is known now, from the same old value', () => {
    const update = (before: string, change: Fields): Fields =>
      service({ actions: ['update'], before: { task: before, size: 2 }, ...change })
    const reviewed = update('t:1', { after: { size: 2 }, after_unknown: { task: true } })
    const later = { after: { size: 2, task: 't:2' }, after_unknown: {} }
    expect(isRemainder([reviewed], [update('t:1', later)])).toBe(true)
    expect(isRemainder([reviewed], [update('t:1', { ...later, after: { size: 3, task: 't:2' } })])).toBe(
      false,
    )
    const both = update('t:1', { after: { size: 4, task: 't:2' }, after_unknown: {} })
    const one = update('t:1', { before: { task: 't:2', size: 2 }, after: { size: 4, task: 't:2' } })
    expect(
      isRemainder([both], [{ ...one, change: { ...(one['change'] as Fields), after_unknown: {} } }]),
    ).toBe(true)
    expect(isRemainder([both], [{ ...one, type: 'aws_other' }])).toBe(false)
    const sized = update('t:1', { after: { size: 4, task: 't:1' }, after_unknown: {} })
    expect(
      isRemainder(
        [sized],
        [{ ...sized, change: { ...(sized['change'] as Fields), before: { size: 3, task: 't:1' } } }],
      ),
    ).toBe(false)
  })

  test('may contain an update without its completed move', () => {
    const update = service({
      actions: ['update'],
      before: { size: 1 },
      after: { size: 2 },
      after_unknown: {},
    })
    const moving = { ...update, previous_address: 'a.old' }
    expect(isRemainder([moving], [update])).toBe(true)
    expect(isRemainder([update], [moving])).toBe(false)
  })

  test('may delete only the reviewed object', () => {
    const deletion = (id: string): Fields =>
      service({ actions: ['delete'], before: { id }, after: null, after_unknown: {} })
    expect(isRemainder([network, deletion('a')], [deletion('a')])).toBe(true)
    expect(isRemainder([network, deletion('a')], [deletion('b')])).toBe(false)
  })

  test('may set outputs that were unknown, but not change known ones', () => {
    const output = (after: unknown, unknown: unknown): Fields => ({
      output_changes: { url: { actions: ['create'], before: null, after, after_unknown: unknown } },
    })
    const unknown = output(undefined, true)
    expect(isRemainder([network], [], output('https://x', false), unknown)).toBe(true)
    expect(isRemainder([network], [], output({ a: 1, b: 2 }, {}), output({ a: 1 }, { b: true }))).toBe(true)
    expect(isRemainder([network], [], output({ a: 2, b: 2 }, {}), output({ a: 1 }, { b: true }))).toBe(false)
    expect(isRemainder([network], [], output('https://x', false), output('https://y', false))).toBe(false)
    expect(isRemainder([network], [], output('https://x', false))).toBe(false)
  })

  test('may run the reviewed provider actions of its changes, in any number, and no others', () => {
    const action = (config: Fields): Fields => ({
      ...{ address: 'action.x.one', type: 'x', name: 'one', config_values: config },
      lifecycle_action_trigger: {
        triggering_resource_address: 'a.network',
        action_trigger_event: 'BeforeCreate',
      },
    })
    const runs = (...actions: readonly Fields[]): Fields => ({ action_invocations: actions })
    const [one, two] = [action({ size: 1 }), action({ size: 2 })]
    expect(isRemainder([network], [network], runs(two), runs(one, two))).toBe(true)
    expect(isRemainder([network], [network], runs(one, two), runs(one, two))).toBe(true)
    expect(isRemainder([network], [network], runs(action({ size: 3 })), runs(one, two))).toBe(false)
    expect(isRemainder([network], [network], runs(one), {})).toBe(false)

    const reviewed = { entries: planEntries(sealed(planOf([network], runs(one, two))), SALT), salt: SALT }
    const name = 'action.x.one (BeforeCreate of a.network)'
    expect(endedActions(sealed(planOf([], {})), reviewed)).toEqual([name, `${name} #2`])
    expect(endedActions(sealed(planOf([network], runs(one))), reviewed)).toEqual([`${name} #2`])
    expect(endedActions(sealed(planOf([network], runs(one, two))), reviewed)).toEqual([])
  })

  test.each([
    ['an errored plan', { errored: true }],
    ['a deferred change', { deferred_changes: [{}] }],
    ['an incomplete plan', { complete: false }],
    ['an action that was not reviewed', { action_invocations: [{}] }],
  ])('must not be %s', (_, given) => {
    expect(isRemainder([network], [network], given)).toBe(false)
  })
})

describe('an instance key that is a secret', () => {
  const SECRET = 'correct horse'
  const marked = {
    variables: { p: { value: SECRET } },
    configuration: { root_module: { variables: { p: { sensitive: true } } } },
  }
  const keyed = (key: string): Fields => resource({ address: `a.service[${JSON.stringify(key)}]` })
  const output = {
    output_changes: { o: { actions: ['create'], after: { [SECRET]: 1 }, after_unknown: { [SECRET]: true } } },
  }

  test('is in no record', () => {
    const plan = planOf([keyed(SECRET), keyed(`${SECRET} 2`), keyed('web')], { ...marked, ...output })
    const record = JSON.stringify([...planEntries(sealed(plan), SALT)])
    expect(record).not.toContain(SECRET)
    expect(record).toMatch(/a\.service\[\\"\*\*\*\\"\] \([0-9a-f]{16}\)/)
    expect(record).toContain('a.service[\\"web\\"]')
  })

  test('is recognized in the remainder of the plan, and no other key', () => {
    const reviewed = [keyed(SECRET), keyed('web')]
    expect(isRemainder(reviewed, [keyed(SECRET)], marked, marked)).toBe(true)
    expect(isRemainder(reviewed, [keyed(`${SECRET} 2`)], marked, marked)).toBe(false)
  })
})
