import { describe, expect, test } from '@jest/globals'
import fc from 'fast-check'
import {
  compareImageVersions,
  InvalidFollow,
  isDowngrade,
  parseFollow,
  parseImageVersion,
  candidateVersions,
} from '../../src/images/version'

const range = (text: string): readonly number[] => {
  const follow = parseFollow(text)
  return follow.kind === 'range' ? follow.numbers : []
}

describe('a tag', () => {
  test.each([
    ['3.225.11', [3, 225, 11], '', ''],
    ['v12.4.5', [12, 4, 5], 'v', ''],
    ['25.12.11.4', [25, 12, 11, 4], '', ''],
    ['25.12.11.4-alpine', [25, 12, 11, 4], '', '-alpine'],
    ['4.0.0-rc.1', [4, 0, 0], '', '-rc.1'],
    ['3', [3], '', ''],
  ])('%s is a version', (tag, numbers, prefix, suffix) => {
    expect(parseImageVersion(tag)).toEqual({ tag, numbers, prefix, suffix })
  })

  test.each([
    'latest',
    'sha-3f2a',
    '3f2a9b1',
    'main',
    '',
    '1234567890123',
    '3.1.2.3.4.5',
    '3..1',
    'v',
    '3.1rc',
  ])("'%s' is not a version", (tag) => {
    expect(parseImageVersion(tag)).toBeUndefined()
  })
})

describe('follow', () => {
  test.each([
    ['3', [3]],
    ['3.223', [3, 223]],
    ['25.12', [25, 12]],
    ['25.12.11.4', [25, 12, 11, 4]],
    ['v12', [12]],
    ['3.x', [3]],
  ])('%s is a range', (text, numbers) => {
    expect(parseFollow(text)).toEqual({ kind: 'range', numbers })
  })

  test.each(['latest', '3-alpine', 'lts', 'main'])('%s is a moving tag', (tag) => {
    expect(parseFollow(tag)).toEqual({ kind: 'tag', tag })
  })

  test.each(['^3', '>=3 <4', '~3.1', '3 || 4', ' '])("'%s' is rejected with examples", (text) => {
    expect(() => parseFollow(text)).toThrow(InvalidFollow)
    expect(() => parseFollow(text)).toThrow("as in '3' or '25.12', nor a tag, as in 'latest'")
  })
})

describe('the order of versions', () => {
  test('has a security release after its base and before the next patch', () => {
    const tags = ['12.4.6', '12.4.5-security-02', '12.4.5', '12.4.5-security-01', '12.4.5-rc.1']
    const security = tags.flatMap((tag) => parseImageVersion(tag) ?? [])
    expect(security.sort(compareImageVersions).map(({ tag }) => tag)).toEqual([
      '12.4.5-rc.1',
      '12.4.5',
      '12.4.5-security-01',
      '12.4.5-security-02',
      '12.4.6',
    ])
  })

  test('is by number, with a release after its pre-releases', () => {
    const tags = ['3.10.0', '3.9.9', '25.12.11.4', '25.12.11', '4.0.0', '4.0.0-rc.1', '3.9.10']
    const versions = tags.flatMap((tag) => parseImageVersion(tag) ?? [])
    expect(versions.sort(compareImageVersions).map(({ tag }) => tag)).toEqual([
      '3.9.9',
      '3.9.10',
      '3.10.0',
      '4.0.0-rc.1',
      '4.0.0',
      '25.12.11',
      '25.12.11.4',
    ])
  })

  test.each([
    ['3.2.0', '3.1.9', true],
    ['3.2.0', '3.2.0', false],
    ['3.2.0', '3.10.0', false],
    ['latest', '3.1.0', false],
  ])('from %s to %s is a downgrade: %s', (from, to, expected) => {
    expect(isDowngrade(from, to)).toBe(expected)
  })
})

const LANGFUSE = ['2.95.0', '3', '3.225', '3.225.10', '3.225.11', '3.225.12', '3.226.0', '3.226.0-rc.1']
const MORE = ['3.227.0-beta', '4.0.0', '4.0.0-rc.2', 'latest', 'sha-1a2b', '3.226.1-alpine', 'v3.300.0']
const CLICKHOUSE = [
  '25.12',
  '25.12.9.61',
  '25.12.11',
  '25.12.11.4',
  '25.12.11.4-alpine',
  '25.12.10.7',
  '26.1.2.3',
]

