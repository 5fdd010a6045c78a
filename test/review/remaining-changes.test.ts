import { describe, expect, test } from '@jest/globals'
import { planEntries } from '../../src/review/plan-digest'
import { isRemainderOf } from '../../src/review/remaining-changes'
import { planOf, resource } from '../plan/a-plan'

const SALT = 'f'.repeat(64)
type Fields = Readonly<Record<string, unknown>>
type Resources = readonly Fields[]

const rest = (reviewed: Resources, fresh: Resources, given: Fields = {}, then: Fields = {}): boolean =>
  isRemainderOf(planOf(fresh, given), { entries: planEntries(planOf(reviewed, then), SALT), salt: SALT })

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
/** The same once the network is there. */
const known = {
  after: {
    size: 2,
    definition: 'x',
    network: 'n-1',
    where: [{ port: 80, public: false, subnet: 's-1' }, { port: 81 }],
  },
  after_unknown: { arn: true, where: [{}, {}], tags: {} },
}

describe('what is left of a reviewed plan', () => {
  test.each([
    ['all of it', [network, service()]],
    ['one of two, with what was known then', [service()]],
    ['one of two, with what is known by now', [service(known)]],
    ['nothing', []],
  ])('is %s', (_, fresh) => {
    expect(rest([network, service()], fresh)).toBe(true)
  })

  const changed = (after: Fields, afterUnknown: Fields = {}): Fields =>
    service({
      after: { ...known.after, ...after },
      after_unknown: { ...known.after_unknown, ...afterUnknown },
    })

  test.each([
    ['another resource', resource({ address: 'a.other' })],
    ['another value', changed({ size: 3 })],
    ['one value more', changed({ color: 'red' })],
    [
      'another value beside one that was unknown',
      changed({ where: [{ port: 81, public: false, subnet: 's' }, {}] }),
    ],
    ['another element', changed({ where: [{ port: 80, public: false, subnet: 's-1' }, {}, {}] })],
    ['a value that was known and is not any more', changed({ size: undefined }, { size: true })],
    ['a value that was null and is not known now', changed({}, { policy: true })],
    ['a value in a list that was null and is not known now', changed({}, { where: [{ lock: true }, {}] })],
    ['a value in a map that was missing and is not known now', changed({}, { tags: { owner: true } })],
    ['a move', { ...resource({ address: 'a.network', previous_address: 'a.old' }, { actions: ['no-op'] }) }],
    ['an import', resource({ address: 'a.network' }, { actions: ['no-op'], importing: { id: 'n' } })],
    ['another action', service({ ...known, actions: ['delete'], before: { id: 's' }, after: null })],
    [
      'a replacement that nobody saw',
      service({ ...known, actions: ['delete', 'create'], before: { size: 1 } }),
    ],
    ['another type', { ...service(known), type: 'aws_other' }],
    ['another provider', { ...service(known), provider_name: 'evil' }],
  ])('is not %s', (_, fresh) => {
    expect(rest([network, service()], [fresh])).toBe(false)
  })

  test.each(['create', 'replace'])('is to %s what was half made, and is tainted', (kind) => {
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
    expect(rest([reviewed], [tainted({})])).toBe(true)
    expect(rest([reviewed], [tainted({ after: { ...known.after, size: 3 } })])).toBe(false)
  })

  test.each([{ previous_address: 'a.old' }, { importing: { id: 'x' } }])(
    'is not to replace what was half made with %j on the way',
    ({ previous_address, importing }) => {
      const before = { ...known.after, id: 'new' }
      const fresh = {
        ...service({ ...known, actions: ['delete', 'create'], before, importing }),
        previous_address,
        action_reason: 'replace_because_tainted',
      }
      expect(rest([service()], [fresh])).toBe(false)
    },
  )

  test('is not to replace once more what was replaced as it was asked for', () => {
    const replaced = (id: string): Fields =>
      service({
        actions: ['delete', 'create'],
        before: { id, size: 2 },
        after: { size: 2 },
        after_unknown: { id: true },
      })
    expect(rest([network, replaced('a')], [replaced('a')])).toBe(true)
    expect(rest([network, replaced('a')], [replaced('b')])).toBe(false)
  })

  test('lacks nothing that was to be replaced and is as it was', () => {
    const reviewed = service({ actions: ['delete', 'create'], before: { id: 'a', size: 1 } })
    const left = (id: string): Fields => service({ actions: ['no-op'], before: { id }, after: { id } })
    expect(rest([network, reviewed], [network, left('a')])).toBe(false)
    expect(rest([network, reviewed], [network, left('b')])).toBe(true)
  })

  test('is to create what was to be replaced, and is gone by now', () => {
    const reviewed = service({ actions: ['delete', 'create'], before: { size: 1, definition: 'x' } })
    expect(rest([reviewed], [service(known)])).toBe(true)
    expect(rest([reviewed], [changed({ size: 3 })])).toBe(false)
  })

  test('is to delete what a replacement has put aside, and nothing else', () => {
    const reviewed = service({ actions: ['create', 'delete'], before: { arn: 'a:1', id: 'a', size: 1 } })
    const aside = (before: Fields): Fields => ({
      ...service({ actions: ['delete'], before, after: null, after_unknown: {} }),
      deposed: '0af1',
    })
    expect(rest([reviewed], [aside({ arn: 'a:1', id: 'a', size: 1 })])).toBe(true)
    expect(rest([reviewed], [aside({ arn: 'a:2', id: 'a', size: 1 })])).toBe(false)
    expect(rest([network], [aside({ arn: 'a:1', id: 'a' })])).toBe(false)
    expect(rest([reviewed], [{ ...aside({ arn: 'a:1', id: 'a' }), type: 'aws_other' }])).toBe(false)
    expect(rest([service({ actions: ['create'] })], [aside({ arn: 'a:1', id: 'a' })])).toBe(false)
  })

  test('is an update whose new value is known by now, from the same value', () => {
    const update = (before: string, change: Fields): Fields =>
      service({ actions: ['update'], before: { task: before, size: 2 }, ...change })
    const reviewed = update('t:1', { after: { size: 2 }, after_unknown: { task: true } })
    const later = { after: { size: 2, task: 't:2' }, after_unknown: {} }
    expect(rest([reviewed], [update('t:1', later)])).toBe(true)
    expect(rest([reviewed], [update('t:1', { ...later, after: { size: 3, task: 't:2' } })])).toBe(false)
    const both = update('t:1', { after: { size: 4, task: 't:2' }, after_unknown: {} })
    const one = update('t:1', { before: { task: 't:2', size: 2 }, after: { size: 4, task: 't:2' } })
    expect(rest([both], [{ ...one, change: { ...(one['change'] as Fields), after_unknown: {} } }])).toBe(true)
    expect(rest([both], [{ ...one, type: 'aws_other' }])).toBe(false)
    const sized = update('t:1', { after: { size: 4, task: 't:1' }, after_unknown: {} })
    expect(
      rest(
        [sized],
        [{ ...sized, change: { ...(sized['change'] as Fields), before: { size: 3, task: 't:1' } } }],
      ),
    ).toBe(false)
  })

  test('is an update after its move', () => {
    const update = service({
      actions: ['update'],
      before: { size: 1 },
      after: { size: 2 },
      after_unknown: {},
    })
    const moving = { ...update, previous_address: 'a.old' }
    expect(rest([moving], [update])).toBe(true)
    expect(rest([update], [moving])).toBe(false)
  })

  test('is a deletion of the very same', () => {
    const gone = (id: string): Fields =>
      service({ actions: ['delete'], before: { id }, after: null, after_unknown: {} })
    expect(rest([network, gone('a')], [gone('a')])).toBe(true)
    expect(rest([network, gone('a')], [gone('b')])).toBe(false)
  })

  test('may set outputs that were unknown, and none that were known otherwise', () => {
    const output = (after: unknown, unknown: unknown): Fields => ({
      output_changes: { url: { actions: ['create'], before: null, after, after_unknown: unknown } },
    })
    const unknown = output(undefined, true)
    expect(rest([network], [], output('https://x', false), unknown)).toBe(true)
    expect(rest([network], [], output({ a: 1, b: 2 }, {}), output({ a: 1 }, { b: true }))).toBe(true)
    expect(rest([network], [], output({ a: 2, b: 2 }, {}), output({ a: 1 }, { b: true }))).toBe(false)
    expect(rest([network], [], output('https://x', false), output('https://y', false))).toBe(false)
    expect(rest([network], [], output('https://x', false))).toBe(false)
  })

  test.each([
    ['errored', { errored: true }],
    ['put off', { deferred_changes: [{}] }],
    ['not complete', { complete: false }],
    ['an action of a provider', { action_invocations: [{}] }],
  ])('is nothing that is %s', (_, given) => {
    expect(rest([network], [network], given)).toBe(false)
  })
})
