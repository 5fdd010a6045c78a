import { describe, expect, test } from '@jest/globals'
import {
  type ImageUpdate,
  type RefreshReport,
  renderPullRequest,
  renderRefresh,
  renderUpdateTitle,
} from '../../src/report/refresh'
import { fixture } from '../fixtures/fixture'

const DAY = 86_400_000
const digest = (seed: string): string => `sha256:${seed.repeat(64)}`
const web: ImageUpdate = {
  name: 'langfuse-web',
  from: '3.225.11',
  to: '3.226.0',
  fromDigest: digest('a'),
  toDigest: digest('b'),
  kind: 'newer',
  ageMs: 5.2 * DAY,
  releaseUrl: 'https://github.com/langfuse/langfuse/releases/tag/v3.226.0',
  compareUrl: 'https://github.com/langfuse/langfuse/compare/v3.225.11...v3.226.0',
  size: 412_000_000,
  oldSize: 400_000_000,
}
const worker: ImageUpdate = { ...web, name: 'langfuse-worker', size: 300_000_000, oldSize: 301_200_000 }
const clickhouse: ImageUpdate = {
  ...web,
  name: 'clickhouse',
  from: '26.1.2.3',
  to: '25.12.11.4',
  kind: 'older',
  releaseUrl: undefined,
  compareUrl: undefined,
  oldSize: undefined,
}
const grafana: ImageUpdate = {
  ...web,
  name: 'grafana',
  from: '12.4.5',
  to: '12.4.5',
  kind: 'retagged',
  ageMs: undefined,
  oldSize: web.size,
  compareUrl: undefined,
}
const release = (tag: string, body = '## Fixes\n* one by @someone in https://github.com/a/b/pull/1') => ({
  tag,
  url: `https://github.com/langfuse/langfuse/releases/tag/${tag}`,
  body,
})
const notes = {
  names: ['langfuse-web', 'langfuse-worker'],
  from: '3.225.11',
  to: '3.226.0',
  releases: [release('v3.226.0'), release('v3.225.12', '')],
}
const report = (changes: Partial<RefreshReport> = {}): RefreshReport => ({
  updates: [web, worker],
  releaseNotes: [notes],
  notes: [],
  failures: [],
  checkedCount: 4,
  runUrl: 'https://github.com/acme/langfuse/actions/runs/1/attempts/1',
  ...changes,
})
const withWarnings = report({
  updates: [clickhouse, grafana],
  releaseNotes: [],
  notes: [{ severity: 'info', text: '**langfuse-web** waits for `3.227.0` (20 hours) to be 3 days old.' }],
})
const failing = report({
  updates: [web],
  failures: [{ name: 'grafana', reason: 'GET x answered 429: `too` many\n# @requests' }],
})

describe('a version that its publisher did not confirm', () => {
  test.each<[Partial<ImageUpdate>, string]>([
    [
      { unconfirmed: 'langfuse/langfuse has no release v3.226.0', ageMs: undefined },
      '**langfuse-web `3.226.0` is not confirmed by its publisher: langfuse/langfuse has no release v3.226.0.**',
    ],
    [
      { missingPlatforms: ['linux/386'] },
      '**langfuse-web `3.226.0` has no `linux/386`**, which `3.225.11` has.',
    ],
    [{ isAgeStated: true }, '| 5 days (stated) |'],
    [{ isSecurity: true }, '**`3.226.0` security**'],
    // A byte of compression is no difference.
    [{ oldSize: 412_000_001 }, '| 412\u00a0MB |'],
    [
      { firstSeenMs: Date.UTC(2026, 0, 31) },
      `<!-- langfuse-deploy:refresh-seen:langfuse-web:3.226.0@${digest('b')}=2026-01-31T00:00:00.000Z -->`,
    ],
  ])('or %j is marked', (changes, words) => {
    expect(renderPullRequest(report({ updates: [{ ...web, ...changes }] }))).toContain(words)
  })
})

describe('the pull request of refresh', () => {
  test.each([
    ['pull', report()],
    ['pull-warnings', withWarnings],
  ])('equals the fixture %s', (name, given) => {
    const body = renderPullRequest(given)
    expect(body).toBe(fixture(`refresh/${name}`, body))
  })

  test('fits the limit with many release notes', () => {
    const long = Array.from({ length: 400 }, (_, index) => release(`v3.${index}.0`, '* @x '.repeat(4_000)))
    const body = renderPullRequest(
      report({
        releaseNotes: [
          { ...notes, releases: long },
          { ...notes, releases: long },
        ],
      }),
    )
    expect(Array.from(body).length).toBeLessThan(60_000)
    expect(body).toMatch(/… and \d+ older releases, starting with \[v3/)
  })

  test.each([
    [[web], 'Update langfuse-web to 3.226.0'],
    [[web, worker], 'Update langfuse-web and langfuse-worker to 3.226.0'],
    [[web, worker, grafana], 'Update langfuse-web and langfuse-worker to 3.226.0, grafana to 12.4.5'],
    [Array.from({ length: 9 }, (_, index) => ({ ...web, name: `image-number-${index}` })), 'Update 9 images'],
  ])('has a short title', (updates, title) => {
    expect(renderUpdateTitle(updates)).toBe(title)
  })
})

describe('the summary of refresh', () => {
  test.each([
    [[], '✅ No image updates'],
    [[{ severity: 'info', text: 'a' }], 'ℹ️ No image updates now, 1 note'],
    [
      [
        { severity: 'warning', text: 'a' },
        { severity: 'notice', text: 'b' },
      ],
      '⚠️ No image updates, 1 warning',
    ],
  ] as const)('says that nothing is newer only if that is true', (notes, title) => {
    const text = renderRefresh(report({ updates: [], releaseNotes: [], notes }), {
      mode: 'direct',
      outcome: '',
    })
    expect(text.split('\n')[0]).toBe(`## ${title}`)
  })

  test.each([
    ['summary', report(), 'pull-request', 'Opened [#12](https://github.com/acme/langfuse/pull/12).'],
    ['summary-nothing', report({ updates: [], releaseNotes: [] }), 'pull-request', ''],
    ['summary-failure', failing, 'direct', '`images.yaml` is changed for the steps that follow.'],
    ['summary-dry-run', withWarnings, 'dry-run', 'Nothing was written (`dry-run`).'],
  ] as const)('equals the fixture %s', (name, given, mode, outcome) => {
    const text = renderRefresh(given, { mode, outcome })
    expect(text).toBe(fixture(`refresh/${name}`, text))
  })
})
