import { deflateRawSync } from 'node:zlib'
import { describe, expect, test } from '@jest/globals'
import {
  compareSnapshots,
  parseSnapshots,
  renderSnapshots,
  takeSnapshot,
} from '../../src/review/plan-snapshot'
import { createRedactor } from '../../src/text/redact'
import { planJson, resource } from '../plan/a-plan'

type Fields = Readonly<Record<string, unknown>>
const [A, B] = ['a'.repeat(40), 'b'.repeat(40)]

const TARGET = { workspace: 'default', account: '123456789012', region: undefined, state: 's3://b/k' }

const snapshot = (
  resources: readonly Fields[],
  { commit = A, secrets = [], version }: { commit?: string; secrets?: string[]; version?: string } = {},
) =>
  takeSnapshot(
    {
      json: JSON.stringify(planJson(resources)),
      target: TARGET,
      settings: [
        { name: 'var.pin', content: `"${String(Math.random())}"` },
        ...(version === undefined ? [] : [{ name: 'provider hashicorp/aws', content: version }]),
      ],
    },
    { commit, secrets: createRedactor(secrets) },
  )

const many = (count: number): Fields[] =>
  Array.from({ length: count }, (_, at) => resource({ address: `module.stack.aws_s3_bucket.main["${at}"]` }))

const text = (value: unknown): string => deflateRawSync(JSON.stringify(value)).toString('base64')
const bomb = (): string => deflateRawSync(Buffer.alloc(8 * 1024 * 1024, ' ')).toString('base64')

describe('two snapshots', () => {
  test('of the same plan have no difference, in any order', () => {
    const [one, two] = [resource(), resource({ address: 'aws_s3_bucket.two' })]
    expect(compareSnapshots(snapshot([one, two]), snapshot([two, one], { commit: B }))).toEqual([])
  })

  test('show new, missing and changed resources, other actions and provider versions', () => {
    const bucket = (name: string, change: Fields = {}): Fields =>
      resource({ address: `aws_s3_bucket.${name}` }, change)
    const before = snapshot([bucket('gone'), bucket('value'), bucket('kind')], { version: '5.99.0' })
    const update = { actions: ['update'], before: { bucket: 'zero' } }
    const after = snapshot(
      [bucket('new'), bucket('value', { after: { bucket: 'two' } }), bucket('kind', update)],
      { version: '5.100.0' },
    )
    const found = compareSnapshots(before, after)?.map(({ address, differs }) => [address, differs])
    expect(found).toEqual([
      ['aws_s3_bucket.gone', 'only-reviewed'],
      ['aws_s3_bucket.kind', 'kind'],
      ['aws_s3_bucket.new', 'only-fresh'],
      ['aws_s3_bucket.value', 'values'],
      ['provider hashicorp/aws', 'values'],
    ])
  })

  test('are equal if only sensitive values differ, so that no hash helps to guess one', () => {
    const pin = (value: string): Fields =>
      resource({}, { after: { pin: value }, after_sensitive: { pin: true } })
    expect(compareSnapshots(snapshot([pin('1234')]), snapshot([pin('9876')]))).toEqual([])
    const copy = (value: string): Fields => resource({}, { after: { pin: value } })
    expect(
      compareSnapshots(
        snapshot([copy('geheim-1')], { secrets: ['geheim-1'] }),
        snapshot([copy('geheim-2')], { secrets: ['geheim-2'] }),
      ),
    ).toEqual([])
  })

  test('contain no secret that is a key of a resource', () => {
    const secret = 'customer-secret-name'
    const { changes } = snapshot([resource({ address: `aws_s3_bucket.main["${secret}"]` })], {
      secrets: [secret],
    })
    expect([...(changes?.keys() ?? [])]).toEqual(['aws_s3_bucket.main["***"]'])
  })
})

describe('the text of snapshots', () => {
  const [small, other] = [snapshot([resource()]), snapshot(many(3), { commit: B })]

  test('is parsed again', () => {
    expect(parseSnapshots(renderSnapshots([small, other], 6_000))).toEqual([small, other])
  })

  test('has 100 changes in 2,500 characters', () => {
    expect(parseSnapshots(renderSnapshots([snapshot(many(100))], 2_500))[0]?.changes?.size).toBe(100)
  })

  test('leaves out the changes of the last snapshots first, and then knows only whether plans differ', () => {
    const large = snapshot(many(1_000), { commit: B })
    const [first, second] = parseSnapshots(renderSnapshots([small, large], 6_000))
    expect(first).toEqual(small)
    expect(second).toEqual({ ...large, changes: undefined })
    expect(compareSnapshots(large, second ?? small)).toEqual([])
    expect(compareSnapshots(small, second ?? small)).toBeUndefined()
    expect(renderSnapshots([small], 10)).toBe('')
  })

  test.each([
    ['nothing', ''],
    ['no deflated data', 'aaaa'],
    ['a bomb', bomb()],
    ['no plans', text({})],
    ['plans that are no list', text({ plans: { 0: {} } })],
    ['a plan without a hash', text({ plans: [{ commit: A, target: TARGET }, 7, null] })],
    ['a plan without a target', text({ plans: [{ commit: A, hash: 'x', target: { state: 7 } }] })],
    ['a commit that is none', text({ plans: [{ commit: '<img>', target: TARGET, hash: 'x' }] })],
  ])('of %s gives no snapshot', (_, damaged) => {
    expect(parseSnapshots(damaged)).toEqual([])
  })

  test('drops changes that are no text', () => {
    const damaged = text({
      plans: [{ commit: A, target: TARGET, hash: 'x', changes: { one: 7, two: 'create abc' } }],
    })
    expect([...(parseSnapshots(damaged)[0]?.changes ?? [])]).toEqual([['two', 'create abc']])
  })
})
