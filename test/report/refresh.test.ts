import { describe, expect, test } from '@jest/globals'
import {
  type ImageUpdate,
  type RefreshReport,
  renderPull,
  renderRefresh,
  renderTitle,
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
  notes: [notes],
  remarks: [],
  failures: [],
  looked: 4,
  runUrl: 'https://github.com/acme/langfuse/actions/runs/1/attempts/1',
  ...changes,
})
const alarming = report({
  updates: [clickhouse, grafana],
  notes: [],
  remarks: ['**langfuse-web** waits for `3.227.0` (20 hours) to be 3 days old.'],
})
const failing = report({
  updates: [web],
  failures: [{ name: 'grafana', reason: 'GET x answered 429: `too` many\n# @requests' }],
})

describe('the pull request', () => {
  test.each([
    ['pull', report()],
    ['pull-alarms', alarming],
  ])('reads as in %s.md', (name, given) => {
    const body = renderPull(given)
    expect(body).toBe(fixture(`refresh/${name}`, body))
  })

  test('fits, however much there is to tell', () => {
    const long = Array.from({ length: 400 }, (_, index) => release(`v3.${index}.0`, '* @x '.repeat(4_000)))
    const body = renderPull(
      report({
        notes: [
          { ...notes, releases: long },
          { ...notes, releases: long },
        ],
      }),
    )
    expect(Array.from(body).length).toBeLessThan(60_000)
    expect(body).toMatch(/… and \d+ more releases, from \[v3/)
  })

  test.each([
    [[web], 'Refresh langfuse-web 3.226.0'],
    [[web, worker], 'Refresh langfuse-web and langfuse-worker 3.226.0'],
    [[web, worker, grafana], 'Refresh langfuse-web and langfuse-worker 3.226.0, grafana 12.4.5'],
    [
      Array.from({ length: 9 }, (_, index) => ({ ...web, name: `image-number-${index}` })),
      'Refresh 9 images',
    ],
  ])('has a short title', (updates, title) => {
    expect(renderTitle(updates)).toBe(title)
  })
})

describe('the summary', () => {
  test.each([
    ['summary', report(), 'pull-request', 'Opened [#12](https://github.com/acme/langfuse/pull/12).'],
    ['summary-nothing', report({ updates: [], notes: [] }), 'pull-request', ''],
    ['summary-failure', failing, 'direct', '`images.yaml` is changed for the steps that follow.'],
    ['summary-dry-run', alarming, 'dry-run', 'Nothing was written (`dry-run`).'],
  ] as const)('reads as in %s.md', (name, given, mode, outcome) => {
    const text = renderRefresh(given, { mode, outcome })
    expect(text).toBe(fixture(`refresh/${name}`, text))
  })
})