describe('the candidate versions', () => {
  test.each<[string, readonly string[], string, string, string[]]>([
    ['within a major', [...LANGFUSE, ...MORE], '3.225.11', '3', ['3.226.0', '3.225.12', '3.225.11']],
    ['within a minor', LANGFUSE, '3.225.11', '3.225', ['3.225.12', '3.225.11']],
    ['of four parts', CLICKHOUSE, '25.12.9.61', '25.12', ['25.12.11.4', '25.12.10.7', '25.12.9.61']],
    ['of three parts', CLICKHOUSE, '25.12.11', '25.12', ['25.12.11']],
    ['of one suffix', CLICKHOUSE, '25.12.11.4-alpine', '25.12', ['25.12.11.4-alpine']],
    ['without a newer one', LANGFUSE, '3.226.0', '3', ['3.226.0']],
    ['after a pre-release', [...LANGFUSE, ...MORE], '4.0.0-rc.2', '4', ['4.0.0', '4.0.0-rc.2']],
    ['with a prefix', [...LANGFUSE, ...MORE, 'v3.299.0'], 'v3.299.0', '3', ['v3.300.0', 'v3.299.0']],
    [
      'for a pinned one that is no longer available',
      LANGFUSE,
      '3.226.5',
      '3',
      ['3.226.0', '3.225.12', '3.225.11', '3.225.10'],
    ],
    ['in another range', [...LANGFUSE, ...MORE], '3.226.0', '4', ['4.0.0']],
    [
      'from a moving tag',
      ['3', '3.225', '3.225.11', '3.225.12', 'latest'],
      'latest',
      '3',
      ['3.225.12', '3.225.11'],
    ],
    ['of the moving tag that is a range', LANGFUSE, '3', '3', ['3']],
    ['without tags', [], '3.1.0', '3', []],
    [
      'that fix a security problem',
      ['12.4.5', '12.4.5-security-01', '12.4.5-security-02', '12.4.5-security-01-ubuntu', '12.4.4'],
      '12.4.5',
      '12',
      ['12.4.5-security-02', '12.4.5-security-01', '12.4.5'],
    ],
    [
      'after a security release',
      ['12.4.5', '12.4.5-security-01', '12.4.6', '12.4.6-ubuntu'],
      '12.4.5-security-01',
      '12',
      ['12.4.6', '12.4.5-security-01'],
    ],
    [
      'of the variant of a security release',
      ['12.4.5-security-01-ubuntu', '12.4.5-ubuntu', '12.4.6', '12.4.5-security-02-ubuntu'],
      '12.4.5-security-01-ubuntu',
      '12',
      ['12.4.5-security-02-ubuntu', '12.4.5-security-01-ubuntu'],
    ],
  ])('%s', (_, tags, pinned, follow, expected) => {
    expect(candidateVersions(tags, { pinned, range: range(follow) })).toEqual(expected)
  })

  test('of thirty thousand tags are found in one pass', () => {
    const all = Array.from({ length: 30_000 }, (_, index) => `3.${Math.floor(index / 100)}.${index % 100}`)
    let reads = 0
    const tags = new Proxy(all, {
      get(target, key, receiver): unknown {
        if (typeof key === 'string' && /^\d+$/.test(key)) reads += 1
        return Reflect.get(target, key, receiver)
      },
    })
    expect(candidateVersions(tags, { pinned: '3.299.98', range: [3] })).toEqual(['3.299.99', '3.299.98'])
    expect(reads).toBe(all.length)
  })
})

describe('any version', () => {
  const numbers = fc.array(fc.nat({ max: 999_999_999 }), { minLength: 1, maxLength: 5 })
  const parts = fc.record({
    prefix: fc.constantFrom('', 'v'),
    numbers,
    suffix: fc.oneof(fc.constant(''), fc.stringMatching(/^[-_][a-z0-9.-]{0,12}$/)),
  })
  const version = parts.map((one) => {
    const tag = `${one.prefix}${one.numbers.join('.')}${one.suffix}`
    return { ...one, tag }
  })

  test('is parsed into the parts that it was built from', () => {
    fc.assert(
      fc.property(version, (one) => {
        expect(parseImageVersion(one.tag)).toEqual(one)
      }),
    )
  })

  test('is older than one with a higher number, and the order is transitive', () => {
    fc.assert(
      fc.property(version, version, version, (a, b, c) => {
        const [first, second, third] = [a, b, c].sort(compareImageVersions)
        if (first === undefined || second === undefined || third === undefined)
          throw new Error('three versions')
        expect(compareImageVersions(first, third)).toBeLessThanOrEqual(0)
        // `+ 0` turns -0 into 0.
        expect(compareImageVersions(a, b) + 0).toBe(0 - compareImageVersions(b, a))
        const next = { ...a, numbers: [...a.numbers.slice(0, -1), (a.numbers.at(-1) ?? 0) + 1] }
        expect(compareImageVersions(a, next)).toBeLessThan(0)
      }),
    )
  })

  test('is a candidate only in range, and never older than an available pinned one', () => {
    const tags = fc.array(
      fc.tuple(fc.nat({ max: 4 }), fc.nat({ max: 4 }), fc.nat({ max: 4 })).map((triple) => triple.join('.')),
      { minLength: 1, maxLength: 20 },
    )
    fc.assert(
      fc.property(tags, fc.nat({ max: 4 }), (available, major) => {
        const pinned = available[0] ?? ''
        const found = candidateVersions(available, { pinned, range: [major] })
        for (const tag of found) {
          expect(tag.startsWith(`${major}.`)).toBe(true)
          expect(pinned.startsWith(`${major}.`) && isDowngrade(pinned, tag)).toBe(false)
        }
      }),
    )
  })
})
