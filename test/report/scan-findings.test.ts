import { expect, test } from '@jest/globals'
import type { ScanFindings } from '../../src/aws/ecr-scan'
import { findingsText, renderFindings } from '../../src/report/scan-findings'

const scanned = (counts: Record<string, number>): ScanFindings => ({ kind: 'scanned', counts })
const unknown: ScanFindings = { kind: 'unknown', reason: 'not in ECR' }

test.each([
  [scanned({ HIGH: 12, CRITICAL: 3, LOW: 0 }), '3 critical, 12 high'],
  [scanned({ MEDIUM: 1, INFORMATIONAL: 2, UNTRIAGED: 3 }), '1 medium, 5 other'],
  [scanned({}), 'no findings'],
  [unknown, 'not in ECR'],
])('%j', (findings, text) => {
  expect(findingsText(findings)).toBe(text)
})

const line = (pinned: ScanFindings, proposed: ScanFindings): string | undefined =>
  renderFindings([{ name: 'web', from: '3.9.0', pinned, proposed: { to: '3.10.0', findings: proposed } }])[0]
    ?.split('\n')
    .at(-1)

test.each([
  [{ CRITICAL: 3, HIGH: 2 }, { HIGH: 2 }, ': **fixes 3 critical**'],
  [{ CRITICAL: 1, HIGH: 5 }, { CRITICAL: 2, HIGH: 1 }, ': **fixes 4 high, adds 1 critical**'],
  [{ CRITICAL: 1, HIGH: 1 }, {}, ': **fixes 1 critical and 1 high**'],
  [{ LOW: 9 }, {}, ''],
])('from %j to %j', (from, to, effect) => {
  const text = line(scanned(from), scanned(to)) ?? ''
  expect(text.startsWith('- **web**: `3.9.0` has ')).toBe(true)
  expect(text.endsWith(`; \`3.10.0\` has ${findingsText(scanned(to))}${effect}`)).toBe(true)
})

test('an image without a result has no effect', () => {
  expect(line(scanned({ CRITICAL: 3 }), unknown)).toBe(
    '- **web**: `3.9.0` has 3 critical; `3.10.0` has no result: `not in ECR`',
  )
  expect(renderFindings([{ name: 'web', from: '1', pinned: unknown }])[0]).toContain(
    '- **web**: `1` has no result: `not in ECR`',
  )
  expect(renderFindings([])).toEqual([])
})
