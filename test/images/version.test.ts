import { describe, expect, test } from '@jest/globals'
import {
  compareVersions,
  InvalidFollow,
  isDowngrade,
  parseFollow,
  parseVersion,
  versionsToTry,
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
    expect(parseVersion(tag)).toEqual({ tag, numbers, prefix, suffix })
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
  ])("'%s' is none", (tag) => {
    expect(parseVersion(tag)).toBeUndefined()
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

  test.each(['latest', '3-alpine', 'lts', 'main'])('%s is a tag that moves', (tag) => {
    expect(parseFollow(tag)).toEqual({ kind: 'tag', tag })
  })

  test.each(['^3', '>=3 <4', '~3.1', '3 || 4', ' '])("'%s' is told what to be", (text) => {
    expect(() => parseFollow(text)).toThrow(InvalidFollow)
    expect(() => parseFollow(text)).toThrow("as in '3' or '25.12', nor a tag, as in 'latest'")
  })
})

describe('the order of versions', () => {
  test('is by number, with a release after its pre-releases', () => {
    const tags = ['3.10.0', '3.9.9', '25.12.11.4', '25.12.11', '4.0.0', '4.0.0-rc.1', '3.9.10']
    const versions = tags.flatMap((tag) => parseVersion(tag) ?? [])
    expect(versions.sort(compareVersions).map(({ tag }) => tag)).toEqual([
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

describe('the versions to try', () => {
  test.each<[string, readonly string[], string, string, string[]]>([
    ['within a major', [...LANGFUSE, ...MORE], '3.225.11', '3', ['3.226.0', '3.225.12', '3.225.11']],
    ['within a minor', LANGFUSE, '3.225.11', '3.225', ['3.225.12', '3.225.11']],
    ['of four parts', CLICKHOUSE, '25.12.9.61', '25.12', ['25.12.11.4', '25.12.10.7', '25.12.9.61']],
    ['of three parts', CLICKHOUSE, '25.12.11', '25.12', ['25.12.11']],
    ['of one build', CLICKHOUSE, '25.12.11.4-alpine', '25.12', ['25.12.11.4-alpine']],
    ['none newer', LANGFUSE, '3.226.0', '3', ['3.226.0']],
    ['after a pre-release', [...LANGFUSE, ...MORE], '4.0.0-rc.2', '4', ['4.0.0', '4.0.0-rc.2']],
    ['with a prefix', [...LANGFUSE, ...MORE, 'v3.299.0'], 'v3.299.0', '3', ['v3.300.0', 'v3.299.0']],
    [
      'where the pinned one is gone',
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
    ['of nothing', [], '3.1.0', '3', []],
  ])('%s', (_, tags, pinned, follow, expected) => {
    expect(versionsToTry(tags, { pinned, range: range(follow) })).toEqual(expected)
  })

  test('of thirty thousand tags are found at once', () => {
    const tags = Array.from({ length: 30_000 }, (_, index) => `3.${Math.floor(index / 100)}.${index % 100}`)
    const startedMs = performance.now()
    expect(versionsToTry(tags, { pinned: '3.299.98', range: [3] })).toEqual(['3.299.99', '3.299.98'])
    expect(performance.now() - startedMs).toBeLessThan(1_000)
  })
})
