import { describe, expect, test } from '@jest/globals'
import { fixture } from '../fixtures/fixture'
import { type MirrorReport, type MirrorRow, renderMirror, mirrorSentence } from '../../src/report/mirror'

const TARGET = '123456789012.dkr.ecr.eu-central-1.amazonaws.com/langfuse'
const digest = (seed: string): string => `sha256:${seed.repeat(64).slice(0, 64)}`

const copied: MirrorRow = {
  name: 'langfuse-web',
  tag: '3.98.0',
  digest: digest('a1'),
  status: 'copied',
  size: 842_000_000,
  sentBytes: 842_000_000,
  mountedBytes: 0,
  presentBytes: 0,
  seconds: 17.4,
  reason: undefined,
  referrers: undefined,
}
const partly: MirrorRow = {
  ...copied,
  name: 'langfuse-worker',
  digest: digest('b2'),
  sentBytes: 120_500_000,
  mountedBytes: 700_000_000,
  presentBytes: 21_500_000,
  seconds: 4.21,
}
const present: MirrorRow = {
  ...copied,
  name: 'clickhouse',
  tag: '25.12.3',
  digest: digest('c3'),
  status: 'present',
  size: undefined,
  sentBytes: 0,
  seconds: undefined,
}
const planned: MirrorRow = { ...copied, status: 'planned', seconds: undefined }
const nothing = { status: 'failed', size: undefined, sentBytes: 0, seconds: undefined } as const
const failed: MirrorRow = {
  ...copied,
  ...nothing,
  name: 'grafana',
  tag: '12.1.0',
  digest: digest('d4'),
  reason:
    'GET ghcr.io/v2/grafana/grafana/manifests/sha256:d4 answered 404: MANIFEST_UNKNOWN: manifest unknown',
}
const nasty: MirrorRow = {
  ...copied,
  ...nothing,
  name: 'nasty',
  digest: digest('e5'),
  reason:
    'x | y\n\n## Title\n::error::boo `code` ``more`` </details> <script>alert(1)</script> @everyone #1 ![i](https://x.test/i.png) \\| [l](javascript:x)',
}

const report = (changes: Partial<MirrorReport>): MirrorReport => ({
  target: TARGET,
  rows: [copied, partly],
  warnings: [],
  seconds: 21.6,
  dryRun: false,
  ...changes,
})

const reports: Record<string, MirrorReport> = {
  'all-copied': report({}),
  'some-present': report({
    rows: [copied, present, { ...present, name: 'grafana', digest: digest('d4') }],
    seconds: 185,
  }),
  'all-present': report({ rows: [present], seconds: 0.8 }),
  failure: report({ rows: [copied, failed, nasty, present] }),
  'all-failed': report({ rows: [failed] }),
  'dry-run': report({
    rows: [
      planned,
      { ...partly, status: 'planned', mountedBytes: 0, presentBytes: 721_500_000, seconds: undefined },
      present,
    ],
    dryRun: true,
    seconds: 1.2,
  }),
  warnings: report({
    rows: [{ ...copied, tag: '3.98.0-a1a1a1a1a1a1' }],
    warnings: [
      `langfuse-web: tagged 3.98.0-a1a1a1a1a1a1 instead of 3.98.0, because the tag 3.98.0 is immutable in langfuse/langfuse-web and refers to ${digest('f6')}`,
      'words `from` outside | <b>bold</b>\n# and more @everyone',
    ],
  }),
}

describe('the summary of mirror', () => {
  test.each(Object.keys(reports))('of case %s equals its fixture', (name) => {
    const rendered = `${renderMirror(reports[name] ?? report({}))}\n`
    expect(rendered).toBe(fixture(`summaries/${name}`, rendered))
  })

  test('escapes Markdown, HTML, mentions and issue numbers in untrusted text', () => {
    for (const name of ['failure', 'warnings']) {
      const rendered = renderMirror(reports[name] ?? report({}))
      const outside = rendered.replace(/(?<![`\\])(`+)(?!`)[^\n]*?[^`]\1(?!`)/g, '')
      expect(outside).not.toMatch(/<script|<b>|@everyone|#1\b|!\[|\[l\]|^# and|^## Title/m)
    }
  })
})

describe('the sentence of mirror', () => {
  test.each<[string, MirrorReport, string]>([
    ['copied', report({}), '2 images copied (963 MB), in 22 s (44.6 MB/s).'],
    ['one copied', report({ rows: [copied] }), '1 image copied (842 MB), in 22 s (39.0 MB/s).'],
    ['present', report({ rows: [present, present], seconds: 0.8 }), '2 already present, in 0.8 s.'],
    [
      'a mixed result',
      report({ rows: [copied, present, failed] }),
      '1 image copied (842 MB), 1 already present, 1 failed, in 22 s (39.0 MB/s).',
    ],
    [
      'a dry run',
      report({ rows: [planned, present], dryRun: true }),
      'Would copy 1 image (842 MB), 1 already present.',
    ],
  ])('of %s', (_, given, text) => {
    expect(mirrorSentence(given)).toBe(text)
  })
})
